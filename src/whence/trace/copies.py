"""Near-copies between documents: shingles to block, alignment of sentences to decide.

Agency copy is rarely taken over whole (Silcock et al. 2023, "Noise-Robust De-Duplication at
Scale": duplicates share 30 % of their 3-grams on average), so the unit is the sentence and the
measure is containment (Broder 1997, "On the resemblance and containment of documents", section 2).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from rapidfuzz.distance import Indel, MatchingBlock

from whence.model.document import Document
from whence.model.origin import Passage
from whence.trace.concordance import SHINGLE, Concordance, Row
from whence.trace.credits import Agencies, outlet_key
from whence.trace.pairing import CONTAINED, RUN, SHARED, pairs
from whence.trace.sentences import NAMED, QUOTED

_SCALE = 18.0
_WHOLE = 0.6
_NAMED = 0.5
"""What a word of a name or number counts: two reports of one thing have those in common."""

Speaker = Callable[[str, int], str | None]
"""Who is quoted at a place (document id, code point), as far as the report tells."""


class Shared(NamedTuple):
    """One passage that two documents share.

    ``words`` counts its telling words, names and numbers by half; ``run`` those of them that stand
    in one row on both sides. ``plain`` counts them all in full.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    similarity: float
    words: float
    run: float
    plain: int

    @property
    def probability(self) -> float:
        """How probable it is that this passage was not written twice independently.

        A long row of equal words tells that whatever stands around it.
        """
        rewritten = self.similarity * (1.0 - exp(-self.words / _SCALE))
        return max(rewritten, 1.0 - exp(-self.run / _SCALE))


@dataclass(frozen=True, slots=True)
class Match:
    """What two documents share; ``left`` is the likelier original, for all that its rank tells."""

    left: Document
    right: Document
    shared: tuple[Shared, ...]
    left_part: float
    right_part: float

    @property
    def probability(self) -> float:
        """Probability that one took from the other or both from one text (noisy-or)."""
        independent = 1.0
        for passage in self.shared:
            independent *= 1.0 - passage.probability
        return min(0.99, 1.0 - independent)

    def passages(self, copy_is_left: bool) -> tuple[Passage, ...]:
        """Return the shared passages, seen from the side that is the copy."""
        return tuple(
            Passage(
                copy=(self.left.span(*one.left) if copy_is_left else self.right.span(*one.right)),
                original=(
                    self.right.span(*one.right) if copy_is_left else self.left.span(*one.left)
                ),
                similarity=round(one.similarity, 3),
            )
            for one in self.shared
        )

    def whole(self, copy_is_left: bool) -> bool:
        """Tell whether most of the copy's telling words stand in the other document."""
        return (self.left_part if copy_is_left else self.right_part) >= _WHOLE


def matches(
    documents: Iterable[Document], speaker: Speaker, agencies: Agencies
) -> tuple[Match, ...]:
    """Return the pairs of documents that share passages, each with the likelier original first.

    Each document is compared with the earliest that have words of a sentence of it. Words quoted
    on both sides from one speaker are left out: two outlets that print the same speech share an
    origin and need not have copied each other. Two reports of one outlet that end alike and share
    nothing else (a note on the author, a way to subscribe) are no copies.
    """
    unique = {document.id: document for document in documents}
    rank = _ranks(unique, agencies)
    ordered = [unique[key] for key in sorted(unique, key=lambda key: rank[key])]
    words = Concordance(ordered)
    found: list[Match] = []
    for left, right, lines in pairs(words):
        who = _Two(ordered[left].id, ordered[right].id, speaker)
        shared: list[Shared] = []
        below = True
        for one, other in lines:
            passage = _align(words.row(one), words.row(other), who)
            if passage is not None:
                shared.append(passage)
                below = below and words.closing(left, one) and words.closing(right, other)
        if shared:
            telling = (words.telling(left), words.telling(right))
            match = _match(ordered[left], ordered[right], shared, telling)
            if match.whole(True) or match.whole(False):
                match = _with_short(match, words, left, right)
            below = below and _one_outlet(ordered[left], ordered[right])
            if not below or match.whole(True) or match.whole(False):
                found.append(match)
    return tuple(found)


def _one_outlet(left: Document, right: Document) -> bool:
    return left.outlet is not None and outlet_key(left.name) == outlet_key(right.name)


def _match(
    left: Document, right: Document, shared: list[Shared], telling: tuple[int, int]
) -> Match:
    """Keep the best passage for each place of the left document, then of the right."""
    kept: list[Shared] = []
    for one in sorted(shared, key=lambda one: (-one.words * one.similarity, one.left, one.right)):
        if not any(_overlap(one.left, two.left) or _overlap(one.right, two.right) for two in kept):
            kept.append(one)
    words = sum(one.plain for one in kept)
    return Match(
        left,
        right,
        tuple(sorted(kept, key=lambda one: one.left)),
        words / telling[0],
        words / telling[1],
    )


def _with_short(match: Match, words: Concordance, left: int, right: int) -> Match:
    """Add the sentences of a text copied as a whole that are too short, or too quoted, to tell so.

    They are the same to the word on both sides and add nothing to how probable the copying is.
    """
    given: dict[Sequence[int], Row] = {}
    for line in words.lines_of(left):
        row = words.row(line)
        given.setdefault(row.words, row)
    more = [
        Shared(one.place, other.place, 1.0, 0.0, 0.0, len(one.words))
        for line in words.lines_of(right)
        if (one := given.get((other := words.row(line)).words)) is not None
    ]
    return Match(
        match.left,
        match.right,
        tuple(sorted(_apart(match.shared, more), key=lambda one: one.left)),
        match.left_part,
        match.right_part,
    )


def _apart(first: Sequence[Shared], more: Sequence[Shared]) -> list[Shared]:
    """Return passages with those of ``more`` that lie in none of them on either side."""
    here, there = sorted(one.left for one in first), sorted(one.right for one in first)
    free = [one for one in more if not (_meets(one.left, here) or _meets(one.right, there))]
    return [*first, *{one.left: one for one in free}.values()]


def _meets(one: tuple[int, int], ranges: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a range meets one of others, which are in order and apart."""
    place = bisect_left(ranges, (one[1], 0))
    return place > 0 and _overlap(one, ranges[place - 1])


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _ranks(
    documents: Mapping[str, Document], agencies: Agencies
) -> dict[str, tuple[bool, bool, str, str]]:
    """Order documents by how probable it is that others copied them: credited, wire, early."""
    wires = {outlet_key(name) for key in documents for name, _ in agencies[key]}
    return {
        key: (
            outlet_key(document.name) not in wires,
            document.outlet is not None or not agencies[key],
            document.published or "~",
            key,
        )
        for key, document in documents.items()
    }


@dataclass(frozen=True, slots=True)
class _Two:
    """The ids of two documents, and who is quoted where in them."""

    left: str
    right: str
    speaker: Speaker

    def quote(self, mine: Row, theirs: Row) -> bool:
        """Tell whether both lines quote, and not from two different speakers."""
        one, other = mine.quoted, theirs.quoted
        if one is None or other is None:
            return False
        here = self.speaker(self.left, mine.starts[one])
        there = self.speaker(self.right, theirs.starts[other])
        return here is None or there is None or here == there


def _align(mine: Row, theirs: Row, who: _Two) -> Shared | None:
    if who.quote(mine, theirs):
        mine, theirs = mine.unquoted(), theirs.unquoted()
    if not mine.words or not theirs.words:
        return None
    runs = _runs(mine.words, theirs.words)
    sizes = [block.size for block in runs]
    shared, longest = sum(sizes), max(sizes, default=0)
    similarity = shared / min(len(mine.words), len(theirs.words))
    close = shared >= SHARED and similarity >= CONTAINED and longest >= SHINGLE
    if not close and longest < RUN:
        return None
    weights = [_weight(mine.marks[start : start + length]) for start, _, length in runs]
    first, last = runs[0], runs[-1]
    return Shared(
        (mine.starts[first[0]], mine.ends[last[0] + last[2] - 1]),
        (theirs.starts[first[1]], theirs.ends[last[1] + last[2] - 1]),
        similarity,
        sum(weights),
        max(weights),
        shared,
    )


def _weight(marks: bytes) -> float:
    named = marks.count(NAMED) + marks.count(NAMED | QUOTED)
    return len(marks) - (1.0 - _NAMED) * named


def _runs(mine: Sequence[int], theirs: Sequence[int]) -> list[MatchingBlock]:
    """Return the common runs of two words or more: start here, start there, length."""
    blocks = Indel.editops(mine, theirs).as_matching_blocks()
    return [block for block in blocks if block.size > 1]
