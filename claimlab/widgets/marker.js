import { button, count, h, name, write } from "./elements.js";
import { Work } from "./work.js";
import { articleOf } from "./article.js";
import { cardsOf } from "./cards.js";
import { linesOf } from "./lines.js";
import { guideOf, helpOf } from "./guide.js";

const SHORTCUTS = "data-lm-suppress-shortcuts";

/** Show the work in el. Focus, the open card and what is selected belong to this view alone. */
function view(model, work, el) {
  const [low, high] = model.get("_target");
  const gone = new AbortController();
  const here = { model, work, openId: null, mark, add, openCard, close, finish, split, remove,
    listen: (target, type, does) => target.addEventListener(type, does, { signal: gone.signal, capture: true }) };
  let typed = false;

  const article = articleOf(here);
  const cards = cardsOf(here);
  const lines = linesOf(here);
  const guide = guideOf(here, (target) => { root.dataset.point = target; }, () => article.focus());
  const help = helpOf(here, () => { guide.show(0); guide.focus(); });
  const undo = button("↶ Undo", () => work.undo());
  const redo = button("↷ Redo", () => work.redo());
  const swapper = button("", () => swap());
  const fill = h("i");
  const meter = h("span", { className: "meter", role: "meter", "aria-label": "Claims", "aria-valuemin": 0, "aria-valuemax": high }, fill);
  const tally = h("span", { className: "tally" });
  const bringBack = button("", () => work.endDraft(true), { className: "go" });
  const draft = h("div", { className: "draft" }, h("p", {}, "Some of your work was not saved last time."), bringBack,
    button("Leave them", () => work.endDraft(false)));
  const news = h("span");
  const fate = h("span", { className: "unseen" });
  const saved = h("p", { className: "saved" });
  const alarm = h("p", { role: "alert", className: "alarm" });
  const columns = h("div", { className: "columns" }, guide.node, article.node, cards.node);
  const root = h("div", { className: "claimlab-marker", [SHORTCUTS]: "true", "data-jp-suppress-context-menu": "true" },
    h("div", { className: "bar" }, h("h2", {}, model.get("_heading")), h("div", { className: "gauge" }, meter, tally),
      h("div", { className: "tools" }, undo, redo, swapper, help.opener)),
    draft, help.node, columns, lines.node,
    h("div", { className: "status" }, h("p", { role: "status", className: "news" }, news, fate), saved, alarm));

  /** Bring everything on screen up to what the work is now. */
  function refresh(words = "") {
    const n = work.cards.length;
    const trouble = work.state === "lost" || work.state === "refused";
    if (work.indexOf(here.openId) < 0) here.openId = null;
    if (typed) lines.update();
    article.paint();
    cards.update();
    columns.hidden = typed;
    lines.node.hidden = !typed;
    swapper.textContent = typed ? "Mark instead" : "Type instead";
    enable(undo, work.past.length, redo);
    enable(redo, work.future.length, undo);
    fill.style.width = `${Math.min(100, (100 * n) / high)}%`;
    meter.setAttribute("aria-valuenow", Math.min(n, high));
    write(tally, `${count(n, "claim")} · aim for ${low} to ${high}`);
    root.dataset.state = work.state;
    if (words) write(news, words);
    if (!work.field || trouble) write(fate, work.state === "saved" ? ` ${work.sentence}` : "");
    write(alarm, trouble ? work.sentence : "");
    write(saved, trouble ? "" : work.state === "saving" ? "Saving…" : work.sentence);
    draft.hidden = !work.draft;
    if (work.draft) write(bringBack, `Bring back ${count(work.draft.changes, "unsaved change")}`);
  }

  /** A button that is switched off hands its focus on, or a keyboard would lose its place. */
  function enable(one, possible, other) {
    const focused = document.activeElement === one;
    one.disabled = !possible;
    if (focused && one.disabled) (other.disabled ? swapper : other).focus();
  }

  function mark(passage, length) {
    const twin = work.cards.findIndex(({ passages: [p] }) => p?.start === passage.start && p.end === passage.end);
    if (twin < 0) return add([passage], `, ${length}`);
    write(news, `These words are claim ${twin + 1} already. If they hold two claims, split it.`);
    return openCard(work.cards[twin].id);
  }

  function add(passages, about) {
    const card = { id: name(), passages, restatement: "", kind: null, priority: 0, parent: null };
    const later = work.cards.findIndex(({ passages: [p] }) => passages.length && !(p?.start <= passages[0].start));
    const index = later < 0 ? work.cards.length : later;
    work.change(work.cards.toSpliced(index, 0, card), `Claim ${index + 1} added${about}.`);
    guide.reached(2);
    openCard(card.id);
  }

  function openCard(id) {
    const [passage] = work.cards[work.indexOf(id)].passages;
    here.openId = id;
    refresh();
    if (passage?.start >= 0) article.reveal(passage.start);
    cards.focusField(id);
  }

  function close(id) {
    here.openId = null;
    work.flush();
    refresh();
    cards.focusHead(id);
  }

  /** Close a card and go back to where its words stand. */
  function finish(id) {
    const [passage] = work.cards[work.indexOf(id)].passages;
    close(id);
    guide.reached(3);
    if (passage?.start >= 0) article.focus(passage.start);
  }

  function split(id) {
    const i = work.indexOf(id);
    const copy = { ...work.cards[i], id: name(), parent: work.cards[i].parent ?? id };
    work.change(work.cards.toSpliced(i + 1, 0, copy), `Claim ${i + 1} was split; you are in claim ${i + 2} of ${work.cards.length + 1}.`);
    openCard(copy.id);
  }

  function remove(id) {
    const i = work.indexOf(id);
    work.change(work.cards.toSpliced(i, 1), "Removed. Undo brings it back.");
    if (work.cards.length) cards.focusHead(work.cards[Math.min(i, work.cards.length - 1)].id);
    else undo.focus();
  }

  function swap() {
    typed = !typed;
    here.openId = null;
    work.flush();
    work.field = null;
    article.leave();
    lines.forget();
    refresh(typed ? "Type one claim a line." : "Back to the article.");
    if (typed) lines.focus();
  }

  root.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    if (control && (key === "z" || key === "y") && !event.target.matches("textarea")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) work.redo();
      else work.undo();
    } else if (control && key === "s") {
      work.flush();
      return; // on to the notebook, which saves
    } else if (key === "escape" && !event.defaultPrevented) {
      if (help.isOpen()) help.close();
      else if (guide.isOpen()) guide.end();
      else if (here.openId && cards.node.contains(event.target)) finish(here.openId);
    }
    event.stopPropagation();
  });
  // A notebook looks for its shortcuts on the focused element before it climbs, so that one has to carry the sign as well.
  root.addEventListener("focusin", ({ target }) => target.setAttribute(SHORTCUTS, "true"));
  // Saving the notebook must get through to it; every other key pressed in here is for the marker.
  here.listen(window, "keydown", ({ target, key, ctrlKey, metaKey }) => {
    if (!(ctrlKey || metaKey) || key.toLowerCase() !== "s" || !root.contains(target)) return;
    for (const node of [root, target]) {
      node.removeAttribute(SHORTCUTS);
      setTimeout(() => node.setAttribute(SHORTCUTS, "true"));
    }
  });

  el.append(root);
  guide.show(model.get("_guided") ? 0 : -1);
  work.views.add(refresh);
  refresh();
  return () => {
    work.flush();
    gone.abort();
    work.views.delete(refresh);
    root.remove();
  };
}

export default () => {
  let work;
  return {
    initialize({ model }) {
      work = new Work(model);
      return () => work.stop();
    },
    render: ({ model, el }) => view(model, work, el),
  };
};
