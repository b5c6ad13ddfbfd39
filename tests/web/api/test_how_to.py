"""What the how-to shows is run as it stands there, against a workbench on loopback."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
import uvicorn

from tests.web.api.conftest import Kept
from tests.web.api.programs import Program, alone, team
from whence.web.app import make_app
from whence.web.desk import Desk
from whence.web.listening import LOOPBACK, Bound, listen

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "use-the-api.md"
HERE = "http://127.0.0.1:8421"

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """Give the address of a workbench that listens on loopback."""
    listening = listen(Bound(port=0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk), log_level="error", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def on_loopback(program: Program) -> Desk:
    return replace(program.desk, hosts=LOOPBACK)


def run_in_shell(script: str, address: str, folder: Path, **variables: str) -> str:
    done = subprocess.run(
        ["/bin/sh", "-eu", "-c", script.replace(HERE, address)],
        cwd=folder, env={"PATH": "/usr/bin:/bin", **variables}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not there")
def test_shell_examples(kept: Kept, tmp_path: Path) -> None:
    mine, teams = blocks("sh")
    one = alone(kept[1])
    with served(on_loopback(one)) as address:
        said = run_in_shell(mine, address, tmp_path)
    assert '"confidence":"low"' in said
    assert one.told("getCase").comments == 1
    assert [job.kind for job in one.told("listOrders").items] == ["add", "add"]
    assert list(tmp_path.glob("pilot*station*report*.md"))
    reader = team(*kept)["reader"]
    token = reader.headers["Authorization"].removeprefix("Bearer ")
    with served(on_loopback(reader)) as address:
        assert '"name":"pilot station"' in run_in_shell(teams, address, tmp_path, TOKEN=token)


def test_python_examples(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    one = alone(kept[1])
    monkeypatch.setenv("WHENCE_STORE__LIBRARY", str(tmp_path / "cases.db"))
    names: dict[str, object] = {}
    with served(on_loopback(one)) as address:
        for block in blocks("python"):
            exec(block.replace(HERE, address), names)  # noqa: S102 - our own page
    assert one.told("getCase").judgements == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said[:2]] == ["executor", "sponsor"]
    assert said[-1] == "8 low"
