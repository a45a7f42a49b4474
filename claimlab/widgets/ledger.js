import { name, same } from "./elements.js";
import { TypedWork } from "./typed_work.js";

/**
 * @typedef {{source: string, stance: string, words: string, role: string, group: string, letter: string}} Evidence
 * @typedef {{id: string, evidence: Evidence[], searches: {query: string, found: number, against: boolean}[]}} ClaimCard
 * @typedef {{id: string, url: string, title: string, publisher: string, date: string}} OwnCard
 */

/** A group of one is no group. */
function tidy(evidence) {
  const size = (group) => evidence.filter((one) => one.group === group).length;
  return evidence.map((one) => (one.group && size(one.group) < 2 ? { ...one, group: "" } : one));
}

/** The learner's work at the source desk: one card a given claim, then one an own source. */
export class Ledger extends TypedWork {
  pending = new Map();

  settle(cards) {
    super.settle(cards);
    this.sentence = "Saving is automatic.";
  }

  receive(message) {
    if (message.client === this.client && this.pending.has(message.id)) {
      const answer = this.pending.get(message.id);
      this.pending.delete(message.id);
      answer(message);
    }
    super.receive(message);
  }

  /** Ask Python something; answer is called with what comes back. */
  question(type, more, answer) {
    const id = name();
    this.pending.set(id, answer);
    this.ask(type, { id, ...more });
  }

  /** @returns {ClaimCard} */
  claim(id) { return this.cards[this.indexOf(id)] ?? { id, evidence: [], searches: [] }; }

  /** @returns {OwnCard[]} */
  get own() { return this.cards.filter((card) => "url" in card); }

  /** @returns {Evidence|undefined} */
  evidence(id, source) { return this.claim(id).evidence.find((one) => one.source === source); }

  worked() { return this.cards.filter(({ evidence, searches }) => evidence?.length || searches?.length).length; }

  amend(id, change, news = "", field = null) {
    this.change(this.cards.map((card) => (card.id === id ? { ...card, ...change } : card)), news, field);
  }

  /** Link a source to a claim; how reliable the learner found it elsewhere is not asked twice. */
  attach(id, source, words, news) {
    const before = this.cards.flatMap(({ evidence = [] }) => evidence).find((one) => one.source === source && one.letter);
    const made = { source, stance: "", words, role: "", group: "", letter: before?.letter ?? "" };
    this.amend(id, { evidence: [...this.claim(id).evidence, made] }, news);
  }

  detach(id, source, news) {
    this.amend(id, { evidence: tidy(this.claim(id).evidence.filter((one) => one.source !== source)) }, news);
  }

  /** Change one piece of evidence; a claim has one earliest appearance. */
  weigh(id, source, change, news = "", field = null) {
    const evidence = this.claim(id).evidence.map((one) => {
      if (one.source === source) return { ...one, ...change };
      return change.role ? { ...one, role: "" } : one;
    });
    this.amend(id, { evidence }, news, field);
  }

  /** Say that source got it from where other got it, or, without other, that it stands alone. */
  group(id, source, other, news) {
    const { evidence } = this.claim(id);
    const taken = evidence.map((one) => one.group);
    const fresh = `o${[...taken.keys(), taken.length].map((i) => i + 1).find((n) => !taken.includes(`o${n}`))}`;
    const group = other ? this.evidence(id, other).group || fresh : "";
    this.amend(id, { evidence: tidy(evidence.map((one) => (
      one.source === source || (other && one.source === other) ? { ...one, group } : one))) }, news);
  }

  /** Write a search down; asked again, it is the same search with a newer count. */
  log(id, query, found, against, news) {
    const { searches } = this.claim(id);
    const i = searches.findIndex((one) => one.query.toLowerCase() === query.toLowerCase());
    const made = { query, found, against: against || (searches[i]?.against ?? false) };
    if (same(searches[i], made)) this.show(news);
    else this.amend(id, { searches: i < 0 ? [...searches, made] : searches.with(i, made) }, news);
  }

  relog(id, i, change, news) {
    const { searches } = this.claim(id);
    this.amend(id, { searches: searches.with(i, { ...searches[i], ...change }) }, news);
  }

  /** Add an own source, or change the one called id; return its id. */
  keepOwn(fields, id, news) {
    const next = id ?? `own-${Math.max(0, ...this.own.map((one) => Number(one.id.slice(4)))) + 1}`;
    if (id) this.amend(id, fields, news);
    else this.change([...this.cards, { id: next, ...fields }], news);
    return next;
  }

  /** Remove an own source, from every claim it was attached to as well. */
  dropOwn(id, news) {
    this.change(this.cards.filter((card) => card.id !== id).map((card) => (card.evidence?.some((one) => one.source === id)
      ? { ...card, evidence: tidy(card.evidence.filter((one) => one.source !== id)) } : card)), news);
  }
}
