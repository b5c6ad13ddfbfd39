"""``whence weigh`` with what a person decides: shown, kept, taken back."""

from pathlib import Path

import msgspec
import pytest

from tests.cli.pages import FIRST, SECOND, invoke, put
from whence.cli import exits
from whence.errors import ConfigError, MissingInput
from whence.model.case import Case, Judgement

WRONG = exits.EXIT_CODES[ConfigError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    assert invoke("run", pages, "--out", tmp_path / "out", "--quiet").exit_code == exits.OK
    return tmp_path / "out"


def stored(folder: Path) -> Case:
    return msgspec.json.decode((folder / "case.json").read_bytes(), type=Case)


def unnamed(case: Case) -> tuple[float, float]:
    assert case.assessment is not None
    rows = case.assessment.answer("executor").posterior
    return next((r.prior, r.mean) for r in rows if r.hypothesis_id == "executor:unnamed")


def test_a_prior_set_with_save_is_kept_and_binds_again(folder: Path) -> None:
    before = unnamed(stored(folder))
    result = invoke(
        "weigh", folder, "--set", "somebody not named=70%", "--reason", "many groups", "--save"
    )
    assert result.exit_code == exits.OK, result.stderr
    case = stored(folder)
    assert [(j.subject, j.verdict, j.reason) for j in case.judgements] == [
        ("executor:unnamed", "prior 0.7", "many groups")
    ]
    assert unnamed(case)[0] == pytest.approx(0.7)
    assert unnamed(case)[1] > before[1]
    assert "somebody not named at 70% (many groups" in invoke("weigh", folder).stdout
    assert "many groups" in (folder / "report.html").read_text(encoding="utf-8")
    back = invoke(
        "weigh", folder, "--unset", "somebody not named", "--reason", "too many", "--save"
    )
    assert back.exit_code == exits.OK, back.stderr
    assert unnamed(stored(folder)) == before
    assert len(stored(folder).judgements) == 2


def test_explain_says_of_a_decision_that_it_holds_no_more(folder: Path) -> None:
    for change, reason in (
        (("--set", "somebody not named=70%"), "many groups"),
        (("--set", "somebody not named=60%"), "fewer groups"),
        (("--unset", "somebody not named"), "too many"),
        (("--set", "somebody not named=20%"), "one group"),
    ):
        assert not invoke("weigh", folder, *change, "--reason", reason, "--save").exit_code
    told, _, _ = invoke("explain", folder).stdout.partition("\n\n")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert len(lines) == 5
    assert lines[1].endswith("[withdrawn since]")
    assert lines[2].endswith("[withdrawn since]")
    assert "no longer holds (too many" in lines[3]
    assert "starts at 0.2 (one group" in lines[4]
    assert not lines[4].endswith("]")


def test_what_is_decided_now_outweighs_what_a_fast_clock_dated_later(folder: Path) -> None:
    ahead = Judgement(
        subject="executor:unnamed",
        verdict="prior 0.2",
        by="bo",
        at="2931-05-09T10:00:00+00:00",
        reason="r",
    )
    case = msgspec.structs.replace(stored(folder), judgements=(ahead,))
    (folder / "case.json").write_bytes(msgspec.json.encode(case))
    invoke("weigh", folder, "--set", "somebody not named=70%", "--reason", "many", "--save")
    assert unnamed(stored(folder))[0] == pytest.approx(0.7)


def test_what_is_set_before_anything_was_weighed_finds_its_names(folder: Path) -> None:
    case = stored(folder)
    fresh = folder / "fresh.json"
    fresh.write_bytes(msgspec.json.encode(msgspec.structs.replace(case, assessment=None)))
    result = invoke("weigh", fresh, "--set", "somebody not named=0.7", "--reason", "r")
    assert result.exit_code == exits.OK, result.stderr
    assert '"prior 0.7"' in result.stdout


def test_an_origin_may_be_left_out_and_a_party_added(folder: Path) -> None:
    case = stored(folder)
    assert case.assessment is not None
    origin = case.assessment.answer("executor").evidence[0].origin_ids[0]
    result = invoke(
        "weigh", folder, "--without", origin, "--add", "Cedar League", "--reason", "seen there"
    )
    assert result.exit_code == exits.OK, result.stderr
    assert f'"left_out":["{origin}"]' in result.stdout
    assert "Cedar League" in result.stdout
    assert stored(folder) == case


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--set", "claim=3"), WRONG, "give --reason TEXT"),
        (("--set", "claim", "--reason", "r"), WRONG, "sets nothing"),
        (
            ("--set", "claim=many", "--reason", "r"),
            WRONG,
            "'many' is no number",
        ),
        (
            ("--set", "claim=-1", "--reason", "r"),
            WRONG,
            "a ratio is above 0",
        ),
        (
            ("--set", "nobody at all=1", "--reason", "r"),
            WRONG,
            "nothing to set",
        ),
        (
            ("--set", "Lantern Brotherhood=500%", "--reason", "r"),
            WRONG,
            "Lantern Brotherhood cannot be set to 500% (a prior lies between 0% and 100%",
        ),
        (("--set", "Lantern Brotherhood=5%"), WRONG, "why Lantern Brotherhood is changed"),
        (("--without", "§§§"), WRONG, "no origin is called"),
        (
            ("--add", "party-0123456789ab", "--reason", "r"),
            WRONG,
            "no party of the case has the id 'party-0123456789ab'",
        ),
        (("--add", "executor:unnamed", "--reason", "r"), WRONG, "no party of the case has"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_kept(
    folder: Path, options: tuple[str, ...], code: int, words: str
) -> None:
    before = (folder / "case.json").read_bytes()
    result = invoke("weigh", folder, *options, "--save")
    assert result.exit_code == code, result.stderr
    assert words in result.stderr
    assert (folder / "case.json").read_bytes() == before


def test_only_the_folder_of_a_run_is_written_back_into(folder: Path) -> None:
    result = invoke("weigh", folder / "case.json", "--save")
    assert result.exit_code == exits.USAGE
    assert "--save needs the folder" in result.stderr


def test_what_people_estimate_is_kept_beside(folder: Path, tmp_path: Path) -> None:
    estimates = tmp_path / "estimates.csv"
    estimates.write_text(
        "judge,hypothesis,probability\nana,somebody not named,0.8\nbo,somebody not named,0.4\n",
        encoding="utf-8",
    )
    before = unnamed(stored(folder))
    result = invoke("weigh", folder, "--panel", estimates, "--save")
    assert result.exit_code == exits.OK, result.stderr
    case = stored(folder)
    assert {one.judge for one in case.panel} == {"ana", "bo"}
    assert unnamed(case) == before
    assert invoke("weigh", folder, "--save").exit_code == exits.OK
    assert stored(folder).pooled == case.pooled != ()
    missing = invoke("weigh", folder, "--panel", tmp_path / "none.csv")
    assert missing.exit_code == exits.EXIT_CODES[MissingInput]


@pytest.mark.parametrize(
    ("command", "offered", "kept"),
    [("weigh", True, True), ("explain", True, False), ("case judge", False, True)],
)
def test_help_offers_what_the_command_does(command: str, offered: bool, kept: bool) -> None:
    """To explain keeps nothing, and to judge asks nothing."""
    told = " ".join(invoke(*command.split(), "--help").stdout.split())
    assert ("--without ORIGIN" in told) == offered
    assert ("kept with what you decide" in told) == kept
    assert ("it needs --reason" in told.lower()) == kept
