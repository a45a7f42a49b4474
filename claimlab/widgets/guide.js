import { button, h } from "./elements.js";

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
