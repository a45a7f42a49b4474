import { Ledger } from "./ledger.js";

/** The learner's work at the verdict table: evidence and searches as at the source desk, and what was decided. */
export class VerdictBook extends Ledger {
  /** Whether a claim may be judged: something was found, or a search that found nothing is written down. */
  unlocked(id) {
    const { evidence, searches } = this.claim(id);
    return evidence.length > 0 || searches.some((one) => one.found === 0);
  }

  judge(id, change, news = "", field = null) { this.amend(id, change, news, field); }

  /** What is still missing on a claim, in words, in the order of the work. */
  missing(id) {
    const { verdict, confidence, rationale } = this.claim(id);
    return [["a source", this.unlocked(id)], ["a verdict", verdict], ["how sure", confidence !== null], ["a reason", rationale.trim()]]
      .flatMap(([what, there]) => (there ? [] : [what]));
  }

  complete(id) { return !this.missing(id).length; }
}
