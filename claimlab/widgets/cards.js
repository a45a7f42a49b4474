import { button, h, name, reveal, same, write } from "./elements.js";
import { choiceOf } from "./choice.js";

const REMARK_PAUSE = 250;

export const quoteOf = (card, text) => card.passages.map((p) => p.exact ?? text.slice(p.start, p.end)).join(" … ");

/** What an open card asks for. */
function formOf(here, id) {
  const { work } = here;
  const { kinds, weights } = here.model.get("_guidance");
  const card = () => work.cards[work.indexOf(id)] ?? {};
  const key = name();
  let pause;
  const askRemarks = () => work.ask("remarks", { id, words: field.value });
  const hints = h("ul", { className: "hints", "aria-live": "polite", id: `${key}-hints` });
  const field = h("textarea", { id: `${key}-words`, rows: 2, maxLength: 2000, "aria-describedby": hints.id,
    oninput: () => {
      work.edit(id, { restatement: field.value }, `${id}:words`);
      clearTimeout(pause);
      pause = setTimeout(askRemarks, REMARK_PAUSE);
    },
    onblur: () => { work.flush(); work.field = null; },
    onkeydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) here.finish(id);
    } });
  const choices = [
    choiceOf("What kind of claim is it?", kinds.map(([kind, meaning]) => [kind, kind, meaning]),
      () => card().kind, (kind) => work.edit(id, { kind })),
    choiceOf("How much does it matter to the story?", weights,
      () => card().priority, (priority) => work.edit(id, { priority })),
  ];
  const node = h("div", { className: "form" },
    h("label", { htmlFor: field.id }, "Say it so that it stands alone"), field, hints, ...choices.map((choice) => choice.node),
    h("div", { className: "foot" }, button("Done", () => here.finish(id), { className: "go" }),
      button("Split in two", () => here.split(id)), button("Remove", () => here.remove(id), { className: "far" })));
  const update = () => {
    const { restatement = "" } = card();
    if (field.value !== restatement) {
      field.value = restatement;
      askRemarks();
    }
    choices.forEach((choice) => choice.update());
    const remarks = restatement.trim() ? work.remarks[id] ?? [] : [];
    if (same(remarks, [...hints.children].map((hint) => hint.textContent))) return;
    hints.replaceChildren(...remarks.map((remark) => {
      const [, question, rest] = remark.match(/^(.*?\?)(\s.*)$/s) ?? [remark, "", remark];
      return h("li", {}, h("b", {}, question), rest);
    }));
  };
  return { node, field, update };
}

function cardOf(here, id) {
  const text = here.model.get("_article").text;
  const number = h("span", { className: "number" });
  const quote = h("span", { className: "quote" });
  const said = h("span", { className: "said" });
  const kind = h("span", { className: "kind" });
  const head = button("", () => (here.openId === id ? here.close(id) : here.openCard(id)), { className: "head" });
  const node = h("li", { className: "card" }, head);
  let form = null;
  head.append(number, " ", quote, " ", kind, " ", said);
  const update = (card, n) => {
    const open = here.openId === id;
    node.dataset.kind = card.kind ?? "none";
    node.classList.toggle("open", open);
    head.setAttribute("aria-expanded", String(open));
    write(said, open ? "" : card.restatement.trim());
    write(number, String(n));
    write(quote, card.passages.length ? quoteOf(card, text) : "no passage");
    write(kind, card.restatement.trim() ? card.kind ?? "needs a kind" : "needs words");
    if (open && !form) node.append((form = formOf(here, id)).node);
    if (!open && form) form = void form.node.remove();
    form?.update();
  };
  return { node, head, update, field: () => form?.field };
}

/** The claim cards, in the order of the claims; at most one is open in a view. */
export function cardsOf(here) {
  const { work } = here;
  const shown = new Map();
  const list = h("ol", { className: "list" });
  const empty = h("p", { className: "empty" }, "No claims yet. Mark words in the article, and a card appears here.");
  const node = h("section", { className: "cards", "aria-label": "Your claims" }, empty, list,
    button("Add a claim without a passage", () => here.add([], "")));

  function update() {
    work.cards.forEach((card, i) => {
      if (!shown.has(card.id)) shown.set(card.id, cardOf(here, card.id));
      const view = shown.get(card.id);
      if (list.children[i] !== view.node) list.insertBefore(view.node, list.children[i] ?? null);
      view.update(card, i + 1);
    });
    for (const [id, view] of shown) {
      if (work.indexOf(id) >= 0) continue;
      view.node.remove();
      shown.delete(id);
    }
    empty.hidden = work.cards.length > 0;
  }

  return {
    node,
    update,
    focusHead: (id) => shown.get(id)?.head.focus(),
    focusField: (id) => {
      shown.get(id).field().focus({ preventScroll: true });
      reveal(shown.get(id).node);
    },
  };
}
