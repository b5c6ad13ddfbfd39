"""Facilities and quarters that no gazetteer has, by their head nouns."""

from dataclasses import dataclass

from whence.extract.place.words import bare, is_capital, is_possessive, words
from whence.extract.prose import Token

_NAME = 5
"""Words before a head noun that its name may have."""


@dataclass(frozen=True, slots=True)
class Facility:
    """A facility at [start, end) of the text; ``common`` when it has no name of its own."""

    start: int
    end: int
    name: str
    common: bool


def facilities(tokens: tuple[Token, ...], shouts: bool) -> tuple[Facility, ...]:
    """Return the facilities that a sentence names, or calls "his residence", "the airport"."""
    found: list[Facility] = []
    index = 0
    while index < len(tokens):
        head = _head_length(tokens, index)
        if head and _goes_on(tokens, index + head, shouts):
            index += head
            continue
        facility = _at(tokens, index, head, shouts) if head else None
        if facility is not None and not (found and facility.start < found[-1].end):
            found.append(facility)
        index += max(head, 1)
    return tuple(found)


def _goes_on(tokens: tuple[Token, ...], at: int, shouts: bool) -> bool:
    """Tell whether a name goes on behind a head to one of its own: "Holly Park Drive"."""
    if shouts or at >= len(tokens) or not (is_capital(tokens[at - 1]) and is_capital(tokens[at])):
        return False
    joined = tokens[at].start - tokens[at - 1].end == 1 and not is_possessive(tokens[at - 1])
    return joined and tokens[at].lower in words().ways


def _head_length(tokens: tuple[Token, ...], index: int) -> int:
    said = [bare(token).casefold() for token in tokens[index : index + 2]]
    if " ".join(said) in words().house_crimes:
        return 0
    for length in (3, 2, 1):
        part = [bare(token).casefold() for token in tokens[index : index + length]]
        if len(part) == length and " ".join(part) in words().heads | words().common_heads:
            return length
    return 0


def _at(tokens: tuple[Token, ...], index: int, head: int, shouts: bool) -> Facility | None:
    last = tokens[index + head - 1]
    end = last.start + len(bare(last))
    if is_capital(tokens[index]) and not shouts:
        end = _clinic(tokens, index + head) or end
        return _with_name(tokens, index, end)
    return _without_name(tokens, index, head, end)


def _clinic(tokens: tuple[Token, ...], at: int) -> int:
    """Return where "Hospital" ends behind a head: "Harrow Medical College Hospital"; else 0."""
    joined = at < len(tokens) and tokens[at].start - tokens[at - 1].end == 1
    if not joined or not is_capital(tokens[at]) or tokens[at].lower not in words().treating:
        return 0
    return tokens[at].start + len(bare(tokens[at]))


def _with_name(tokens: tuple[Token, ...], index: int, end: int) -> Facility | None:
    """Read "Green Gate Zone": capitalised words up to a capitalised head."""
    first = index
    while first and index - first < _NAME and _continues(tokens[first - 1], tokens[first]):
        first -= 1
        if _is_saint(tokens, first):
            first -= 2
    after = index + 1 < len(tokens) and tokens[index + 1].start >= end and tokens[index + 1]
    if first == index or (after and is_capital(after) and first == 0):
        return None
    if tokens[first].lower in {"the", "a", "an"} | words().locative:
        first += 1
    if first >= index:
        return None
    name = " ".join(token.text for token in tokens[first:index]).replace(" .", ".") + " "
    head = " ".join(token.text for token in tokens[index:] if token.end <= end)
    if tokens[index].start >= end:
        head = bare(tokens[index])
    return Facility(tokens[first].start, end, (name + (head or bare(tokens[index]))).strip(), False)


def _is_saint(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "St." stands right before a name: "St. Bernard Avenue"."""
    dot = at > 1 and tokens[at - 1].text == "." and tokens[at - 1].start == tokens[at - 2].end
    return dot and tokens[at - 2].text in ("St", "Ste", "Ft", "Mt")


def _continues(before: Token, token: Token) -> bool:
    return (
        is_capital(before)
        and before.text[0].isalpha()
        and not is_possessive(before)
        and before.lower not in words().locative - {"of"}
        and token.start - before.end == 1
    )


def _without_name(tokens: tuple[Token, ...], index: int, head: int, end: int) -> Facility | None:
    """Read "his official residence", "the minister's home", "the home of the minister"."""
    noun = " ".join(bare(token).casefold() for token in tokens[index : index + head])
    if noun not in words().common_heads or not index:
        return None
    for first in range(index - 1, max(-1, index - 4), -1):
        before = tokens[first]
        if is_possessive(before) or before.lower in {"his", "her", "their", "the", "this", "its"}:
            start = _owner(tokens, first) if is_possessive(before) else first
            name = " ".join(token.text for token in tokens[start : index + head])
            return Facility(tokens[start].start, end, name, True)
        if not before.text.isalpha():
            return None
    return None


def _owner(tokens: tuple[Token, ...], index: int) -> int:
    """Return where the owner of "X's residence" starts."""
    first = index
    while first and index - first < _NAME:
        before = tokens[first - 1]
        if (
            is_capital(before) and before.text[0].isalpha() and not is_possessive(before)
        ) or before.lower in {"the", "prime", "interior", "foreign", "defence", "defense"}:
            first -= 1
        else:
            break
    return first
