import { h, write } from "./elements.js";

/** A confidence of 0-100 as people say it; the same words as in Python. */
export function inTen(confidence) {
  const tenths = Math.floor(confidence / 10);
  if (confidence % 10) return `${tenths} to ${tenths + 1} in 10`;
  return tenths % 10 ? `about ${tenths} in 10` : `${tenths} in 10`;
}

/** Ten dots, as many of them filled as claims out of ten would be accurate; half a dot for five per cent. */
export function dotsOf() {
  const dots = Array.from({ length: 10 }, () => h("i"));
  const node = h("span", { className: "dots", "aria-hidden": "true" }, ...dots);
  return { node, update: (confidence) => {
    node.classList.toggle("unset", confidence === null);
    dots.forEach((dot, i) => dot.style.setProperty("--full", `${Math.min(100, Math.max(0, 10 * ((confidence ?? 0) - 10 * i)))}%`));
  } };
}

/** A verdict as a sign and its word. */
export function pillOf(here) {
  const sign = h("span", { className: "sign", "aria-hidden": "true" });
  const word = h("span", {});
  const node = h("span", { className: "verdict" }, sign, word);
  const { verdicts } = here.model.get("_guidance");
  return { node, update: (verdict) => {
    const [, said, mark] = verdicts.find(([one]) => one === verdict) ?? [null, "no verdict yet", "–"];
    node.dataset.verdict = verdict ?? "none";
    write(sign, mark);
    write(word, said);
  } };
}

/** What to ask oneself when verdict and confidence pull apart; nothing here knows what is right. */
export function oddOf({ verdict, confidence }) {
  if (confidence === null) return "";
  if (verdict === "supported" && confidence < 50) return "You say supported, but less than 50 % sure that it is accurate. Do both fit?";
  if (verdict === "refuted" && confidence > 50) return "You say refuted, but more than 50 % sure that it is accurate. Do both fit?";
  return "";
}
