import { button, count, h, reveal } from "./elements.js";

/** What marking is called where it makes claims; here.marking may call it something else. */
const CLAIMS = { offer: "Mark as claim", words: "mark as claim", sentence: "mark the sentence",
  tag: (number) => `Claim ${number}: open its card`, marked: (numbers) => `claim ${numbers}` };
const keysOf = (marking) => ({
  words: [["← →", "word"], ["Shift", "extend"], ["Enter", marking.words], ["Esc", "back to sentences"]],
  sentences: [["↑ ↓", "sentence"], ["Enter", "choose words"], ["Space", marking.sentence]],
});

/** Lay the article out: sentences that can be focused, made of words and the gaps between them. */
function typeset({ text, byline, sentences, words }, page) {
  const pieces = [];
  const units = [];
  let block = null;
  let done = 0;
  const put = (parent, start, end, className = "") => {
    const node = h("span", { className }, text.slice(start, end));
    pieces.push({ start, end, node });
    parent.append(node);
    return node;
  };
  const putGap = (parent, start, end) => {
    for (const part of text.slice(start, end).match(/\s+|\S+/g) ?? []) put(parent, start, (start += part.length));
  };
  const spots = sentences.map(([start, end], i) => {
    if (!block || text.slice(done, start).includes("\n\n")) {
      page.append((block = h(block ? "p" : "h3")));
      if (!i) page.append(h("p", { className: "byline" }, byline));
    } else putGap(block, done, start);
    const spot = h("span", { className: "sentence", tabIndex: i ? -1 : 0, role: "group" });
    block.append(spot);
    done = start;
    for (const [from, to] of words.filter((word) => word[0] >= start && word[1] <= end)) {
      putGap(spot, done, from);
      units.push({ start: from, end: to, node: put(spot, from, to, "word"), sentence: i });
      done = to;
    }
    putGap(spot, done, end);
    done = end;
    return spot;
  });
  page.firstChild.setAttribute("aria-label", text.split("\n", 1)[0]);
  return { pieces, units, spots };
}

/** Widen a stretch by the quotation marks, brackets and signs of money that belong to its words. */
function widen(text, start, end) {
  const before = text.slice(0, start).match(/[“‘"'([]+$/)?.[0] ?? "";
  const after = text.slice(end).match(/^[.,!?…]*[”’"')\]]+/)?.[0] ?? "";
  const inside = text.slice(start, end);
  if (after && (before || /[“‘"([]/.test(inside))) end += after.length;
  if (before && (after || /[”"\])]/.test(inside))) start -= before.length;
  start -= /[$£€]?$/.exec(text.slice(0, start))[0].length;
  return [start, end + /^%?/.exec(text.slice(end))[0].length];
}

/** The word in the line above or below, nearest to the word from. */
function wordBeside(units, from, up) {
  const here = units[from].node.getBoundingClientRect();
  const far = units.map(({ node }) => {
    const box = node.getBoundingClientRect();
    const down = up ? here.top - box.top : box.top - here.top;
    return down < here.height / 2 ? Infinity : down * 50 + Math.abs(box.left - here.left);
  });
  const nearest = Math.min(...far);
  return nearest === Infinity ? from : far.indexOf(nearest);
}

/** The words that the browser's own selection touches, first and last, or null. */
function selected(units, page) {
  const chosen = getSelection();
  if (chosen.isCollapsed || !page.contains(chosen.anchorNode) || !page.contains(chosen.focusNode)) return null;
  const picked = chosen.getRangeAt(0);
  const inside = units.flatMap((unit, i) => (picked.intersectsNode(unit.node) ? [i] : []));
  const grazes = (i, node, offset, edge) => units[i]?.node.contains(node) && offset === edge;
  if (grazes(inside[0], picked.startContainer, picked.startOffset, picked.startContainer.length)) inside.shift();
  if (grazes(inside.at(-1), picked.endContainer, picked.endOffset, 0)) inside.pop();
  return inside.length ? { from: inside[0], to: inside.at(-1) } : null;
}

/**
 * The article to read and mark. Two ways lead to a claim: keys (sentence, then words) and pointer (drag or two taps).
 * @param {any} here what the view shares with its parts: model, work, openId, listen, mark, openCard
 */
export function articleOf(here) {
  const { work, listen, marking = CLAIMS } = here;
  const told = here.model.get("_article");
  const { text, sentences } = told;
  const page = h("div", { className: "page" });
  const legend = h("p", { className: "legend", "aria-hidden": "true" });
  const node = h("section", { className: "article", "aria-label": "Article", lang: told.language }, page, legend);
  const { pieces, units, spots } = typeset(told, page);
  let spot = 0;
  let range = null;
  let held = false;
  let dragged = false;
  let painted = "";

  const offer = h("div", { className: "offer", hidden: true, role: "group", "aria-label": "Selected words" },
    button(marking.offer, () => markRange(), { className: "go" }),
    button("Whole sentence", () => markSentence(units[range.from].sentence)),
    button("✕", () => select(null), { "aria-label": "Cancel" }));
  page.append(offer);

  const ends = () => [Math.min(range.from, range.to), Math.max(range.from, range.to)];
  const stretch = () => widen(text, units[ends()[0]].start, units[ends()[1]].end);
  const markRange = () => mark(...stretch());
  const markSentence = (i) => mark(...sentences[i]);

  function mark(start, end) {
    const inside = units.filter((unit) => unit.start >= start && unit.end <= end);
    select(null);
    getSelection().removeAllRanges();
    here.mark({ start, end }, count(inside.length, "word"));
  }

  /** Select words: {from, to} as indices into units, keys when they are chosen by keyboard; null for none. */
  function select(next) {
    range = next;
    const [start, end] = range ? stretch() : [0, 0];
    for (const piece of pieces) piece.node.classList.toggle("chosen", piece.start >= start && piece.end <= end);
    nameParts();
    offer.hidden = !range || Boolean(range.keys);
    if (!offer.hidden) placeOffer();
    if (range?.keys) units[range.to].node.focus();
  }

  /** A sentence whose words are being chosen is a list box of words; any other is a group. */
  function nameParts() {
    const keyed = range?.keys ? units[range.to].sentence : -1;
    spots.forEach((one, i) => {
      one.setAttribute("role", i === keyed ? "listbox" : "group");
      if (i === keyed) one.setAttribute("aria-multiselectable", "true");
      else one.removeAttribute("aria-multiselectable");
    });
    for (const { node: word, sentence } of units) {
      const given = { role: "option", tabindex: "-1", "aria-selected": String(word.classList.contains("chosen")) };
      for (const [key, value] of Object.entries(given)) {
        if (sentence === keyed) word.setAttribute(key, value);
        else word.removeAttribute(key);
      }
    }
    page.querySelectorAll(".tag").forEach((tag) => tag.setAttribute("aria-hidden", String(keyed >= 0)));
    legend.replaceChildren(...keysOf(marking)[keyed < 0 ? "sentences" : "words"].map(([keys, does]) =>
      h("span", {}, ...keys.split(" ").map((key) => h("kbd", {}, key)), does)));
  }

  function placeOffer() {
    const home = page.getBoundingClientRect();
    const last = units[ends()[1]].node.getBoundingClientRect();
    const left = Math.min(last.left - home.left, home.width - offer.offsetWidth);
    Object.assign(offer.style, { left: `${Math.max(0, left)}px`, top: `${last.bottom - home.top + 6}px` });
    reveal(offer);
  }

  function goTo(i) {
    spots[Math.max(0, Math.min(spots.length - 1, i))].focus({ preventScroll: true });
    reveal(spots[spot]);
  }

  function pressWord(event) {
    const sentence = units[range.to].sentence;
    const moves = {
      ArrowRight: () => range.to + 1,
      ArrowLeft: () => range.to - 1,
      ArrowUp: () => wordBeside(units, range.to, true),
      ArrowDown: () => wordBeside(units, range.to, false),
      Home: () => units.findIndex((unit) => unit.sentence === sentence),
      End: () => units.findLastIndex((unit) => unit.sentence === sentence),
    };
    if (event.key === "Enter" || event.key === " ") return markRange();
    if (event.key === "Escape") return select(null), goTo(sentence);
    const to = Math.max(0, Math.min(units.length - 1, moves[event.key]()));
    return select({ from: event.shiftKey ? range.from : to, to, keys: true });
  }

  function pressSentence(event) {
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const first = units.findIndex((unit) => unit.sentence === spot);
    if (event.key in moves) goTo(spot + moves[event.key]);
    else if (event.key === " ") markSentence(spot);
    else if (event.key === "Escape") select(null);
    else if (range) markRange();
    else if (first >= 0) select({ from: first, to: first, keys: true });
  }

  page.addEventListener("keydown", (event) => {
    const ours = /^(Arrow|Home$|End$|Enter$|Escape$| $)/.test(event.key);
    const other = event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button");
    const idle = event.key === "Escape" && !range;
    if (event.key === "Escape" && offer.contains(event.target)) goTo(units[range.from].sentence);
    else if (!ours || other || idle) return;
    event.preventDefault();
    if (range?.keys) pressWord(event);
    else pressSentence(event);
  });
  page.addEventListener("focusin", ({ target }) => {
    if (!spots.includes(target)) return;
    spots[spot].tabIndex = -1;
    spot = spots.indexOf(target);
    target.tabIndex = 0;
  });
  page.addEventListener("focusout", ({ relatedTarget }) => {
    if (range?.keys && relatedTarget && !page.contains(relatedTarget)) select(null);
  });
  page.addEventListener("click", ({ target }) => {
    if (dragged || target.closest("button")) return;
    const i = units.findIndex((unit) => unit.node === target);
    const again = range && range.from === i && range.to === i;
    if (i < 0 || again) select(null);
    else select({ from: range && !range.keys ? range.from : i, to: i });
  });
  listen(document, "pointerdown", () => { held = true; dragged = false; });
  listen(document, "pointercancel", () => { held = false; });
  listen(document, "pointerup", () => {
    const found = selected(units, page);
    held = false;
    dragged = Boolean(found);
    if (!found) return;
    getSelection().removeAllRanges();
    select(found);
  });
  listen(document, "selectionchange", () => {
    const found = held ? null : selected(units, page);
    if (found) select(found);
  });

  const tagOf = (card, number) => button(String(number), () => here.openCard(card.id), {
    className: "tag", tabIndex: -1, "data-kind": card.kind ?? "none", "aria-label": marking.tag(number) });

  /** Underline every passage and put the numbers of its claims behind it. */
  function paint() {
    const marks = work.cards.flatMap((card, i) =>
      card.passages.filter(({ start }) => start >= 0).map(({ start, end }) => ({ start, end, card, number: i + 1 })));
    const picture = JSON.stringify([here.openId, marks.map((p) => [p.start, p.end, p.card.id, p.card.kind, p.number])]);
    if (picture === painted) return;
    painted = picture;
    const over = ({ start, end }) => marks.filter((p) => p.start < end && p.end > start);
    page.querySelectorAll(".tag").forEach((tag) => tag.remove());
    for (const piece of pieces) {
      const covering = over(piece);
      const top = covering.find((p) => p.card.id === here.openId) ?? covering[0];
      piece.node.dataset.depth = Math.min(covering.length, 3);
      piece.node.dataset.kind = top ? top.card.kind ?? "none" : "";
      piece.node.classList.toggle("lit", top !== undefined && top.card.id === here.openId);
      piece.node.after(...covering.filter((p) => p.end <= piece.end).map((p) => tagOf(p.card, p.number)));
    }
    spots.forEach((one, i) => {
      const [start, end] = sentences[i];
      const numbers = [...new Set(over({ start, end }).map((p) => p.number))];
      const marked = numbers.length ? ` Marked: ${marking.marked(numbers.join(", "))}.` : "";
      one.setAttribute("aria-label", `${text.slice(start, end)} Sentence ${i + 1} of ${spots.length}.${marked}`);
    });
    nameParts();
  }

  return {
    node,
    paint,
    leave: () => select(null),
    focus: (start) => goTo(start === undefined ? spot : sentences.findIndex(([, end]) => start < end)),
    reveal: (start) => reveal(pieces.find((piece) => piece.end > start)?.node),
  };
}
