"""Which parts of a text are about the incident and which about another matter.

The incident is what the title and the first paragraphs talk about. A sentence leaves it when it
says so ("in a separate attack"), when it is dated away from the incident's own day and has an event
of its own, or when it tells of an event of another kind (a car bomb in a story about a drone;
see ``kinds``).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.prose import Prose, Sentence
from whence.extract.scope.another import elsewhere, goes_on, opens_another, there
from whence.extract.scope.aside import Aside, aside
from whence.extract.scope.dated import counted_from
from whence.extract.scope.incident_date import begun, incident_date
from whence.extract.scope.kinds import is_telling, kinds_told
from whence.extract.scope.leaving import Case, apart, leaves, of_another_year
from whence.extract.scope.years import of_old_year
from whence.extract.time.anchor import Anchor
from whence.extract.time.words import words as time_words
from whence.model.attribution import Scope
from whence.model.reading import Mention

_TIMES = frozenset({"day", "night", "evening", "weekend", "week", "month", "summer", "year"})
_STEM = 4
"""Letters by which "attacker" and "attack" are of one deed."""
_NAMED = 3
"""Words behind "the" that tell who did it: "the alleged killer"."""
_OBJECT = 5
"""Tokens behind "the attack on" that say which attack."""


@dataclass(frozen=True)
class Scopes:
    """The scope of every sentence, and the mention that dates the incident, if one does."""

    starts: tuple[int, ...]
    scopes: tuple[Scope, ...]
    date_mention: Mention | None

    @property
    def incident_date(self) -> str:
        """The incident's own date as an ISO prefix, "" if unknown."""
        return begun(self.date_mention.value) if self.date_mention else ""

    def at(self, position: int) -> Scope:
        """Return whether the text at ``position`` is about the incident or another matter."""
        if not self.starts:
            return "incident"
        return self.scopes[max(0, bisect_right(self.starts, position) - 1)]


def scopes(prose: Prose, dates: tuple[Mention, ...], anchor: Anchor) -> Scopes:
    """Tell for every sentence whether it is about the incident. Linear in the text's length."""
    by_sentence = _by_sentence(
        prose, tuple(one for one in dates if counted_from(prose, one) is None)
    )
    chosen = incident_date(prose, _of_this_case(prose, dates), anchor)
    own = begun(chosen.value) if chosen else ""
    news = _years(prose, anchor)
    kinds = kinds_told(prose)
    case = Case(chosen, kinds, news, frozenset(_YEAR.findall(_opening(prose))))
    starts: list[int] = []
    found: list[Scope] = []
    block, left, gone = -1, False, False
    told: set[str] = set()
    first, lead = _lead(prose, 1), _lead(prose, 2)
    for index, sentence in enumerate(prose.sentences):
        if sentence.block != block:
            block, left = sentence.block, left and goes_on(sentence.tokens)
        lower = " ".join(token.lower for token in sentence.tokens)
        left = bool(index) and (
            opens_another(sentence.tokens)
            or elsewhere(sentence.tokens, lead if index > 1 else first)
            or _left(lower, left, lead)
        )
        on = gone and _goes_on(sentence, told, by_sentence.get(index, ()), own)
        away = sentence.start if left or on or (not index and kinds.misled) else None
        dated = by_sentence.get(index, ())
        if away is None and index:
            away = leaves(lower, sentence, dated, case)
            if away is None and not own and news:
                away = of_another_year(sentence, dated, news)
            if away is None and not own and case.opening:
                away = of_old_year(sentence, min(case.opening), case.opening)
        beside = None if left or on or not index or away is None else aside(sentence)
        if beside is not None and not _tells_another(beside, dated, case):
            starts += (sentence.start, beside.start, beside.end)
            found += ("incident", "other", "incident")
            gone = False
            continue
        gone = away == sentence.start
        if not gone:
            told.update(token.lower[:_STEM] for token in sentence.tokens)
            starts.append(sentence.start)
            found.append("incident")
        if away is not None:
            starts.append(away)
            found.append("other")
    return Scopes(tuple(starts), tuple(found), chosen)


def _lead(prose: Prose, many: int) -> frozenset[str]:
    """Return the words of the first sentences, in lower case."""
    return frozenset(token.lower for one in prose.sentences[:many] for token in one.tokens)


def _of_this_case(prose: Prose, dates: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the dates without those behind the opening of another case, in its paragraph."""
    kept = [True] * len(prose.sentences)
    for at, (before, sentence) in enumerate(pairwise(prose.sentences), 1):
        on = not kept[at - 1] and before.block == sentence.block
        kept[at] = not (on or opens_another(sentence.tokens))
    starts = [sentence.start for sentence in prose.sentences]
    return tuple(
        one for one in dates if not starts or kept[max(0, bisect_right(starts, one.span.start) - 1)]
    )


def _tells_another(beside: Aside, dates: tuple[Mention, ...], case: Case) -> bool:
    """Tell whether a sentence is about another matter even without its relative clause."""
    words = " ".join(token.lower for token in beside.rest.tokens)
    outside = tuple(one for one in dates if not beside.start <= one.span.start < beside.end)
    if leaves(words, beside.rest, outside, case) is not None:
        return True
    undated = case.news if case.chosen is None else frozenset[str]()
    return bool(undated) and of_another_year(beside.rest, outside, undated) is not None


def _goes_on(sentence: Sentence, told: set[str], dates: tuple[Mention, ...], own: str) -> bool:
    """Tell whether a sentence goes on about the other incident that the one before told of.

    "The alleged killer had ..." does where no sentence of the incident has a killer or a killing
    (``told`` has how their words begin), and "in that attack" does; the incident's own day leads
    back. "That same month" goes on as well.
    """
    if any(own and mention.value and not apart(mention.value, own) for mention in dates):
        return False
    words = [token.lower for token in sentence.tokens]
    opening = words[1 : 1 + _NAMED] if words[:1] == ["the"] else []
    if any(word in event_words().doers and word[:_STEM] not in told for word in opening):
        return True
    if there(sentence.tokens):
        return True
    if words[:1] == ["among"] and words[1:2] in (["those"], ["them"], ["these"]):
        return True
    if (
        words[:1] in (["that"], ["the"])
        and words[1:2] == ["same"]
        and words[2:3]
        and words[2] in _TIMES
    ):
        return True  # "that same month, a boy was shot"
    return any(
        word == "that" and after in event_words().incident_nouns for word, after in pairwise(words)
    )


def _by_sentence(prose: Prose, dates: tuple[Mention, ...]) -> dict[int, tuple[Mention, ...]]:
    starts = [sentence.start for sentence in prose.sentences]
    table: dict[int, list[Mention]] = {}
    for mention in dates:
        index = max(0, bisect_right(starts, mention.span.start) - 1)
        table.setdefault(index, []).append(mention)
    return {index: tuple(rows) for index, rows in table.items()}


def _left(lower: str, left: bool, lead: frozenset[str]) -> bool:
    """Tell whether a switch was made here, or was made before and nothing leads back.

    "The crash" leads back to an incident that the first sentences call a crash.
    """
    if any(lower.startswith(phrase) for phrase in event_words().switches):
        return True
    if any(lower.startswith((f"{word} in ", f"{word} , in ")) for word in event_words().meanwhile):
        return True
    return left and not any(_back(phrase, lower, lead) for phrase in event_words().returns)


def _back(phrase: str, lower: str, lead: frozenset[str]) -> bool:
    """Tell whether a phrase leads back: "the attack", unless it is one on what the lead has not.

    "The killing of four traders" does not lead back to a crash that was told as killing seven.
    """
    if phrase.rsplit(maxsplit=1)[-1] not in lead:
        return False
    _, found, after = f" {lower} ".partition(f" {phrase} ")
    rest = after.split()[: 1 + _OBJECT]
    if not found or rest[:1] not in (["of"], ["on"], ["against"]):
        return bool(found)
    told = [word for word in rest[1:] if is_telling(word)]
    dated = time_words().weekdays.keys() | time_words().months.keys()
    return not told or any(word in lead or word in dated for word in told)


def _years(prose: Prose, anchor: Anchor) -> frozenset[str]:
    """Return the years that the news may be about: its own, the one before, those in the lead."""
    if not anchor.iso:
        return frozenset()
    year = int(anchor.iso[:4])
    return frozenset({str(year), str(year - 1), *_YEAR.findall(_opening(prose))})


def _opening(prose: Prose) -> str:
    """Return the title and the first two sentences of a text."""
    end = prose.sentences[1].end if len(prose.sentences) > 1 else len(prose.text)
    return f"{prose.document.title or ''} {prose.text[:end]}"


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
