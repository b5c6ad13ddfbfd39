"""A report's text with what people judged, and what somebody looks for, laid over it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.model.attribution import Attribution
from whence.model.claim import Claim
from whence.model.document import Document
from whence.model.reading import Mark
from whence.model.report import Reaction
from whence.model.span import Span
from whence.publish.anchors import anchor
from whence.publish.places import Back, Place
from whence.publish.views.documents import DocumentView, document_view
from whence.publish.words import words
from whence.store.fulltext.folding import placed
from whence.store.fulltext.query import parse, phrases, places
from whence.web.addresses import of_anchor
from whence.web.shelf import Volume
from whence.web.views.readings import Read, readings
from whence.web.views.values import ValueView, value_view
from whence.web.views.whole import places_in, whole

Range = tuple[int, int]
Ranges = dict[Range, Place]


def marked(volume: Volume, document: Document, found: Iterable[Range] = ()) -> DocumentView:
    """Return a document as read, with what counts no more marked, and words ``found`` as well."""
    ranges = dict(places_in(volume, document.id))
    for value in readings(volume).gone.get(document.id, ()):
        _overlay(volume, ranges, value)
    for start, end in found:
        place = ranges.get((start, end)) or Place(document.span(start, end))
        ranges[start, end] = replace(place, roles={*place.roles, "found"})
    return document_view(whole(volume), document, {document.id: ranges})


def _overlay(volume: Volume, ranges: Ranges, value: Read) -> None:
    """Mark the words of a value that counts no more, with who says so and why."""
    judged = readings(volume).judgement(value)
    why = f"rejected by {judged.by}: {judged.reason}" if judged else "counts no more"
    kind = "c" if isinstance(value, Claim) else "f"
    back = Back(why, f"#{anchor(kind, value.id)}", "rejected", "rejected")
    for span in value.spans:
        if whole(volume).holds(span):
            place = ranges.get((span.start, span.end)) or Place(span)
            ranges[span.start, span.end] = replace(
                place, roles={*place.roles, "rejected"}, backs=[*place.backs, back]
            )


def found_in(document: Document, query: str) -> list[Range]:
    """Return the ranges of the words that a search's query finds in a document.

    Raises:
        BadQuery: when nothing can be looked for.
    """
    stands = placed(document.text)
    folded = [word for word, _, _ in stands]
    found: set[int] = set()
    for phrase in set(phrases(parse(query), sought=True)):
        for at in places(phrase, folded):
            found.update(range(at, at + len(phrase.words)))
    return [(stands[at][1], stands[at][2]) for at in sorted(found)]


def thickest(ranges: list[Range], room: int = 180) -> Range | None:
    """Return where most of the ranges stand together: the first of those within ``room``."""
    best: tuple[int, Range | None] = (0, None)
    for one in ranges:
        near = sum(1 for start, _ in ranges if one[0] <= start <= one[0] + room)
        if near > best[0]:
            best = (near, one)
    return best[1]


@dataclass(frozen=True)
class Way:
    """Somewhere that words lead to."""

    label: str
    href: str


@dataclass(frozen=True)
class Said:
    """An attribution over some words: whose they are, and how they are told."""

    speaker: str
    act: str
    kind: str
    negated: bool
    href: str | None
    reason: str


@dataclass(frozen=True)
class AtWords:
    """Everything that was read from the words of one range: values, and what goes with them."""

    text: str
    values: tuple[ValueView, ...]
    said: tuple[Said, ...]
    reactions: tuple[Reaction, ...]
    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]


def at_words(volume: Volume, document: Document, start: int, end: int) -> AtWords:
    """Return what was read from the words [start, end) of a document, or around them."""
    found = readings(volume)
    report = found.reports.get(document.id)

    def covers(spans: Iterable[Span | None]) -> bool:
        return any(span and span.start <= start and end <= span.end for span in spans)

    values = [
        one
        for one in found.was.values()
        if one.document_id == document.id and covers(one.spans)
    ]  # fmt: skip
    values.sort(key=lambda one: (_size(one), one.id))
    views = (value_view(volume, one.id) for one in values)
    attributions = report.attributions if report else ()
    return AtWords(
        text=document.text[start:end],
        values=tuple(view for view in views if view is not None),
        said=tuple(
            _said(volume, one)
            for one in attributions
            if covers((*one.content, one.source, one.cue))
        ),
        reactions=tuple(one for one in report.reactions if covers(one.spans)) if report else (),
        marks=tuple(dict.fromkeys(one for one in report.marks if covers((one.span,))))
        if report
        else (),
        ways=_ways(volume, document, (start, end)),
    )


def _size(value: Read) -> int:
    return min((span.end - span.start for span in value.spans), default=0)


def _said(volume: Volume, one: Attribution) -> Said:
    href = whole(volume).origin_href(one.chain_id)
    return Said(
        speaker=whole(volume).origin_name(one.chain_id),
        act=words().acts.get(one.act, one.act),
        kind=one.kind,
        negated=one.negated,
        href=of_anchor(href.removeprefix("#"), "reports", volume.case_id) if href else None,
        reason=one.anonymity_reason.text if one.anonymity_reason else "",
    )


def _ways(volume: Volume, document: Document, limits: Range) -> tuple[Way, ...]:
    """Return where else the words lead: to copies, to evidence, to a slot of the incident."""
    place = places_in(volume, document.id).get(limits)
    return tuple(
        Way(back.label, of_anchor(back.href.removeprefix("#"), "reports", volume.case_id))
        for back in (place.backs if place else ())
        if back.role in ("copied", "evidence")
    )


def neighbours(volume: Volume, document: Document) -> tuple[Document | None, Document | None]:
    """Return the reports before and after one, in the order of publication."""
    order = volume.kept(
        "order",
        lambda: sorted(
            whole(volume).documents.values(),
            key=lambda row: (row.published or "9999", row.name, row.id),
        ),
    )
    around: list[Document | None] = [None, *order, None]
    for (before, here), (_, after) in zip(pairwise(around), pairwise(around[1:]), strict=False):
        if here is not None and here.id == document.id:
            return before, after
    return None, None
