"""How the workbench listens."""

import socket
from pathlib import Path

import pytest
import uvicorn
from msgspec.structs import replace

from tests.run.case.kept import RULES
from whence.store.memory import MemoryStore
from whence.web.serving import Bound, serve


@pytest.mark.enable_socket
def test_answers_leave_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[socket.socket] = []

    def ran(_: uvicorn.Server, sockets: list[socket.socket]) -> None:
        found.extend(sockets)

    monkeypatch.setattr(uvicorn.Server, "run", ran)
    config = replace(RULES, intake=replace(RULES.intake, folder=str(tmp_path)))
    told: list[str] = []
    serve(config, MemoryStore(), "Ana", Bound(port=0, browser=False), told.append)
    [listening] = found
    # asyncio sets TCP_NODELAY on what is accepted only where the protocol is named
    assert listening.proto == socket.IPPROTO_TCP
    assert told == [f"http://127.0.0.1:{listening.getsockname()[1]}/"]
    listening.close()
