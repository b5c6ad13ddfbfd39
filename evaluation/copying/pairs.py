"""Pairs of reports: which of them tracing calls copies, and what a reader judged of a sample.

A pair is **found** when the trace has a copy between its two reports, whichever the direction. It
is **linked** when both belong to one group through other reports (each text keeps one original,
so that of three near-copies two pairs are found and the third is linked), and **not found** else.
A pair's id is made of the first ten characters of its reports' ids, in order.

Judgements come from two samples: pairs drawn at random of those found when the sample was made,
and of those not found then the ones whose words overlap most. A judged pair of the first weighs
as many pairs as it stands for, one of the second weighs itself, so that for any later tracing::

    precision = weight of found copies / weight of found pairs
    recall    = weight of found copies / weight of copies

(Horvitz and Thompson 1952), ``unclear`` ones left out. Copies among the pairs that were neither
found nor among the most overlapping are not seen: the recall is an upper bound.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from evaluation.harness.bootstrap import Statistic
from evaluation.harness.corpus import require
from evaluation.harness.metrics import Counts, shares
from evaluation.harness.scores import Measure, Score, row_score
from whence.model.document import Document
from whence.model.origin import Copy
from whence.model.report import Report
from whence.trace import trace

Verdict = Literal["copy", "independent", "unclear"]
Drawn = Literal["found", "overlapping"]
Status = Literal["found", "linked", "not found"]
SAMPLE = 50
"""How many pairs of either kind a sample has."""
_FIGURES: tuple[tuple[str, Measure, int], ...] = (
    ("precision", "accuracy", 1),
    ("recall", "recall", 2),
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Text(Struct, frozen=True, kw_only=True):
    """A report of an incident as the pipeline read it."""

    id: str
    incident: str
    document: Document
    report: Report


class Pair(Struct, frozen=True, kw_only=True):
    """Two reports of one incident and what the trace says of them."""

    left: Text
    right: Text
    status: Status
    copy: Copy | None = None

    @property
    def id(self) -> str:
        """The name of the pair, whatever the order of its reports."""
        return "-".join(sorted((self.left.id[:10], self.right.id[:10])))

    @property
    def one_outlet(self) -> bool:
        """Whether both reports are of one outlet."""
        return self.left.document.outlet == self.right.document.outlet


class Judged(Struct, frozen=True, kw_only=True):
    """One pair of a sample and what a reader made of it."""

    pair: str
    drawn: Drawn
    verdict: Verdict


class Judgements(Struct, frozen=True, kw_only=True):
    """The judgements of two samples; ``found`` is how many pairs were found when they were made."""

    split: str
    found: int
    judged: tuple[Judged, ...]


def load(path: Path) -> Judgements:
    """Read a file of judgements.

    Raises:
        DataAbsentError: when it is not there.
        msgspec.ValidationError: when it does not fit the form.
    """
    return msgspec.yaml.decode(require(path).read_bytes(), type=Judgements)


def pairs(texts: Sequence[Text]) -> list[Pair]:
    """Trace one incident and return all pairs of its texts."""
    unique = {text.document.id: text for text in texts}
    ordered = sorted(unique.values(), key=lambda text: text.id)
    copies = traced(ordered)
    group = _groups([text.document.id for text in ordered], copies)
    found: list[Pair] = []
    for left, right in combinations(ordered, 2):
        one, other = left.document.id, right.document.id
        copy = copies.get(frozenset((one, other)))
        linked: Status = "linked" if group[one] == group[other] else "not found"
        status = "found" if copy is not None else linked
        found.append(Pair(left=left, right=right, status=status, copy=copy))
    return found


def traced(texts: Iterable[Text]) -> dict[frozenset[str], Copy]:
    """Trace texts as one case and return the copies by the ids of their two documents."""
    both = [(text.document, text.report) for text in texts]
    found = trace([document for document, _ in both], [report for _, report in both])
    return {
        frozenset((copy.copy_id, copy.original_id)): copy
        for copy in found.copies
        if copy.original_id is not None
    }


def _groups(ids: Iterable[str], links: Iterable[frozenset[str]]) -> dict[str, str]:
    """Return a name for the group of each document, equal for all that copies tie together."""
    group = {one: one for one in ids}
    for link in links:
        left, right = (group[one] for one in link)
        group = {one: left if name == right else name for one, name in group.items()}
    return group


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return every three words in a row, in lower case."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def overlap(left: str, right: str) -> float:
    """Return which share of the runs of three words of the poorer text the other has too."""
    mine, theirs = runs(left), runs(right)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def sample(every: Sequence[Pair], seed: int) -> list[tuple[Drawn, Pair]]:
    """Draw pairs to judge: some of the found ones, and the most overlapping of those not found."""
    ordered = sorted(every, key=lambda pair: pair.id)
    found = [pair for pair in ordered if pair.status == "found"]
    chosen = np.random.default_rng(seed).permutation(len(found))[:SAMPLE]
    missed = [
        (-overlap(pair.left.document.text, pair.right.document.text), pair.id, pair)
        for pair in ordered
        if pair.status == "not found"
    ]
    first: list[tuple[Drawn, Pair]] = [("found", found[number]) for number in chosen]
    return first + [("overlapping", pair) for _, _, pair in sorted(missed, key=_rank)[:SAMPLE]]


def _rank(row: tuple[float, str, Pair]) -> tuple[float, str]:
    return row[:2]


def judged_scores(
    every: Sequence[Pair], given: Judgements, seed: int
) -> tuple[list[Score], list[tuple[Judged, Pair]]]:
    """Return precision and recall by the judgements, and the judged pairs that came out wrong.

    Pairs that are not among ``every`` (their texts could not be read, or another split) count
    nowhere.
    """
    by_id = {pair.id: pair for pair in every}
    rows = [
        (one, by_id[one.pair])
        for one in given.judged
        if one.verdict != "unclear" and one.pair in by_id
    ]
    drawn = sum(one.drawn == "found" for one in given.judged)
    weights: Mapping[Drawn, float] = {"found": given.found / max(1, drawn), "overlapping": 1.0}
    scores: list[Score] = []
    for name, kept in (("", rows), (", two outlets", [r for r in rows if not r[1].one_outlet])):
        scores += _estimates(name, kept, weights, seed)
    wrong = [row for row in rows if (row[0].verdict == "copy") != (row[1].status == "found")]
    return scores, [row for row in wrong if row[1].status != "linked"]


def _estimates(
    name: str,
    rows: Sequence[tuple[Judged, Pair]],
    weights: Mapping[Drawn, float],
    seed: int,
) -> list[Score]:
    table = np.array(
        [
            [
                weights[one.drawn] * (one.verdict == "copy" and pair.status != "not found"),
                weights[one.drawn] * (pair.status != "not found"),
                weights[one.drawn] * (one.verdict == "copy"),
            ]
            for one, pair in rows
        ],
        dtype=np.float64,
    ).reshape(-1, 3)
    found: list[Score] = []
    for what, measure, column in _FIGURES:
        kept = table[table[:, column] > 0]
        score = row_score(f"{what}{name}", measure, kept, _share(column), seed)
        hits, whole = int((kept[:, 0] > 0).sum()), len(kept)
        found.append(replace(score, counts=Counts(hits, whole, whole)))
    return found


def _share(column: int) -> Statistic:
    """Return the statistic that takes the first column as a share of another."""

    def share(rows: NDArray[np.float64]) -> NDArray[np.float64]:
        return shares(rows[:, 0], rows[:, column])

    return share
