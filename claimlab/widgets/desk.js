import { h } from "./elements.js";
import { Ledger } from "./ledger.js";
import { frameOf, widgetOf } from "./frame.js";
import { claimsOf } from "./given.js";
import { benchOf } from "./bench.js";
import { listOf, shelfOf } from "./shelf.js";
import { typingOf } from "./typing.js";

/** Show the work in el: the claims on the left, search and reading on the right. */
function deskView(model, work, el) {
  const { here, node, follow, clear, close } = benchOf(model, work);
  here.choose = choose;
  here.given = claimsOf(here);
  const columns = h("div", { className: "columns" }, here.given.node, node);
  const typing = typingOf(here, [listOf(`The ${here.claims.length} claims`, here.claims.map(([, said], i) => [`Claim ${i + 1}`, said])),
    shelfOf(`The ${model.get("_pack").length} sources`, model.get("_pack"))]);
  here.frame = frameOf(model, work, { dress: "claimlab-desk", body: h("div", {}, typing.notice, columns, typing.node), tools: [typing.swapper],
    update, gauge, home: () => (typing.isOpen() ? typing.swapper : here.given.head(here.claimId)), escape: here.escape });

  function update() {
    here.update();
    typing.update();
    columns.hidden = typing.isOpen();
  }

  function gauge() {
    const most = model.get("_choose");
    const now = work.worked();
    return { now, most, words: now > most ? `${now} claims begun · choose ${most} of them` : `Choose ${most} claims · ${now} begun` };
  }

  function choose(id) {
    if (id !== here.claimId) clear();
    Object.assign(here, { claimId: id, evidenceId: null });
    follow();
    work.flush();
    here.frame.refresh();
    here.given.reveal(id);
    here.tell(`Claim ${here.number(id)} is chosen. What you search is written down for it.`);
  }

  el.append(here.frame.root);
  here.frame.refresh();
  return () => {
    close();
    here.frame.close();
  };
}

export default widgetOf(Ledger, deskView);
