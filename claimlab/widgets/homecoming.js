// “Run All Cells” leaves a learner at the end of the page. This brings them back to where the page begins its work,
// once, when the run is over, and only if they have touched nothing since.

const QUIET = 800; // ms without running cells or scrolling before the run counts as over
const LONGEST = 60000;
const TOUCHES = ["wheel", "touchstart", "pointerdown", "keydown"];
const onTheWay = new WeakSet();

/** Come back to the words above the first code cell, if a run has carried the page of *el* away from them. */
export function comeHome(el) {
  const notebook = el.closest(".jp-Notebook");
  const scroller = notebook?.closest(".jp-WindowedPanel-outer") ?? notebook?.querySelector(".jp-WindowedPanel-outer");
  if (!scroller || onTheWay.has(notebook)) return;
  onTheWay.add(notebook);
  const began = performance.now();
  let still = began;
  const moved = () => (still = performance.now());
  const running = () => [...notebook.querySelectorAll(".jp-InputPrompt")].some((prompt) => prompt.textContent.includes("*"));
  const leave = () => {
    clearInterval(watch);
    scroller.removeEventListener("scroll", moved);
    TOUCHES.forEach((touch) => window.removeEventListener(touch, leave, true));
    onTheWay.delete(notebook);
  };
  const watch = setInterval(() => {
    const now = performance.now();
    if (running()) moved();
    else if (now - still > QUIET) {
      leave();
      goBack(notebook, scroller);
    }
    if (now - began > LONGEST) leave();
  }, 100);
  scroller.addEventListener("scroll", moved);
  TOUCHES.forEach((touch) => window.addEventListener(touch, leave, true));
}

function goBack(notebook, scroller) {
  const cells = [...notebook.querySelectorAll(".jp-Cell")];
  const home = cells[Math.max(0, cells.findIndex((cell) => cell.classList.contains("jp-CodeCell")) - 1)];
  const last = cells.at(-1);
  const seen = scroller.getBoundingClientRect();
  const atTheEnd = last?.classList.contains("jp-mod-active") && last.getBoundingClientRect().top < seen.bottom;
  if (!home || !atTheEnd || home.getBoundingClientRect().bottom > seen.top) return;
  home.scrollIntoView({ block: "center" });
  home.focus({ preventScroll: true }); // so that the arrow keys go on from here
}
