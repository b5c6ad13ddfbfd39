"""An accusation that its own source takes back: read, told as a change, and no longer weighed."""

import json
from pathlib import Path

import pytest

from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.views.changes import changes
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

ATTACK = (
    "Bomb attack on the town hall of Norrby\n\n"
    "A bomb exploded at the town hall of Norrby in Norway on Tuesday, killing two guards.\n\n"
)
ACCUSED = "Interior minister Kari Lund accused the Norra Front of the attack.\n"
WITHDRAWN = (
    "Interior minister Kari Lund retracted the accusation that the Norra Front carried out the"
    " attack.\n"
)


def case(folder: Path, *reports: tuple[str, str]) -> Case:
    folder.mkdir(exist_ok=True)
    for day, text in reports:
        (folder / f"{day}.txt").write_text(ATTACK + text, encoding="utf-8")
        (folder / f"{day}.json").write_text(
            json.dumps({"outlet": f"Paper of {day}", "published": day}), encoding="utf-8"
        )
    return run_pipeline([str(folder)], Config(), World(at="2031-06-01T00:00:00+00:00"))


def weighed(one: Case) -> list[str]:
    assert one.assessment is not None
    return [evidence.kind for answer in one.assessment.answers for evidence in answer.evidence]


def test_an_accusation_that_was_taken_back_is_weighed_no_more(tmp_path: Path) -> None:
    before = case(tmp_path / "in", ("2031-03-04", ACCUSED))
    assert any(kind.startswith("accusation") for kind in weighed(before))
    after = case(tmp_path / "in", ("2031-03-05", WITHDRAWN))
    assert not any(kind.startswith("accusation") for kind in weighed(after))


def test_a_retraction_is_a_statement_of_its_own_and_a_change(tmp_path: Path) -> None:
    made = case(tmp_path / "in", ("2031-03-04", ACCUSED), ("2031-03-05", WITHDRAWN))
    assert made.incident is not None
    (taken,) = (one for one in made.incident.statements if one.act == "retract")
    assert (taken.polarity, taken.standing, taken.at) == (False, "denied", "2031-03-05")
    told = [row.text for row in changes(Index(made))]
    assert any("Kari Lund retracted what was said of Norra Front" in text for text in told)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry withdrew its troops from the town.\n",
        "The ministry withdrew from the talks after the attack.\n",
    ],
)
def test_other_withdrawals_take_nothing_back(tmp_path: Path, text: str) -> None:
    made = case(tmp_path / "in", ("2031-03-04", ACCUSED + text))
    acts = [reaction.act for report in made.reports for reaction in report.reactions]
    assert "retract" not in acts
    assert any(kind.startswith("accusation") for kind in weighed(made))
