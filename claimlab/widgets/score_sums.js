import { h, name, same, write } from "./elements.js";

/** The score in words, the score with each weight halved, and the question which weight moves it most. */
export function sumsOf(here) {
  const { work, told, articles } = here;
  const body = h("tbody", {});
  const stands = h("tr", { className: "stands" });
  const table = h("table", {}, h("caption", {}, "The score if one weight were half, and the rest made up for it"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Half the weight of"), ...articles.map((_, i) => h("th", { scope: "col" }, `Article ${"AB"[i]}`))), stands), body);
  const asks = articles.map(({ id }, i) => {
    const list = h("select", { id: name(), onchange: () => work.nameMove(id, list.value, "Your answer is kept.") });
    return { id, list, node: h("div", { className: "most" }, h("label", { htmlFor: list.id }, `Which halved weight moves the score of article ${"AB"[i]} most?`), list) };
  });
  const empty = h("p", { className: "how" }, "Give your indicators weights and directions. Then this table fills itself.");
  const content = h("div", { className: "moved" }, table, h("div", { className: "asks" }, ...asks.map(({ node: one }) => one)));
  const node = h("section", { className: "sums", "aria-label": "Would the scores stand?" }, h("h3", {}, "Would the scores stand?"),
    h("p", { className: "formula" }, told.formula), empty, content);
  let shown = null;
  let held = null;

  function rows() {
    return work.chosen.filter(({ weight }) => weight).map(({ id }) => [here.sign(id).name, ...articles.map(({ id: article }) => {
      const [now, then] = [work.score(article), work.score(article, id)];
      const rated = work.finding(id, article).direction;
      return now === null || then === null || !rated ? null : [then, then - now];
    })]);
  }

  function cellOf(moved) {
    if (!moved) return h("td", {}, "–");
    const [score, by] = moved;
    const steady = Math.abs(by) < 0.05;
    const way = steady ? "·" : by > 0 ? "▲" : "▼";
    return h("td", {}, h("span", { className: "to" }, score.toFixed(1)), " ", h("span", { className: "by" }, steady ? "stays" : `${way} ${Math.abs(by).toFixed(1)}`));
  }

  function update() {
    const now = rows();
    const ready = now.some(([, ...cells]) => cells.some(Boolean));
    empty.hidden = ready;
    content.hidden = !ready;
    if (!same(now, shown)) {
      shown = now;
      body.replaceChildren(...now.map(([title, ...cells]) => h("tr", {}, h("th", { scope: "row" }, title), ...cells.map(cellOf))));
    }
    const whole = articles.map(({ id }) => work.score(id));
    if (!same(whole, held)) {
      held = whole;
      stands.replaceChildren(h("th", { scope: "row" }, "None: as it stands"),
        ...whole.map((score) => h("td", {}, h("span", { className: "to" }, score === null ? "–" : score.toFixed(1)), " ", h("span", { className: "by" }))));
    }
    const options = [["", "Choose …"], ...work.chosen.map(({ id }) => [id, here.sign(id).name]), ["none", "None of them: it stays"]];
    asks.forEach(({ id, list }) => {
      if (!same(options, [...list.options].map((option) => [option.value, option.text]))) {
        list.replaceChildren(...options.map(([value, label]) => h("option", { value }, label)));
      }
      list.value = work.moves.named[id] ?? "";
    });
  }

  return { node, update };
}
