import { button, count, h, name, same, write } from "./elements.js";
import { picksOf } from "./evidence.js";

/** Search the sources around one article, read a card, and take words of it as proof. */
export function searchOf(here, article, letter) {
  const { work } = here;
  const pack = new Map(here.model.get("_packs")[article].map((card) => [card.id, card]));
  const field = h("input", { id: name(), type: "search", autocomplete: "off", maxLength: 300,
    onkeydown: (event) => {
      if (event.key !== "ArrowDown" || !items().length) return;
      event.preventDefault();
      items()[0].focus();
    } });
  const tip = h("p", { className: "purpose" });
  const form = h("form", { role: "search", "aria-label": `Sources around article ${letter}`, onsubmit: (event) => { event.preventDefault(); search(); } },
    h("label", { htmlFor: field.id }, `Search the ${pack.size} sources around article ${letter}`),
    h("div", { className: "ask" }, field, button("Search", () => {}, { type: "submit", className: "go" })));
  const heading = h("h3", {});
  const list = h("ol", { className: "results", onkeydown: (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const to = items()[items().indexOf(document.activeElement) + move];
    (to ?? (move < 0 ? field : document.activeElement)).focus();
  } });
  const loosely = h("p", { className: "how" });
  const came = h("div", { className: "came" }, heading, loosely, list);
  const aside = h("div", { className: "none" }, h("span", {}, "Nothing of use?"), button("I searched and found nothing", () => none()));
  const card = h("article", { className: "reading", "aria-label": "Source" });
  const node = h("section", { className: "search", "aria-label": "Search and read" }, tip, form, came, card, aside);
  const items = () => [...list.querySelectorAll("button")];
  const where = ({ publisher, date }) => `${publisher || "no publisher"} · ${date || "no date"}`;
  let answer = null;
  let shown = null;
  let reading = null;
  let picks = null;
  let picksFor = "";
  let turned = null;
  const left = new Map();

  /** Each indicator keeps its own search; one that is opened anew begins with the card that proves it, if there is one. */
  function turnTo(sign) {
    if (turned) left.set(turned, { query: field.value, answer, reading });
    const proof = work.finding(sign, article).source;
    const kept = left.get(sign) ?? { query: "", answer: null, reading: pack.has(proof) ? proof : null };
    ({ answer, reading } = kept);
    field.value = kept.query;
    turned = sign;
    shown = null;
    node.scrollTop = 0;
  }

  function search() {
    const query = field.value.replace(/\s+/g, " ").trim();
    if (!query) return here.tell("Write a word or two to search for.");
    const asked = turned;
    return work.question("search", { words: query, article }, (came_) => {
      if (!came_.found || asked !== turned) return;
      answer = { query, ...came_ };
      reading = null;
      here.refresh(`${came_.total ? `${count(came_.total, "source")} found` : "None found"}.`);
    });
  }

  /** Record a search that gave nothing of use, here or elsewhere. */
  function none() {
    const query = (field.value.replace(/\s+/g, " ").trim() || answer?.query) ?? "";
    if (!query) {
      field.focus();
      return here.tell("Write the words that you searched for, then press it again.");
    }
    return here.searched(query);
  }

  function open(id) {
    reading = id;
    here.refresh();
    card.querySelector("h3").focus();
  }

  function back() {
    const from = reading;
    reading = null;
    here.refresh();
    (items().find((item) => item.dataset.source === from) ?? field).focus();
  }

  function itemOf({ id, snippet }) {
    const { title } = pack.get(id);
    const item = button("", () => open(id), { className: "result" });
    item.append(h("span", { className: "title" }, title), " ", h("span", { className: "where" }, where(pack.get(id))), " ",
      h("span", { className: "snippet" }, ...snippet.map(([words, hit]) => (hit ? h("mark", {}, words) : words))));
    item.dataset.source = id;
    return h("li", {}, item);
  }

  /** Lay out the card that is read; its sentences are there to be taken. */
  function fill() {
    const key = `${here.signId}:${reading}`;
    if (picksFor === key) return;
    picksFor = key;
    const { id, title, author, publisher, date, url, quote, summary } = pack.get(reading);
    const now = () => (work.finding(here.signId, article).source === id ? work.finding(here.signId, article).words : "");
    picks = picksOf(quote, summary, now, (words) => here.takeWords(words ? id : "", words));
    const facts = [["By", author], ["In", publisher || "no publisher named"], ["Date", date || "no date"], ["Address", url]];
    card.replaceChildren(button(answer ? "← Back to the results" : "← Close this card", back), h("h3", { tabIndex: -1 }, title),
      h("dl", { className: "facts" }, ...facts.filter(([, said]) => said).flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)])),
      h("p", { className: "how" }, "Press the sentence that proves it, or select words."), picks.node);
  }

  function update() {
    const sign = here.sign(here.signId);
    if (here.signId && here.signId !== turned) turnTo(here.signId);
    write(tip, sign ? sign.tip : "");
    card.hidden = !reading;
    came.hidden = !answer || Boolean(reading);
    aside.hidden = Boolean(reading);
    if (reading && here.signId) {
      fill();
      picks.update();
    }
    if (!answer || same(answer, shown)) return;
    shown = answer;
    write(heading, answer.total ? `${count(answer.total, "source")} found` : "None found");
    write(loosely, answer.loose ? "No source has all these words; these have some of them." : answer.total ? "" : "Try other words, or record that you found nothing.");
    list.replaceChildren(...answer.found.map(itemOf));
  }

  /** Search for words of the article. */
  function ask(words) {
    field.value = words.replace(/\s+/g, " ").trim().slice(0, field.maxLength);
    search();
  }

  return { node, update, ask, focus: () => field.focus(), title: (id) => pack.get(id)?.title ?? id,
    escape: () => (reading ? (back(), true) : false) };
}
