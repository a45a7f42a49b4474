import { h, name, write } from "./elements.js";

/** A question with a few answers as pills; each may carry a line that says what it means, and first tells what there is. */
export function choiceOf(label, options, chosen, choose, first = "") {
  const group = name();
  // Its line is kept free while it is empty: a form that jumps makes a press miss.
  const about = h("p", { className: "about", "aria-hidden": "true", hidden: !options.some(([, , meaning]) => meaning) });
  const tell = (value) => {
    const [, shown, meaning] = options.find(([option]) => option === value) ?? [];
    write(about, meaning ? `${shown}: ${meaning}` : first);
  };
  const pills = options.map(([value, shown, meaning = ""], i) => {
    const note = h("span", { hidden: true, id: `${group}-${i}` }, meaning);
    const input = h("input", { type: "radio", name: group, value, "aria-describedby": note.id,
      onchange: () => choose(value), onfocus: () => tell(value), onblur: () => tell(chosen()) });
    return h("label", { onpointerenter: () => tell(value), onpointerleave: () => tell(chosen()) },
      input, h("span", {}, shown), note);
  });
  const node = h("fieldset", {}, h("legend", {}, label), h("div", { className: "pills" }, ...pills), about);
  const update = () => {
    node.querySelectorAll("input").forEach((input) => { input.checked = input.value === String(chosen()); });
    if (!node.matches(":hover")) tell(chosen());
  };
  return { node, update };
}
