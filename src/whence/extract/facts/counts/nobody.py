"""Nobody dead, nobody hurt: "no casualties", "no deaths or injuries", "no one was killed"."""

from collections.abc import Iterator

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import AUXILIARIES, Predicate
from whence.extract.facts.language.quantities import exact
from whence.extract.facts.words import casualties, is_people, numbers
from whence.extract.matching import match, phrases
from whence.extract.prose import Token

_PHRASE = 8
"""Tokens of "no reports of deaths or injuries" behind its "no"."""
_OPEN = 5
"""Tokens around the words in which "immediately" leaves open what may come."""
_VERB = 4
"""Tokens of "have yet been reported"."""
_HAVING = frozenset({"has", "have", "had"})
_ALTERNATIVE = frozenset({"or", "nor"})


def nobody(tokens: tuple[Token, ...]) -> tuple[Bound, ...]:
    """Return that nobody was killed, or hurt, where a sentence says so of everybody.

    "No immediate reports of casualties" says nothing of what may come, "no civilian casualties"
    and "no further injuries" nothing of all, and "no one was badly hurt" nothing of others.
    """
    found: list[Bound] = []
    for index, token in enumerate(tokens):
        if token.lower in casualties().nobody.opening:
            found.extend(_no_harm(tokens, index))
        found.extend(_no_one(tokens, index))
    return tuple(found)


def _no_harm(tokens: tuple[Token, ...], first: int) -> Iterator[Bound]:
    """Yield who was not harmed by "no" and nouns: "no reported deaths or injuries"."""
    words = casualties().nobody
    slots: list[str] = []
    at = last = first + 1
    if at >= len(tokens):
        return
    if tokens[first].lower == "without" and tokens[at].lower not in words.without:
        return  # "he escaped without injury"
    if first and tokens[first - 1].lower in words.own:
        return  # "the driver suffered no injuries", "the army had no casualties"
    end = min(len(tokens), first + 1 + _PHRASE)
    while at < end:
        slot, length = _harm(tokens, at)
        slots += slot
        if length:
            at = last = at + length
        elif _goes_on(tokens, at, bool(slots)):
            at += 1
        else:
            break
    if slots and not _left_open(tokens, first, last) and _of_all(tokens, last):
        yield from (_bound(slot, first, last) for slot in dict.fromkeys(slots))


def _goes_on(tokens: tuple[Token, ...], at: int, named: bool) -> bool:
    """Tell whether a token leads on to the first harm, or from one that is named to the next."""
    words = casualties().nobody
    if named:
        return tokens[at].lower in words.joining and _harm(tokens, at + 1)[1] > 0
    return tokens[at].lower in words.light


def _harm(tokens: tuple[Token, ...], at: int) -> tuple[list[str], int]:
    """Return which harms a noun at a token tells of, and how many tokens it has."""
    if at < len(tokens):
        for slots, nouns in casualties().nobody.nouns.items():
            _, length = match(phrases(nouns), tokens, at)
            if length:
                return slots.split(), length
    return [], 0


def _no_one(tokens: tuple[Token, ...], first: int) -> Iterator[Bound]:
    """Yield both harms of "no one was killed or injured": one verb tells of either."""
    _, length = match(phrases(numbers().none), tokens, first)
    at = first + length
    if not length or at >= len(tokens):
        return
    while (
        at < len(tokens) and tokens[at].lower in AUXILIARIES | _HAVING | casualties().nobody.light
    ):
        at += 1
    verbs = casualties().verbs
    told = {slot: frozenset(verbs[slot].both) for slot in ("killed", "wounded")}
    pair = tokens[at : at + 3]
    if at == first + length or len(pair) < 3 or pair[1].lower not in _ALTERNATIVE:
        return
    slots = [slot for word in (pair[0], pair[2]) for slot in told if word.lower in told[slot]]
    if len(set(slots)) > 1 and not _left_open(tokens, first, at + 3):
        yield from (_bound(slot, first, at + 3) for slot in slots)


def _left_open(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    near = tokens[max(0, first - _OPEN) : last + _OPEN]
    return any(token.lower in casualties().nobody.open for token in near)


def _of_all(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether nothing behind the nouns narrows them: "no casualties among its troops".

    A verb behind them must be one of being told or suffered: "no injuries are life-threatening".
    """
    words = casualties().nobody
    after = [token.lower for token in tokens[last : last + 1 + _VERB]]
    if after[:1] and (after[0] in words.narrowing or _counted(after[0])):
        return False
    if after[:1] and after[0] in AUXILIARIES | _HAVING:
        return bool(words.told & set(after[1:]))
    return True


def _counted(word: str) -> bool:
    """Tell whether a word means people: "no wounded guards" are not all."""
    return word not in casualties().nobody.joining and is_people(word)


def _bound(slot: str, first: int, last: int) -> Bound:
    thing = Counted(first, last, exact(0), "person", "people", "none")
    return Bound(slot, thing, Predicate(slot, first, last, "state", first), first, last)
