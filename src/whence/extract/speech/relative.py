"""Whom a relative pronoun stands for: "the ministry, which said" is the ministry."""

import re

from whence.extract.prose import Prose
from whence.extract.speech.speakers import Speaker, describe
from whence.model.span import Span

_PRONOUNS = frozenset({"who", "which", "that", "whom", "what"})
_REACH = 90
_MUTE = frozenset({"unknown", "document", "post", "recording", "narrator"})
_FINITE = (
    "is|are|was|were|be|been|has|have|had|does|did|do|will|would|may|might|can|could|should|must|"
    "that|which|who|said|says|told|tells|met|blamed|accused|of|in|on|at|by|for|to|with|from"
)
_BEFORE = re.compile(
    r"(?P<who>"
    r"(?i:\b(?:the|an?|its|his|her|their|our|these|those|some|many|most|several|two|three|four))\s+"
    rf"(?:(?!(?:{_FINITE})\b)[\w’'&.-]+\s+){{0,5}}(?!(?:{_FINITE})\b)[\w’'&.-]+"
    rf"(?:\s+of\s+(?:(?!(?:{_FINITE})\b)[\w’'&.-]+\s*){{1,5}})?"
    r"|(?:[A-Z][\w’'.-]*\s+(?:of\s+(?:the\s+)?|al-)?){0,4}[A-Z][\w’'.-]*"
    rf"|\b[a-z]+s(?:\s+of\s+(?:(?!(?:{_FINITE})\b)[\w’'&.-]+\s*){{1,5}})?"
    r")\s*[,–—]?\s*$"
)
"""A phrase of a few words that ends where a relative clause begins: with a determiner, a name, or
a plural; verbs and prepositions but "of" end it."""


def is_relative(source: Span | None) -> bool:
    """Tell whether a source is a relative pronoun alone."""
    return source is not None and source.text.casefold().strip() in _PRONOUNS


def speaks(prose: Prose, source: Span | None) -> bool:
    """Tell whether a source can speak: ``which`` after a clause cannot, ``who`` always can."""
    if source is None or not is_relative(source) or source.text.casefold().strip() == "who":
        return True
    return antecedent(prose, source, []) is not None


def antecedent(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return whom a relative pronoun stands for, or None where it stands for no speaker.

    It is the phrase right before the pronoun where that names somebody who can speak. A clause
    ("..., which could suggest that") and a thing say nothing.
    """
    sentence = prose.sentences[prose.sentence_at(source.start)]
    before = prose.text[max(sentence.start, source.start - _REACH) : source.start]
    found = _BEFORE.search(before)
    if found is None:
        return None
    speaker = describe(found.group("who").strip(), source.start - len(before) + found.start())
    if speaker.kind in _MUTE:
        return None
    alike = [one for one in known if one.who.casefold() == speaker.who.casefold()]
    return alike[-1] if alike else speaker
