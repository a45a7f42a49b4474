/**
 * The passage marker: an article beside the claim cards made from it. Work holds
 * what the learner made, once a model; view shows it, once a displayed output.
 * Words of the learner reach the page through textContent and value only.
 *
 * @typedef {{start: number, end: number, exact?: string}} Passage UTF-16 units; -1 where the article lost it
 * @typedef {{id: string, passages: Passage[], restatement: string, kind: string|null, priority: number, parent: string|null}} Card
 */

const TYPING_PAUSE = 250;
const PATIENCE = 4000;
const name = () => Math.random().toString(36).slice(2, 8);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** Make an element; properties of the node are set, anything else becomes an attribute. */
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key in node) node[key] = value;
    else if (value != null) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** Put the differences between base and mine onto theirs. */
function merge(base, mine, theirs) {
  const find = (cards, id) => cards.find((card) => card.id === id);
  const kept = theirs.filter((card) => find(mine, card.id) || !find(base, card.id));
  const merged = kept.map((card) => {
    const own = find(mine, card.id);
    return own && !same(own, find(base, card.id)) ? own : card;
  });
  mine.forEach((card, i) => {
    if (find(base, card.id) || find(merged, card.id)) return;
    const after = merged.findIndex((other) => i && other.id === mine[i - 1].id);
    merged.splice(after < 0 ? merged.length : after + 1, 0, card);
  });
  const changed = [...merged.filter((card) => !same(card, find(theirs, card.id))),
    ...theirs.filter((card) => !find(merged, card.id))];
  return { merged, changes: changed.length };
}

/** What the learner made, whether it is saved, and how to take a step back. */
class Work {
  constructor(model) {
    Object.assign(this, { model, client: name(), seq: 0, past: [], future: [], views: new Set(), remarks: {} });
    const base = document.getElementById("jupyter-config-data")?.textContent.match(/"baseUrl":\s*"([^"]*)"/)?.[1];
    this.shelf = `claimlab:${base ?? ""}:${model.get("_draft")}`;
    this.cards = this.sent = this.confirmed = model.get("_given").cards;
    this.state = "saved";
    this.sentence = this.cards.length ? `Saved. ${count(this.cards.length, "claim")}.` : "Nothing to save yet.";
    this.draft = this.readDraft();
    this.hear = (message) => this.receive(message);
    this.take = () => this.adopt(model.get("_given").cards);
    this.check = () => this.ask("cards");
    this.leave = () => this.flush();
    model.on("msg:custom", this.hear);
    model.on("change:_given", this.take);
    model.on("comm_live_update", this.check);
    document.addEventListener("visibilitychange", this.leave);
    addEventListener("pagehide", this.leave);
  }

  stop() {
    this.flush();
    clearTimeout(this.waiting);
    this.model.off("msg:custom", this.hear);
    this.model.off("change:_given", this.take);
    this.model.off("comm_live_update", this.check);
    document.removeEventListener("visibilitychange", this.leave);
    removeEventListener("pagehide", this.leave);
  }

  /** Replace the cards as one step that can be undone; typing in one field is one step. */
  change(cards, news = "", field = null) {
    if (!field || field !== this.field) this.past = [...this.past.slice(-99), this.cards];
    this.future = [];
    this.field = field;
    this.go(cards, news, field);
  }

  step(from, to, news) {
    if (!from.length) return;
    to.push(this.cards);
    this.field = null;
    this.go(from.pop(), news);
  }

  undo() { this.step(this.past, this.future, "Undone."); }
  redo() { this.step(this.future, this.past, "Done again."); }

  go(cards, news, later) {
    this.cards = cards;
    this.state = "saving";
    clearTimeout(this.pause);
    if (later) this.pause = setTimeout(() => this.flush(), TYPING_PAUSE);
    else this.flush();
    this.show(news);
  }

  /** Send what has not been sent, after putting a copy where a dead kernel cannot lose it. */
  flush() {
    clearTimeout(this.pause);
    if (this.cards === this.sent) return;
    this.sent = this.cards;
    this.keepDraft({ base: this.confirmed, cards: this.cards });
    this.ask("keep", { cards: this.cards });
  }

  ask(type, more = {}) {
    const seq = type === "keep" ? ++this.seq : this.seq;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.lose(), PATIENCE);
    try {
      this.model.send({ type, client: this.client, seq, ...more });
    } catch {
      this.lose();
    }
  }

  lose() {
    this.state = "lost";
    this.sentence = this.model.get("_guidance").noAnswer;
    this.show();
  }

  receive(message) {
    const mine = message.client === this.client;
    if (!mine && message.type === "kept" && this.cards === this.confirmed) return this.ask("cards");
    if (!mine) return;
    clearTimeout(this.waiting);
    if (message.type === "remarks") this.remarks[message.id] = message.remarks;
    if (message.type === "cards" && this.state !== "saving") this.adopt(message.cards);
    if (message.seq === this.seq && (message.type === "kept" || message.type === "refused")) {
      this.state = message.type === "refused" ? "refused" : this.cards === this.sent ? "saved" : "saving";
      this.sentence = message.sentence;
      if (message.type === "kept") this.confirmed = this.sent;
      if (this.state === "saved" && !this.draft) this.keepDraft(null);
    }
    this.show();
  }

  /** Take over cards that Python gave. */
  adopt(cards) {
    if (this.state === "lost" && this.cards !== this.confirmed) return this.resend();
    if (!same(cards, this.cards)) this.past.push(this.cards);
    this.cards = this.sent = this.confirmed = cards;
    this.state = "saved";
    this.sentence = `Saved. ${count(cards.length, "claim")}.`;
    this.show();
  }

  resend() {
    this.sent = null;
    this.flush();
  }

  keepDraft(draft) {
    try {
      if (draft) localStorage.setItem(this.shelf, JSON.stringify(draft));
      else localStorage.removeItem(this.shelf);
    } catch { /* a browser that keeps nothing */ }
  }

  readDraft() {
    try {
      const { base, cards } = JSON.parse(localStorage.getItem(this.shelf));
      const found = merge(base, cards, this.cards);
      if (found.changes) return found;
    } catch { /* none, or not readable */ }
    this.keepDraft(null);
    return null;
  }

  endDraft(use) {
    const { merged } = this.draft;
    this.draft = null;
    this.keepDraft(null);
    if (use) this.change(merged, "Your unsaved changes are back.");
    else this.show();
  }

  show(news) { this.views.forEach((view) => view(news)); }
}

/** Show the work in el; focus, the open card and what is selected belong to this view alone. */
function view(model, work, el) {
  const { text, language, byline, sentences, words } = model.get("_article");
  const { kinds, weights, guide, steps, keys } = model.get("_guidance");
  const [low, high] = model.get("_target");
  const uid = name();
  const ours = new AbortController();
  let open = null;
  let spot = 0;
  let range = null;
  let typed = false;
  let rows = [];
  let known = new Map();
  let step = -1;
  let dragged = false;

  const button = (label, onclick, props = {}) => h("button", { type: "button", onclick, ...props }, label);
  const at = (id) => work.cards.findIndex((card) => card.id === id);
  const edit = (id, change, news, field) =>
    work.change(work.cards.map((card) => (card.id === id ? { ...card, ...change } : card)), news, field);
  const quote = (card) => card.passages.map((p) => p.exact ?? text.slice(p.start, p.end)).join(" … ");
  const ease = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const reveal = (node) => node?.scrollIntoView({ block: "nearest", behavior: ease() });

  // --- the article -----------------------------------------------------------------------------
  const pieces = [];
  const units = [];
  const spots = [];
  const page = h("div", { className: "page" });
  const article = h("section", { className: "article", "aria-label": "Article", lang: language }, page);
  const put = (parent, start, end, className) => {
    const node = h("span", { className }, text.slice(start, end));
    pieces.push({ start, end, node });
    parent.append(node);
    return node;
  };
  const putGap = (parent, start, end) => {
    for (const part of text.slice(start, end).match(/\s+|\S+/g) ?? []) put(parent, start, (start += part.length), "");
  };
  let block;
  let done = 0;
  sentences.forEach(([start, end], i) => {
    if (!block || text.slice(done, start).includes("\n\n")) {
      page.append((block = h(block ? "p" : "h3")));
      if (!i) page.append(h("p", { className: "byline" }, byline));
    } else putGap(block, done, start);
    const sentence = h("span", { className: "sentence", tabIndex: -1, role: "group" });
    block.append(sentence);
    spots.push(sentence);
    done = start;
    for (const [from, to] of words.filter((word) => word[0] >= start && word[1] <= end)) {
      putGap(sentence, done, from);
      units.push({ start: from, end: to, node: put(sentence, from, to, "word"), sentence: i });
      done = to;
    }
    putGap(sentence, done, end);
    done = end;
  });

  const legend = h("p", { className: "legend", "aria-hidden": "true" });
  const offer = h("div", { className: "offer", hidden: true, role: "group", "aria-label": "Selected words" },
    button("Mark as claim", () => markRange(), { className: "go" }),
    button("Whole sentence", () => markSentence(units[range.from].sentence)),
    button("✕", () => select(null), { "aria-label": "Cancel" }));
  page.append(offer);
  article.append(legend);

  function showLegend() {
    const hints = range?.keys
      ? [["← →", "word"], ["Shift", "extend"], ["Enter", "mark as claim"], ["Esc", "back to sentences"]]
      : [["↑ ↓", "sentence"], ["Enter", "choose words"], ["Space", "mark the sentence"]];
    legend.replaceChildren(...hints.map(([key, does]) => h("span", {},
      ...key.split(" ").map((cap) => h("kbd", {}, cap)), does)));
  }

  /** Start and end of the words from–to, with the quotation marks and brackets that belong to them. */
  function stretch(from, to) {
    let [start, end] = [units[Math.min(from, to)].start, units[Math.max(from, to)].end];
    const before = text.slice(0, start).match(/[“‘"'([]+$/)?.[0] ?? "";
    const after = text.slice(end).match(/^[.,!?…]*[”’"')\]]+/)?.[0] ?? "";
    const inside = text.slice(start, end);
    if (after && (before || /[“‘"([]/.test(inside))) end += after.length;
    if (before && (after || /[”"\])]/.test(inside))) start -= before.length;
    return [start - /[$£€]?$/.exec(text.slice(0, start))[0].length, end + /^%?/.exec(text.slice(end))[0].length];
  }

  function select(next, focus) {
    range = next;
    const keysIn = range?.keys ? units[range.to].sentence : -1;
    spots.forEach((node, i) => {
      node.role = i === keysIn ? "listbox" : "group";
      node.toggleAttribute("aria-multiselectable", i === keysIn);
    });
    const [start, end] = range ? stretch(range.from, range.to) : [0, 0];
    for (const piece of pieces) piece.node.classList.toggle("chosen", piece.start >= start && piece.end <= end);
    for (const unit of units) {
      const option = unit.sentence === keysIn;
      unit.node.role = option ? "option" : null;
      unit.node.tabIndex = -1;
      if (option) unit.node.ariaSelected = String(unit.node.classList.contains("chosen"));
      else for (const key of ["aria-selected", "tabindex"]) unit.node.removeAttribute(key);
    }
    showTags();
    showLegend();
    offer.hidden = !range || range.keys;
    if (!offer.hidden) placeOffer();
    if (focus && range) units[range.to].node.focus();
  }

  function placeOffer() {
    const home = page.getBoundingClientRect();
    const last = units[Math.max(range.from, range.to)].node.getBoundingClientRect();
    const left = Math.min(last.left - home.left, home.width - offer.offsetWidth);
    Object.assign(offer.style, { left: `${Math.max(0, left)}px`, top: `${last.bottom - home.top + 6}px` });
  }

  function mark(start, end) {
    const twin = work.cards.findIndex((card) => card.passages[0]?.start === start && card.passages[0].end === end);
    select(null);
    getSelection().removeAllRanges();
    if (twin >= 0) {
      say(`These words are claim ${twin + 1} already. Split it if they hold two claims.`);
      return openCard(work.cards[twin].id, true);
    }
    const length = units.filter((unit) => unit.start >= start && unit.end <= end).length;
    add([{ start, end }], `, ${count(length, "word")}`);
  }

  function add(passages, about = "", place) {
    const card = { id: name(), passages, restatement: "", kind: null, priority: 0, parent: null };
    const later = passages.length
      ? work.cards.findIndex((other) => !(other.passages[0]?.start <= passages[0].start)) : -1;
    const index = later < 0 ? work.cards.length : later;
    open = card.id;
    if (step >= 0 && step < 2) showStep(2);
    work.change(work.cards.toSpliced(index, 0, card), `Claim ${index + 1} added${about}.`);
    openCard(card.id, true);
  }

  const markRange = () => mark(...stretch(range.from, range.to));
  const markSentence = (i) => mark(...sentences[i]);

  function goTo(i) {
    spots[spot].tabIndex = -1;
    spot = Math.max(0, Math.min(spots.length - 1, i));
    spots[spot].tabIndex = 0;
    spots[spot].focus();
  }

  function wordBeside(from, up) {
    const here = units[from].node.getBoundingClientRect();
    const off = (unit) => {
      const box = unit.node.getBoundingClientRect();
      const rows = up ? here.top - box.top : box.top - here.top;
      return rows < here.height / 2 ? Infinity : rows * 50 + Math.abs(box.left - here.left);
    };
    const distances = units.map(off);
    const nearest = Math.min(...distances);
    return nearest === Infinity ? from : distances.indexOf(nearest);
  }

  function pressWord(event) {
    const inSentence = units.flatMap((unit, i) => (unit.sentence === units[range.to].sentence ? [i] : []));
    const moves = {
      ArrowRight: () => range.to + 1,
      ArrowLeft: () => range.to - 1,
      ArrowUp: () => wordBeside(range.to, true),
      ArrowDown: () => wordBeside(range.to, false),
      Home: () => inSentence[0],
      End: () => inSentence.at(-1),
    };
    if (event.key === "Escape") {
      const back = units[range.to].sentence;
      select(null);
      goTo(back);
    } else if (event.key === "Enter" || event.key === " ") markRange();
    else if (moves[event.key]) {
      const to = Math.max(0, Math.min(units.length - 1, moves[event.key]()));
      select({ from: event.shiftKey ? range.from : to, to, keys: true }, true);
    } else return;
    event.preventDefault();
  }

  function pressSentence(event) {
    const first = units.findIndex((unit) => unit.sentence === spot);
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 };
    if (event.key in moves) goTo(spot + moves[event.key]);
    else if (event.key === "Enter" && range) markRange();
    else if (event.key === "Enter" && first >= 0) select({ from: first, to: first, keys: true }, true);
    else if (event.key === " ") markSentence(spot);
    else if (event.key === "Escape" && range) select(null);
    else return;
    event.preventDefault();
  }

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button")) return;
    if (range?.keys) pressWord(event);
    else pressSentence(event);
  });
  page.addEventListener("focusin", (event) => {
    const i = spots.indexOf(event.target);
    if (i < 0) return;
    spots[spot].tabIndex = -1;
    spots[(spot = i)].tabIndex = 0;
  });
  page.addEventListener("focusout", (event) => {
    if (range?.keys && event.relatedTarget && !page.contains(event.relatedTarget)) select(null);
  });
  page.addEventListener("click", (event) => {
    if (dragged || offer.contains(event.target) || event.target.closest(".tag")) return;
    const i = units.findIndex((unit) => unit.node === event.target);
    if (i < 0 || (range && range.from === i && range.to === i)) return select(null);
    select(range && !range.keys ? { from: range.from, to: i } : { from: i, to: i });
  });

  /** Turn what the browser selected into whole words. */
  function snap() {
    const chosen = getSelection();
    if (chosen.isCollapsed || !page.contains(chosen.anchorNode) || !page.contains(chosen.focusNode)) return false;
    const picked = chosen.getRangeAt(0);
    const inside = units.flatMap((unit, i) => (picked.intersectsNode(unit.node) ? [i] : []));
    const touches = (i, node, offset, edge) => units[i]?.node.contains(node) && offset === edge;
    if (touches(inside[0], picked.startContainer, picked.startOffset, picked.startContainer.length)) inside.shift();
    if (touches(inside.at(-1), picked.endContainer, picked.endOffset, 0)) inside.pop();
    if (!inside.length) return false;
    select({ from: inside[0], to: inside.at(-1) });
    return true;
  }
  let held = false;
  const listen = (target, type, does) => target.addEventListener(type, does, { signal: ours.signal });
  listen(document, "pointerdown", () => { held = true; dragged = false; });
  listen(document, "pointercancel", () => { held = false; });
  listen(document, "pointerup", () => {
    held = false;
    dragged = snap();
    if (dragged) getSelection().removeAllRanges();
  });
  listen(document, "selectionchange", () => held || snap());

  function showTags() {
    const picking = range?.keys;
    page.querySelectorAll(".tag").forEach((tag) => (picking ? tag.setAttribute("aria-hidden", "true") : tag.removeAttribute("aria-hidden")));
  }

  /** Underline every passage and put the numbers of its claims behind it. */
  function paint() {
    page.querySelectorAll(".tag").forEach((tag) => tag.remove());
    const marks = work.cards.flatMap((card, i) => card.passages.filter((p) => p.start >= 0).map((p) => ({ ...p, card, i })));
    for (const { start, end, node } of pieces) {
      const over = marks.filter((p) => p.start < end && p.end > start);
      const top = over.find((p) => p.card.id === open) ?? over[0];
      node.dataset.depth = Math.min(over.length, 3);
      node.dataset.kind = top ? top.card.kind ?? "none" : "";
      node.classList.toggle("lit", top !== undefined && top.card.id === open);
      node.after(...over.filter((p) => p.end <= end).map(({ card, i }) => h("button", {
        type: "button", className: "tag", tabIndex: -1, "data-kind": card.kind ?? "none",
        "aria-label": `Claim ${i + 1}: open its card`, onclick: () => openCard(card.id, true),
      }, String(i + 1))));
    }
    spots.forEach((node, i) => {
      const [start, end] = sentences[i];
      const numbers = [...new Set(marks.filter((p) => p.start < end && p.end > start).map((p) => p.i + 1))];
      const marked = numbers.length ? ` Marked: claim ${numbers.join(", ")}.` : "";
      node.ariaLabel = `${text.slice(start, end)} Sentence ${i + 1} of ${spots.length}.${marked}`;
    });
    showTags();
  }

  // --- the cards -------------------------------------------------------------------------------
  const shown = new Map();
  const list = h("ol", { className: "list" });
  const empty = h("p", { className: "empty" }, "No claims yet. Mark words in the article, and a card appears here.");
  const cards = h("section", { className: "cards", "aria-label": "Your claims" }, empty, list,
    button("Add a claim without a passage", () => add([]), { className: "quiet" }));

  function choice(card, key, label, options) {
    const about = h("p", { className: "about" });
    const tell = (value) => {
      const own = work.cards[at(card.id)]?.[key];
      about.textContent = options.find(([option]) => option === (value ?? own))?.[2] ?? "";
    };
    const pills = options.map(([value, shownAs, meaning = ""], i) => {
      const note = h("span", { hidden: true, id: `${uid}-${key}-${i}` }, meaning);
      const input = h("input", { type: "radio", name: `${uid}-${key}`, value, onchange: () => edit(card.id, { [key]: value }),
        onfocus: () => tell(value), onblur: () => tell() });
      if (meaning) input.setAttribute("aria-describedby", note.id);
      return h("label", { onpointerenter: () => tell(value), onpointerleave: () => tell() }, input, h("span", {}, shownAs), note);
    });
    const node = h("fieldset", {}, h("legend", {}, label), h("div", { className: "pills" }, ...pills), about);
    const update = (fresh) => {
      node.querySelectorAll("input").forEach((input) => (input.checked = input.value === String(fresh[key])));
      if (!node.contains(document.activeElement)) tell();
    };
    return { node, update };
  }

  function form(card) {
    const { id } = card;
    const hints = h("ul", { className: "hints", "aria-live": "polite", id: `${uid}-hints` });
    const field = h("textarea", { id: `${uid}-words`, rows: 2, maxLength: 2000, "aria-describedby": hints.id,
      oninput: () => { edit(id, { restatement: field.value }, "", `${id}:words`); pauseRemarks(); },
      onblur: () => { work.flush(); work.field = null; },
      onkeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); finish(id); }
      } });
    let pause;
    const askRemarks = () => work.ask("remarks", { id, words: field.value });
    const pauseRemarks = () => { clearTimeout(pause); pause = setTimeout(askRemarks, TYPING_PAUSE); };
    const kind = choice(card, "kind", "What kind of claim is it?", kinds.map(([value, meaning]) => [value, value, meaning]));
    const weight = choice(card, "priority", "How much does it matter to the story?", weights);
    const node = h("div", { className: "form" },
      h("label", { htmlFor: field.id }, "Say it so that it stands alone"), field, hints, kind.node, weight.node,
      h("div", { className: "foot" }, button("Done", () => finish(id), { className: "go" }),
        button("Split in two", () => split(id)), button("Remove", () => remove(id), { className: "far" })));
    const update = (fresh) => {
      if (field.value !== fresh.restatement) { field.value = fresh.restatement; askRemarks(); }
      kind.update(fresh);
      weight.update(fresh);
      const remarks = field.value.trim() ? work.remarks[id] ?? [] : [];
      if (same(remarks, [...hints.children].map((item) => item.textContent))) return;
      hints.replaceChildren(...remarks.map((remark) => {
        const [, asks, rest] = remark.match(/^(.*?\?)(\s.*)$/s) ?? [0, "", remark];
        return h("li", {}, ...(asks ? [h("b", {}, asks)] : []), rest);
      }));
    };
    return { node, field, update };
  }

  function cardView(card) {
    const number = h("span", { className: "number" });
    const words = h("span", { className: "quote" });
    const label = h("span", { className: "kind" });
    const head = button("", () => (open === card.id ? finish(card.id) : openCard(card.id, true)), { className: "head" });
    head.append(number, words, label);
    const node = h("li", { className: "card" }, head);
    let body = null;
    const update = (fresh, n) => {
      const isOpen = open === fresh.id;
      const said = fresh.passages.length ? quote(fresh) : "not in so many words";
      node.dataset.kind = fresh.kind ?? "none";
      node.classList.toggle("open", isOpen);
      head.ariaExpanded = String(isOpen);
      number.textContent = n;
      words.textContent = said;
      label.textContent = fresh.restatement.trim() ? fresh.kind ?? "needs a kind" : "needs words";
      head.title = fresh.restatement;
      if (isOpen && !body) node.append((body = form(fresh)).node);
      if (!isOpen && body) body = void body.node.remove();
      body?.update(fresh);
    };
    return { node, head, update, words: () => body?.field };
  }

  function showCards() {
    work.cards.forEach((card, i) => {
      if (!shown.has(card.id)) shown.set(card.id, cardView(card));
      const { node, update } = shown.get(card.id);
      if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
      update(card, i + 1);
    });
    for (const [id, card] of shown) {
      if (at(id) >= 0) continue;
      card.node.remove();
      shown.delete(id);
    }
    empty.hidden = work.cards.length > 0;
  }

  function openCard(id, focus) {
    open = id;
    refresh();
    const card = work.cards[at(id)];
    const first = pieces.find((piece) => card.passages[0] && piece.end > card.passages[0].start);
    if (card.passages[0]?.start >= 0) reveal(first?.node);
    const { node, words } = shown.get(id);
    if (focus) words().focus({ preventScroll: true });
    reveal(node);
  }

  function finish(id) {
    const [passage] = work.cards[at(id)].passages;
    open = null;
    work.flush();
    refresh();
    const i = passage ? sentences.findIndex(([, end]) => passage.start < end) : -1;
    if (i >= 0 && passage.start >= 0) goTo(i);
    else shown.get(id).head.focus();
  }

  function split(id) {
    const i = at(id);
    const copy = { ...work.cards[i], id: name(), parent: work.cards[i].parent ?? id };
    open = copy.id;
    work.change(work.cards.toSpliced(i + 1, 0, copy), `Claim ${i + 1} was split; you are in claim ${i + 2} of ${work.cards.length + 1}.`);
    openCard(copy.id, true);
  }

  function remove(id) {
    const i = at(id);
    work.change(work.cards.toSpliced(i, 1), "Removed. Undo brings it back.");
    const near = work.cards[Math.min(i, work.cards.length - 1)];
    if (near) shown.get(near.id).head.focus();
    else undo.focus();
  }

  // --- typing instead --------------------------------------------------------------------------
  const lineOf = (card) => {
    const said = card.restatement.replace(/\s+/g, " ").trim() || `“${quote(card)}”`;
    return card.kind ? `${card.kind}: ${said}` : said;
  };
  const sheet = h("textarea", { id: `${uid}-sheet`, rows: 14, oninput: () => takeLines(), onblur: () => work.flush() });
  const typing = h("section", { className: "typing", "aria-label": "Your claims, one a line", hidden: true },
    h("details", {}, h("summary", {}, "Read the article here"), h("p", { lang: language }, text)),
    h("label", { htmlFor: sheet.id }, "One claim a line"),
    h("p", {}, `You may begin a line with its kind: ${kinds.map(([kind]) => kind).join(", ")}. For example “fact: The film came out in 1985.”`),
    sheet);

  function showLines() {
    const lines = work.cards.map(lineOf);
    if (same(rows.map((row) => row.id), work.cards.map((card) => card.id)) && same(rows.map((row) => row.card), work.cards)) return;
    rows = work.cards.map((card, i) => ({ line: lines[i], id: card.id, card }));
    rows.forEach((row) => known.set(row.line, row.card));
    sheet.value = lines.join("\n");
  }

  /** Read the lines; one that did not change keeps its card, one that did keeps its passage. */
  function takeLines() {
    const lines = sheet.value.split("\n").filter((line) => line.trim());
    let [head, tail] = [0, 0];
    while (head < lines.length && lines[head] === rows[head]?.line) head += 1;
    while (tail < lines.length - head && tail < rows.length - head && lines.at(-1 - tail) === rows.at(-1 - tail).line) tail += 1;
    const gone = rows.slice(head, rows.length - tail);
    const staying = [...rows.slice(0, head), ...rows.slice(rows.length - tail)].map((row) => row.id);
    const middle = lines.slice(head, lines.length - tail).map((line, i) => {
      const back = known.get(line);
      if (back && !staying.includes(back.id)) return staying.push(back.id), { line, id: back.id, card: back };
      const [, kind, said] = line.match(/^\s*(?:([a-z]+)\s*:\s*)?(.*?)\s*$/is);
      const isKind = kinds.some(([value]) => value === kind?.toLowerCase());
      const old = gone[i]?.card ?? { id: name(), passages: [], priority: 0, parent: null };
      const restatement = isKind ? said : line.trim();
      return { line, id: old.id, card: { ...old, kind: isKind ? kind.toLowerCase() : null,
        restatement: restatement === `“${quote(old)}”` ? "" : restatement } };
    });
    rows = [...rows.slice(0, head), ...middle, ...rows.slice(rows.length - tail)];
    rows.forEach((row) => known.set(row.line, row.card));
    work.change(rows.map((row) => row.card), "", "sheet");
  }

  function swap() {
    typed = !typed;
    work.flush();
    work.field = null;
    open = null;
    select(null);
    refresh();
    if (typed) sheet.focus();
    say(typed ? "Type one claim a line." : "Back to the article.");
  }

  // --- bar, guide, help, status ----------------------------------------------------------------
  const undo = button("↶ Undo", () => work.undo());
  const redo = button("↷ Redo", () => work.redo());
  const swapper = button("Type instead", swap);
  const helper = button("Help", () => showHelp(help.hidden), { "aria-expanded": "false" });
  const fill = h("i");
  const meter = h("span", { className: "meter", role: "meter", "aria-label": "Claims", "aria-valuemin": 0, "aria-valuemax": high }, fill);
  const tally = h("span", { className: "tally" });
  const bar = h("div", { className: "bar" }, h("h2", {}, model.get("_heading")), h("div", { className: "gauge" }, meter, tally),
    h("div", { className: "tools" }, undo, redo, swapper, helper));

  const help = h("section", { className: "help", hidden: true, "aria-label": "Help", tabIndex: -1 },
    h("div", {}, h("h3", {}, "Steps"), h("ol", {}, ...steps.map((line) => h("li", {}, line)))),
    h("div", {}, h("h3", {}, "Keys"), h("dl", {}, ...keys.flatMap(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)]))),
    h("div", {}, h("h3", {}, "Kinds"), h("dl", {}, ...kinds.flatMap(([kind, meaning]) => [h("dt", {}, kind), h("dd", {}, meaning)]))),
    h("div", { className: "foot" }, button("Show the guided start", () => { showHelp(false); showStep(0); next.focus(); }),
      button("Close", () => showHelp(false))));
  function showHelp(visible) {
    help.hidden = !visible;
    helper.ariaExpanded = String(visible);
    (visible ? help : helper).focus();
  }

  const lesson = h("div", { "aria-live": "polite" });
  const next = button("Next", () => (step + 1 < guide.length ? showStep(step + 1) : endGuide()), { className: "go" });
  const coach = h("section", { className: "guide", "aria-label": "Guided start", hidden: true }, lesson,
    h("div", { className: "foot" }, next, button("Skip", () => endGuide(), { className: "skip" })));
  function showStep(i) {
    step = i;
    const [point, title, words] = guide[i] ?? [""];
    coach.hidden = i < 0;
    coach.dataset.point = root.dataset.point = point;
    if (i < 0) return;
    lesson.replaceChildren(h("p", { className: "step" }, `Step ${i + 1} of ${guide.length}`), h("h3", {}, title), h("p", {}, words));
    next.textContent = i + 1 < guide.length ? "Next" : "Start";
  }
  function endGuide() {
    const inside = coach.contains(document.activeElement);
    showStep(-1);
    model.send({ type: "guide-dismissed", client: work.client });
    if (inside) goTo(spot);
  }

  const back = h("div", { className: "draft" }, h("p"), button("", () => work.endDraft(true), { className: "go" }),
    button("Leave them", () => work.endDraft(false)));
  const news = h("p", { role: "status", className: "news" });
  const saved = h("p", { className: "saved" });
  const alarm = h("p", { role: "alert", className: "alarm" });
  const columns = h("div", { className: "columns" }, coach, article, cards);
  const root = h("div", { className: "claimlab-marker", "data-lm-suppress-shortcuts": "true", "data-jp-suppress-context-menu": "true" },
    bar, back, help, columns, typing, h("div", { className: "status" }, news, saved, alarm));
  const put2 = (node, words) => { if (node.textContent !== words) node.textContent = words; };
  const say = (words) => put2(news, words);

  /** Bring everything on screen up to what the work is now. */
  function refresh(words) {
    if (open && at(open) < 0) open = null;
    if (typed) showLines();
    else rows = [];
    paint();
    showCards();
    columns.hidden = typed;
    typing.hidden = !typed;
    swapper.textContent = typed ? "Mark instead" : "Type instead";
    undo.disabled = !work.past.length;
    redo.disabled = !work.future.length;
    const n = work.cards.length;
    fill.style.width = `${Math.min(100, (100 * n) / high)}%`;
    meter.setAttribute("aria-valuenow", Math.min(n, high));
    tally.textContent = `${count(n, "claim")} · aim for ${low} to ${high}`;
    const trouble = work.state === "lost" || work.state === "refused";
    root.dataset.state = work.state;
    put2(alarm, trouble ? work.sentence : "");
    put2(saved, trouble ? "" : work.state === "saving" ? "Saving…" : work.sentence);
    back.hidden = !work.draft;
    if (work.draft) {
      put2(back.firstChild, "Some of your work was not saved last time.");
      put2(back.children[1], `Bring back ${count(work.draft.changes, "unsaved change")}`);
    }
    if (words) say(words);
  }

  root.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const writing = event.target.matches("textarea");
    const control = event.ctrlKey || event.metaKey;
    if (control && !writing && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) work.redo();
      else work.undo();
    } else if (control && key === "s") {
      event.preventDefault();
      work.flush();
    } else if (key === "escape" && !event.defaultPrevented) {
      if (!help.hidden) showHelp(false);
      else if (step >= 0) endGuide();
      else if (open && cards.contains(event.target)) finish(open);
    }
    event.stopPropagation();
  });
  // The notebook's own Save must get through; every other key inside belongs to the widget.
  listen(window, "keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || !root.contains(event.target)) return;
    root.removeAttribute("data-lm-suppress-shortcuts");
    setTimeout(() => root.setAttribute("data-lm-suppress-shortcuts", "true"));
  });
  ours.signal.addEventListener("abort", () => work.flush());

  el.append(root);
  spots[0].tabIndex = 0;
  showLegend();
  showStep(model.get("_guided") ? 0 : -1);
  work.views.add(refresh);
  refresh();
  return () => {
    ours.abort();
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
