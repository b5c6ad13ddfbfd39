"""A figure may not fall below its floor, nor a floor without a reason."""

from pathlib import Path

import pytest
from evaluation.gate import main
from evaluation.harness.floors import (
    Bound,
    Floor,
    Floors,
    check,
    load,
    lowered,
    raised,
    save,
    unexplained,
)
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Outcome, baseline_score, count_score, recall_score


def outcome(recall: tuple[int, int], spurious: int, corpus: str = "c1") -> Outcome:
    hits, gold = recall
    return Outcome(
        name="toy",
        corpus=corpus,
        scores=(
            recall_score("found", [Counts(hits, gold, gold)]),
            count_score("spurious", spurious),
        ),
    )


FLOOR = raised(outcome((3, 4), 2), None)


def test_figures_at_the_floor_hold() -> None:
    assert [one.fails for one in check("toy", outcome((3, 4), 2), FLOOR)] == [False]


def test_a_share_fails_below_and_a_count_above() -> None:
    verdicts = check("toy", outcome((2, 4), 3), FLOOR)
    assert [one.text for one in verdicts if one.fails] == [
        "toy: found is 0.5000, must be at least 0.7500",
        "toy: spurious is 3.0000, must be at most 2.0000",
    ]


def test_another_corpus_is_not_compared() -> None:
    (verdict,) = check("toy", outcome((4, 4), 0, corpus="c2"), FLOOR)
    assert verdict.fails
    assert "c2 is not c1" in verdict.text


def test_a_score_that_vanished_fails() -> None:
    bare = Outcome(name="toy", corpus="c1", scores=(count_score("spurious", 0),))
    (verdict,) = check("toy", bare, FLOOR)
    assert verdict.fails
    assert "no score 'found'" in verdict.text


def test_raising_never_lowers() -> None:
    after = raised(outcome((1, 4), 1), FLOOR)
    assert after.bounds["found"].value == pytest.approx(0.75)
    assert after.bounds["spurious"].value == 1


def test_baselines_have_no_floor() -> None:
    units = [Counts(1, 2, 2)]
    both = (recall_score("ours", units), baseline_score("majority", units))
    assert set(raised(Outcome(name="toy", corpus="c1", scores=both), None).bounds) == {"ours"}


def test_a_floor_falls_only_for_a_reason_and_leaves_a_record() -> None:
    with pytest.raises(ValueError, match="reason"):
        lowered("toy", outcome((2, 4), 2), FLOOR, " ")
    floor, falls = lowered("toy", outcome((2, 4), 2), FLOOR, "the gold was wrong")
    assert floor.bounds["found"].value == pytest.approx(0.5)
    assert [(one.score, one.before, one.after) for one in falls] == [("found", 0.75, 0.5)]


def test_a_floor_lowered_by_hand_is_noticed() -> None:
    before = Floors(measurements={"toy": FLOOR})
    by_hand = Floors(
        measurements={
            "toy": Floor(
                corpus="c1",
                bounds={**FLOOR.bounds, "found": Bound(measure="recall", value=0.1)},
            )
        }
    )
    assert [one.fails for one in unexplained(before, by_hand)] == [True]
    assert [one.fails for one in unexplained(before, Floors())] == [True, True]
    floor, falls = lowered("toy", outcome((2, 4), 2), FLOOR, "the gold was wrong")
    explained = Floors(measurements={"toy": floor}, lowered=falls)
    assert unexplained(before, explained) == []


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    floors = Floors(measurements={"toy": FLOOR})
    save(tmp_path / "floors.json", floors)
    assert load(tmp_path / "floors.json") == floors
    assert load(tmp_path / "none.json") == Floors()


def test_absent_data_is_skipped_with_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--only", "polnear", "--only", "cases"]) == 0
    printed = capsys.readouterr().out
    assert "polnear: skipped, data absent" in printed
    assert "cases: skipped, data absent" in printed


def test_lowering_without_a_reason_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lower", "polnear"])
    assert stopped.value.code == 2
    assert "--reason" in capsys.readouterr().err
