import pytest

from evaluation import slope_intervals


def test_a_line_for_each_size_and_bend(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slope_intervals, "SIZES", (25,))
    rows = slope_intervals.measure(4)
    assert [(row.cases, row.bend) for row in rows] == [(25, 1.0), (25, 1.6)]
    assert all(sum(row.said.values()) == 4 for row in rows)
    assert capsys.readouterr().out.startswith("25 cases, bend 1.0: held ")
