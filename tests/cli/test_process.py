"""The command as a shell sees it: a fresh process each."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

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


def test_ctrl_c_ends_all_processes_quietly(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(60):
        put(folder, **{f"page{number}_html": FIRST.replace("two", f"{number}") * 3})
    with subprocess.Popen(
        [*WHENCE, "run", str(folder), "--jobs", "2", "--out", str(tmp_path / "out")],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(0.8)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == exits.INTERRUPTED
    assert told.decode().strip() == ""
    assert not (tmp_path / "out").exists()
