"""A cell is read, never run."""

from __future__ import annotations

import pytest

from claimlab.classroom import cells


@pytest.mark.parametrize(
    ("source", "criterion"),
    [
        ('lab.score("coverage")', "coverage"),
        ("# a remark\n\nlab.score('kinds')\n", "kinds"),
        ("lab.check()", None),
        ('lab.score("coverage", 1)', None),
        ("lab.score(3)", None),
    ],
)
def test_a_call_names_its_criterion(source: str, criterion: str | None) -> None:
    found = cells.call(source)
    assert found is not None
    assert found.criterion == criterion


@pytest.mark.parametrize(
    "source",
    [
        "",
        "lab",
        "1 + 1",
        "lab.score(open('key.yaml').read())",
        "lab.score(*['coverage'])",
        "lab.score(**{'criterion': 'coverage'})",
        'lab.score("coverage"); 65.0',
        'other.score("coverage")',
        'lab.a.score("coverage")',
        'x = lab.score("coverage")',
        "%magic",
        "lab.score(",
        "\0",
        "(" * 5000,
        "lab.score('" + "x" * 5000 + "')",
        "lab.score(" + "-" * 900 + "1)",
    ],
)
def test_anything_else_stays_text(source: str) -> None:
    assert cells.call(source) is None


def test_hidden_tests_and_mark_schemes_are_cut_out() -> None:
    scheme = "### BEGIN MARK SCHEME\nsecret\n### END MARK SCHEME"
    tests = "# BEGIN HIDDEN TESTS\nsecret\n# END HIDDEN TESTS"
    assert cells.without_regions(f"asked\n{scheme}\n{tests}\nkept") == "asked\nkept"
