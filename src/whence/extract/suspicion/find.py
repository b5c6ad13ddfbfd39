"""From a document's words to claims about who was behind the incident."""

import re
from collections.abc import Callable

from whence.extract.parties import census
from whence.extract.parties.persons import in_full
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.bystanders.apposed import beside_a_suspect
from whence.extract.suspicion.bystanders.near_to import is_struck, knew_him, near_a_suspect
from whence.extract.suspicion.bystanders.shot_back import struck_back
from whence.extract.suspicion.claims import Reading
from whence.extract.suspicion.deed.blame import (
    of_no_deed,
    of_nothing_told,
    of_words,
    tells_a_deed,
    told_before,
)
from whence.extract.suspicion.deed.charges import following, none_of_them
from whence.extract.suspicion.deed.held_for import for_the_deed
from whence.extract.suspicion.guesses.disowned import Answers
from whence.extract.suspicion.guesses.owned_up import owned_up
from whence.extract.suspicion.guesses.seen import Seen
from whence.extract.suspicion.headlines import is_headline
from whence.extract.suspicion.insinuation import hints
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.naming.target import Target
from whence.extract.suspicion.speaking.spoken_for import Voices
from whence.extract.suspicion.unnamed.described_first import DescribedFirst
from whence.extract.suspicion.unnamed.named_later import by_name
from whence.extract.suspicion.wording.drafting import Draft, answers, best, draft
from whence.extract.suspicion.wording.matching import Found, match
from whence.extract.suspicion.wording.rendering import Rendered, render
from whence.model.attribution import Scope
from whence.model.claim import Claim
from whence.model.reading import Reading as Read
from whence.model.reading import Suspected

_SIGN = re.compile(r"⟦(\d+)⟧")
_NEAR = 4
"""Sentences before and after a hint in which a deed is told, where it is about one."""
_BLAMING = frozenset(("accuse", "charge", "convict"))
_PARTED = frozenset(("accuse", "charge", "state"))
_ACCUSING = _BLAMING | _PARTED
_OF_ONESELF = frozenset(("admit", "deny"))


def find(
    prose: Prose,
    sourcing: Sourcing,
    scope_at: Callable[[int], Scope],
    target: str | None,
    reading: Read,
) -> tuple[Claim, ...]:
    """Return every naming of a party as behind the incident, in the order of the text.

    What the reader saw by itself is added where no pattern names the same words.

    ``scope_at`` tells for an offset whether the text there is about the incident or another one,
    ``target`` is the victim's name (who says that it was staged names the victim's side).
    Headlines alone claim nothing. An accusation not made, a condition and an open question give no
    claim; a rhetorical one gives an insinuation.
    """
    persons = (*reading.persons, *reading.loud_persons)
    known = (*in_full(reading.persons, prose.text), *reading.loud_persons)
    counted = census(prose, reading.named, known)
    resolver = Resolver(prose, sourcing, counted, persons)
    victim = Target.named(target, counted, prose.text)
    drafts: list[Draft] = []
    lines: list[Rendered] = []
    described = DescribedFirst(prose, counted, resolver)
    for index, sentence in enumerate(prose.sentences):
        lines.append(render(index, counted, victim))
        if not is_headline(prose, sentence.start):
            named = _named(described.drafts(lines[-1]), resolver, prose)
            told = _of_sentence(lines[-1], resolver, victim.name, prose)
            keys = {one.key for one in told}
            drafts += [*(one for one in named if one.key not in keys), *told]
    outright = [one for one in reading.suspected if not is_headline(prose, one.span.start)]
    drafts += _guessed(
        Seen(prose, sourcing, counted, lines, reading.named), outright, resolver, drafts
    )
    voices = Voices(
        prose, sourcing, counted, resolver, {one.text.casefold() for one in reading.named}
    )
    drafts += owned_up(prose, sourcing, lines, resolver, voices, drafts)
    drafts += [*Answers(prose, sourcing, counted, resolver, voices).drafts(drafts)]
    drafts = [one for one in drafts if not is_headline(prose, one.start)]
    drafts = [*struck_back(described.renamed(by_name(drafts, prose)), prose, victim.name)]
    drafts = _without_doubles(drafts, _about_a_deed(hints(lines, resolver, prose), prose))
    who = Reading(prose, sourcing, counted, victim.name)
    return tuple(claim for one in drafts for claim in who.claims(one, scope_at, reading.reader))


def _named(drafts: list[Draft], resolver: Resolver, prose: Prose) -> list[Draft]:
    """Return what is told of those described before whom a sentence names, and remember them."""
    kept = best([one for one in drafts if not _of_bystanders(one, prose)])
    for one in kept:
        resolver.remember(
            one.sentence, Named(one.subject, one.kind, one.subject_start, one.subject_end)
        )
    return kept


def _guessed(
    seen: Seen, outright: list[Suspected], resolver: Resolver, found: list[Draft]
) -> list[Draft]:
    """Return what the reader saw, and what is said of those whom it saw: "he denied it"."""
    drafts = [*seen.drafts(outright, resolver, found)]
    for one in drafts:
        resolver.remember(
            one.sentence, Named(one.subject, one.kind, one.subject_start, one.subject_end)
        )
    known = {one.key for one in (*found, *drafts)}
    if drafts:
        answering = (
            one
            for line in seen.lines
            for told in match(line)
            if answers(told)
            for one in draft(told, line, resolver, None)
        )
        drafts += [one for one in best([*answering]) if one.key not in known]
    return drafts


def _of_sentence(
    line: Rendered, resolver: Resolver, target: str | None, prose: Prose
) -> list[Draft]:
    """Return the drafts of a sentence: answers to an accusation after those that make it."""
    found = [one for one in match(line) if not one.pattern.told or _is_for_it(one, line, prose)]
    kept: list[Draft] = []
    for answering in (False, True):
        told = [one for one in found if answers(one) == answering]
        drafts = [one for each in told for one in draft(each, line, resolver, target)]
        known = {one.key for one in kept}
        drafts = [one for one in drafts if not _of_bystanders(one, prose)]
        kept = best([*kept, *(one for one in drafts if not _beside(one, prose))])
        for one in kept:
            if one.key not in known:
                resolver.remember(
                    line.index, Named(one.subject, one.kind, one.subject_start, one.subject_end)
                )
    return kept


def _is_for_it(one: Found, line: Rendered, prose: Prose) -> bool:
    """Tell whether words of the law that name no deed are about the one that is told."""
    sign = _SIGN.match(one.words)
    if sign is not None and any(party.kind != "body" for party in line.groups[int(sign[1])]):
        return False  # rebels who took somebody away hold nobody for it
    return for_the_deed(prose, line.index, line.line[: one.start], line.line[one.start :])


def _beside(one: Draft, prose: Prose) -> bool:
    """Tell whether a draft is about something that is no violent or hostile deed.

    What patterns take for help to a deed they know as such. Nor is it a suspect's word when his
    mother denies it.
    """
    sentence = prose.sentences[one.sentence]
    named = sentence.start <= one.subject_start < sentence.end
    if one.frame in _PARTED and none_of_them(following(prose, one.sentence)):
        return True
    if one.frame in _OF_ONESELF and named:
        return near_a_suspect(prose.text[sentence.start : one.subject_start]) or (
            one.kind == "person" and beside_a_suspect(prose.text[one.subject_end : sentence.end])
        )
    if one.frame == "state" and one.kind == "person":
        return of_words(prose.text[one.start : one.end], _around(one, prose, 1))
    if one.frame not in _BLAMING or one.predicate != "carried_out" or not named:
        return False
    before = prose.text[sentence.start : one.subject_start]
    after = prose.text[one.subject_end : sentence.end]
    return of_no_deed(before, after) or of_nothing_told(
        before, after, told_before(prose, one.sentence)
    )


_FOR_HIM = re.compile(r"\b(?:lawyer|attorney|counsel|solicitor|barrister|advocate) for\b")


def _of_bystanders(one: Draft, prose: Prose) -> bool:
    """Tell whether a draft accuses whom its sentence says to have been hit, or a lawyer.

    In "the lawyer for a man accused of it, Ana Ruiz, said" the name is the lawyer's or the man's.
    """
    start = prose.sentences[one.sentence].start
    before = prose.text[start : max(start, one.subject_start)]
    pleads = one.frame in _ACCUSING and _FOR_HIM.search(before)
    return (bool(pleads) and near_a_suspect(before)) or _of_the_struck(one, prose)


def _of_the_struck(one: Draft, prose: Prose) -> bool:
    """Tell whether a draft accuses whom its sentence says to have been hit, or to know him."""
    start = prose.sentences[one.sentence].start
    accused = one.frame in _ACCUSING and start <= one.subject_start
    whole = prose.text.endswith(one.subject, start, one.subject_end)
    name = one.subject_end - len(one.subject) if whole else one.subject_start
    before = prose.text[start : min(name, one.subject_start)]
    return accused and (is_struck(before) or knew_him(before))


def _about_a_deed(hinted: list[Draft], prose: Prose) -> list[Draft]:
    """Return the hints near which a deed is told: polls "point to X" as well.

    A sentence alone has nothing near it.
    """
    if len(prose.sentences) == 1:
        return hinted
    return [one for one in hinted if tells_a_deed(_around(one, prose, _NEAR))]


def _around(one: Draft, prose: Prose, count: int) -> str:
    """Return the sentence of a draft with so many before and after it."""
    near = prose.sentences[max(0, one.sentence - count) : one.sentence + count + 1]
    return prose.text[near[0].start : near[-1].end]


def _without_doubles(drafts: list[Draft], hinted: list[Draft]) -> list[Draft]:
    """Add the hints, except where the same words name the same party outright."""
    outright = {one.key for one in drafts}
    every = [*drafts, *(one for one in hinted if one.key not in outright)]
    return sorted(every, key=lambda one: (one.start, one.subject_start, one.predicate))
