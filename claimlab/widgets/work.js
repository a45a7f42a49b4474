import { count, name, same } from "./elements.js";

/**
 * @typedef {{start: number, end: number, exact?: string}} Passage UTF-16 units; -1 where the article lost it
 * @typedef {{id: string, passages: Passage[], restatement: string, kind: string|null, priority: number, parent: string|null}} Card
 */

const TYPING_PAUSE = 250;
const PATIENCE = 4000;
const STEPS_BACK = 100;

/** Put the differences between base and mine onto theirs, and count what that changes. */
function merge(base, mine, theirs) {
  const find = (cards, id) => cards.find((card) => card.id === id);
  const merged = theirs.filter((card) => find(mine, card.id) || !find(base, card.id)).map((card) => {
    const own = find(mine, card.id);
    return own && !same(own, find(base, card.id)) ? own : card;
  });
  mine.forEach((card, i) => {
    if (find(merged, card.id) || same(find(base, card.id), card)) return;
    const before = merged.findIndex((other) => other.id === mine[i - 1]?.id);
    merged.splice(before < 0 && i ? merged.length : before + 1, 0, card);
  });
  const changed = merged.filter((card) => !same(card, find(theirs, card.id)));
  const removed = theirs.filter((card) => !find(merged, card.id));
  return { merged, changes: changed.length + removed.length };
}

/**
 * What the learner made, whether it is saved, and how to take a step back: one a model, shared by its views.
 * Its state is saving, saved, lost (no answer from Python) or refused (Python could not keep it).
 */
export class Work {
  constructor(model) {
    const base = document.getElementById("jupyter-config-data")?.textContent.match(/"baseUrl":\s*"([^"]*)"/)?.[1];
    Object.assign(this, { model, client: name(), seq: 0, past: [], future: [], field: null, views: new Set(), remarks: {} });
    this.shelf = `claimlab:${base ?? ""}:${model.get("_draft")}:`;
    this.edition = model.get("_given").edition;
    this.settle(model.get("_given").cards);
    this.draft = this.findDraft();
    this.ours = [["msg:custom", (message) => this.receive(message)],
      ["change:_given", () => this.take(model.get("_given"))],
      ["comm_live_update", () => this.ask("cards")]];
    this.ours.forEach(([event, does]) => model.on(event, does));
    this.leave = () => this.flush();
    document.addEventListener("visibilitychange", this.leave);
    window.addEventListener("pagehide", this.leave);
  }

  stop() {
    this.flush();
    clearTimeout(this.waiting);
    this.ours.forEach(([event, does]) => this.model.off(event, does));
    document.removeEventListener("visibilitychange", this.leave);
    window.removeEventListener("pagehide", this.leave);
  }

  /** @param {string} id */
  indexOf(id) { return this.cards.findIndex((card) => card.id === id); }

  /** Change one card; see change. */
  edit(id, change, field = null) {
    this.change(this.cards.map((card) => (card.id === id ? { ...card, ...change } : card)), "", field);
  }

  /** Take other cards, as one step that can be undone; all typing in one field is one step. */
  change(cards, news = "", field = null) {
    if (!field || field !== this.field) this.past = [...this.past, this.cards].slice(-STEPS_BACK);
    this.future = [];
    this.go(cards, news, field);
  }

  undo() { this.step(this.past, this.future, "Undone."); }
  redo() { this.step(this.future, this.past, "Done again."); }

  step(from, to, news) {
    if (!from.length) return;
    to.push(this.cards);
    this.go(from.pop(), news, null);
  }

  go(cards, news, field) {
    Object.assign(this, { cards, field, state: "saving" });
    clearTimeout(this.pause);
    if (field) this.pause = setTimeout(() => this.flush(), TYPING_PAUSE);
    else this.flush();
    this.show(news);
  }

  /** Send what was not sent, after putting a copy where a dead kernel cannot lose it. */
  flush() {
    clearTimeout(this.pause);
    if (this.cards === this.sent) return;
    this.sent = this.cards;
    this.seq += 1;
    this.shelve({ base: this.confirmed, cards: this.cards });
    this.ask("keep", { cards: this.cards });
  }

  ask(type, more = {}) {
    this.wait();
    try {
      this.model.send({ type, client: this.client, seq: this.seq, ...more });
    } catch {
      this.lose();
    }
  }

  wait() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.lose(), PATIENCE);
  }

  lose() {
    const { noAnswer, noKernel } = this.model.get("_guidance");
    this.state = "lost";
    this.sentence = this.cards === this.confirmed ? noKernel : noAnswer;
    this.show();
  }

  receive(message) {
    if (message.client !== this.client) {
      if (message.type === "kept" && this.cards === this.confirmed) this.ask("cards");
      return;
    }
    clearTimeout(this.waiting);
    const latest = message.seq === this.seq && message.about === "keep";
    if (message.type === "remarks") this.remarks[message.id] = message.remarks;
    if (message.type === "cards" && this.cards === this.confirmed) this.adopt(message.cards);
    else if (message.type === "refused" && latest) Object.assign(this, { state: "refused", sentence: message.sentence });
    else if (message.type === "kept" && latest) this.confirm(message.sentence, message.cards);
    else if (this.state === "lost" && this.cards !== this.confirmed) this.sendAgain();
    else if (this.state === "lost") this.settle(this.cards);
    if (this.state === "saving" && this.sent !== this.confirmed) this.wait(); // this was the answer to something else
    this.show();
  }

  /** Python keeps what was sent; where it made something else of it, those are the cards from here on. */
  confirm(sentence, cards = this.sent) {
    if (this.cards === this.sent) this.cards = cards;
    Object.assign(this, { sent: cards, confirmed: cards, sentence });
    if (this.cards !== this.sent) return;
    this.state = "saved";
    this.shelve(null);
  }

  /** Hold cards that Python is known to hold. */
  settle(cards) {
    Object.assign(this, { cards, sent: cards, confirmed: cards, state: "saved" });
    this.sentence = cards.length ? `Saved. ${count(cards.length, "claim")}.` : "Saving is automatic.";
  }

  /** A page that found its kernel again is given what Python last had, which is older than unsaved work. */
  take({ edition, cards }) {
    const again = edition === this.edition;
    this.edition = edition;
    if (again && this.cards !== this.confirmed) this.sendAgain();
    else this.adopt(cards);
  }

  /** Take over cards that Python gave; what was there can be had back by undo. */
  adopt(cards) {
    if (!same(cards, this.cards)) this.past.push(this.cards);
    this.settle(same(cards, this.cards) ? this.cards : cards);
    this.show();
  }

  sendAgain() {
    this.sent = null;
    this.state = "saving";
    this.flush();
  }

  shelve(draft) {
    try {
      if (draft) localStorage.setItem(this.shelf + this.client, JSON.stringify(draft));
      else localStorage.removeItem(this.shelf + this.client);
    } catch { /* a browser that keeps nothing */ }
  }

  /** Find unsaved work of earlier pages; what Python has received meanwhile is let go. */
  findDraft() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.shelf));
      const merged = keys.reduce((cards, key) => {
        const draft = JSON.parse(localStorage.getItem(key));
        return merge(draft.base, draft.cards, cards).merged;
      }, this.cards);
      const { changes } = merge(this.cards, merged, this.cards);
      if (changes) return { keys, merged, changes };
      keys.forEach((key) => localStorage.removeItem(key));
    } catch { /* none, or nothing that can be read */ }
    return null;
  }

  /** Bring the unsaved work back, or leave it. */
  endDraft(use) {
    const { keys, merged } = this.draft;
    const now = merge(this.confirmed, this.cards, merged).merged;
    this.draft = null;
    keys.forEach((key) => localStorage.removeItem(key));
    if (use) this.change(now, "Your unsaved changes are back.");
    else this.show();
  }

  show(news = "") { this.views.forEach((view) => view(news)); }
}
