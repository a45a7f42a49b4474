import { button, count, h, write } from "./elements.js";

/** The list of indicators to choose from: those outside the page, then those on it. */
export function pickerOf(here) {
  const { work, told } = here;
  const heading = h("h3", { tabIndex: -1 }, "Choose your indicators");
  const advice = h("p", { className: "how" });
  const rule = h("p", { className: "how" }, `Up to ${told.limits.most}. At least ${told.limits.outside} of them from outside the page.`);
  const items = told.signs.map((sign) => {
    const mark = h("span", { className: "mark", "aria-hidden": "true" });
    const node = button("", () => toggle(sign), { className: "choice" });
    const why = h("span", { className: "why" });
    node.append(mark, h("span", { className: "name" }, sign.name), " ", h("span", { className: "asks" }, sign.question), " ", why);
    return { sign, node, mark, why };
  });
  const group = (side, title, note) => h("div", { className: "side" }, h("h4", {}, title), h("p", { className: "how" }, note),
    h("ul", {}, ...items.filter(({ sign }) => sign.side === side).map(({ node }) => h("li", {}, node))));
  const done = button("Done choosing", () => here.donePicking(), { className: "go" });
  const node = h("section", { className: "picker", "aria-label": "Indicators to choose from" }, heading, rule,
    h("div", { className: "sides" },
      group("outside", "↗ Outside the page", "You look these up elsewhere. An author can hardly change them."),
      group("page", "¶ On the page", `You see these in the article. ${told.limits.page} at most.`)),
    h("div", { className: "foot" }, done, advice));

  let refused = null; // the reason stands where it was pressed: the end of the widget may be out of sight
  const onPage = () => work.chosen.filter(({ id }) => here.sign(id).side === "page").length;

  function toggle(sign) {
    if (work.rating(sign.id)) return work.drop(sign.id, `${sign.name} is off your scorecard. Undo brings it back with its proof.`);
    if (blocked(sign)) {
      refused = sign;
      update();
      return here.tell(blocked(sign));
    }
    return work.choose(sign.id, here.articles.map(({ id }) => id), `${sign.name} is on your scorecard.`);
  }

  function blocked(sign) {
    if (work.rating(sign.id)) return "";
    if (work.chosen.length >= told.limits.most) return `You have ${told.limits.most}. Take one off first.`;
    return sign.side === "page" && onPage() >= told.limits.page ? `You have ${told.limits.page} of the page. Look outside it.` : "";
  }

  function update() {
    node.hidden = !here.picking;
    const away = work.chosen.length - onPage();
    const missing = Math.max(0, told.limits.outside - away);
    write(advice, `${work.chosen.length} of ${told.limits.most} chosen. ${missing ? `Choose at least ${missing} more from outside the page.` : "Enough of them lie outside the page."}`);
    items.forEach(({ sign, node: item, mark, why }) => {
      const on = Boolean(work.rating(sign.id));
      item.setAttribute("aria-pressed", String(on));
      item.setAttribute("aria-disabled", String(Boolean(blocked(sign))));
      write(mark, on ? "✓" : "+");
      write(why, refused === sign ? blocked(sign) : "");
      why.hidden = !why.textContent;
    });
    done.disabled = !work.chosen.length;
  }

  return { node, update, focus: () => heading.focus() };
}
