import { button, count, h, write } from "./elements.js";
import { dotsOf, inTen, oddOf, pillOf } from "./verdict_parts.js";

function foundIn({ evidence, searches }) {
  if (evidence.length) return count(evidence.length, "source");
  return searches.some((one) => one.found === 0) ? "searched, nothing of use" : "";
}

function rowOf(here, id, said, number) {
  const { work } = here;
  const pill = pillOf(here);
  const dots = dotsOf();
  const sure = h("span", { className: "in-ten" });
  const found = h("span", { className: "found" });
  const lacks = h("span", { className: "lacks" });
  const open = button("", () => here.choose(id), { className: "row" });
  open.append(h("span", { className: "number" }, String(number)),
    h("span", { className: "what" }, h("span", { className: "said" }, said), h("span", { className: "stand" }, found, " ", lacks)), " ",
    pill.node, " ", h("span", { className: "surely" }, dots.node, sure));
  function update() {
    const card = work.claim(id);
    const missing = work.missing(id);
    const odd = !missing.length && oddOf(card);
    open.classList.toggle("done", !missing.length && !odd);
    open.classList.toggle("begun", missing.length < 4);
    pill.update(card.verdict);
    dots.update(card.confidence);
    write(sure, card.confidence === null ? "how sure?" : `${card.confidence} %, ${inTen(card.confidence)}`);
    write(found, foundIn(card));
    write(lacks, odd ? "⚠ verdict and number clash" : !missing.length ? "complete" : missing.length < 4 ? `still needs ${missing.join(", ")}` : "not started");
  }
  return { node: h("li", {}, open), open, update };
}

/** All claims at a glance: verdict, how sure, and what is missing; a press opens one. */
export function overviewOf(here) {
  const rows = here.claims.map(([id, said], i) => [id, rowOf(here, id, said, i + 1)]);
  const byId = new Map(rows);
  const list = h("ol", { className: "table", onkeydown: (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const at = rows.findIndex(([, { open }]) => open === document.activeElement);
    rows[at + move]?.[1].open.focus();
  } }, ...rows.map(([, row]) => row.node));
  const titles = h("p", { className: "titles", "aria-hidden": "true" },
    ...["Claim", "Your verdict", "Accurate as it stands?"].map((title) => h("span", {}, title)));
  const node = h("section", { className: "overview", "aria-label": "All claims" }, titles, list);
  return { node, update: () => rows.forEach(([, row]) => row.update()), row: (id) => byId.get(id).open };
}
