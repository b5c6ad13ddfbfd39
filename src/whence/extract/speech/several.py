"""Whom "they" and "one of them" are where several people are told of, and did not speak before."""

import re
from dataclasses import replace

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.prose import Prose, tokenize
from whence.extract.speech.speakers import Speaker, describe, head_noun
from whence.model.span import Span

_OF_THEM = re.compile(r"(?P<one>(?:an)?other|one|a (?:second|third)) (?:of )?them$", re.IGNORECASE)
_SOME_OF_THEM = re.compile(
    r"(?:both|some|several|many|most|two|three|four|all)(?: of them| of these)$", re.IGNORECASE
)
_COUNTED = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|several|some|many|other"
    r"|both|the|local|\d{1,3})"
)
_PEOPLE = re.compile(
    rf"\b(?P<who>{_COUNTED}\s+(?:(?!who\b|that\b)[a-z-]+\s+){{0,2}}?(?P<noun>[a-z-]{{3,}}))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:In [^,.;]{1,40}, )?(?:[\w’'-]+\s+){1,5}")
"""The words with which a sentence begins."""
_BACK = 2
"""Sentences before, at most, in which several people are told of."""
_NO_SPEAKERS = frozenset(
    ("victims", "dead", "wounded", "gunmen", "attackers", "assailants", "bombers", "killers",
     "suspects", "bandits", "raiders", "children", "men", "people")
)  # fmt: skip
"""Who are told of as those who did it, or as those it befell."""


def one_of_them(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return one of those told of before, for "one of them", or them for "some of them"."""
    several = _SOME_OF_THEM.match(source.text) is not None
    if not several and _OF_THEM.match(source.text) is None:
        return None
    found = _spoke(prose, source.start, known) or _told_of(prose, source.start)
    if found is None or several:
        return found
    described = _COUNT.sub("", found.who.split(",")[0])
    return replace(found, who=f"one of the {described}", plural=False, anonymity="anonymous")


_COUNT = re.compile(rf"^{_COUNTED}\s+", re.IGNORECASE)


def people_before(prose: Prose, start: int) -> Speaker | None:
    """Return the people with whom the sentence before begins, where these can speak."""
    index = prose.sentence_at(start)
    return _begins(prose, index - 1, start) if index else None


def people_here(prose: Prose, start: int) -> Speaker | None:
    """Return the people with whom the sentence itself begins, some words before a place."""
    return _begins(prose, prose.sentence_at(start), start)


def _begins(prose: Prose, index: int, start: int) -> Speaker | None:
    sentence = prose.sentences[index]
    found = _OPENING.match(prose.text, sentence.body, min(sentence.end, start))
    opening = found.group().rpartition(",")[2].split() if found else []
    last = next((at for at, word in enumerate(opening) if _speaks(word)), None)
    if last is None or opening[0].casefold() in ("no", "if", "when", "as", "while", "after"):
        return None
    return _described(" ".join(opening[: last + 1]), sentence.body)


def _spoke(prose: Prose, start: int, known: list[Speaker]) -> Speaker | None:
    """Return the last of several people who spoke in this sentence or those before it."""
    first = prose.sentences[max(0, prose.sentence_at(start) - _BACK)].start
    plural = [one for one in known if first <= one.position < start and one.plural]
    return plural[-1] if plural else None


def _told_of(prose: Prose, start: int) -> Speaker | None:
    first = prose.sentences[max(0, prose.sentence_at(start) - _BACK)].start
    found = [one for one in _PEOPLE.finditer(prose.text, first, start) if _speaks(one["noun"])]
    return _described(found[-1]["who"], found[-1].start()) if found else None


def _described(phrase: str, position: int) -> Speaker:
    who = describe(" ".join(phrase.split()), position)
    return replace(who, plural=True, anonymity="collective", kind="person")


def _speaks(noun: str) -> bool:
    """Tell whether a noun is for several people who may be heard, and not for who did it."""
    low = noun.casefold()
    head = head_noun([one.lower for one in tokenize(low)])
    plural = head.endswith("s") or head.endswith("men") or head in ("people", "clergy", "police")
    return plural and head not in _NO_SPEAKERS and (head in words("persons") or is_people(head))
