"""How long is it from running its cell until the source desk can be used?

``python -m benchmarks.desk`` opens a notebook in real JupyterLab, runs a cell with a bare widget
and one with the desk of a2-sources (74 cards), several times in turn, and measures in the page
from the key press to the search box. The last line is what the desk takes on top of the bare widget.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.browser import jupyter

BUDGET = 0.5
NOTEBOOK = "a2-sources.ipynb"
BARE = """
import anywidget
class Bare(anywidget.AnyWidget):
    _esm = "export default { render({ el }) { el.innerHTML = '<i class=bare>here</i>'; } }"
"""
CELLS = (f'import claimlab\nlab = claimlab.open("a2-sources")\n{BARE}', *["Bare()", "lab.find_sources()"] * 5)
WATCH = """selector => {
    window.ran = undefined;
    window.took = new Promise((done) => {
        const before = document.querySelectorAll(selector).length;
        new MutationObserver((_, watch) => {
            if (window.ran === undefined || document.querySelectorAll(selector).length <= before) return;
            watch.disconnect();
            requestAnimationFrame(() => done((performance.now() - window.ran) / 1000));
        }).observe(document.body, { childList: true, subtree: true });
    });
    window.addEventListener('keydown', (e) => { if (e.key === 'Enter') window.ran ??= performance.now(); }, true);
}"""


def measure(page: Page) -> dict[str, list[float]]:
    """Run the cells one by one and return what each kind took, in seconds."""
    took: dict[str, list[float]] = {"Bare()": [], "lab.find_sources()": []}
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Enter")
    page.locator("[data-status='idle']").first.wait_for()
    page.wait_for_timeout(3_000)
    for cell in CELLS[1:]:
        page.evaluate(WATCH, ".bare" if cell == "Bare()" else ".claimlab-desk input[type=search]")
        page.keyboard.press("Shift+Enter")
        took[cell].append(page.evaluate("window.took"))
        page.wait_for_timeout(500)
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = Path(folder) / "workspace"
        workspace.mkdir()
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
        notebook = new_notebook(cells=[new_code_cell(cell) for cell in CELLS], metadata=kernel)
        nbformat.write(notebook, workspace / NOTEBOOK)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        with jupyter.jupyter(workspace, Path(folder) / "jupyter.log") as server:
            page = browser.new_page(viewport={"width": 1280, "height": 12_000})
            page.goto(server.page(NOTEBOOK))
            jupyter.ready(server, page)
            took = measure(page)
        browser.close()
    bare, desk = (statistics.median(times) for times in took.values())
    first = took["lab.find_sources()"][0] - took["Bare()"][0]
    print(
        f"bare widget {bare:.3f} s, source desk {desk:.3f} s; the first desk {first:.3f} s more than the first bare one"
    )
    print(f"source desk on top of a bare widget: {desk - bare:.3f} s (budget {BUDGET} s)")


if __name__ == "__main__":
    sys.exit(main())
