"""Invented incidents: their files, and what is counted of them."""

from pathlib import Path

import msgspec
import pytest
from evaluation.harness.command import Request
from evaluation.incidents.invented_told import Told, copies, standings, suspects
from evaluation.invented_set import FOLDER, Invented, problems

from evaluation import invented, invented_set

_FIRST = """SPLIT (Coast Wire) - A bomb killed four people at a ferry quay in Makarska on Monday.

Croatia's interior minister, Ante Prka, accused the Order of the Lantern of planting it.

The Order of the Lantern denied involvement. The Harbour Guild condemned the bombing."""
_INCIDENT = {
    "id": "t-01",
    "manner": "plain",
    "reports": [
        {"outlet": "Coast Wire", "published": "2031-03-04", "title": "Quay bomb", "text": _FIRST},
        {"outlet": "Island Echo", "published": "2031-03-05", "title": "Quay bomb", "text": _FIRST},
    ],
    "record": {
        "kind": ["bombing"],
        "date": ["2031-03-03"],
        "country": "HR",
        "place": ["Makarska"],
        "killed": [4],
    },
    "parties": [
        {
            "names": ["Order of the Lantern"],
            "standings": [
                {"standing": "accused_by_authority", "by": ["Ante Prka"]},
                {"standing": "denied", "by": ["Order of the Lantern"]},
            ],
        }
    ],
    "not_suspects": ["Harbour Guild"],
    "copies": [[2, 1]],
}


def _one(**changed: object) -> Invented:
    return msgspec.convert({**_INCIDENT, **changed}, Invented)


@pytest.fixture(scope="module")
def told() -> Told:
    return invented.run(_one(), "encoder")


def test_what_fits_has_no_problems() -> None:
    assert not list(problems(_one()))


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"not_suspects": ["Harbour Gild"]}, "stands in no report"),
        ({"not_suspects": ["Order of the Lantern"]}, "is a party and is not"),
        ({"copies": [[3, 1]]}, "there are no reports 3 and 1"),
        ({"record": {"kind": ["bomb"], "date": ["2031-03-03"]}}, "is no kind"),
        ({"record": {"kind": [], "date": ["3 March 2031"]}}, "is no ISO date"),
        ({"record": {"kind": [], "date": [], "country": "XQ"}}, "is no state"),
        ({"parties": [{"names": ["The Lamp"], "standings": []}]}, "stands in the reports"),
    ],
)
def test_what_does_not_fit_is_told(changed: dict[str, object], complaint: str) -> None:
    assert any(complaint in line for line in problems(_one(**changed)))


def test_a_file_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(msgspec.json.encode([{**_INCIDENT, "copies": [["2", "9"]]}]))
    with pytest.raises(ValueError, match=r"a\.yaml: t-01: there are no reports 2 and 9"):
        invented_set.read(path)


def test_files_are_checked_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_bytes(msgspec.json.encode([_INCIDENT]))
    bad.write_text("- id: [", encoding="utf-8")
    files = [str(good), str(bad), str(tmp_path / "none.yaml")]
    assert invented_set.main(files[:1]) == 0
    assert f"{good}: 1 incidents, " in capsys.readouterr().out
    assert invented_set.main(files) == 1
    assert "none.yaml" in capsys.readouterr().out


def test_every_part_that_ships_is_well_formed() -> None:
    for part in ("dev", "test"):
        read = [one for path in invented_set.files(part) for one in invented_set.read(path)]
        assert len({one.id for one in read}) == len(read) > 0


@pytest.mark.parametrize("slot", ["killed", "date", "place", "country", "kind"])
def test_slots_are_met(told: Told, slot: str) -> None:
    assert told.asked(slot)
    assert told.right(slot), told.held(slot)


def test_a_slot_that_the_record_leaves_out_is_not_asked(told: Told) -> None:
    assert not told.asked("wounded")


def test_another_toll_is_wrong(told: Told) -> None:
    other = msgspec.structs.replace(told.gold.record, killed=(5,))
    gold = msgspec.structs.replace(told.gold, record=other)
    assert not msgspec.structs.replace(told, gold=gold).right("killed")


def test_suspects_and_standings_are_counted_one_to_one(told: Told) -> None:
    assert (suspects(told).hits, suspects(told).predicted, suspects(told).gold) == (1, 1, 1)
    assert (standings(told).hits, standings(told).gold) == (2, 2)


def test_whoever_must_not_be_shown_is_counted(told: Told) -> None:
    assert not told.shown_wrongly()
    gold = msgspec.structs.replace(told.gold, parties=(), not_suspects=("Order of the Lantern",))
    assert len(msgspec.structs.replace(told, gold=gold).shown_wrongly()) == 1


def test_a_report_that_repeats_another_is_a_copy(told: Told) -> None:
    assert copies(told).hits == copies(told).predicted == 1


def test_a_folder_of_ones_own_is_measured(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "a.json.yaml").write_bytes(msgspec.json.encode([_INCIDENT]))
    outcome = invented.measure(Request(data=tmp_path, reader="rules"))
    assert outcome.score("killed").value == 1
    assert FOLDER.name == "invented"
