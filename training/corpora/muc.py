"""MUC-4: who did what to whom, as the templates of a message fill its roles."""

from collections.abc import Iterator
from pathlib import Path

from evaluation.corpora.muc4 import Report, occurrences, reports
from evaluation.standing import MUC_OF

from training.examples import Cut, Example, Range
from whence.infer.labels import ROLES, STANDINGS

_FILLED = {
    "PerpInd": "person", "PerpOrg": "organisation", "Target": "target", "Victim": "victim",
    "Weapon": "weapon",
}  # fmt: skip
KINDS = frozenset(ROLES.index(name) for name in _FILLED.values())
_STANDING = {
    confidence: STANDINGS.index(standing)
    for standing, confidence in MUC_OF.items()
    if standing in STANDINGS and standing != "found"
}


def examples(data: Path, split: str) -> list[Example]:
    """Return the messages of a split ("train", "dev") as the GTT files cut them, lower-cased.

    Every place where a fill's words stand is labelled, since the files name only the first. The
    confidence in an organisation is laid to each of its mentions, where the key gives one alone.
    """
    return [_example(report) for report in reports(data, split)[0]]


def _example(report: Report) -> Example:
    text = report.lowered
    cut = Cut(text)
    taken: set[int] = set()
    roles: list[tuple[Range, int]] = []
    for words, role in sorted(_fills(report), key=lambda fill: -len(fill[0])):
        for start, end in cut.ranges(occurrences(text, words)):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                roles.append(((start, end), role))
    relevant = float(report.relevant)
    return Example(
        name=report.id,
        words=cut.words,
        roles=tuple(sorted(roles)),
        role_kinds=KINDS,
        pooled={"relevant": relevant, "filled": relevant},
        standings=tuple(sorted(dict(_standings(report, cut)).items())),
    )


def _fills(report: Report) -> Iterator[tuple[str, int]]:
    for template in report.templates:
        for slot, name in _FILLED.items():
            for entity in template.entities[slot]:
                for words in entity.mentions:
                    yield words, ROLES.index(name)


def _standings(report: Report, cut: Cut) -> Iterator[tuple[int, int]]:
    for blamed in report.blamed:
        known = [_STANDING[one] for one in blamed.confidences if one in _STANDING]
        if len(known) != 1:
            continue
        for name in blamed.names:
            for start, _ in cut.ranges(occurrences(report.lowered, name)):
                yield start, known[0]
