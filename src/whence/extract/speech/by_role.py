"""Who "the minister", "the source" or "the newspaper" is: the one told of before by such a word.

"Interior Minister Ana Ruiz" is "the minister" afterwards, "Ben Oak, a spokesman for the army," the
spokesman. Where two who were told of may be called so, nobody is meant.
"""

import re
from collections.abc import Sequence

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed, words
from whence.extract.prose import tokenize
from whence.extract.speech.short_forms import in_office
from whence.extract.speech.speakers import Speaker

_THE = re.compile(r"the\s+", re.IGNORECASE)
_UNNAMED = frozenset({"source", "insider"})
"""What anybody is called who stays unnamed."""
_OUTLETS = frozenset(
    {"newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "outlet", "website"}
)
"""What an outlet is called for short, and nobody else: an agency may be the state's."""
_WORDS = 4
"""Words behind the article that a short form may have."""


def by_role(text: str, speaker: Speaker, known: Sequence[Speaker]) -> Speaker | None:
    """Return whom a definite role means among the speakers ``known`` so far, in text order."""
    opening = _THE.match(text)
    if opening is None or speaker.plural or speaker.anonymity == "named":
        return None
    said = _words(text[opening.end() :])
    if not 0 < len(said) <= _WORDS:
        return None
    able = [one for one in known if one.position < speaker.position and _may_be(one, said)]
    names = {_name(one)[-2:] if one.kind == "person" else (one.who,) for one in able}
    return able[-1] if len(names) == 1 else None


def _may_be(one: Speaker, said: tuple[str, ...]) -> bool:
    """Tell whether somebody told of before may be called by some words."""
    if one.plural or one.unresolved:
        return False
    last = said[-1]
    if last in _UNNAMED and len(said) == 1:
        return one.anonymity == "anonymous"
    if one.kind == "outlet":
        return len(said) == 1 and last in _OUTLETS
    if one.kind == "group":
        return len(said) == 1 and last in closed("group_nouns")
    if one.kind not in ("person", "office") or one.anonymity != "named" or not _is_people(last):
        return False
    return last not in _name(one)[-1:] and set(said) <= set(_words(one.who))


def _is_people(noun: str) -> bool:
    """Tell whether a word is for one person, and not for a body or a paper of his."""
    return noun in words("persons") | words("role_heads") | words("titles") or is_people(noun)


def _name(one: Speaker) -> tuple[str, ...]:
    """Return the words of a name with what stands before it, without what is told behind it."""
    return _words(one.who.split(",")[0])


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a description in small letters, ranks and offices written out."""
    plain = [token.lower for token in tokenize(text) if token.text[0].isalnum()]
    return tuple(word for one in plain for word in in_office(one).split())
