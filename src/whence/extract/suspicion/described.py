"""Suspects who are only described, where a statement's own words tell the deed of them.

"The chief thinks it was a burglar": the statement is read as one that suspects somebody, and its
words say whom. Who is named is left to patterns, and so is what nobody says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from whence.extract.events import event_words
from whence.extract.lexicon import LEXICON
from whence.extract.parties.party import Party
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.blame import is_deed
from whence.extract.suspicion.descriptions import Description, is_body
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.grammar import compiled
from whence.extract.suspicion.hedging import of_context, of_verb_group
from whence.extract.suspicion.matching import begins_clause
from whence.extract.suspicion.rendering import Rendered
from whence.extract.suspicion.resolving import Resolver
from whence.extract.suspicion.taken_away import affirmed
from whence.extract.suspicion.wording import Wording, wordings
from whence.model.attribution import Act, Attribution
from whence.model.vocabulary import load

_SUSPECTING: frozenset[Act] = frozenset(("accuse", "speculate"))


class _Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    re: str
    subject: bool = False
    speculated: bool = False
    it: bool = False


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    macros: dict[str, str]
    patterns: tuple[_Row, ...]
    held: str
    suspecting: str
    unmeant: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """``subject``: a clause begins with it; ``speculated``: only of what is held possible.

    ``it``: the words say only that "it" was somebody, so that a deed has to be told near by.
    """

    regex: re.Pattern[str]
    row: _Row


@cache
def _table() -> _Table:
    return load("described", _Table, LEXICON)


def macros() -> dict[str, str]:
    """Return the macros of patterns over the words of a statement."""
    return _table().macros


def unmeant() -> frozenset[str]:
    """Return the words that tell a deed which nobody meant."""
    return _table().unmeant


@cache
def _patterns() -> tuple[_Pattern, ...]:
    extra = {**macros(), "X": r"⟦(?P<x>\d+)⟧"}
    return tuple(_Pattern(compiled(row.re, extra), row) for row in _table().patterns)


def deed() -> re.Pattern[str]:
    """Return the pattern by which a description is told to have done a deed."""
    return _patterns()[0].regex


@cache
def held() -> re.Pattern[str]:
    """Return the pattern of a noun for what somebody holds, up to who did it."""
    return compiled(_table().held, macros())


@cache
def _suspecting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_table().suspecting})\b", re.IGNORECASE)


def described(
    prose: Prose,
    sourcing: Sourcing,
    lines: Sequence[Rendered],
    resolver: Resolver,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each description of which a suspecting statement tells the deed."""
    taken = {at for one in found for at in range(one.subject_start, one.subject_end)}
    for said in sourcing.attributions:
        if said.act not in _SUSPECTING or said.negated:
            continue
        for line in wordings(prose, said):
            for one in _of_line(line, said, prose, sourcing, lines, resolver):
                words = range(one.subject_start, one.subject_end)
                if taken.isdisjoint(words):
                    taken.update(words)
                    yield one


def _of_line(
    line: Wording,
    said: Attribution,
    prose: Prose,
    sourcing: Sourcing,
    lines: Sequence[Rendered],
    resolver: Resolver,
) -> Iterator[Draft]:
    if not line.phrases or any(one.lower in unmeant() for one in line.tokens):
        return
    for phrase, last, floor, hedge in _told(line, said, prose):
        start = line.tokens[phrase.noun].start
        end = line.tokens[last - 1].end
        innermost = sourcing.at(start, end)
        if innermost is None or innermost.id != said.id:
            continue
        party = Party(0, 0, start, end, resolver.text(start, end), "group")
        if not affirmed(prose, lines[line.index], line.index, party, True, floor):
            continue
        named = resolver.resolve(party, line.index)
        if named is not None:
            yield Draft(
                line.index, "accuse", "carried_out", named.name, named.kind, named.start,
                named.end, line.tokens[0].start, line.tokens[-1].end, True, hedge,
            )  # fmt: skip


def _told(
    line: Wording, said: Attribution, prose: Prose
) -> Iterator[tuple[Description, int, int, int]]:
    """Yield who did the deed by the words of a statement: the phrase, where it ends, how firmly."""
    for pattern in _patterns():
        row = pattern.row
        if row.speculated and said.act != "speculate":
            continue
        for found in pattern.regex.finditer(line.line):
            phrase = line.phrases[int(found["x"])]
            if row.subject and not begins_clause(line.line[: found.start()]):
                continue
            body = is_body(line.tokens[phrase.last - 1].lower)
            if row.it and (body or not _deed_near(line, prose)):
                continue
            named = found.groupdict()
            verbs = of_verb_group(named.get("aux") or "")
            context = of_context(line.line[: found.start()], "object", accusing=False)
            if verbs.skip or context.skip or not (verbs.polarity and context.polarity):
                continue
            last = line.past(found.end("more") if named.get("more") else found.end("x"))
            floor = line.tokens[0].start  # what stands before is no part of what is said
            if named.get("floor"):
                floor = line.tokens[line.past(found.end("floor")) - 1].end
            yield phrase, last, floor, min(verbs.hedge, context.hedge)
    yield from _alone(line, said, prose)


def _alone(
    line: Wording, said: Attribution, prose: Prose
) -> Iterator[tuple[Description, int, int, int]]:
    """Yield who is all that a suspecting verb is said of: "had spoken of foreign agents"."""
    if said.cue is None or said.source is None or not _suspecting().search(said.cue.text):
        return
    if not _deed_near(line, prose):
        return
    first = line.phrases[0]
    if first.first == 0 and first.last == len(line.tokens):
        yield first, first.last, line.tokens[0].start, 3


def _deed_near(line: Wording, prose: Prose) -> bool:
    """Tell whether the sentence or one of the two before it tells of a deed."""
    near = prose.sentences[max(0, line.index - 2) : line.index + 1]
    known = event_words()
    deeds = known.incident_nouns | known.doers | known.deeds
    return any(
        is_deed(f" {prose.text[one.start : one.end]}")
        or not deeds.isdisjoint(token.lower for token in one.tokens)
        for one in near
    )
