"""Libraries of every kind, each fresh; PostgreSQL is a real one, started for the tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.libraries import opened
from tests.store.server import NAMED, OwnServer, Server, binaries, own_server
from tests.wanting import absent
from whence.store.memory import MemoryStore
from whence.store.protocol import Store
from whence.store.sql import SqlStore

_HOW = (
    "no PostgreSQL here: 'apt install postgresql' (scripts/test does it for root), or name a "
    f"server: {NAMED}=postgresql://user:password@host/database"
)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server: the one named by the environment, or one of our own."""
    named = os.environ.get(NAMED)
    if named:
        server = Server(named)
        yield server
        server.clean()
        return
    programs = binaries()
    if programs is None:
        absent(_HOW)
        return
    with own_server(programs) as own:
        yield own


@pytest.fixture
def own_postgres(postgres: Server) -> OwnServer:
    """A server that a test may kill; it has to start it again."""
    if not isinstance(postgres, OwnServer):
        pytest.skip(f"the server that {NAMED} names is not ours to kill")
    return postgres


@pytest.fixture
def postgres_address(postgres: Server) -> Iterator[str]:
    """The address of a fresh library on PostgreSQL."""
    with postgres.database() as address:
        yield address


@pytest.fixture
def bare_postgres(postgres: Server) -> Iterator[str]:
    """The address of an empty database on PostgreSQL."""
    with postgres.database(migrated=False) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def sql_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh library in a database: ``libraries.opened`` opens it, repeatedly."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    address: str = request.getfixturevalue("postgres_address")
    return address


@pytest.fixture
def sql_library(sql_address: str) -> Iterator[SqlStore]:
    """A fresh library in a database, opened."""
    store = opened(sql_address)
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A fresh library of every kind, opened."""
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = request.param == "sqlite"
    address = str(tmp_path / "library.db")
    store = opened(address if sqlite else request.getfixturevalue("postgres_address"))
    yield store
    store.close()
