import { button, h, write } from "./elements.js";
import { choiceOf } from "./choice.js";
import { quoted } from "./ratings.js";

/** What is asked about one indicator: for the article in hand which way it points and what proves it, and whether it can be faked. */
export function findingFormOf(here) {
  const { work, told } = here;
  const heading = h("h3", { tabIndex: -1 });
  const question = h("p", { className: "question" });
  const tabs = here.articles.map(({ id }, i) => button(`Article ${"AB"[i]}`, () => here.open(here.signId, id, false), { className: "tab" }));
  const now = () => work.finding(here.signId, here.articleId);
  const direction = choiceOf("Which way does it point?", told.directions.map(([value, shown]) => [value, shown.replace(" ", "\n")]),
    () => now().direction, (value) => work.rate(here.signId, here.articleId, { direction: value }));
  const words = h("blockquote", {});
  const from = h("p", { className: "from" });
  const twice = h("p", { className: "needs" });
  const drop = button("Take it out", () => here.takeOut());
  const searched = h("p", { className: "searched" });
  const unsearch = button("Take the search out", () => work.rate(here.signId, here.articleId, { search: "" }, "The search is taken out."));
  const missing = h("p", { className: "missing" });
  const onward = button("", () => here.toProof(), { className: "onward" });
  const proof = h("div", { className: "evidence-box", role: "group", "aria-label": "The proof" }, h("h4", {}, "The proof"), words, from, twice, searched, missing,
    h("div", { className: "acts" }, drop, unsearch, onward));
  const fake = choiceOf("Could an author fake this sign? Asked once, for both articles.",
    told.reasons.map(([id, answer, said]) => [id, `${answer === "yes" ? "Yes" : "No"}. ${said}`]),
    () => work.rating(here.signId)?.reason, (id) => {
      const [, answer] = told.reasons.find(([one]) => one === id);
      work.amend(here.signId, { fake: answer, reason: id });
    });
  const next = button("", () => here.next(), { className: "go" });
  const remove = button("Take it off the scorecard", () => here.dropSign(), { className: "far" });
  const node = h("section", { className: "finding-form", "aria-label": "Indicator" }, heading, question,
    h("div", { className: "tabs", role: "group", "aria-label": "Article" }, ...tabs), h("div", { className: "form" }, direction.node, proof, fake.node,
      remove, h("div", { className: "foot" }, next)));
  direction.node.classList.add("ways");
  fake.node.classList.add("tall");

  function update() {
    node.hidden = !here.signId;
    if (node.hidden) return;
    const sign = here.sign(here.signId);
    const { search, source } = now();
    const said = here.proofOf(here.signId, here.articleId);
    const i = here.articles.findIndex(({ id }) => id === here.articleId);
    write(heading, sign.name);
    write(question, sign.question);
    tabs.forEach((tab, n) => tab.setAttribute("aria-pressed", String(n === i)));
    [direction, fake].forEach((part) => part.update());
    write(words, said ? quoted(said) : "");
    words.hidden = drop.hidden = !said;
    write(from, said && source ? `from “${here.titleOf(here.articleId, source)}”` : "");
    from.hidden = !from.textContent;
    write(searched, search ? `You searched for “${search}” and found nothing.` : "");
    searched.hidden = unsearch.hidden = !search;
    write(missing, sign.side === "outside" ? "Search, open a card and press the sentence that shows it." : sign.tip);
    missing.hidden = Boolean(said || search);
    write(onward, sign.side === "outside" ? (said ? "Search again →" : "Search the sources →") : said ? "Mark other words →" : "Go to the article →");
    const to = here.following();
    write(next, !to ? "Done" : to.id === here.signId ? "Next: article B →" : `Next: ${here.sign(to.id).name} →`);
    const other = here.twin(here.signId, here.articleId);
    write(twice, other ? `You use the same words for “${here.sign(other).name}”. They count once.` : "");
    twice.hidden = !other;
  }

  /** Begin at the top, at the first question that is open. */
  function focus() {
    const { direction: way, search } = now();
    const lacksFake = way && (search || here.proofOf(here.signId, here.articleId)) && !work.rating(here.signId).fake;
    node.scrollTop = 0;
    if (lacksFake) fake.node.querySelector("input").focus();
    else (way ? heading : direction.node.querySelector("input")).focus({ preventScroll: true });
  }

  return { node, update, focus, next: () => next.focus() };
}
