"""Small places that a text itself says to be some, in lands whose papers write no region.

"Quellamar, a village in the Dorsk district", "the mayor of Dorsk province's Quellamar district",
"QUELLAMAR, Dec. 9 - ... in this town". Nothing more is known of them than the name.
"""

from collections.abc import Iterator, Sequence

from whence.extract.place.gazetteer import lookup
from whence.extract.place.located import Located
from whence.extract.place.names import Evidence
from whence.extract.place.unlisted import LONGEST, Taken, may_name, titled
from whence.extract.place.words import bare, is_capital, is_possessive, words
from whence.extract.prose import Prose, Token
from whence.model.span import Span

_KIND = 4
"""Tokens behind a name and its comma within which it is told what the place is."""
_HERE = 4
"""Tokens behind "this" within which the town at the head of a report is meant."""
_STOPS = frozenset(
    {"in", "near", "of", "outside", "on", "about", "some", "just", "where", ",", "."}
)
"""What stands behind "a village", where no other noun does ("a village elder")."""


def villages(prose: Prose, found: Sequence[Located]) -> list[Located]:
    """Return the places that a text says to be a village or the like, and that none else holds."""
    taken = Taken([(one.span.start, one.span.end) for one in found])
    rows: dict[str, Evidence] = {}
    for sentence in prose.sentences:
        for at in range(1, len(sentence.tokens) - 1):
            for name in _called(prose, sentence.tokens, at):
                rows.setdefault(name, "told")
    head = _head(prose)
    if head is not None:
        rows.setdefault(head, "dateline")
    return [
        Located(one, one, titled(one.text), None, how, namesake="stated")
        for name, how in rows.items()
        for one in _every(prose, name)
        if not taken.meets(one.start, one.end)
    ]


def _called(prose: Prose, tokens: Sequence[Token], at: int) -> Iterator[str]:
    """Yield the name that the words at a token say to be a place's."""
    apposed = tokens[at].text == "," and _is_kind(tokens, at + 1)
    if apposed or (tokens[at].text in words().villages and _is_owned(tokens, at)):
        yield from _name(prose, tokens, at)


def _is_kind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "a small village in" stands at a token."""
    if at >= len(tokens) or tokens[at].lower not in ("a", "an", "the"):
        return False
    for index in range(at + 1, min(at + _KIND, len(tokens) - 1)):
        if tokens[index].text in words().settlements:
            return tokens[index + 1].lower in _STOPS
        if not tokens[index].text.islower():
            return False
    return False


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a preposition or a province's name stands before the one that ends at a token.

    "in Quellamar village", "Dorsk province's Quellamar district".
    """
    first = at
    while first and at - first < LONGEST and is_capital(tokens[first - 1]):
        first -= 1
    if first in (0, at):
        return False
    before = tokens[first - 1]
    return before.lower in words().strong or (
        is_possessive(before) and bare(before).casefold() in words().region_nouns
    )


def _name(prose: Prose, tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Yield the run of capitals that ends before a token, where no gazetteer knows it as a town."""
    first = end
    while first and end - first <= LONGEST and is_capital(tokens[first - 1]):
        first -= 1
    run = tokens[first:end]
    if not run or len(run) > LONGEST or not all(may_name(token) for token in run):
        return
    titles = {token.lower.rstrip(".") for token in tokens[max(0, first - 1) : first + 1]}
    if not titles.isdisjoint(words().persons):
        return
    name = prose.text[run[0].start : run[-1].end]
    if not any(place.kind == "city" for place in lookup(name)):
        yield name


def _head(prose: Prose) -> str | None:
    """Return the name at the head of a report that tells of "this town", or of "this station"."""
    lines = [line for line in prose.datelines if line.place is not None]
    if not lines or lines[0].place is None or not tells_of_here(prose):
        return None
    name = prose.text[slice(*lines[0].place)]
    plain = name.replace(" ", "").isalpha() and len(name.split()) <= LONGEST
    return name if plain and not lookup(name) else None


def tells_of_here(prose: Prose) -> bool:
    """Tell whether a text has "this town" or "this station": that at its head."""
    here = words().settlements | words().common_heads
    return any(
        token.lower == "this"
        and not here.isdisjoint(one.lower for one in sentence.tokens[at + 1 : at + 1 + _HERE])
        for sentence in prose.sentences
        for at, token in enumerate(sentence.tokens)
    )


def _every(prose: Prose, name: str) -> Iterator[Span]:
    """Yield where a name stands in the text as it is written."""
    size = len(name.split())
    for sentence in prose.sentences:
        for at in range(len(sentence.tokens) - size + 1):
            run = sentence.tokens[at : at + size]
            end = run[-1].start + len(bare(run[-1]))
            if prose.text[run[0].start : end].casefold() == name.casefold() and is_capital(run[0]):
                yield prose.span(run[0].start, end)
