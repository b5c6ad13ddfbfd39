"""The rooms of the measurements: what can be run lies on top, what it is built of in folders."""

import ast
import sys
from pathlib import Path
from runpy import run_path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT / "evaluation"


def is_run(path: Path) -> bool:
    """Tell whether a module is a command of its own."""
    return any(
        isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
        for node in ast.parse(path.read_text(encoding="utf-8")).body
    )


TOP = sorted(path for path in EVALUATION.glob("*.py") if path.stem != "__init__")
INSIDE = sorted(path for path in EVALUATION.glob("*/*.py"))


@pytest.mark.parametrize("path", TOP, ids=lambda path: path.stem)
def test_every_module_on_top_is_a_command_that_the_documentation_names(path: Path) -> None:
    pages = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")]
    told = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert is_run(path)
    assert f"evaluation.{path.stem}" in told or f"`{path.stem}`" in told


@pytest.mark.parametrize("path", TOP, ids=lambda path: path.stem)
def test_every_command_says_how_it_is_used(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [path.name, "--help"])
    with pytest.raises(SystemExit) as ended:
        run_path(str(path), run_name="__main__")
    assert ended.value.code == 0
    assert "usage: " in capsys.readouterr().out


def test_no_command_hides_in_a_folder() -> None:
    assert [path for path in INSIDE if is_run(path)] == []


def test_every_folder_says_what_it_holds() -> None:
    folders = {path.parent for path in INSIDE}
    silent = [
        folder.name
        for folder in folders
        if not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []
