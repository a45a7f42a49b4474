// A button that asks Python something, and the answer above it.

import { comeHome } from "./homecoming.js";

/** @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const root = document.createElement("section");
  const button = document.createElement("button");
  const answer = document.createElement("div");
  root.className = "claimlab-asking";
  root.setAttribute("aria-label", model.get("title"));
  button.type = "button";
  button.setAttribute("data-lm-suppress-shortcuts", "true"); // Enter presses the button, it does not edit the cell
  answer.setAttribute("role", "status");
  answer.className = "claimlab-asking-answer";
  root.append(answer, button);
  el.append(root);
  requestAnimationFrame(() => comeHome(el)); // by then the page has taken the widget in

  const show = () => {
    button.textContent = model.get("label");
    button.disabled = !model.get("more");
    // Made by the kit's own report, where every word of a learner is escaped.
    answer.innerHTML = model.get("answer");
  };
  let pressed = false;
  const ask = () => {
    pressed = true;
    model.send({ type: "ask" });
  };
  // A long answer that is new from its first line on is read from there; the button stands at its end.
  const answered = () => {
    const before = answer.textContent;
    show();
    if (pressed && !answer.textContent.startsWith(before) && root.getBoundingClientRect().top < 0) root.scrollIntoView();
    pressed = false;
  };
  button.addEventListener("click", ask);
  model.on("change:asked", answered);
  show();
  return () => model.off("change:asked", answered);
}

export default { render };
