import { button, h, name, same, write } from "./elements.js";
import { choiceOf } from "./choice.js";

const LETTER = /[\p{L}\p{N}]/u;

/** The words selected inside node, whole words only; nothing if the selection lies elsewhere. */
export function selectedIn(node) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed || !node.contains(selection.anchorNode) || !node.contains(selection.focusNode)) return "";
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer: first, endContainer: last } = range;
  const at = (place, i) => LETTER.test(place.data[i] ?? "");
  if (first.nodeType === Node.TEXT_NODE) {
    let i = range.startOffset;
    while (at(first, i) && at(first, i - 1)) i -= 1;
    range.setStart(first, i);
  }
  if (last.nodeType === Node.TEXT_NODE) {
    let i = range.endOffset;
    while (at(last, i) && at(last, i - 1)) i += 1;
    range.setEnd(last, i);
  }
  return range.toString().replace(/\s+/g, " ").trim();
}

/** The text of a card to take words from: a sentence at a press, any words by selecting them. */
export function picksOf(quote, sentences, chosen, pick) {
  const parts = quote ? [quote, ...sentences] : sentences;
  const press = (part) => () => {
    if (getSelection().isCollapsed) pick(chosen() === part ? "" : part);
  };
  const picks = parts.map((part) => h("span", { role: "button", tabIndex: 0, className: quote && part === quote ? "pick quote" : "pick", onclick: press(part),
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      getSelection().removeAllRanges();
      press(part)();
    } }, part));
  const node = h("div", { className: "picks", role: "group", "aria-label": "Sentences of this source: press one to use its words",
    onpointerup: () => setTimeout(() => { const words = selectedIn(node); if (words) pick(words); }) },
  ...picks.flatMap((one) => [one, " "]));
  return { node, update: () => picks.forEach((one, i) => one.setAttribute("aria-pressed", String(chosen() === parts[i]))) };
}

/** Whether this desk asks for it: a first lesson asks for less. */
export function asks(here, what) {
  return (here.model.get("_guidance").asks ?? ["origin", "letter"]).includes(what);
}

/** What is asked about a source that was attached to a claim. */
function weighingOf(here, id, source) {
  const { work } = here;
  const { stances, letters } = here.model.get("_guidance");
  const now = () => work.evidence(id, source) ?? {};
  const card = here.card(source);
  const stance = choiceOf("What does it say about the claim?", stances.map(([one, meaning]) => [one, one, meaning]),
    () => now().stance, (value) => work.weigh(id, source, { stance: value }));
  const letter = choiceOf("How reliable is this source?", letters.map(([one, meaning]) => [one, one, meaning]),
    () => now().letter, (value) => work.weigh(id, source, { letter: value }), "From A (no doubts) to E (it makes things up). F: cannot tell.");
  const field = h("textarea", { id: name(), rows: 2, maxLength: 2000,
    oninput: () => work.weigh(id, source, { words: field.value }, "", `${id}:${source}:words`),
    onblur: () => { work.flush(); work.field = null; } });
  const picks = picksOf(card.quote, card.summary ?? [], () => now().words, (words) => {
    if (words !== now().words) work.weigh(id, source, { words }, words ? "These words go with it." : "Taken out again.");
  });
  const origin = h("input", { type: "checkbox",
    onchange: () => work.weigh(id, source, { role: origin.checked ? "origin" : "" }, origin.checked ? "Marked as the earliest appearance." : "") });
  const twin = h("select", { id: name(), onchange: () => work.group(id, source, twin.value,
    twin.value ? `Same origin as “${here.card(twin.value).title}”.` : "It stands on its own.") });
  const from = h("div", { className: "from" }, h("label", { htmlFor: twin.id }, "Where did it get this from?"), twin);
  const node = h("div", { className: "form" }, stance.node,
    h("label", { htmlFor: field.id }, "Which words show it?"),
    h("p", { className: "how" }, card.summary ? "Press a sentence, select words in it, or type." : "Copy the words from the page."),
    ...(card.summary ? [picks.node] : []), field, ...(asks(here, "letter") ? [letter.node] : []),
    ...(asks(here, "origin") ? [h("label", { className: "tick" }, origin, h("span", {}, "This is the earliest appearance that I found")), from] : []),
    h("div", { className: "foot" }, button("Done", () => here.closeEvidence(), { className: "go" }),
      button("Read the card", () => here.read(source)), button("Remove", () => here.detach(id, source), { className: "far" })));

  function update() {
    const { words = "", role, group } = now();
    const others = work.claim(id).evidence.filter((one) => one.source !== source);
    if (field.value !== words) field.value = words;
    origin.checked = role === "origin";
    [stance, letter, picks].forEach((part) => part.update());
    const options = [["", "First-hand, or I cannot tell"],
      ...others.map((one) => [one.source, `Same origin as “${here.card(one.source).title}”`])];
    if (!same(options, [...twin.options].map((option) => [option.value, option.text]))) {
      twin.replaceChildren(...options.map(([value, label]) => h("option", { value }, label)));
    }
    twin.value = (group && others.find((one) => one.group === group)?.source) || "";
    from.hidden = !others.length;
  }
  return { node, update, focus: () => node.querySelector("input").focus({ preventScroll: true }) };
}

/** One source attached to a claim: a line that says what was found, and what is asked about it. */
export function evidenceOf(here, id, source) {
  const title = h("span", { className: "title" });
  const where = h("span", { className: "where" });
  const tags = h("span", { className: "tags" });
  const head = button("", () => here.openEvidence(here.evidenceId === source ? null : source), { className: "head" });
  const node = h("li", { className: "evidence" }, head);
  const graded = asks(here, "letter");
  let form = null;
  head.append(title, " ", where, " ", tags);
  function update() {
    const open = here.evidenceId === source && here.claimId === id;
    const { stance, letter, role, group, words } = here.work.evidence(id, source);
    const twins = here.work.claim(id).evidence.filter((one) => group && one.group === group && one.source !== source);
    const said = [stance || "needs a stance", words ? "" : "needs words", letter ? `reliability ${letter}` : graded ? "needs a letter, A to F" : "",
      role ? "earliest" : "", twins.length ? `same origin as ${twins.map((one) => here.ordinal(id, one.source)).join(" and ")}` : ""];
    node.dataset.stance = stance || "none";
    node.classList.toggle("open", open);
    head.setAttribute("aria-expanded", String(open));
    write(title, `${here.ordinal(id, source)} ${here.card(source).title}`);
    write(where, here.where(source));
    const shown = said.filter(Boolean);
    if (!same(shown, [...tags.children].map((tag) => tag.textContent))) {
      tags.replaceChildren(...shown.flatMap((word) => [h("span", { className: word.startsWith("needs") ? "tag needs" : "tag" }, word)]));
    }
    if (open && !form) node.append((form = weighingOf(here, id, source)).node);
    if (!open && form) form = void form.node.remove();
    form?.update();
  }
  return { node, head, update, form: () => form };
}
