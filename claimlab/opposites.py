"""Words that exclude each other, in ordinary English.

Whoever writes "laughed" where the article has tears says the opposite without any "not". The
lists are general knowledge, written by hand for no text in particular.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimlab.stems import stem

# Each side may be said as "not" the other.
_OPPOSITE = """
open | closed, shut
more | less, fewer
most | least, fewest
bigger, greater, larger | smaller, lesser
big, large | small, little, tiny
higher, high | lower, low
increase, rise, grow, gain | decrease, fall, drop, reduce, shrink
before | after
positive | negative
same, identical, equal | different, unequal
connected, attached, joined | separated, disconnected, unconnected
complete | incomplete
hot, warm | cold, cool
fast, quick | slow
heavy | light
long, longer | short, shorter
strong | weak
hard | soft
loud | quiet
thick | thin
wide | narrow
old, older | new, young
full | empty
wet | dry
bright | dim
near, close | far
win | lose
start, begin | stop, end
live, alive | die, dead
always | never
true, correct | false, wrong, incorrect
accept, allow | refuse, reject, forbid
buy | sell
arrive | leave
love | hate
early, earlier | late, later
first | last
better, best | worse, worst
rich | poor
happy | sad, unhappy
float | sink
push | pull
solid | liquid
absorb | reflect
attract | repel
north | south
east | west
expand | contract
conductor | insulator
guilty | innocent
success, succeed | failure, fail
remember | forget
safe | dangerous
easy | difficult
public | private
legal | illegal
top | bottom
up, above | down, below
inside | outside
laugh, smile, joke, grin | cry, weep, sob
mother, mom | aunt, sister, grandmother, stepmother, cousin, niece, wife, neighbor, teacher, nurse
father, dad | uncle, brother, grandfather, stepfather, nephew, husband
son | nephew, brother, cousin, husband
daughter | niece, cousin, wife
healthy, fit | ill, sick, disease, disorder
angel, saint | devil, demon, monster
kind, gentle, friendly | cruel, mean, unkind, heartless
proud | ashamed, guilty
popular | lonely, unpopular
silent, quiet | outspoken, talkative
rare, uncommon | common, widespread, usual
present | absent
hero | villain
ordinary | extraordinary
boring, dull | touching, exciting, moving
face, confront | ignore, avoid
understand, grasp | misunderstand
hide, conceal | show, reveal
include | omit, exclude
confirm, prove | contradict, disprove
remain | vanish
calm, peaceful | wild, chaotic
brave | cowardly
destroy, shatter | repair, heal
everybody, everyone | nobody
flop, failure | hit, success
profit | loss
famous | unknown
peace | chaos
welcome | reject
encourage | forbid, discourage
"""


def by_stem(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the second of each pair by the stem of the first, in order and without repeats."""
    found: dict[str, dict[str, None]] = {}
    for word, other in pairs:
        if stem(word) != stem(other):
            found.setdefault(stem(word), {})[other] = None
    return {word: tuple(others) for word, others in found.items()}


def _opposed() -> Iterable[tuple[str, str]]:
    for line in _OPPOSITE.strip().splitlines():
        left, right = (side.split(", ") for side in line.split(" | "))
        yield from ((word, other) for word in left for other in right)
        yield from ((word, other) for word in right for other in left)


OPPOSITE = by_stem(_opposed())
