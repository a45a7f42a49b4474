import { button, h, name, write } from "./elements.js";
import { dotsOf, inTen, oddOf } from "./verdict_parts.js";

/** The five verdicts, each with the one sentence that says what it means. */
function verdictsOf(here) {
  const { work } = here;
  const group = name();
  const options = here.model.get("_guidance").verdicts.map(([value, word, sign, meaning]) => {
    const input = h("input", { type: "radio", name: group, value,
      onchange: () => work.judge(here.claimId, { verdict: value }, `Verdict: ${word}.`) });
    const node = h("label", {}, input, h("span", { className: "sign", "aria-hidden": "true" }, sign),
      h("span", {}, h("b", {}, word), " ", h("span", { className: "meaning" }, meaning)));
    node.dataset.verdict = value;
    return { input, node };
  });
  const node = h("fieldset", { className: "verdicts" }, h("legend", {}, "What do the sources say about it?"),
    ...options.map((one) => one.node));
  return { node, options, update: () => options.forEach(({ input }) => { input.checked = input.value === work.claim(here.claimId).verdict; }) };
}

/** How sure: a slider from 0 to 100 %, with the same in words and as ten dots. */
function surenessOf(here) {
  const { work } = here;
  const dots = dotsOf();
  const value = h("b", {});
  const words = h("span", {});
  const set = (confidence) => work.judge(here.claimId, { confidence }, "", `${here.claimId}:sure`);
  const unset = () => work.claim(here.claimId).confidence === null;
  const rest = () => { work.flush(); work.field = null; };
  const slider = h("input", { type: "range", min: "0", max: "100", step: "5", id: name(), oninput: () => set(Number(slider.value)), onblur: rest,
    onclick: () => { if (unset()) set(Number(slider.value)); },
    onkeydown: (event) => {
      const digit = /^[0-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      const now = digit ? 10 * Number(event.key) : unset() && (event.key === "Enter" || event.key === " ") ? 50 : null;
      if (now === null) return;
      event.preventDefault();
      set(now);
    } });
  const scale = h("p", { className: "scale", "aria-hidden": "true" }, ...["surely not", "could be either", "surely so"].map((one) => h("span", {}, one)));
  const node = h("div", { className: "sure" }, h("label", { htmlFor: slider.id }, "How sure are you that it is accurate as it stands?"),
    h("p", { className: "readout", "aria-hidden": "true" }, dots.node, value, words), slider, scale);
  function update() {
    const { confidence } = work.claim(here.claimId);
    const now = String(confidence ?? 50);
    if (slider.value !== now) slider.value = now;
    slider.disabled = here.locked();
    slider.style.setProperty("--at", `${now}%`);
    slider.classList.toggle("unset", confidence === null);
    slider.setAttribute("aria-valuetext", confidence === null ? "not said yet" : `${confidence} %, ${inTen(confidence)}`);
    dots.update(confidence);
    write(value, confidence === null ? "" : `${confidence} %`);
    write(words, confidence === null ? "Move the slider, or press a digit: 8 for 80 %." : inTen(confidence));
  }
  return { node, update };
}

/** What is decided about the claim in hand: verdict, how sure, and why. */
export function judgementOf(here) {
  const { work } = here;
  const verdicts = verdictsOf(here);
  const sureness = surenessOf(here);
  const why = h("textarea", { id: name(), rows: 3, maxLength: 4000,
    oninput: () => work.judge(here.claimId, { rationale: why.value }, "", `${here.claimId}:why`),
    onblur: () => { work.flush(); work.field = null; } });
  const lock = h("p", { className: "lock", id: name() });
  const odd = h("p", { className: "odd", "aria-live": "polite" });
  const lacks = h("p", { className: "lacks" });
  const next = button("", () => here.next(), { className: "go" });
  const node = h("section", { className: "judgement", "aria-label": "Your verdict" }, h("h3", {}, "Your verdict"), lock, verdicts.node, sureness.node,
    odd, h("label", { htmlFor: why.id }, "Why? In your own words"),
    h("p", { className: "how" }, "Name the source and what it shows. Say what would change your mind."), why,
    h("div", { className: "foot" }, next, lacks));
  verdicts.node.setAttribute("aria-describedby", lock.id);

  function update() {
    const card = work.claim(here.claimId);
    const locked = here.locked();
    node.classList.toggle("locked", locked);
    verdicts.node.disabled = why.disabled = locked;
    verdicts.update();
    sureness.update();
    if (why.value !== card.rationale) why.value = card.rationale;
    const bare = !locked && !work.unlocked(here.claimId);
    write(lock, locked ? "Locked until you have looked: attach a source, or write down that you found nothing of use."
      : bare ? "No source is left for this verdict. Attach one, or write down that you found nothing of use." : "");
    write(odd, oddOf(card));
    const missing = work.missing(here.claimId);
    write(lacks, missing.length ? `Still needs ${missing.join(", ")}.` : "✓ Complete.");
    write(next, here.number(here.claimId) < here.claims.length ? "Next claim →" : "All claims →");
  }

  return { node, update, focus: () => (verdicts.options.find(({ input }) => input.checked) ?? verdicts.options[0]).input.focus() };
}
