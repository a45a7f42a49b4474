import { h, reveal } from "./elements.js";
import { Ledger } from "./ledger.js";
import { frameOf } from "./frame.js";
import { claimsOf } from "./given.js";
import { findingOf } from "./finding.js";
import { readingOf } from "./reading.js";
import { ownOf } from "./own.js";

/** Show the work in el. Focus, the chosen claim, the results and the open card belong to this view alone. */
function view(model, work, el) {
  const gone = new AbortController();
  const claims = model.get("_claims");
  const pack = new Map(model.get("_pack").map((card) => [card.id, card]));
  const circled = (n) => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `(${n})`);
  const here = { model, work, claims, claimId: claims[0][0], evidenceId: null, readingId: null, results: null,
    choose, openEvidence, closeEvidence, attach, detach, read, back, changeOwn, dropOwn,
    toSearch: () => { here.readingId = null; frame.refresh(); finding.focus(); }, tell: (words) => frame.tell(words),
    listen: (target, type, does) => target.addEventListener(type, does, { signal: gone.signal }),
    number: (id) => claims.findIndex(([one]) => one === id) + 1,
    said: (id) => claims.find(([one]) => one === id)[1],
    ordinal: (id, source) => circled(work.claim(id).evidence.findIndex((one) => one.source === source) + 1),
    card: (source) => pack.get(source) ?? work.own.find((card) => card.id === source) ?? { id: source, title: `${source} (not in this pack)`, url: "" },
    where: (source) => {
      const { publisher, date } = here.card(source);
      return [publisher || "no publisher", date || "no date", ...(source.startsWith("own-") ? ["your own source"] : [])].join(" · ");
    } };

  const given = claimsOf(here);
  const finding = findingOf(here);
  const reading = readingOf(here);
  const own = ownOf(here);
  const search = h("section", { className: "search", "aria-label": "Search and read" }, finding.node, reading.node, own.node);
  const frame = frameOf(model, work, { dress: "claimlab-desk", body: h("div", { className: "columns" }, given.node, search),
    update, gauge, home: () => given.head(here.claimId), escape });

  function update() {
    if (here.evidenceId && !work.evidence(here.claimId, here.evidenceId)) here.evidenceId = null;
    if (here.readingId && !pack.has(here.readingId) && !work.own.some((card) => card.id === here.readingId)) here.readingId = null;
    [given, finding, reading, own].forEach((part) => part.update());
  }

  function gauge() {
    const most = model.get("_choose");
    const now = work.worked();
    return { now, most, words: now > most ? `${now} claims begun · choose ${most} of them` : `Choose ${most} claims · ${now} begun` };
  }

  function choose(id) {
    Object.assign(here, { claimId: id, evidenceId: null });
    reading.follow();
    work.flush();
    frame.refresh();
    given.reveal(id);
    frame.tell(`Claim ${here.number(id)} is chosen. What you search is written down for it.`);
  }

  function openEvidence(source) {
    here.evidenceId = source;
    work.flush();
    frame.refresh();
    if (!source) return;
    const opened = given.evidence(here.claimId, source);
    opened.form().focus();
    reveal(opened.node);
  }

  /** Done with a source: back to where the learner was reading or searching. */
  function closeEvidence() {
    const source = here.evidenceId;
    openEvidence(null);
    if (here.readingId === source) return back();
    return given.evidence(here.claimId, source)?.head.focus();
  }

  function attach(id, source, words) {
    Object.assign(here, { claimId: id });
    if (!work.evidence(id, source)) work.attach(id, source, words, `Attached to claim ${here.number(id)}. Now say what it tells about the claim.`);
    openEvidence(source);
  }

  function detach(id, source) {
    work.detach(id, source, "Removed from the claim. Undo brings it back.");
    given.focus(id);
  }

  function read(source) {
    here.readingId = source;
    frame.refresh();
    reading.focus();
    reveal(reading.node);
  }

  function back() {
    const source = here.readingId;
    here.readingId = null;
    frame.refresh();
    finding.focusResult(source);
  }

  function changeOwn(id) {
    own.open(id);
    frame.refresh();
  }

  function dropOwn(id) {
    here.readingId = null;
    work.dropOwn(id, "Your source was removed. Undo brings it back.");
    own.focus();
  }

  function escape({ target }) {
    if (own.contains(target)) own.close();
    else if (here.evidenceId && given.node.contains(target)) closeEvidence();
    else if (here.readingId && reading.node.contains(target)) back();
  }

  el.append(frame.root);
  frame.refresh();
  return () => {
    gone.abort();
    frame.close();
  };
}

export default () => {
  let work;
  return {
    initialize({ model }) {
      work = new Ledger(model);
      return () => work.stop();
    },
    render: ({ model, el }) => view(model, work, el),
  };
};
