"""Which of the names that a reader takes for persons' surely are, and how far they go."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from whence.extract.parties.words import lexicon
from whence.model.span import Span
from whence.names.persons import honorifics

_TITLE = 20
"""Characters before a name in which its title stands."""
_OFTEN = 2
"""How often a reader takes one word for a person's name until it surely is one."""
_FIRST_NAME = re.compile(r"[A-Z][\w’']*[a-z][\w’']*(?:-[A-Z][\w’']*)*")
_FIRST_NAMES = 2
"""Most first names in running text; where a sentence opens, one: "Jury Convicts Moss"."""
_MOST = 60
"""Characters before a last name in which the first names stand."""
_NO_MORE = re.compile(r"(?:[’']s)?(?! [A-Z])(?![\w-])")


def in_full(persons: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Return the names of persons that the text gives in full somewhere, or behind a title.

    A name of one word alone may be that of a country or a firm which the reader does not know.
    Where the reader parts a name in two, or sees only the last word of it all through the text,
    the whole of it counts.
    """
    every = _completed(tuple(_joined(sorted(persons), text)), text)
    whole = {part for one in every if _is_full(one) for part in one.text.casefold().split()}
    return tuple(
        one
        for one in every
        if _is_full(one)
        or one.text.casefold() in whole
        or _titled(text[max(0, one.start - _TITLE) : one.start])
    )


def _joined(persons: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield names with those that nothing but a space parts as one: "Ahmed", "Al-Rashidi"."""
    held: Span | None = None
    for one in persons:
        if held is not None and _goes_on(held, one, text):
            held = _span(held.document_id, held.start, one.end, text)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _goes_on(first: Span, second: Span, text: str) -> bool:
    names = first.text[:1].isupper() and second.text[:1].isupper()
    return names and text[first.end : second.start] == " " and not _is_no_name(first.text)


def _completed(persons: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return names, of those of one word that come up often with the first names before them.

    "Detectives think Ana Moss did it. Moss was held", where the reader sees "Moss" alone.
    """
    known = {part for one in persons if _is_full(one) for part in one.text.split()}
    alone = Counter(one.text for one in persons if one.text not in known)
    often = [name for name, times in alone.items() if times >= _OFTEN and name[:1].isupper()]
    found: dict[int, Span] = {one.start: one for one in persons}
    document = persons[0].document_id if persons else ""
    for name in often:
        for at in re.finditer(rf"(?<= ){re.escape(name)}", text):
            first = _first_names(text, at.start())
            if first < at.start() and _NO_MORE.match(text, at.end()):
                found.pop(at.start(), None)
                found[first] = _span(document, first, at.end(), text)
    return tuple(found[start] for start in sorted(found))


def _first_names(text: str, last: int) -> int:
    """Return where the first names begin that stand right before a last name, else the latter."""
    told = text[max(0, last - _MOST) : last].rpartition("\n")[2]
    words = told.split()
    names = 0
    while names < len(words) and _FIRST_NAME.fullmatch(words[-names - 1]):
        names += 1
    before = words[-names - 1] if names < len(words) else ""
    goes_on = before[-1:].isalnum() or before.endswith(",")
    running = goes_on and not before[:1].isupper()
    fits = 0 < names <= (_FIRST_NAMES if running else 1)
    if not fits or any(map(_is_no_name, words[-names:])):
        return last
    first = " ".join(words[-names:])
    return last - len(first) - 1 if told.endswith(f"{first} ") else last


def _span(document: str, start: int, end: int, text: str) -> Span:
    return Span(document_id=document, start=start, end=end, text=text[start:end])


def _is_no_name(word: str) -> bool:
    """Tell whether a capitalised word before a name is a rank, an office or any other word."""
    return word.casefold().rstrip(".") in _others()


@cache
def _others() -> frozenset[str]:
    lists = lexicon()
    names = ("titles", "roles", "never_names", "culprits", "doers", "enforcers", "heads",
             "qualifying", "relatives")  # fmt: skip
    return frozenset[str]().union(honorifics(), *(lists.get(name, frozenset()) for name in names))


def _is_full(name: Span) -> bool:
    return len(name.text.split()) > 1


def _titled(before: str) -> bool:
    """Tell whether a title or an office stands right before a name."""
    words = before.split()
    last = words[-1].casefold().rstrip(".") if words else ""
    return last in lexicon()["roles"] | lexicon()["titles"]
