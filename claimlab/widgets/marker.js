import { button, count, h, name } from "./elements.js";
import { Work } from "./work.js";
import { frameOf, widgetOf } from "./frame.js";
import { articleOf } from "./article.js";
import { cardsOf } from "./cards.js";
import { linesOf } from "./lines.js";
import { guideOf } from "./guide.js";

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
  const guide = guideOf(here, (target) => { frame.root.dataset.point = target; }, () => article.focus());
  const swapper = button("", () => swap());
  const columns = h("div", { className: "columns" }, guide.node, article.node, cards.node);
  const frame = frameOf(model, work, { dress: "claimlab-marker", body: h("div", {}, columns, lines.node), update, gauge, escape,
    home: () => swapper, counted: "Claims", tools: [swapper],
    more: [["Show the guided start", () => { guide.show(0); guide.focus(); }]] });

  function update() {
    if (work.indexOf(here.openId) < 0) here.openId = null;
    if (typed) lines.update();
    article.paint();
    cards.update();
    columns.hidden = typed;
    lines.node.hidden = !typed;
    swapper.textContent = typed ? "Mark instead" : "Type instead";
  }

  function gauge() {
    const now = work.cards.length;
    return { now, most: high, words: `${count(now, "claim")} · aim for ${low} to ${high}` };
  }

  function mark(passage, length) {
    const twin = work.cards.findIndex(({ passages: [p] }) => p?.start === passage.start && p.end === passage.end);
    if (twin < 0) return add([passage], `, ${length}`);
    frame.tell(`These words are claim ${twin + 1} already. If they hold two claims, split it.`);
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
    frame.refresh();
    if (passage?.start >= 0) article.reveal(passage.start);
    cards.focusField(id);
  }

  function close(id) {
    here.openId = null;
    work.flush();
    frame.refresh();
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
    else swapper.focus();
  }

  function swap() {
    typed = !typed;
    here.openId = null;
    work.flush();
    work.field = null;
    article.leave();
    lines.forget();
    frame.refresh(typed ? "Type one claim a line." : "Back to the article.");
    if (typed) lines.focus();
  }

  function escape({ target }) {
    if (guide.isOpen()) guide.end();
    else if (here.openId && cards.node.contains(target)) finish(here.openId);
  }

  el.append(frame.root);
  guide.show(model.get("_guided") ? 0 : -1);
  frame.refresh();
  return () => {
    gone.abort();
    frame.close();
  };
}

export default widgetOf(Work, view);
