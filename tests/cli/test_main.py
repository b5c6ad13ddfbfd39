"""The command as a whole: its help, its version, its schemas, and what becomes of a defect."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.pages import FIRST, invoke, put
from whence import __version__
from whence.cli import exits
from whence.cli.case import case
from whence.cli.main import main
from whence.cli.people import people
from whence.extract.rules.reader import RulesReader
from whence.model.document import Document
from whence.model.reading import Reading
from whence.run import pipeline, registry
from whence.run.stream import RECORDS

COMMANDS = list(main.commands)
WITHIN = {"case": list(case.commands), "people": list(people.commands)}
"""The commands of a group, by its name."""
ALL_WITHIN = {f"{group} {name}" for group, names in WITHIN.items() for name in names}


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands_in_the_order_of_the_pipeline(option: str) -> None:
    result = invoke(option)
    assert result.exit_code == exits.OK
    listed = result.stdout.split("Commands:")[1].split("Exit codes:")[0]
    positions = [listed.index(f"  {name}") for name in COMMANDS]
    assert positions == sorted(positions)
    stages = ["run", "ingest", "extract", "trace", "fuse", "weigh", "explain", "publish"]
    assert COMMANDS[:8] == stages


@pytest.mark.parametrize("group", [(), ("case",), ("people",)], ids=" ".join)
def test_what_a_listed_command_does_is_told_to_the_end(group: tuple[str, ...]) -> None:
    listed = invoke(*group, "--help").stdout.split("Commands:")[1].split("Exit codes:")[0]
    assert "..." not in listed
    assert listed.count(".\n") == len(WITHIN.get(" ".join(group), COMMANDS))


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"version"} | ALL_WITHIN))
def test_every_command_teaches_by_example(name: str) -> None:
    result = invoke(*name.split(), "--help")
    assert result.exit_code == exits.OK
    assert "Example" in result.stdout
    assert f"whence {name}" in result.stdout.split("Example")[1]


@pytest.mark.parametrize(
    "arguments", [["no-such-command"], ["run"], ["run", "--no-such-option", "x"], ["ingest"]]
)
def test_wrong_command_line_is_told_by_click(arguments: list[str]) -> None:
    result = invoke(*arguments)
    assert result.exit_code == exits.USAGE
    assert "Usage:" in result.stderr


def test_version_names_program_and_schema() -> None:
    assert invoke("version").stdout.startswith(f"whence {__version__} (whence.case/1, Python 3.")


@pytest.mark.parametrize("record", ["case", "line", *RECORDS])
def test_schema_of_every_record_is_a_schema(record: str) -> None:
    schema = json.loads(invoke("schema", record).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$ref"].rsplit("/", 1)[1] in schema["$defs"]


def test_case_keeps_to_the_schema_that_is_printed(tmp_path: Path) -> None:
    schema = json.loads(invoke("schema").stdout)
    case = json.loads(invoke("run", put(tmp_path / "in", first_html=FIRST), "--json").stdout)
    told = jsonschema.Draft202012Validator(schema).iter_errors(case)
    assert [error.message for error in told] == []


def test_unknown_record_is_told_with_the_known_ones() -> None:
    result = invoke("schema", "dokument")
    assert result.exit_code == 18
    assert "document" in result.stderr


def test_config_prints_every_setting_with_its_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whence.toml").write_text("[run]\njobs = 2\n")
    (tmp_path / "nobody" / "whence").mkdir(parents=True)
    (tmp_path / "nobody" / "whence" / "whence.toml").write_text("[weigh]\ndraws = 99\nseed = 1\n")
    monkeypatch.setenv("WHENCE_WEIGH__SEED", "3")
    lines = {line.split()[0]: line for line in invoke("config").stdout.splitlines()}
    assert lines["run.jobs"].split(maxsplit=1)[1] == "2  (whence.toml)"
    assert lines["weigh.seed"].split(maxsplit=1)[1] == "3  (WHENCE_WEIGH__SEED)"
    assert lines["weigh.draws"].endswith("whence.toml)")
    assert lines["run.reader"].split(maxsplit=1)[1] == '"encoder"  (default)'
    listed = json.loads(invoke("config", "--json").stdout)
    assert {f"{item['section']}.{item['name']}" for item in listed} == set(lines)


def test_named_config_file_takes_the_place_of_the_one_here(tmp_path: Path) -> None:
    (tmp_path / "whence.toml").write_text("[run]\njobs = 2\n")
    (tmp_path / "other.toml").write_text("[weigh]\nseed = 8\n")
    shown = invoke("config", "--config", "other.toml").stdout
    assert "8  (other.toml)" in shown
    assert "(whence.toml)" not in shown


def test_missing_config_file_and_wrong_setting_are_told(tmp_path: Path) -> None:
    result = invoke("config", "--config", tmp_path / "none.toml")
    assert result.exit_code == 5
    assert "none.toml" in result.stderr
    (tmp_path / "whence.toml").write_text("[run]\njbs = 2\n")
    result = invoke("config")
    assert result.exit_code == 5
    assert "did you mean 'run.jobs'?" in result.stderr


class Breaks:
    """A reader with a defect on documents whose name has "bad" in it."""

    name = "breaks@1"

    def read(self, document: Document) -> Reading:
        if "bad" in document.location.rsplit("/", 1)[-1]:
            raise ZeroDivisionError("a defect")
        return RulesReader().read(document)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "reader", lambda name: Breaks())


@pytest.mark.usefixtures("broken")
def test_defect_on_one_report_costs_that_report_and_is_told(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", good_html=FIRST, bad_html=FIRST.replace("two", "nine"))
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == exits.DEFECT
    assert "bad.html: Whence failed on it: ZeroDivisionError: a defect" in result.stderr
    assert "Traceback" not in result.stderr
    case = json.loads((tmp_path / "out" / "case.json").read_text())
    assert [failure["kind"] for failure in case["failures"]] == ["defect"]
    assert len(case["reports"]) == 1


@pytest.mark.usefixtures("broken")
def test_stop_ends_at_the_first_defect_with_its_traceback(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", good_html=FIRST, bad_html=FIRST.replace("two", "nine"))
    result = invoke("run", pages, "--out", tmp_path / "out", "--stop")
    assert result.exit_code == exits.DEFECT
    assert "Traceback" in result.stderr
    assert "bad.html" in result.stderr
    assert not (tmp_path / "out").exists()


def test_ctrl_c_ends_without_a_word(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run_pipeline", stop)
    result = invoke("run", put(tmp_path / "in", first_html=FIRST), "--out", tmp_path / "out")
    assert result.exit_code == exits.INTERRUPTED
    assert "Traceback" not in result.output


def test_the_version_is_told_by_option_too() -> None:
    result = invoke("--version")
    assert result.exit_code == exits.OK
    assert result.stdout.strip() == f"whence {__version__}"
