"""The passage marker: an article beside the claim cards a learner makes from it.

The browser holds what the learner does until Python confirms that it was kept;
Python holds the claims and asks nobody but its own checks what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import traitlets

from claimlab.answers import Claim
from claimlab.case import Article
from claimlab.widgets import boundary, guidance, scripts
from claimlab.widgets.answering import Working


class PassageMarker(Working):
    """Shows *article* with the claim cards made from it, and hands every change to *keep*.

    ``target`` is the range of claims to aim for; ``keep`` saves the claims and
    returns a sentence for the status line, or raises Problem; ``remarks`` returns
    sentences on the form of one restatement; ``draft`` names the copy that the
    browser keeps of unsaved work, for instance the path of the answer sheet.
    """

    _esm = scripts.joined("elements", "work", "choice", "frame", "article", "cards", "lines", "guide", "marker")
    _css = scripts.FOLDER / "marker.css"
    _article = traitlets.Dict().tag(sync=True)
    _target: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _guided = traitlets.Bool().tag(sync=True)

    def __init__(
        self,
        article: Article,
        claims: Sequence[Claim] = (),
        *,
        target: tuple[int, int] = (10, 18),
        keep: Callable[[tuple[Claim, ...]], str],
        remarks: Callable[[str], Sequence[str]],
        guide: bool = True,
        title: str = "Break it into claims",
        on_guide_dismissed: Callable[[], None] | None = None,
        draft: str = "",
    ) -> None:
        self.article = article
        self.claims_now: tuple[Claim, ...] = tuple(claims)
        self._known = {claim.id: claim for claim in claims}
        self._keep = keep
        self._remarks = remarks
        self._on_guide_dismissed = on_guide_dismissed
        super().__init__(
            _article=boundary.article_for_browser(article),
            _guidance=guidance.for_browser(),
            _target=list(target),
            _heading=title,
            _guided=guide,
            _draft=f"{draft or article.id}:{article.sha256[:16]}",
        )

    def cards(self) -> list[dict[str, Any]]:
        """Return one card a claim."""
        return [boundary.card_for_browser(claim, self.article) for claim in self.claims_now]

    def replace(self, claims: Sequence[Claim]) -> None:
        """Show *claims* instead of what is there; the learner can undo it. Nothing is saved."""
        self._hold(tuple(claims))
        self._given += 1

    def _hold(self, claims: tuple[Claim, ...]) -> None:
        self.claims_now = claims
        self._known.update((claim.id, claim) for claim in claims)

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {
            **super().replies(),
            "remarks": self._reply_remarks,
            "guide-dismissed": self._reply_guide,
        }

    def _reply_keep(self, asked: dict[str, Any]) -> dict[str, Any]:
        self._hold(boundary.claims_from_browser(asked.get("cards"), self.article, self._known))
        return {"type": "kept", "sentence": self._keep(self.claims_now)}

    def _reply_remarks(self, asked: dict[str, Any]) -> dict[str, Any]:
        words = boundary.clean(str(asked.get("words", ""))[: boundary.LETTERS])
        remarks = [str(remark) for remark in self._remarks(words)] if words.strip() else []
        return {"type": "remarks", "id": asked.get("id"), "remarks": remarks}

    def _reply_guide(self, _asked: dict[str, Any]) -> dict[str, Any]:
        self._guided = False
        if self._on_guide_dismissed is not None:
            self._on_guide_dismissed()
        return {"type": "guide-dismissed"}
