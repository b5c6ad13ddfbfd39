"""What people think is hidden from whoever has not said what they think, wherever it stands."""

from typing import Any

import msgspec
import pytest

from tests.web.api.programs import Program

REASON = "because I say so"


@pytest.fixture
def given(programs: dict[str, Program]) -> dict[str, Program]:
    """The editor has given an estimate of who carried it out."""
    assert shared(programs["editor"], 0.777).status_code == 201
    return programs


def shared(program: Program, share: float) -> Any:
    body = {"role": "executor", "shares": {"executor:unnamed": share}, "reason": REASON}
    return program.ask("estimate", json=body)


def test_panel_tells_how_many_and_no_more(given: dict[str, Program]) -> None:
    panel = given["analyst"].told("getPanel")
    executor = next(one for one in panel.questions if one.role == "executor")
    assert (executor.judges, executor.given) == (1, False)
    assert panel.estimates == ()
    assert panel.pooled == ()


def test_panel_tells_all_once_given(given: dict[str, Program]) -> None:
    assert shared(given["analyst"], 0.3).status_code == 201
    panel = given["analyst"].told("getPanel")
    assert [one.judge for one in panel.estimates] == ["the editor", "the analyst"]
    assert [one.judges for one in panel.pooled] == [2]


@pytest.mark.parametrize("role", ["reader", "analyst", "admin"])
def test_no_answer_tells_the_figure_of_somebody_else(role: str, given: dict[str, Program]) -> None:
    program = given[role]
    last = program.told("getCase").seq
    told = [
        program.ask("getPanel"),
        program.ask("getCase"),
        program.ask("getAssessment"),
        program.ask("listEntries", params={"limit": "500"}),
        *(program.ask("getEntry", {"seq": str(seq)}) for seq in range(1, last + 1)),
        *(
            program.ask("getExport", {"format": one.id})
            for one in program.told("listExports").items
        ),
        program.ask("search", params={"q": f'"{REASON}"'}),
    ]
    assert {answer.status_code for answer in told} == {200}
    assert not [answer.text for answer in told if "0.777" in answer.text or REASON in answer.text]


def test_own_estimate_is_told(given: dict[str, Program]) -> None:
    editor = given["editor"]
    [line] = editor.told("listEntries", params={"kind": "estimate"}).items
    entry = editor.told("getEntry", {"seq": str(line.seq)})
    assert entry.payload["shares"] == {"executor:unnamed": 0.777}
    assert not entry.hidden
    hidden = given["analyst"].told("getEntry", {"seq": str(line.seq)})
    assert (hidden.payload, hidden.hidden) == (None, True)
    case = msgspec.json.decode(editor.ask("getExport", {"format": "json"}).content)
    assert [one["judge"] for one in case["panel"]] == ["the editor"]


def test_shares_have_to_be_of_the_question(program: Program) -> None:
    for shares in ({}, {"executor:unnamed": 1.1}, {"executor:unnamed": -0.1}):
        body = {"role": "executor", "shares": shares}
        assert program.ask("estimate", json=body).status_code == 422
    body = {"role": "executor", "shares": {"none": 0.5}}
    assert program.ask("estimate", json=body).status_code == 404
