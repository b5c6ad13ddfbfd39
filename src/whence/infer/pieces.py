"""Word pieces: the encoder's alphabet (WordPiece, Wu et al. 2016, greedy longest match first)."""

import unicodedata
from collections.abc import Sequence
from typing import Final

UNKNOWN: Final = "[UNK]"
START: Final = "[CLS]"
END: Final = "[SEP]"
PAD: Final = "[PAD]"
_CONTINUED: Final = "##"
_LONGEST: Final = 100
"""Longer words are unknown at once, as in BERT's own tokenizer: matching is quadratic."""
_REMEMBERED: Final = 100_000
_SHORT: Final = 32
"""Words up to so long are kept with their pieces, so many at most: a few tens of megabytes."""


class Pieces:
    """Cuts words into the identifiers of word pieces, lower-cased and without accents."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids[UNKNOWN]
        self.start = self._ids[START]
        self.end = self._ids[END]
        self.pad = self._ids[PAD]
        self._longest = max(map(len, self._ids))
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word; never empty: what cannot be cut is one unknown piece."""
        found = self._known.get(word)
        if found is None:
            found = self._match(_plain(word)) if len(word) <= _LONGEST else (self.unknown,)
            if len(self._known) < _REMEMBERED and len(word) <= _SHORT:
                self._known[word] = found
        return found

    def _match(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = _CONTINUED if start else ""
            end = min(len(word), start + self._longest)
            while end > start and prefix + word[start:end] not in self._ids:
                end -= 1
            if end == start:
                return (self.unknown,)
            found.append(self._ids[prefix + word[start:end]])
            start = end
        return tuple(found) or (self.unknown,)


def _plain(word: str) -> str:
    """Return a word in lower case and without combining marks, as the encoder was trained."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn")
