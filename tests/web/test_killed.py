"""The workbench as a process: killed amid writing, and told to end amid work."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest

from whence.cli import exits
from whence.store.ledger import open_case
from whence.store.sqlite import open_sqlite
from whence.store.verify import verify

ROOT = Path(__file__).resolve().parents[2]
REPORTS = sorted((ROOT / "examples" / "pilot-station" / "reports").iterdir())
WRITING = {"X-Whence": "1"}
PATIENCE = 90.0

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


class Running:
    """A workbench that runs, and what is asked of it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        self.process = process
        base = process.stdout.readline().split()[-1]
        self.client = httpx.Client(base_url=f"{base}api/v1", headers=WRITING, timeout=30)

    def get(self, path: str) -> Any:
        return self.client.get(path).raise_for_status().json()

    def post(self, path: str, body: object = None) -> Any:
        return self.client.post(path, json=body or {}).raise_for_status().json()

    def until(self, path: str, *states: str) -> dict[str, Any]:
        """Return an order once it is in one of these states."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            found: dict[str, Any] = self.get(path)
            if found["state"] in states:
                return found
            sleep(0.05)
        raise AssertionError(f"{path} is not {states} after {PATIENCE:g} seconds: {found}")


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
        "XDG_CONFIG_HOME": str(folder),
        "WHENCE_STORE__LIBRARY": str(folder / "library.db"),
        "WHENCE_STORE__AUTHOR": "Ada Brook",
        "WHENCE_INTAKE__FOLDER": str(folder / "intake"),
        "WHENCE_RUN__READER": "rules",
    }
    command = [sys.executable, "-m", "whence", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = Running(process)
            with found.client:
                yield found
        finally:
            process.kill()


def test_what_was_told_to_be_kept_outlives_a_kill_amid_writing(tmp_path: Path) -> None:
    kept: list[str] = []
    with running(tmp_path) as bench, ThreadPoolExecutor(4) as writers:
        case = bench.post("/cases", {"name": "quay"})["id"]

        def write(writer: int) -> None:
            with suppress(httpx.HTTPError):
                for number in range(1000):
                    bench.post(f"/cases/{case}/comments", {"text": f"{writer}.{number}"})
                    kept.append(f"{writer}.{number}")

        begun = [writers.submit(write, number) for number in range(4)]
        while len(kept) < 60:
            sleep(0.005)
        bench.process.send_signal(signal.SIGKILL)
        for one in begun:
            one.result()
    with running(tmp_path) as bench:
        told = [row["text"] for row in bench.get(f"/cases/{case}/comments?limit=500")["items"]]
        assert set(kept) <= set(told)
        assert len(set(told)) == len(told) <= len(kept) + 4
        bench.post(f"/cases/{case}/comments", {"text": "it goes on"})
    store = open_sqlite(tmp_path / "library.db")
    try:
        assert verify(open_case(store, "quay")).findings == ()
    finally:
        store.close()


def test_what_was_given_is_read_after_a_kill(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        case = bench.post("/cases", {"name": "pilot station"})["id"]
        files = [("files", (path.name, path.read_bytes())) for path in REPORTS]
        answer = bench.client.post(f"/cases/{case}/uploads", files=files).raise_for_status()
        order = answer.json()["id"]
        bench.until(f"/cases/{case}/orders/{order}", "running")
        bench.process.send_signal(signal.SIGKILL)
        bench.process.wait()
    with running(tmp_path) as bench:
        done = bench.until(f"/cases/{case}/orders/{order}", "done", "failed")
        assert done["state"] == "done"
        documents = bench.get(f"/cases/{case}/documents")["items"]
        assert len({row["id"] for row in documents}) == len(documents) == len(REPORTS)
        assert bench.get(f"/cases/{case}/assessment")["answers"]


def test_work_in_progress_is_recorded_when_it_is_told_to_end(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        case = bench.post("/cases", {"name": "pilot station"})["id"]
        files = [("files", (path.name, path.read_bytes())) for path in REPORTS]
        answer = bench.client.post(f"/cases/{case}/uploads", files=files).raise_for_status()
        order = answer.json()["id"]
        bench.until(f"/cases/{case}/orders/{order}", "running")
        bench.process.send_signal(signal.SIGTERM)
        assert bench.process.wait(30) == exits.INTERRUPTED
    marks = [path for path in (tmp_path / "intake").rglob("*") if order in path.parts]
    assert any(b'"stopped":true' in path.read_bytes() for path in marks if path.is_file())
    with running(tmp_path) as bench:
        done = bench.until(f"/cases/{case}/orders/{order}", "done", "failed")
        assert done["state"] == "done"
        assert len(bench.get(f"/cases/{case}/documents")["items"]) == len(REPORTS)
