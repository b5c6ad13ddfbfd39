"""Invented incidents that nobody owned up to, through the whole pipeline, against their records.

Each incident's reports are read, traced, fused and weighed as ``whence run`` does it; ``--data``
names another folder of incidents than the project's own. Of each slot those count whose record
tells it. **killed**, **wounded**, **date**, **kind**: what is held is one of the record's (a slot
that nobody fills is 0; a date may be more precise). **place**: the place held, or what it was
resolved to, bears one of the record's names; **country**: it lies in the record's state.
**suspects**: F1 of the parties whom an origin ties to the deed outright (no hint, denial or
clearing), one to one; a name agrees when all words of the one stand in the other. **standings**:
F1 of pairs of a party and a standing; **accusers**: the share of the record's ``by`` that is the
origin of the right standing of their party. **wrongly shown** counts suspects who bear a name of
``not_suspects``. **copies**: F1 of the reports that are taken to repeat another. Intervals
resample incidents.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Misreading,
    Outcome,
    Score,
    accuracy_score,
    count_score,
    f1_score,
    recall_score,
)
from evaluation.incidents.invented_told import (
    ASKED,
    Told,
    accusers,
    copies,
    extra,
    missed_standings,
    standings,
    suspects,
)
from evaluation.invented_set import FOLDER, Invented, Report, files, read
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

_AT = "2040-01-01T00:00:00+00:00"


def measure(request: Request) -> Outcome:
    """Score the whole pipeline on invented incidents of the world."""
    folder = FOLDER if request.data == Path() else request.data
    require(folder / request.split)
    paths = files(request.split, folder)
    every = [one for path in paths for one in read(path)][: request.limit]
    all_told = [run(one, request.reader) for one in every]
    return Outcome(
        name=f"invented {request.split} {request.reader}",
        corpus=fingerprint(paths),
        scores=tuple(_scores(all_told, request.seed)),
        misreadings=tuple(wrong for told in all_told for wrong in _wrong(told)),
        notes=(f"{sum(len(one.reports) for one in every)} reports of {len(every)} incidents",),
    )


def run(one: Invented, reader: str) -> Told:
    """Put the reports of one incident through the pipeline.

    Raises:
        NothingRead: when not one of its reports could be read.
        ValueError: when nothing was made of them.
    """
    config = Config()
    config = replace(config, run=replace(config.run, reader=reader))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{one.id}.jsonl"
        path.write_bytes(msgspec.json.Encoder().encode_lines([_record(r) for r in one.reports]))
        case = run_pipeline([str(path)], config, World(at=_AT))
    if case.incident is None:
        raise ValueError(f"{one.id}: nothing was fused")
    places = {document.id: document.location for document in case.documents}
    numbers = {key: int(place.rsplit(":", 1)[1]) for key, place in places.items()}
    return Told(gold=one, case=case, incident=case.incident, numbers=numbers)


def _record(report: Report) -> dict[str, str]:
    fields = msgspec.to_builtins(report)
    return {key: value for key, value in fields.items() if value}


def _scores(all_told: Sequence[Told], seed: int) -> Iterator[Score]:
    for slot in ASKED:
        units = [
            Counts(hits=int(told.right(slot)), predicted=1, gold=1)
            for told in all_told
            if told.asked(slot)
        ]
        yield accuracy_score(slot, units, seed)
    yield f1_score("suspects", [suspects(told) for told in all_told], seed)
    yield f1_score("standings", [standings(told) for told in all_told], seed)
    yield recall_score("accusers", [accusers(told) for told in all_told], seed)
    yield count_score("wrongly shown", sum(len(told.shown_wrongly()) for told in all_told))
    yield f1_score("copies", [copies(told) for told in all_told], seed)


def _wrong(told: Told) -> Iterator[Misreading]:
    where = told.gold.id
    for slot in ASKED:
        if told.asked(slot) and not told.right(slot):
            yield Misreading(
                where=where, kind=slot, expected=told.wanted(slot), got=told.held(slot) or "nothing"
            )
    for wanted, got in missed_standings(told):
        yield Misreading(where=where, kind="standings", expected=wanted, got=got)
    for party, said in extra(told):
        words = "; ".join(f"{one.standing} by {one.origin_name}" for one in said)
        yield Misreading(
            where=where, kind="extra suspect", expected="", got=f"{party.name} ({words})"
        )
    for name, party in told.shown_wrongly():
        yield Misreading(where=where, kind="wrongly shown", expected=name, got=party.name)


if __name__ == "__main__":
    sys.exit(main(measure, needs_data=False))
