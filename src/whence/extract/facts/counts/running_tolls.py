"""Tolls told in passing: "taking the dead to seven", "the dead number 28, and the wounded 71"."""

from dataclasses import dataclass
from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.words import RunningWords, casualties
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_BEFORE = 5
"""Tokens before a toll within which the verb that carries it stands ("taking to two the dead")."""
_REACH = 8
"""Tokens behind a toll, its verb among them, within which its number stands."""
_ASIDE = frozenset({"in", "of", "from", "among", "for", "the", "dead"})
"""What may part a toll from "to": "bringing the total of dead to five", "deaths from it to two"."""
_PLACED = 4
"""Tokens of such an aside."""
_BE = frozenset({"are", "were"})
_PLACING = frozenset({"of", "in", "from", "at", "on", "by"})
"""What opens an aside behind a toll: "the dead of the twentieth", "the wounded in the raid"."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A toll over tokens [first, last), and what it counts."""

    first: int
    last: int
    slot: str


def _words() -> RunningWords:
    return casualties().running


@cache
def _dead() -> Phrases:
    return phrases([*casualties().tolls, *_words().dead])


@cache
def _hurt() -> Phrases:
    return phrases([*casualties().tolls_wounded, *_words().hurt])


@cache
def _sums() -> Phrases:
    return phrases(_words().sums)


def running_tolls(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], before: tuple[Token, ...]
) -> tuple[Bound, ...]:
    """Return the tolls that a sentence carries to a number, or says to be one.

    "The total" counts whoever died by the sentence itself or by the one before it.
    """
    heads = _heads(tokens, before)
    ends = [head.first for head in heads[1:]] + [len(tokens)]
    found: list[Bound] = []
    for head, end in zip(heads, ends, strict=False):
        carried = _carrier(tokens, head)
        bound = None
        if carried is not None:
            bound = _upended(tokens, things, head, carried) or _carried(
                tokens[:end], things, head, carried
            )
        elif tokens[head.first].lower in {"the", "its", "their"}:
            bound = _stands(tokens[:end], things, head) or _beside(tokens, things, head, found)
        if bound is not None:
            found.append(bound)
    return tuple(found)


def _heads(tokens: tuple[Token, ...], before: tuple[Token, ...]) -> list[_Head]:
    found: list[_Head] = []
    at = 0
    while at < len(tokens):
        length, slot = max(
            (match(_dead(), tokens, at)[1], "killed"), (match(_hurt(), tokens, at)[1], "wounded")
        )
        if not length and (length := match(_sums(), tokens, at)[1]):
            slot = "killed"
            after = tokens[at + length].lower if at + length < len(tokens) else ""
            if after in {"number", "of"} or not _deaths_alone((*before, *tokens[:at])):
                length = 0
        if length:
            found.append(_Head(at, at + length, slot))
        at += max(1, length)
    return found


def _deaths_alone(tokens: tuple[Token, ...]) -> bool:
    """Tell whether words tell of deaths, and of nobody hurt."""
    told = {token.lower for token in tokens}
    return bool(told & _dying()) and not told & {"wounded", "injured", "hurt"}


@cache
def _dying() -> frozenset[str]:
    rows = casualties().verbs["killed"]
    words = {"succumbed", *rows.state, *rows.intransitive, *rows.both}
    return frozenset(word for word in words if " " not in word)


def _carrier(tokens: tuple[Token, ...], head: _Head) -> int | None:
    """Return where a verb that carries a toll stands before it, None where none does."""
    for index in range(head.first - 1, max(-1, head.first - 1 - _BEFORE), -1):
        if tokens[index].lower in _words().carrying:
            return index
        if tokens[index].text in {",", ";", ":"}:
            return None
    return None


def _upended(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head, verb: int
) -> Bound | None:
    """Read "taking to two the number of dead"."""
    within = [one for one in things if verb < one.first < head.first]
    if len(within) != 1 or tokens[within[0].first - 1].lower != "to":
        return None
    thing = _bare(tokens, within[0].first)
    return _bound(head.slot, thing, verb, head.last) if thing is not None else None


def _carried(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head, verb: int
) -> Bound | None:
    """Read "bringing the total to five", "took the death toll from two to four"."""
    if any(verb < one.first < head.first for one in things):
        return None
    thing = _behind(tokens, things, head, {"to"})
    if thing is None:
        return None
    between = [token.lower for token in tokens[head.last : thing.first]]
    old = [one for one in things if head.last <= one.first < thing.first]
    free = _ASIDE | _words().light
    parted = [word for word in between if word not in free]
    if len(old) > 1 or (len(parted) > _PLACED and not old):
        return None
    return _bound(head.slot, thing, verb, thing.last)


def _behind(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head, links: set[str]
) -> Counted | None:
    """Return the first number behind a toll that one of ``links`` leads to."""
    for thing in things:
        within = head.last < thing.first <= head.last + _REACH and thing.last <= len(tokens)
        if within and _counts(thing):
            index = thing.first - 1
            while index > head.last and tokens[index].lower in {"at", "least", "about", "some"}:
                index -= 1
            if tokens[index].lower in links:
                return thing
    return None


def _stands(tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head) -> Bound | None:
    """Read "the dead number 28", "the dead now are 14", "the wounded came to nine"."""
    links = _words().standing | _words().light
    start = at = _behind_aside(tokens, head)
    while at < len(tokens) and tokens[at].lower in links:
        at += 1
    between = {token.lower for token in tokens[start:at]}
    verbs = between & _words().standing
    if not verbs or (verbs <= _BE and "now" not in between and not _alone(tokens, head, at)):
        return None
    thing = next((one for one in things if one.first == at), None) or _bare(tokens, at)
    if thing is None or not _counts(thing):
        return None
    return _bound(head.slot, thing, head.first, thing.last)


def _behind_aside(tokens: tuple[Token, ...], head: _Head) -> int:
    """Return where the verb of a toll is looked for: behind "the dead of Sunday", "in the raid"."""
    if head.last >= len(tokens) or tokens[head.last].lower not in _PLACING:
        return head.last
    for at in range(head.last + 1, min(len(tokens), head.last + _REACH)):
        word = tokens[at].lower
        if word in _words().standing:
            return at
        if not word[0].isalnum():
            break
    return head.last


def _alone(tokens: tuple[Token, ...], head: _Head, at: int) -> bool:
    """Tell whether a number by itself closes "the dead are 14": ages stand beside each other.

    "The dead were 19 and 23" tells their ages, and so does "both of the dead were 30".
    """
    read = number(tokens[at : at + _REACH], 0) if at < len(tokens) else None
    if read is None or (head.first and tokens[head.first - 1].lower == "of"):
        return False
    after = [token.lower for token in tokens[at + read.last : at + read.last + 2]]
    if after[:1] in ([], ["."], [";"]):
        return True
    more = number(tokens[at + read.last + 1 :][:_REACH], 0) if after[1:] else None
    return after[0] in {",", "and"} and (more is None or more.at > 0)


def _bare(tokens: tuple[Token, ...], at: int) -> Counted | None:
    """Return the number at a token by itself, whatever stands before it ("number 28")."""
    read = number(tokens[at : at + _REACH], 0) if at < len(tokens) else None
    if read is None or read.form not in {"digits", "words"}:
        return None
    return Counted(at, at + read.last, read.quantity, "bare", "", read.form)


def _beside(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head, found: list[Bound]
) -> Bound | None:
    """Read "and the wounded to five" behind a toll that its own verb carries."""
    if not found or tokens[head.first - 1].lower not in {"and", ","} or not head.first:
        return None
    gap = head.first - found[-1].last
    thing = next((one for one in things if one.first >= head.last), None)
    if gap > 2 or thing is None or not _counts(thing):
        return None
    between = {token.lower for token in tokens[head.last : thing.first]}
    return _bound(head.slot, thing, head.first, thing.last) if between <= {"to", "at"} else None


def _counts(thing: Counted) -> bool:
    return thing.form in {"digits", "words"} and (
        thing.kind == "bare" or (thing.kind == "person" and general(thing.unit))
    )


def _bound(slot: str, thing: Counted, first: int, last: int) -> Bound:
    first, last = min(first, thing.first), max(last, thing.last)
    return Bound(slot, thing, Predicate(slot, first, last, "state", first), first, last)
