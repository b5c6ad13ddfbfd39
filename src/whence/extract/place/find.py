"""Place mentions: names of the gazetteer and facilities by their head nouns."""

from dataclasses import dataclass

from whence.extract.place.facilities import Facility, facilities
from whence.extract.place.gazetteer import (
    LONGEST,
    Place,
    capital_of,
    choose,
    country_names,
    demonyms,
    fold,
    lookup,
)
from whence.extract.place.words import bare, is_capital, is_possessive, words
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.time.words import words as time_words
from whence.model.reading import Mention

_WELL_KNOWN = 1000
"""Thousands of people: a city this large is a place even where a person bears its name."""
_SHOUTING = 0.7
"""Share of capitals among the letters from which a text is in capitals throughout (old wires)."""


@dataclass(frozen=True)
class _Page:
    """What is known of the whole text: countries it names, surnames in it, whether it shouts."""

    context: frozenset[str]
    surnames: frozenset[str]
    shouts: bool


def find(prose: Prose) -> tuple[Mention, ...]:
    """Return the places that the text mentions, in its order; ``value`` is "City, Country".

    A place inside the name of a person or an organisation is none. One name that cannot be
    resolved never empties the rest. Linear in the text's length.
    """
    page = _page(prose)
    mentions: list[Mention] = []
    for sentence in prose.sentences:
        taken = facilities(sentence, page.shouts)
        for facility in taken:
            span = prose.span(facility.start, facility.end)
            mentions.append(Mention(kind="place", span=span, value=facility.name))
        mentions.extend(_named(prose, sentence, page, taken))
    return tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))


def _page(prose: Prose) -> _Page:
    letters = [c for c in prose.text if c.isalpha()]
    shouts = bool(letters) and sum(c.isupper() for c in letters) > _SHOUTING * len(letters)
    context: set[str] = set()
    surnames: set[str] = set()
    for sentence in prose.sentences:
        previous: Token | None = None
        for token in sentence.tokens:
            name = fold(bare(token))
            if is_capital(token):
                context.update(_codes(name))
                if previous is not None and _is_given_name(previous, sentence):
                    surnames.add(name)
            previous = token
    return _Page(frozenset(context), frozenset(surnames), shouts)


def _codes(name: str) -> list[str]:
    found = [place.country for place in lookup(name)[:1] if place.kind == "country"]
    return found + ([demonyms()[name]] if name in demonyms() else [])


def _is_given_name(token: Token, sentence: Sentence) -> bool:
    """Tell whether a word before a capitalised one makes that a person's surname."""
    if token.lower.rstrip(".") in words().persons:
        return True
    if not is_capital(token) or token is sentence.tokens[0] or is_possessive(token):
        return False
    name = fold(token.text)
    known = name in words().directions or name in words().locative or name in demonyms()
    return not known and token.text.isalpha() and not lookup(name)


def _named(
    prose: Prose, sentence: Sentence, page: _Page, taken: tuple[Facility, ...]
) -> list[Mention]:
    tokens = sentence.tokens
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        told = _told(tokens, index)
        if told is not None:
            span = prose.span(tokens[told[0]].start, tokens[told[1] - 1].end)
            value = " ".join(bare(token) for token in tokens[told[0] : told[1]])
            found.append(Mention(kind="place", span=span, value=value))
            index = told[1]
            continue
        length, place = _capital(tokens, index)
        if place is None:
            length, place = _longest(sentence, index, page)
        first, last = tokens[index], tokens[index + max(length, 1) - 1]
        inside = any(f.start <= first.start and last.end <= f.end for f in taken)
        if place is not None and (not inside or is_possessive(last)):
            span = prose.span(first.start, first.start + _bare_length(first, last))
            found.append(Mention(kind="place", span=span, value=label(place)))
        index += max(length, 1)
    return found


def _told(tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Return the name in "the port city of X" where no gazetteer has it: the text says what it is.

    No country is given to it: none is known.
    """
    if tokens[index].lower not in words().settlements or index + 2 >= len(tokens):
        return None
    if tokens[index + 1].lower != "of" or not is_capital(tokens[index + 2]):
        return None
    first = last = index + 2
    while last < len(tokens) and is_capital(tokens[last]) and tokens[last].text.isalpha():
        last += 1
    name = fold(" ".join(bare(token) for token in tokens[first:last]))
    return (first, last) if last > first and not lookup(name) else None


def _capital(tokens: tuple[Token, ...], index: int) -> tuple[int, Place | None]:
    """Read "the Iraqi capital" and "France's capital" as the city that is meant."""
    if index + 1 >= len(tokens) or bare(tokens[index + 1]).casefold() != "capital":
        return 0, None
    name = fold(bare(tokens[index]))
    code = demonyms().get(name)
    if code is None and is_possessive(tokens[index]):
        code = next((p.country for p in lookup(name)[:1] if p.kind == "country"), None)
    return (2, capital_of(code)) if code else (0, None)


def _bare_length(first: Token, last: Token) -> int:
    return last.start + len(bare(last)) - first.start


def label(place: Place) -> str:
    """Return how a place is written as a value: "City, Country", "Region, Country", "Country"."""
    country = country_names().get(place.country, place.country)
    return country if place.kind == "country" else f"{place.name}, {country}"


def _longest(sentence: Sentence, index: int, page: _Page) -> tuple[int, Place | None]:
    """Return the longest name at ``index`` as (tokens, place); (0, None) where none stands."""
    tokens = sentence.tokens
    if not is_capital(tokens[index]):
        return 0, None
    for length in range(min(LONGEST, len(tokens) - index), 0, -1):
        part = tokens[index : index + length]
        if not is_capital(part[-1]):
            continue
        name = fold(" ".join(token.text for token in part[:-1]) + " " + bare(part[-1]))
        candidates = tuple(place for place in lookup(name) if place.country in country_names())
        if not candidates:
            continue
        stated = _stated(tokens, index + length, candidates)
        place = stated or choose(candidates, page.context)
        if place and _is_place(sentence, (index, index + length), place, page, bool(stated)):
            return length, place
    return 0, None


def _stated(tokens: tuple[Token, ...], after: int, candidates: tuple[Place, ...]) -> Place | None:
    """Return the candidate whose region or country stands after a comma ("Paris, Texas")."""
    if after + 1 >= len(tokens) or tokens[after].text != ",":
        return None
    for length in (3, 2, 1):
        outer = fold(" ".join(bare(token) for token in tokens[after + 1 : after + 1 + length]))
        for place in candidates:
            country = country_names().get(place.country, "")
            wider = {fold(place.region), fold(country)} - {""}
            same_state = [p for p in lookup(outer)[:1] if p.kind == "country"]
            if outer in wider or any(p.country == place.country for p in same_state):
                return place
    return None


def _is_place(
    sentence: Sentence, at: tuple[int, int], place: Place, page: _Page, stated: bool
) -> bool:
    """Tell whether a name of the gazetteer is meant as a place here."""
    tokens = sentence.tokens
    before = tokens[at[0] - 1] if at[0] else None
    after = tokens[at[1]] if at[1] < len(tokens) else None
    name = fold(" ".join(bare(token) for token in tokens[at[0] : at[1]]))
    located = before is not None and before.lower in (words().locative | words().directions)
    if before is not None and before.lower.rstrip(".") in words().persons:
        return False
    if name in words().not_alone and not stated:
        return False
    if page.shouts:
        near = place.country in page.context or place.population >= _WELL_KNOWN
        return stated or place.kind == "country" or (located and near)
    known = place.kind == "country" or place.population >= _WELL_KNOWN
    if _part_of_name(tokens[at[1] - 1], before, after, located and known):
        return False
    if place.kind == "country" or stated:
        return True
    if name in page.surnames and not located:
        return False
    return located or place.population * 4 >= _WELL_KNOWN


def _part_of_name(last: Token, before: Token | None, after: Token | None, located: bool) -> bool:
    """Tell whether capitalised neighbours make the word part of a longer name."""
    local = before is not None and before.lower in words().locative | words().directions
    if before is not None and is_capital(before) and not local and not is_possessive(before):
        name = fold(before.text)
        if not lookup(name) and name not in demonyms():
            return True
    if after is None or is_possessive(last) or not is_capital(after):
        return False
    if after.lower in words().not_before:
        return True
    if after.lower in time_words().weekdays or after.lower in time_words().months:
        return False
    return after.text.isalpha() and not lookup(fold(bare(after))) and not located
