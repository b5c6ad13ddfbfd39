"""The best well-formed chain of tags (Viterbi 1967), for several taggers at once."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.infer.labels import BEGIN, INSIDE, OUTSIDE

Scores = NDArray[np.float32]
_NEVER: Final = -1e4
_FEW: Final = 40
"""Words up to which a loop over them is faster."""
_RUN: Final = 200
"""Most words of a run; a longer one is no text, and joining costs the cube of the tags."""


def decode(emissions: Scores, moves: Scores) -> NDArray[np.int8]:
    """Return the best tags, shape (words, taggers).

    Scores of single steps are joined in pairs, those of pairs in fours, and so on (Hassan et al.
    2021, for hidden Markov models); then the best tags in the middle follow from those at the
    ends. The work grows with the number of words, without a loop over them.

    Args:
        emissions: (words, taggers, tags) scores of each tag at each word.
        moves: (taggers, tags, tags) scores of going from row to column; forbidden moves are very
            low, and an inside tag never comes first.
    """
    count, taggers, tags = emissions.shape
    if not count:
        return np.zeros((0, taggers), np.int8)
    first = emissions[0].copy()
    first[:, INSIDE::2] += _NEVER
    if count == 1:
        only: NDArray[np.int8] = first.argmax(1)[None].astype(np.int8)
        return only
    if taggers == 1 and count <= _FEW:
        return _one_by_one(first[0], emissions[1:, 0], moves[0])[:, None]
    # Tags come first, so that each sum runs over all words and taggers at once.
    steps = moves.transpose(1, 2, 0)[:, :, None] + emissions[1:].transpose(2, 0, 1)[None]
    levels = []
    while steps.shape[2] > 1:
        left, right = _halves(steps)
        levels.append((left, right, steps.shape[2]))
        steps = _joined(left, right)
        steps -= steps.max((0, 1), keepdims=True)  # sums over long texts would lose precision
    best = (first.T[:, None] + steps[:, :, 0]).reshape(-1, taggers).argmax(0)
    found = np.stack(np.divmod(best, tags))
    rows = np.arange(taggers)
    for left, right, size in reversed(levels):
        start, end = found[:-1], found[1:]
        at = np.arange(left.shape[2])[:, None]
        middle = (left[start, :, at, rows] + right.transpose(1, 0, 2, 3)[end, :, at, rows]).argmax(
            -1
        )
        joined = np.empty((2 * left.shape[2] + 1, taggers), found.dtype)
        joined[::2], joined[1::2] = found, middle
        found = joined[: size + 1]
    return found.astype(np.int8)


def _one_by_one(first: Scores, emissions: Scores, moves: Scores) -> NDArray[np.int8]:
    """Return the best tags of a few words, by one tagger: what comes before, word after word."""
    score, before = first, []
    for emission in emissions:
        through = score[:, None] + moves
        before.append(through.argmax(0))
        score = through.max(0) + emission
    found = [int(score.argmax())]
    for come_from in reversed(before):
        found.append(int(come_from[found[-1]]))
    return np.array(found[::-1], np.int8)


def _joined(left: Scores, right: Scores) -> Scores:
    """Return the scores of going through both steps by the best tag between, (tags, tags, ...)."""
    best: Scores = left[:, 0, None] + right[0]
    for middle in range(1, len(right)):
        np.maximum(best, left[:, middle, None] + right[middle], out=best)
    return best


def _halves(steps: Scores) -> tuple[Scores, Scores]:
    """Return the first and the second of every two steps; a missing second one stays put."""
    if steps.shape[2] % 2:
        still = np.full((*steps.shape[:2], 1, steps.shape[3]), _NEVER, np.float32)
        same = np.arange(len(still))
        still[same, same] = 0
        steps = np.concatenate([steps, still], 2)
    return np.ascontiguousarray(steps[:, :, ::2]), np.ascontiguousarray(steps[:, :, 1::2])


def decode_kinds(emissions: Scores) -> NDArray[np.int8]:
    """Return the best well-formed tags of many kinds, shape (words,).

    The best tag of each word alone is the best chain wherever it is well-formed, which is nearly
    everywhere; only runs of words where it is not are decoded.

    Args:
        emissions: (words, tags) scores of the tags O, B-0, I-0, B-1, I-1, ...
    """
    found: NDArray[np.int8] = emissions.argmax(1).astype(np.int8)
    if not len(found):
        return found
    before = np.concatenate([[OUTSIDE], found[:-1]])
    wrong = np.flatnonzero(_inside(found) & (before != found) & (before != found - 1))
    if not len(wrong):
        return found
    starts = _runs(emissions)
    ends = [*starts[1:].tolist(), len(found)]
    for run in np.unique(np.searchsorted(starts, wrong, side="right") - 1):
        words = slice(int(starts[run]), ends[run])
        found[words] = _chained(emissions[words])
    return found


def _runs(emissions: Scores) -> NDArray[np.int64]:
    """Return where runs begin that can be decoded one by one.

    From the end, each word adds what its best inside tag has over its best tag that needs no tag
    before it. Where that sum is not positive no span goes on: ending it before is as good.
    """
    gains = emissions[:, INSIDE::2].max(1) - emissions[:, _free(emissions)].max(1)
    # The sum at a word is that of all gains from there on, less the least of those sums behind it.
    summed = np.concatenate([[0.0], gains[:0:-1].cumsum(dtype=np.float64)])
    ended = summed[1:] <= np.minimum.accumulate(summed)[:-1]
    starts = np.concatenate([[0], (len(gains) - 1 - np.flatnonzero(ended))[::-1]])
    sizes = np.diff(starts, append=len(gains))
    if sizes.max() <= _RUN:
        return starts
    return np.array(
        [
            at
            for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
            for at in range(start, start + size, _RUN)
        ],
        np.int64,
    )


def _free(emissions: Scores) -> list[int]:
    """Return the tags that need no particular tag before them."""
    return [OUTSIDE, *range(BEGIN, emissions.shape[1], 2)]


def _chained(emissions: Scores) -> NDArray[np.int8]:
    """Return the best well-formed tags of many kinds in one run of words, shape (words,).

    Only kinds whose inside tag is the best somewhere can have spans of several words, so that no
    more than these few tags need be chained; elsewhere a word takes its best free tag.
    """
    free = np.array(_free(emissions))
    chosen = free[emissions[:, free].argmax(1)]
    best = np.take_along_axis(emissions, chosen[:, None], 1)
    begins = BEGIN + 2 * np.flatnonzero((emissions[:, INSIDE::2] > best).any(0))
    tags = np.stack([begins, begins + 1], 1).ravel()
    chained = decode(
        np.concatenate([best, emissions[:, tags]], 1)[:, None], well_formed(len(begins))
    )[:, 0]
    names = np.concatenate([[OUTSIDE], tags])
    found: NDArray[np.int8] = np.where(chained == OUTSIDE, chosen, names[chained]).astype(np.int8)
    return found


def _inside(tags: NDArray[np.int8]) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (tags != OUTSIDE) & (tags % 2 == INSIDE % 2)
    return inside


def spans(tags: NDArray[np.int8]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, kind) of the spans in one row of tags O, B-0, I-0, B-1, I-1, ...

    An inside tag that continues nothing of its kind is outside.
    """
    starts = np.flatnonzero(tags % 2 == BEGIN)
    if not len(starts):
        return
    before = np.concatenate([[OUTSIDE], tags[:-1]])
    going_on = _inside(tags) & ((before == tags) | (before == tags - 1))
    stops = np.append(np.flatnonzero(~going_on), len(tags))
    ends = stops[np.searchsorted(stops, starts, side="right")]
    kinds = (tags[starts] - BEGIN) // 2
    yield from zip(starts.tolist(), ends.tolist(), kinds.tolist(), strict=True)


def well_formed(kinds: int) -> Scores:
    """Return moves, shape (1, tags, tags), that only forbid an inside tag after another kind."""
    tags = 1 + 2 * kinds
    moves = np.zeros((1, tags, tags), np.float32)
    for kind in range(kinds):
        inside = 2 * kind + INSIDE
        moves[0, :, inside] = _NEVER
        moves[0, [inside - 1, inside], inside] = 0
    return moves
