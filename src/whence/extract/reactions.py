"""Who took which stance on the incident: condemned, called for, offered, denied, kept silent."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.parties import Census, census
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.stances import is_anothers, stance
from whence.extract.stretches import Stretches
from whence.extract.suspicion.naming.target import Target
from whence.extract.suspicion.wording.clauses import begins_clause
from whence.extract.suspicion.wording.grammar import compiled
from whence.extract.suspicion.wording.hedging import of_verb_group
from whence.extract.suspicion.wording.rendering import Rendered, render
from whence.model.attribution import Act, Attribution
from whence.model.identity import stable_id
from whence.model.report import Reaction
from whence.model.span import Span
from whence.model.vocabulary import load

_CONDITION = re.compile(r"[,;]?\s*(?:if|provided|should it)\b[^.?!”\"]*", re.IGNORECASE)
_WOULD = re.compile(
    r"\bif\b[^.?!]*?\bwould (?:\w+ )?(?:condemn|denounce|deplore)\b[^.?!”\"]*"
    r"|\b(?:we|i|they|he|she) would (?:\w+ )?condemn\b[^.?!]*?\bif\b[^.?!”\"]*",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b(?:if|provided|should it)\b", re.IGNORECASE)
_SELF = frozenset(("i", "we"))


class _Clause(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    act: Act
    re: str


class _Table(Struct, frozen=True, kw_only=True):
    clauses: tuple[_Clause, ...]


@cache
def _table() -> _Table:
    return load("reactions", _Table, LEXICON)


@cache
def _clauses() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple((row.act, compiled(row.re)) for row in _table().clauses)


def find(
    prose: Prose, sourcing: Sourcing, extractor: str, counted: Census | None = None
) -> tuple[Reaction, ...]:
    """Return the stances taken in a document, one for each who takes it, in the order of the text.

    A condition stays in ``content`` ("the attack, if it is true"): it is part of the stance. A
    condemnation is no denial and a silence is neither. ``counted`` is the document's ``census``,
    where it is known already.
    """
    found = [
        reaction
        for attribution in sourcing.attributions
        for reaction in _from_attribution(attribution, prose, sourcing, extractor)
    ]
    known = Stretches((reaction, reaction.spans) for reaction in found)
    counted = counted or census(prose)
    extras = {
        extra.id: extra
        for index in range(len(prose.sentences))
        for extra in _from_clauses(render(index, counted, Target()), prose, sourcing, extractor)
        if not any(_same(extra, span, known) for span in extra.spans)
    }
    every = {reaction.id: reaction for reaction in (*found, *extras.values())}
    return tuple(sorted(every.values(), key=lambda one: (one.spans, one.who, one.act, one.id)))


def _from_attribution(
    attribution: Attribution, prose: Prose, sourcing: Sourcing, extractor: str
) -> Iterator[Reaction]:
    if not attribution.content:
        return
    act = stance(attribution)
    if act is not None and is_anothers(attribution, prose):
        return
    if act is None:
        yield from _would_be(attribution, prose, extractor)
        return
    spans = [span for span in (attribution.source, attribution.cue) if span]
    content = (*attribution.content[:-1], _with_condition(attribution.content[-1], prose))
    origin = sourcing.chains[attribution.chain_id].origin.who
    who = origin if attribution.speaker.casefold() in _SELF else attribution.speaker
    yield _reaction(
        prose, attribution.chain_id, who, act, (tuple(sorted((*spans, *content))), content),
        extractor,
    )  # fmt: skip


def _would_be(attribution: Attribution, prose: Prose, extractor: str) -> Iterator[Reaction]:
    """Yield the condemnation that somebody promises on a condition ("if so, we would ...")."""
    for content in attribution.content:
        found = _WOULD.search(prose.text, content.start, content.end)
        if found is not None:
            span = prose.span(found.start(), found.end())
            named = [part for part in (attribution.source, attribution.cue) if part]
            yield _reaction(
                prose, attribution.chain_id, attribution.speaker, "condemn",
                (tuple(sorted((*named, span))), (span,)), extractor,
            )  # fmt: skip


def _with_condition(content: Span, prose: Prose) -> Span:
    """Let a content go on over the condition that follows it in its sentence."""
    sentence = prose.sentences[prose.sentence_at(content.start)]
    found = _CONDITION.match(prose.text, content.end, sentence.end)
    return prose.span(content.start, found.end()) if found else content


def _reaction(  # the spans are those of the whole stance and those of its content
    prose: Prose,
    chain_id: str,
    who: str,
    act: Act,
    spans: tuple[tuple[Span, ...], tuple[Span, ...]],
    extractor: str,
) -> Reaction:
    whole, content = spans
    places = [(span.start, span.end) for span in whole]
    words_of = " ".join(" ".join(span.text for span in content).split())
    return Reaction(
        id=stable_id("rea", prose.document.id, who, act, places, extractor),
        document_id=prose.document.id,
        chain_id=chain_id,
        who=who,
        act=act,
        content=words_of,
        conditional=act == "condemn" and _CONDITIONAL.search(words_of) is not None,
        spans=whole,
        extractor=extractor,
    )


def _from_clauses(
    line: Rendered, prose: Prose, sourcing: Sourcing, extractor: str
) -> Iterator[Reaction]:
    if not line.groups:
        return
    for act, pattern in _clauses():
        for match in pattern.finditer(line.line):
            verbs = of_verb_group(match.groupdict().get("aux") or "")
            if not begins_clause(line.line[: match.start()]) or not verbs.polarity or verbs.skip:
                continue
            start, end = line.range(match.start(), match.end())
            content = prose.span(*line.range(match.start("content"), match.end("content")))
            chain = sourcing.chain_at(start, end)
            for party in line.groups[int(match.group("x"))]:
                if not party.anaphor and not party.adjective:
                    yield _reaction(
                        prose, chain.id, party.name, act,
                        ((prose.span(start, end),), (_with_condition(content, prose),)), extractor,
                    )  # fmt: skip


def _same(extra: Reaction, span: Span, known: Stretches[Reaction]) -> bool:
    """Tell whether a clause repeats what an attribution carries: one stance over common words."""
    return any(extra.act == one.act for one in known.touching(span.start, span.end))
