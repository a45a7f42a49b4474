"""How the points for coverage arise, told in counts and plain words.

The points are a product of shares, which says little to a learner. What each
share counts, and what the rest of it would bring, says where to go on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimlab.key import Key
from claimlab.marking.cards import Pile, said_before
from claimlab.marking.marks import Share

COVERAGE = 65.0


@dataclass(frozen=True)
class Shares:
    """The four shares of the formula, each 0-1: coverage scaled, faithful, one idea, stands alone."""

    coverage: float
    faithful: float
    one_idea: float
    alone: float

    @property
    def points(self) -> float:
        """Points for coverage, 0-65."""
        return COVERAGE * self.coverage * (0.5 * self.faithful + 0.25 * self.one_idea + 0.25 * self.alone)

    @property
    def formula(self) -> str:
        """The sum in figures, so that every point can be followed."""
        faithful, one_idea, alone = f"{self.faithful:.2f}", f"{self.one_idea:.2f}", f"{self.alone:.2f}"
        sum_ = f"0.50 × {faithful} + 0.25 × {one_idea} + 0.25 × {alone}"
        return f"{COVERAGE:g} × {self.coverage:.2f} × ({sum_}) = {self.points:.2f}"


def told(shares: Shares, pile: Pile, covers: dict[str, float], key: Key) -> tuple[Share, ...]:
    """Return the four shares in words; *covers* says how far each claim of *key* is covered, 0, 0.5 or 1."""
    count = len(pile.cards)
    faithful = sum(not card.unfaithful for card in pile.cards)
    again = len(said_before(pile.cards))
    single = sum(card.single for card in pile.cards) - again
    alone = sum(card.stands_alone for card in pile.cards)

    def lost(**full: float) -> float:
        return replace(shares, **full).points - shares.points

    return (
        Share("Coverage", _covered(shares, covers, key), lost(coverage=1.0)),
        Share("Faithful", _faithful(faithful, count, pile), lost(faithful=1.0)),
        Share("One idea each", f"{single} of {_cards(count)}{_again(again)}", lost(one_idea=1.0)),
        Share("Stands alone", f"{alone} of {_cards(count)}", lost(alone=1.0)),
    )


def _covered(shares: Shares, covers: dict[str, float], key: Key) -> str:
    asked = [covers[reference.id] for reference in key.claims if reference.weight]
    stated, halves = sum(cover > 0 for cover in asked), sum(0 < cover < 1 for cover in asked)
    partly = f", {halves} of them in part" if halves else ""
    enough = ": enough for all the points" if shares.coverage >= 1 and stated < len(asked) else ""
    others = sum(covers[reference.id] > 0 for reference in key.claims if key.text.widely and not reference.weight)
    further = f" and {others} further claim{'' if others == 1 else 's'}" if others else ""
    return f"{stated} of {len(asked)} key ideas{partly}{further}{enough}"


def _faithful(faithful: int, count: int, pile: Pile) -> str:
    opposite = sum(card.unfaithful > 1 for card in pile.cards)
    twice = f"; saying the opposite counts twice ({opposite})" if opposite else ""
    return f"{faithful} of {_cards(count)}{twice}"


def _again(count: int) -> str:
    return f"; {count} {'says' if count == 1 else 'say'} only what another card says already" if count else ""


def _cards(count: int) -> str:
    return f"{count} card{'' if count == 1 else 's'}"
