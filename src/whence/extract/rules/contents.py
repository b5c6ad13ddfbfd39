"""What was said: the words that belong to a cue, right of it, left of it, or around it."""

from dataclasses import dataclass

from whence.extract.lexicon import closed
from whence.extract.prose import Token
from whence.extract.rules import adjuncts
from whence.extract.rules.phrases import verb_like
from whence.extract.rules.subjects import Subject
from whence.extract.rules.units import QUOTE, Unit

_JUDGING = frozenset({"condemn", "accuse", "deny", "reject", "retract"})
"""Families of cues whose object is done already: what follows it tells how they judged it."""
_HANDED_ON = frozenset({"quote", "record"})
_OWNING = frozenset({"claim", "admit", "confirm"})
"""Families of cues whose content is a clause or a noun."""
_OPENS = frozenset({QUOTE, "that", "to", "having"})
_EDGE = frozenset({",", ";", ":", "—", "–", "--", ".", "“", "”", '"', "‘", "’"})


@dataclass(frozen=True, slots=True)
class Said:
    """A cue in a unit: token ranges of source and cue, and what sort of cue it is.

    ``subject`` is None for "according to" and for inverted order; ``inverted`` tells "said X",
    ``passive`` "was condemned by X", whose content is the subject, and ``quoted`` the one whom it
    quotes ("B was quoted by A as saying"). ``ends`` is the token index at
    which the next cue of the same speaker takes over. ``impersonal`` tells "it is rumoured that",
    which nobody is said to say.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    family: str
    clausal: bool
    subject: Subject | None = None
    inverted: bool = False
    participle: bool = False
    passive: bool = False
    ends: int | None = None
    impersonal: bool = False
    quoted: tuple[int, int] | None = None


def _range(tokens: tuple[Token, ...], low: int, high: int) -> tuple[int, int] | None:
    """Return characters [start, end) of tokens [low, high) without marks at the edges."""
    while low < high and tokens[low].lower in _EDGE:
        low += 1
    while high > low and tokens[high - 1].lower in _EDGE:
        high -= 1
    words = [
        token for token in tokens[low:high] if token.lower[0].isalnum() or token.lower == QUOTE
    ]
    return (tokens[low].start, tokens[high - 1].end) if words else None


def addressee(unit: Unit, text: str, cue_end: int) -> int:
    """Return the token index after the one who was told ("told Reuters that")."""
    tokens = unit.tokens
    index = cue_end
    while index < len(tokens) and index - cue_end < 9:
        token = tokens[index]
        if token.lower in {"that", QUOTE, ",", ":", "."}:
            return index
        rest = adjuncts.skip(text, token.start, unit.end)
        if rest > token.start:
            return index
        starts_clause = index > cue_end and token.lower in closed("told_clause")
        if starts_clause and tokens[index - 1].lower not in {"of", "at", "from", "for", "to"}:
            return index
        if index > cue_end and token.text[:1].islower() and _spoken_to(tokens[index - 1]):
            named_body = token.lower in {"news", "agency", "television", "newspaper", "and"}
            if not named_body:
                return index
        index += 1
    return index


def _spoken_to(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower in {
        "reporters", "journalists", "him", "her", "them", "us", "me", "lawmakers", "it", "agency",
    }  # fmt: skip


def right_of(unit: Unit, text: str, said: Said) -> tuple[int, int] | None:
    """Return the characters of the content after the cue, or None when nothing follows."""
    tokens = unit.tokens
    limit = said.ends if said.ends is not None else len(tokens)
    index = said.cue[1] if not said.inverted or said.source is None else said.source[1]
    if said.family in {"tell"} or (said.clausal and tokens[said.cue[0]].lower in {"assured"}):
        index = addressee(unit, text, index)
    if index >= limit:
        return None
    position = adjuncts.skip(text, tokens[index].start, unit.end) if said.clausal else -1
    while index < limit and tokens[index].start < position:
        index += 1
    while index < limit and tokens[index].lower in _EDGE:
        index += 1
    if said.family in _OWNING:
        end = _clause_end(tokens, index, limit)
        if not any(verb_like(token) or token.lower in _OPENS for token in tokens[index:end]):
            limit = end  # "claimed the raid, although": a noun, no clause
    return _range(tokens, index, limit)


def detached(unit: Unit, text: str, said: Said) -> bool:
    """Tell whether what follows the cue is set off by a comma: "..., he said, ..."."""
    tokens = unit.tokens
    index = said.cue[1] if not said.inverted or said.source is None else said.source[1]
    if said.family == "tell":
        index = addressee(unit, text, index)
    position = adjuncts.skip(text, tokens[index].start, unit.end) if index < len(tokens) else 0
    while index < len(tokens) and tokens[index].start < position:
        index += 1
    return index >= len(tokens) or tokens[index].lower in {",", ".", ";", "—", "–", "-"}


def left_of(unit: Unit, said: Said, floor: int = 0) -> tuple[int, int] | None:
    """Return the characters of the content before the subject (from token ``floor`` on)."""
    start = said.cue[0] if said.subject is None else said.subject.left
    if said.source is not None and said.subject is None and not said.inverted:
        start = min(said.source[0], said.cue[0])
    found = _range(unit.tokens, floor, start)
    return found if found and found[1] - found[0] > 3 else None


def object_of(unit: Unit, text: str, said: Said) -> tuple[int, int] | None:
    """Return the characters of the object of an act: up to the end of its clause.

    How somebody judged ("condemned it within the hour") is no part of what he judged.
    """
    tokens = unit.tokens
    limit = said.ends if said.ends is not None else len(tokens)
    limit = _clause_end(tokens, said.cue[1], limit, handed_on=said.family in _HANDED_ON)
    found = _range(tokens, said.cue[1], limit)
    if found is None or said.family not in _JUDGING:
        return found
    return found[0], adjuncts.without_manner(text, *found)


def _clause_end(
    tokens: tuple[Token, ...], first: int, limit: int, *, handed_on: bool = False
) -> int:
    """Return where the clause ends whose object begins at ``first``: before another or its verb.

    What is quoted or recorded (``handed_on``) goes on with a verb: "cited a nun, reported that".
    """
    clause = handed_on
    for index in range(first, limit):
        low = tokens[index].lower
        after = tokens[index + 1].lower if index + 1 < limit else ""
        if low in {";", "—", "–"} or (low == "," and after in closed("clause_breaks")):
            return index
        if low in {"while", "although", "but", "whereas"} and index > first + 1:
            return index
        clause = clause or verb_like(tokens[index])
        if clause or index == first or low not in {",", "and"} or not after:
            continue
        if verb_like(tokens[index + 1]) and not _that_follows(tokens, index, limit):
            return index  # but "a claim, made on Friday, that ..."
    return limit


def _that_follows(tokens: tuple[Token, ...], first: int, limit: int) -> bool:
    """Tell whether a comma and "that" follow: what stands before them was an aside."""
    pairs = zip(tokens[first + 1 : limit - 1], tokens[first + 2 : limit], strict=True)
    return any(one.lower == "," and other.lower == "that" for one, other in pairs)
