// A labelled box for a few sentences of the learner's own. Python keeps every change and answers with a sentence.

const PAUSE = 300; // ms without a keystroke before words are sent
const PATIENCE = 5000; // ms without an answer before the learner is told

// A notebook takes Enter and other keys for shortcuts unless the focused element carries this sign.
const SIGN = "data-lm-suppress-shortcuts";

/** @param {string} tag @param {string} className @param {string} [text] */
function make(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** @param {KeyboardEvent} event */
const isSave = (event) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";

/** @param {string} text */
const countWords = (text) => text.replace(/\[[^\]\n]{1,40}\]/g, " ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const id = `claimlab-writing-${Math.random().toString(36).slice(2)}`;
  const root = make("section", "claimlab-writing");
  const label = /** @type {HTMLLabelElement} */ (make("label", "claimlab-writing-label", model.get("label")));
  const help = make("p", "claimlab-writing-help", model.get("help"));
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", "claimlab-writing-area"));
  const foot = make("div", "claimlab-writing-foot");
  const status = make("span", "claimlab-writing-status", model.get("said"));
  const count = make("span", "claimlab-writing-count");
  label.htmlFor = area.id = id;
  help.id = `${id}-help`;
  help.hidden = !model.get("help");
  area.setAttribute("aria-describedby", help.id);
  area.rows = model.get("rows");
  area.value = model.get("value");
  area.spellcheck = true;
  area.setAttribute(SIGN, "true");
  status.setAttribute("role", "status");
  foot.append(status, count);
  const remarks = make("ul", "claimlab-writing-remarks");
  remarks.setAttribute("aria-label", "How it looks so far");
  root.append(label, help, area, foot, remarks);
  el.append(root);

  let pause = 0;
  let patience = 0;
  const unit = () => {
    if (!model.get("counted")) return "";
    if (model.get("lines")) {
      const lines = area.value.split("\n").filter((line) => line.trim()).length;
      return `${lines} ${lines === 1 ? "claim" : "claims"}`;
    }
    const words = countWords(area.value);
    return `${words} ${words === 1 ? "word" : "words"}`;
  };
  const grow = () => {
    count.textContent = unit();
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
  };
  const send = () => {
    window.clearTimeout(pause);
    if (area.value === model.get("value")) return;
    model.set("value", area.value);
    model.save_changes();
    window.clearTimeout(patience);
    patience = window.setTimeout(() => {
      status.textContent =
        "Not saved yet: the kernel is not answering. Keep this tab open, choose Kernel, then Restart, and run the cells again.";
    }, PATIENCE);
  };
  const typed = () => {
    grow();
    status.textContent = "Saving…";
    window.clearTimeout(pause);
    pause = window.setTimeout(send, PAUSE);
  };
  const answered = () => {
    window.clearTimeout(patience);
    status.textContent = model.get("said");
  };
  const look = () => remarks.replaceChildren(...model.get("remarks").map((said) => make("li", "", said)));
  const elsewhere = () => {
    if (document.activeElement !== area) area.value = model.get("value");
    grow();
  };
  const inside = (event) => {
    if (!isSave(event)) event.stopPropagation();
  };
  // Saving the notebook must get through to it, with the last words; every other key is for the box.
  const save = (event) => {
    if (event.target !== area || !isSave(event)) return;
    send();
    area.removeAttribute(SIGN);
    window.setTimeout(() => area.setAttribute(SIGN, "true"));
  };
  area.addEventListener("keydown", inside);
  window.addEventListener("keydown", save, true);
  area.addEventListener("input", typed);
  area.addEventListener("blur", send);
  document.addEventListener("visibilitychange", send);
  model.on("change:answers", answered);
  model.on("change:remarks", look);
  model.on("change:value", elsewhere);
  look();
  requestAnimationFrame(grow);
  return () => {
    send();
    window.removeEventListener("keydown", save, true);
    document.removeEventListener("visibilitychange", send);
    model.off("change:answers", answered);
    model.off("change:remarks", look);
    model.off("change:value", elsewhere);
  };
}

export default { render };
