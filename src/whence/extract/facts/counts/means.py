"""Counts without a verb of their own: "an attack with three drones", "the toll rose to 25"."""

from dataclasses import replace
from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.by_rank import by_rank
from whence.extract.facts.counts.custody import custody
from whence.extract.facts.counts.nobody import nobody
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.counts.unrelated import unrelated
from whence.extract.facts.language.predicates import AUXILIARIES, Predicate
from whence.extract.facts.language.quantities import exact, number
from whence.extract.facts.words import casualties, is_people, weapons
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_BEFORE = 8
"""Tokens before "with three drones" within which an attack must be named."""
_TOLL = 7
"""Tokens between "death toll" and its number."""
_TAKEN = 4
"""Tokens before "12 bodies" within which they are found."""
_RISEN = frozenset({"gone", "went", "risen", "rose", "grown", "grew", "climbed"})
_LIVES = frozenset({"lives", "life"})
_POSSIBLE = frozenset({"could", "would", "might", "may", "can", "will", "to", "not", "never"})
_CORPSES = frozenset({"bodies", "corpses"})


def told(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], bound: tuple[Bound, ...]
) -> tuple[Bound, ...]:
    """Return what a sentence counts beyond verbs with subjects and objects."""
    taken = {(b.counted.first, b.counted.last) for b in bound}
    found = [b for thing in things for b in _launched(tokens, thing, taken)]
    found.extend(_tolls(tokens, things))
    found.extend(by_rank(tokens))
    found.extend(unrelated(tokens))
    found.extend(nobody(tokens))
    found.extend(one for one in custody(tokens, things) if _free(one, bound))
    found.extend(_bodies(tokens, things, taken))
    found.extend(_lives(tokens, things))
    return tuple(found)


def _free(one: Bound, bound: tuple[Bound, ...]) -> bool:
    """Tell whether no verb has counted the same people in the same slot."""
    return all(one.slot != b.slot or one.counted.first != b.counted.first for b in bound)


def _launched(
    tokens: tuple[Token, ...], thing: Counted, taken: set[tuple[int, int]]
) -> list[Bound]:
    """Read the means of an attack, and the whole in "two of the three drones"."""
    if thing.kind != "munition" or thing.form in {"none", "ordinal"}:
        return []
    if thing.partitive:
        return _whole(tokens, thing)
    if (thing.first, thing.last) in taken or not thing.first:
        return []
    before = tokens[max(0, thing.first - _BEFORE) : thing.first]
    if before[-1].lower not in weapons().means - {"of", "from"}:
        return []
    clause = _last_clause(before)
    if not any(token.lower in weapons().attacking | weapons().attacks for token in clause):
        return []
    return [_bound("munitions_launched", thing, thing.first, thing.last)]


def _last_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].text in {";", ":", ".", "—"}:
            return tokens[index + 1 :]
    return tokens


def _bound(slot: str, thing: Counted, first: int, last: int) -> Bound:
    return Bound(slot, thing, Predicate(slot, first, last, "state", first), first, last)


def _whole(tokens: tuple[Token, ...], thing: Counted) -> list[Bound]:
    """Read the three of "two of the three drones": a whole that is taken as known."""
    for index in range(thing.first + 1, thing.last):
        if tokens[index].lower == "of":
            start = index + 2 if tokens[index + 1].lower == "the" else index + 1
            inner = number(tokens, start) if start < thing.last else None
            if inner is not None and inner.form in {"digits", "words"}:
                whole = replace(thing, first=start, quantity=inner.quantity, partitive=False)
                return [_bound("munitions_launched", whole, start, thing.last)]
            return []
    return []


@cache
def _toll_phrases() -> tuple[tuple[str, Phrases], ...]:
    words = casualties()
    return ("killed", phrases(words.tolls)), ("wounded", phrases(words.tolls_wounded))


def _tolls(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> list[Bound]:
    found: list[Bound] = []
    for index in range(len(tokens)):
        slot, after = _toll(tokens, index)
        if not slot:
            continue
        for thing in things:
            if not after <= thing.first <= after + _TOLL or thing.kind not in {"bare", "person"}:
                continue
            between = tokens[after : thing.first]
            if _links(between):
                risen = between[-1:] and between[-1].lower in _RISEN
                grown = _grown(thing) if risen else thing
                found.append(_bound(slot, grown, index, thing.last))
            break
    return found


def _toll(tokens: tuple[Token, ...], index: int) -> tuple[str, int]:
    """Return the slot of a toll at ``index``, and where its noun ends; "" without.

    "The number of injured" may be that of "the number of injured workers".
    """
    for slot, table in _toll_phrases():
        phrase, length = match(table, tokens, index)
        if length and (phrase != "toll" or _of_dead(tokens, index)):
            end = index + length
            named = end < len(tokens) and is_people(tokens[end].lower)
            return slot, end + 1 if named else end
    return "", index


def _links(between: tuple[Token, ...]) -> bool:
    """Tell whether a toll leads to its number: "rose to", "stands at", "gave the number as"."""
    words = [token.lower for token in between]
    if words[-1:] == ["as"]:
        words = words[:-1]
    return all(word in casualties().toll_links for word in words)


def _grown(thing: Counted) -> Counted:
    """Return the number to which a toll "has gone up to 13"."""
    number = thing.quantity
    if number.comparator != "at_most":
        return thing
    return replace(thing, quantity=exact(number.best or number.high or 0))


def _of_dead(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a toll counts the dead: "the human toll", "blast toll reaches 12"."""
    before = tokens[index - 1].lower if index else ""
    after = [token.lower for token in tokens[index + 1 : index + 3]]
    after = after[1:] if after[:1] in (["has"], ["had"]) else after
    event = before in {"the", "its"} | casualties().sent.events
    rose = event and bool(casualties().toll_rises & set(after[:1]))
    return before in {"death", "casualty", "human"} or rose


def _bodies(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], taken: set[tuple[int, int]]
) -> list[Bound]:
    """Read "the bodies of four people were found", "recovered 12 bodies": all of them are dead."""
    if not any(token.lower in casualties().bodies_found for token in tokens):
        return []
    found: list[Bound] = []
    for thing in things:
        before = [token.lower for token in tokens[max(0, thing.first - 2) : thing.first]]
        several = thing.kind == "person" and thing.quantity.best != 1
        if (
            several
            and before in (["bodies", "of"], ["remains", "of"])
            and (thing.first, thing.last) not in taken
        ):
            found.append(_bound("killed", thing, thing.first - 2, thing.last))
        counted = thing.form in {"digits", "words", "vague"} and thing.quantity.best != 1
        if counted and tokens[thing.last - 1].lower in _CORPSES and _come_to(tokens, thing):
            dead = replace(thing, kind="person", unit="people")
            found.append(_bound("killed", dead, thing.first, thing.last))
    return found


def _lives(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> list[Bound]:
    """Read "claimed 19 lives", not "could claim" or "saved"."""
    found: list[Bound] = []
    for thing in things:
        before = tokens[max(0, thing.first - 2) : thing.first]
        words = [token.lower for token in before]
        taken = words[-1:] and words[-1] in casualties().lives_taken
        real = not _POSSIBLE & set(words[:-1])
        lives = (
            thing.form in {"digits", "words", "vague"} and tokens[thing.last - 1].lower in _LIVES
        )
        lost = [token.lower for token in tokens[thing.last : thing.last + 2]] == ["were", "lost"]
        if lives and (lost or (taken and real)):
            dead = replace(thing, kind="person", unit="people")
            first, last = (thing.first, thing.last + 2) if lost else (thing.first - 1, thing.last)
            found.append(_bound("killed", dead, first, last))
    return found


def _come_to(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether bodies are found, and find nothing: "two regional bodies found fault"."""
    before = {token.lower for token in tokens[max(0, thing.first - _TAKEN) : thing.first]}
    last = _with_wounds(tokens, thing.last)
    after = tokens[last].lower if last < len(tokens) else ""
    return bool(before & casualties().bodies_found) or after in AUXILIARIES | {"have", "had"}


def _with_wounds(tokens: tuple[Token, ...], at: int) -> int:
    """Return where "with gunshot wounds" ends that starts at a token, else the token."""
    words = [token.lower for token in tokens[at : at + _TAKEN]]
    if words[:1] != ["with"]:
        return at
    wounds = casualties().wounds.nouns
    return next((at + n + 1 for n, word in enumerate(words) if word in wounds), at)
