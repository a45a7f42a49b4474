import { button, count, h, name, write } from "./elements.js";

/** A part of what lies beside a text, folded until it is wanted; fill makes its content when it is first opened. */
export function foldOf(title, fill, open = false) {
  const node = h("details", { open }, h("summary", {}, title));
  const once = () => { if (node.open && node.children.length === 1) node.append(...fill()); };
  node.addEventListener("toggle", once);
  once();
  return node;
}

/** All sources of a pack to read and to find by words, each with the number it is called by. */
export function shelfOf(title, pack) {
  return foldOf(title, () => {
    const items = pack.map((card) => {
      const node = h("li", {}, h("h3", {}, h("b", {}, card.id), ` ${card.title}`),
        h("p", { className: "where" }, [card.author, card.publisher || "no publisher", card.date || "no date"].filter(Boolean).join(" · ")),
        ...(card.quote ? [h("blockquote", {}, `“${card.quote}”`)] : []), h("p", {}, card.summary.join(" ")));
      return { node, text: node.textContent.toLowerCase() };
    });
    const found = h("p", { className: "how", role: "status" });
    const field = h("input", { id: name(), type: "search", autocomplete: "off", oninput: () => look() });
    const clear = button("Show all", () => { field.value = ""; look(); field.focus(); });
    function look() {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      items.forEach(({ node, text }) => { node.hidden = !words.every((word) => text.includes(word)); });
      const left = items.filter(({ node }) => !node.hidden).length;
      write(found, words.length ? (left ? `${count(left, "source")} with ${words.length > 1 ? "these words" : "this word"}` : "None. Try fewer words.") : "");
      clear.hidden = !words.length;
    }
    look();
    return [h("div", { className: "look" }, h("label", { htmlFor: field.id }, "Find in these sources"), h("div", { className: "ask" }, field, clear), found),
      h("ul", { className: "shelf" }, ...items.map(({ node }) => node))];
  });
}

/** An article to read. */
export function readOf(title, { text, language, byline }) {
  return foldOf(title, () => {
    const [headline, ...paragraphs] = text.split(/\n{2,}/);
    return [h("div", { className: "page", lang: language }, h("h3", {}, headline), h("p", { className: "where" }, byline), ...paragraphs.map((words) => h("p", {}, words)))];
  });
}

/** Names with what they mean, in lists that may have a heading each: pairs, or [heading, pairs]. */
export const listOf = (title, pairs, ...more) => foldOf(title, () => [["", pairs], ...more].flatMap(([heading, list]) => [
  ...(heading ? [h("h3", {}, heading)] : []), h("dl", {}, ...list.flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)]))]));
