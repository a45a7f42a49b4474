"""Bringing the forms of a word together.

“Disfigured”, “disfigures” and “disfiguring” are one word to a marker, and so are
“colour” and “color”. A light stemmer is enough, because the same rules are applied
to the student's sentence and to the wordings of the key.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR_FORMS = """
be: am is are was were been being
have: has had having
do: does did done doing
go: goes went gone going
say: said says
tell: told
take: took taken
break: broke broken
leave: left
feel: felt
know: knew known
think: thought
give: gave given
make: made
forbid: forbade forbidden forbad forbidded
fight: fought
hide: hid hidden
speak: spoke spoken
see: saw seen
keep: kept
lose: lost
meet: met
get: got gotten
grow: grew grown
become: became
come: came
begin: began begun
beat: beaten
win: won
write: wrote written
find: found
hold: held
understand: understood
buy: bought
build: built
drive: drove driven
eat: ate eaten
fly: flew flown
throw: threw thrown
blow: blew blown
strike: struck
choose: chose chosen
ride: rode ridden
rise: rose risen
drink: drank drunk
sink: sank sunk
wear: wore worn
sing: sang sung
shoot: shot
freeze: froze frozen
feed: fed
flee: fled
seek: sought
stick: stuck
hang: hung
dig: dug
catch: caught
sell: sold
stand: stood
weep: wept
fall: fell fallen
show: shown
learn: learnt
bring: brought
teach: taught
draw: drew drawn
deal: dealt
send: sent
spend: spent
shake: shook shaken
shrink: shrank shrunk
tear: tore torn
live: lives lived living
die: died dies dying
love: loves loved loving
lie: lied lying
man: men
woman: women
child: children kid kids
person: people persons ppl peeple
wife: wives
life: lifes
pay: paid
forgive: forgave forgiven
bad: badly
sad: sadly sadder saddest
deny: denies denied
old: older oldest elder
long: longer longest
dark: darker darkest
wild: wilder wildest
hard: harder hardest
rare: rarer rarest
nice: nicer nicest
warm: warmer warmest
happy: happier happiest
crazy: crazier craziest
strong: stronger strongest
mean: meant meaner meanest
cruel: crueler crueller
rough: rougher roughest
tough: tougher toughest
ugly: uglier ugliest
bright: brighter brightest
young: younger youngest
near: nearer nearest
cold: colder
close: closer closest
grim: grimmer
pretty: prettier
great: greater greatest
big: bigger biggest
early: earlier earliest
hear: heard
lead: led
mislead: misled
sit: sat
run: ran
steal: stole stolen
wake: woke woken
misunderstand: misunderstood
overcome: overcame
arise: arose arisen
bear: bore
mom: mum mommy mummy mam mama mums moms
remark: note notes noted noting
use: used using uses
forget: forgot forgotten
mother: mothers
because: becos becoz cuz coz bcos becuz
say: sed
could: cud
would: wud
was: wos
bare: bared bares
care: cared cares caring
cute: cuter cutest
exceed: exceeds exceeded exceeding
mate: mates
pile: piled piles piling
proceed: proceeds proceeded proceeding
scare: scared scares scaring
site: sites
stare: stared stares staring
succeed: succeeds succeeded succeeding
tale: tales
theme: themes
tone: tones
"""
IRREGULAR = {
    form: base
    for line in _IRREGULAR_FORMS.strip().splitlines()
    for base, forms in [line.split(": ")]
    for form in forms.split()
}
_KEPT = frozenset(
    "this his its as us was has does news always perhaps less bus yes gas plus thus during thing nothing something "
    "anything everything king ring bring sing string spring evening morning need speed indeed hundred sacred only "
    "lovely lively really finally actually hardly barely nearly bully family early ugly holy belly folly july reply "
    "apply rely supply fly lonely silly".split()
)
# Without their last letters they would be other words: cut, her, scar, star, them ...
_WHOLE = frozenset(
    "bare care cute exceed finale here humane mate mobbing pile proceed quite scare site stare succeed suite tale "
    "theme tills tone wine".split()
)
_BRITISH = (
    (re.compile(r"^(\w{2,}[^aeiou])our"), r"\1or"),
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"([^aeiou])tre$"), r"\1ter"),
    (re.compile(r"atre(s?)$"), r"ater\1"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogue$"), "og"),
)
_DOUBLED = re.compile(r"([bdfgklmnprt])\1$")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of *word*, which must be in lower case; words of up to three letters stay as they are."""
    word = IRREGULAR.get(word, word)
    if len(word) <= 3 or word in _WHOLE or not word.isalpha():
        return word
    if word in _KEPT:
        return _finish(word)
    word = american(word)
    return _finish(_without_ending(word))


def american(word: str) -> str:
    """Return *word* in one of its two spellings; what matters is that both come out alike."""
    for pattern, spelling in _BRITISH:
        word = pattern.sub(spelling, word, count=1)
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= (4 if ending == "ly" else 3)
            and any(v in word[: -len(ending)] for v in "aeiouy")
        ):
            return word[: -len(ending)] if ending not in ("ing", "ed") else _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


def _finish(word: str) -> str:
    word = _DOUBLED.sub(r"\1", word) if len(word) > 3 else word
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
