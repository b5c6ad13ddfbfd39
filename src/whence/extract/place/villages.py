"""Small places that a text itself says to be some, in lands whose papers write no region.

"Quellamar, a village in the Dorsk district", "the mayor of Dorsk province's Quellamar district",
"QUELLAMAR, Dec. 9 - ... in this town", "the Quellamar gas field", "the market of Quellamar".
Nothing more is known of them than the name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from whence.extract.place.apposed import is_beside, is_measured
from whence.extract.place.gazetteer import lookup
from whence.extract.place.located import Located
from whence.extract.place.names import Evidence
from whence.extract.place.unlisted import LONGEST, Taken, may_name
from whence.extract.place.words import bare, is_capital, is_possessive, titled, words
from whence.extract.prose import Prose, Token
from whence.extract.time.words import words as time_words
from whence.model.span import Span

_KIND = 4
"""Tokens behind a name and its comma within which it is told what the place is."""
_SMALL_TOWN = 100_000
"""People up to which a town elsewhere may have a site as its namesake."""
_SITE = 3
"""Tokens behind a name that may say what it is: "woodchip mill", "gas field"."""
_HERE = 4
"""Tokens behind "this" within which the town at the head of a report is meant."""
_STOPS = frozenset(
    {"in", "near", "of", "outside", "on", "about", "some", "just", "where", ",", "."}
)
"""What stands behind "a village", where no other noun does ("a village elder")."""


def villages(prose: Prose, found: Sequence[Located], abroad: bool) -> list[Located]:
    """Return the places that a text says to be a village or the like, and that none else holds.

    In a report that is not about lands ``abroad`` only the one at its head, and what is told as
    it is abroad alone ("X upazila", "X, 20 km north of Y").
    """
    taken = Taken([(one.span.start, one.span.end) for one in found if not one.common])
    rows: dict[str, Evidence] = {}
    shown: dict[str, str] = {}
    for sentence in prose.sentences:
        for at in range(1, len(sentence.tokens) - 1):
            if not abroad and not _only_abroad(sentence.tokens, at):
                continue
            for name in _called(prose, sentence.tokens, at):
                rows.setdefault(name, "told")
                site = _site(prose, sentence.tokens, at)
                if site:
                    shown.setdefault(name, f"{name} {site}")
    head = _head(prose)
    if head is not None:
        rows.setdefault(head, "dateline")
    return [
        Located(
            one,
            _whole(prose, one, shown),
            shown.get(name, titled(name)),
            None,
            how,
            namesake="stated",
        )
        for name, how in rows.items()
        for one in _every(prose, name)
        if not taken.meets(one.start, one.end)
    ]


def _only_abroad(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the words at a token tell of a place in the way of lands abroad alone."""
    return tokens[at].text in words().foreign or is_measured(tokens, at, metric=True)


def _whole(prose: Prose, one: Span, shown: Mapping[str, str]) -> Span:
    """Return a site's name with the word for what it is, where that stands behind it."""
    whole = shown.get(one.text)
    if whole is None or not prose.text.startswith(whole, one.start):
        return one
    return prose.span(one.start, one.start + len(whole))


def _called(prose: Prose, tokens: Sequence[Token], at: int) -> Iterator[str]:
    """Yield the name that the words at a token say to be a place's."""
    apposed = tokens[at].text == "," and _is_kind(tokens, at + 1)
    said = tokens[at].text in words().villages or bool(_site(prose, tokens, at))
    said = said or is_measured(tokens, at, metric=False) or is_beside(tokens, at)
    if apposed or (said and _is_owned(tokens, at)):
        yield from _name(prose, tokens, at)
    if tokens[at].text in words().sites and tokens[at + 1].text == "of":
        end = _behind(tokens, at + 2)
        yield from _name(prose, tokens, end) if end > at + 2 else ()


def _site(prose: Prose, tokens: Sequence[Token], at: int) -> str:
    """Return what the words at a token say that the name before them is: "gas field"; else "".

    One word may say of what kind it is ("woodchip mill"). A headline's "Tarvian gas field" is no
    name.
    """
    if prose.block_kind(tokens[at].start) == "title":
        return ""
    said = [token.text for token in tokens[at : at + _SITE]]
    kind = said[:1] if said[0] in words().site_kinds else []
    for size in range(_SITE, 0, -1):
        if " ".join(said[:size]) in words().sites:
            return " ".join(said[:size])
        if kind and " ".join(said[1:size]) in words().sites:
            return " ".join(said[:size])
    return ""


def _behind(tokens: Sequence[Token], first: int) -> int:
    """Return where the run of capitals that starts at a token ends."""
    last = first
    while last < len(tokens) and last - first <= LONGEST and is_capital(tokens[last]):
        last += 1
    return last


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

    "in Quellamar village", "at the Quellamar mine", "Dorsk province's Quellamar district".
    """
    first = at
    while first and at - first < LONGEST and is_capital(tokens[first - 1]):
        first -= 1
    if first in (0, at):
        return False
    before = tokens[first - 1 - (tokens[first - 1].lower == "the" and first > 1)]
    return before.lower in {*words().strong, "on", *words().entered, *words().fallen_on} or (
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
    if any(token.lower in time_words().weekdays | time_words().months for token in run):
        return
    titles = {token.lower.rstrip(".") for token in tokens[max(0, first - 1) : first + 1]}
    if not titles.isdisjoint(words().persons):
        return
    name = prose.text[run[0].start : run[-1].start + len(bare(run[-1]))]
    known = [place.population for place in lookup(name) if place.kind == "city"]
    if not known or (_site(prose, tokens, end) and max(known) < _SMALL_TOWN):
        yield name


def _head(prose: Prose) -> str | None:
    """Return the name at the head of a report that tells of "this town", or of "this station"."""
    lines = [line for line in prose.datelines if line.place is not None]
    if not lines or lines[0].place is None:
        return None
    name = prose.text[slice(*lines[0].place)]
    if not tells_of_here(prose) and not _is_placed(prose.document.title or "", name):
        return None
    plain = name.replace(" ", "").isalpha() and len(name.split()) <= LONGEST
    return name if plain and not lookup(name) else None


def _is_placed(title: str, name: str) -> bool:
    """Tell whether a title puts something in a place of some name ("Blast in Quellamar")."""
    found = re.search(rf"(?<!\w)(\w+) {re.escape(name)}(?!\w)", title, re.IGNORECASE)
    return found is not None and found.group(1).lower() in words().strong


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
