import { button, count, h, name, reveal, same, write } from "./elements.js";

const LONGEST_QUERY = 300;

/** The search box and what came back. */
export function findingOf(here) {
  const { work } = here;
  const pack = here.model.get("_pack");
  const field = h("input", { id: name(), type: "search", autocomplete: "off", maxLength: LONGEST_QUERY,
    onkeydown: (event) => {
      if (event.key !== "ArrowDown" || !items().length) return;
      event.preventDefault();
      items()[0].focus();
    } });
  const purpose = h("p", { className: "purpose" });
  const disagree = h("input", { type: "checkbox" });
  const form = h("form", { role: "search", "aria-label": "Sources", onsubmit: (event) => { event.preventDefault(); search(); } },
    h("label", { htmlFor: field.id }, `Search the ${pack.length} sources`),
    h("div", { className: "ask" }, field, button("Search", () => {}, { type: "submit", className: "go" })),
    h("label", { className: "tick" }, disagree, h("span", {}, "I am looking for disagreement")));
  const heading = h("h3", {});
  const loosely = h("p", { className: "how" });
  const list = h("ol", { className: "results", onkeydown: (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const to = items()[items().indexOf(document.activeElement) + move];
    (to ?? (move < 0 ? field : document.activeElement)).focus();
  } });
  const nothing = button("I found nothing of use", () => none());
  const results = h("div", { className: "came" }, heading, loosely, list);
  const tips = h("ul", { className: "tips" }, ...here.model.get("_guidance").tips.map((tip) => h("li", {}, tip)));
  const aside = h("div", { className: "none" }, h("span", {}, "Have you looked well, here or on the web?"), nothing);
  const node = h("div", { className: "finding" }, purpose, form, tips, results, aside);
  const items = () => [...list.querySelectorAll("button")];
  let shown = null;

  function search() {
    const query = field.value.replace(/\s+/g, " ").trim();
    const id = here.claimId;
    if (!query) return here.tell("Write a word or two to search for.");
    return work.question("search", { words: query }, (answer) => {
      if (!answer.found) return;
      here.results = { query, total: answer.total, loose: answer.loose, found: answer.found };
      here.readingId = null;
      work.log(id, query, answer.total, disagree.checked,
        `${answer.total ? `${count(answer.total, "source")} found` : "None found"}. Written down for claim ${here.number(id)}.`);
    });
  }

  /** Record a search that gave nothing of use, made here or elsewhere. */
  function none() {
    const query = (field.value.replace(/\s+/g, " ").trim() || here.results?.query) ?? "";
    if (query) return work.log(here.claimId, query, 0, disagree.checked, `Written down for claim ${here.number(here.claimId)}: nothing of use found.`);
    field.focus();
    return here.tell("Write the words that you searched for, then press it again.");
  }

  function itemOf({ id, snippet }) {
    const open = button("", () => here.read(id), { className: "result" });
    open.append(h("span", { className: "title" }, here.card(id).title), " ", h("span", { className: "where" }, here.where(id)), " ",
      h("span", { className: "snippet" }, ...snippet.map(([words, hit]) => (hit ? h("mark", {}, words) : words))),
      " ", h("span", { className: "linked" }));
    open.dataset.source = id;
    return h("li", {}, open);
  }

  function update() {
    const { results: came } = here;
    write(purpose, `For claim ${here.number(here.claimId)}: ${here.said(here.claimId)}`);
    results.hidden = !came || Boolean(here.readingId);
    aside.hidden = Boolean(here.readingId);
    tips.hidden = Boolean(came || here.readingId);
    if (came && !same(came, shown)) {
      shown = came;
      write(heading, came.total ? `${count(came.total, "source")} found` : "None found");
      const more = came.total > came.found.length ? ` The best ${came.found.length} are shown.` : "";
      write(loosely, came.loose ? `No source has all these words; these have some of them.${more}` : came.total ? more.trim() : "Try other words. This search is written down.");
      list.replaceChildren(...came.found.map(itemOf));
    }
    items().forEach((item) => {
      const numbers = here.claims.flatMap(([id], i) => (work.evidence(id, item.dataset.source) ? [i + 1] : []));
      write(item.lastChild, numbers.length ? `✓ attached to ${numbers.join(", ")}` : "");
    });
  }

  /** Begin anew: what was asked for one claim says nothing about the next. */
  function clear() {
    here.results = null;
    field.value = "";
    disagree.checked = false;
  }

  return { node, update, clear, focus: () => { field.focus(); field.select(); reveal(node); },
    focusResult: (id) => (items().find((item) => item.dataset.source === id) ?? field).focus() };
}
