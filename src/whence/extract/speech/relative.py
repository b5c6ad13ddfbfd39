"""Whom a relative pronoun stands for: "the ministry, which said" is the ministry."""

import re
from dataclasses import replace

from msgspec import structs

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.prose import Prose, tokenize
from whence.extract.speech.speakers import Speaker, describe, head_noun
from whence.model.attribution import Anonymity
from whence.model.reading import Attributed
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
    r"|(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*[’'](?:s\s+)?\s*"
    rf"(?:(?!(?:{_FINITE})\b)[a-z][\w-]*\s+){{0,2}}(?!(?:{_FINITE})\b)[a-z][\w-]*"
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
    return antecedent(prose, source) is not None


def named(prose: Prose, one: Attributed) -> Attributed:
    """Return a statement with the words that its pronouns stand for as its source and hands.

    A hand of which nobody can tell whom it stands for is none.
    """
    meant = {
        at: antecedent(prose, at)
        for at in (one.source, *one.via)
        if at is not None and is_relative(at)
    }
    if not meant:
        return one
    via = (meant.get(hop, hop) for hop in one.via)
    source = one.source and (meant.get(one.source) or one.source)
    return structs.replace(one, source=source, via=tuple(hop for hop in via if hop is not None))


def antecedent(prose: Prose, source: Span) -> Span | None:
    """Return what a relative pronoun stands for, or None where it stands for no speaker.

    It is the phrase right before the pronoun where that names somebody who can speak, with the one
    joined to it where the verb is of several ("Ruiz and Bello, who say"). Before "who" it goes back
    to a person named before his body ("Ana Ruiz of the Reed League, who"). A clause ("..., which
    could suggest that") and a thing say nothing.
    """
    sentence = prose.sentences[prose.sentence_at(source.start)]
    floor = max(sentence.start, source.start - _REACH)
    found = _BEFORE.search(prose.text[floor : source.start])
    if found is None:
        return None
    start, end = floor + found.start("who"), floor + found.end("who")
    personal = source.text.casefold().strip() in _PERSONAL
    starts = [start]
    if _OF_SEVERAL.match(prose.text, source.end):
        starts.insert(0, _joined(prose.text, floor, start))
    elif personal:
        starts = [_person(prose.text, floor, start, end), start]
    spans = (prose.span(one, end) for one in starts)
    return next((one for one in spans if _can_speak(one, personal=personal)), None)


def as_person(prose: Prose, source: Span, speaker: Speaker) -> Speaker:
    """Return a speaker of no known kind as a person, or several, where "who" stands behind him."""
    if speaker.kind != "unknown" or speaker.unresolved or not _WHO.match(prose.text, source.end):
        return speaker
    told: Anonymity = "collective" if speaker.plural else "role"
    return replace(speaker, kind="person", anonymity=told)


_WHO = re.compile(r"\s*[,–—]?\s*who\b")
_PERSONAL = frozenset({"who", "whom"})


def _can_speak(phrase: Span, *, personal: bool) -> bool:
    """Tell whether a phrase names somebody, or a person of a trade that no list knows."""
    kind = describe(phrase.text, phrase.start).kind
    return kind not in _MUTE or (personal and kind == "unknown" and " of " not in phrase.text)


def _person(text: str, floor: int, start: int, end: int) -> int:
    """Return where the words for a person begin whom "who" behind [start, end) stands for.

    Of "the house of Ana Ruiz" it is she, of "Ana Ruiz of the Reed League", or "a clerk for the
    league", whoever stands before it.
    """
    within = _WITHIN.search(text, start, end)
    if within is not None and _is_thing(text[start : within.start()]):
        return within.end()
    tied = _TIED.search(text, max(floor, start - _TIE), start)
    before = _BEFORE.search(text[floor : tied.start()]) if tied else None
    if before is None:
        return start
    person = describe(before["who"], 0)
    return floor + before.start("who") if person.kind in {"person", "office"} else start


_TIE = 12
_TIED = re.compile(r"\s+(?:of|for|from|with|at)\s+(?:the\s+)?$")


def _is_thing(words_before: str) -> bool:
    """Tell whether the noun before "of" is nobody's office or trade."""
    noun = head_noun([token.lower for token in tokenize(words_before)])
    people = words("persons") | words("titles") | words("role_heads")
    return noun not in people and not is_people(noun)


_WITHIN = re.compile(r"\sof\s(?=(?:[A-Z][\w’'.-]*\s+){1,3}[A-Z])")


def _joined(text: str, floor: int, start: int) -> int:
    """Return where a phrase begins with the one that "and" joins to it, if any does."""
    joint = _AND.search(text, max(floor, start - _JOINT), start)
    first = _BEFORE.search(text[floor : joint.start()]) if joint else None
    return floor + first.start("who") if first else start


_JOINT = 6
_AND = re.compile(r"\s+and\s+$")
_OF_SEVERAL = re.compile(
    r"\s+(?:(?:all|both|now|also|still|each|\w+ly)\s+)?(?:say|have|were|are|do|tell|claim|argue"
    r"|believe|think|deny|blame|accuse|insist|warn|call|want|fear|hope|allege|suspect|maintain)\b",
    re.IGNORECASE,
)
"""Behind a pronoun: a verb of several."""
