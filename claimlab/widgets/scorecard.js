import { button, h, reveal, write } from "./elements.js";
import { frameOf, widgetOf } from "./frame.js";
import { Ratings } from "./ratings.js";
import { boardOf } from "./score_board.js";
import { pickerOf } from "./score_choice.js";
import { pageOf, plainPageOf } from "./score_page.js";
import { searchOf } from "./score_search.js";
import { findingFormOf } from "./score_finding.js";
import { sumsOf } from "./score_sums.js";
import { listOf, readOf, shelfOf } from "./shelf.js";
import { typingOf } from "./typing.js";

/** Show the work in el. What is open, and what was searched for, belong to this view alone. */
function scorecardView(model, work, el) {
  const gone = new AbortController();
  const told = model.get("_guidance");
  const articles = model.get("_articles");
  const signs = new Map(told.signs.map((sign) => [sign.id, sign]));
  const here = { model, work, told, articles, signId: null, articleId: articles[0].id, picking: !work.chosen.length, reading: false,
    open, pick, donePicking, next, following, dropSign, takeWords, takePassage, takeOut, searched, searchFor, toProof, twin,
    sign: (id) => signs.get(id), tell: (words) => frame.tell(words), refresh: (words) => frame.refresh(words),
    listen: (target, type, does) => target.addEventListener(type, does, { signal: gone.signal }),
    titleOf: (article, source) => searches[at(article)].title(source), proofOf };
  const at = (article) => articles.findIndex(({ id }) => id === article);
  const picker = pickerOf(here);
  const board = boardOf(here, picker);
  const form = findingFormOf(here);
  const sums = sumsOf(here);
  const pages = articles.map((one) => pageOf(here, one));
  const plain = articles.map((one) => plainPageOf(here, one));
  const searches = articles.map(({ id }, i) => searchOf(here, id, "AB"[i]));
  const looks = [false, true].map((page) => button("", () => look(page), { className: "tab" }));
  const looking = h("div", { className: "tabs looking", role: "group", "aria-label": "Beside the questions" }, ...looks);
  const columns = h("div", { className: "columns" }, form.node,
    h("div", { className: "beside" }, looking, ...[...pages, ...plain, ...searches].map((part) => part.node)));
  const named = (side) => told.signs.filter((sign) => sign.side === side).map((sign) => [sign.name, sign.question]);
  const typing = typingOf(here, [listOf("The indicators", [], ["Outside the page", named("outside")], ["On the page", named("page")]),
    listOf("Can it be faked? The reasons", told.reasons.map(([, answer, said]) => [answer === "yes" ? "Yes" : "No", said])),
    ...articles.flatMap((one, i) => [readOf(`Article ${"AB"[i]}`, one), shelfOf(`Sources about article ${"AB"[i]}`, model.get("_packs")[one.id])])]);
  const frame = frameOf(model, work, { dress: "claimlab-scorecard", body: h("div", { className: "parts" }, typing.notice, board.node, columns, typing.node, sums.node), tools: [typing.swapper],
    update, gauge, home, escape });
  here.frame = frame;

  /** The words that prove a finding: of the page itself or of a source. */
  function proofOf(id, article) {
    const { passage, source, words } = work.finding(id, article);
    if (signs.get(id).side === "outside") return source ? words : "";
    if (!passage) return "";
    return passage.start < 0 ? passage.exact : articles[at(article)].text.slice(passage.start, passage.end);
  }

  function update() {
    const lost = here.signId && !work.rating(here.signId);
    const inside = columns.contains(document.activeElement);
    if (lost) here.signId = null;
    if (!here.signId && !work.chosen.length) here.picking = true;
    const side = signs.get(here.signId)?.side;
    columns.hidden = !here.signId;
    looking.hidden = side !== "outside";
    looks.forEach((one, i) => {
      write(one, i ? `Read article ${"AB"[at(here.articleId)]}` : "Search the sources");
      one.setAttribute("aria-pressed", String(here.reading === Boolean(i)));
    });
    articles.forEach(({ id }, i) => {
      const away = side !== "outside" || id !== here.articleId;
      pages[i].node.hidden = side !== "page" || id !== here.articleId;
      searches[i].node.hidden = away || here.reading;
      plain[i].node.hidden = away || !here.reading;
      [pages[i], plain[i]].forEach((page) => page.paint());
    });
    [board, picker, form, sums, ...searches, typing].forEach((part) => part.update());
    board.node.hidden = typing.isOpen();
    if (typing.isOpen()) columns.hidden = true;
    if (lost && inside) home().focus(); // what is hidden lets go of the focus only later
  }

  /** The other indicator that is proved by the same words of the article, or undefined; they count once. */
  function twin(id, article) {
    const said = proofOf(id, article);
    return said ? work.chosen.find((one) => one.id !== id && proofOf(one.id, article) === said)?.id : undefined;
  }

  function ready({ id, fake }) {
    return Boolean(fake) && articles.every(({ id: article }) => {
      const { direction, search } = work.finding(id, article);
      return direction && (proofOf(id, article) || search);
    });
  }

  function gauge() {
    const now = work.chosen.filter(ready).length;
    return { now, most: told.limits.most, words: `${now} of ${work.chosen.length || told.limits.most} ready · weights ${work.whole} of 100` };
  }

  function home() { return typing.isOpen() ? typing.swapper : here.signId ? form.node.querySelector("h3") : board.home(); }

  /** Open the field of an indicator for one article; the focus goes to the first question unless it is somewhere better. */
  function open(id, article, focus = true) {
    if (id !== here.signId || article !== here.articleId) here.reading = false;
    Object.assign(here, { signId: id, articleId: article, picking: false });
    work.flush();
    frame.refresh();
    frame.tell(`${signs.get(id).name}, article ${"AB"[at(article)]}.`);
    if (!focus) return;
    form.focus();
    reveal(columns);
  }

  function pick() {
    Object.assign(here, { picking: !here.picking, signId: null });
    frame.refresh();
    if (here.picking) picker.focus();
  }

  function donePicking() {
    here.picking = false;
    const first = work.chosen.find((one) => !ready(one)) ?? work.chosen[0];
    if (first) open(first.id, articles[0].id);
  }

  /** The next field to fill in: the same sign for the other article, or the next sign that is not ready; null when all are. */
  function following() {
    const i = at(here.articleId) + 1;
    if (i < articles.length) return { id: here.signId, article: articles[i].id };
    const from = work.chosen.findIndex(({ id }) => id === here.signId);
    const open_ = [...work.chosen.slice(from + 1), ...work.chosen.slice(0, from)].find((one) => !ready(one));
    return open_ ? { id: open_.id, article: articles[0].id } : null;
  }

  function next() {
    const to = following();
    if (to) return open(to.id, to.article);
    const { signId, articleId } = here;
    here.signId = null;
    frame.refresh();
    frame.tell(work.chosen.every(ready) ? `All ${work.chosen.length} are ready. ${work.whole === 100 ? "Now look at the table below." : "Now share the weights: 100 in all."}`
      : "Back on the report cards.");
    return board.cell(signId, articleId).focus();
  }

  function dropSign() {
    const { name } = signs.get(here.signId);
    work.drop(here.signId, `${name} is off your scorecard. Undo brings it back with its proof.`);
  }

  function takeWords(source, words) {
    work.rate(here.signId, here.articleId, { source, words }, words ? "These words are your proof." : "Taken out again.");
  }

  function takePassage(start, end, words) {
    const exact = articles[at(here.articleId)].text.slice(start, end);
    work.rate(here.signId, here.articleId, { passage: { start, end, exact } }, `${words} are your proof.`);
    form.next();
  }

  function takeOut() {
    work.rate(here.signId, here.articleId, { passage: null, source: "", words: "" }, "Taken out. Undo brings it back.");
  }

  function searched(query) {
    work.rate(here.signId, here.articleId, { search: query }, `Written down: searched for “${query}”, nothing found.`);
    form.next();
  }

  /** Read the article or search the sources, beside an indicator that lies outside the page. */
  function look(page) {
    here.reading = page;
    frame.refresh();
    if (page) plain[at(here.articleId)].focus();
    else searches[at(here.articleId)].focus();
  }

  function searchFor(words) {
    here.reading = false;
    searches[at(here.articleId)].ask(words);
    frame.refresh();
    searches[at(here.articleId)].focus();
  }

  function toProof() {
    const i = at(here.articleId);
    if (signs.get(here.signId).side === "outside") look(false);
    else pages[i].focus(work.finding(here.signId, here.articleId).passage?.start);
  }

  function escape({ target }) {
    const i = at(here.articleId);
    if (typing.isOpen()) return;
    if (searches[i].node.contains(target) && searches[i].escape()) return;
    if (plain[i].node.contains(target)) return look(false);
    if (here.signId && columns.contains(target)) {
      const { signId, articleId } = here;
      here.signId = null;
      frame.refresh();
      board.cell(signId, articleId).focus();
    } else if (here.picking && work.chosen.length && picker.node.contains(target)) pick();
  }

  el.append(frame.root);
  frame.refresh();
  return () => {
    gone.abort();
    frame.close();
  };
}

export default widgetOf(Ratings, scorecardView);
