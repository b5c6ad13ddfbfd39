"""The command as a shell sees it: a fresh process each."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.pages import FIRST, put
from whence.cli import exits

ROOT = Path(__file__).resolve().parents[2]
WHENCE = (sys.executable, "-m", "whence")


def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CONFIG_HOME": str(tmp_path)}


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from whence.cli.main import main; "
        "heavy = {'numpy', 'trafilatura', 'lxml', 'rich.progress', 'jinja2', 'httpx', 'msgspec'}; "
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(ROOT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(12):
        put(folder, **{f"page{number}_html": FIRST.replace("two", f"{number} of {'x' * 9999}")})
    with subprocess.Popen(
        [*WHENCE, "ingest", str(folder)],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read().decode()
        assert process.wait(60) == exits.BROKEN_PIPE
    assert told == ""


def test_run_in_a_shell_uses_no_network_and_any_locale(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST.replace("Ada Marsh", "Ádá Märsh"))
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from whence.cli.main import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", code, "run", str(folder)],
        env={**environment(tmp_path), "LC_ALL": "C", "PYTHONUTF8": "0"},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == exits.OK, done.stderr.decode()
    assert "Märsh" in (tmp_path / "whence-report" / "case.json").read_text(encoding="utf-8")


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    printed = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [*WHENCE, "run", str(ROOT / "examples"), "--json"],
            env={**environment(tmp_path), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode in (exits.OK, exits.PARTIAL), done.stderr.decode()
        at = json.loads(done.stdout)["run"]["at"]
        printed.append(done.stdout.replace(at.encode(), b"AT"))
    assert printed[0] == printed[1]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl-C reach child processes: a shell's background jobs would inherit it as ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_all_processes_quietly(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(60):
        put(folder, **{f"page{number}_html": FIRST.replace("two", f"{number}") * 3})
    with subprocess.Popen(
        [*WHENCE, "run", str(folder), "-", "--jobs", "2", "--out", str(tmp_path / "out")],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the processes are there and reading.
        process.stdin.write(b"word " * 100_000)
        process.stdin.flush()
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == exits.INTERRUPTED
    assert told.decode().strip() == ""
    assert not (tmp_path / "out").exists()


def test_a_run_that_is_ended_has_the_code_that_a_shell_gives_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*WHENCE, "ingest", "-"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"word " * 100_000)  # more than a pipe holds: then it reads
        process.stdin.flush()
        process.terminate()
        _, told = process.communicate(timeout=60)
    assert 128 - process.returncode == exits.TERMINATED
    assert told == b""


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("extra", "told"), [((), "is kept"), (("--quiet",), ""), (("--no-case",), "")]
)
def test_who_stops_a_run_is_told_that_it_can_go_on(
    tmp_path: Path, extra: tuple[str, ...], told: str
) -> None:
    put(tmp_path / "in", a_html=FIRST, b_html=FIRST.replace("two", "three"))
    code = (
        "import signal, sys, whence.run.pipeline as pipeline\n"
        "whole = pipeline.read_one\n"
        "def read_one(document, **given):\n"
        "    if 'three' in document.text: signal.raise_signal(signal.SIGINT)\n"
        "    return whole(document, **given)\n"
        "pipeline.read_one = read_one\n"
        "from whence.cli.main import main\nmain()"
    )
    command = ("run", "in", "--reader", "rules", "--out", "harbour", *extra)

    def ask(*call: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *call],
            env={**environment(tmp_path), "WHENCE_STORE__LIBRARY": str(tmp_path / "library.db")},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    stopped = ask("-c", code, *command)
    assert stopped.returncode == exits.INTERRUPTED
    assert len(stopped.stderr.split("\n")) < 6
    assert told in stopped.stderr
    if not told:
        assert stopped.stderr.strip() == ""
    else:
        assert "whence log harbour" in stopped.stderr
        assert ask("-m", "whence", *command).returncode == exits.OK
        entries = ask("-m", "whence", "log", "harbour", "--kind", "extraction", "--json").stdout
        assert entries.count("\n") == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [("ingest",), ("run", "--json"), ("run", "--out", "out")])
def test_full_standard_output_is_told_and_no_defect(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    put(tmp_path / "in", first_html=FIRST)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*WHENCE, command[0], "in", *command[1:]],
            env=environment(tmp_path),
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 6
    assert done.stderr.startswith("error: the standard output: ")
    assert done.stderr.count("\n") == 1


def test_closed_streams_cost_only_what_goes_through_them(tmp_path: Path) -> None:
    put(tmp_path / "in", first_html=FIRST, bad_html="")

    def shell(arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "-c", f"exec '{sys.executable}' -m whence {arguments}"],
            env=environment(tmp_path),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    silent = shell("run in --json 2>&-")
    assert silent.returncode == exits.PARTIAL
    assert json.loads(silent.stdout)["documents"]
    quiet = shell("run in --out report >&-")
    assert quiet.returncode == exits.PARTIAL
    assert (tmp_path / "report" / "case.json").exists()
    unfed = shell("run - <&-")
    assert unfed.returncode == 4
    assert "Traceback" not in unfed.stderr
