"""The victims of a document's incident, each with the words that tell of it."""

import re
from collections.abc import Mapping
from functools import cache

from whence.extract.facts.kind import incident_kind
from whence.extract.facts.language.disowned import disowned
from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.harms import harms
from whence.extract.facts.victims.identity import Gathering
from whence.extract.facts.victims.mentions import persons
from whence.extract.facts.victims.person import Person, full_names
from whence.extract.facts.victims.reality import is_unreal
from whence.extract.facts.victims.victim import Victim
from whence.extract.facts.victims.words import victim_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.scope import Scopes
from whence.model.span import Span

_CLAUSES = frozenset({",", ";", ":", "—", "–"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_SUBJECT = 12
"""Tokens of a subject before its verb."""
_LONGEST = 200
"""Tokens of a sentence that are read: what is longer is a list or lost its stops."""


def victims(prose: Prose, scopes: Scopes) -> tuple[Victim, ...]:
    """Return the victims whom what is told of the incident itself describes one by one.

    "The killing of a driver" alone tells of one only where the incident is such a deed.
    """
    gathered = Gathering(accident=_accident(prose, scopes))
    kind = incident_kind(prose, scopes)
    deed = kind is None or kind in victim_words().deeds
    rows = list(enumerate(prose.sentences))
    known = full_names(one for _, row in rows for one in _persons(row))
    for index, sentence in rows:
        tokens = sentence.tokens[:_LONGEST]
        days = frozenset(t.lower for t in tokens) & (victim_words().days | victim_words().later)
        for harm in _deaths_first(harms(tokens, _persons(sentence, known))):
            own = scopes.at(tokens[harm.first].start) == "incident"
            if disowned(tokens, harm.first):
                continue
            if own and (deed or not harm.nominal):
                gathered.add(harm, index, _spans(prose, sentence, harm), days)
        if (sex := _lives(tokens)) is not None:
            gathered.revive(sex)
    return gathered.settled()


def _lives(tokens: tuple[Token, ...]) -> str | None:
    """Return the sex of whom a sentence has alive after all: "he is still alive"; None without."""
    table = phrases(victim_words().alive)
    at = next((at for at in range(1, len(tokens)) if match(table, tokens, at)[1]), None)
    if at is None or is_unreal(tokens, at) or _somebody_new(tokens, at):
        return None
    return victim_words().pronouns.get(tokens[at - 1].lower, "")


def _somebody_new(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether the clause of a verb is of somebody not told of before: "a passenger is"."""
    start = at
    while start and tokens[start - 1].text not in _CLAUSES and at - start < _SUBJECT:
        start -= 1
    return tokens[start].lower in _INDEFINITE


def _deaths_first(rows: tuple[Harm, ...]) -> list[Harm]:
    """Return the harms of a sentence, a death before what else is told of the same person.

    "Hale was shot twice and died" tells of who was killed, and not of who was only shot.
    """
    deaths = {row.whom: row for row in reversed(rows) if row.outcome == "killed" and row.whom}
    kept: dict[Harm, None] = {}
    for row in rows:
        if row.whom in deaths:
            kept[deaths[row.whom]] = None
        kept[row] = None
    return list(kept)


def _persons(sentence: Sentence, known: Mapping[str, Person] | None = None) -> tuple[Person, ...]:
    return persons(sentence.tokens[:_LONGEST], known, sentence.head)


def _accident(prose: Prose, scopes: Scopes) -> bool:
    """Tell whether the incident is told as an accident with a gun: "accidentally shot"."""
    table = phrases(victim_words().accidents)
    return any(
        match(table, sentence.tokens, index)[1]
        for sentence in prose.sentences
        if scopes.at(sentence.start) == "incident"
        for index in range(min(len(sentence.tokens), _LONGEST))
    )


def _spans(prose: Prose, sentence: Sentence, harm: Harm) -> list[Span]:
    """Return the words of a harm for each who suffered it: from the person to the verb."""
    return [_span(prose, sentence, harm, person) for person in harm.whom or (None,)]


def _span(prose: Prose, sentence: Sentence, harm: Harm, person: Person | None) -> Span:
    first, last = harm.first, harm.last
    if person is not None:
        first, last = min(first, person.first), max(last, person.last)
    return prose.span(sentence.tokens[first].start, sentence.tokens[last - 1].end)


def apart(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence goes back years, or contradicts another ("but a medic said")."""
    table = phrases(victim_words().apart)
    return any(
        _YEAR.fullmatch(token.text) or match(table, tokens, index)[1]
        for index, token in enumerate(tokens)
    )


_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _implied() -> dict[str, Phrases]:
    return {outcome: phrases(words) for outcome, words in victim_words().implied.items()}


def implied(prose: Prose, scopes: Scopes, outcome: str) -> tuple[int, Span] | None:
    """Return the most victims that a noun for the event implies, with the noun.

    "A double homicide" tells of two dead, "a murder-suicide" of two at least.
    """
    best: tuple[int, Span] | None = None
    for sentence in prose.sentences:
        tokens = sentence.tokens[:_LONGEST]
        for place in range(len(tokens)):
            phrase, length = match(_implied()[outcome], tokens, place)
            before = {token.lower for token in tokens[max(0, place - 2) : place]}
            after = tokens[place + length].lower if place + length < len(tokens) else ""
            if not length or before & victim_words().tried or after in victim_words().offices:
                continue
            if scopes.at(tokens[place].start) == "other":
                continue
            least = victim_words().implied[outcome][phrase]
            if best is None or least > best[0]:
                best = least, prose.span(tokens[place].start, tokens[place + length - 1].end)
    return best
