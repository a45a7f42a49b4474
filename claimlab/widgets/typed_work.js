import { same } from "./elements.js";
import { Work } from "./work.js";

/** The id of the card that carries a typed text. */
export const TYPED = "typed-text";
const BLANK = { id: TYPED, text: null, unread: [], complaints: [] };

/**
 * Work that can also be typed. While text is no null, it has the say: Python reads it and answers with the cards it makes.
 * @typedef {{id: string, text: string|null, unread: [string, string][], complaints: [number, string, string][]}} TypedCard
 */
export class TypedWork extends Work {
  /** @returns {TypedCard} */
  get typed() { return { ...BLANK, ...this.cards.find(({ id }) => id === TYPED) }; }

  /** Whether there is text that Python has not read yet. */
  get unsettled() { return this.typed.text !== null && this.cards !== this.confirmed; }

  /** A change by pressing ends the say of the text, which is printed anew when it is looked at again. */
  change(cards, news = "", field = null) {
    const brought = cards.find(({ id }) => id === TYPED);
    const again = brought && !same(brought.text, this.typed.text); // unsaved text that was found again
    const typed = again || this.unsettled ? { ...this.typed, ...brought } : { ...this.typed, text: null, complaints: [] };
    const others = cards.filter(({ id }) => id !== TYPED);
    super.change(typed.text === null && !typed.unread.length ? others : [...others, typed], news, field);
  }

  /** Take over the whole text as it stands. */
  type(text) {
    const others = this.cards.filter(({ id }) => id !== TYPED);
    super.change([...others, { ...this.typed, text }], "", TYPED);
  }
}
