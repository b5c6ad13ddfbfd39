"""A PostgreSQL of the tests' own: a cluster in a temporary folder, behind a socket in it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from whence.store.postgres import open_postgres

NAMED = "WHENCE_TEST_POSTGRES"
"""The variable that names a server which is there already, by the address of a database."""

_TEMPLATE = "whence_template"
_PATIENCE = 30.0

_WATCH = """
read -r _
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -INT "$pid" && sleep 2
rm -rf "$1"
"""
"""Waits until its input ends, which it does when the tests are killed, and clears up."""


def binaries() -> Path | None:
    """Return the folder of the server's programs, of the newest version where there are several."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("postgres"):
        return Path(on_path).parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    versions = sorted(found, key=lambda path: int(path.parent.parent.name.partition(".")[0]))
    return versions[-1].parent if versions else None


class Server:
    """A server that takes connections at ``base``, and makes databases for single tests."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._numbers = count(1)
        self._prefix = f"whence_{os.getpid()}"
        self._migrated = False

    def address(self, database: str) -> str:
        """Return the address of one of its databases, as a user would write it."""
        url = make_url(self.base).set(database=database)
        return url.render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Execute one statement outside a transaction."""
        with psycopg.connect(self.base, autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, *, migrated: bool = True) -> Iterator[str]:
        """Give the address of a fresh database, dropped at the end; ``migrated`` as a library."""
        name = f"{self._prefix}_{next(self._numbers)}"
        template = self._template() if migrated else "template0"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.address(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def clean(self) -> None:
        """Drop what is left of the template."""
        self.run(f"DROP DATABASE IF EXISTS {self._prefix}_{_TEMPLATE} WITH (FORCE)")

    def _template(self) -> str:
        name = f"{self._prefix}_{_TEMPLATE}"
        if not self._migrated:
            self.run(f"CREATE DATABASE {name} TEMPLATE template0")
            open_postgres(self.address(name)).close()
            self._migrated = True
        return name


class OwnServer(Server):
    """A server that was started for the tests, and may be killed by them."""

    def __init__(self, folder: Path, programs: Path) -> None:
        super().__init__(f"postgresql://whence@/postgres?host={folder}")
        self.folder = folder
        self._programs = programs
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Make the cluster."""
        command = ["initdb", "--pgdata", str(self.folder / "data"), "--username", "whence"]
        command += ["--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"]
        made = self._spawn(command)
        if made.wait() != 0:
            raise RuntimeError(f"initdb failed: {self.log}")

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        settings = ("fsync=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")
        command = ["postgres", "-D", str(self.folder / "data"), "-k", str(self.folder)]
        self._process = self._spawn([*command, *(f"--{one}" for one in settings)])
        self.wait()

    def wait(self) -> None:
        """Wait until the server takes connections."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                psycopg.connect(self.base).close()
            except psycopg.OperationalError:
                over = self._process is None or self._process.poll() is not None
                if over or time.monotonic() > until:
                    raise RuntimeError(f"the server did not start: {self.log}") from None
                time.sleep(0.02)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: SIGINT in good order, SIGQUIT as if the power had failed."""
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    @property
    def log(self) -> str:
        """What the programs have said so far."""
        return (self.folder / "log").read_text(errors="replace")

    def _spawn(self, command: list[str]) -> "subprocess.Popen[bytes]":
        # PostgreSQL refuses to run as root.
        other = _other_user() if os.geteuid() == 0 else None
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [str(self._programs / command[0]), *command[1:]],
                cwd=self.folder,
                env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=other and other.pw_uid,
                group=other and other.pw_gid,
                extra_groups=[] if other else None,
                start_new_session=True,
            )


@contextmanager
def own_server(programs: Path) -> Iterator[OwnServer]:
    """Give a running server, which is stopped and taken away whatever happens."""
    # A socket's path has 107 bytes at most: pytest's own folders may be too deep.
    folder = Path(tempfile.mkdtemp(prefix="whence-pg-"))
    server = OwnServer(folder, programs)
    watch = subprocess.Popen(
        ["/bin/sh", "-c", _WATCH, "sh", str(folder)], stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        if os.geteuid() == 0:
            other = _other_user()
            os.chown(folder, other.pw_uid, other.pw_gid)
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
        watch.communicate()


def _other_user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no user to run it as")
