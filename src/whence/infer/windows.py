"""Long texts in windows: what is read at once, and which part of it is kept."""

from collections.abc import Sequence

from msgspec import Struct


class Window(Struct, frozen=True, kw_only=True):
    """Words [start, end) are read; of these, words [left, right) are kept. All half-open."""

    start: int
    end: int
    left: int
    right: int


def plan(
    sizes: Sequence[int], breaks: Sequence[int], *, core: int = 160, margin: int = 24
) -> tuple[Window, ...]:
    """Cut a text into windows whose kept parts cover it once, in order.

    A kept part holds at most ``core`` pieces and ends at a break (a sentence's end) where it can;
    up to ``margin`` pieces on either side are read with it, so that every word that is kept has
    its surroundings. A text that fits into one window is read whole.

    Args:
        sizes: pieces of each word, each at least 1.
        breaks: ascending indices of words before which a sentence ends.
        core: most pieces of a kept part; a single longer word stands alone.
        margin: most pieces read beyond either end of a kept part.
    """
    if sum(sizes) <= core + 2 * margin:
        return (Window(start=0, end=len(sizes), left=0, right=len(sizes)),) if sizes else ()
    marks = set(breaks)
    found: list[Window] = []
    left = 0
    while left < len(sizes):
        right = _end(sizes, marks, left, core)
        found.append(
            Window(
                start=_reach(sizes, left, -1, margin),
                end=_reach(sizes, right, 1, margin),
                left=left,
                right=right,
            )
        )
        left = right
    return tuple(found)


def _end(sizes: Sequence[int], breaks: set[int], left: int, core: int) -> int:
    held, at, last = 0, left, left
    while at < len(sizes) and (held + sizes[at] <= core or at == left):
        held += sizes[at]
        at += 1
        if at in breaks:
            last = at
    return at if at == len(sizes) or last == left else last


def _reach(sizes: Sequence[int], at: int, step: int, margin: int) -> int:
    """Return the boundary at most ``margin`` pieces before (step -1) or behind (1) another."""
    held = 0
    while True:
        word = at - 1 if step < 0 else at
        if not 0 <= word < len(sizes) or held + sizes[word] > margin:
            return at
        held += sizes[word]
        at += step
