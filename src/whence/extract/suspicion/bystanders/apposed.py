"""What the words right behind a name make of it: a suspect's lawyer, his brother, his judge."""

import re
from functools import cache

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.parties.words import lexicon

_REACH = 110
"""Characters behind a name in which the words for whom it belongs to may stand."""
_AGED = r"(?:,? (?:aged )?\d{1,3})?"
_WORD = r"(?!(?:of|for|with|by|from|in|at|to|and|or|as|but|said|says|who) )[\w’'-]+ "
_TRIED = (
    r"(?:accused|charged|suspected|convicted|arrested|detained|held|jailed|indicted|on trial"
    r"|standing trial|facing|wanted)\b"
)


def beside_a_suspect(after: str) -> bool:
    """Tell whether words behind a name say that it is that of somebody near a suspect.

    "A lawyer for the man accused of it", "the suspect's mother", "whose brother is charged with
    it"; unless the sentence goes on that he himself was taken, or denies it. ``after`` is the
    sentence from the end of the name on.
    """
    near = after[: 2 * _REACH].casefold().replace("\n", " ")
    found = _belonging().match(near)
    if found is not None and not _somebody(found["noun"]):
        found = None
    found = found or _whose().match(near) or _suspects().match(near)
    return found is not None and _HIMSELF.match(near, found.end()) is None


_HIMSELF = re.compile(
    r"[^,.;:]{0,90}, (?:(?:is|are|was|were|has|have|had|been|being|also|later|himself|herself"
    r"|[a-z]+ly) )*(?:den(?:y|ies|ied)|admit|confess|plead|accused|arrest|charg|detain|held|jailed"
    r"|convict|indict|remand|sentenced|suspected|wanted|acquit|clear|blamed)"
)
"""What is told of the one named himself, behind the words that set him beside another."""


def acts_on_others(after: str) -> bool:
    """Tell whether words behind a name say what he does to a suspect: "convicted three men".

    So does ", the judge, sentenced him". "X, convicted of it," and "X was charged" do not.
    """
    return _UPON.match(after[:_REACH].replace("\n", " ")) is not None


_UPON = re.compile(
    rf"{_AGED}(?:, (?i:the|an?|one) [^,.;:]{{1,60}},)?"
    r"(?: (?:has|had|have|also|later|then|[a-z]+ly)){0,4}"
    r" (?:convict(?:s|ed)|sentenc(?:es|ed)|charg(?:es|ed)|indict(?:s|ed)|acquit(?:s|ted)"
    r"|jail(?:s|ed)|arrest(?:s|ed)|remand(?:s|ed)|arraign(?:s|ed)|question(?:s|ed)"
    r"|found(?= [\w’' -]{1,40} guilty\b)) "
    r"(?!(?:[\w-]+ ){0,2}?(?:minutes?|hours?|days?|weeks?|months?|years?|same|next|following)\b)"
    r"(?:the|an?|one|two|three|four|five|six|both|all|him|her|them|several|\d+"
    r"|[A-Z][\w’-]+ (?:[\w’-]+ ){0,2}?[A-Z][\w’-]+),? "
)


def _somebody(noun: str) -> bool:
    if noun in _ITS_OWN:
        return False
    known = (
        noun in lexicon()["roles"]
        or noun == "counsel"
        or noun in words("near_ones")
        or noun in words("kin")
    )
    return known or is_people(noun)


_ITS_OWN = frozenset(
    ("member", "members", "leader", "commander", "head", "chief", "founder", "boss", "one", "part")
)
"""Who belongs to those whom he stands beside: "a member of the gang accused of it"."""


@cache
def _held() -> str:
    known = lexicon()["culprits"] | lexicon()["accusing"] | words("suspected_nouns")
    alone = "|".join(sorted(map(re.escape, known)))
    return (
        rf"(?:(?:{_WORD}){{0,3}}?(?:{alone})\b"
        rf"|(?:{_WORD}){{1,3}}?(?:(?:who|that) (?:is|are|was|were|has been|have been) )?{_TRIED})"
    )


@cache
def _belonging() -> re.Pattern[str]:
    return re.compile(
        rf"{_AGED}, (?:who (?:is|was) )?(?:(?:an?|the|his|her|one|its) )?(?:{_WORD}){{0,3}}?"
        r"(?P<noun>[a-z-]+) "
        r"(?:(?:who )?(?:is |was )?(?:representing|defending|acting for)|for|of|to) "
        rf"(?:the|an?|one|that|this|two|three|some) (?:of the )?{_held()}"
    )


@cache
def _suspects() -> re.Pattern[str]:
    return re.compile(
        rf"{_AGED}, (?:who (?:is|was) )?(?:(?:an?|the|one) )?(?:{_WORD}){{0,2}}?"
        rf"(?:{'|'.join(sorted(map(re.escape, lexicon()['culprits'] | words('suspected_nouns'))))})"
        r"(?:[’']s?) (?:[\w-]+ ){0,3}?[\w-]+(?=,)"
    )


@cache
def _whose() -> re.Pattern[str]:
    near = sorted(map(re.escape, words("kin") | words("near_ones") | {"client", "clients"}))
    return re.compile(rf"{_AGED}, whose (?:[\w-]+ ){{0,2}}?(?:{'|'.join(near)})s?\b")
