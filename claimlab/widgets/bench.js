import { h, reveal } from "./elements.js";
import { findingOf } from "./finding.js";
import { readingOf } from "./reading.js";
import { ownOf } from "./own.js";

/**
 * What every desk does with sources: find, read, attach, weigh, let go. The chosen claim, the results, the open card and the
 * focus belong to one view alone. Whoever uses it adds given (which shows the claims with their evidence) and frame.
 */
export function benchOf(model, work) {
  const gone = new AbortController();
  const claims = model.get("_claims");
  const pack = new Map(model.get("_pack").map((card) => [card.id, card]));
  const circled = (n) => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `(${n})`);
  const here = { model, work, claims, claimId: claims[0][0], evidenceId: null, readingId: null, results: null,
    openEvidence, closeEvidence, attach, detach, read, back, changeOwn, dropOwn, toSearch, escape, update,
    tell: (words) => here.frame.tell(words),
    listen: (target, type, does) => target.addEventListener(type, does, { signal: gone.signal }),
    number: (id) => claims.findIndex(([one]) => one === id) + 1,
    said: (id) => claims.find(([one]) => one === id)[1],
    ordinal: (id, source) => circled(work.claim(id).evidence.findIndex((one) => one.source === source) + 1),
    card: (source) => pack.get(source) ?? work.own.find((card) => card.id === source) ?? { id: source, title: `${source} (not in this pack)`, url: "" },
    where: (source) => {
      const { publisher, date } = here.card(source);
      return [publisher || "no publisher", date || "no date", ...(source.startsWith("own-") ? ["your own source"] : [])].join(" · ");
    } };
  const finding = findingOf(here);
  const reading = readingOf(here);
  const own = ownOf(here);
  const node = h("section", { className: "search", "aria-label": "Search and read" }, finding.node, reading.node, own.node);

  function update() {
    if (here.evidenceId && !work.evidence(here.claimId, here.evidenceId)) here.evidenceId = null;
    if (here.readingId && !pack.has(here.readingId) && !work.own.some((card) => card.id === here.readingId)) here.readingId = null;
    [here.given, finding, reading, own].forEach((part) => part.update());
  }

  function toSearch() {
    here.readingId = null;
    here.frame.refresh();
    finding.focus();
  }

  function openEvidence(source) {
    here.evidenceId = source;
    work.flush();
    here.frame.refresh();
    if (!source) return;
    const opened = here.given.evidence(here.claimId, source);
    opened.form().focus();
    reveal(opened.node);
  }

  /** Done with a source: back to where the learner was reading or searching. */
  function closeEvidence() {
    const source = here.evidenceId;
    openEvidence(null);
    if (here.readingId === source) return back();
    return here.given.evidence(here.claimId, source)?.head.focus();
  }

  function attach(id, source, words) {
    here.claimId = id;
    if (!work.evidence(id, source)) work.attach(id, source, words, `Attached to claim ${here.number(id)}. Now say what it tells about the claim.`);
    openEvidence(source);
  }

  function detach(id, source) {
    work.detach(id, source, "Removed from the claim. Undo brings it back.");
    here.given.focus(id);
  }

  function read(source) {
    here.readingId = source;
    here.frame.refresh();
    reading.focus();
    reveal(reading.node);
  }

  function back() {
    const source = here.readingId;
    here.readingId = null;
    here.frame.refresh();
    finding.focusResult(source);
  }

  function changeOwn(id) {
    own.open(id);
    here.frame.refresh();
  }

  function dropOwn(id) {
    here.readingId = null;
    work.dropOwn(id, "Your source was removed. Undo brings it back.");
    own.focus();
  }

  /** Esc goes one step back; returns whether there was one. */
  function escape({ target }) {
    if (own.contains(target)) own.close();
    else if (here.evidenceId && here.given.node.contains(target)) closeEvidence();
    else if (here.readingId && reading.node.contains(target)) back();
    else return false;
    return true;
  }

  return { here, node, follow: reading.follow, clear: finding.clear, close: () => gone.abort() };
}
