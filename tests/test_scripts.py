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


def demo(tmp_path: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/demo from another folder, with an environment that does not exist yet."""
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "demo"), *options],
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


def ensure(what: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Call a function of scripts/lib.sh where nothing is but a few programs."""
    for name in ("dirname", "cat"):
        if not (folder / name).exists():
            (folder / name).symlink_to(f"/usr/bin/{name}")
    return subprocess.run(
        [
            "/bin/sh",
            "-c",
            f'. "$LIB"; ROOT={folder}; ensure_{what}',
            str(ROOT / "scripts" / "test"),
        ],
        env={
            "LIB": str(ROOT / "scripts" / "lib.sh"),
            "PATH": str(folder),
            "POSTGRES_HOME": str(folder),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def fake(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


PACKAGES = [("postgres", "postgresql"), ("chromium", "chromium"), ("axe", "npm")]


@pytest.mark.parametrize(("what", "package"), PACKAGES)
def test_root_gets_what_is_missing_from_the_system(tmp_path: Path, what: str, package: str) -> None:
    fake(tmp_path / "id", "echo 0")
    fake(tmp_path / "apt-get", f'echo "$*" >>"{tmp_path}/asked"; [ "$1" = update ] || exit 7')
    done = ensure(what, tmp_path)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split()[0] for line in asked] == ["install", "update", "install"]
    assert all(line.endswith(f" {package}") for line in asked[::2])
    assert done.returncode == 0
    assert "could not be installed" in done.stderr


@pytest.mark.parametrize(("what", "package"), PACKAGES)
def test_others_are_told_how_to_get_what_is_missing(
    tmp_path: Path, what: str, package: str
) -> None:
    fake(tmp_path / "id", "echo 1000")
    done = ensure(what, tmp_path)
    assert done.returncode == 0
    assert f"apt install {package}" in done.stderr


def test_postgres_that_is_there_or_named_is_taken(tmp_path: Path) -> None:
    named = tmp_path / "named"
    named.mkdir()
    assert ensure("postgres", named, WHENCE_TEST_POSTGRES="postgresql:///x").stderr == ""
    (tmp_path / "15" / "bin").mkdir(parents=True)
    fake(tmp_path / "15" / "bin" / "initdb", "exit 1")
    assert ensure("postgres", tmp_path).stderr == ""


def test_chromium_that_is_there_or_named_is_taken(tmp_path: Path) -> None:
    assert ensure("chromium", tmp_path, WHENCE_TEST_CHROMIUM="/opt/chromium").stderr == ""
    fake(tmp_path / "google-chrome", "exit 1")
    assert ensure("chromium", tmp_path).stderr == ""


def test_axe_is_brought_once(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "browser"
    (folder / "node_modules").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}")
    stamp = folder / "node_modules" / ".package-lock.json"
    fake(tmp_path / "npm", f'echo "$*" >>"{tmp_path}/asked"; echo >"{stamp}"')
    first, second = ensure("axe", tmp_path), ensure("axe", tmp_path)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split()[0] for line in asked] == ["ci"]
    assert ("Installing axe-core" in first.stderr, second.stderr) == (True, "")


def all_of_ci(folder: Path, failing: str = "") -> tuple["subprocess.CompletedProcess[str]", str]:
    """Run .ci/run over stand-ins of the scripts; return what came of it, and their calls."""
    (folder / ".ci").mkdir()
    (folder / "scripts").mkdir()
    (folder / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    nothing = "".join(f"{name}() {{ :; }}\n" for name in NEEDED)
    (folder / "scripts" / "lib.sh").write_text(f'cd "{folder}"\n{nothing}')
    for name in ("check", "gate", "test"):
        fake(
            folder / "scripts" / name,
            f'echo "{name} $*" >>"{folder}/calls"\n'
            f'echo "said by {name}"\n[ {name} != "{failing}" ]',
        )
    done = subprocess.run(
        ["/bin/sh", str(folder / ".ci" / "run")], capture_output=True, text=True, check=False
    )
    return done, (folder / "calls").read_text()


NEEDED = ("ensure_venv", "install", "ensure_postgres", "ensure_chromium", "ensure_axe")


def test_ci_runs_every_test_once_beside_checks_and_gate(tmp_path: Path) -> None:
    done, calls = all_of_ci(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(line.split()[0] for line in calls.splitlines()) == [
        "check", "gate", "test", "test",
    ]  # fmt: skip
    asked = [line.split()[1:] for line in calls.splitlines() if line.startswith("test")]
    later, first = sorted(asked, key=lambda words: words[0].startswith("--ignore="))
    assert [f"--ignore={folder}" for folder in later] == first
    assert all((ROOT / folder).is_dir() for folder in later)
    assert all(f"said by {name}" in done.stdout for name in ("check", "gate", "test"))


@pytest.mark.parametrize("name", ["check", "gate", "test"])
def test_ci_fails_with_any_of_them_once_all_have_run(tmp_path: Path, name: str) -> None:
    done, calls = all_of_ci(tmp_path, failing=name)
    assert done.returncode == 1
    assert done.stderr.strip() == f"Failed: {name}"
    assert len(calls.splitlines()) == 4


def test_compiled_code_is_kept_whatever_the_environment_says() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '. "$LIB"; env', str(ROOT / "scripts" / "test")],
        env={
            "LIB": str(ROOT / "scripts" / "lib.sh"),
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert "PYTHONDONTWRITEBYTECODE" not in done.stdout


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        ((), ROOT / "demo-report"),
        (("--out", "else"), ROOT / "else"),
        (("--jobs", "1", "--out=/srv/else"), Path("/srv/else")),
    ],
)
def test_demo_says_where_the_report_lies(
    tmp_path: Path, options: tuple[str, ...], folder: Path
) -> None:
    made = tmp_path / "venv" / "bin"
    made.mkdir(parents=True)
    fake_python(made, 'echo "$@"').rename(made / "whence")
    fake_python(made, "exit 0")
    (tmp_path / "venv" / ".whence-run").touch()
    done = demo(tmp_path, *options, PATH=os.environ["PATH"])
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(" ".join(("--out demo-report", *options)) + "\n")
    assert f"The report lies in {folder}/report.html" in done.stderr
