"""Practice in the notebook: one widget for every form of item.

The browser gets the questions; answers are checked here, so a page source tells
nothing. Each answer is kept at once, and unanswered is never called wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import msgspec
import traitlets

from claimlab import practice
from claimlab.practice import Feedback, Item, Response, Section, load
from claimlab.problems import Problem

__all__ = ["Practice", "load"]

HERE = Path(__file__).parent
SIGNS = {"": "–", "unattempted": "–", "wrong": "✗", "partly": "◐", "right": "✓", "unsure": "?"}


class Practice(anywidget.AnyWidget):
    """Items of one section, with instant explained feedback, hints in steps, and as many tries as wanted.

    ``keep(item_id, response)`` is called after every change and returns the sentence for the status line.
    """

    _esm = HERE / "items.js"
    _css = HERE / "items.css"

    title = traitlets.Unicode().tag(sync=True)
    questions: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode("Your answers are saved as you go.").tag(sync=True)
    alarm = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self, items: Section, responses: Mapping[str, object], *, keep: Callable[[str, object], str], **rest: Any
    ) -> None:
        self._items = {item.id: item for item in items.items}
        self._keep = keep
        self._responses = {name: practice.response(item, responses.get(name)) for name, item in self._items.items()}
        super().__init__(
            title=items.title,
            questions=[_question(item) for item in items.items],
            shown={name: self._seen(name) for name in self._items},
            **rest,
        )
        self.on_msg(lambda _widget, content, _buffers: self.receive(content))

    @property
    def responses(self) -> dict[str, Response]:
        """What the learner did so far, by item."""
        return dict(self._responses)

    def receive(self, content: object) -> None:
        """Take up one message of the page: an answer to check, a draft to keep, or a hint asked for.

        Whatever is not such a message is passed over.
        """
        if not isinstance(content, dict) or not isinstance(content.get("item"), str):
            return
        steps = {"check": self._check, "draft": self._draft, "hint": self._hint}
        name, step = content["item"], steps.get(str(content.get("do")))
        if name in self._items and step is not None:
            step(name, content.get("answer"))

    def _check(self, name: str, answer: object) -> None:
        before = self._responses[name]
        if before.tries and self._items[name].form == "probability":
            return  # the truth has been told, so the first answer stands
        said = practice.check(self._items[name], answer)
        if said.state == "unattempted":
            self._show(name, said)
            return
        first = before.first if before.tries else answer
        self._responses[name] = Response(answer, said.state, before.tries + 1, before.hints, first)
        self._save(name)
        self._show(name, said)

    def _draft(self, name: str, answer: object) -> None:
        """Words typed and not yet checked are kept too."""
        if isinstance(answer, str) and self._items[name].form == "short":
            draft = answer[: practice.LONGEST]
            self._responses[name] = msgspec.structs.replace(self._responses[name], answer=draft)
            self._save(name)

    def _hint(self, name: str, _answer: object) -> None:
        before = self._responses[name]
        hints = min(before.hints + 1, len(self._items[name].hints))
        self._responses[name] = msgspec.structs.replace(before, hints=hints)
        self._save(name)
        self._show(name)

    def _save(self, name: str) -> None:
        try:
            self.status = self._keep(name, msgspec.to_builtins(self._responses[name])) or "Saved."
            self.alarm = False
        except Problem as problem:
            self.status, self.alarm = str(problem), True

    def _show(self, name: str, said: Feedback | None = None) -> None:
        turn = self.shown[name]["turn"] + 1  # the same feedback twice is still news to the page
        self.shown = {**self.shown, name: {**self._seen(name, said), "turn": turn}}

    def _seen(self, name: str, said: Feedback | None = None) -> dict[str, Any]:
        """What the page may know about one item now."""
        item, done = self._items[name], self._responses[name]
        if said is None and done.tries:
            said = practice.check(item, done.answer)
        state, lines, head = (said.state, said.lines, said.head) if said else ("", (), "Not answered yet")
        hints = item.hints[: done.hints]
        told = {"state": state, "sign": SIGNS[state], "head": head, "lines": list(lines), "hints": list(hints)}
        return {"answer": done.answer, "tries": done.tries, "turn": 0, **told}

    def html(self) -> str:
        """Return the items with answers and feedback as static HTML that needs no script."""
        seen = {name: self._seen(name) for name in self._items}
        parts = "".join(_static(item, seen[name]) for name, item in self._items.items() if _offered(item, seen))
        return f'<section class="claimlab-items-twin"><p><strong>{escape(self.title)}</strong></p>{parts}</section>'


def _question(item: Item) -> dict[str, Any]:
    """The item as the page may know it before an answer."""
    lefts = [pair.left for pair in item.pairs]
    asked = {"id": item.id, "form": item.form, "ask": item.ask, "text": item.text, "again": item.again}
    return {**asked, "things": list(item.things), "lefts": lefts, "steps": len(item.hints)}


def _offered(item: Item, seen: Mapping[str, dict[str, Any]]) -> bool:
    """A fresh try is no open question before the learner asks for it."""
    return not item.again or bool(seen[item.id]["tries"] or seen[item.id]["hints"])


def _static(item: Item, seen: dict[str, Any]) -> str:
    frame = "border-left:4px solid #1f5fa8;padding:4px 14px;margin:10px 0;line-height:1.6"
    quoted = f"<blockquote>{escape(item.text)}</blockquote>" if item.text else ""
    answer = f"<div>Answer: {escape(_said(item, seen['answer']))}</div>" if seen["tries"] else ""
    things = "" if answer else "".join(f"<li>{escape(thing)}</li>" for thing in item.things)
    listed = f"<ul>{things}</ul>" if things else ""
    state = f"<div><strong>{seen['sign']} {escape(seen['head'])}</strong></div>"
    lines = "".join(f"<div>{escape(line)}</div>" for line in (*seen["lines"], *seen["hints"]))
    return f'<div style="{frame}"><div>{escape(item.ask)}</div>{quoted}{listed}{answer}{state}{lines}</div>'


def _said(item: Item, answer: Any) -> str:
    """The answer in words; it was checked before, so its shape is known."""
    if item.form == "probability":
        return "I would look it up" if answer.get("unsure") is True else f"{answer['value']:g} in 100"
    if item.form == "short":
        return str(answer)
    chosen = [item.things[index] if index >= 0 else "–" for index in (answer if isinstance(answer, list) else [answer])]
    return "; ".join(chosen)
