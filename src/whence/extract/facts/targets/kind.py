"""What sort of target it was, by the words that describe it (``vocabulary/target_kinds.yaml``)."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from whence.extract.facts.targets.words import is_name, plain_word, target_words
from whence.extract.prose import Token
from whence.model.vocabulary import load

SLOT = "target_kind"
_BEFORE = 3
"""Tokens before a name within which "assassinate" or "the life of" makes it a person's."""
_PHRASE = 3
"""Words of the longest phrase of the table."""


class _Kind(Struct, frozen=True):
    label: str


@cache
def _labels() -> dict[str, str]:
    return {name: row.label for name, row in load("target_kinds", dict[str, _Kind]).items()}


@cache
def _kind_of() -> Mapping[str, str]:
    return {word: kind for kind, words in target_words().kinds.items() for word in words}


def target_kind(tokens: tuple[Token, ...], first: int, last: int) -> str | None:
    """Return the label of the sort of target that tokens [first, last) describe, None if not told.

    The head noun decides: the last known word before "of" ("station of the police"). A name
    without any known word is a person where the words before it are for people ("to kill X").
    """
    words = [plain_word(token) for token in tokens[first:last]]
    head = words[: words.index("of")] if "of" in words[1:] else words
    kind = _last_known(head) or _last_known(words)
    if target_words().former.intersection(words):
        kind = target_words().formerly.get(kind or "", kind)
    if kind is None and _personal(tokens, first) and is_name(tokens[last - 1]):
        kind = "person"
    return _labels()[kind] if kind else None


def _last_known(words: list[str]) -> str | None:
    """Return the kind of the last known word, the longest phrase that ends there first."""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - _PHRASE), end):
            kind = _kind_of().get(" ".join(words[start:end]))
            if kind is not None:
                return kind
    return None


def _personal(tokens: tuple[Token, ...], first: int) -> bool:
    near = tokens[max(0, first - _BEFORE) : first]
    return any(token.lower in target_words().personal for token in near)
