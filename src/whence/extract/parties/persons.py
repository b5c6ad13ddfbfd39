"""Which of the names that a reader takes for persons' surely are."""

from collections.abc import Iterable

from whence.extract.parties.words import lexicon
from whence.model.span import Span

_TITLE = 20
"""Characters before a name in which its title stands."""


def in_full(persons: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Return the names of persons that the text gives in full somewhere, or behind a title.

    A name of one word alone may be that of a country or a firm which the reader does not know.
    """
    every = tuple(persons)
    whole = {part for one in every if _is_full(one) for part in one.text.casefold().split()}
    return tuple(
        one
        for one in every
        if _is_full(one)
        or one.text.casefold() in whole
        or _titled(text[max(0, one.start - _TITLE) : one.start])
    )


def _is_full(name: Span) -> bool:
    return len(name.text.split()) > 1


def _titled(before: str) -> bool:
    """Tell whether a title or an office stands right before a name."""
    words = before.split()
    last = words[-1].casefold().rstrip(".") if words else ""
    return last in lexicon()["roles"] | lexicon()["titles"]
