import { Ledger } from "./ledger.js";
import { TYPED } from "./typed_work.js";

/**
 * @typedef {{article: string, direction: string, passage: {start: number, end: number, exact?: string}|null, source: string, words: string, search: string}} Finding
 * @typedef {{id: string, weight: number, fake: string, reason: string, findings: Finding[]}} Rating
 */

export const MOVES = "moves";
const WORTH = { for: 1, "cannot tell": 0.5, against: 0 };
/** Words in quotation marks; those inside become single ones. */
export const quoted = (words) => `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`;
const blank = (article) => ({ article, direction: "", passage: null, source: "", words: "", search: "" });

/** The learner's scorecard: one card an indicator, and one for what moves the scores. */
export class Ratings extends Ledger {
  /** @returns {Rating[]} */
  get chosen() { return this.cards.filter(({ id }) => id !== MOVES && id !== TYPED); }

  get moves() { return this.cards.find(({ id }) => id === MOVES) ?? { id: MOVES, named: {} }; }

  /** @returns {Rating|undefined} */
  rating(id) { return this.chosen.find((one) => one.id === id); }

  /** @returns {Finding} */
  finding(id, article) { return this.rating(id)?.findings.find((one) => one.article === article) ?? blank(article); }

  choose(id, articles, news) {
    const made = { id, weight: 0, fake: "", reason: "", findings: articles.map(blank) };
    this.change([...this.chosen, made, this.moves], news);
  }

  drop(id, news) {
    const named = Object.fromEntries(Object.entries(this.moves.named).map(([article, one]) => [article, one === id ? "" : one]));
    this.change([...this.chosen.filter((one) => one.id !== id), { ...this.moves, named }], news);
  }

  /** Change what an indicator says about one article. */
  rate(id, article, change, news = "") {
    const findings = this.rating(id).findings.map((one) => (one.article === article ? { ...one, ...change } : one));
    this.amend(id, { findings }, news);
  }

  /** Name the indicator whose halved weight moves the score of an article most. */
  nameMove(article, id, news) { this.amend(MOVES, { named: { ...this.moves.named, [article]: id } }, news); }

  get whole() { return this.chosen.reduce((sum, { weight }) => sum + weight, 0); }

  /** Whether the score of an article stands: nothing is missing from it. */
  stands(article) { return this.whole === 100 && this.chosen.every(({ id }) => this.finding(id, article).direction); }

  /** Share what is left of 100 among the indicators without a weight, or among all. */
  shareRest(news) {
    const bare = this.chosen.filter(({ weight }) => !weight);
    const among = bare.length ? bare : this.chosen;
    const rest = Math.max(0, 100 - this.whole);
    const part = (one) => {
      const i = among.indexOf(one);
      return i < 0 ? 0 : Math.floor(rest / among.length) + (i < rest % among.length ? 1 : 0);
    };
    this.change([...this.chosen.map((one) => ({ ...one, weight: one.weight + part(one) })), this.moves], news);
  }

  /** The score of an article, 0-100, with the weight of the indicator called halved cut in half; null without directions. */
  score(article, halved = "") {
    const rows = this.chosen.map(({ id, weight }) => [id === halved ? weight / 2 : weight, WORTH[this.finding(id, article).direction]])
      .filter(([weight, worth]) => weight > 0 && worth !== undefined);
    const whole = rows.reduce((sum, [weight]) => sum + weight, 0);
    return whole ? (100 * rows.reduce((sum, [weight, worth]) => sum + weight * worth, 0)) / whole : null;
  }
}
