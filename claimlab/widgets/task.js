import { choiceOf } from "./choice.js";
import { h, name, write } from "./elements.js";

/** One written task; after the form is finished, what an answer on each level looks like, and which one is closest. */
export function taskOf(here) {
  const id = name();
  const text = h("blockquote", { className: "text" });
  const ask = h("label", { className: "ask", htmlFor: id });
  const area = h("textarea", { id, rows: 4, maxLength: 4000, oninput: () => here.work.edit(here.page, { words: area.value }, `words ${here.page}`) });
  const own = h("p", { className: "own" });
  const levels = h("div", { className: "levels" });
  const node = h("div", { className: "task" }, text, ask, area, own, levels);
  let judged = "";

  /** The samples of each level beside the learner's own words, then the question which one is closest. */
  function judge(scheme) {
    judged = here.page;
    const page = here.page;
    const closest = choiceOf("Which level is closest to what you wrote? You are the judge.", scheme.map(({ level, means }, n) => [n, level, means]),
      () => here.work.card(page).level, (n) => here.work.edit(page, { level: n }));
    const samples = scheme.map(({ level, means, samples: two }, n) => h("section", {}, h("h4", {}, `${n} · ${level}`), h("p", {}, means),
      ...two.map((one) => h("blockquote", {}, one))));
    closest.node.hidden = !here.work.card(page).words.trim();
    levels.replaceChildren(closest.node, h("h4", { className: "samples" }, "Answers on each level"), h("div", { className: "three" }, ...samples));
    levels.update = closest.update;
  }

  function update() {
    const { ask: question, text: quoted } = here.tasks.get(here.page);
    const { words } = here.work.card(here.page);
    const scheme = here.told(here.page);
    write(text, quoted);
    write(ask, question);
    if (area.value !== words) area.value = words;
    area.hidden = here.work.finished;
    own.hidden = !here.work.finished;
    write(own, words.trim() ? `You wrote: ${words}` : "You left this one open.");
    levels.hidden = !scheme;
    if (scheme && judged !== here.page) judge(scheme);
    if (scheme) levels.update();
  }

  return { node, update, focus: () => (here.work.finished ? here.heading : area).focus() };
}
