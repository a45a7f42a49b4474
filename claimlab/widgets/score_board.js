import { button, count, h, name, same, write } from "./elements.js";
import { quoted } from "./ratings.js";

const GLYPH = { for: "✓", against: "✗", "cannot tell": "?", "": "" };
const SAID = { for: "speaks for", against: "speaks against", "cannot tell": "cannot tell", "": "needs a direction" };
const STEP = 5;

/** The head of a report card: which article, its score so far, and a ribbon that fills up. */
function headOf(here, article, letter) {
  const { work } = here;
  const [headline] = article.text.split("\n", 1);
  const dial = h("div", { className: "dial", role: "img" }, h("span", { className: "figure", "aria-hidden": "true" }), h("span", { className: "of", "aria-hidden": "true" }, "of 100"));
  const ribbon = h("div", { className: "ribbon", "aria-hidden": "true" });
  const node = h("section", { className: "report", "aria-label": `Article ${letter}` },
    h("div", { className: "which" }, h("span", { className: "letter", "aria-hidden": "true" }, letter),
      h("p", { className: "byline" }, h("strong", {}, `Article ${letter}`), h("span", {}, article.byline))), dial,
    h("h3", { lang: article.language }, headline), ribbon);
  let shown = null;
  function update() {
    const score = work.score(article.id);
    const stands = work.stands(article.id);
    write(dial.firstChild, score === null ? "–" : String(Math.round(score)));
    write(dial.lastChild, score === null || stands ? "of 100" : "so far");
    dial.setAttribute("aria-label", `Article ${letter}: ${score === null ? "no score yet" : `score ${Math.round(score)} of 100${stands ? "" : " so far"}`}`);
    dial.style.setProperty("--score", score ?? 0);
    const parts = work.chosen.filter(({ weight }) => weight).map(({ id, weight }) => [work.finding(id, article.id).direction, weight]);
    if (same(parts, shown)) return;
    shown = parts;
    const left = Math.max(0, 100 - work.whole);
    ribbon.replaceChildren(...parts.map(([direction, weight]) => {
      const part = h("span", { className: "part" }, GLYPH[direction]);
      part.dataset.way = direction || "open";
      part.style.flexGrow = weight;
      return part;
    }), ...(left ? [Object.assign(h("span", { className: "part rest" }), { style: `flex-grow: ${left}` })] : []));
  }
  return { node, update };
}

/** What one indicator says about one article, as a field of the report card. */
function cellOf(here, id, article, letter) {
  const { work } = here;
  const glyph = h("span", { className: "glyph", "aria-hidden": "true" });
  const way = h("span", { className: "way" });
  const proof = h("span", { className: "proof" });
  const twice = h("span", { className: "twice needs" }, "⚠ words used twice");
  const node = button("", () => here.open(id, article), { className: "cell" });
  node.append(glyph, h("span", { className: "unseen" }, `${here.sign(id).name}, article ${letter}: `), way, " ", proof, " ", twice);
  function update() {
    const found = work.finding(id, article);
    const words = here.proofOf(id, article);
    const open = here.signId === id && here.articleId === article;
    node.dataset.way = found.direction || "open";
    node.classList.toggle("open", open);
    node.setAttribute("aria-expanded", String(open));
    write(glyph, GLYPH[found.direction]);
    write(way, SAID[found.direction]);
    write(proof, words ? quoted(words) : found.search ? `searched for “${found.search}”, nothing found` : "needs a proof");
    proof.classList.toggle("needs", !words && !found.search);
    twice.hidden = !here.twin(id, article);
  }
  return { node, update };
}

/** A weight to set by buttons, by typing or by the arrow keys. */
function weightOf(here, id) {
  const { work } = here;
  const set = (value, field = null) => {
    const weight = Math.min(100, Math.max(0, Math.round(Number(value) || 0)));
    if (weight !== work.rating(id)?.weight) work.amend(id, { weight }, field ? "" : `Weight ${weight}. All weights add up to ${work.whole - work.rating(id).weight + weight}.`, field);
  };
  const field = h("input", { id: name(), type: "number", min: 0, max: 100, step: STEP, inputMode: "numeric",
    oninput: () => set(field.value, `${id}:weight`), onblur: () => { work.flush(); work.field = null; update(); } });
  const sign = here.sign(id).name;
  const less = button("−", () => set(work.rating(id).weight - STEP), { "aria-label": `${sign}: less weight` });
  const more = button("+", () => set(work.rating(id).weight + STEP), { "aria-label": `${sign}: more weight` });
  const node = h("div", { className: "weight" }, h("label", { htmlFor: field.id }, h("span", { className: "unseen" }, `${sign}: `), "weight"), less, field, more);
  function update() {
    const value = String(work.rating(id)?.weight ?? 0);
    if (field !== document.activeElement && field.value !== value) field.value = value;
    else if (field === document.activeElement && Number(field.value) !== Number(value)) field.value = value;
  }
  return { node, update };
}

function rowOf(here, id) {
  const { side, name: title } = here.sign(id);
  const weight = weightOf(here, id);
  const cells = here.articles.map((article, i) => cellOf(here, id, article.id, "AB"[i]));
  const fake = h("span", { className: "tag" });
  const node = h("li", { className: "row" },
    h("div", { className: "sign" }, h("h4", {}, title),
      h("p", { className: "tags" }, h("span", { className: "tag", "data-side": side }, side === "outside" ? "↗ outside the page" : "¶ on the page"), fake),
      weight.node), ...cells.map((cell) => cell.node));
  function update() {
    const answer = here.work.rating(id).fake;
    write(fake, answer ? `${answer === "yes" ? "can" : "cannot"} be faked` : "can it be faked?");
    fake.classList.toggle("needs", !answer);
    node.classList.toggle("open", here.signId === id);
    [weight, ...cells].forEach((part) => part.update());
  }
  return { node, update, cell: (article) => cells[here.articles.findIndex((one) => one.id === article)].node };
}

/** Both report cards, one row an indicator, with the weights and what they add up to. */
export function boardOf(here, picker) {
  const { work, told } = here;
  const heads = here.articles.map((article, i) => headOf(here, article, "AB"[i]));
  const fill = h("i");
  const total = h("p", { className: "total" });
  const share = h("p", { className: "share" });
  const rest = button("Share the rest evenly", () => work.shareRest("The rest of the weight is shared."));
  const sums = h("div", { className: "weights" }, h("h3", {}, "Weights"), h("span", { className: "meter", "aria-hidden": "true" }, fill), total, share, rest);
  const list = h("ol", { className: "rows", "aria-label": "Indicators" });
  const add = button("+ Choose indicators", () => here.pick(), { className: "add" });
  const again = h("p", { className: "sum", "aria-hidden": "true" }); // where the last weights are set, the first line is out of sight
  const node = h("section", { className: "board", "aria-label": "Report cards" }, h("div", { className: "top" }, sums, ...heads.map((head) => head.node)),
    picker.node, list, h("div", { className: "more" }, add, again));
  const rows = new Map();

  function weightsUpdate() {
    const { whole, chosen } = work;
    const page = whole ? (100 * chosen.reduce((sum, { id, weight }) => sum + (here.sign(id).side === "page" ? weight : 0), 0)) / whole : 0;
    fill.style.width = `${Math.min(100, whole)}%`;
    sums.dataset.state = whole === 100 ? "right" : whole > 100 ? "over" : "open";
    write(total, whole === 100 ? "✓ 100 of 100" : whole > 100 ? `⚠ ${whole}, which is ${whole - 100} too many` : `${whole} of 100`);
    write(again, whole ? `Weights: ${total.textContent}` : "");
    write(share, whole ? `${page > told.limits.share ? "⚠ " : ""}On the page: ${Math.round(page)} %, ${told.limits.share} % at most` : "");
    share.classList.toggle("over", page > told.limits.share);
    rest.disabled = !chosen.length || whole >= 100;
  }

  function update() {
    heads.forEach((head) => head.update());
    weightsUpdate();
    const ids = work.chosen.map(({ id }) => id);
    for (const [id, row] of rows) {
      if (ids.includes(id)) continue;
      row.node.remove();
      rows.delete(id);
    }
    ids.forEach((id, i) => {
      if (!rows.has(id)) rows.set(id, rowOf(here, id));
      if (list.children[i] !== rows.get(id).node) list.insertBefore(rows.get(id).node, list.children[i] ?? null);
      rows.get(id).update();
    });
    const free = told.limits.most - ids.length;
    list.hidden = !ids.length;
    write(add, free > 0 ? `+ Choose ${ids.length ? "another indicator" : "your indicators"} (${count(free, "place")} left)` : "Change the indicators");
    add.parentNode.hidden = here.picking;
  }

  return { node, update, add, cell: (id, article) => rows.get(id)?.cell(article) ?? add, home: () => (here.picking ? picker.node.querySelector("h3") : add) };
}
