"""Whose name is told behind the deed: "a man shot the mayor. Police identified him as X"."""

import re
from functools import cache
from typing import Final

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.prose import Prose

TOLD_LATER: Final = 0.85
"""Below which probability of being a suspect such a name makes no claim."""
_IDENTIFYING: Final = re.compile(
    r"\b(?:(?:identified|named) (?:him|her|the (?:man|woman|youth))(?: on \w+)? as"
    r"|(?:his|her) name (?:is|was)(?: given as)?) (?:\d+-year-old )?$",
    re.IGNORECASE,
)
_REACH: Final = 120
_BEFORE: Final = 2
"""Sentences before in which the deed is told."""
_ONE: Final = re.compile(r"\b(?:an?|one|another) (?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)\b")


def is_the_doers(prose: Prose, index: int, start: int) -> bool:
    """Tell whether a name at an offset is told to be that of the one who did a deed just before.

    Only one person without a name may have been told of: "a man shot a boy. Police named him as X"
    may name either.
    """
    sentence = prose.sentences[index]
    if _IDENTIFYING.search(prose.text[max(sentence.start, start - _REACH) : start]) is None:
        return False
    first = prose.sentences[max(0, index - _BEFORE)]
    told = " ".join(prose.text[first.start : sentence.start].casefold().split())
    doer = _did().search(told)
    people = [one for one in _ONE.finditer(told) if is_people(one["noun"])]
    return doer is not None and is_people(doer["noun"]) and len(people) <= 1


@cache
def _did() -> re.Pattern[str]:
    deeds = "|".join(map(re.escape, sorted(words("doing"))))
    return re.compile(
        rf"\b(?:an?|one|the) (?:[\w-]+ ){{0,3}}?(?P<noun>[a-z]+)(?: who)?(?: had| has)? (?:{deeds})"
        r" (?:dead |and killed )?(?:the|his|her|an?|at least|[a-z]+ (?:people|men|women|others)"
        r"|into|on|fire|two|three|four|five|six|carry|have|be)\b"
    )
