"""Phrases for people and bodies that are described and not named: "a dismissed guard"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from whence.extract.events import event_words
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.words import is_people
from whence.extract.lexicon import LEXICON, closed
from whence.extract.parties.words import lexicon
from whence.extract.place.gazetteer import demonyms
from whence.extract.prose import Token
from whence.extract.rules.vocabulary import cue_at
from whence.model.span import Span
from whence.model.vocabulary import load

_MODIFIERS = 6
"""Most words between the article and the noun."""
_CLOSED = (
    "auxiliaries", "conjunctions", "prepositions", "determiners", "negations", "relatives",
    "verbs_common", "joins",
)  # fmt: skip
_GOING_ON = frozenset(("of", "from", "in", "at", "who", "that"))
_BEFORE_NOUNS = frozenset(("a", "an", "both"))
"""Articles before which no name stands in a text in capitals."""
_NARROWING = frozenset(("of", "from"))
_AGED = ("year-old", "year-olds")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_WHOSE = frozenset(("his", "her", "its", "their", "our", "my", "your"))


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase as token indexes: [first, last) with its article, ``noun`` without it."""

    first: int
    noun: int
    last: int


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    bodies: frozenset[str]
    never: frozenset[str]
    things: frozenset[str]
    telling: frozenset[str]
    looks: frozenset[str]


@cache
def _table() -> _Table:
    return load("descriptions", _Table, LEXICON)


def descriptions(tokens: tuple[Token, ...], loud: bool = False) -> list[Description]:
    """Return the phrases that describe somebody who may have done a deed.

    Args:
        tokens: words of one sentence, or of a part of it.
        loud: whether they are all in capitals, where an article has to tell them from names.
    """
    found = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if _is_head(token, following, loud) and not _is_nobody(token.lower):
            one = _phrase(tokens, at)
            if one is not None and (not loud or tokens[one.first].lower in _BEFORE_NOUNS):
                found.append(one)
    return found


def phrase_of(tokens: Sequence[Token], source: Span) -> tuple[int, int] | None:
    """Return where the description stands that is all of the words for a source, but for asides.

    "A student of the college who asked for silence" is one, "a student, Ana Ruiz" is somebody else.
    """
    inside = tuple(one for one in tokens if source.start <= one.start < source.end)
    for one in descriptions(inside, source.text.isupper()):
        if one.first == 0:
            rest = inside[one.last :]
            told = [one.lower for one in rest if one.text != ","][:1]
            goes_on = not told or told[0] in _GOING_ON
            return (inside[one.noun].start, inside[one.last - 1].end) if goes_on else None
    return None


def _is_nobody(noun: str) -> bool:
    table = _table()
    known = table.never | table.things
    return noun in known or noun in lexicon()["culprits"] or noun in event_words().doers


def _is_head(token: Token, following: Token | None, loud: bool) -> bool:
    """Tell whether a noun means people or a body, and ends the words before it."""
    if not (loud or token.text.islower()) or not _is_somebody(token.lower):
        return False
    if following is None:
        return True
    name = following.text[:1].isupper() and not loud
    owns = following.text.startswith(("'", "’"))
    goes_on = (loud or following.text.islower()) and _is_somebody(following.lower)
    return not (goes_on or name or owns)


def is_body(noun: str) -> bool:
    """Tell whether a noun means a body or a group, or somebody whom no ending tells."""
    return noun in _table().bodies


def _is_somebody(noun: str) -> bool:
    return is_body(noun) or is_people(noun) or noun.endswith(_AGED)


def _phrase(tokens: tuple[Token, ...], head: int) -> Description | None:
    noun = _start(tokens, head)
    plural = tokens[head].lower.endswith(("s", "men", "people"))
    article = noun > 0 and _is_article(tokens[noun - 1].lower, plural)
    if not article:  # "thinks bored students"
        verbs = (at for at in range(head - 1, noun - 1, -1) if cue_at(tokens, at) is not None)
        noun = next((at + 1 for at in verbs), noun)
    before = tokens[noun - 1].lower if noun else ""
    if before in _WHOSE:
        return None  # "its agents" are the owner's, and nobody beside him
    first = noun - 1 if article else noun
    if before in lexicon()["negatives"] | closed("negations") or not (article or plural):
        return None
    told = [one.lower for one in tokens[noun:head]]
    if not lexicon()["negatives"].isdisjoint(told):
        return None  # "unknown gunmen"
    told = [one for one in told if not _counts(one)]
    if not article and not told and tokens[head].lower in lexicon()["bare_bodies"]:
        return None
    after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    anybody = general(tokens[head].lower) and tokens[head].lower not in _table().telling
    meant_before = is_body(tokens[head].lower) and (
        before in _DEFINITE or tokens[head].lower in lexicon()["bare_anaphors"]
    )
    if (anybody or meant_before) and not told and after not in _NARROWING:
        return None  # "three men" and "the group" are described by nothing
    return Description(first, noun, head + 1)


def _start(tokens: tuple[Token, ...], head: int) -> int:
    noun = head
    while noun and head - noun < _MODIFIERS and _modifies(tokens, noun - 1):
        noun -= 1
    return noun


def _is_article(word: str, plural: bool) -> bool:
    if plural and word == "that":
        return False  # "that guards did it"
    return word in closed("determiners") | _WHOSE or word in lexicon()["quantifiers"]


def _counts(word: str) -> bool:
    """Tell whether a word says no more than how many there were, or how they looked."""
    return word in lexicon()["quantifiers"] or word in _table().looks or not word.isalpha()


def _modifies(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word may stand between the article and the noun."""
    token = tokens[at]
    if token.text == "-":
        return at > 0 and tokens[at - 1].text.isdigit()  # "19-year-old"
    word = token.lower
    if not word.replace("-", "").isalnum() or any(word in closed(name) for name in _CLOSED):
        return False
    return not token.text.istitle() or token.text[:1].isdigit() or word in demonyms()
