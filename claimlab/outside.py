"""Things, places and events that a text either has or has not.

Most words that an article lacks are only another way of putting it: a paraphrase or an image. But nobody
paraphrases by way of a gun, a hospital, an Oscar or a hundred witnesses: whoever brings one of
these adds something. The list is general knowledge, written by hand for no text in particular; what people
like to use as an image (storms, wars, kings, graves) is left out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claimlab.wording import Word

_OUTSIDE = frozenset(
    """
gun rifle pistol shotgun knife bomb weapon axe sword bullet shooting shootout gunfight fistfight duel
dollar euro loan debt lottery salary bribe
hospital clinic ambulance nurse surgeon surgery transplant vaccine gene virus cancer
prison jail police policeman sheriff court courtroom lawsuit lawyer judge trial crime criminal gangster mafia
church priest mosque monastery orphanage hotel motel casino nightclub restaurant supermarket
street town city village beach airport harbor harbour
ceiling roof cellar basement attic garage balcony staircase kitchen bathroom bedroom
party wedding marriage divorce funeral birthday christmas easter holiday vacation anniversary
award prize oscar medal trophy nomination nominee festival premiere sequel remake soundtrack
book novel diary memoir poem biography autobiography newspaper magazine blog podcast tweet video website internet
twitter facebook instagram youtube netflix tiktok wikipedia google email
television radio conference lecture parade demonstration riot
president princess minister mayor senator soldier army
earthquake hurricane accident
brother sister twin uncle aunt cousin niece nephew grandmother grandfather grandma grandpa stepfather stepmother
neighbor neighbour husband wife
university college camp football basketball baseball soccer guitar piano violin
cocaine heroin morphine whiskey whisky vodka beer wine cigarette
addict addicted addiction alcoholic suicide murder murderer murdered killer kidnap kidnapped
apologise apologised apologize apologized sue sued arrest arrested adopted resign resigned elected
dog horse pet
week month minute
unconscious coma wheelchair deaf paralysed paralyzed pregnant
reviews critic rating
    """.split()
)
_CROWDS = frozenset(
    "hundred hundreds thousand thousands million millions billion billions dozens trillion zillions".split()
)
_IMAGES = frozenset("piece pieces bits shards fragments times ways words percent per years".split())


def added(words: Sequence[Word], own: Collection[str]) -> Iterator[int]:
    """Yield the places of those *words* that add something to a text which has only the stems *own*.

    "A thousand pieces" are an image; a thousand of anybody else are a claim.
    """
    for place, word in enumerate(words):
        if word.stem in own:
            continue
        following = {other.text for other in words[place + 1 : place + 3]}
        if (word.text in _CROWDS and not following & _IMAGES) or {word.text, word.text.removesuffix("s")} & _OUTSIDE:
            yield place
