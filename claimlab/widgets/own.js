import { button, h, name, write } from "./elements.js";

const FIELDS = [
  ["url", "Address", "url", "Copy it from the browser, from https:// to the end."],
  ["title", "Title", "text", "As it stands on the page."],
  ["publisher", "Publisher", "text", "Who is behind the page; leave it empty if nobody is named."],
  ["date", "Date", "text", "Like 1985-03-18 or 1985; leave it empty if there is none."],
];

/** The learner's own sources and the form that adds or changes one. */
export function ownOf(here) {
  const { work } = here;
  const list = h("ul", { className: "results" });
  const heading = h("h3", {}, "Your own sources");
  const rows = FIELDS.map(([field, label, type, how]) => {
    const input = h("input", { id: name(), type: type === "url" ? "text" : type, inputMode: type, maxLength: 2000, autocomplete: "off", spellcheck: field === "title" });
    const wrong = h("p", { className: "wrong", id: `${input.id}-wrong` });
    const hint = h("p", { className: "how", id: `${input.id}-how` }, how);
    input.setAttribute("aria-describedby", `${wrong.id} ${hint.id}`);
    return { field, input, wrong, node: h("div", {}, h("label", { htmlFor: input.id }, label), hint, input, wrong) };
  });
  const submit = button("", () => {}, { type: "submit", className: "go" });
  const legend = h("h3", {});
  const form = h("form", { className: "own", hidden: true, noValidate: true, "aria-label": "Your own source",
    onsubmit: (event) => { event.preventDefault(); send(); } },
  legend, ...rows.map((row) => row.node),
  h("div", { className: "foot" }, submit, button("Cancel", () => close())));
  const opener = button("Add your own source", () => open(null));
  const node = h("section", { className: "mine-too", "aria-label": "Your own sources" }, heading, list, opener, form);
  let changing = null;

  function open(id) {
    const card = id ? here.card(id) : {};
    changing = id;
    rows.forEach(({ field, input }) => { input.value = card[field] ?? ""; });
    complain({});
    write(legend, id ? "Change your source" : "Add your own source");
    write(submit, id ? "Keep the change" : "Add it");
    form.hidden = false;
    opener.hidden = true;
    rows[0].input.focus();
  }

  function close() {
    form.hidden = true;
    opener.hidden = false;
    opener.focus();
  }

  function complain(problems) {
    rows.forEach(({ field, input, wrong }) => {
      write(wrong, problems[field] ?? "");
      input.setAttribute("aria-invalid", String(field in problems));
    });
    rows.find(({ field }) => field in problems)?.input.focus();
  }

  function send() {
    const fields = Object.fromEntries(rows.map(({ field, input }) => [field, input.value]));
    const but = changing;
    work.question("own", { fields, but: but ?? "" }, (answer) => {
      if (!answer.problems) return;
      complain(answer.problems);
      if (Object.keys(answer.problems).length) return;
      form.hidden = true;
      opener.hidden = false;
      here.read(work.keepOwn(answer.fields, but, but ? "Your source was changed." : "Your source was added. Attach it to a claim."));
    });
  }

  function update() {
    heading.hidden = !work.own.length;
    list.replaceChildren(...work.own.map((card) => h("li", {}, button("", () => here.read(card.id), { className: "result" })))
      .map((item, i) => {
        item.firstChild.append(h("span", { className: "title" }, work.own[i].title), h("span", { className: "where" }, here.where(work.own[i].id)));
        return item;
      }));
    node.hidden = Boolean(here.readingId) && form.hidden;
  }
  return { node, update, open, isOpen: () => !form.hidden, close, contains: (target) => form.contains(target), focus: () => opener.focus() };
}
