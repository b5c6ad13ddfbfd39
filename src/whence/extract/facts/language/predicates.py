"""Verbs and states that a number may be bound to, and their voice."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from whence.extract.facts.language.counterfactual import unreal
from whence.extract.facts.language.plural_verbs import has_plural_subject
from whence.extract.facts.language.suffering import suffering
from whence.extract.facts.words import Verbs, casualties, numbers, weapons
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

Voice = Literal["passive", "past", "active", "intransitive", "state", "subject"]
AUXILIARIES = frozenset(
    [
        "was",
        "were",
        "been",
        "being",
        "is",
        "are",
        "be",
        "got",
        "get",
        "gets",
        "'re",
        "'s",
    ]  # "'re" as some scripts write it
)
_PLURAL_ONLY = frozenset({"were", "are"})
_SINGULAR_ONLY = frozenset({"was", "is"})
_NEGATIONS = frozenset({"not", "never", "n't", "wasn't", "weren't", "wasn’t", "weren’t", "neither"})
_POSSIBLE = frozenset(
    {"could", "would", "might", "may", "can", "should", "will", "if", "to", "attempted"}
)
_VOICES: dict[str, Voice] = {
    "both": "past",
    "active": "active",
    "plural": "active",
    "intransitive": "intransitive",
    "state": "state",
    "subject": "subject",
}
_ADVERBS = frozenset(
    [
        "also",
        "both",
        "each",
        "all",
        "then",
        "later",
        "since",
        "still",
        "now",
        "feared",
        "believed",
        "presumed",
        "reported",
        "confirmed",
        "found",
        "left",
    ]
)
_DIED = ("confirmed", "reported", "known", "said", "feared", "believed", "thought", "presumed")
"""Participles before "to have been killed" that tell it as it happened, or may have."""
_LIGHT = 4
"""Tokens (adverbs) that may stand between an auxiliary and its participle."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or state over tokens [first, last) that fills ``slot``; ``start`` is its auxiliary.

    ``number`` is "plural" or "singular" where the auxiliary tells. ``possible`` marks what only
    may, would or will happen.
    """

    slot: str
    first: int
    last: int
    voice: Voice
    start: int
    number: str = ""
    negated: bool = False
    possible: bool = False


@cache
def _tables() -> tuple[tuple[str, str, Phrases], ...]:
    rows: list[tuple[str, str, Phrases]] = []
    slots = dict(casualties().verbs)
    slots.update({f"munitions_{name}": verbs for name, verbs in weapons().munitions.items()})
    for slot, verbs in slots.items():
        for form in Verbs.__struct_fields__:
            rows.append((slot, form, phrases(getattr(verbs, form))))
    return tuple(rows)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for _, _, table in _tables() for word in table)


@cache
def _plurals() -> frozenset[str]:
    return frozenset(word for _, form, table in _tables() if form == "plural" for word in table)


def predicates(tokens: tuple[Token, ...]) -> tuple[Predicate, ...]:
    """Return the predicates of a sentence in their order; of two at one place the longer."""
    found: list[Predicate] = []
    for index in range(len(tokens)):
        wound = suffering(tokens, index)
        if wound is not None and not any(p.first < index < p.last for p in found):
            slot, last = wound
            told = "treated" if slot == "wounded" else slot
            found.append(_voiced(tokens, (told, "intransitive"), index, last))
            continue
        if tokens[index].lower not in _first_words():
            continue
        here: list[tuple[int, str, str]] = []
        for slot, form, table in _tables():
            _, length = match(table, tokens, index)
            if form == "plural" and length and not has_plural_subject(tokens, index, _plurals()):
                continue
            if length:
                here.append((length, slot, form))
        longest = max((length for length, _, _ in here), default=0)
        if any(p.first < index < p.last for p in found):
            continue
        found.extend(
            _voiced(tokens, (slot, form), index, index + length)
            for length, slot, form in here
            if length == longest
        )
    return tuple(found)


def _voiced(tokens: tuple[Token, ...], what: tuple[str, str], first: int, last: int) -> Predicate:
    slot, form = what
    start = _auxiliary(tokens, first)
    edge = first if start is None else start
    near = tokens[max(0, edge - 2) : first]
    before = {token.lower for token in near}
    if tokens[first - 1].text[0].isdigit() or tokens[first - 1].lower in numbers().cardinals:
        before -= {"to"}  # "left up to 40 dead"
    if start is not None and tokens[start + 1].lower in _DIED:
        before -= {"to"}  # "were confirmed to have been shot"
    told = [token.lower for token in tokens[max(0, first - 2) : first]]
    if told[1:] == ["to"] and told[0] in _DIED and tokens[first].lower == "have":
        before -= {"to"}  # "31 people are known to have died"
    if tokens[last - 1].lower == "of":
        before -= {"to"}  # "pleaded guilty to the murders of"
    negated = bool(before & _NEGATIONS)
    possible = bool(before & _POSSIBLE) and not any(token.text == "May" for token in near)
    possible = possible or unreal(tokens, edge)
    voice = _VOICES[form]
    if voice == "past" and start is not None:
        voice = "passive"
    number = ""
    if start is not None:
        word = tokens[start].lower
        number = "plural" if word in _PLURAL_ONLY else ""
        number = "singular" if word in _SINGULAR_ONLY else number
    return Predicate(
        slot, first, last, voice, first if start is None else start, number, negated, possible
    )


def _auxiliary(tokens: tuple[Token, ...], first: int) -> int | None:
    """Return the auxiliary that governs a participle, through adverbs and "intercepted and"."""
    index = first - 1
    steps = 0
    while index >= 0 and steps < _LIGHT:
        lower = tokens[index].lower
        if lower in AUXILIARIES:
            return _first_auxiliary(tokens, index)
        is_light = lower.endswith("ly") or lower in _NEGATIONS | _ADVERBS
        if not is_light and not _coordinated(tokens, index):
            return None
        index -= 1
        steps += 1
    return None


def _coordinated(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether "and" or a participle stands between ("were intercepted and downed")."""
    if tokens[index].lower in {"and", "or"}:
        return index > 0 and tokens[index - 1].lower.endswith("ed")
    return (
        tokens[index].lower.endswith("ed")
        and index + 1 < len(tokens)
        and (tokens[index + 1].lower in {"and", "or"})
    )


def _first_auxiliary(tokens: tuple[Token, ...], index: int) -> int:
    """Return the first of "have been", "had been", "were being"."""
    start = index
    while start and tokens[start - 1].lower in AUXILIARIES | {"have", "has", "had", "having"}:
        start -= 1
    return _reported(tokens, start)


def _reported(tokens: tuple[Token, ...], start: int) -> int:
    """Return where "were confirmed to have been" starts, else ``start``."""
    words = [token.lower for token in tokens[max(0, start - 3) : start + 1]]
    told = words[1:] in [[said, "to", "have"] for said in _DIED] and words[0] in AUXILIARIES
    return start - 3 if told else start
