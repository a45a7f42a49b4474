import { button, h, reveal, write } from "./elements.js";
import { frameOf, widgetOf } from "./frame.js";
import { Sitting } from "./sitting.js";
import { statementOf } from "./statement.js";
import { taskOf } from "./task.js";
import { endingOf } from "./ending.js";

/** A row of numbered pages: one stop for the keyboard, arrows between them. */
function stripOf(here) {
  const leap = (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? here.pages.length - 1 : by && here.place() + by;
    if (to === undefined || !here.pages[to]) return;
    event.preventDefault();
    here.go(here.pages[to], false);
    dots.get(here.page).focus();
  };
  const dots = new Map(here.pages.map((id) => {
    const dot = button("", () => here.go(id));
    dot.dataset.kind = here.kindOf(id);
    return [id, dot];
  }));
  const all = [...dots.values()];
  const node = h("nav", { className: "strip", "aria-label": "Pages of the form", onkeydown: leap },
    h("div", {}, ...all.slice(0, here.statements.size)), h("div", {}, ...all.slice(here.statements.size)));

  function update() {
    dots.forEach((dot, id) => {
      const { label, face, state } = here.stateOf(id);
      write(dot, face);
      dot.setAttribute("aria-label", label);
      dot.dataset.state = state;
      dot.tabIndex = id === here.page ? 0 : -1;
      if (id === here.page) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
  }

  return { node, update };
}

/** What the strip shows for a page, and how it is read out. */
function stateOf(here, id) {
  const card = here.work.card(id);
  const title = here.nameOf(id);
  const told = here.told(id);
  if (id === "end") return { label: title, face: "Finish", state: here.work.finished ? "done" : "" };
  if (told && "mark" in told) return { label: `${title}: ${told.head}`, face: told.mark, state: told.sign };
  const face = card.unsure ? "?" : String(here.place(id) + 1 - ("words" in card ? here.statements.size : 0));
  const words = Sitting.open(card) ? "open" : card.unsure ? "would look it up" : "words" in card ? "written" : `answered, ${card.value} in 100`;
  return { label: `${title}: ${words}`, face, state: Sitting.open(card) ? "open" : "done" };
}

/** Show the form in el, one page at a time. Which page is open belongs to this view alone. */
function view(model, work, el) {
  const statements = new Map(model.get("_statements").map(({ id, say }) => [id, say]));
  const tasks = new Map(model.get("_tasks").map((task) => [task.id, task]));
  const pages = [...statements.keys(), ...tasks.keys(), "end"];
  const heading = h("h3", { tabIndex: -1 });
  const here = { model, work, statements, tasks, pages, heading, page: pages[0], go, finish,
    place: (id = here.page) => pages.indexOf(id),
    told: (id) => model.get("_told")[id],
    kindOf: (id) => (id === "end" ? "end" : statements.has(id) ? "statement" : "task"),
    stateOf: (id) => stateOf(here, id),
    nameOf: (id) => (id === "end" ? "Finish" : statements.has(id) ? `Statement ${here.place(id) + 1} of ${statements.size}`
      : `Task ${here.place(id) - statements.size + 1} of ${tasks.size}`) };
  here.page = work.finished ? "end" : pages.find((id) => id === "end" || Sitting.open(work.card(id)));
  const kinds = { statement: statementOf(here), task: taskOf(here), end: endingOf(here) };
  const strip = stripOf(here);
  const back = button("← Back", () => step(-1));
  const next = button("Next →", () => step(1), { className: "go" });
  const page = h("section", { className: "page", "aria-label": "Page", onkeydown: enter }, heading, ...Object.values(kinds).map(({ node }) => node),
    h("div", { className: "foot" }, back, next));
  const frame = frameOf(model, work, { dress: "claimlab-form", body: h("div", { className: "body" }, strip.node, page), update, gauge, home: () => heading, escape: () => {} });

  function step(by) {
    const to = pages[here.place() + by];
    if (to) go(to);
  }

  function go(id, takeFocus = true) {
    work.flush();
    here.page = id;
    frame.refresh();
    if (takeFocus) kinds[here.kindOf(id)].focus();
    reveal(page);
  }

  /** Enter in the slider or the number box is the quick way on. */
  function enter(event) {
    if (event.key !== "Enter" || !event.target.matches("input[type=range], input[type=number]")) return;
    event.preventDefault();
    step(1);
  }

  function finish() {
    work.finish();
    heading.focus();
  }

  function update() {
    write(heading, here.nameOf(here.page));
    Object.entries(kinds).forEach(([kind, part]) => {
      part.node.hidden = kind !== here.kindOf(here.page);
      if (!part.node.hidden) part.update();
    });
    strip.update();
    back.disabled = here.place() === 0;
    next.hidden = here.page === "end";
  }

  function gauge() {
    const most = statements.size + tasks.size;
    const now = most - work.opened("value").length - work.opened("words").length;
    return { now, most, words: work.finished ? `Finished · ${now} of ${most} answered` : `${now} of ${most} answered` };
  }

  model.on("change:_told", tell);
  function tell() { frame.refresh(); }

  el.append(frame.root);
  frame.refresh();
  return () => {
    model.off("change:_told", tell);
    frame.close();
  };
}

export default widgetOf(Sitting, view);
