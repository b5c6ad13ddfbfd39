"""The gate of quality: no figure falls below its floor, and no floor falls without a reason.

``floors.json`` holds, for every measurement, the fingerprint of the corpus and the worst value
that each score may have. ``python -m evaluation.gate`` measures again and fails when a figure is
worse, or when the corpus is not the one on which the floors were set. ``--raise`` writes better
figures down as new floors. A floor falls only by ``--lower MEASUREMENT --reason TEXT``, and the
reason is kept in the file; ``--base FILE`` (the floors before a change) fails when a floor was
taken down by hand. A measurement whose data is absent is skipped, with a line that says so.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from evaluation import (
    attribution,
    cases,
    copies,
    cpost,
    eurepoc,
    example,
    expressions,
    factuality,
    fusion,
    giveme5w1h,
    grouping,
    invented,
    invented_set,
    loaded,
    muc4,
    named,
    ner,
    passage_scores,
    polnear,
    recovery,
    standing,
    truth,
    verdicts,
    wikievents,
    worlds,
)
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError, root
from evaluation.harness.floors import (
    Floors,
    Verdict,
    check,
    load,
    lowered,
    raised,
    save,
    unexplained,
)
from evaluation.harness.scores import Outcome
from evaluation.passages import FOLDER

FLOORS = Path(__file__).with_name("floors.json")
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


class Gated(Struct, frozen=True, kw_only=True):
    """One measurement of the gate: of which reader, on which split, of how many documents."""

    measure: Callable[[Request], Outcome]
    reader: str = "rules"
    split: str = "dev"
    limit: int | None = None

    def request(self, data: Path) -> Request:
        """Return what is measured when the data lies in a folder."""
        return Request(data=data, reader=self.reader, split=self.split, limit=self.limit)


_ENCODER = {
    "passages": Gated(measure=passage_scores.measure, reader="encoder", split="test"),
    "passages together": Gated(measure=passage_scores.measure, reader="together"),
    "polnear encoder": Gated(measure=polnear.measure, reader="encoder", limit=40),
    "polnear together": Gated(measure=polnear.measure, reader="together", limit=40),
    "named": Gated(measure=named.measure, reader="encoder", split=named.KEPT_BACK, limit=120),
    "muc4": Gated(measure=muc4.measure, reader="encoder", limit=100),
    "wikievents": Gated(measure=wikievents.measure, reader="encoder"),
    "factuality": Gated(measure=factuality.measure, reader="encoder", limit=400),
    "attribution encoder": Gated(measure=attribution.measure, reader="encoder"),
    "cases encoder": Gated(measure=cases.measure, reader="encoder"),
    "verdicts": Gated(measure=verdicts.measure, reader="encoder"),
    "ner": Gated(measure=ner.measure, reader="encoder", split="test", limit=500),
    "loaded": Gated(measure=loaded.measure, reader="encoder", split="test"),
    "invented": Gated(measure=invented.measure, reader="encoder", split="test"),
}
MEASUREMENTS: dict[str, Gated] = {
    "example": Gated(measure=example.measure),
    "expressions": Gated(measure=expressions.measure),
    "attribution": Gated(measure=attribution.measure),
    "cases": Gated(measure=cases.measure),
    "polnear": Gated(measure=polnear.measure),
    "copies": Gated(measure=copies.measure),
    "standing": Gated(measure=standing.measure, limit=300),
    "truth": Gated(measure=truth.measure, split="all"),
    "fusion": Gated(measure=fusion.measure, limit=60),
    "grouping": Gated(measure=grouping.measure, limit=6),
    "giveme5w1h": Gated(measure=giveme5w1h.measure),
    "cpost": Gated(measure=cpost.measure, limit=600),
    "eurepoc": Gated(measure=eurepoc.measure),
    "worlds": Gated(measure=worlds.measure, limit=20),
    "recovery": Gated(measure=recovery.measure, limit=150),
    **_ENCODER,
}
"""Measurements by name, in the order in which they run; the example, the time expressions, the
passages and the invented incidents come with the project, made worlds and random cases need no
data. Limits are set where a whole split takes minutes."""
_OWN = {
    "example": EXAMPLES,
    "expressions": expressions.ITEMS.parent,
    "passages": FOLDER,
    "passages together": FOLDER,
    "invented": invented_set.FOLDER,
    "worlds": Path(),
    "recovery": Path(),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, compare with the floors, write new ones when asked; return the exit code."""
    parser = _parser()
    given = parser.parse_args(argv)
    if given.lower and not (given.reason or "").strip():
        parser.error("a floor falls only for a reason: --reason TEXT")
    verdicts, floors = run(given, load(given.floors))
    if given.base is not None:
        verdicts.extend(unexplained(load(given.base), floors))
    if given.rise or given.lower:
        save(given.floors, floors)
    for verdict in verdicts:
        print(("FAILS  " if verdict.fails else "ok     ") + verdict.text)
    return 1 if any(verdict.fails for verdict in verdicts) else 0


def run(given: argparse.Namespace, floors: Floors) -> tuple[list[Verdict], Floors]:
    """Run the chosen measurements; return what came of each, and the floors afterwards."""
    verdicts: list[Verdict] = []
    for name in _chosen(given):
        try:
            gated = MEASUREMENTS[name]
            outcome = gated.measure(gated.request(_OWN.get(name) or root(given.data)))
        except DataAbsentError as absent:
            verdicts.append(Verdict(text=f"{name}: skipped, data absent: {absent}"))
            continue
        floors = _moved(name, outcome, floors, given)
        verdicts.extend(check(name, outcome, floors.measurements.get(name)))
    return verdicts, floors


def _chosen(given: argparse.Namespace) -> list[str]:
    if given.lower:
        return [given.lower]
    return given.only or list(MEASUREMENTS)


def _moved(name: str, outcome: Outcome, floors: Floors, given: argparse.Namespace) -> Floors:
    held = floors.measurements.get(name)
    if given.lower == name and held is not None:
        floor, falls = lowered(name, outcome, held, given.reason)
        floors = replace(floors, lowered=(*floors.lowered, *falls))
    elif given.rise:
        floor = raised(outcome, held)
    else:
        return floors
    return replace(floors, measurements={**floors.measurements, name: floor})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, help="folder of the data (or set WHENCE_DATA)")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="file of the floors")
    parser.add_argument("--base", type=Path, help="the floors before this change")
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="measure only this")
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise the floors")
    parser.add_argument("--lower", choices=MEASUREMENTS, help="take this one's floors down")
    parser.add_argument("--reason", help="why the floors fall")
    return parser


if __name__ == "__main__":
    sys.exit(main())
