"""Lists of claims that the tests of marking share: good ones, plain ones and fakes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from claimlab import keys
from claimlab.answers import Claim, Kind, Passage, Sheet
from claimlab.key import Key
from claimlab.marking import mark

KEY = Path(__file__).resolve().parents[2] / "solutions" / "a1-claims" / "key.yaml"
Row = tuple[str, Kind]

FLUENT: list[Row] = [
    ("Rusty Dennis is the mother of Rocky Dennis, on whom the film Mask is based.", "fact"),
    ("Rusty Dennis ended her silence not long before her death.", "framing"),
    ("Until the end of her life, Rusty Dennis had kept quiet about what really happened.", "implied"),
    ("The things Rusty Dennis revealed demolish the Hollywood version of the story.", "framing"),
    ("In the 1985 film Mask, Rusty Dennis was played by Cher.", "fact"),
    ("According to Rusty Dennis, the truth was far darker than people had imagined.", "framing"),
    ("Rocky Dennis's home was nothing like the heartwarming film.", "opinion"),
    ("Rocky Dennis grew up surrounded by drugs.", "fact"),
    ("Bikers were a constant presence in Rocky Dennis's home.", "fact"),
    ("Rusty Dennis said that the makers of Mask left out the hell.", "quote"),
    ("Rocky Dennis had cranio-diaphyseal dysplasia from birth.", "fact"),
    ("Doctors predicted that Rocky Dennis would die before he turned seven.", "fact"),
    ("Rocky Dennis lived to the age of sixteen.", "fact"),
    ("Some haunting details of Rocky Dennis's life do not appear in Mask.", "framing"),
    ("Rocky Dennis experimented with LSD.", "fact"),
    ("The parents of the first girl Rocky Dennis loved did not allow her to see him any more.", "fact"),
    ("Rusty Dennis was absent when her son Rocky died.", "fact"),
    ("Rusty Dennis felt guilty for the rest of her life.", "fact"),
    ("Mask was a success at the box office.", "fact"),
]

LEARNER: list[Row] = [
    ("Rusty Dennis is the mother from Rocky Dennis, the boy of the film Mask.", "fact"),
    ("Rusty Dennis has broke her silense short before she died.", "framing"),
    ("Rusty Dennis has stayed silent during many years.", "implied"),
    ("What Rusty Dennis told destroyes the version of Hollywood.", "framing"),
    ("In the film Mask of 1985 plays Cher the role of Rusty Dennis.", "fact"),
    ("Rusty Dennis said the reality was more dark than the people have imagined.", "framing"),
    ("The home of Rocky Dennis was not warm like in the film.", "opinion"),
    ("Around Rocky Dennis were much drugs when he growed up.", "fact"),
    ("In the house of Rocky Dennis was many bikers.", "fact"),
    ("Rusty Dennis said the filmmakers of Mask have left out the hell.", "quote"),
    ("Rocky Dennis is born with cranio-diaphyseal dysplasia.", "fact"),
    ("The docters said that Rocky Dennis will not live until 7 years.", "fact"),
    ("Rocky Dennis has lived until 16 years.", "fact"),
    ("Some haunting detials of the life of Rocky Dennis are not in the film Mask.", "framing"),
    ("Rocky Dennis has tried LSD.", "fact"),
    ("The parents of the girl that Rocky Dennis loved have forbidden her to see him.", "fact"),
    ("Rusty Dennis was not there when her son Rocky dyed.", "fact"),
    ("Rusty Dennis felt gilty her whole life.", "fact"),
    ("The film Mask had much sucess in the cinema.", "fact"),
]

COARSE: list[Row] = [
    ("Rusty Dennis, who was Rocky Dennis's mother, has died.", "fact"),
    ("After years of saying nothing, Rusty Dennis finally talked about her son near the end of her life.", "framing"),
    ("For years Rusty Dennis had never said anything in public about the real story.", "implied"),
    ("Hollywood's story about Rocky Dennis is false, judging by what his mother revealed.", "framing"),
    ("Cher portrayed Rusty Dennis in the movie Mask.", "fact"),
    ("Real life for Rocky and Rusty Dennis was worse than anyone thought.", "framing"),
    ("Rocky Dennis's family life was very different from the happy story in Mask.", "opinion"),
    ("Drug use was part of everyday life in Rocky Dennis's home.", "fact"),
    ("Rusty Dennis claimed that the movie makers skipped the hell.", "quote"),
    ("Rocky Dennis was born with a rare disease.", "fact"),
    ("Medical experts did not expect Rocky Dennis to make it to seven.", "fact"),
    ("Rocky Dennis was 16 when he died.", "fact"),
    ("Mask hides painful things that happened to Rocky Dennis.", "framing"),
    ("As a teenager Rocky Dennis used LSD.", "fact"),
    ("His first girlfriend's parents stopped her from seeing Rocky Dennis.", "fact"),
    ("When Rocky Dennis passed away, his mother was not with him.", "fact"),
    ("Rusty Dennis never stopped feeling guilty.", "fact"),
    ("Mask earned a lot of money in cinemas.", "fact"),
]

SWAPPED: list[Row] = [
    ("Rocky Dennis was the mother of Rusty Dennis.", "fact"),
    ("Shortly before he died, Rocky Dennis broke his silence.", "framing"),
    ("Rusty Dennis played Cher in Mask.", "fact"),
    ("Rusty Dennis was born with cranio-diaphyseal dysplasia.", "fact"),
    ("Doctors had said that Rocky Dennis would not live to the age of twelve.", "fact"),
    ("Rocky Dennis lived to be 26.", "fact"),
    ("Nearly 70 years have passed since Mask came out.", "fact"),
    ("Rusty Dennis experimented with LSD.", "fact"),
    ("Rusty Dennis was bullied.", "fact"),
    ("Cher said that the filmmakers left out the hell.", "quote"),
    ("Rocky Dennis was not there when Rusty died.", "fact"),
    ("Guilt haunted Rocky Dennis for the rest of his life.", "fact"),
]

REVERSED: list[Row] = [
    ("Rocky Dennis was the mother of Rusty Dennis.", "fact"),
    ("Rusty Dennis played Cher in Mask.", "fact"),
    ("Doctors were told by Rocky Dennis that they would not live to seven.", "fact"),
    ("Rocky Dennis's parents forbade him to see his first love.", "fact"),
    ("Rocky Dennis was not there when his mother Rusty died.", "fact"),
    ("The filmmakers said that Rusty Dennis left out the hell.", "quote"),
    ("Rocky Dennis said that his mother was extraordinary.", "quote"),
    ("Rocky Dennis bullied other teenagers.", "fact"),
]

OUTSIDE: list[Row] = [
    ("Peter Bogdanovich directed Mask.", "fact"),
    ("Cher shared the prize for best actress at Cannes.", "fact"),
    ("Mask won an Oscar for its make-up.", "fact"),
    ("Rusty Dennis was born in Brooklyn in 1936.", "fact"),
    ("Rocky Dennis went to Sandburg Junior High School.", "fact"),
    ("Rusty Dennis became a Buddhist in San Francisco.", "fact"),
    ("Joshua Mason was the half-brother of Rocky Dennis.", "fact"),
    ("The director sued the studio over songs by Springsteen.", "fact"),
    ("Eric Stoltz was nominated for a Golden Globe.", "fact"),
    ("The family lived in Covina and Glendora.", "fact"),
    ("Mask opened in March 1985.", "fact"),
    ("Rusty Dennis gave an interview to the Chicago Tribune in 1986.", "fact"),
]


@lru_cache(maxsize=1)
def key() -> Key:
    """The key of a1."""
    return keys.load(KEY)


def sheet(rows: Iterable[Row | str], **changes: object) -> Sheet:
    """Return the rows as a sheet typed without passages; a bare string is called a fact."""
    named: list[Row] = [(row, "fact") if isinstance(row, str) else row for row in rows]
    claims = tuple(Claim(f"k{place:03}", (), text, kind) for place, (text, kind) in enumerate(named))
    fields = {
        "case": key().text.case,
        "article_sha256": key().article.sha256,
        "assignment": key().assignment,
        "claims": claims,
    }
    return Sheet(**{**fields, **changes})  # type: ignore[arg-type]


def share(rows: Iterable[Row | str]) -> float:
    """Return the automatic part of the mark, 0-1."""
    return mark(sheet(rows), key()).total / 70


def own(weighted: bool = True) -> list[Row]:
    """Return the key's own claims."""
    return [(claim.text.claim, claim.text.kind) for claim in key().claims if claim.weight or not weighted]


def passage(quote: str) -> Passage:
    """Return *quote* as a passage of the article."""
    start = key().article.text.index(quote)
    return Passage(start, start + len(quote), quote)
