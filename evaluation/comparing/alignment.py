"""Carry spans of one form of a text over to another form of it, word by word."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")


class Alignment:
    """Which words of a text stand where in another form of the same text (pages lose their edges).

    Words are aligned by their order, so that the second "he" stays the second "he".
    """

    def __init__(self, gold: str, clean: str) -> None:
        self._gold = [found.span() for found in _WORD.finditer(gold)]
        here = [found.span() for found in _WORD.finditer(clean)]
        matcher = SequenceMatcher(
            None,
            [gold[start:end] for start, end in self._gold],
            [clean[start:end] for start, end in here],
            autojunk=False,
        )
        self._to: dict[int, tuple[int, int]] = {}
        for left, right, size in matcher.get_matching_blocks():
            for step in range(size):
                self._to[left + step] = here[right + step]

    def carry(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where gold [start, end) stands in the clean text, or None when most is lost."""
        words = [n for n, (left, right) in enumerate(self._gold) if left < end and right > start]
        kept = [self._to[n] for n in words if n in self._to]
        if not words or 2 * len(kept) <= len(words):
            return None
        return kept[0][0], kept[-1][1]
