"""Learns which town or county of a report is the incident's: ``python -m training.likeliest``.

A conditional logit (McFadden 1974) with a ridge over the features of
``whence.extract.facts.site.likeliest``, fitted as ``training.choosing`` fits counts. Each report of
GVA, part ``dev``, of an incident with a record is one choice among the towns and counties that it
names; where the record's is not among them nothing can be learned.
Five times four fifths of the incidents teach how to choose in the last fifth, which measures it;
then all teach. What the model reads matters nothing here: the rules read.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from evaluation.corpora import gva
from evaluation.fusion import plain, wanted
from evaluation.incidents.gva_reading import capture

from training.choice import Choice
from training.choosing import fitted, share_right
from whence.extract import time
from whence.extract.facts.build import Context
from whence.extract.facts.site.likeliest import candidates, features
from whence.extract.facts.site.placing import Weighed, weighed
from whence.extract.place import locate
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.scope import scopes
from whence.extract.speech.attribute import attribute
from whence.ingest import Options
from whence.model.document import Document
from whence.run.executor import in_order
from whence.run.reading import ingest_one

OUT = (
    Path(__file__).resolve().parent.parent
    / "src" / "whence" / "extract" / "facts" / "site" / "likeliest.yaml"
)  # fmt: skip
_FOLDS = 5
_RIDGE = 3.0
_HEAD = """\
# What a feature of a town or county adds (nats) to its log-odds against the others that a report
# names. Learned by `python -m training.likeliest` from {reports} reports of US gun violence (GVA,
# development part).
"""


def choices(data: Path, limit: int | None) -> Iterator[list[Choice]]:
    """Yield, incident by incident, what its reports ask to choose from."""
    known, _ = gva.records(data)
    groups: dict[str, list[gva.GvaReport]] = defaultdict(list)
    for row in gva.every(data)[0]:
        if gva.part(row.incident) == gva.PARTS[0] and row.incident in known:
            groups[row.incident].append(row)
    kept = sorted(groups)[:limit]
    rows = [(groups[key], known[key]) for key in kept]
    yield from in_order(_of_incident, rows, 2)


def _of_incident(given: tuple[list[gva.GvaReport], gva.Record]) -> list[Choice]:
    reports, record = given
    taken = [ingest_one(capture(row), Options()) for row in reports]
    documents = [one for one in taken if isinstance(one, Document)]
    names = wanted(record.city)
    made = [choice(one, names) for one in documents]
    return [one for one in made if one is not None]


def choice(document: Document, names: frozenset[str]) -> Choice | None:
    """Return the candidates of one report with their features; None where the right is none."""
    cut = prose(document)
    sourcing = attribute(cut, RulesReader().read(document))
    anchor = time.find_anchor(cut, document.published)
    dates = time.resolve(cut, anchor, sourcing)
    context = Context(cut, sourcing, scopes(cut, dates, anchor), dates)
    places = locate(cut)
    found = candidates(weighed(context, places))
    right = next((n for n, one in enumerate(found) if _names(one) & names), None)
    if right is None:
        return None
    seen = [features(context, one, found, places) for one in found]
    return Choice(list(range(len(found))), seen, right)


def _names(one: Weighed) -> set[str]:
    own = one.best.value.partition(",")[0]
    return {plain(own), plain(one.place.name if one.place is not None else own)}


def main() -> None:
    """Parse the command line, learn and write the weights; prints how well they choose."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--limit", type=int, help="so many incidents teach, all by default")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    given = parser.parse_args()
    groups = list(choices(given.data, given.limit))
    given.out.write_text(learned(groups), "utf-8")


def learned(groups: list[list[Choice]]) -> str:
    """Return the file of weights that the incidents teach."""
    rows = [one for group in groups for one in group]
    names = sorted({name for row in rows for one in row.seen for name in one})
    fit = partial(fitted, names=names, ridge=_RIDGE)
    right = total = 0.0
    for fold in range(_FOLDS):
        others = [one for n, group in enumerate(groups) if n % _FOLDS != fold for one in group]
        own = [one for group in groups[fold::_FOLDS] for one in group]
        if own:
            right += len(own) * share_right(own, names, fit(others))
            total += len(own)
    print(f"{len(rows)} choices, {right / max(1.0, total):.3f} right")
    lines = [_HEAD.format(reports=len(rows))]
    lines += [f'"{name}": {value:.2f}\n' for name, value in zip(names, fit(rows), strict=True)]
    return "".join(lines)


if __name__ == "__main__":
    main()
