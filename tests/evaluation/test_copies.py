"""Judged pairs of reports, and the invented documents that tracing is timed on."""

from collections import Counter
from pathlib import Path

import yaml
from benchmarks.invented import documents

from whence.trace import Options, trace

JUDGED = sorted((Path(__file__).parents[2] / "evaluation" / "judgements").glob("gva_copies*.yaml"))


def test_judgements_hold_ids_and_verdicts_and_no_text() -> None:
    assert JUDGED
    for path in JUDGED:
        rows = yaml.safe_load(path.read_text("utf-8"))["judged"]
        assert len({row["pair"] for row in rows}) == len(rows)
        assert {row["verdict"] for row in rows} <= {"copy", "independent", "unclear"}
        assert all(set(row) == {"pair", "drawn", "verdict"} for row in rows)
        assert Counter(row["drawn"] for row in rows)["found"] >= 50


def test_invented_documents_are_the_same_each_time_and_share_copies() -> None:
    first, again = list(documents(120)), list(documents(120))
    assert first == again
    assert len({document.id for document, _ in first}) == 120
    found = trace([one for one, _ in first], [report for _, report in first], Options())
    assert found.copies
    assert 0 < len(found.origins) < sum(len(report.chains) for _, report in first)
