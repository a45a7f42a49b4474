import { h } from "./elements.js";
import { VerdictBook } from "./verdict_book.js";
import { frameOf, widgetOf } from "./frame.js";
import { benchOf } from "./bench.js";
import { overviewOf } from "./verdict_overview.js";
import { handOf } from "./verdict_claim.js";

/** Show the work in el: all claims as a table, or one claim in hand with the search beside it. */
function tableView(model, work, el) {
  const { here, node, follow, clear, close } = benchOf(model, work);
  Object.assign(here, { opened: false, choose, leave, next, closeEvidence: weighed,
    locked: () => !work.unlocked(here.claimId) && !work.claim(here.claimId).verdict });
  const overview = overviewOf(here);
  here.given = handOf(here);
  const columns = h("div", { className: "columns" }, here.given.node, node);
  here.frame = frameOf(model, work, { dress: "claimlab-verdicts", body: h("div", {}, overview.node, columns), update, gauge,
    home: () => (here.opened ? here.given.head() : overview.row(here.claimId)),
    escape: (event) => { if (!here.escape(event) && here.opened) leave(); } });

  function update() {
    overview.node.hidden = here.opened;
    columns.hidden = !here.opened;
    overview.update();
    here.update();
  }

  function gauge() {
    const now = here.claims.filter(([id]) => work.complete(id)).length;
    return { now, most: here.claims.length, words: `${now} of ${here.claims.length} claims complete` };
  }

  function choose(id) {
    if (id !== here.claimId) {
      here.readingId = null;
      clear();
    }
    Object.assign(here, { claimId: id, evidenceId: null, opened: true });
    follow();
    work.flush();
    here.frame.refresh();
    here.given.node.scrollTop = 0;
    here.given.focus();
    here.tell(`Claim ${here.number(id)} of ${here.claims.length} is open.`);
  }

  function leave() {
    Object.assign(here, { opened: false, evidenceId: null });
    work.flush();
    here.frame.refresh();
    overview.row(here.claimId).focus();
  }

  function next() {
    const to = here.claims[here.number(here.claimId)];
    if (to) choose(to[0]);
    else leave();
  }

  /** Done with a source: on to the verdict. */
  function weighed() {
    Object.assign(here, { evidenceId: null, readingId: null });
    work.flush();
    here.frame.refresh();
    here.given.judgement.focus();
  }

  el.append(here.frame.root);
  here.frame.refresh();
  return () => {
    close();
    here.frame.close();
  };
}

export default widgetOf(VerdictBook, tableView);
