"""Programs that ask a workbench over a library in a file: of a team, or on one machine."""

import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import httpx2
import msgspec
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.store.accounts.team import cheap, joined
from tests.web.desk import desk_over, kept_case, weighed_anew
from whence.model.account import ROLES, Account
from whence.store.accounts.audit import Act
from whence.store.copying import copy_library
from whence.store.ledger import Ledger
from whence.store.sql import SqlStore
from whence.store.sqlite import open_sqlite
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS
from whence.web.app import make_app
from whence.web.desk import Desk
from whence.web.doors import TeamDoor

BY_NAME = {one.name: one for one in OPERATIONS}
MEANT = {"X-Whence": "1"}


@dataclass(frozen=True, kw_only=True)
class Program:
    """Whoever sends requests with the same headers; ``case`` is the one of the library."""

    app: Starlette
    desk: Desk
    ledger: Ledger
    headers: dict[str, str]

    @property
    def case(self) -> str:
        """The id of the case."""
        return self.ledger.case_id

    def ask(self, name: str, places: dict[str, str] | None = None, **more: Any) -> httpx2.Response:
        """Ask for an operation by its id; a body is given as ``json``, ``files`` or ``content``."""
        operation = BY_NAME[name]
        path = operation.path.format(**{"case": self.case, **(places or {})})
        headers = {**self.headers, **more.pop("headers", {})}
        client = TestClient(self.app, raise_server_exceptions=False)
        answer: httpx2.Response = client.request(
            operation.method, f"{BASE}{path}", headers=headers, **more
        )
        return answer

    def told(self, name: str, places: dict[str, str] | None = None, **more: Any) -> Any:
        """Return what an operation answers, as its type, once it has gone well."""
        answer = self.ask(name, places, **more)
        assert answer.status_code == BY_NAME[name].status, answer.text
        return decoded(BY_NAME[name], answer)


def decoded(operation: Operation, answer: httpx2.Response) -> Any:
    """Return an answer as the type that is declared for it."""
    assert answer.headers["content-type"] == "application/json"
    return msgspec.json.decode(answer.content, type=operation.result)


def library(folder: Path) -> tuple[SqlStore, Ledger]:
    """Return a library in a file that holds one read case."""
    read, case_id, name = _read_once()
    shutil.copyfile(read, folder / "cases.db")
    store = open_sqlite(folder / "cases.db")
    return store, Ledger(store, case_id, name)


@cache
def _read_once() -> tuple[Path, str, str]:
    """Return a library that was read for all tests: each takes a copy of its file."""
    path = Path(mkdtemp()) / "read.db"
    kept = kept_case()
    store = open_sqlite(path)
    copy_library(kept.store, store)
    store.close()
    return path, kept.case_id, kept.name


def alone(ledger: Ledger) -> Program:
    """Return the one analyst's program, whose changes are meant."""
    desk = desk_over(ledger.store)
    return Program(app=make_app(desk), desk=desk, ledger=ledger, headers=MEANT)


def team(store: SqlStore, ledger: Ledger) -> dict[str, Program]:
    """Return programs with a token of each role, and "nobody" without any."""
    accounts = cheap(store)
    door = TeamDoor(accounts)
    desk = replace(desk_over(store, door), team=True)
    app = make_app(desk)
    headers = {"nobody": dict[str, str]()}
    for role in ROLES:
        account = joined(accounts, f"the {role}", role)
        headers[role] = {"Authorization": f"Bearer {_token(door, account, desk.now())}"}
    return {
        name: Program(app=app, desk=desk, ledger=ledger, headers=these)
        for name, these in headers.items()
    }


def _token(door: TeamDoor, account: Account, at: str) -> str:
    act = Act(by=account.id, at=at)
    return door.accounts.tokens.issue(account.id, "tests", account.role, 30, act)


__all__ = ["BY_NAME", "MEANT", "Program", "alone", "decoded", "library", "team", "weighed_anew"]
