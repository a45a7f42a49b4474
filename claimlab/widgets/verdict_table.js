import { h } from "./elements.js";
import { VerdictBook } from "./verdict_book.js";
import { frameOf, widgetOf } from "./frame.js";
import { benchOf } from "./bench.js";
import { listOf, shelfOf } from "./shelf.js";
import { typingOf } from "./typing.js";
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
  const { verdicts } = model.get("_guidance");
  const typing = typingOf(here, [listOf("The five verdicts", verdicts.map(([, word, , meaning]) => [word, meaning])),
    listOf(`The ${here.claims.length} claims`, here.claims.map(([, said], i) => [`Claim ${i + 1}`, said])),
    shelfOf(`The ${model.get("_pack").length} sources`, model.get("_pack"))]);
  here.frame = frameOf(model, work, { dress: "claimlab-verdicts", body: h("div", {}, typing.notice, overview.node, columns, typing.node), update, gauge,
    tools: [typing.swapper], home: () => (typing.isOpen() ? typing.swapper : here.opened ? here.given.head() : overview.row(here.claimId)),
    escape: (event) => { if (!typing.isOpen() && !here.escape(event) && here.opened) leave(); } });

  function update() {
    overview.node.hidden = here.opened || typing.isOpen();
    columns.hidden = !here.opened || typing.isOpen();
    overview.update();
    here.update();
    typing.update();
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
