"""Reports that print one text: drawn as one thing with many hands, wherever reports are listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.publish.dates import date
from whence.publish.views.graph import bundle_name, bundles
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.whole import whole


@dataclass(frozen=True)
class Printed:
    """One report that prints something; ``href`` leads to the words, or to the report."""

    document_id: str
    outlet: str
    published: str
    href: str


@dataclass(frozen=True)
class Bunch:
    """Reports that print one text, earliest first; ``whose`` is "" where it is one report alone.

    ``size`` is how many reports of the case print that text, whether they are here or not.
    """

    whose: str
    size: int
    printed: tuple[Printed, ...]


@dataclass(frozen=True)
class Text:
    """One text of the case: whose it is, the place of its first report, how many print it."""

    key: str
    whose: str
    size: int
    rank: int


def texts_of(volume: Volume) -> dict[str, Text]:
    """Return, for every document, the text that it prints; made once for a volume."""
    return volume.kept("texts", lambda: _texts(volume))


def _texts(volume: Volume) -> dict[str, Text]:
    found = {}
    for rank, bundle in enumerate(bundles(whole(volume))):
        size = len(bundle.document_ids)
        whose = bundle_name(whole(volume), bundle) if size > 1 else ""
        text = Text(bundle.key, whose, size, rank)
        found.update(dict.fromkeys(bundle.document_ids, text))
    return found


def printed(volume: Volume, document_id: str, anchor: str = "") -> Printed:
    """Return a report as a line of a list; ``anchor`` is that of the words meant."""
    href = to("reports", case=volume.case_id, key=document_id)
    return Printed(
        document_id=document_id,
        outlet=whole(volume).outlet(document_id),
        published=date(whole(volume).published(document_id)),
        href=f"{href}#{anchor}" if anchor else href,
    )


def bunched(volume: Volume, rows: Iterable[Printed]) -> tuple[Bunch, ...]:
    """Gather reports by the text that they print, in the order of first publication."""
    texts = texts_of(volume)
    groups: dict[Text, list[Printed]] = {}
    for row in rows:
        text = texts.get(row.document_id) or Text(row.document_id, "", 1, len(texts))
        groups.setdefault(text, []).append(row)
    order = {key: rank for rank, key in enumerate(texts)}
    return tuple(
        Bunch(
            whose=text.whose,
            size=text.size,
            printed=tuple(sorted(found, key=lambda row: order.get(row.document_id, len(order)))),
        )
        for text, found in sorted(groups.items(), key=lambda group: group[0].rank)
    )
