"""Which reports tell of one incident, against the record.

``python -m evaluation.grouping --split dev``. All reports of US gun violence (``corpora.gva``) that
were published in one calendar month are put before Whence in one heap, month by month, whichever
part their incidents are of; they are scored where their incident is of the split (``dev``: four
fifths by a fixed hash, on which everything may be tuned; ``held``: the other fifth; ``all``).

The metric is B-cubed (Bagga and Baldwin 1998): precision is, for each report, the share of its
group that tells of its incident, recall the share of its incident's reports of that month that are
in its group; both are means over reports. ``reports of several`` are those whose incident has two
reports or more in the month: the rest are right when they are left alone. Beside them: each report
alone, and the linking of titles of which a cosine of word counts is .5 or more (a peer as simple
as can be). Intervals are of resampled incidents.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from evaluation.corpora import gva
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import shares
from evaluation.harness.scores import Misreading, Outcome, Score, row_score
from evaluation.incidents.gva_reading import read_all
from whence.fuse.grouping import Groups, signature
from whence.fuse.grouping.clusters import components
from whence.fuse.grouping.signature import Signature
from whence.names.spelling import words

OPTIONS = (Option(name="readings", metavar="DIR", help="keep what the model reads in this folder"),)
_ALIKE = 0.5
_SHOWN = 60


class Item(Struct, frozen=True):
    """One report: its incident, the month it was published in, its title and its signature."""

    incident: str
    month: str
    title: str
    signature: Signature

    @property
    def id(self) -> str:
        """The id of its document."""
        return self.signature.document_id


def measure(request: Request) -> Outcome:
    """Score the groups into which the reports of each month fall."""
    rows, files = gva.every(request.data)
    months = sorted({row.published[:7] for row in rows})[: request.limit]
    kept = [row for row in rows if row.published[:7] in months]
    items: list[Item] = []
    for row, page in read_all(kept, request.reader, request.options.get("readings")):
        if page is not None:
            made = signature(page.document, page.report)
            items.append(Item(row.incident, row.published[:7], row.title, made))
    heaps: dict[str, list[Item]] = defaultdict(list)
    for item in {item.id: item for item in items}.values():
        heaps[item.month].append(item)
    every = list(heaps.values())
    found = [group for heap in every for group in grouped(heap)]
    return Outcome(
        name=f"grouping gva {request.split} {request.reader}",
        corpus=fingerprint(files),
        scores=tuple(scores(every, request)),
        misreadings=tuple(_wrong(found, request.split))[:_SHOWN],
    )


def grouped(heap: Sequence[Item]) -> list[list[Item]]:
    """Return the reports of a heap in the groups that Whence finds."""
    groups = Groups()
    by_id = {item.id: item for item in heap}
    for item in heap:
        groups.add(item.signature)
    return [[by_id[one] for one in group] for group in groups.groups()]


def alone(heap: Sequence[Item]) -> list[list[Item]]:
    """Return each report in a group of its own."""
    return [[item] for item in heap]


def titled(heap: Sequence[Item]) -> list[list[Item]]:
    """Return the reports linked by titles alike."""
    counted = {item.id: Counter(words(item.title)) for item in heap}
    ids = sorted(counted)
    alike = [
        (one, other)
        for place, one in enumerate(ids)
        for other in ids[:place]
        if _cosine(counted[one], counted[other]) >= _ALIKE
    ]
    by_id = {item.id: item for item in heap}
    return [[by_id[one] for one in group] for group in components(ids, alike)]


def _cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    shared = sum(number * other.get(word, 0) for word, number in one.items())
    length = sum(n * n for n in one.values()) * sum(n * n for n in other.values())
    return float(shared / length**0.5) if length else 0.0


Grouper = Callable[[Sequence[Item]], list[list[Item]]]
_WAYS: dict[str, Grouper] = {"whence": grouped, "titles": titled, "each alone": alone}


def scores(heaps: Sequence[Sequence[Item]], request: Request) -> list[Score]:
    """Return B-cubed of Whence and of what stands beside it, over all and over the shared."""
    made: list[Score] = []
    for who, way in _WAYS.items():
        groups = [group for heap in heaps for group in way(heap)]
        for several in (False, True):
            rows = bcubed(groups, request.split, several)
            which = "reports of several" if several else "all reports"
            f1 = row_score(f"B-cubed F1, {which}, {who}", "f1", rows, _f1, request.seed)
            made.append(f1 if way is grouped else replace(f1, measure="baseline"))
            if way is grouped:
                name = f"B-cubed precision, {which}"
                made.append(row_score(name, "precision", rows, _precision, request.seed))
                name = f"B-cubed recall, {which}"
                made.append(row_score(name, "recall", rows, _recall, request.seed))
    return made


def bcubed(
    groups: Sequence[Sequence[Item]], split: str, several: bool = False
) -> NDArray[np.float64]:
    """Return a row for each incident of a split: summed precision, summed recall, reports.

    ``several`` leaves out reports that are their incident's only one in their month.
    """
    whole = Counter((item.incident, item.month) for group in groups for item in group)
    rows: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for group in groups:
        inside = Counter(item.incident for item in group)
        for item in group:
            told = whole[item.incident, item.month]
            if split in ("all", gva.part(item.incident)) and not (several and told < 2):
                row = rows[item.incident]
                row[0] += inside[item.incident] / len(group)
                row[1] += inside[item.incident] / told
                row[2] += 1
    return np.array([rows[key] for key in sorted(rows)]).reshape(-1, 3)


def _precision(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return shares(rows[:, 0], rows[:, 2])


def _recall(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return shares(rows[:, 1], rows[:, 2])


def _f1(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    precision, recall = _precision(rows), _recall(rows)
    return shares(2 * precision * recall, precision + recall)


def _wrong(groups: Sequence[Sequence[Item]], split: str) -> list[Misreading]:
    """Return the groups that hold several incidents, and the incidents that lie in several."""
    wrong: list[Misreading] = []
    homes: dict[tuple[str, str], list[Sequence[Item]]] = defaultdict(list)
    for group in groups:
        for incident in {item.incident for item in group}:
            homes[incident, group[0].month].append(group)
        if len({item.incident for item in group}) > 1:
            shown = " // ".join(f"{item.incident} {item.title}" for item in group)
            mine = [item for item in group if split in ("all", gva.part(item.incident))]
            if mine:
                wrong.append(_misreading(mine[0].incident, "merged", "several incidents", shown))
    for (incident, _), found in sorted(homes.items()):
        if len(found) > 1 and split in ("all", gva.part(incident)):
            titles = [item.title for group in found for item in group if item.incident == incident]
            wrong.append(_misreading(incident, "parted", "one group", " // ".join(titles)))
    return wrong


def _misreading(where: str, kind: str, expected: str, got: str) -> Misreading:
    return Misreading(where=where, kind=kind, expected=expected, got=got)


if __name__ == "__main__":
    sys.exit(main(measure, own=OPTIONS))
