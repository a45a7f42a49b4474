"""Every notebook, as a page, passes an accessibility checker: headings in order, pictures and links named."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbconvert import HTMLExporter
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(
    path for folder in ("lessons", "assignments", "solutions") for path in (ROOT / folder).rglob("*.ipynb")
)
RULES = (
    "heading-order",
    "empty-heading",
    "image-alt",
    "link-name",
    "list",
    "listitem",
    "table-fake-caption",
    "th-has-data-cells",
)
WORDS_OF_NO_USE = {"here", "click here", "link", "this", "this page", "more", "read more"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_checker_finds_nothing_to_object_to(path: Path, browser: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "notebook.html"
    exporter = HTMLExporter(template_name="basic", exclude_input=True)
    body, _ = exporter.from_notebook_node(nbformat.read(path, as_version=4))
    page_file.write_text(
        f"<!doctype html><html lang=en><title>{path.stem}</title><main>{body}</main>", encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(page_file.as_uri())
    found = Axe().run(page, options={"runOnly": {"type": "rule", "values": list(RULES)}})
    first = page.evaluate("document.querySelector('h1,h2,h3,h4').tagName")
    links = [link.strip().lower() for link in page.locator("main p a, main li a").all_inner_texts()]
    page.close()
    assert found.violations_count == 0, found.generate_report()
    assert first == "H1"
    assert not WORDS_OF_NO_USE & set(links)
