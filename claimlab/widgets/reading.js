import { button, h, name, write } from "./elements.js";
import { selectedIn } from "./evidence.js";

/** A source to read: what it is, where it stands, what it says, and the way to attach it. */
export function readingOf(here) {
  const { work } = here;
  const title = h("h3", { tabIndex: -1 });
  const facts = h("dl", { className: "facts" });
  const summary = h("p", { className: "summary" });
  const quote = h("blockquote", {});
  const mine = h("p", { className: "mine" }, "Your own source · your teacher will look at it");
  const text = h("div", { className: "text" }, quote, summary);
  const chosen = h("p", { className: "taken", "aria-live": "polite" });
  const number = h("select", { id: name(), onchange: () => update() },
    ...here.claims.map(([id, said], i) => h("option", { value: id, title: said }, `claim ${i + 1}`)));
  const there = h("p", { className: "there" });
  const attach = button("Attach", () => here.attach(number.value, here.readingId, words), { className: "go" });
  const back = button("← Back to the results", () => here.back());
  const change = button("Change", () => here.changeOwn(here.readingId));
  const drop = button("Remove", () => here.dropOwn(here.readingId), { className: "far" });
  const own = h("div", { className: "foot" }, change, drop);
  const node = h("article", { className: "reading", "aria-label": "Source" }, back, title, mine, facts, text, chosen,
    h("div", { className: "attach" }, h("label", { htmlFor: number.id }, "Attach to"), number, attach), there, own);
  let shown = null;
  let words = "";

  // The selection itself goes when a button is pressed, so the words are kept as soon as they are selected.
  here.listen(document, "selectionchange", () => {
    const now = selectedIn(text);
    if (now) take(now);
    else if (getSelection().isCollapsed && text.contains(getSelection().anchorNode)) take("");
  });

  function take(now) {
    words = now;
    write(chosen, words ? `The words “${words}” go with it.` : "");
  }

  function fill(card) {
    write(title, card.title);
    write(quote, card.quote ? `“${card.quote}”` : "");
    write(summary, (card.summary ?? []).join(" "));
    const rows = [["By", card.author], ["In", card.publisher || "no publisher named"], ["Date", card.date || "no date"], ["Address", card.url]];
    facts.replaceChildren(...rows.filter(([, said]) => said).flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)]));
    quote.hidden = !card.quote;
    text.hidden = !card.summary;
    mine.hidden = own.hidden = !card.id.startsWith("own-");
  }

  function update() {
    node.hidden = !here.readingId;
    if (node.hidden) return void (shown = null);
    const card = here.card(here.readingId);
    if (shown !== here.readingId) {
      take("");
      number.value = here.claimId;
    }
    if (shown !== here.readingId || card.id.startsWith("own-")) fill(card);
    shown = here.readingId;
    const linked = here.claims.flatMap(([id], i) => (work.evidence(id, shown) ? [i + 1] : []));
    write(there, linked.length ? `Attached to ${linked.length > 1 ? "claims" : "claim"} ${linked.join(", ")}.` : "");
    write(attach, work.evidence(number.value, shown) ? "Open it there" : "Attach");
    write(back, here.results ? "← Back to the results" : "← Close this card");
  }

  return { node, update, focus: () => title.focus(), follow: () => { if (here.readingId) number.value = here.claimId; } };
}
