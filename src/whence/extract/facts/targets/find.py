"""At whom or what it was aimed."""

from functools import cache

from whence.extract.facts.build import Draft
from whence.extract.facts.targets.condition import Person, condition
from whence.extract.facts.targets.kind import SLOT as KIND
from whence.extract.facts.targets.kind import target_kind
from whence.extract.facts.targets.not_struck import by_the_law, in_words
from whence.extract.facts.targets.sufferers import LONGEST, sufferers, suits
from whence.extract.facts.targets.words import (
    is_name,
    plain_word,
    target_words,
)
from whence.extract.lexicon import closed
from whence.extract.matching import Pattern, pattern, pattern_at
from whence.extract.place.gazetteer import is_land
from whence.extract.possessives import is_owner
from whence.extract.prose import Prose, Sentence, Token, tokenize

_TITLES = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "maj"})
_HEADS_OF_GOVERNMENT = frozenset({"minister", "premier", "pm"})
"""Words for one office: "PM" in a title is "the prime minister" in the text."""


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(pattern(text) for text in target_words().before)


@cache
def _starts() -> frozenset[str]:
    return frozenset(word for one in _patterns() for word in one[0] or ())


def targets(prose: Prose, inside: frozenset[int]) -> tuple[Draft, ...]:
    """Return targets, their kinds and, for a person, the condition; from sentences ``inside``."""
    found: list[tuple[Sentence, int, int]] = []
    for index, sentence in enumerate(prose.sentences):
        if index in inside:
            found.extend((sentence, *where) for where in _named(sentence.tokens))
    drafts = [draft for where in found for draft in _drafts(prose, *where)]
    person = _person(found, prose)
    if person.names or person.offices:
        for index, sentence in enumerate(prose.sentences):
            if index in inside:
                drafts.extend(condition(prose, sentence, person))
    return tuple(drafts)


def _named(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for index in range(len(tokens)):
        starting = tokens[index].lower in _starts()
        starting = starting and not (_describes(tokens, index) or _is_blamed(tokens, index))
        starting = starting and not by_the_law(tokens, index)
        starts = [pattern_at(one, tokens, index, 2) for one in _patterns()] if starting else []
        for start in sorted({start for start in starts if start})[-1:]:
            phrase = _phrase(tokens, start)
            if phrase is not None and not in_words(tokens, index, phrase[1]):
                found.append(phrase)
        found.extend(sufferers(tokens, index))
    return sorted(set(found))


def _describes(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a verb only describes: "the murdered leader's car", "who murdered the leader".

    By whom somebody is known for having murdered, another incident is told.
    """
    before = tokens[index - 1].lower if index else ""
    if tokens[index].lower not in target_words().suffered:
        return False
    return before in closed("determiners") or before in {"who", "that", "which"}


def _is_blamed(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a deed is laid to somebody: "blamed the bombing on X" tells no bombing of X."""
    for token in reversed(tokens[max(0, index - _BLAME) : index]):
        if token.lower.startswith(_BLAMES):
            return True
        if token.lower in closed("prepositions") or not token.text[0].isalnum():
            return False
    return False


_BLAMES = ("blam", "pinned", "pinning")
_BLAME = 5
"""Tokens before a deed in which it may be told that it is laid to somebody."""


def _phrase(tokens: tuple[Token, ...], start: int) -> tuple[int, int] | None:
    """Return the noun phrase at ``start`` when it can be a target."""
    last = start
    while last < min(len(tokens), start + LONGEST):
        token = tokens[last]
        if token.text == "." and last > start and _shortened(tokens[last - 1]):
            last += 1
            continue
        if (
            token.lower in closed("target_stops")
            or token.lower.endswith("ly")
            or not (token.text[0].isalnum() or token.text[0] in "‘'’")
        ):
            break
        last += 1
        if _ends_there(tokens, last - 1):
            break
    while last > start and tokens[last - 1].lower in {"of", "the", "a", "an", "his", "her"}:
        last -= 1
    if last == start or _attributive(tokens, start, last):
        return None
    return (start, last) if suits(tokens[start:last]) else None


def _shortened(token: Token) -> bool:
    """Tell whether a full stop behind a word ends no sentence: "Dr.", "Ana R. Ruiz"."""
    initial = len(token.text) == 1 and token.text.isupper()
    return initial or token.lower in _TITLES


def _attributive(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    """Tell whether a name only says of which sort somebody is: "the murder of a Harrow family"."""
    opens = tokens[start].lower in {"a", "an"}
    following = tokens[last] if last < len(tokens) else None
    goes_on = following is not None and following.text.isalpha() and following.text.islower()
    bare = all(is_name(token) for token in tokens[start + 1 : last])
    return opens and goes_on and bare


def _ends_there(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the phrase ends at its head noun: a word that is no noun of ours follows."""
    if plain_word(tokens[index]) not in target_words().things or is_owner(tokens[index]):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.text.islower() or after.lower == "of":
        return False
    return plain_word(after) not in target_words().things and not is_name(after)


def _drafts(prose: Prose, sentence: Sentence, first: int, last: int) -> list[Draft]:
    """Return the target and, where its words tell it, of what kind it is."""
    tokens = sentence.tokens
    kind = target_kind(tokens, first, last)
    while last - first > 1 and _plain(tokens[first:last]):
        first += 1
    span = prose.span(tokens[first].start, tokens[last - 1].end)
    value = " ".join(span.text.split())
    if is_owner(tokens[last - 1]):
        value = value[: -len("'s")]
    found = [Draft(slot="target", value=value, spans=(span,))]
    return [*found, Draft(slot=KIND, value=kind, spans=(span,))] if kind else found


def _plain(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a phrase opens with a word that is no part of a name ("reporter Ann Lee")."""
    first = tokens[0]
    if first.lower in {"the", "a", "an", "his", "her", "their"}:
        return True
    return first.text in target_words().occupations and all(is_name(token) for token in tokens[1:])


def _person(found: list[tuple[Sentence, int, int]], prose: Prose) -> Person:
    """Return how the target person is called; with no person named in the text, by the title."""
    names, offices = _called([sentence.tokens[first:last] for sentence, first, last in found])
    if not names and not offices:
        title = tokenize(prose.document.title or "")
        names, offices = _called([title[first:last] for first, last in _named(title)])
        titles = [s.tokens for s in prose.sentences if prose.block_kind(s.start) == "title"]
        words = {plain_word(t) for tokens in (title, *titles) for t in tokens}
        offices |= words & target_words().persons
    if offices & _HEADS_OF_GOVERNMENT:
        offices |= _HEADS_OF_GOVERNMENT
    return Person(frozenset(names - target_words().things - {"prime"}), frozenset(offices))


def _called(named: list[tuple[Token, ...]]) -> tuple[set[str], set[str]]:
    """Return the names and the offices in the phrases that name a target."""
    names: set[str] = set()
    offices: set[str] = set()
    for tokens in named:
        here = {plain_word(token) for token in tokens} & target_words().persons
        offices |= here
        if here or not any(plain_word(token) in target_words().things for token in tokens):
            names |= {
                plain_word(t)
                for t in tokens
                if is_name(t) and len(t.text) > 3 and not is_land(plain_word(t))
            }
    return names, offices
