"""What a fused incident says of the toll, the day and the city, against the record.

``python -m evaluation.fusion --split dev``. Reports of US gun violence (``corpora.gva``) of one
incident are traced and fused; which reports belong together is given here (``grouping`` measures
whether Whence finds it out). Only incidents with a record and two reports or more are taken.

- **killed**, **injured**: the best count held is the record's. A slot that no report fills is read
  as none, as the record has it, and so is one of which every value was overtaken (all who were told
  as wounded are told as dead since); a slot that abstains for any other reason is wrong.
- **date**: the day held is the record's day.
- **city**: the place held is the record's city or county. A record that is a town is met by that
  town alone, not by its county or by a larger town near it; one that is a county ("Park (county)",
  "Park County") by that county alone, not by a town of the name; a township likewise. A name in
  brackets that is no such word ("Springfield (Harrow)") is another name of the town. A record's
  town that its reports never name is a miss like any other.

Beside them stand *first*, the first report (by day, then id) alone, and *majority*, the value that
most reports give when each is fused alone; among even values the earlier report's.

Splits: ``dev``, four fifths by a fixed hash, on which everything may be tuned; ``held``, the other
fifth, only reported; ``all``, both.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from evaluation.corpora import gva
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, accuracy_score, baseline_score
from evaluation.incidents.gva_reading import read_all
from evaluation.readers.reading import ReadPage
from whence.fuse import fuse
from whence.model.incident import Incident, Slot
from whence.names.spelling import fold
from whence.trace import trace

OPTIONS = (
    Option(name="readings", metavar="DIR", help="keep what the model reads in this folder"),
    Option(name="only", metavar="SLOT", help="list the errors of this slot alone"),
)
FIELDS = ("killed", "injured", "date", "city")
_WAYS = ("fused", "first", "majority")
_DIVISIONS = frozenset({"county", "township", "parish", "borough"})
"""Words in brackets that say what a name in the record is, and are no name."""
_BRACKETS = re.compile(r"^(?P<name>[^(]+?)\s*(?:\((?P<also>[^)]*)\))?$")


class Answer(Struct, frozen=True):
    """What one way of answering says of an incident, by field; None where it does not answer."""

    killed: int | None
    injured: int | None
    date: str | None
    place: tuple[str, ...]


def measure(request: Request) -> Outcome:
    """Score fused incidents, the first report and the majority against the records of GVA."""
    every, files = gva.every(request.data)
    known, more = gva.records(request.data)
    groups: dict[str, list[gva.GvaReport]] = defaultdict(list)
    for row in every:
        if request.split in ("all", gva.part(row.incident)) and row.incident in known:
            groups[row.incident].append(row)
    kept = [key for key in sorted(groups) if len(groups[key]) > 1][: request.limit]
    rows = sorted((row for key in kept for row in groups[key]), key=_order)
    pages: dict[str, list[ReadPage]] = defaultdict(list)
    for row, page in read_all(rows, request.reader, request.options.get("readings")):
        if page is not None:
            pages[row.incident].append(page)
    answers = {key: answered(pages[key]) for key in kept}
    return Outcome(
        name=f"fusion gva {request.split} {request.reader}",
        corpus=fingerprint([*files, *more]),
        scores=_scores(answers, known, request.seed),
        misreadings=_wrong(answers, known, request.options.get("only")),
    )


def _order(row: gva.GvaReport) -> tuple[str, str, str]:
    return (row.incident, row.published, row.id)


def answered(pages: Sequence[ReadPage]) -> dict[str, Answer]:
    """Return the answers of all three ways for the reports of one incident, the earliest first."""
    alone = [answer(_fused([page])) for page in pages]
    empty = Answer(0, 0, None, ())
    return {
        "fused": answer(_fused(pages)) if pages else empty,
        "first": alone[0] if alone else empty,
        "majority": _majority(alone) if alone else empty,
    }


def _fused(pages: Sequence[ReadPage]) -> Incident:
    documents = list({page.document.id: page.document for page in pages}.values())
    reports = list({page.report.id: page.report for page in pages}.values())
    return fuse(documents, reports, trace(documents, reports))


def answer(incident: Incident) -> Answer:
    """Return what an incident holds, in the terms of the record."""
    date, place = incident.slot("date"), incident.slot("place")
    return Answer(
        killed=_count(incident.slot("killed")),
        injured=_count(incident.slot("wounded")),
        date=date.best[:10] if date is not None and date.best else None,
        place=_names(place),
    )


def _count(slot: Slot | None) -> int | None:
    if slot is None or all(value.status == "superseded" for value in slot.values):
        return 0
    if slot.best is None or slot.quantity is None:
        return None
    number = slot.quantity
    return number.best if number.best is not None else number.low


def _names(slot: Slot | None) -> tuple[str, ...]:
    """Return the folded names in the place that is held, and its resolved name."""
    if slot is None or not slot.best:
        return ()
    held = next((one for one in slot.values if one.value == slot.best), None)
    resolved = [held.location.name] if held is not None and held.location is not None else []
    return tuple(plain(part) for part in (*slot.best.split(","), *resolved))


def plain(name: str) -> str:
    """Return a name folded, its saints, forts and mounts written out, without dots and article."""
    words = fold(name).replace(".", "").removeprefix("the ").split()
    short = {"st": "saint", "ft": "fort", "mt": "mount"}
    return " ".join(short.get(word, word) for word in words)


def _majority(alone: Sequence[Answer]) -> Answer:
    def most(values: Sequence[object]) -> object:
        counted = Counter(values)
        return max(dict.fromkeys(values), key=lambda one: counted[one])

    parts = {
        name: most([getattr(one, name) for one in alone])
        for name in ("killed", "injured", "date", "place")
    }
    return Answer(**parts)  # type: ignore[arg-type]  # each value comes from a field of this name


def right(answer: Answer, field: str, record: gva.Record) -> bool:
    """Tell whether an answer is right in one field."""
    if field == "killed":
        return answer.killed == record.killed
    if field == "injured":
        return answer.injured == record.injured
    if field == "date":
        return answer.date == record.date
    return bool(wanted(record.city) & set(answer.place))


def wanted(city: str) -> frozenset[str]:
    """Return the folded names that meet a record's "city or county".

    "Park (county)" and "Park County" are the county, "Dorr (township)" the township; any other
    name in brackets is another name of the town ("Springfield (Harrow)").
    """
    found = _BRACKETS.match(city)
    if found is None:
        return frozenset({plain(city)})
    name, also = found.group("name"), found.group("also") or ""
    if plain(also) in _DIVISIONS:
        return frozenset({plain(f"{name} {also}")})
    return frozenset(plain(one) for one in (name, also) if one)


def _scores(
    answers: dict[str, dict[str, Answer]], known: dict[str, gva.Record], seed: int
) -> tuple[Score, ...]:
    scores: list[Score] = []
    for field in FIELDS:
        for way in _WAYS:
            units = [
                Counts(hits=int(right(ways[way], field, known[key])), predicted=1, gold=1)
                for key, ways in answers.items()
            ]
            made = accuracy_score if way == "fused" else baseline_score
            scores.append(made(f"{field}, {way}", units, seed))
    return tuple(scores)


def _wrong(
    answers: dict[str, dict[str, Answer]], known: dict[str, gva.Record], only: str | None
) -> tuple[Misreading, ...]:
    wrong: list[Misreading] = []
    for key, ways in answers.items():
        record = known[key]
        for field in FIELDS if only is None else (only,):
            if not right(ways["fused"], field, record):
                expected = {"date": record.date, "city": f"{record.city}, {record.state}"}
                told = expected.get(field, str(getattr(record, field, "")))
                got = {way: getattr(one, field, one.place) for way, one in ways.items()}
                shown = ", ".join(f"{way} {value}" for way, value in got.items())
                wrong.append(Misreading(where=key, kind=field, expected=told, got=shown))
    return tuple(wrong)


if __name__ == "__main__":
    sys.exit(main(measure, own=OPTIONS))
