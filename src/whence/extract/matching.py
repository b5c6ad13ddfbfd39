"""Phrases of several words matched over tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from whence.extract.prose import Token

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, each as its words in lower case, longest first."""


def phrases(words: Iterable[str]) -> Phrases:
    """Index phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for word in sorted(set(words)):
        parts = tuple(word.split())
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in table.items()}


def match(table: Phrases, tokens: tuple[Token, ...], index: int) -> tuple[str, int]:
    """Return the longest phrase at ``index`` as (phrase, tokens), or ("", 0)."""
    for parts in table.get(tokens[index].lower, ()):
        window = tokens[index : index + len(parts)]
        if len(window) == len(parts) and all(
            token.lower == part for token, part in zip(window, parts, strict=True)
        ):
            return " ".join(parts), len(parts)
    return "", 0


Pattern = tuple[frozenset[str] | None, ...]
"""Words of a pattern in order, each with its alternatives; None is a gap."""


def pattern(text: str) -> Pattern:
    """Read a pattern: words apart by spaces, alternatives by "|", "*" for a gap of a few words."""
    parts = text.split()
    return tuple(None if part == "*" else frozenset(part.split("|")) for part in parts)


def pattern_at(found: Pattern, tokens: tuple[Token, ...], index: int, gap: int) -> int:
    """Return the token after the pattern that starts at ``index``, or 0 where it does not stand.

    A gap takes as few tokens as it can, at most ``gap``, and never a mark that ends a clause.
    """
    position = index
    free = 0
    for word in found:
        if word is None:
            free += gap
            continue
        while position < len(tokens) and tokens[position].lower not in word:
            if free == 0 or tokens[position].text in {";", ":"}:
                return 0
            free -= 1
            position += 1
        if position >= len(tokens):
            return 0
        position += 1
        free = 0
    return position


def tokens_before(tokens: tuple[Token, ...], position: int, count: int) -> tuple[Token, ...]:
    """Return the last ``count`` tokens that end at or before ``position``, in their order."""
    last = bisect_right(tokens, position, key=lambda token: token.end)
    return tokens[max(0, last - count) : last]


def tokens_after(tokens: tuple[Token, ...], position: int, count: int) -> tuple[Token, ...]:
    """Return the first ``count`` tokens that start at or after ``position``."""
    first = bisect_left(tokens, position, key=lambda token: token.start)
    return tokens[first : first + count]
