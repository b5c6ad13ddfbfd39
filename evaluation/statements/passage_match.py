"""Which statements, suspects and hints of two readings of one passage are the same.

Positions are words (runs of word characters) of the passage. **Statements** are matched one to one,
best overlap of contents first: two may be matched when at least half of the words of either
content lie in the other (a nested statement and the one around it are so kept apart, unless the
inner is most of the outer). **Suspects** are matched where the words of their names overlap,
closest first.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from evaluation.comparing.assignment import best_pairs
from evaluation.harness.metrics import covered, iou
from evaluation.passages import Passage, Range, Statement
from evaluation.readers.predictions import PassageReading, Said, Suspected

_WORD = re.compile(r"\w+")
_DETERMINER = frozenset({"a", "an", "the"})
_HALF = 0.5

Words = frozenset[int]


class Text(Struct, frozen=True):
    """A passage as words: where each stands, and its lower-case form."""

    edges: tuple[Range, ...]
    forms: tuple[str, ...]

    def words(self, ranges: Sequence[Range]) -> Words:
        """Return the words that any of the ranges touches."""
        return frozenset(
            n
            for n, (first, last) in enumerate(self.edges)
            if any(first < end and start < last for start, end in ranges)
        )


def text_of(text: str) -> Text:
    """Cut a text into words."""
    found = list(_WORD.finditer(text))
    return Text(tuple(one.span() for one in found), tuple(one.group().casefold() for one in found))


def reading_of(passage: Passage) -> PassageReading:
    """Return an annotation in the shape of a prediction."""
    return PassageReading(
        statements=tuple(said_of(passage, one) for one in passage.statements),
        suspects=tuple(
            Suspected(who=passage.find(one.who), standing=one.standing) for one in passage.suspects
        ),
        insinuations=tuple(passage.find(one) for one in passage.insinuations),
    )


def said_of(passage: Passage, statement: Statement) -> Said:
    """Return an annotated statement in the shape of a predicted one."""
    return Said(
        content=tuple(passage.find(one) for one in statement.content),
        cue=passage.find(statement.cue) if statement.cue else None,
        source=passage.find(statement.source) if statement.source else None,
        via=tuple(_shown(hop.who) for hop in statement.via),
        act=statement.act,
        negated=statement.negated,
        speaker=statement.speaker,
    )


def match_statements(
    text: Text, gold: Sequence[Said], mine: Sequence[Said]
) -> list[tuple[int, int]]:
    """Pair the statements of two readings one to one, by their contents."""
    left = [text.words(one.content) for one in gold]
    right = [text.words(one.content) for one in mine]
    return best_pairs(
        (iou(one, other), here, there)
        for here, one in enumerate(left)
        for there, other in enumerate(right)
        if covered(other, one) >= _HALF and covered(one, other) >= _HALF
    )


def match_suspects(
    text: Text, gold: Sequence[Suspected], mine: Sequence[Suspected]
) -> list[tuple[int, int]]:
    """Pair the suspects of two readings one to one, by where they are named."""
    left = [text.words([one.who]) for one in gold]
    right = [text.words([one.who]) for one in mine]
    return best_pairs(
        (iou(one, other), here, there)
        for here, one in enumerate(left)
        for there, other in enumerate(right)
        if one & other
    )


def source_met(text: Text, gold: Said, mine: Said) -> bool:
    """Tell whether two sources share a word, or neither statement has one."""
    left = text.words([gold.source] if gold.source else [])
    right = text.words([mine.source] if mine.source else [])
    return bool(left & right) or not (left or right)


def chain_met(text: Text, gold: Said, mine: Said) -> bool:
    """Tell whether two statements came through the same hands.

    They did when there are as many hops, each shares a word (other than an article) with its
    counterpart in order, and the sources meet.
    """
    if len(gold.via) != len(mine.via) or not source_met(text, gold, mine):
        return False
    return all(_bare(one) & _bare(other) for one, other in zip(gold.via, mine.via, strict=True))


def _bare(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.casefold())) - _DETERMINER


def _shown(quoted: str) -> str:
    return re.sub(r"@\d+$", "", quoted)
