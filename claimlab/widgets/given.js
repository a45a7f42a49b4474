import { button, count, h, reveal, same, write } from "./elements.js";
import { asks, evidenceOf } from "./evidence.js";

/** How far a claim has come, in words and as a stage for the eye. */
function stageOf({ evidence, searches }) {
  if (evidence.length) return ["sourced", count(evidence.length, "source")];
  if (searches.some((one) => one.found === 0)) return ["none", "searched, nothing of use"];
  if (searches.length) return ["searched", "searched, nothing attached yet"];
  return ["new", "not started"];
}

/** The searches made for a claim, each with whether it looked for disagreement. */
export function searchesOf(here, id) {
  const list = h("ul", {});
  const node = h("div", { className: "searches" }, h("h3", {}, "Searches"), list);
  let shown = [];
  function update() {
    const { searches } = here.work.claim(id);
    node.hidden = !searches.length;
    if (same(shown, searches)) return;
    shown = searches;
    const at = [...list.querySelectorAll("input, button")].indexOf(document.activeElement);
    list.replaceChildren(...searches.map(({ query, found, against }, i) => {
      const box = h("input", { type: "checkbox", checked: against, "aria-label": `“${query}”: I looked for disagreement`,
        onchange: () => here.work.relog(id, i, { against: box.checked }, box.checked ? "Marked as a search for disagreement." : "") });
      return h("li", {}, h("span", { className: "query" }, query),
        h("span", { className: "found" }, found ? `${found} found` : "nothing of use"),
        h("label", { className: "tick" }, box, h("span", { "aria-hidden": "true" }, "for disagreement")));
    }));
    if (at >= 0) list.querySelectorAll("input, button")[at]?.focus();
  }
  return { node, update };
}

function claimOf(here, id, said, number) {
  const { work } = here;
  const state = h("span", { className: "stage" });
  const head = button("", () => here.choose(id), { className: "head" });
  const list = h("ol", { className: "evidences" });
  const go = button("", () => here.toSearch(), { className: "onward" });
  const origins = h("h3", {});
  const searches = searchesOf(here, id);
  const body = h("div", { className: "body" }, go, origins, list, searches.node);
  const node = h("li", { className: "card" }, head, body);
  const shown = new Map();
  head.append(h("span", { className: "number" }, String(number)), h("span", { className: "said" }, said), state);

  function update() {
    const card = work.claim(id);
    const chosen = here.claimId === id;
    const [stage, words] = stageOf(card);
    const independent = new Set(card.evidence.map((one) => one.group || one.source)).size;
    node.dataset.stage = stage;
    node.classList.toggle("open", chosen);
    head.setAttribute("aria-current", String(chosen));
    write(state, words);
    body.hidden = !chosen;
    write(go, stage === "new" ? "Search for this claim →" : "Search again →");
    origins.hidden = !card.evidence.length;
    write(origins, [count(card.evidence.length, "source"), ...(asks(here, "origin") ? [count(independent, "origin")] : [])].join(", "));
    card.evidence.forEach(({ source }, i) => {
      if (!shown.has(source)) shown.set(source, evidenceOf(here, id, source));
      if (list.children[i] !== shown.get(source).node) list.insertBefore(shown.get(source).node, list.children[i] ?? null);
      shown.get(source).update();
    });
    for (const [source, view] of shown) {
      if (work.evidence(id, source)) continue;
      view.node.remove();
      shown.delete(source);
    }
    searches.update();
  }
  return { node, head, update, evidence: (source) => shown.get(source) };
}

/** The given claims, numbered; the chosen one shows its sources and searches. */
export function claimsOf(here) {
  const views = here.claims.map(([id, said], i) => [id, claimOf(here, id, said, i + 1)]);
  const byId = new Map(views);
  const node = h("section", { className: "cards", "aria-label": "Claims" },
    h("ol", { className: "list" }, ...views.map(([, view]) => view.node)));
  return { node, update: () => views.forEach(([, view]) => view.update()),
    focus: (id) => byId.get(id).head.focus(), head: (id) => byId.get(id).head,
    reveal: (id) => reveal(byId.get(id).node), evidence: (id, source) => byId.get(id).evidence(source) };
}
