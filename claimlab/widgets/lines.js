import { h, name, same } from "./elements.js";
import { quoteOf } from "./cards.js";

/** From this width on the article fits beside the lines; the style sheet agrees. */
const BESIDE = 720;

/** Typing instead of marking: one claim a line, its kind in front if the learner likes. */
export function linesOf(here) {
  const { work } = here;
  const { text, language } = here.model.get("_article");
  const kinds = here.model.get("_guidance").kinds.map(([kind]) => kind);
  const field = h("textarea", { id: name(), rows: 14, oninput: () => take(), onblur: () => { work.flush(); work.field = null; } });
  const [headline, ...paragraphs] = text.split(/\n{2,}/);
  const page = h("div", { className: "page", lang: language }, h("h3", {}, headline), ...paragraphs.map((words) => h("p", {}, words)));
  const article = h("details", {}, h("summary", {}, "Read the article here"), page);
  const node = h("section", { className: "typing", "aria-label": "Your claims, one a line" }, article,
    h("div", {}, h("label", { htmlFor: field.id }, "One claim a line"),
      h("p", {}, `You may begin a line with its kind (${kinds.join(", ")}), for example “fact: The film came out in 1985.”`), field));
  const cutOut = new Map();
  let rows = [];

  const lineOf = (card) => {
    const said = card.restatement.replace(/\s+/g, " ").trim() || `“${quoteOf(card, text)}”`;
    return card.kind ? `${card.kind}: ${said}` : said;
  };

  function update() {
    if (same(rows.map(({ card }) => card), work.cards)) return;
    rows = work.cards.map((card) => ({ line: lineOf(card), card }));
    field.value = rows.map(({ line }) => line).join("\n");
  }

  /** Read one line; old is the card that stood in its place, if any, and keeps its passage. */
  function read(line, old = { id: name(), passages: [], priority: 0, parent: null }) {
    const [, before, after] = line.match(/^\s*([a-z]+)\s*:\s*(.*?)\s*$/is) ?? [];
    const kind = kinds.find((one) => one === before?.toLowerCase()) ?? null;
    const said = kind ? after : line.trim();
    return { ...old, restatement: said === `“${quoteOf(old, text)}”` ? "" : said, kind };
  }

  /** Take over the lines: one that did not change, or comes back, keeps its card as it was. */
  function take() {
    const lines = field.value.split("\n").filter((line) => line.trim());
    const most = Math.min(lines.length, rows.length);
    let head = 0;
    let tail = 0;
    while (head < most && lines[head] === rows[head].line) head += 1;
    while (tail < most - head && lines.at(-1 - tail) === rows.at(-1 - tail).line) tail += 1;
    const gone = rows.slice(head, rows.length - tail);
    if (lines.length < rows.length) gone.forEach(({ line, card }) => cutOut.set(line, card));
    const above = rows.slice(0, head);
    const below = rows.slice(rows.length - tail);
    const used = new Set([...above, ...below].map(({ card }) => card.id));
    const middle = lines.slice(head, lines.length - tail).map((line, i) => {
      const back = cutOut.get(line);
      const old = [gone[i]?.card].find((card) => card && !used.has(card.id));
      const card = back && !used.has(back.id) ? back : read(line, old);
      used.add(card.id);
      return { line, card };
    });
    rows = [...above, ...middle, ...below];
    work.change(rows.map(({ card }) => card), "", "lines");
  }

  function focus() {
    article.open = node.clientWidth > BESIDE;
    field.focus();
  }

  return { node, update, focus, forget: () => { rows = []; cutOut.clear(); } };
}
