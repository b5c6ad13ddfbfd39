"""Whom local crime reports make a suspect, against who is on record as suspected or as hurt (GVA).

An item is somebody whom the incident's record names, whose full name (first and last word of it)
stands in a report of the incident. **Suspects named** is the share of those on record as suspected
whom some claim of the report makes a suspect outright; **hurt left alone** is the share of those on
record as hurt, and not as suspected, whom no claim makes one, and **named rightly** the share of
those on record as suspected among all of both who are made one. People whom the record does not
name are not looked at. The record may be later than the report: that a report does not suspect
somebody yet counts as missed.

Splits as in ``fusion``: ``dev`` and ``held``. The model learnt of ``dev`` what its names teach, but
for the incidents whose number is divisible by six, which are the split ``kept-back``.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from evaluation.corpora import gva
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, accuracy_score, recall_score
from evaluation.incidents.gva_reading import read_all
from evaluation.readers.suspicions import outright

KEPT_BACK = "kept-back"
_READINGS = Option(
    name="readings", metavar="FOLDER", help="keep what the reader reads there, and take it up"
)


class Answer(Struct, frozen=True, kw_only=True):
    """Of one report: names that stand in it by what the record says, and those made suspects."""

    report: str
    suspected: frozenset[str]
    hurt: frozenset[str]
    blamed: frozenset[str]


def within(incident: str, split: str) -> bool:
    """Tell whether an incident lies in a split."""
    if split == KEPT_BACK:
        return gva.part(incident) == "dev" and int(incident) % gva.KEPT_BACK == 0
    return split in ("all", gva.part(incident))


def measure(request: Request) -> Outcome:
    """Score whom reports of GVA make a suspect."""
    every, files = gva.every(request.data)
    known, more = gva.records(request.data)
    rows = [
        row
        for row in sorted(every, key=lambda row: (row.incident, row.id))
        if row.incident in known
        and within(row.incident, request.split)
        and _standing(row.text, known[row.incident].suspected | known[row.incident].hurt)
    ][: request.limit]
    answers = [
        answer(
            row, known[row.incident], [one.subject for one in page.report.claims if outright(one)]
        )
        for row, page in read_all(rows, request.reader, request.options.get(_READINGS.name))
        if page is not None
    ]
    return Outcome(
        name=f"named gva {request.split} {request.reader}",
        corpus=fingerprint([*files, *more]),
        scores=tuple(score(answers, request.seed)),
        misreadings=tuple(_wrong(answers)),
    )


def answer(row: gva.GvaReport, record: gva.Record, subjects: Sequence[str]) -> Answer:
    """Return who of the record stands in a report, and who of these is among its suspects."""
    suspected, hurt = _standing(row.text, record.suspected), _standing(row.text, record.hurt)
    return Answer(
        report=row.id,
        suspected=suspected,
        hurt=hurt,
        blamed=frozenset(
            name
            for name in suspected | hurt
            if any(gva.places(subject, name) for subject in subjects)
        ),
    )


def _standing(text: str, names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if gva.places(text, name))


def score(answers: Sequence[Answer], seed: int = SEED) -> Iterator[Score]:
    """Yield every figure of the answers; intervals resample reports."""
    found, rightly, alone = [], [], []
    for one in answers:
        right, wrong = len(one.blamed & one.suspected), len(one.blamed & one.hurt)
        found.append(Counts(right, len(one.suspected), len(one.suspected)))
        rightly.append(Counts(right, right + wrong, right + wrong))
        alone.append(Counts(len(one.hurt) - wrong, len(one.hurt), len(one.hurt)))
    yield recall_score("suspects named", found, seed)
    yield accuracy_score("named rightly", rightly, seed)
    yield recall_score("hurt left alone", alone, seed)


def _wrong(answers: Iterable[Answer]) -> Iterator[Misreading]:
    for one in answers:
        for name in sorted(one.blamed & one.hurt):
            yield Misreading(
                where=one.report, kind="hurt made a suspect", expected="hurt", got=name
            )
        for name in sorted(one.suspected - one.blamed):
            yield Misreading(where=one.report, kind="suspect missed", expected=name, got="")


if __name__ == "__main__":
    sys.exit(main(measure, own=[_READINGS]))
