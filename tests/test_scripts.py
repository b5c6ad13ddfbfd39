"""The scripts hold in the shell of a fresh machine, and say what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted(
    path
    for path in (*(ROOT / "scripts").iterdir(), ROOT / ".ci" / "run")
    if path.is_file() and path.read_bytes().startswith(b"#!/bin/sh")
)


def fake_python(folder: Path, script: str) -> Path:
    """Make a stand-in for Python from a few lines of shell."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def demo(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/demo from another folder, with an environment that does not exist yet."""
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "demo")],
        env={"WHENCE_VENV": str(tmp_path / "venv"), "HOME": str(tmp_path), **variables},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_scripts_that_are_promised_are_there() -> None:
    names = {path.name for path in SCRIPTS}
    assert {"demo", "test", "check", "gate", "bench", "run"} <= names


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_may_be_run_and_is_plain_shell(script: Path) -> None:
    assert os.access(script, os.X_OK)
    parsed = subprocess.run(["/bin/sh", "-n", str(script)], capture_output=True, check=False)
    assert (parsed.returncode, parsed.stderr) == (0, b"")


def test_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    empty = tmp_path / "bin"
    empty.mkdir()
    (empty / "dirname").symlink_to("/usr/bin/dirname")
    done = demo(tmp_path, PATH=str(empty))
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "apt install python3" in done.stderr


def test_old_python_is_not_taken(tmp_path: Path) -> None:
    old = fake_python(tmp_path, "exit 1")
    empty = tmp_path / "bin"
    empty.mkdir()
    (empty / "dirname").symlink_to("/usr/bin/dirname")
    done = demo(tmp_path, PATH=str(empty), PYTHON=str(old))
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr


def test_python_without_venv_is_told_which_package_is_missing(tmp_path: Path) -> None:
    bare = fake_python(
        tmp_path,
        f'case "$*" in *ensurepip*) exit 1 ;; *) exec "{sys.executable}" "$@" ;; esac',
    )
    done = demo(tmp_path, PATH=os.environ["PATH"], PYTHON=str(bare))
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "venv").exists()
