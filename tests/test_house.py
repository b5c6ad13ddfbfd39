"""What is checked about the house itself: lengths, generated pages, links, licence."""

import re
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from whence.cli.case import case
from whence.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WRITTEN = [page for page in PAGES if page.parent.name != "reference"]


def script(name: str) -> ModuleType:
    """Import a script by its path: scripts are no package."""
    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_file_is_too_long() -> None:
    assert script("lengths").too_long(ROOT) == []


def test_file_over_the_limit_is_found(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "long.py").write_text("x = 1\n" * 401)
    (tmp_path / "src" / "short.py").write_text("x = 1\n" * 400)
    assert script("lengths").too_long(tmp_path) == ["src/long.py: 401 lines, at most 400"]


def test_reference_is_what_the_code_says() -> None:
    reference = script("reference")
    assert reference.write(ROOT / "docs" / "reference", check=True) == []


def test_reference_has_every_command_and_those_of_groups() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"# whence {name}\n" not in page] == []


def test_catalogue_has_the_words_of_the_workbench() -> None:
    messages = script("messages")
    there = (messages.FOLDER / "workbench.pot").read_bytes()
    assert there == messages.catalogue(), "run python scripts/messages.py"


def test_changed_reference_page_is_found_and_written_anew(tmp_path: Path) -> None:
    reference = script("reference")
    assert reference.write(tmp_path, check=False) == list(reference.PAGES)
    assert reference.write(tmp_path, check=True) == []
    (tmp_path / "commands.md").write_text("old")
    assert reference.write(tmp_path, check=True) == ["commands.md"]
    assert (tmp_path / "commands.md").read_text() == "old"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text)
    broken = [
        link
        for link in links
        if not link.startswith(("http://", "https://")) and not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            waiting.append((page.parent / link).resolve())
    assert [p for p in PAGES if p.is_relative_to(ROOT / "docs") and p not in seen] == []


def test_licence_is_whole_and_the_one_declared() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    assert all((ROOT / name).is_file() for name in [*project["license-files"], project["readme"]])


COMMANDS = {**main.commands, **{f"case {name}": one for name, one in case.commands.items()}}


def commands_in(page: Path) -> list[tuple[str, list[str]]]:
    """Return the subcommand and the long options of every ``whence`` call in a page's code."""
    blocks = re.findall(r"```.*?\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    call = r"(?:^|[|/ ])whence ((?:case )?[a-z]+)([^|#\n]*)"
    calls = re.findall(call, "\n".join(blocks), re.MULTILINE)
    return [(name, re.findall(r"--[a-z-]+", rest)) for name, rest in calls]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_the_pages_exist_with_their_options(page: Path) -> None:
    for name, options in commands_in(page):
        assert name in COMMANDS, f"whence {name}"
        known = {
            option
            for parameter in COMMANDS[name].params
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert set(options) <= known | {"--help"}, f"whence {name}"


def test_calls_are_found_in_the_pages() -> None:
    found = [call for page in PAGES for call in commands_in(page)]
    assert len(found) > 15
    assert ("run", ["--json", "--quiet"]) in found
