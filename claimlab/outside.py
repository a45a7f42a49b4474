"""Things, places and events that a text either has or has not.

Most words that an article lacks are only another way of putting it: a paraphrase or an image. But nobody
paraphrases by way of a gun, a hospital, an Oscar or a hundred witnesses: whoever brings one of
these adds something. The list is general knowledge, written by hand for no text in particular; what people
like to use as an image (storms, wars, prisons, graves) or to count time by is left out of it, and what
somebody denies is not added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claimlab.wording import Word

_OUTSIDE = frozenset(
    """
gun rifle pistol shotgun knife weapon axe sword shooting shootout gunfight fistfight duel
dollar euro loan debt salary bribe
hospital clinic ambulance nurse surgeon surgery transplant vaccine gene virus cancer
jail police policeman sheriff court courtroom lawsuit lawyer criminal gangster mafia
church priest mosque monastery orphanage hotel motel casino nightclub restaurant supermarket
street town city village beach airport harbor harbour
ceiling roof cellar basement attic garage balcony staircase kitchen bathroom bedroom
party wedding marriage divorce funeral christmas easter vacation anniversary
award prize oscar medal trophy nomination nominee festival premiere sequel remake soundtrack
book novel diary memoir poem biography autobiography newspaper magazine blog podcast tweet video website internet
twitter facebook instagram youtube netflix tiktok wikipedia google email
television radio conference lecture parade demonstration
president minister mayor senator
earthquake hurricane accident
brother sister uncle aunt cousin niece nephew grandmother grandfather grandma grandpa stepfather stepmother
neighbor neighbour husband wife
university college camp football basketball baseball soccer guitar piano violin
cocaine heroin morphine whiskey whisky vodka beer wine cigarette
addict addicted addiction alcoholic suicide murderer murdered kidnap kidnapped
apologise apologised apologize apologized sue sued arrest arrested adopted resign resigned elected
pet unconscious coma wheelchair pregnant
reviews critic rating
    """.split()
)
_CROWDS = frozenset("hundred thousand million billion trillion".split())
_IMAGES = frozenset("piece pieces bits shards fragments times ways words percent per years".split())


def added(words: Sequence[Word], own: Sequence[Collection[str]]) -> Iterator[int]:
    """Yield the places of those *words* that add something to a text whose stems are in one of the sets *own*.

    "A thousand pieces" are an image; a thousand witnesses are a claim.
    """
    for place, word in enumerate(words):
        if word.text in _CROWDS:
            adds = _IMAGES.isdisjoint(other.text for other in words[place + 1 : place + 3])
        else:
            adds = word.text in _OUTSIDE or word.text.removesuffix("s") in _OUTSIDE
        if adds and not word.negated and not any(word.stem in stems for stems in own):
            yield place
