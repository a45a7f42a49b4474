import { button, h } from "./elements.js";

const terms = (pairs, dress) => h("dl", {}, ...pairs.flatMap(([term, meaning]) => [h("dt", {}, dress(term)), h("dd", {}, meaning)]));
const part = (title, body) => h("div", {}, h("h3", {}, title), body);

/** The help panel and the button that opens it. */
export function helpOf(here, showGuide) {
  const { steps, keys, kinds } = here.model.get("_guidance");
  const opener = button("Help", () => show(node.hidden), { "aria-expanded": "false" });
  const node = h("section", { className: "help", hidden: true, "aria-label": "Help", tabIndex: -1 },
    part("Steps", h("ol", {}, ...steps.map((line) => h("li", {}, line)))),
    part("Keys", terms(keys, (key) => h("kbd", {}, key))),
    part("Kinds", terms(kinds, (kind) => kind)),
    h("div", { className: "foot" }, button("Show the guided start", () => { show(false); showGuide(); }), button("Close", () => show(false))));
  function show(visible) {
    node.hidden = !visible;
    opener.setAttribute("aria-expanded", String(visible));
    (visible ? node : opener).focus();
  }
  return { node, opener, isOpen: () => !node.hidden, close: () => show(false) };
}

/** The guided start: a few short steps, each beside what it is about; nothing is blocked meanwhile. */
export function guideOf(here, point, leave) {
  const steps = here.model.get("_guidance").guide;
  const lesson = h("div", { "aria-live": "polite" });
  const next = button("", () => (step + 1 < steps.length ? show(step + 1) : end()), { className: "go" });
  const skip = button("Skip", () => end());
  const node = h("section", { className: "guide", "aria-label": "Guided start" }, lesson,
    h("div", { className: "foot" }, next, skip));
  let step = -1;
  function show(i) {
    step = i;
    const [target, title, words] = steps[i] ?? [""];
    node.hidden = i < 0;
    node.dataset.point = target;
    point(target);
    if (i < 0) return;
    lesson.replaceChildren(h("p", { className: "step" }, `Step ${i + 1} of ${steps.length}`), h("h3", {}, title), h("p", {}, words));
    next.textContent = i + 1 < steps.length ? "Next" : "Got it";
    skip.hidden = i + 1 === steps.length;
  }
  function end() {
    const inside = node.contains(document.activeElement);
    show(-1);
    here.work.ask("guide-dismissed");
    if (inside) leave();
  }
  return { node, show, end, isOpen: () => step >= 0, focus: () => next.focus(),
    reached: (i) => { if (step >= 0 && step < i) show(i); } };
}
