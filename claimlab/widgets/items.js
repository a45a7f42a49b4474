// Practice items: questions on the page, answers checked in Python. All text is set by textContent, never as markup.
// @ts-check

/** @typedef {{id: string, form: string, ask: string, text: string, things: string[], lefts: string[], steps: number, again: string}} Question */
/** @typedef {{answer: any, tries: number, state: string, sign: string, head: string, lines: string[], hints: string[], turn: number}} Seen */
/** @typedef {{node: HTMLElement, read: () => any}} Field */

const STEPS = ["Where to look", "What kind of thing is missing", "The same step on another text", "What an expert would say"];
const PATIENCE = 8000;
const LONG = 26; // letters; a longer answer does not fit into a list beside its question
const SHORTCUTS = "data-lm-suppress-shortcuts";
let names = 0;

/**
 * @param {string} tag
 * @param {Record<string, any>} [with_]
 * @param {(Node | string)[]} inside
 * @returns {any}
 */
function make(tag, with_ = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(with_)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...inside);
  return node;
}

/** One input of a row of choices, big enough to touch, labelled by its own words. */
function tick(type, name, value, words, on) {
  const input = make("input", { type, name, value });
  input.checked = on;
  return make("label", { class: "ci-option" }, input, make("span", {}, words));
}

/** @returns {Field} */
function choiceField(question, seen, name) {
  const several = question.form === "several";
  const before = several ? seen.answer || [] : [seen.answer];
  const rows = question.things.map((words, n) => tick(several ? "checkbox" : "radio", name, n, words, before.includes(n)));
  const node = make("div", { class: "ci-options" }, ...rows);
  const read = () => {
    const chosen = [...node.querySelectorAll("input:checked")].map((input) => Number(input.value));
    return several ? chosen : chosen.length ? chosen[0] : null;
  };
  return { node, read };
}

/** @returns {Field} */
function orderField(question, seen) {
  let order = seen.answer || question.things.map((_, n) => n);
  let moved = Boolean(seen.answer);
  const list = make("ol", { class: "ci-order" });
  const heard = make("p", { class: "ci-hidden", role: "status" });
  const move = (place, by) => {
    const words = question.things[order[place]];
    order = order.slice();
    [order[place], order[place + by]] = [order[place + by], order[place]];
    moved = true;
    draw();
    heard.textContent = `${words}: now number ${place + by + 1} of ${order.length}.`;
    const row = list.children[place + by];
    const again = row.querySelector(by < 0 ? ".ci-up" : ".ci-down");
    (again.disabled ? row.querySelector("button:not(:disabled)") : again).focus();
  };
  const arrow = (place, by) => {
    const words = `Move ${by < 0 ? "up" : "down"}: ${question.things[order[place]]}`;
    const kind = by < 0 ? "ci-up" : "ci-down";
    const at_end = place + by < 0 || place + by >= order.length;
    const button = make("button", { type: "button", class: kind, "aria-label": words, title: words, disabled: at_end });
    button.textContent = by < 0 ? "↑" : "↓";
    button.addEventListener("click", () => move(place, by));
    return button;
  };
  const draw = () =>
    list.replaceChildren(
      ...order.map((thing, place) =>
        make("li", {}, make("span", {}, question.things[thing]), arrow(place, -1), arrow(place, 1)),
      ),
    );
  draw();
  return { node: make("div", {}, list, heard), read: () => (moved ? order : null) };
}

/** @returns {Field} */
function matchField(question, seen, name) {
  const before = seen.answer || [];
  const picks = question.lefts.map((_, row) => {
    const options = question.things.map((words, n) => make("option", { value: n }, words));
    const pick = make("select", { "aria-labelledby": `${name}-${row}` }, make("option", { value: -1 }, "Choose …"), ...options);
    pick.value = String(before[row] ?? -1);
    return pick;
  });
  const whole = picks.map((pick) => {
    const words = make("span", { class: "ci-whole", "aria-hidden": true });
    const tell = () => (words.textContent = pick.value === "-1" ? "" : question.things[Number(pick.value)]);
    pick.addEventListener("change", tell);
    tell();
    return words;
  });
  const long = question.things.some((words) => words.length > LONG);
  const rows = question.lefts.map((words, row) =>
    make("label", { class: "ci-pair" }, make("span", { id: `${name}-${row}` }, words), picks[row], whole[row]),
  );
  const read = () => picks.map((pick) => Number(pick.value));
  return { node: make("div", { class: `ci-pairs${long ? " ci-long" : ""}` }, ...rows), read };
}

/** @returns {Field} */
function probabilityField(question, seen) {
  const before = seen.answer || {};
  const slider = make("input", { type: "range", min: 0, max: 100, step: 5, "aria-label": "How likely, 0 to 100" });
  const number = make("input", { type: "number", min: 0, max: 100, step: 1, inputmode: "numeric", "aria-label": "In 100" });
  const unsure = make("input", { type: "checkbox" });
  slider.value = before.value ?? 50;
  number.value = before.value ?? "";
  unsure.checked = before.unsure === true;
  const speak = () => slider.setAttribute("aria-valuetext", number.value === "" ? "not set yet" : `${number.value} in 100`);
  slider.addEventListener("input", () => {
    number.value = slider.value;
    unsure.checked = false;
    speak();
  });
  number.addEventListener("input", () => {
    if (number.value !== "") slider.value = number.value;
    unsure.checked = false;
    speak();
  });
  unsure.addEventListener("change", () => {
    if (unsure.checked) number.value = "";
    speak();
  });
  speak();
  const ends = make("div", { class: "ci-ends", "aria-hidden": true }, make("span", {}, "surely not"), make("span", {}, "surely so"));
  const scale = make("div", { class: "ci-scale" }, make("div", { class: "ci-slide" }, slider, ends), number, make("span", {}, "in 100"));
  const look = make("label", { class: "ci-option" }, unsure, make("span", {}, "I do not know enough, I would look it up"));
  const read = () => {
    if (unsure.checked) return { unsure: true };
    const value = Number(number.value);
    return number.value === "" || !(value >= 0 && value <= 100) ? null : { value };
  };
  return { node: make("div", {}, scale, look), read };
}

/** @returns {Field} */
function shortField(question, seen, name, draft) {
  const area = make("textarea", { rows: 2, "aria-label": question.ask, maxlength: 2000 });
  area.value = seen.answer ?? "";
  area.addEventListener("change", () => draft(area.value));
  return { node: area, read: () => area.value };
}

const FIELDS = {
  choice: choiceField,
  several: choiceField,
  order: orderField,
  match: matchField,
  probability: probabilityField,
  short: shortField,
};

/** What was said about an answer: a word and a sign, the reasons, then the hints seen so far. */
function fill(feedback, hints, seen) {
  feedback.dataset.state = seen.state;
  const head = make("strong", {}, make("span", { "aria-hidden": true }, `${seen.sign} `), `${seen.head}.`);
  feedback.replaceChildren(...(seen.state ? [head, ...seen.lines.map((line) => make("p", {}, line))] : []));
  const told = seen.hints.map((hint, n) => make("li", {}, make("b", {}, `${STEPS[n] || "Hint"}: `), hint));
  hints.replaceChildren(...(told.length ? [make("ol", {}, ...told)] : []));
}

/** One question as a card: fields, buttons, feedback. A fresh try of another question stays away until it is asked for. */
function card(question, number, model, awaitAnswer) {
  const name = `claimlab-item-${++names}`;
  const seen = () => /** @type {Seen} */ (model.get("shown")[question.id]);
  const send = (what, answer) => {
    model.send({ do: what, item: question.id, answer });
    if (what !== "draft") awaitAnswer();
  };
  const field = FIELDS[question.form](question, seen(), name, (answer) => send("draft", answer));
  const feedback = make("div", { class: "ci-feedback", role: "status" });
  const hints = make("div", { class: "ci-hints", role: "status" });
  const check = make("button", { type: "submit", class: "ci-go" }, "Check");
  const hint = make("button", { type: "button", onclick: () => send("hint", null) });
  const more = make("button", { type: "button", class: "ci-more", hidden: true }, "Try a fresh one");
  const foot = make("div", { class: "ci-foot" }, check, ...(question.steps ? [hint] : []));
  const badge = make("span", { class: "ci-n", "aria-hidden": true }, number);
  const legend = make("legend", { tabindex: question.again ? -1 : null }, badge, question.ask);
  const quoted = question.text ? [make("blockquote", {}, question.text)] : [];
  const node = make(
    "form",
    { class: "ci-card", novalidate: true },
    make("fieldset", {}, legend, ...quoted, field.node),
    foot,
    feedback,
    hints,
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    send("check", field.read());
  });
  let turn = -1;
  const renew = () => {
    const now = seen();
    if (now.turn === turn) return;
    turn = now.turn;
    fill(feedback, hints, now);
    node.dataset.state = now.state;
    const settled = question.form === "probability" && now.tries > 0;
    check.textContent = settled ? "Answered" : now.tries ? "Check again" : "Check";
    check.disabled = settled;
    if (settled) node.querySelectorAll("input").forEach((input) => (input.disabled = true));
    const next = now.hints.length + 1;
    hint.textContent = next > question.steps ? "No more hints" : `Hint ${next} of ${question.steps}`;
    hint.disabled = next > question.steps;
    if (question.again && (now.tries || now.hints.length)) node.hidden = false;
    offer();
  };
  /** @type {any} the fresh try of this question, if there is one */
  let fresh = null;
  const offer = () => (more.hidden = !fresh || !fresh.node.hidden || !seen().tries);
  const follow = (one) => {
    fresh = one;
    foot.append(more);
    offer();
  };
  more.addEventListener("click", () => {
    fresh.reveal();
    offer();
  });
  const reveal = () => {
    node.hidden = false;
    legend.focus();
    node.dispatchEvent(new CustomEvent("ci-fresh", { bubbles: true }));
  };
  node.hidden = Boolean(question.again);
  renew();
  return { node, renew, follow, reveal };
}

/** Each question as a card; a fresh try bears the number of the question that it is a fresh try of. */
function cardsOf(questions, model, awaitAnswer) {
  const made = new Map();
  let number = 0;
  for (const question of questions) {
    const before = made.get(question.again);
    const label = before ? `${before.label}+` : String((number += 1));
    const one = { ...card(question, label, model, awaitAnswer), label };
    before?.follow(one);
    made.set(question.id, one);
  }
  return [...made.values()];
}

/** @param {{model: any, el: HTMLElement}} view */
function render({ model, el }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const say = make("div", { class: "ci-say", role: "status" });
  const awaitAnswer = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say.textContent = "The notebook does not answer: choose Run, then Run All Cells, and try again.";
      say.dataset.alarm = "true";
    }, PATIENCE);
  };
  const cards = cardsOf(model.get("questions"), model, awaitAnswer);
  const fillUp = make("i");
  const count = make("span", { class: "ci-count" });
  const bar = make("div", { class: "ci-bar" }, make("b", {}, model.get("title")), make("span", { class: "ci-meter", "aria-hidden": true }, fillUp), count);
  const tally = () => {
    const all = model.get("questions").filter((_, n) => !cards[n].node.hidden).map(({ id }) => model.get("shown")[id]);
    const done = all.filter((seen) => seen.tries > 0).length;
    count.textContent = `${done} of ${all.length} answered`;
    fillUp.style.width = `${(100 * done) / Math.max(1, all.length)}%`;
  };
  const status = () => {
    say.textContent = model.get("status");
    say.dataset.alarm = String(model.get("alarm"));
  };
  const renew = () => {
    clearTimeout(timer);
    cards.forEach((one) => one.renew());
    tally();
    status();
  };
  tally();
  status();
  model.on("change:shown", renew);
  model.on("change:status", status);
  model.on("change:alarm", status);
  const root = make("section", { class: "claimlab-items", "aria-label": model.get("title"), [SHORTCUTS]: "true" });
  // Keys pressed in here are for the items, except the one that saves the notebook.
  // JupyterLab looks at the focused element itself before it climbs to the root.
  root.addEventListener("focusin", ({ target }) => /** @type {Element} */ (target).setAttribute(SHORTCUTS, "true"));
  const letSave = (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || !root.contains(target)) return;
    for (const node of [root, target]) {
      node.removeAttribute(SHORTCUTS);
      setTimeout(() => node.setAttribute(SHORTCUTS, "true"));
    }
  };
  window.addEventListener("keydown", letSave, true);
  root.addEventListener("ci-fresh", tally);
  root.append(bar, make("div", { class: "ci-cards" }, ...cards.map((one) => one.node)), say);
  el.append(root);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", letSave, true);
    model.off("change:shown", renew);
    model.off("change:status", status);
    model.off("change:alarm", status);
  };
}

export default { render };
