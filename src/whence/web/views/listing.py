"""The list of a case's reports: what was read in each, copies of one text drawn together."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.document import Document
from whence.publish.dates import date
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.bundles import texts_of
from whence.web.views.readings import readings
from whence.web.views.whole import elsewhere_told


@dataclass(frozen=True)
class Row:
    """One report. Counts are of what was read in it and still counts; ``rejected`` of the rest.

    ``read`` is False while the report waits to be read, or could not be; ``other`` tells that it
    was found to be of another incident.
    """

    document: Document
    href: str
    published: str
    read: bool
    other: bool
    said: int
    facts: int
    claims: int
    reactions: int
    marks: int
    rejected: int


@dataclass(frozen=True)
class Group:
    """Rows of one text: ``whose`` and ``size`` where several reports of the case print it."""

    whose: str
    size: int
    rows: tuple[Row, ...]


def listed(volume: Volume) -> tuple[Row, ...]:
    """Return every report, those of one text beside each other, by the text's first publication."""
    return volume.kept("listed", lambda: _listed(volume))


def _listed(volume: Volume) -> tuple[Row, ...]:
    texts = texts_of(volume)
    order = {key: rank for rank, key in enumerate(texts)}
    documents = sorted(
        volume.case.documents,
        key=lambda one: (
            texts[one.id].rank if one.id in texts else len(texts),
            order.get(one.id, 0),
        ),
    )
    return tuple(_row(volume, one) for one in documents)


def _row(volume: Volume, document: Document) -> Row:
    found = readings(volume)
    report = found.reports.get(document.id)
    gone = len(found.gone.get(document.id, ()))
    return Row(
        document=document,
        href=to("reports", case=volume.case_id, key=document.id),
        published=date(document.published),
        read=report is not None,
        other=document.id in elsewhere_told(volume),
        said=len(report.attributions) if report else 0,
        facts=len([one for one in report.facts if one.id in found.now]) if report else 0,
        claims=len([one for one in report.claims if one.id in found.now]) if report else 0,
        reactions=len(report.reactions) if report else 0,
        marks=len(report.marks) if report else 0,
        rejected=gone,
    )


def fitting(rows: Iterable[Row], outlet: str, word: str) -> list[Row]:
    """Return the rows of an outlet (all for "") that have a word in title or text."""
    wanted = word.casefold()
    return [
        row
        for row in rows
        if (not outlet or row.document.name == outlet)
        and (
            not wanted
            or wanted in (row.document.title or "").casefold()
            or wanted in row.document.name.casefold()
            or wanted in row.document.text.casefold()
        )
    ]


def grouped(volume: Volume, rows: Iterable[Row]) -> tuple[Group, ...]:
    """Gather rows of one text that stand beside each other."""
    texts = texts_of(volume)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        text = texts.get(row.document.id)
        groups.setdefault(text.key if text else row.document.id, []).append(row)
    found = []
    for members in groups.values():
        text = texts.get(members[0].document.id)
        whose, size = (text.whose, text.size) if text else ("", 1)
        found.append(Group(whose, size, tuple(members)))
    return tuple(found)
