import { h, name, write } from "./elements.js";

/** In words, what a number from 0 to 100 says. */
export function inWords(value, words) {
  return value === null ? "" : words.find(([most]) => value <= most)[1];
}

/** One statement: how likely is it? After the form is finished, what is so and why. */
export function statementOf(here) {
  const id = name();
  const { scale } = here.model.get("_guidance");
  const said = h("blockquote", { id: `${id}-said` });
  const ask = h("p", { className: "ask", id: `${id}-ask` }, "How likely is it that this is accurate, just as it stands?");
  const slider = h("input", { type: "range", min: 0, max: 100, step: 5, "aria-labelledby": `${id}-said ${id}-ask`, oninput: () => set(Number(slider.value)),
    onpointerup: settle, onkeydown: (event) => { if (event.key === " ") { event.preventDefault(); settle(); } } });
  const number = h("input", { type: "number", min: 0, max: 100, step: 1, inputMode: "numeric", "aria-label": "How likely, in 100", oninput: typed });
  const typedIn = h("label", { className: "typed" }, number, " in 100");
  const words = h("output", { className: "inwords" });
  const unsure = h("input", { type: "checkbox", onchange: () => answer(null, unsure.checked) });
  const look = h("label", { className: "look" }, unsure, h("span", {}, "I do not know enough, I would look it up"));
  const told = h("div", { className: "told" });
  const ends = h("div", { className: "ends", "aria-hidden": "true" }, h("span", {}, "surely not"), h("span", {}, "could be either"), h("span", {}, "surely so"));
  const node = h("div", { className: "statement" }, said, ask,
    h("div", { className: "scale" }, h("div", { className: "slide" }, slider, ends), typedIn), words, look, told);

  const card = () => here.work.card(here.page);

  function answer(value, looks, field = null) {
    here.work.edit(here.page, { value, unsure: looks }, field);
  }

  function set(value) {
    answer(value, false, `value ${here.page}`);
  }

  /** A press in the middle moves nothing, and is an answer all the same. */
  function settle() {
    if (!slider.disabled && card().value === null) set(Number(slider.value));
  }

  function typed() {
    const value = Number(number.value);
    if (number.value === "") answer(null, false, `value ${here.page}`);
    else if (Number.isInteger(value) && value >= 0 && value <= 100) set(value);
  }

  function tell() {
    const truth = here.told(here.page);
    told.hidden = !truth;
    if (!truth) return;
    told.dataset.sign = truth.sign;
    told.replaceChildren(h("h4", {}, h("span", { "aria-hidden": "true" }, `${truth.mark} `), truth.head), h("p", {}, truth.why), h("p", { className: "source" }, `Source: ${truth.source}`));
  }

  function update() {
    const { value, unsure: looks } = card();
    write(said, here.statements.get(here.page));
    [slider, number, unsure].forEach((field) => { field.disabled = here.work.finished; });
    slider.value = value ?? 50;
    slider.dataset.open = String(value === null);
    slider.style.setProperty("--at", `${value ?? 50}%`);
    const reading = value === null ? (looks ? "You would look it up." : "") : `${value} in 100: ${inWords(value, scale)}`;
    slider.setAttribute("aria-valuetext", value === null ? "not set yet" : reading);
    if (document.activeElement !== number || Number(number.value) !== value) number.value = value ?? "";
    write(words, reading);
    unsure.checked = looks;
    typedIn.hidden = here.work.finished;
    look.hidden = here.work.finished && !looks;
    tell();
  }

  return { node, update, focus: () => (here.work.finished ? here.heading : slider).focus() };
}
