"""The sentences of the feedback on sources: what you did, who says what, why it matters, next move.

Every point that is lost has its reason here, with the points it cost, so that a student can
follow the sum and a teacher can overrule it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlab import source_key
from claimlab.answers import Claim, Evidence
from claimlab.marking import ledger
from claimlab.marking.ledger import Entry, Weighed
from claimlab.marking.marks import Line, State
from claimlab.marking.quoting import quoted, short
from claimlab.marking.sourcewords import FULL, count, points, title

LOOK = "needs a look"
_ORIGINS = {
    2: "it came later, but it is first-hand or names where it has this from",
    1: "it is a later page; an earlier one is in the pack",
    0: "it repeats this without saying where it has it from",
}
_OPEN = "othing in the pack settles this claim, so your searches are what counts"


def origins(entry: Entry, state: State) -> Line:
    """Return the feedback on the earliest page and on independent origins."""
    reasons = [*_origin_reasons(entry), *_independence_reasons(entry), *_stray_reasons(entry), *_own_reason(entry, 5)]
    why = " ".join(reasons) or _praise(entry, "You found where it comes from, and you counted each origin once.")
    why = " ".join([why, *_aside_reason(entry)])
    return _line(entry, state, f"You marked: {_earliest(entry)}", _told(entry), why, _next_origin(entry, state))


def support(entry: Entry, state: State) -> Line:
    """Return the feedback on the words that show what a source says."""
    best = entry.best
    shown = _chosen(best) if best else _no_card(entry)
    reasons = [*_support_reasons(entry), *_stray_reasons(entry), *_own_reason(entry, 3)]
    lost = entry.support < ledger.SUPPORT - FULL
    why = " ".join(reasons) if lost else _praise(entry, "These words show it, and the card says what you say it does.")
    return _line(entry, state, f"You chose: {shown}", _passage(entry, best), why, _next_support(entry, state))


def care(entry: Entry, state: State) -> Line:
    """Return the feedback on the letters and on the search for disagreement."""
    letters = "; ".join(f"{one.evidence.letter or 'no letter'} for {title(one.listed.source)}" for one in entry.weighed)
    why = " ".join(
        [*_letter_reasons(entry), *_search_reasons(entry), *(_own_reason(entry, 1) if state == LOOK else [])]
    )
    return _line(
        entry,
        state,
        f"You chose: {letters or 'no letters'}\nYou searched: {_searched(entry.claim)}",
        _right_letters(entry),
        why or _praise(entry, "You judged the sources by themselves, and you looked for the other side."),
        _next_care(entry, state),
    )


def _line(entry: Entry, state: State, did: str, article: str, why: str, next_: str) -> Line:
    claim = f"The claim: {quoted(entry.given.said)}"
    name = f"Claim {entry.given.number}"
    return Line(entry.claim.id, state, f"{claim}\n{did}", article, why, next_, entry.given.id, name)


# The earliest page and independent origins


def _earliest(entry: Entry) -> str:
    attached = entry.claim.evidence
    groups = len({evidence.group or f"alone {evidence.source}" for evidence in attached})
    counts = f"{count(len(attached), 'source')} in {count(groups, 'group')}" if attached else "no sources"
    if not entry.earliest:
        return f"nothing as the earliest appearance; {counts}"
    titles = " and ".join(_card(evidence, entry) for evidence in entry.earliest[:3])
    return f"{titles} as the earliest appearance; {counts}"


def _origin_reasons(entry: Entry) -> Iterable[str]:
    lost = ledger.ORIGIN - entry.origin
    if lost <= FULL:
        return
    worth = f"Earliest page, {points(entry.origin)} of 3:"
    if not entry.earliest:
        yield f"{worth} {_searching(entry)}" if entry.given.open else f"{worth} no card is marked as the earliest."
    elif len(entry.earliest) > 1:
        yield f"{worth} only one page can be the earliest, and several are marked."
    elif any(evidence in entry.article for evidence in entry.earliest):
        yield f"{worth} this is the article itself, and no page is a source for what it says itself."
    elif any(evidence in entry.own for evidence in entry.earliest):
        yield f"{worth} the page is one of your own, which the marker cannot open."
    elif entry.marked is None and entry.earliest[0].stance == "irrelevant":
        yield f"{worth} you say yourself that this card does not speak about the claim."
    elif entry.marked is None:
        yield f"{worth} this card does not speak about the claim."
    elif entry.marked.listed.text.origin == 0 and entry.marked.listed.stances[0] == "irrelevant":
        yield f"{worth} this card does not speak about the claim itself."
    elif entry.marked.listed.text.origin < source_key.EARLIEST:
        yield f"{worth} {_ORIGINS[entry.marked.listed.text.origin]}."
    else:
        yield f"{worth} it is the right page."


def _independence_reasons(entry: Entry) -> Iterable[str]:
    if entry.independence >= ledger.INDEPENDENT - FULL:
        return
    found, need = entry.sorted, entry.given.text.need
    worth = f"Independent origins, {points(entry.independence)} of 2:"
    said = [
        f"{_titles(names, entry)} go back to one origin, and you count them as {len(names)}." for names in found.split
    ]
    said += [f"{_titles(names, entry)} do not repeat each other, and you count them as one." for names in found.merged]
    if entry.given.open and entry.looked < 1:
        said.append(f"fewer than {ledger.LOOKED} different searches fit the claim.")
    elif found.solid < need:
        said.append(f"{count(found.solid, 'independent origin')} found; full points need {need}.")
    yield " ".join([worth, *(said or ["they are counted right, but not all cards belong here."])])


def _searching(entry: Entry) -> str:
    fits = f"{count(len(entry.fitting), 'search')} of yours {'fits' if len(entry.fitting) == 1 else 'fit'} it"
    return f"n{_OPEN}. {fits}; {ledger.LOOKED} different ones are enough."


def _stray_reasons(entry: Entry) -> Iterable[str]:
    if entry.fit < 1:
        beside = len(entry.strays) + len(entry.article)
        all_ = len(entry.weighed) + beside
        yield (
            f"{beside} of {all_} cards do not speak about this claim (one is forgiven), so these points count "
            f"{points(100 * entry.fit)} %."
        )
    if entry.article:
        yield "The article is no source for itself, so it earns nothing here."
    if entry.repeated:
        yield "A card that is attached twice counts once, as it stands first."


def _aside_reason(entry: Entry) -> Iterable[str]:
    if entry.aside:
        titles = " and ".join(_card(evidence, entry) for evidence in entry.aside[:3])
        yield (
            f"Attached as well: {titles}. This is near the subject, but it does not decide this claim, so it neither "
            "earns nor costs points."
        )


def _own_reason(entry: Entry, most: int) -> Iterable[str]:
    if entry.own:
        titles = " and ".join(_card(evidence, entry) for evidence in entry.own[:3])
        yield (
            f"{titles}: a source from outside the pack. The marker cannot open it, so a person has to look; "
            f"all in all this claim can bring {count(most, 'point')} here."
        )


def _next_origin(entry: Entry, state: State) -> str:
    if state == "right":
        return "Keep it."
    if state == "needs a look":
        return "Say in your explanation why this page is earlier, or independent."
    if entry.sorted.split:
        return "Say of each copy where it got this from; then count the origins again."
    if entry.given.open:
        return "Search with other words, and write each search down, also when it finds nothing."
    return "Order your cards by date, and go to the page that the others name."


# Words


def _no_card(entry: Entry) -> str:
    looked = f", but {count(len(entry.fitting), 'search')} for it" if entry.given.open and entry.fitting else ""
    return f"no card that speaks about this claim{looked}"


def _chosen(one: Weighed) -> str:
    words = quoted(one.evidence.words) if one.evidence.words.strip() else "no words"
    return f"{one.evidence.stance or 'no stance'}, with {words} from {title(one.listed.source)}"


def _support_reasons(entry: Entry) -> Iterable[str]:
    worth = f"Quoted words, {points(entry.support)} of 3:"
    best = entry.best
    if entry.given.open and entry.support <= ledger.SUPPORT * entry.looked + FULL:
        yield f"{worth} {_searching(entry)}"
    elif best is None:
        yield f"{worth} no card that speaks about this claim is attached."
    elif not best.evidence.words.strip():
        yield f"{worth} no words are quoted."
    elif not best.right_stance:
        yield f"{worth} the card says something else about the claim than “{best.evidence.stance or 'nothing'}”."
    elif not best.words:
        yield f"{worth} these words are not on the card, or they do not show it."
    elif best.support >= best.listed.text.most < 3:
        yield f"{worth} you read this page rightly, but it is no evidence itself."
    elif best.support < 3:
        yield f"{worth} part of these words shows it; the rest is about other things, or something is missing."


def _passage(entry: Entry, best: Weighed | None) -> str:
    shown = best.listed if best and best.listed.solid else None
    solid = [one for one in entry.given.sources.values() if one.solid]
    listed = shown or max(solid, key=lambda one: (one.text.origin, one.source.id), default=None)
    if listed is None:
        return f"The sources: {entry.given.text.told}"
    return f"The sources: {title(listed.source)} {_says(listed.stances[0])} {quoted(listed.text.words[0])}"


def _says(stance: str) -> str:
    verbs = {"supports": "supports it:", "partly supports": "supports part of it:", "refutes": "refutes it:"}
    return verbs.get(stance, "does not settle it:")


def _next_support(entry: Entry, state: State) -> str:
    if state == "right":
        return "Keep it."
    if state == "needs a look":
        return "Quote the words of your own page, so that your teacher can judge them."
    if entry.given.open:
        return "Search with other words, and write each search down, also when it finds nothing."
    best = entry.best
    if best and best.words and not best.right_stance:
        return "Read the words once more: do they say that the claim is so, or that it is not?"
    return "Open the card and press the sentence that says it."


# Letters and searches


def _letter_reasons(entry: Entry) -> Iterable[str]:
    if entry.letter >= ledger.LETTER - FULL:
        return
    worth = f"Letters, {points(entry.letter)} of 1:"
    if not entry.weighed:
        yield f"{worth} {_searching(entry)}" if entry.given.open else f"{worth} no card that speaks about the claim."
        return
    off = [one for one in entry.weighed if one.letter < 1]
    near = sum(one.letter > 0 for one in off)
    step = f"; one step beside earns half ({near})" if near else ""
    differ = "differs" if len(off) == 1 else "differ"
    yield f"{worth} {len(off)} of {count(len(entry.weighed), 'letter')} {differ} from ours{step}."


def _search_reasons(entry: Entry) -> Iterable[str]:
    if entry.against:
        return
    against = [search for search in entry.claim.searches if search.against]
    if against:
        yield f"Other side, 0 of 1: {quoted(against[0].query)} has no word of this claim, so it found no other side."
    elif entry.claim.searches:
        yield "Other side, 0 of 1: no search is marked as looking for disagreement."
    else:
        yield "Other side, 0 of 1: no search is written down."


def _right_letters(entry: Entry) -> str:
    off = [one for one in entry.weighed if one.letter < 1]
    letters = (f"{' or '.join(one.listed.letters)} for {title(one.listed.source)}" for one in off)
    return f"We would say: {'; '.join(letters)}" if off else ""


def _next_care(entry: Entry, state: State) -> str:
    if state == "right":
        return "Keep it."
    if not entry.against:
        return "Search for words that somebody would use who disagrees, and tick “I am looking for disagreement”."
    return "Ask of each source: who is behind it, how do they know, and what have they got wrong before?"


# Words for many uses


def _told(entry: Entry) -> str:
    repeats = f"\nWe would say: {entry.repeats}" if entry.repeats else ""
    return f"The sources: {entry.given.text.told}{repeats}"


def _praise(entry: Entry, otherwise: str) -> str:
    return f"N{_OPEN}, and you looked thoroughly. Finding nothing is a result." if entry.looked >= 1 else otherwise


def _card(evidence: Evidence, entry: Entry) -> str:
    page = entry.pages.get(evidence.source)
    return title(page) if page else f"an unknown card ({short(evidence.source, 40)})"


def _titles(names: Sequence[str], entry: Entry) -> str:
    titles = [title(entry.given.sources[name].source) for name in names]
    return f"{', '.join(titles[:-1])} and {titles[-1]}"


def _searched(claim: Claim) -> str:
    said = [f"{quoted(s.query)}{' for disagreement' if s.against else ''}" for s in claim.searches[:6]]
    more = len(claim.searches) - len(said)
    return "; ".join([*said, *([f"{more} more"] if more > 0 else [])]) or "nothing is written down"
