"""Copies: agency copy told as such, and texts taken from one another, as tracing sees them.

**Agency copy** (splits ``train`` and ``dev`` of PolNeAR). ``metadata.tsv`` says of each article
whether it is wire copy and whose; articles of which it does not know are left out. Ingest gets the
bare text, the outlet and the date, nothing of the metadata. An article *goes back to an agency*
when the trace has a copy of it on an agency's credit, or when it copies an article that has one.
``agency copy, precision`` and ``recall`` take articles; ``agency named`` is the share of the
articles rightly taken for wire copy whose only agency is the right one. The metadata names no
pairs that share a story. Copies of articles that are more than a week older are nearly all
mistaken: they are counted, within one outlet and between two, and listed as misreadings.

**Reports of one incident** (splits ``gva``, and its fixed halves ``gva-1`` and ``gva-2``). All
pairs of reports of an incident are candidates; how they count is defined in ``copying.pairs``.
There is no gold: ``--sample FILE`` writes a page with pairs to judge by hand, and ``--judgements
FILE`` (a file in the form of ``judgements/gva_copies.yaml``) gives precision and recall by such
judgements. Beside them all reports are traced as one case: copies across two incidents are nearly
all mistaken, most of them what a page prints around every article.
"""

import sys
from collections import defaultdict
from pathlib import Path

from evaluation.copying import pairs, sample, wire
from evaluation.copying.pairs import Pair, Text, traced
from evaluation.corpora import gva
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.scores import Misreading, Outcome, Score, count_score
from evaluation.readers.by_name import reader
from evaluation.readers.reading import NotReadError, ReadPage, read_raw
from whence.ingest import Metadata
from whence.model.reading import Reader

OPTIONS = (
    Option(name="sample", metavar="FILE", help="write pairs to judge by hand to this page (gva)"),
    Option(name="judgements", metavar="FILE", help="judgements of such pairs (gva)"),
)


def measure(request: Request) -> Outcome:
    """Score how tracing tells copies: agency copy in PolNeAR, shared text among reports in GVA."""
    if request.split in gva.SPLITS:
        return _reports(request)
    return wire.measure(request)


def _reports(request: Request) -> Outcome:
    rows, files = gva.reports(request.data, request.split)
    kept = sorted({row.incident for row in rows})[: request.limit]
    by = reader(request.reader)
    read = [(row, _read(row, by)) for row in rows if row.incident in kept]
    texts = [
        Text(id=row.id, incident=row.incident, document=page.document, report=page.report)
        for row, page in read
        if page is not None
    ]
    incidents: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        incidents[text.incident].append(text)
    every = [pair for key in sorted(incidents) for pair in pairs.pairs(incidents[key])]
    if "sample" in request.options:
        sample.write(Path(request.options["sample"]), pairs.sample(every, request.seed))
    scores, wrong = _judged(every, request)
    across = _across(texts)
    return Outcome(
        name=f"copies {request.split}",
        corpus=fingerprint(files),
        scores=(*scores, *_counts(every, across)),
        misreadings=(*wrong, *(_shown("across incidents", pair) for pair in across)),
    )


def _read(row: gva.GvaReport, by: Reader) -> ReadPage | None:
    known = Metadata(
        url=row.url, outlet=row.outlet or None, title=row.title, published=row.published
    )
    try:
        return read_raw(f"{row.id}.txt", row.text.encode("utf-8"), known, by)
    except NotReadError:  # nothing but page furniture, or nothing at all
        return None


def _judged(every: list[Pair], request: Request) -> tuple[list[Score], list[Misreading]]:
    if "judgements" not in request.options:
        return [], []
    given = pairs.load(Path(request.options["judgements"]))
    scores, wrong = pairs.judged_scores(every, given, request.seed)
    return scores, [_shown(f"judged {one.verdict}", pair) for one, pair in wrong]


def _across(texts: list[Text]) -> list[Pair]:
    """Return the pairs of different incidents that are copies when all are traced as one case."""
    by_id = {text.document.id: text for text in texts}
    across = [
        Pair(left=by_id[copy.copy_id], right=by_id[copy.original_id], status="found", copy=copy)
        for copy in traced(texts).values()
        if copy.original_id is not None
    ]
    return [pair for pair in across if pair.left.incident != pair.right.incident]


def _counts(every: list[Pair], across: list[Pair]) -> list[Score]:
    """Return how many pairs are found; of those across incidents fewer are better."""
    scores: list[Score] = []
    for status in ("found", "linked", "not found"):
        scores.append(count_score(f"pairs {status}", sum(one.status == status for one in every)))
    for name, one_outlet in (("one outlet", True), ("two outlets", False)):
        number = sum(pair.one_outlet == one_outlet for pair in across)
        scores.append(count_score(f"across incidents, {name}", number))
    return scores


def _shown(kind: str, pair: Pair) -> Misreading:
    return Misreading(
        where=pair.id,
        kind=kind,
        expected=f"{pair.left.document.name} / {pair.right.document.name}",
        got=" // ".join(" ".join(one.copy.text.split()) for one in pair.copy.passages)[:400]
        if pair.copy is not None
        else "",
    )


if __name__ == "__main__":
    sys.exit(main(measure, own=OPTIONS))
