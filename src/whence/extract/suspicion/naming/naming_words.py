"""Small words around a name: what only says what bears it, and what says nothing of anybody."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from whence.extract.facts.victims.kinds import general
from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.parties.words import lexicon
from whence.extract.prose import Token
from whence.extract.suspicion.naming.bands import is_body

QUOTES = frozenset("\"'“”‘’")
_CALLED = re.compile(rf"(?: (?:{'|'.join(sorted(map(re.escape, closed('naming'))))})(?: the)?|,)$")
"""What a name follows: "a gang calling itself X"."""


def describes_nobody(phrase: Sequence[str]) -> bool:
    """Tell whether words say of people no more than that they are some, or that they did it.

    "Two armed men", "gunmen", "a young man", "suspected attackers".
    """
    *before, head = phrase
    known = lexicon()["quantifiers"] | lexicon()["plain_qualities"] | closed("determiners")
    idle = all(word.isdigit() or word in known for word in before)
    return idle and (general(head) or head in lexicon()["doers"])


def bears_a_name(before: str) -> bool:
    """Tell whether words only say what bears the name behind them: "the crime ring X".

    A preposition or a possessive among them makes it somebody else's ("a rival of X"), and a
    verb makes it the one who suffers: "the militants holding X", "the men who had X".
    """
    told = " ".join(before.casefold().split()).rstrip("\"'“”‘’„« ")
    spoken = _CALLED.sub("", f" {told}").replace(" so-called", " ").split()
    if closed("relatives") & set(spoken) or any(
        after.endswith("ing") and (is_people(word) or is_body(word))
        for word, after in pairwise(spoken)
    ):
        return False
    return all(word.replace("-", "").isalpha() for word in spoken) and not any(
        word in closed("prepositions") or word in lexicon()["particles"] for word in spoken
    )


def without_people(tokens: list[Token]) -> list[Token]:
    """Return a name without the people of it that a sentence opens with: "Fighters of the X"."""
    of_it = len(tokens) > 1 and tokens[1].lower in ("of", "from")
    if not of_it or tokens[0].lower not in lexicon()["part_of"] | lexicon()["criminals"]:
        return tokens
    return without(closed("determiners"), tokens[2:])


def without(words: frozenset[str], tokens: list[Token]) -> list[Token]:
    """Return tokens without those words in front."""
    return list(dropwhile(lambda one: one.lower in words, tokens))


def says_more_of_another(before: Sequence[Token]) -> bool:
    """Tell whether a description says what somebody else is, by the tokens before it.

    "Was a gunner", "suspected of being a gunner", and behind a name and a comma.
    """
    skipped = closed("determiners") | QUOTES
    rest = list(dropwhile(lambda one: one.lower in skipped, reversed(before)))[:2]
    if not rest:
        return False
    named = len(rest) > 1 and rest[0].text == "," and rest[1].text[:1].isupper()
    return named or rest[0].lower in closed("be") | {"as"}
