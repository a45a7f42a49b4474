import { button, count, h, write } from "./elements.js";

const SIGN = "data-lm-suppress-shortcuts";

const termed = (pairs, dress) => h("dl", {}, ...pairs.flatMap(([term, meaning]) => [h("dt", {}, dress(term)), h("dd", {}, meaning)]));
const keyed = (pairs) => termed(pairs, (key) => h("kbd", {}, key));
const named = (pairs) => termed(pairs, (term) => term);
const stepped = (lines) => h("ol", {}, ...lines.map((line) => h("li", {}, line)));

const FORMS = { steps: stepped, keys: keyed, terms: named };

/** The help panel and the button that opens it; parts are [title, "steps", "keys" or "terms", what to say]. */
function panelOf(parts, extra) {
  const opener = button("Help", () => show(node.hidden), { "aria-expanded": "false" });
  const node = h("section", { className: "help", hidden: true, "aria-label": "Help", tabIndex: -1 },
    ...parts.map(([title, form, said]) => h("div", {}, h("h3", {}, title), FORMS[form](said))),
    h("div", { className: "foot" }, ...extra.map(([words, does]) => button(words, () => { show(false); does(); })),
      button("Close", () => show(false))));
  function show(visible) {
    node.hidden = !visible;
    opener.setAttribute("aria-expanded", String(visible));
    (visible ? node : opener).focus();
  }
  return { node, opener, isOpen: () => !node.hidden, close: () => show(false) };
}

/**
 * What surrounds the work in a widget: title, progress, undo, help, unsaved work found again, and what became of saving.
 * update brings the body up to date; gauge gives {now, most, words}; home is where the focus goes when its place is gone;
 * escape is asked when Esc was pressed; tools are buttons beside undo, more is [words, what it does] for the help panel.
 * Returns the root, tell for announcements and close.
 */
export function frameOf(model, work, { dress, body, update, gauge, home, escape, counted = "Progress", tools = [], more = [] }) {
  const gone = new AbortController();
  const help = panelOf(model.get("_guidance").help, more);
  const undo = button("↶ Undo", () => work.undo());
  const redo = button("↷ Redo", () => work.redo());
  const fill = h("i");
  const meter = h("span", { className: "meter", role: "meter", "aria-label": counted, "aria-valuemin": 0 }, fill);
  const tally = h("span", { className: "tally" });
  const bringBack = button("", () => work.endDraft(true), { className: "go" });
  const draft = h("div", { className: "draft" }, h("p", {}, "Some of your work was not saved last time."), bringBack,
    button("Leave them", () => work.endDraft(false)));
  const news = h("span");
  const fate = h("span", { className: "unseen" });
  const saved = h("p", { className: "saved" });
  const alarm = h("p", { role: "alert", className: "alarm" });
  const root = h("div", { className: dress, [SIGN]: "true", "data-jp-suppress-context-menu": "true" },
    h("div", { className: "bar" }, h("h2", {}, model.get("_heading")), h("div", { className: "gauge" }, meter, tally),
      h("div", { className: "tools" }, undo, redo, ...tools, help.opener)),
    draft, help.node, body,
    h("div", { className: "status" }, h("p", { role: "status", className: "news" }, news, fate), saved, alarm));

  /** Bring everything on screen up to what the work is now. */
  function refresh(words = "") {
    const trouble = work.state === "lost" || work.state === "refused";
    const inside = root.contains(document.activeElement);
    update();
    enable(undo, work.past.length, redo);
    enable(redo, work.future.length, undo);
    if (inside && !root.contains(document.activeElement)) home().focus();
    const { now, most, words: said } = gauge();
    fill.style.width = `${Math.min(100, (100 * now) / most)}%`;
    meter.setAttribute("aria-valuemax", most);
    meter.setAttribute("aria-valuenow", Math.min(now, most));
    write(tally, said);
    root.dataset.state = work.state;
    if (words) write(news, words);
    if (!work.field || trouble) write(fate, work.state === "saved" ? ` ${work.sentence}` : "");
    write(alarm, trouble ? work.sentence : "");
    write(saved, trouble ? "" : work.state === "saving" ? "Saving…" : work.sentence);
    draft.hidden = !work.draft;
    if (work.draft) write(bringBack, `Bring back ${count(work.draft.changes, "unsaved change")}`);
  }

  /** A button that is switched off hands its focus on, or a keyboard would lose its place. */
  function enable(one, possible, other) {
    const focused = document.activeElement === one;
    one.disabled = !possible;
    if (focused && one.disabled) (other.disabled ? help.opener : other).focus();
  }

  root.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    if (control && (key === "z" || key === "y") && !event.target.matches("textarea, input:not([type=radio], [type=checkbox], [type=range])")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) work.redo();
      else work.undo();
    } else if (control && key === "s") {
      work.flush();
      return; // on to the notebook, which saves
    } else if (key === "escape" && !event.defaultPrevented) {
      if (help.isOpen()) help.close();
      else escape(event);
    }
    event.stopPropagation();
  });
  // A notebook looks for its shortcuts on the focused element before it climbs, so that one has to carry the sign as well.
  root.addEventListener("focusin", ({ target }) => target.setAttribute(SIGN, "true"));
  // Saving the notebook must get through to it; every other key pressed in here is for the widget.
  window.addEventListener("keydown", ({ target, key, ctrlKey, metaKey }) => {
    if (!(ctrlKey || metaKey) || key.toLowerCase() !== "s" || !root.contains(target)) return;
    for (const node of [root, target]) {
      node.removeAttribute(SIGN);
      setTimeout(() => node.setAttribute(SIGN, "true"));
    }
  }, { signal: gone.signal, capture: true });

  function close() {
    work.flush();
    gone.abort();
    work.views.delete(refresh);
    root.remove();
  }

  work.views.add(refresh);
  return { root, refresh, tell: (words) => write(news, words), close };
}

/** What anywidget asks of a widget: one Kind of work a model, stopped with it, and any number of views of it. */
export const widgetOf = (Kind, view) => () => {
  let work;
  return {
    initialize({ model }) {
      work = new Kind(model);
      return () => work.stop();
    },
    render: ({ model, el }) => view(model, work, el),
  };
};
