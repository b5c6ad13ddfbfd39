"""From one document to its report: the order in which the parts of the stage are called."""

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from whence.extract import facts, parties, place, reactions, suspicion, time
from whence.extract.prose import prose
from whence.extract.rules import tone
from whence.extract.scope import Scopes, scopes
from whence.extract.scope.related import related
from whence.extract.sourcing import Sourcing
from whence.extract.speech.acting import acted
from whence.extract.speech.attribute import attribute
from whence.extract.speech.own_name import in_own_name
from whence.model.attribution import Attribution, Chain
from whence.model.claim import Claim
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.identity import stable_id
from whence.model.reading import Mention, Reader
from whence.model.report import Report


class Options(Struct, frozen=True, kw_only=True):
    """Options of extraction: ``max_chars`` bounds the text read (code points; 0: no bound)."""

    max_chars: Annotated[int, Meta(ge=0)] = 100_000


def extract(document: Document, reader: Reader, options: Options | None = None) -> Report:
    """Read one document into a report. Pure: same document, reader and options, same report.

    A text over ``max_chars`` is read up to the sentence that reaches the bound, and the report says
    so in its notices, behind those of the document.
    """
    document, notices = bounded(document, options or Options())
    cut = prose(document)
    reading = reader.read(document)
    sourcing = attribute(cut, reading)
    anchor = time.find_anchor(cut, document.published)
    dates = time.resolve(cut, anchor, sourcing)
    places = place.locate(cut, reading.places)
    scope = scopes(cut, dates, anchor)
    dates = related(cut, dates, scope)
    found = facts.find(cut, sourcing, dates, places, scope)
    counted = parties.census(cut)
    claims = suspicion.find(cut, sourcing, scope.at, _target(found, places), reading)
    claims, acting = acted(cut, sourcing, claims)
    claims, owning = in_own_name(cut, sourcing, claims)
    return Report(
        id=stable_id("rep", document.id, reader.name),
        document_id=document.id,
        incident_kind=facts.incident_kind(cut, scope),
        anchor=anchor.iso,
        anchor_basis=anchor.basis,
        attributions=tuple(_scoped(made, scope) for made in sourcing.attributions),
        chains=_chains(sourcing, claims, {**acting, **owning}),
        facts=(*found, *facts.claimed(claims)),
        claims=claims,
        reactions=tuple(
            replace(one, scope=scope.at(one.spans[0].start))
            for one in reactions.find(cut, sourcing, reader.name, counted)
        ),
        mentions=_in_order(
            *reading.mentions, *dates, *(one.mention for one in places), *parties.find(cut, counted)
        ),
        marks=tone.assign(reading.marks, sourcing),
        notices=notices,
    )


def bounded(document: Document, options: Options) -> tuple[Document, tuple[str, ...]]:
    """Return what is read of a document, and what a person should know of that."""
    if not options.max_chars or len(document.text) <= options.max_chars:
        return document, document.notices
    document = _shortened(document, options.max_chars)
    return document, (*document.notices, f"read the first {len(document.text)} characters only")


def _target(found: tuple[Fact, ...], places: tuple[place.Located, ...]) -> str | None:
    """Return whom the incident struck, as the document first names it: a person before a thing.

    A town that was attacked makes no suspect innocent ("the Harrow militia").
    """
    towns = {one.mention.span for one in places}
    struck = [f for f in found if f.slot == "target" and not towns.intersection(f.spans)]
    named = (fact.value for fact in struck if fact.value[:1].isupper())
    return next(named, next((fact.value for fact in struck), None))


def _scoped(made: Attribution, scope: Scopes) -> Attribution:
    """Mark an attribution whose words are about another incident."""
    where = scope.at(made.content[0].start)
    return made if where == made.scope else replace(made, scope=where)


def _shortened(document: Document, limit: int) -> Document:
    """Return a document up to the last sentence that ends before the limit, or up to the limit."""
    kept = _until(document, limit)
    ends = [sentence.end for sentence in prose(kept).sentences]
    # The bound may stand in a sentence, and even in a word: the last sentence is left out.
    return _until(kept, ends[-2]) if ends[1:] else kept


def _until(document: Document, end: int) -> Document:
    blocks = tuple(
        replace(block, end=min(block.end, end)) for block in document.blocks if block.start < end
    )
    return replace(document, text=document.text[:end], blocks=blocks)


def _chains(
    sourcing: Sourcing, claims: tuple[Claim, ...], acting: dict[str, Chain]
) -> tuple[Chain, ...]:
    found = {**acting, **sourcing.chains}
    if any(claim.chain_id == sourcing.accusers.id for claim in claims):
        found[sourcing.accusers.id] = sourcing.accusers
    return tuple(chain for _, chain in sorted(found.items()))


def _in_order(*mentions: Mention) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda found: (found.span.start, found.span.end, found.kind)))
