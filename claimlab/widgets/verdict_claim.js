import { button, count, h, reveal, write } from "./elements.js";
import { evidenceOf } from "./evidence.js";
import { searchesOf } from "./given.js";
import { judgementOf } from "./verdict_form.js";

/** The claim in hand: what was found for it, and what was decided. */
export function handOf(here) {
  const { work } = here;
  const back = button("← All claims", () => here.leave());
  const place = h("span", { className: "place" });
  const turn = (by, label) => button(by < 0 ? "‹" : "›", () => here.choose(here.claims[here.number(here.claimId) - 1 + by][0]), { "aria-label": label, className: "turn" });
  const before = turn(-1, "Previous claim");
  const after = turn(1, "Next claim");
  const said = h("h3", { className: "in-hand", tabIndex: -1 });
  const go = button("", () => here.toSearch(), { className: "onward" });
  const found = h("h3", {});
  const list = h("ol", { className: "evidences" });
  const searches = h("div", {});
  const judgement = judgementOf(here);
  const node = h("section", { className: "cards", "aria-label": "The claim and your verdict" },
    h("div", { className: "nav" }, back, place, before, after), said, found, list, go, searches, judgement.node);
  const views = new Map();
  const lists = new Map(here.claims.map(([id]) => [id, searchesOf(here, id)]));
  let shown = null;

  const viewOf = (id, source) => {
    const key = `${id} ${source}`;
    if (!views.has(key)) views.set(key, evidenceOf(here, id, source));
    return views.get(key);
  };

  function update() {
    const id = here.claimId;
    const { evidence, searches: made } = work.claim(id);
    const number = here.number(id);
    if (shown !== id) searches.replaceChildren(lists.get(id).node);
    shown = id;
    write(place, `Claim ${number} of ${here.claims.length}`);
    write(said, here.said(id));
    before.disabled = number === 1;
    after.disabled = number === here.claims.length;
    write(found, evidence.length ? `${count(evidence.length, "source")} attached` : "No source attached yet");
    write(go, evidence.length || made.length ? "Search again →" : "Search for this claim →");
    const now = evidence.map(({ source }) => viewOf(id, source));
    [...list.children].filter((child) => !now.some((view) => view.node === child)).forEach((child) => child.remove());
    now.forEach((view, i) => {
      if (list.children[i] !== view.node) list.insertBefore(view.node, list.children[i] ?? null);
      view.update();
    });
    lists.get(id).update();
    judgement.update();
  }

  return { node, update, judgement, focus: () => said.focus(), head: () => said,
    evidence: (id, source) => (work.evidence(id, source) ? viewOf(id, source) : undefined),
    reveal: () => reveal(node) };
}
