"""Whom "he", "both" and "the two brothers" are, where the words can only be of suspects."""

import re
from typing import Final

from whence.extract.facts.words import is_people
from whence.extract.suspicion.naming.resolving import Named, Resolver

_PLURAL: Final = re.compile(r"(?:they|them|both|all|pair|duo|couple|trio|men|women|[\w-]+s)$")
_COUNTS: Final = {"both": 2, "two": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3,
                  "four": 4, "five": 5}  # fmt: skip
_ONE_BODY: Final = re.compile(r"it$|(?:this|that|the) (?!(?:two|three|four|five)\b).*(?<!s)$")
_BANDS: Final = frozenset(("group", "class"))
_ARRESTED: Final = re.compile(
    r"\b(?:arrest(?:s|ed)?|detain(?:s|ed)|suspicion|suspects?|suspected|accused|charges?|charged"
    r"|indicted|on trial|tried|questioned|remanded|picked (?:him|her|them) up"
    r"|held (?:for|over|on|since)|acquitted|guilty)\b"
)
_ASIDE: Final = 100
"""Characters behind a name in which an aside may tell of an arrest: "X, a hunter whom ..."."""


def suspects(words: str, start: int, sentence: int, resolver: Resolver) -> tuple[Named, ...]:
    """Return the accused whom words for one or several take up that say of suspects what they say.

    Nobody is acquitted or let go but who was accused: those named last are meant. One person is
    meant by "he" only where no other suspect is named with him, and "both" are two. Where nobody
    was accused by name, it is the only one named near words for his arrest.
    """
    named = resolver.suspects_before(start, sentence)
    if named and _another(resolver.text(max(one.end for one in named), start)):
        return ()
    parts = words.split()
    if not parts:
        return ()
    people = tuple(one for one in named if one.kind == "person")
    many = _PLURAL.match(parts[-1]) is not None or _PLURAL.match(parts[0]) is not None
    if words == "it" or (_ONE_BODY.match(words) and not people):
        return named if len(named) == 1 and not people else ()
    if not many:
        alone = people or _arrested(start, sentence, resolver)
        return alone if len(alone) == 1 else ()
    counted = next((_COUNTS[part] for part in parts if part in _COUNTS), 0)
    if len(people) > 1:
        return people if counted in (0, len(people)) else ()
    band = len(named) == 1 and named[0].kind in _BANDS
    return named if band and parts[0] in ("they", "them") else ()


def _another(between: str) -> bool:
    """Tell whether words behind a name go on to tell of somebody else: "questioned a man"."""
    behind = re.sub(r"^,[^,]*,", "", between.casefold())
    nouns = (found["noun"] for found in _SOMEBODY.finditer(behind))
    return any(noun in _SEXES or noun.endswith("-old") or is_people(noun) for noun in nouns)


_SEXES: Final = frozenset(("male", "female", "teen"))


_SOMEBODY: Final = re.compile(
    r"\b(?:an?|another|one|second|third|other) (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+)\b(?! (?:who|of) )"
)


def _arrested(start: int, sentence: int, resolver: Resolver) -> tuple[Named, ...]:
    found = resolver.person_before(start, sentence)
    told = bool(found) and _ARRESTED.search(resolver.around(sentence).casefold()) is not None
    return found if told and not _another(resolver.text(found[0].end, start)) else ()


def arrested_beside(told: str, after: str) -> bool:
    """Tell whether what is told of somebody, or an aside right behind his name, tells of an arrest.

    ``told`` are the words about him, his sign in them, and ``after`` what follows them.
    """
    if told.startswith("⟦"):
        return _ARRESTED.search(told) is not None
    aside = told.rpartition("⟧")[2] + after
    return aside.startswith(" , ") and _ARRESTED.search(aside[:_ASIDE]) is not None
