"""What the model learns from: words with the labels that their corpus has, and no others."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from whence.infer import words

Range = tuple[int, int]
"""Half-open, in words of the example."""

NOBODY = -1
"""The key of a link that leads nowhere: a cue without a source, a hop without a hop before it."""

UNJUDGED = -100
"""The act of a statement, or the kind of a speaker, that a corpus marks but does not judge."""


class Statement(Struct, frozen=True, kw_only=True):
    """One judged statement: the words it is judged by (its cue, or else its first word)."""

    cue: Range
    content: Range
    act: int
    negated: bool
    certainty: int


class Example(Struct, frozen=True, kw_only=True):
    """One text cut into words. What is absent or None was not annotated and is not learnt.

    ``spans`` maps a tagger to its spans; ``entities`` and ``roles`` are lists of (range, kind)
    where ``entity_kinds`` and ``role_kinds`` say which kinds the corpus annotates at all (what it
    leaves outside may still be of another kind). ``links`` maps a link to (query word, key word
    or ``NOBODY``), ``scalars`` a scalar head to (word, value) pairs, and ``pooled`` a pooled head
    to its value. ``speakers`` are (words of a source, kind of speaker), ``standings`` (first word
    of a suspect, standing). ``hints`` are the spans that the rules see, by tagger.
    """

    name: str
    words: tuple[str, ...]
    spans: dict[str, tuple[Range, ...]] = field(default_factory=dict)
    entities: tuple[tuple[Range, int], ...] = ()
    entity_kinds: frozenset[int] = frozenset()
    roles: tuple[tuple[Range, int], ...] | None = None
    role_kinds: frozenset[int] = frozenset()
    links: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    scalars: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    pooled: dict[str, float] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    speakers: tuple[tuple[Range, int], ...] = ()
    standings: tuple[tuple[int, int], ...] = ()
    hints: dict[str, tuple[Range, ...]] = field(default_factory=dict)


class Cut:
    """A text cut into words, which carries spans of characters over to ranges of words."""

    def __init__(self, text: str) -> None:
        self.edges = words.cut(text)
        self.words = tuple(text[start:end] for start, end in self.edges)

    def range(self, start: int, end: int) -> Range | None:
        """Return the words that [start, end) touches, or None when it touches none."""
        inside = ((self.edges[:, 0] < end) & (self.edges[:, 1] > start)).nonzero()[0]
        return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None

    def ranges(self, spans: Iterable[tuple[int, int]]) -> list[Range]:
        """Return the ranges of several spans, less those that touch no word or only marks."""
        found = (self._trimmed(one) for span in spans if (one := self.range(*span)))
        return [one for one in found if one is not None]

    def _trimmed(self, found: Range) -> Range | None:
        start, end = found
        while start < end and not self.words[start][0].isalnum():
            start += 1
        while end > start and not self.words[end - 1][0].isalnum():
            end -= 1
        return (start, end) if start < end else None


def maximal(spans: Iterable[Range]) -> list[Range]:
    """Return the spans that lie in no other; a tagger has no tags for the others.

    Of two that overlap in part, the longer stays.
    """
    kept: list[Range] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= left or start >= right for left, right in kept):
            kept.append((start, end))
    return kept


def part(example: Example, start: int, end: int) -> Example:
    """Return the part of an example in words [start, end): a window of it.

    Spans that cross an edge are cut; links and statements whose ends do not both stand inside
    are left out, since the window alone does not show what they lead to.
    """

    def cut(spans: Iterable[Range]) -> tuple[Range, ...]:
        inside = ((max(left, start) - start, min(right, end) - start) for left, right in spans)
        return tuple((left, right) for left, right in inside if left < right)

    def labelled(given: Sequence[tuple[Range, int]]) -> tuple[tuple[Range, int], ...]:
        return tuple((one, kind) for span, kind in given for one in cut([span]))

    return Example(
        name=example.name,
        words=example.words[start:end],
        spans={name: cut(spans) for name, spans in example.spans.items()},
        entities=labelled(example.entities),
        entity_kinds=example.entity_kinds,
        roles=None if example.roles is None else labelled(example.roles),
        role_kinds=example.role_kinds,
        links={name: tuple(_links(pairs, start, end)) for name, pairs in example.links.items()},
        scalars={
            name: tuple((word - start, value) for word, value in pairs if start <= word < end)
            for name, pairs in example.scalars.items()
        },
        pooled=_pooled(example, start, end),
        statements=tuple(_statements(example.statements, start, end)),
        speakers=labelled(example.speakers),
        standings=_inside(example.standings, start, end),
        hints={name: cut(spans) for name, spans in example.hints.items()},
    )


def _inside(pairs: Iterable[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((word - start, kind) for word, kind in pairs if start <= word < end)


def _links(pairs: Iterable[tuple[int, int]], start: int, end: int) -> Iterable[tuple[int, int]]:
    for query, key in pairs:
        if start <= query < end and (key == NOBODY or start <= key < end):
            yield query - start, key if key == NOBODY else key - start


def _statements(given: Iterable[Statement], start: int, end: int) -> Iterable[Statement]:
    for one in given:
        left, right = max(one.content[0], start), min(one.content[1], end)
        if start <= one.cue[0] and one.cue[1] <= end and left < right:
            cue = one.cue[0] - start, one.cue[1] - start
            yield replace(one, cue=cue, content=(left - start, right - start))


def _pooled(example: Example, start: int, end: int) -> dict[str, float]:
    pooled = dict(example.pooled)
    if "filled" in pooled and example.roles is not None:
        pooled["filled"] = float(
            any(left < end and right > start for (left, right), _ in example.roles)
        )
    return pooled
