"""Nothing about the verdict table is in the way of a screen reader or of weak eyes, in light and in dark."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_verdict_table_looks import STATES, put_in
from tests.browser.verdict_moves import BEGUN, Show

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_to_object_to(open_table: Show, state: str, dark: bool) -> None:
    seen = open_table(*BEGUN, dark=dark)
    put_in(seen, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)
