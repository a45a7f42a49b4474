"""Take pictures of the marker in the states a reader of the README or a reviewer wants to see.

Run as ``python -m tests.browser.take_screenshots [FOLDER]``; the pictures go to FOLDER (default: pictures/).
"""

from __future__ import annotations

import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from claimlab import case
from claimlab.answers import Claim
from claimlab.widgets.boundary import passage
from tests import chromium
from tests.browser.conftest import Seen, _Files
from tests.widgets.wire import Desk

ARTICLE = case.load("mask-1985").article
MARKED = (
    ("Fans are stunned and heartbroken.", "Fans of Mask are stunned and heartbroken.", "framing", 1),
    ("at last broke her silence.", "She had never talked about her son in public before.", "implied", 3),
    ("at last broke her silence.", "", None, 0),
    ("a rare disorder", "Cranio-diaphyseal dysplasia is a rare disorder.", "fact", 2),
    ("lived to be 16.", "Rocky Dennis lived to be 16.", "fact", 3),
    ("he defied every medical prediction and lived to be 16.", "", None, 0),
    ("“left out the hell.”", "Rusty Dennis said the filmmakers “left out the hell.”", "quote", 3),
)


def claims() -> tuple[Claim, ...]:
    made = []
    for i, (words, said, kind, weight) in enumerate(MARKED):
        start = ARTICLE.text.index(words)
        made.append(Claim(f"c{i}", (passage(ARTICLE, start, start + len(words)),), said, kind, weight))  # type: ignore[arg-type]
    return tuple(made)


def take(browser: Browser, address: str, folder: Path) -> None:
    for name, width, dark, guide, does in SCENES:
        context = browser.new_context(viewport={"width": width, "height": 860}, reduced_motion="reduce")
        seen = Seen(context.new_page(), Desk(ARTICLE, () if guide else claims(), guide=guide))
        seen.open(address, dark=dark)
        does(seen.page)
        seen.page.wait_for_timeout(400)
        seen.page.screenshot(path=folder / f"{name}.png", full_page=True)
        context.close()


def _card(page: Page) -> None:
    page.locator(".head").nth(1).click()
    page.locator(".form textarea").press("End")


def _words(page: Page) -> None:
    _card(page)
    page.locator(".sentence").nth(11).focus()
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Shift+ArrowRight")


def _drag(page: Page) -> None:
    first, last = (page.locator("p .word", has_text=word).first.bounding_box() for word in ("Rusty", "Mask"))
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + 8, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 12, last["y"] + 8, steps=4)
    page.mouse.up()


def _second_step(page: Page) -> None:
    page.get_by_role("button", name="Next").click()


def _third_step(page: Page) -> None:
    _second_step(page)
    page.locator(".sentence").nth(1).focus()
    page.keyboard.press("Space")


def _last_step(page: Page) -> None:
    _third_step(page)
    page.keyboard.type("Fans of the film Mask are stunned.")
    page.get_by_role("button", name="Done").click()


def _not_saved(page: Page) -> None:
    page.evaluate("model.alive = false")
    _card(page)
    page.keyboard.type(" Never.")
    page.locator(".alarm:not(:empty)").wait_for()


SCENES = (
    ("marker-light", 1200, False, False, _words),
    ("marker-dark", 1200, True, False, _words),
    ("card-narrow", 380, False, False, _card),
    ("tapped", 1200, False, False, _drag),
    ("typed", 1000, False, False, lambda page: page.get_by_role("button", name="Type instead").click()),
    ("typed-narrow", 380, True, False, lambda page: page.get_by_role("button", name="Type instead").click()),
    ("help", 1200, False, False, lambda page: page.get_by_role("button", name="Help").click()),
    ("guide", 1200, False, True, lambda page: None),
    ("guide-mark", 1200, True, True, _second_step),
    ("guide-card", 1200, False, True, _third_step),
    ("guide-saved", 1200, False, True, _last_step),
    ("not-saved", 1200, False, False, _not_saved),
    ("guide-narrow", 320, False, True, lambda page: None),
)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    program = chromium.find()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        opened = playwright.chromium.launch(executable_path=program, args=list(chromium.FLAGS))
        take(opened, f"http://127.0.0.1:{server.server_port}/", folder)
        opened.close()
        server.shutdown()


if __name__ == "__main__":
    main()
