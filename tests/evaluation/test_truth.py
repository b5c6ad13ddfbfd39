"""Truth discovery measured: each method on small tables, and the harness on a made Population."""

from pathlib import Path

import pytest
from evaluation.corpora import population
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.true_values.methods import (
    Claims,
    accu_vote,
    crh,
    crh_median,
    truth_finder,
    vote,
    winner,
)
from evaluation.true_values.planted import ITEMS, planted

from evaluation import truth
from whence.fuse.truth.table import Told


def table() -> list[Told]:
    """Return claims of two good sources and of two that are wrong each in its own way."""
    rows = []
    for number in range(6):
        item = f"item {number}"
        for source, value in (("a", "100"), ("b", "100"), ("x", "40"), ("y", "900")):
            rows.append(Told(item=item, source=source, value=value))
    rows += [
        Told(item="last", source="a", value="100"),
        Told(item="last", source="x", value="40"),
    ]
    return rows


@pytest.mark.parametrize("method", [accu_vote, crh, truth_finder])
def test_the_trusted_source_wins_where_votes_are_even(method: truth.Method) -> None:
    found = method(Claims(table()))
    assert winner(found["last"], "last") == "100"
    assert winner(found["item 1"], "item 1") == "100"


def test_the_vote_counts_sources() -> None:
    found = vote(Claims(table()))
    assert found["item 1"] == {"100": 2.0, "40": 1.0, "900": 1.0}


def test_the_median_of_numbers_is_no_outlier() -> None:
    assert winner(crh_median(Claims(table()))["item 1"], "item 1") == "100"


def test_even_values_are_drawn_the_same_each_time() -> None:
    assert winner({"a": 1.0, "b": 1.0}, "x") == winner({"b": 1.0, "a": 1.0}, "x")


def test_the_made_table_is_the_same_each_time() -> None:
    assert planted(3) == planted(3)
    assert planted(3) != planted(4)
    assert len(planted(3)[1]) == ITEMS


def test_harness_on_a_made_population(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "truth_discovery" / "population"
    folder.mkdir(parents=True)
    with pytest.raises(DataAbsentError):
        population.read(folder)
    head = "ObjectID,PropertyID,PropertyValue"
    rows = [f"town {one.item},2031,{one.value},{one.source},null" for one in table()]
    claims = "\n".join([f"{head},SourceID,TimeStamp", *rows])
    (folder / "population_claims.csv").write_text(claims, encoding="utf-8")
    truths = [f"town item {number},2031,100" for number in range(6)]
    text = "\n".join([head, *truths, "town last,2031,40", "nowhere,2031,7"])
    (folder / "population_truth.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(truth, "_DRAWS", 1)
    outcome = truth.measure(Request(data=tmp_path, split="all"))
    assert outcome.score("conflicts, ours").value == pytest.approx(6 / 7)
    assert [one.where for one in outcome.misreadings] == ["town last, 2031"]
    dev = truth.measure(Request(data=tmp_path, split="dev"))
    held = truth.measure(Request(data=tmp_path, split="held"))
    whole = [one.score("all, ours").counts.gold for one in (dev, held, outcome)]
    assert whole[0] + whole[1] == whole[2] == 7
