"""Real cases against what is now accepted: how a hypothesis is judged, and the frame."""

from pathlib import Path

import pytest
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.verdicts import Accepted, accepted, measure

from whence.model.assessment import Hypothesis, HypothesisKind

HELD = Accepted(did=("Reed League",), did_not=("Moor",), accepted="the Reed League (a court)")
REPORT = """MOOR GAZETTE
Port Selim, 6 May 2031 - A blast killed two dockers in Port Selim on Tuesday.
The Reed League said it carried out the attack. Police blamed the Moor Front for the attack.
"""


def hypothesis(label: str, kind: HypothesisKind = "named") -> Hypothesis:
    return Hypothesis(id=label, role="executor", kind=kind, label=label, entered_by="a test")


@pytest.mark.parametrize(
    ("label", "kind", "did", "did_not"),
    [
        ("Reed League", "named", True, False),
        ("the REED LEAGUE of the coast", "named", True, False),
        ("Reeds League", "named", False, False),
        ("Moor Front", "named", False, True),
        ("staged by Moor Front", "staged", False, True),
        ("Reed League of the Moor", "named", False, True),  # who is cleared is not responsible
        ("somebody not named", "unnamed", False, False),
        ("no hostile actor", "no_hostile_actor", False, False),
    ],
)
def test_whole_words_of_a_name_tell_who_is_meant(
    label: str, kind: HypothesisKind, did: bool, did_not: bool
) -> None:
    one = hypothesis(label, kind)
    assert (HELD.responsible(one), HELD.cleared(one)) == (did, did_not)


def test_an_accident_is_an_answer_where_it_is_what_is_held() -> None:
    held = Accepted(nobody=True, accepted="an accident")
    assert held.responsible(hypothesis("no hostile actor", "no_hostile_actor"))


def test_a_case_is_weighed_from_its_reports_and_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cases" / "port"
    folder.mkdir(parents=True)
    (folder / "gazette.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "cases" / "calm").mkdir()
    (tmp_path / "cases" / "calm" / "poem.txt").write_text("The sea is calm. " * 30, "utf-8")
    calm = Accepted(accepted="nothing happened")
    monkeypatch.setattr("evaluation.verdicts.accepted", lambda: {"port": HELD, "calm": calm})
    request = Request(data=tmp_path, reader="rules", options={"history": "port"})
    outcome = measure(request)
    assert outcome.score("wronged").value == 0
    assert outcome.score("in front").counts.gold == 1
    assert outcome.score("in front").value == 1
    assert "calm | nothing was weighed" in outcome.notes
    assert any("accusation of Moor Front" in note for note in outcome.notes)


def test_every_case_that_is_there_has_what_is_accepted(tmp_path: Path) -> None:
    assert all(one.accepted for one in accepted().values())
    with pytest.raises(DataAbsentError):
        measure(Request(data=tmp_path))
