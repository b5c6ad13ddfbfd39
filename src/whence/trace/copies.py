"""Near-copies between documents: shingles to block, alignment of sentences to decide.

Agency copy is rarely taken over whole (Silcock et al. 2023, "Noise-Robust De-Duplication at
Scale": duplicates share 30 % of their 3-grams on average), so the unit is the sentence and the
measure is containment (Broder 1997, "On the resemblance and containment of documents", section 2).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp

from rapidfuzz.distance import Indel

from whence.model.document import Document
from whence.model.origin import Passage
from whence.trace.concordance import SHINGLE, Concordance, Glance, Shingles, covering
from whence.trace.credits import Agencies, outlet_key
from whence.trace.sentences import Line

_SHARED = 8
_CONTAINED = 0.55
_RUN = 10
_SCALE = 18.0
_WHOLE = 0.6
_NAMED = 0.5
"""What a word of a name or number counts: two reports of one thing have those in common."""

_LINES = 3
"""With how many lines of another document a line is aligned, of those that share most with it."""

Speaker = Callable[[str, int], str | None]
"""Who is quoted at a place (document id, code point), as far as the report tells."""


@dataclass(frozen=True)
class Shared:
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


@dataclass(frozen=True)
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

    Each document is compared with the earliest that have some of its words. Words quoted on both
    sides from one speaker are left out: two outlets that print the same speech share an origin and
    need not have copied each other. Two reports of one outlet that end alike and share nothing
    else (a note on the author, a way to subscribe) are no copies.
    """
    unique = {document.id: document for document in documents}
    rank = _ranks(unique, agencies)
    ordered = [unique[key] for key in sorted(unique, key=lambda key: rank[key])]
    words = Concordance(ordered)
    found: list[Match] = []
    for left, right in _pairs(words):
        lines = _meeting(words.shared(left), words.shared(right))
        who = _Two(ordered[left].id, ordered[right].id, speaker)
        shared: list[Shared] = []
        below = _one_outlet(ordered[left], ordered[right])
        for one, other, together in lines:
            if _hopeless(words.glance(left, one), words.glance(right, other), together):
                continue
            passage = _align(words.line(left, one), words.line(right, other), who)
            if passage is not None:
                shared.append(passage)
                below = below and words.closing(left, one) and words.closing(right, other)
        if shared:
            telling = (words.telling(left), words.telling(right))
            match = _match(ordered[left], ordered[right], shared, telling)
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


def _pairs(words: Concordance) -> Iterator[tuple[int, int]]:
    """Pair each document with the earlier ones that share its shingles, the earlier first."""
    for number in range(len(words)):
        others = [(one, words.shared(one)) for one in words.leaders(number)]
        for best in covering(words.shared(number), others):
            yield best, number


def _meeting(mine: Shingles, theirs: Shingles) -> list[tuple[int, int, int]]:
    """Return the numbers of lines of two documents that share most shingles, and how many."""
    counted: dict[int, dict[int, int]] = {}
    for shingle in mine.keys() & theirs.keys():
        for one in mine[shingle]:
            shared = counted.setdefault(one, {})
            for other in theirs[shingle]:
                shared[other] = shared.get(other, 0) + 1
    found: list[tuple[int, int, int]] = []
    for number in sorted(counted):
        shared = counted[number]
        best = sorted(shared, key=lambda other: (-shared[other], other))[:_LINES]
        found += [(number, other, shared[other]) for other in sorted(best)]
    return found


def _hopeless(mine: Glance, theirs: Glance, together: int) -> bool:
    """Tell whether two lines cannot be one passage, before they are aligned.

    So few words are common that not enough can stand in order, and the shingles that they share
    (``together``) are too few for a long row. What is quoted may be left out later, so that of
    two lines with quotations only the former is known.
    """
    common = sum(map(theirs.distinct.__contains__, mine.words))
    if common < _SHARED:
        return True
    if together > _RUN - SHINGLE or (mine.quotes and theirs.quotes):
        return False
    return common < _CONTAINED * min(len(mine.words), len(theirs.words))


@dataclass(frozen=True)
class _Two:
    """The ids of two documents, and who is quoted where in them."""

    left: str
    right: str
    speaker: Speaker

    def quote(self, mine: Line, theirs: Line) -> bool:
        """Tell whether both lines quote, and not from two different speakers."""
        one = next((word for word in mine if word.quoted), None)
        other = next((word for word in theirs if word.quoted), None)
        if one is None or other is None:
            return False
        here, there = self.speaker(self.left, one.start), self.speaker(self.right, other.start)
        return here is None or there is None or here == there


def _align(mine: Line, theirs: Line, who: _Two) -> Shared | None:
    if who.quote(mine, theirs):
        mine = tuple(word for word in mine if not word.quoted)
        theirs = tuple(word for word in theirs if not word.quoted)
    if not mine or not theirs:
        return None
    runs = _runs(mine, theirs)
    shared = sum(length for _, _, length in runs)
    longest = max((length for _, _, length in runs), default=0)
    similarity = shared / min(len(mine), len(theirs))
    close = shared >= _SHARED and similarity >= _CONTAINED and longest >= SHINGLE
    if not close and longest < _RUN:
        return None
    weights = [_weight(mine[start : start + length]) for start, _, length in runs]
    return Shared(
        (mine[runs[0][0]].start, mine[runs[-1][0] + runs[-1][2] - 1].end),
        (theirs[runs[0][1]].start, theirs[runs[-1][1] + runs[-1][2] - 1].end),
        similarity,
        sum(weights),
        max(weights),
        shared,
    )


def _weight(words: Line) -> float:
    return sum(_NAMED if word.named else 1.0 for word in words)


def _runs(mine: Line, theirs: Line) -> list[tuple[int, int, int]]:
    """Return the common runs of two words or more: start here, start there, length."""
    blocks = Indel.opcodes([word.plain for word in mine], [word.plain for word in theirs])
    return [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in blocks
        if block.tag == "equal" and block.src_end - block.src_start > 1
    ]
