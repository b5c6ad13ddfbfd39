"""A reader with all of extraction behind it: its reading in the shapes that are measured.

The rules give no victims, no events of WikiEvents, no factuality, no statement for a given content:
for those the measurements end with a message that says so.
"""

from collections.abc import Sequence
from functools import lru_cache, partial

from evaluation.corpora.polnear import Relation
from evaluation.passages import Range, Speaker
from evaluation.readers.plain import plain_document
from evaluation.readers.predictions import (
    Blame,
    Fillers,
    Named,
    PassageReading,
    Said,
    Silent,
    Suspected,
    Template,
    Tone,
)
from evaluation.readers.reading import ReadPage, read_raw
from evaluation.readers.suspicions import NAMED_KINDS, firmest, outright
from whence.extract import Options
from whence.model.attribution import Attribution
from whence.model.claim import Standing
from whence.model.document import Failure
from whence.model.identity import stable_id
from whence.model.kinds import kind
from whence.model.reading import Attributed, Reader
from whence.model.report import Report
from whence.model.span import Span
from whence.run.reading import read_one

_SPEAKERS: dict[str, Speaker] = {
    "named": "named", "organisation": "collective", "role": "role", "anonymous": "anonymous",
    "collective": "collective", "unknown": "unknown",
}  # fmt: skip
_SPEAKERS_BY_SOURCE: dict[str, Speaker] = {
    "document": "document", "recording": "document", "post": "social",
}  # fmt: skip
_OTHER_ACTS = frozenset({"record", "threaten", "insinuate"})
_KINDS = {"party": "organisation"}


class ReportPredictor(Silent):
    """A reader with all of extraction behind it, asked one question at a time.

    A report is read once for all questions. What comes from the rules of extraction is the same
    for every reader; readers that see more answer for themselves.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read = lru_cache(maxsize=4)(partial(_read_page, reader))
        self._plain = lru_cache(maxsize=4)(partial(_read_plain, reader))

    def _page(self, text: str) -> Report:
        return self._read(text).report

    @property
    def name(self) -> str:
        """The reader with its version."""
        return self._reader.name

    def whole(self, text: str) -> ReadPage:
        """Return the document and the report of a text, read as a page."""
        return self._read(text)

    def attributions(self, name: str, text: str) -> Sequence[Relation]:
        """Return the attributions of the bare text, so that nothing is lost to page cleaning."""
        reading = self._reader.read(plain_document(name, text))
        return [relation(attributed) for attributed in reading.attributed]

    def fillers(self, text: str) -> Fillers:
        """Return named suspects as organisations, others as individuals; weapons and targets."""
        report = self._page(text)
        found: dict[str, dict[str, None]] = {
            role: {} for role in ("PerpInd", "PerpOrg", "Target", "Weapon")
        }
        for claim in report.claims:
            if outright(claim) and claim.scope == "incident":
                role = "PerpOrg" if claim.subject_kind in NAMED_KINDS else "PerpInd"
                found[role][claim.subject] = None
        for fact in report.facts:
            if fact.slot in ("weapon", "target") and fact.spans and fact.scope == "incident":
                found[fact.slot.capitalize()][fact.spans[0].text] = None
        return {role: tuple(words) for role, words in found.items()}

    def templates(self, text: str) -> Sequence[Template]:
        """Return one template, of the report's kind of incident, where any role is filled."""
        fillers = self.fillers(text)
        if not any(fillers.values()):
            return []
        return [Template(incident=self._kind(text) or "attack", fillers=fillers)]

    def _kind(self, text: str) -> str | None:
        """Return MUC-4's type for the kind of incident that the report is said to tell of."""
        known = kind(self._page(text).incident_kind)
        return known.muc4.lower() if known and known.muc4 else None

    def standings(self, text: str, parties: Sequence[tuple[str, ...]]) -> Sequence[Standing | None]:
        """Return the firmest standing among the claims about each party."""
        claims = self._page(text).claims
        return [firmest(names, claims) for names in parties]

    def blamed(self, text: str) -> Sequence[Blame]:
        """Return the named subjects of outright claims."""
        return [
            Blame(subject=one.subject, standing=one.standing)
            for one in self._page(text).claims
            if outright(one) and one.subject_kind in NAMED_KINDS
        ]

    def entities(self, text: str) -> Sequence[Named]:
        """Return the mentions and the weapons that the rules note."""
        report = self._plain(text, None)
        found = {
            Named(kind=_KINDS.get(one.kind, one.kind), span=_range(one.span))
            for one in report.mentions
        }
        found |= {
            Named(kind="weapon", span=_range(one.spans[0]))
            for one in report.facts
            if one.slot == "weapon" and one.spans
        }
        return sorted(found, key=lambda one: one.span)

    def tone(self, text: str) -> Tone:
        """Return the marks of loaded language."""
        marks = [_range(one.span) for one in self._plain(text, None).marks if one.kind == "loaded"]
        return Tone(loaded=bool(marks), words=tuple(marks))

    def passage(self, text: str, published: str) -> PassageReading:
        """Return attributions with their chains, claims with their standing, and hints."""
        report = self._plain(text, published)
        return PassageReading(
            statements=tuple(_said(report, one) for one in report.attributions),
            suspects=tuple(
                Suspected(who=_range(one.subject_span), standing=one.standing)
                for one in report.claims
                if one.subject_span is not None and not one.insinuation
            ),
            insinuations=tuple(
                _range(one.span) for one in report.marks if one.kind == "insinuation"
            ),
        )


def relation(attributed: Attributed) -> Relation:
    """Return an attribution as ranges."""

    def ranges(*spans: Span | None) -> tuple[Range, ...]:
        return tuple(_range(span) for span in spans if span is not None)

    return Relation(
        source=ranges(attributed.source),
        cue=ranges(attributed.cue),
        content=ranges(*attributed.content),
    )


def _read_page(reader: Reader, text: str) -> ReadPage:
    return read_raw("report.txt", text.encode(), reader=reader)


def _read_plain(reader: Reader, text: str, published: str | None) -> Report:
    document = plain_document("passage", text, published)
    report = read_one(document, reader, Options())
    if isinstance(report, Failure):
        return Report(id=stable_id("rep", document.id), document_id=document.id)
    if not isinstance(report, Report):
        raise ValueError(f"{text[:60]}...: {report.error}") from report.error
    return report


def _said(report: Report, one: Attribution) -> Said:
    hops = report.chain(one.chain_id).hops
    begins = min(map(len, (chain.hops for chain in report.chains)))  # the outlet and its credits
    between = (
        hop.span
        for hop in hops[begins:]
        # A statement or post of the speaker's own is no hand in the annotation.
        if hop.span and hop.who != one.speaker and hop.how != "publishes"
    )
    speaker = _SPEAKERS_BY_SOURCE.get(hops[-1].kind, _SPEAKERS[one.anonymity])
    return Said(
        content=tuple(_range(span) for span in one.content),
        cue=_range(one.cue) if one.cue else None,
        source=_range(one.source) if one.source else None,
        via=tuple(hop.text for hop in between if not (one.source and hop.overlap(one.source))),
        act="say" if one.act in _OTHER_ACTS else one.act,  # type: ignore[arg-type]
        negated=one.negated,
        speaker=speaker,
    )


def _range(span: Span) -> Range:
    return span.start, span.end
