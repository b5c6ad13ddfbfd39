"""Near-copies between documents: shingles to block, alignment of sentences to decide.

Agency copy is rarely taken over whole (Silcock et al. 2023, "Noise-Robust De-Duplication at
Scale": duplicates share 30 % of their 3-grams on average), so the unit is the sentence and the
measure is containment (Broder 1997, "On the resemblance and containment of documents", section 2).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz.distance import Indel

from whence.model.document import Document
from whence.model.origin import Passage
from whence.trace.credits import credited, outlet_key
from whence.trace.sentences import Line, Word, lines

_SHINGLE = 4
"""Words in a row that two sentences must share to be compared at all, and to count as copied."""
_LEADERS = 3
"""How many of the earliest texts with a shingle the others are compared with.

Who copies copies from somebody earlier: pairs of late texts need no look, so that the work grows
with the number of texts and not with its square.
"""
_SHARED = 8
_CONTAINED = 0.55
_RUN = 10
_SCALE = 10.0
_WHOLE = 0.6

_LINES = 3
"""With how many lines of another document a line is aligned, of those that share most with it."""

Shingle = tuple[str, ...]
Cut = tuple[frozenset[Shingle], ...]
"""The shingles of a document, line by line."""
Speaker = Callable[[str, int], str | None]
"""Who is quoted at a place (document id, code point), as far as the report tells."""


@dataclass(frozen=True)
class Shared:
    """One passage that two documents share; ``words`` counts its telling words."""

    left: tuple[int, int]
    right: tuple[int, int]
    similarity: float
    words: int

    @property
    def probability(self) -> float:
        """How probable it is that this passage was not written twice independently."""
        return self.similarity * (1.0 - exp(-self.words / _SCALE))


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


def matches(documents: Iterable[Document], speaker: Speaker) -> tuple[Match, ...]:
    """Return the pairs of documents that share passages, each with the likelier original first.

    Each document is compared with the earliest that have some of its words. Words quoted on both
    sides from one speaker are left out: two outlets that print the same speech share an origin and
    need not have copied each other.
    """
    ordered = {document.id: document for document in documents}
    texts = {key: lines(ordered[key]) for key in sorted(ordered)}
    cut = {key: tuple(_shingles(line) for line in texts[key]) for key in texts}
    telling = {key: sum(len(line.telling) for line in own) for key, own in texts.items()}
    rank = _ranks(ordered)
    found: list[Match] = []
    for left, right in _pairs(cut, sorted(ordered, key=lambda key: rank[key])):
        shared = [
            passage
            for one, other in _meeting(cut[left], cut[right])
            if (passage := _align(texts[left][one], texts[right][other], speaker)) is not None
        ]
        if shared:
            found.append(_match(ordered[left], ordered[right], shared, telling))
    return tuple(found)


def _match(left: Document, right: Document, shared: list[Shared], telling: dict[str, int]) -> Match:
    """Keep the best passage for each place of the left document, then of the right."""
    kept: list[Shared] = []
    for one in sorted(shared, key=lambda one: (-one.words * one.similarity, one.left, one.right)):
        if not any(_overlap(one.left, two.left) or _overlap(one.right, two.right) for two in kept):
            kept.append(one)
    words = sum(one.words for one in kept)
    return Match(
        left,
        right,
        tuple(sorted(kept, key=lambda one: one.left)),
        words / telling[left.id],
        words / telling[right.id],
    )


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _ranks(documents: Mapping[str, Document]) -> dict[str, tuple[bool, bool, str, str]]:
    """Order documents by how probable it is that others copied them: credited, wire, early."""
    agencies = {key: credited(document) for key, document in documents.items()}
    wires = {outlet_key(name) for names in agencies.values() for name, _ in names}
    return {
        key: (
            outlet_key(document.name) not in wires,
            document.outlet is not None or not agencies[key],
            document.published or "~",
            key,
        )
        for key, document in documents.items()
    }


def _shingles(line: Line) -> frozenset[Shingle]:
    plain = [word.plain for word in line.telling]
    return frozenset(tuple(plain[at : at + _SHINGLE]) for at in range(len(plain) - _SHINGLE + 1))


def _pairs(cut: Mapping[str, Cut], ordered: Sequence[str]) -> list[tuple[str, str]]:
    """Pair each document with the earlier ones that share its shingles, the earlier first.

    Candidates are the leaders of any of its shingles. The one that shares most is taken, then
    whoever shares most of what is left, until nothing is left that anybody shares.
    """
    leaders: dict[Shingle, list[str]] = defaultdict(list)
    whole = {key: frozenset[Shingle]().union(*cut[key]) for key in ordered}
    place = {key: number for number, key in enumerate(ordered)}
    pairs: set[tuple[str, str]] = set()
    for key in ordered:
        left = set(whole[key])
        candidates = {one for shingle in left for one in leaders[shingle]}
        while candidates:
            best = min(candidates, key=lambda one: (-len(left & whole[one]), place[one]))
            if not left & whole[best]:
                break
            pairs.add((best, key))
            left -= whole[best]
            candidates.discard(best)
        for shingle in whole[key]:
            if len(leaders[shingle]) < _LEADERS:
                leaders[shingle].append(key)
    return sorted(pairs)


def _meeting(mine: Cut, theirs: Cut) -> list[tuple[int, int]]:
    """Return the numbers of lines of two documents that share most shingles of telling words."""
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for number, line in enumerate(theirs):
        for shingle in line:
            holders[shingle].append(number)
    found: list[tuple[int, int]] = []
    for number, line in enumerate(mine):
        shared = Counter(other for shingle in line for other in holders.get(shingle, ()))
        best = sorted(shared, key=lambda other: (-shared[other], other))[:_LINES]
        found += [(number, other) for other in sorted(best)]
    return found


def _align(one: Line, other: Line, speaker: Speaker) -> Shared | None:
    mine, theirs = one.telling, other.telling
    if _same_speech(one, other, speaker):
        mine = tuple(word for word in mine if not word.quoted)
        theirs = tuple(word for word in theirs if not word.quoted)
    if not mine or not theirs:
        return None
    runs = _runs(mine, theirs)
    shared = sum(length for _, _, length in runs)
    longest = max((length for _, _, length in runs), default=0)
    similarity = shared / min(len(mine), len(theirs))
    close = shared >= _SHARED and similarity >= _CONTAINED and longest >= _SHINGLE
    if not close and longest < _RUN:
        return None
    return Shared(
        (mine[runs[0][0]].start, mine[runs[-1][0] + runs[-1][2] - 1].end),
        (theirs[runs[0][1]].start, theirs[runs[-1][1] + runs[-1][2] - 1].end),
        similarity,
        shared,
    )


def _runs(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> list[tuple[int, int, int]]:
    """Return the common runs of two words or more: start here, start there, length."""
    blocks = Indel.opcodes([word.plain for word in mine], [word.plain for word in theirs])
    return [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in blocks
        if block.tag == "equal" and block.src_end - block.src_start > 1
    ]


def _same_speech(one: Line, other: Line, speaker: Speaker) -> bool:
    """Tell whether both lines quote, and not from two different speakers."""
    mine = next((word for word in one.telling if word.quoted), None)
    theirs = next((word for word in other.telling if word.quoted), None)
    if mine is None or theirs is None:
        return False
    here = speaker(one.document_id, mine.start)
    there = speaker(other.document_id, theirs.start)
    return here is None or there is None or here == there
