/** Small things every part of a widget needs: making elements, telling values apart, counting in words. */

export const name = () => Math.random().toString(36).slice(2, 8);
export const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);
export const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

/**
 * Make an element. Keys that begin with "on" listen, properties of the node are set, the rest become attributes.
 * Text is only ever added as text, never read as markup.
 * @param {string} tag
 * @param {Record<string, any>} [settings]
 * @param {...(Node|string)} children
 */
export function h(tag, settings = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(settings)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key in node) node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** @param {string} label @param {(event: Event) => void} onclick @param {Record<string, any>} [settings] */
export const button = (label, onclick, settings = {}) => h("button", { type: "button", onclick, ...settings }, label);

/** Change a text only if it differs, so that a screen reader is not told twice. */
export function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** Scroll as little as needed, and softly unless the reader asked for less motion. */
export function reveal(node) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
