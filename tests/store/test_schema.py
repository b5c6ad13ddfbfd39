"""The tables of a library: made, brought up to date, and known for what they are."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.engine import Connection

from tests.store.libraries import case, comment, library, opened, texts, wrong
from tests.store.writers import heard, opening, started
from whence.errors import SchemaOutdated, StoreError
from whence.model.ledger import PAYLOADS
from whence.store import schema
from whence.store.ledger import decoded, open_case
from whence.store.sealing import digest
from whence.store.sql import SqlStore
from whence.store.sqlite import open_sqlite
from whence.store.tables import ACCOUNTS, METADATA

FIRST = Path(__file__).parent / "data" / "first.db"
"""A library as revision 0001 left it, every kind of entry in it but a time-stamp."""

FIRST_REVISION = frozenset({"0001"})

HEAD = (25, "20554cfbd735d3890370b8c7213a7960dd9389a5f2358c2d6adea9f00961bfa0")


@pytest.fixture(params=["sqlite", "postgres"])
def bare_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a library that nobody has opened yet."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    address: str = request.getfixturevalue("bare_postgres")
    return address


def scripts() -> ScriptDirectory:
    """Return Alembic's own view of the revisions."""
    folder = Path(schema.__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    return ScriptDirectory.from_config(config)


def execute(address: str, *statements: str) -> None:
    """Execute statements in a database, whatever is in it."""
    url = address.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url if "://" in url else f"sqlite:///{url}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_revisions_are_those_of_the_scripts() -> None:
    assert scripts().get_heads() == [schema.CURRENT]
    walked = [script.revision for script in scripts().walk_revisions()]
    assert tuple(reversed(walked)) == schema.KNOWN


def test_migrations_make_the_tables_that_the_code_knows(sql_library: SqlStore) -> None:
    with sql_library.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, METADATA)
    assert [one for one in found if isinstance(one, list) or unknown(one)] == []


def unknown(difference: tuple[object, ...]) -> bool:
    """Tell whether a difference is more than what searching has beside the tables of METADATA."""
    kind = difference[0]
    name = getattr(difference[3 if kind == "remove_column" else 1], "name", None)
    beside = {"remove_column": {"words"}, "remove_index": {"search_words"}}
    if kind == "remove_table":
        return name in METADATA.tables
    return name not in beside.get(str(kind), ())


def test_new_library_is_of_the_current_revision(bare_address: str) -> None:
    for _ in range(2):
        store = opened(bare_address)
        with store.reading() as connection:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalars()
            assert list(version) == [schema.CURRENT]
            assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
        store.close()


@pytest.mark.parametrize("revision", schema.KNOWN[:-1])
def test_library_of_each_older_revision_is_brought_up_to_date(
    sql_address: str, revision: str
) -> None:
    store = opened(sql_address)
    ledger = case(store)
    ledger.append([comment("kept")])
    with store.writing() as connection:
        back_to(connection, revision)
    store.close()
    store = opened(sql_address)
    with store.reading() as connection:
        assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
        assert connection.execute(select(ACCOUNTS)).all() == []
    assert texts(open_case(store, "bridge")) == ["kept"]
    assert wrong(open_case(store, "bridge")) == []
    store.close()


def back_to(connection: Connection, revision: str) -> None:
    """Take away what came after a revision."""
    later = schema.KNOWN[schema.KNOWN.index(revision) + 1 :]
    since = {"0002": "search_", "0003": "account"}
    gone = [name for name in METADATA.tables if name.startswith(tuple(since[one] for one in later))]
    if "0002" in later and connection.dialect.name == "sqlite":
        gone.append("search_words")
    for name in gone:
        connection.execute(text(f"DROP TABLE {name}"))
    changed = text("UPDATE alembic_version SET version_num = :revision")
    connection.execute(changed, {"revision": revision})


def test_several_may_open_a_new_library_at_once(bare_address: str) -> None:
    running = [started(opening, bare_address, f"case {number}") for number in range(6)]
    said = [list(heard(pipe)) for _, pipe in running]
    for process, _ in running:
        process.join()
        process.close()
    assert said == [["done"]] * 6
    store = opened(bare_address)
    assert [head.name for head in store.heads()] == [f"case {number}" for number in range(6)]
    store.close()


@pytest.mark.parametrize("revision", ["9999", "0001b", ""])
def test_library_of_a_newer_version_is_told_and_left_alone(sql_address: str, revision: str) -> None:
    store = opened(sql_address)
    ledger = case(store)
    with store.writing() as connection:
        change = text("UPDATE alembic_version SET version_num = :revision")
        connection.execute(change, {"revision": revision})
    with pytest.raises(SchemaOutdated, match=revision or "unknown") as outdated:
        opened(sql_address)
    assert (outdated.value.found, outdated.value.expected) == (revision, schema.CURRENT)
    assert "newer version" in outdated.value.hint
    assert wrong(ledger) == []
    store.close()


def test_revision_that_is_lost_is_told(sql_address: str) -> None:
    opened(sql_address).close()
    execute(sql_address, "DELETE FROM alembic_version")
    with pytest.raises(SchemaOutdated, match="unknown"):
        opened(sql_address)


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE entries (id INTEGER)"],
        ["CREATE TABLE visits (id INTEGER)"],
        [
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            "INSERT INTO alembic_version VALUES ('0001')",
            "CREATE TABLE orders (id INTEGER)",
        ],
    ],
)
def test_database_of_somebody_else_is_told_and_left_alone(
    bare_address: str, statements: list[str]
) -> None:
    execute(bare_address, *statements)
    with pytest.raises(StoreError, match="other tables, and no library") as foreign:
        opened(bare_address)
    assert "of its own" in foreign.value.hint
    engine = create_engine(
        bare_address.replace("postgresql:", "postgresql+psycopg:")
        if "://" in bare_address
        else f"sqlite:///{bare_address}"
    )
    assert len(inspect(engine).get_table_names()) == sum("CREATE" in one for one in statements)
    engine.dispose()


def first(folder: Path) -> Path:
    """Return a copy of the first revision's library."""
    return Path(shutil.copy(FIRST, folder / "library.db"))


def test_first_library_is_of_the_first_revision() -> None:
    assert FIRST.stat().st_size < 100_000
    raw = sqlite3.connect(f"{FIRST.as_uri()}?immutable=1", uri=True)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    raw.close()


def test_first_library_is_read_verified_and_appended_to(tmp_path: Path) -> None:
    path = first(tmp_path)
    for number in range(2):
        store = open_sqlite(path)
        assert [head.name for head in store.heads()] == ["Kaihafen Büro 橋", "pilot station"]
        ledger = open_case(store, "pilot station")
        hashes = {sealed.entry.seq: sealed.entry.hash for sealed in ledger.read()}
        assert hashes[HEAD[0]] == HEAD[1]
        assert len(hashes) == HEAD[0] + number
        assert wrong(ledger) == []
        assert wrong(open_case(store, "Kaihafen Büro 橋")) == []
        kinds = {sealed.entry.kind for sealed in ledger.read()}
        assert kinds == set(PAYLOADS) - {"stamp"}
        gone = [sealed.entry.seq for sealed in ledger.read() if decoded(sealed) is None]
        assert gone == [19]
        for sha256, raw in store.captures(ledger.case_id):
            assert digest(raw) == sha256
        ledger.append([comment(f"read again {number}", at="2040")])
        assert texts(ledger)[-1] == f"read again {number}"
        store.close()


def test_old_library_is_copied_before_it_is_upgraded(tmp_path: Path) -> None:
    if schema.CURRENT in FIRST_REVISION:
        pytest.skip("there is but one revision yet")
    path = first(tmp_path)
    open_sqlite(path).close()
    open_sqlite(path).close()
    copy = tmp_path / "library.db.0001"
    assert {one.name for one in tmp_path.iterdir()} == {"library.db", copy.name}
    assert dump(copy) == dump(FIRST)
    # Whoever goes back to the copy and comes again loses neither.
    shutil.copy(copy, path)
    open_sqlite(path).close()
    assert (tmp_path / "library.db.0001-2").exists()
    assert dump(copy) == dump(FIRST)


def dump(path: Path) -> list[str]:
    """Return everything in a file as SQL."""
    raw = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)
    lines = list(raw.iterdump())
    raw.close()
    return lines


def test_upgrade_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = first(tmp_path)
    monkeypatch.setattr(schema, "CURRENT", "next")
    monkeypatch.setattr(schema, "KNOWN", (*schema.KNOWN, "next"))

    def broken(connection: object) -> None:
        connection.exec_driver_sql("DROP TABLE entries")  # type: ignore[attr-defined]
        raise KeyError("a defect")

    monkeypatch.setattr(schema, "_upgrade", broken)
    with pytest.raises(KeyError):
        open_sqlite(path)
    assert dump(path) == dump(FIRST)
    assert dump(tmp_path / "library.db.0001") == dump(FIRST)


def test_old_library_is_not_upgraded_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library(tmp_path / "library.db")
    monkeypatch.setattr(schema, "KNOWN", (*schema.KNOWN, "next"))
    monkeypatch.setattr(schema, "CURRENT", "next")
    monkeypatch.setattr("whence.store.sqlite.looked_at", lambda _: False)
    with pytest.raises(StoreError, match="older form") as refused:
        open_sqlite(path)
    assert "copy it" in refused.value.hint
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]
