"""Calibration on records: counts that roll, ways to forecast, and the harnesses on made tables."""

import csv
from collections.abc import Sequence
from math import log
from pathlib import Path

import numpy as np
import pytest
from evaluation.corpora import cpost as attacks
from evaluation.corpora import eurepoc as incidents
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.records import curves
from evaluation.records.cpost import HIDDEN, SHOWN, UNNAMED, cases
from evaluation.records.eurepoc_words import case_of, tasks, weighed
from evaluation.records.forecasts import BASELINES, OURS, Case, Dial, forecasts
from evaluation.records.scores import Scored, notes, scores
from evaluation.records.tally import Fading, Knobs, Tally

from evaluation import cpost, eurepoc, rates
from whence.weigh.forecasts.scoring import reliability, risk_coverage

COLUMNS = (
    "groups", "claim", "date.year", "date.month", "date.day", "target.country", "target.type",
    "target.weapon", "target.province", "statistics.# attackers", "statistics.# killed_high",
)  # fmt: skip
INCIDENT = (
    "ID", "start_date", "receiver_country", "receiver_region", "receiver_category",
    "incident_type", "source_incident_detection_disclosure", "initiator_country",
    "initiator_name",
)  # fmt: skip
WORD = (
    "incident_ID", "attribution_ID", "attribution_date", "attribution_type",
    "attribution_basis", "attributing_actor", "attributed_initiator",
    "attributed_initiator_country",
)  # fmt: skip
IT, MEDIA = "IT-security community attributes attacker", "Media-based attribution"
SELF, STATE = "Attacker confirms", "Attribution by receiver government / state entity"


def write(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([columns, *rows])


def attack(group: str, claim: str, year: int, month: int, **given: str) -> tuple[str, ...]:
    row = dict.fromkeys(COLUMNS, "1") | {
        "groups": group,
        "claim": claim,
        "date.year": str(year),
        "date.month": str(month),
        "target.country": "Norland",
        "target.type": "Security",
        "target.weapon": "Belt bomb",
        "target.province": "East",
    }
    return tuple((row | given).values())


@pytest.fixture
def suicide(tmp_path: Path) -> Path:
    rows = []
    for year in range(2001, 2018):
        for month in range(1, 5):
            rows.append(attack("Alder", "Claimed", year, month))
            west = {"target.province": "West"}
            rows.append(attack("Birch", "Suspected", year, month, **west))
            rows.append(attack("Unknown Group", "Unclaimed", year, month, **{"date.day": "2"}))
    rows.append(attack("Cedar", "Denied", 2014, 6))
    rows += [attack(name, "Claimed", 2014, 7) for name in ("Alder", "Birch")]
    rows += [attack("Alder", status, 2014, 8) for status in ("Suspected", "Claimed")]
    rows.append(attack("Dale", "Claimed", 2014, 8, **{"target.country": "Sudland"}))
    write(tmp_path / "suicide_attacks.csv", COLUMNS, rows)
    return tmp_path


@pytest.fixture
def cyber(tmp_path: Path) -> Path:
    rows, words = [], []
    for number in range(120):
        country = ("Alderia", "Birchland", "Unknown")[number % 3]
        year = 2005 + number // 8
        name = "['Night Owls']" if number % 3 == 0 else "['Unknown']"
        rows.append(
            (str(number), f"{year}-0{1 + number % 6}-01", "['Norland']", "[['NORTH', 'COLD']]",
             f"[['{('State', 'Media')[number % 2]}']]", "Data theft", "by victim",
             f"['{country}']", name)
        )  # fmt: skip
        said = "" if country == "Unknown" else country
        for order, basis in enumerate((IT, MEDIA, STATE, SELF)):
            words.append(
                (str(number), str(4 * number + order), "", "Technical report", basis,
                 f"hand {order}", "Night Owls" if said else "", said)
            )  # fmt: skip
    rows += [
        ("900", "", "['Norland']", "", "", "Disruption", "", "['Alderia']", ""),
        ("901", "2017-01-01", "['Norland', 'Sudland']", "", "[]", "Disruption", "",
         "['Alderia', 'Birchland']", ""),
        ("902", "2017-01-02", "['Unknown']", "", "", "Disruption", "", "['Unknown']", ""),
    ]  # fmt: skip
    law, odd = "Domestic legal action", "Contested attribution"
    quiet = "Anonymous statement in media report"
    words += [
        ("901", "9001", "2018-01-01", quiet, odd, "", "", "Alderia"),
        ("901", "9000", "2019-01-01", law, "Attribution by third-party", "court", "", "Birchland"),
        ("902", "9100", "", "Direct statement", "odd", "x", "", "Alderia"),
    ]  # fmt: skip
    write(tmp_path / incidents.INCIDENTS, INCIDENT, rows)
    write(tmp_path / incidents.ATTRIBUTIONS, WORD, words)
    return tmp_path


def test_counts_fade_to_half() -> None:
    fading = Fading(12.0)
    fading.add(24000, 2.0, ("alder",))
    assert fading.at(24012, "alder") == pytest.approx(1.0)
    assert fading.at(24012, "birch") == 0


def test_prior_and_likelihood_are_distributions_smoothed_towards_the_wider_rate() -> None:
    tally = Tally(Knobs(half_life=12, memory=12, width=2, names=0.1, reserve=2), UNNAMED)
    for month in range(24000, 24010):
        tally.add(month, "Norland", {"Alder": 1.0}, {"weapon": "car"})
        tally.add(month, "Norland", {"Birch": 0.5, "Cedar": 0.5}, {"weapon": "belt"})
    names = tally.known("Norland")
    assert names == ["Alder", "Birch", "Cedar"]
    prior = tally.prior(24010, "Norland", names)
    assert sum(prior) == pytest.approx(1)
    assert prior[0] > prior[1] == prior[2]
    assert sum(tally.mentions("Norland", names)) == pytest.approx(1)
    sums = [
        tally.likelihood(24010, "Norland", [*names, UNNAMED], ("weapon", value))
        for value in ("car", "belt")
    ]
    assert np.sum(sums, axis=0) == pytest.approx(np.ones(4))
    assert sums[0][0] > sums[0][3] > sums[0][1]


def test_attacks_are_joined_and_the_firmest_status_tells_the_truth(suicide: Path) -> None:
    table = attacks.read(attacks.file(suicide))
    assert len(table) == 17 * 4 * 3 + 4
    tie, both = (next(a for a in table if a.month == 12 * 2014 + m and a.country == "Norland")
                 for m in (7, 8))  # fmt: skip
    assert (tie.truth, tie.status) == (None, "Claimed")
    assert (both.truth, both.named) == ("Alder", {"Alder": "Claimed"})
    assert [attacks.part(a) for a in (table[0], table[-1])] == [None, "test"]
    assert [attacks.killed(n) for n in (0, 4, 19, 20)] == [
        "none",
        "1 to 4",
        "5 to 19",
        "20 or more",
    ]


def test_cases_see_earlier_months_alone_and_say_what_was_left_out(suicide: Path) -> None:
    table = attacks.read(attacks.file(suicide))
    shown, left = cases(table, SHOWN, "dev", Knobs())
    assert left == {"several tie": 1, "nobody named there before": 1}
    new = [case for case in shown if case.truth == len(case.names) - 1]
    assert len(shown) == 3 * 4 * 2 + 2
    assert [case.names for case in new] == [("Alder", "Birch", UNNAMED)]
    assert "Cedar" in shown[-1].names
    assert "status" in shown[0].rows
    hidden, _ = cases(table, HIDDEN, "dev", Knobs())
    assert len(hidden) == len(shown) + 12
    assert "status" not in hidden[0].rows
    # A table cut off after a month gives the same cases up to that month.
    cut = [one for one in table if one.month <= 12 * 2014 + 2]
    assert (
        cases(cut, SHOWN, "dev", Knobs())[0] == shown[: len(cases(cut, SHOWN, "dev", Knobs())[0])]
    )


def toy(truth: int = 0) -> Case:
    return Case(
        cluster="1",
        names=("alder", "birch", UNNAMED),
        prior=(0.5, 0.3, 0.2),
        mentions=(0.6, 0.3, 0.1),
        rows={"weapon": (0.6, 0.1, 0.3), "place": (0.2, 0.2, 0.2)},
        truth=truth,
    )


def test_every_way_gives_a_distribution_and_naive_bayes_is_bayes() -> None:
    made = forecasts([toy(), toy(1)], Dial(draws=0))
    assert set(made) == {OURS, *BASELINES}
    for table in made.values():
        assert table.sum(axis=1) == pytest.approx(np.ones(2))
    weights = np.array([0.5 * 0.6, 0.3 * 0.1, 0.2 * 0.3])
    assert made["all independent"][0] == pytest.approx(weights / weights.sum())
    assert made[OURS][0] == pytest.approx(
        0.99 * weights / weights.sum() + 0.01 * np.array([0.5, 0.3, 0.2]), abs=1e-9
    )
    ach = np.exp([0.0, -1.0, 0.0])
    assert made["ACH count"][0] == pytest.approx(ach / ach.sum())


def test_figures_of_known_forecasts() -> None:
    given = [toy(0), toy(0), toy(1), toy(2)]
    scored = Scored.of("toy", given, forecasts(given, Dial(draws=0)))
    found = {score.name: score for score in scores(scored, 1)}
    expected = -(2 * log(0.5) + log(0.3) + log(0.2)) / 4
    assert found["toy: log score, prior only"].value == pytest.approx(expected)
    assert found["toy: log score, prior only"].measure == "baseline error"
    assert found["toy: log score, engine"].measure == "error"
    assert found["toy: top-1, engine"].value == 0.5
    sure, right = scored.named("prior only")
    assert (sure.tolist(), right.tolist()) == ([0.5] * 4, [1, 1, 0, 0])
    text = "\n".join(notes(scored, 1))
    assert "4 cases, 25.0% of them unnamed" in text
    assert "log score gained over all independent" in text


def test_harness_of_attacks_measures_and_draws(suicide: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    request = Request(data=suicide, limit=30, options={"pictures": str(pictures)})
    outcome = cpost.measure(request)
    assert outcome.score("B: top-1, engine").value > 0.8
    assert outcome.score("A: log score, engine").value < 1.2
    drawn = sorted(path.name for path in pictures.iterdir())
    assert len(drawn) == 4
    assert drawn[0] == "cpost-A-dev-coverage.svg"


def test_harness_of_cyber_incidents_measures_and_draws(cyber: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    request = Request(data=cyber, limit=20, options={"pictures": str(pictures)})
    outcome = eurepoc.measure(request)
    assert outcome.score("last word, country: top-1, engine").value > 0.5
    assert outcome.score("initiator: log score, engine").units == 20
    assert "1 several initiators" in outcome.notes[-1]
    assert (pictures / "eurepoc-initiator-dev-reliability.svg").exists()
    assert eurepoc.measure(Request(data=cyber, limit=5)).scores


def test_last_word_is_left_out_of_what_is_given(cyber: Path) -> None:
    table = incidents.read(*incidents.files(cyber))
    made = tasks(table, "dev", Knobs(), "country")
    last = next(task for task in made if task.incident.id == "901")
    assert last.names[last.truth] == "Birchland"
    assert [one.party_id for one in last.incident.statements] == ["Alderia"]
    assert last.incident.statements[0].hedge == 1
    assert last.trace.origins[0].anonymity == "anonymous"
    means = weighed(last, base_rates=True)
    assert means.sum() == pytest.approx(1, abs=1e-5)
    case = case_of(last)
    assert max(case.rows["evidence:Contested attribution 9001 on Alderia"]) > 1
    silent = [task for task in made if not task.incident.statements]
    assert silent
    assert all(task.truth == len(task.names) for task in silent)


def test_own_word_and_dates_of_attributions(cyber: Path) -> None:
    table = incidents.read(*incidents.files(cyber))
    by_number = {one.number: one for one in table}
    assert [word.number for word in by_number["901"].words] == [9001, 9000]
    assert [word.own for word in by_number["0"].words] == [False, False, False, True]
    assert (by_number["901"].place, by_number["902"].place) == ("several", "unknown")
    assert incidents.part(by_number["900"]) is None
    assert [incidents.part(by_number["0"], early) for early in (False, True)] == [None, "train"]
    assert incidents.listed("[['A', 'B'], ['C']]") == ["A/B", "C"]
    assert incidents.listed("plain") == ["plain"]


def test_rates_of_both_records(suicide: Path, cyber: Path) -> None:
    outcome = rates.measure(Request(data=cyber))
    found = {score.name: score.counts for score in outcome.scores}
    whole = 17 * 4 * 3 + 4
    assert found["suicide attack: never attributed"].hits == 17 * 4
    assert found["suicide attack: never attributed"].gold == whole
    assert found["cyber incident: no country named"].hits == 41
    assert found["cyber incident: claimed"].hits == 120
    assert found["first word by anybody: contradicted"].hits == 1
    assert found["first word by anybody: joined"].gold == 81


def test_curves_show_every_bin_and_every_way() -> None:
    given = [toy(0), toy(0), toy(1), toy(2)]
    scored = Scored.of("toy", given, forecasts(given, Dial(draws=0)))
    bins = reliability(*scored.top(OURS))
    assert curves.reliability_svg(bins).count("<circle") == sum(one.count > 0 for one in bins)
    lines = {way: risk_coverage(*scored.named(way)) for way in scored.ways}
    picture = curves.coverage_svg(lines)
    assert picture.count("<polyline") == len(scored.ways)
    assert "all independent" in picture


def test_absent_tables_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError):
        cpost.measure(Request(data=tmp_path))
    with pytest.raises(DataAbsentError):
        eurepoc.measure(Request(data=tmp_path))
