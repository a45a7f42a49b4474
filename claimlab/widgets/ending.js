import { button, count, h, write } from "./elements.js";

/** The last page: what is still open, and the button that hands the form in. */
export function endingOf(here) {
  const done = h("p", { className: "done" });
  const open = h("p", { className: "stillopen" }, "Still open:");
  const gaps = h("ul", { className: "gaps" });
  const note = h("p", {}, "When you finish, your answers stay as they are. Then each page says what is so and why, and your report appears below.");
  const first = button("Finish and see how it went", () => ask(true), { className: "go" });
  const sure = button("Yes, finish", () => here.finish(), { className: "go" });
  const back = button("Not yet", () => ask(false));
  const confirm = h("div", { className: "confirm", hidden: true }, h("p", {}, "Some pages are still open. Finish all the same?"), sure, back);
  const node = h("div", { className: "ending" }, done, open, gaps, note, first, confirm);

  const openCards = () => [...here.work.opened("value"), ...here.work.opened("words")];

  function ask(asked) {
    if (asked && !openCards().length) return here.finish();
    confirm.hidden = !asked;
    first.hidden = asked;
    return (asked ? sure : first).focus();
  }

  function update() {
    const { finished } = here.work;
    const left = openCards();
    const items = here.statements.size - here.work.opened("value").length;
    const words = here.tasks.size - here.work.opened("words").length;
    write(done, finished ? "You have finished this form. Walk back through the pages: each one now says what is so and why. Your report is below."
      : `You have answered ${items} of ${count(here.statements.size, "statement")} and written ${words} of ${count(here.tasks.size, "task")}.`);
    const shown = left.map(({ id }) => id).join();
    if (gaps.dataset.shown !== shown) {
      gaps.dataset.shown = shown;
      gaps.replaceChildren(...left.map(({ id }) => h("li", {}, button(here.nameOf(id), () => here.go(id)))));
    }
    gaps.hidden = open.hidden = finished || !left.length;
    note.hidden = finished;
    if (finished || !left.length || here.page !== "end") confirm.hidden = true;
    first.hidden = finished || !confirm.hidden;
  }

  return { node, update, focus: () => (here.work.finished ? here.heading : first.hidden ? sure : first).focus() };
}
