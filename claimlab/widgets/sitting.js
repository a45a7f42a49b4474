import { Work } from "./work.js";

/**
 * @typedef {{id: string, value: number|null, unsure: boolean}} StatementCard
 * @typedef {{id: string, words: string, level: number|null}} TaskCard
 */

/** The learner's work on a form: one card a statement, one a task, and last the one that says whether it is finished. */
export class Sitting extends Work {
  settle(cards) {
    super.settle(cards);
    this.sentence = "Saving is automatic.";
  }

  card(id) { return this.cards[this.indexOf(id)]; }

  get finished() { return this.card("end").finished; }

  static open(card) { return "words" in card ? !card.words.trim() : card.value === null && !card.unsure; }

  /** Statements or tasks that nothing was said about yet. */
  opened(kind) { return this.cards.filter((card) => kind in card && Sitting.open(card)); }

  /** Hand the form in: from here on there is no way back, so there is nothing to undo either. */
  finish() {
    this.edit("end", { finished: true });
    Object.assign(this, { past: [], future: [] });
    this.show("Finished. Each page now says what is so, and why.");
  }
}
