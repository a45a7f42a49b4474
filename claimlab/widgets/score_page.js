import { articleOf } from "./article.js";

/** The article to read on the right, where marked words become the proof of the indicator in hand. */
export function pageOf(here, told) {
  const way = { for: "good", against: "bad", "cannot tell": "even" };
  const work = { get cards() {
    return here.work.chosen.map(({ id }) => {
      const { passage, direction } = here.work.finding(id, told.id);
      return { id, kind: way[direction] ?? "none", passages: passage && here.sign(id).side === "page" ? [passage] : [] };
    });
  } };
  const marking = { offer: "Use as proof", words: "use as proof", sentence: "use the sentence",
    tag: (number) => `Proof of ${here.sign(here.work.chosen[number - 1].id).name}: open it`,
    marked: (numbers) => `proof of ${numbers.split(", ").map((n) => here.sign(here.work.chosen[n - 1].id).name).join(" and ")}` };
  return articleOf({ work, marking, listen: here.listen, get openId() { return here.signId; },
    model: { get: () => told }, mark: ({ start, end }, words) => here.takePassage(start, end, words),
    openCard: (id) => here.open(id, told.id) });
}

/** The article to read while looking outside it: marked words are what to search for. */
export function plainPageOf(here, told) {
  const marking = { offer: "Search for these words", words: "search for them", sentence: "search for the sentence" };
  return articleOf({ work: { cards: [] }, marking, listen: here.listen, openId: null, model: { get: () => told },
    mark: ({ start, end }) => here.searchFor(told.text.slice(start, end)), openCard: () => {} });
}
