"""Our arithmetic of MUC-4's slots against the score reports of 1992: every row of all of them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from evaluation.corpora.muc import key_templates
from evaluation.corpora.muc4_slots import KeyIncident, incident
from evaluation.slots import CONFIDENCE, DATE, LOCATION, ORGANISATION, Section
from evaluation.templates.slot_counts import FORMS, Tally, printed, printed_f, printed_rates, total
from msgspec import Struct

from tests.shared import require

_HEADING = re.compile(r"^(TST3-MUC4-\d{4})\s+key: +(\S+) +response: +(\S+)\s*(?:\[(\w+)\])?\s*$")
_COUNTS = r"\s+(\d+) +(\d+)\| *(\d+) +(\d+) +(\d+)\| *\d+ +\d+\| *(\d+) +(\d+) *(\d+)\|"
_ROW = re.compile(rf"^([A-Za-z/ -]+?){_COUNTS}((?: *(?:\d+|\*)){{3}})")
_SLOTS = {
    ORGANISATION: "perp-org-id", CONFIDENCE: "perp-org-conf", DATE: "inc-date",
    LOCATION: "inc-loc",
}  # fmt: skip
_SUMMARIES = {form.upper(): form for form in FORMS}


class Row(Struct, frozen=True, kw_only=True):
    """One printed row: the tally that its columns tell, POS, ACT, and the rates as printed."""

    tally: Tally
    possible: int
    actual: int
    rates: tuple[int | None, ...]


class Part(Struct, frozen=True, kw_only=True):
    """The rows of one pair of templates, or of the totals (no message)."""

    message: str
    key: str
    kind: str
    rows: dict[str, Row]


class ScoreReport(Struct, frozen=True, kw_only=True):
    """One system's report: its pairs of templates, its totals, and the three F-measures."""

    parts: list[Part]
    totals: dict[str, Row]
    f_measures: tuple[float, ...]


def read(text: str) -> ScoreReport:
    parts: list[Part] = []
    rows: dict[str, Row] = {}
    f_measures: tuple[float, ...] = ()
    for line in text.splitlines():
        if found := _HEADING.match(line):
            message, key, _, kind = found.groups()
            rows = {}
            parts.append(Part(message=message, key=key, kind=kind or "matched", rows=rows))
        elif "TOTAL SLOT SCORES" in line:
            rows = {}
        elif line.startswith("F-MEASURES"):
            f_measures = tuple(float(one) for one in line.split()[1:])
        elif found := _ROW.match(line):
            rows[found.group(1).strip()] = row(*found.groups()[1:])
        else:
            assert "|" not in line.removeprefix("SLOT") or line.startswith(("SLOT", "--")), line
    return ScoreReport(parts=parts, totals=rows, f_measures=f_measures)


def row(*columns: str) -> Row:
    possible, actual, correct, partial, incorrect, spurious, missing, silent = (
        int(one) for one in columns[:8]
    )
    return Row(
        tally=Tally(
            correct=correct,
            partial=partial,
            incorrect=incorrect,
            spurious=spurious,
            missing=missing,
            noncommittal=silent,
        ),
        possible=possible,
        actual=actual,
        rates=tuple(None if one == "*" else int(one) for one in columns[8].split()),
    )


@pytest.fixture(scope="module")
def score_reports() -> list[ScoreReport]:
    folder = require("data/muc4/official_scores/TST3")
    found = [
        read(path.read_text(encoding="latin-1"))
        for path in sorted(folder.glob("*/scores.tst3-pass1.nrad"))
    ]
    assert len(found) == 17
    return found


def rows_of(found: list[ScoreReport]) -> Iterator[Row]:
    for one in found:
        yield from one.totals.values()
        for part in one.parts:
            yield from part.rows.values()


@pytest.mark.needs_shared
def test_every_row_has_the_counts_and_rates_that_we_make_of_its_categories(
    score_reports: list[ScoreReport],
) -> None:
    every = list(rows_of(score_reports))
    assert len(every) == 91_996
    for one in every:
        assert (one.tally.possible, one.tally.actual) == (one.possible, one.actual)
        assert printed_rates(one.tally) == one.rates


@pytest.mark.needs_shared
def test_the_summaries_are_sums_over_the_templates_that_they_take_in(
    score_reports: list[ScoreReport],
) -> None:
    for one in score_reports:
        for name, form in _SUMMARIES.items():
            summed = [part.rows["TOTAL"] for part in one.parts if part.kind in FORMS[form]]
            assert total(row.tally for row in summed) == one.totals[name].tally
        for slot in _SLOTS.values():
            summed = [part.rows[slot] for part in one.parts if part.kind in FORMS["all templates"]]
            assert total(row.tally for row in summed) == one.totals[slot].tally


@pytest.mark.needs_shared
def test_the_f_measures_are_those_of_the_printed_rates_over_all_templates(
    score_reports: list[ScoreReport],
) -> None:
    for one in score_reports:
        recall, precision, _ = one.totals["ALL TEMPLATES"].rates
        made = tuple(printed_f(recall, precision, beta) for beta in (1.0, 0.5, 2.0))
        assert made == one.f_measures


@pytest.mark.needs_shared
def test_our_reading_of_the_key_is_the_scorers_wherever_nothing_was_answered(
    score_reports: list[ScoreReport],
) -> None:
    """Optional fills, alternatives and empty slots: what is possible, missing, noncommittal."""
    key = key_of(require("data/muc4/corpora/tst3/key-tst3.v2"))
    compared = 0
    for one in score_reports:
        for part in one.parts:
            if part.kind not in FORMS["matched/missing"]:
                continue
            section = Section(incident=key[part.message, part.key])
            for slot, name in _SLOTS.items():
                if part.rows[name].actual == 0:
                    assert section.tally(slot) == part.rows[name].tally
                    compared += 1
    assert compared > 2000


def key_of(path: Path) -> Mapping[tuple[str, str], KeyIncident]:
    return {
        (one.message, one.number): incident(one)
        for one in key_templates(path.read_text(encoding="latin-1"))
        if one.relevant
    }


def test_a_report_is_read_as_it_is_printed() -> None:
    found = read(
        "TST3-MUC4-0001\t     key: 1  response: <NONE>\t\t\t      [missing]\n\n"
        "SLOT\t\t      POS ACT|COR PAR INC|ICR IPA|SPU MIS NON|REC PRE OVG FAL\n"
        "-----------------------------+-----------+-------+-----------+---------------\n"
        "perp-org-id\t        1   0|  0   0   0|  0   0|  0   1   0|  0   *   * \n"
        " * * * TOTAL SLOT SCORES * * *\n\n"
        "MATCHED/MISSING\t     1661 1363|889 143 100| 28  91|231 529 1205| 58  70  17 \n"
        "F-MEASURES\t\t\t\t\t    55.93     54.76     57.15\n"
    )
    assert [(one.key, one.kind) for one in found.parts] == [("1", "missing")]
    assert found.parts[0].rows["perp-org-id"].tally == Tally(missing=1)
    assert found.parts[0].rows["perp-org-id"].rates == (0, None, None)
    assert found.totals["MATCHED/MISSING"].tally.noncommittal == 1205
    assert found.f_measures == (55.93, 54.76, 57.15)


@pytest.mark.parametrize(
    ("halves", "whole", "shown"),
    [(12, 11, 54), (7, 4, 88), (5, 4, 62), (4, 3, 67), (1, 4, 12), (11, 7, 78), (0, 0, None)],
)
def test_per_cents_are_cut_to_per_milles_before_they_are_rounded(
    halves: int, whole: int, shown: int | None
) -> None:
    assert printed(halves, whole) == shown
