import { button, count, h, name, same, write } from "./elements.js";
import { TYPED } from "./typed_work.js";
import { foldOf, listOf } from "./shelf.js";

/** From this width on the guide fits beside the text; the style sheet agrees. */
const BESIDE_TEXT = 720;

/** The number of the line that position at lies on, from 1. */
const lineAt = (text, at) => text.slice(0, at).split("\n").length;

/**
 * Typing instead of pressing: the whole work as one text, with what one needs to read beside it (a list of nodes).
 * Python prints the text and reads it; a line that it cannot read stays, and is named below.
 */
export function typingOf(here, matter) {
  const { work } = here;
  const told = here.model.get("_guidance").typing;
  const lead = h("p", { id: name() }, told.lead, " ", told.kept);
  const field = h("textarea", { id: name(), rows: 18, spellcheck: true, oninput: () => take(), onblur: () => rest() });
  field.setAttribute("aria-describedby", lead.id);
  const heading = h("h3", {});
  const list = h("ol", {});
  const wrong = h("section", { className: "unread", "aria-label": "Lines that cannot be read yet" }, heading, list);
  const guide = foldOf("An example, about something else", () => [h("pre", {}, told.example)], true);
  const swapper = button("Type instead", () => swap());
  const warning = h("p", {});
  const notice = h("div", { className: "draft" }, warning, button("Show what you typed", () => swap(), { className: "go" }));
  const node = h("section", { className: "typing", "aria-label": told.label }, h("div", { className: "matter" }, guide, listOf("How to write it", told.how), ...matter),
    h("div", { className: "paper" }, h("label", { htmlFor: field.id }, told.label), lead, field, wrong));
  let open = false;
  let leaving = false;
  let asked = null; // the cards whose text was asked for last
  let complaints = [];
  let shown = [];

  here.listen(document, "selectionchange", () => { if (open && document.activeElement === field) complain(); });

  function take() {
    asked = null;
    work.type(field.value);
  }

  function rest() {
    work.flush();
    if (work.field === TYPED) work.field = null;
    if (open) complain();
  }

  function put(text) {
    field.readOnly = false;
    if (field.value === text) return;
    const at = field.selectionStart;
    field.value = text;
    field.setSelectionRange(at, at);
  }

  /** Ask Python for the work as text. */
  function print() {
    const cards = work.cards;
    asked = cards;
    field.readOnly = true;
    work.question("print", { cards }, (answer) => {
      if (asked !== cards || answer.text === undefined) return;
      put(answer.text);
      complaints = answer.complaints;
    });
  }

  /** Name the lines that cannot be read; the one that is being written is left in peace. */
  function complain() {
    const at = document.activeElement === field && work.field === TYPED ? lineAt(field.value, field.selectionStart) : 0;
    const now = complaints.filter(([line]) => line !== at);
    wrong.hidden = !now.length;
    if (same(now, shown)) return;
    const fresh = now.find(([, , said]) => !shown.some((other) => other[2] === said));
    if (fresh) here.tell(`Line ${fresh[0]} cannot be read yet. ${fresh[2]}`);
    else if (shown.length && !now.length) here.tell("Every line can be read now.");
    shown = now;
    write(heading, `${count(now.length, "line")} cannot be read yet`);
    list.replaceChildren(...now.map(([line, words, said]) => h("li", {}, button(`Line ${line}`, () => goTo(line), { "aria-label": `Go to line ${line}` }),
      h("span", {}, h("q", {}, words), " ", said))));
  }

  function goTo(line) {
    const lines = field.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  }

  function swap() {
    if (open && work.unsettled) {
      leaving = true;
      work.flush();
      return here.tell("One moment: your text is being read.");
    }
    leaving = false;
    open = !open;
    asked = null;
    shown = complaints = [];
    work.flush();
    work.field = null;
    here.frame.refresh(open ? told.label : `${told.back}: done.`);
    if (open) guide.open = node.clientWidth > BESIDE_TEXT;
    return (open ? field : swapper).focus();
  }

  function update() {
    const { text, unread, complaints: said } = work.typed;
    node.hidden = !open;
    notice.hidden = open || !unread.length;
    write(warning, `${count(unread.length, "line")} that you typed cannot be read yet. ${unread.length > 1 ? "They are" : "It is"} kept.`);
    swapper.textContent = open ? told.back : "Type instead";
    if (!open) return;
    if (text !== null) {
      put(text);
      complaints = said;
    } else if (asked !== work.cards && work.state !== "lost") print();
    complain();
    if (leaving && !work.unsettled) swap();
  }

  return { node, notice, swapper, update, isOpen: () => open, focus: () => field.focus() };
}
