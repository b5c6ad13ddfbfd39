"""How many: killed, wounded, missing, detained; launched, intercepted, struck."""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.build import Context, Draft
from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.other_arrests import other_arrest
from whence.extract.facts.counts.people_counts import told_of
from whence.extract.facts.counts.roundup import long_running, roundup
from whence.extract.facts.counts.sentence_counts import LONGEST, counts_of
from whence.extract.facts.victims.find import apart, implied, victims
from whence.extract.facts.victims.spared import spared
from whence.extract.facts.victims.told import Telling, Told
from whence.extract.facts.victims.totals import settle
from whence.extract.facts.victims.victim import Victim
from whence.extract.prose import Prose, Sentence
from whence.extract.scope.leaving import adds_up
from whence.model.span import Span

_FLAT = 3
"""The hedge of what is told without any."""
_LEAD = 5
"""Sentences, with the headline, in which a text explains what its headline counts."""
_OPEN = frozenset({"shot", "treated"})
_OUTCOMES = _OPEN | {"killed", "wounded"}
_SUMMED = _OUTCOMES | {"detained"}


def counts(context: Context) -> tuple[Draft, ...]:
    """Return the counts of every sentence; an indefinite "a drone" yields to any real number.

    The killed and wounded of the incident itself are settled together: totals before sums of those
    who are described one by one (``facts.victims``).
    """
    prose = context.prose
    drafts: list[Draft] = []
    articles: list[Draft] = []
    people: list[Told] = []
    numbered = False
    every = tuple(counts_of(prose))
    summed = _summed_up(prose, every)
    for index, bound, draft in every:
        own = context.scopes.at(draft.spans[0].start) == "incident"
        away = own and (_elsewhere(prose, index, bound) or _headed(prose, draft, summed))
        if away and bound.slot not in _OPEN:
            drafts.append(replace(draft, scope="other"))
        elif bound.slot in _OUTCOMES and own and not away:
            people.extend(told_of(context, index, bound, draft))
        elif bound.slot in _OPEN:
            continue
        elif bound.counted.form == "article":
            articles.append(draft)
        else:
            drafts.append(draft)
            numbered = numbered or draft.slot.startswith("munitions_")
    if numbered:
        articles = [draft for draft in articles if not draft.slot.startswith("munitions_")]
    return (*drafts, *articles, *settle(_telling(context, people)))


def _elsewhere(prose: Prose, index: int, bound: Bound) -> bool:
    """Tell whether those counted belong elsewhere: to several incidents, or to another arrest."""
    tokens = prose.sentences[index].tokens[:LONGEST]
    if bound.slot == "detained" and other_arrest(prose, index, tokens, bound):
        return True
    if bound.slot not in _SUMMED or bound.counted.quantity.best == 1:
        return False
    return roundup(tokens) or long_running(tokens, bound)


def _summed_up(
    prose: Prose, every: Sequence[tuple[int, Bound, Draft]]
) -> frozenset[tuple[bool, int]]:
    """Return the numbers of killed, and of hurt, that the lead gives for several incidents."""
    lead = {index for index, _, _ in every if index <= _LEAD}
    several = {index for index in lead if _of_several(prose.sentences[index])}
    told = {
        (draft.slot == "killed", bound.counted.quantity.best)
        for index, bound, draft in every
        if index in several and bound.slot in _OUTCOMES and bound.counted.quantity.best
    }
    shot = {
        (False, dead + hurt) for fatal, dead in told if fatal for other, hurt in told if not other
    }
    return frozenset(told | shot)


def _of_several(sentence: Sentence) -> bool:
    lower = " ".join(token.lower for token in sentence.tokens)
    return roundup(sentence.tokens[:LONGEST]) or adds_up(lower)


def _headed(prose: Prose, draft: Draft, summed: frozenset[tuple[bool, int]]) -> bool:
    """Tell whether a headline gives a number that the text explains as one of several incidents.

    "Six injured" above "six people were injured in two separate shootings" is no count of one.
    """
    best = draft.quantity.best if draft.quantity is not None else None
    headline = prose.block_kind(draft.spans[0].start) == "title"
    return headline and best is not None and best > 1 and (draft.slot == "killed", best) in summed


def _telling(context: Context, people: list[Told]) -> Telling:
    prose, scopes = context.prose, context.scopes
    found = tuple(_flat_first(context, one) for one in victims(prose, scopes))
    return Telling(
        counts=tuple(people),
        victims=found,
        sources=_sources(context, found),
        implied_killed=implied(prose, scopes, "killed"),
        implied_shot=implied(prose, scopes, "shot"),
        spared=spared(prose),
    )


def _flat_first(context: Context, one: Victim) -> Victim:
    """Return a victim with the words first that tell of the end most flatly.

    "She did not know that the boy was hurt" is no doubt of it where the report says so elsewhere,
    and whoever is told to have been shot, or brought to a hospital, is hurt by those words too.
    """

    def doubt(span: Span) -> int:
        said = context.sourcing.at(span.start, span.end)
        return -said.hedge if said is not None else -_FLAT

    spans = {outcome: sorted(rows, key=doubt) for outcome, rows in one.spans.items()}
    hurt = spans.get("wounded", [])
    if hurt and one.outcome == "wounded":
        flattest = min((span for rows in spans.values() for span in rows), key=doubt)
        if doubt(flattest) < doubt(hurt[0]):
            spans["wounded"] = [flattest, *hurt]
    return replace(one, spans=spans)


def _sources(context: Context, found: tuple[Victim, ...]) -> dict[int, str]:
    """Return who tells of each victim, by where, without those whose sentence sets them apart."""
    sources: dict[int, str] = {}
    for one in found:
        spans = [span for row in one.spans.values() for span in row]
        first = min(spans, key=lambda span: span.start)
        tokens = (
            context.prose.sentences[min(at for at, _ in one.mentions)].tokens
            if one.mentions
            else ()
        )
        if not apart(tokens):
            sources[one.told_at] = context.sourcing.chain_at(first.start, first.end).id
    return sources
