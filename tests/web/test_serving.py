"""``whence serve --team`` as a process: its own TLS, a proxy before it, the first administrator."""

import os
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from tests.store.accounts.team import PASSWORD
from tests.web.certificates import certified
from whence.cli import exits
from whence.errors import ConfigError
from whence.store.accounts.audit import Audit
from whence.store.sqlite import open_sqlite

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CONFIG_HOME": str(folder),
        "WHENCE_STORE__LIBRARY": str(folder / "library.db"),
        "WHENCE_STORE__AUTHOR": "Ada Brook",
        "WHENCE_INTAKE__FOLDER": str(folder / "intake"),
    }


def command(*options: object) -> list[str]:
    return [sys.executable, "-m", "whence", "serve", "--team", "--port", "0", *map(str, options)]


@contextmanager
def serving(folder: Path, *options: object) -> Iterator[tuple[str, str, list[str]]]:
    """Give the workbench's address, the first link, and all lines that it says after its end."""
    said: list[str] = []
    with subprocess.Popen(
        command(*options), env=environment(folder), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            said += [process.stdout.readline() for _ in range(3)]
            yield said[0].split()[-1], said[2].strip(), said
        finally:
            process.send_signal(signal.SIGINT)
            said += process.stdout.readlines()
            process.wait(20)


class Asking:
    """A client without a browser's habits: it sends what it is told to."""

    def __init__(self, address: str, certificate: Path | None = None) -> None:
        parts = urlsplit(address)
        assert parts.hostname is not None
        self.connection = (
            HTTPConnection(parts.hostname, parts.port, timeout=20)
            if certificate is None
            else HTTPSConnection(
                parts.hostname, parts.port, timeout=20,
                context=ssl.create_default_context(cafile=certificate),
            )
        )  # fmt: skip
        self.cookies: dict[str, str] = {}

    def __call__(
        self, path: str, headers: dict[str, str] | None = None, fields: dict[str, str] | None = None
    ) -> tuple[int, str]:
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **(headers or {})}
        body = None if fields is None else urlencode(fields)
        if fields is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("POST" if fields is not None else "GET", path, body, sent)
        answer = self.connection.getresponse()
        for cookie in answer.headers.get_all("set-cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
            assert ("Secure" in cookie) == name.startswith("__Host-")
        return answer.status, answer.read().decode()

    def proof(self, path: str, headers: dict[str, str] | None = None) -> str:
        return self(path, headers)[1].partition('name="csrf" value="')[2].partition('"')[0]

    def close(self) -> None:
        self.connection.close()


def test_first_administrator_comes_in_over_tls(tmp_path: Path) -> None:
    chain, key = certified(tmp_path)
    with serving(tmp_path, "--certificate", chain, "--key", key) as (address, link, said):
        assert address.startswith("https://127.0.0.1:")
        assert link.startswith(f"{address}accept/")
        path = urlsplit(link).path
        with closing(Asking(address, chain)) as ask:
            fields = {"csrf": ask.proof(path), "password": PASSWORD, "again": PASSWORD}
            assert ask(path, fields=fields)[0] == 303
            status, page = ask("/people")
            assert (status, "Ada Brook" in page) == (200, True)
            assert set(ask.cookies) == {"__Host-whence", "__Host-whence_form"}
            assert ask("/people", {"Host": "evil.example"})[0] == 421
        token = ask.cookies["__Host-whence"]
    assert len([line for line in said if line.strip()]) == 3
    assert token not in "".join(said)
    assert PASSWORD not in "".join(said)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def addresses(folder: Path) -> list[str]:
    """Return from where logins were tried, by the library's log."""
    store = open_sqlite(folder / "library.db")
    try:
        return [one.address for one in Audit(store).read() if one.action == "login"]
    finally:
        store.close()


def test_word_of_a_proxy_that_was_named_counts(tmp_path: Path) -> None:
    port = free_port()
    options = ("--port", port, "--behind-proxy", "127.0.0.1", "--name", "Desk.example")
    with serving(tmp_path, *options) as (address, link, _), ExitStack() as stack:
        assert address == "https://desk.example/"
        assert link.startswith("https://desk.example/accept/")
        ask = stack.enter_context(closing(Asking(f"http://127.0.0.1:{port}/")))
        asked = {"Host": "desk.example", "X-Forwarded-For": "198.51.100.1, 203.0.113.9"}
        status, told = ask("/login", asked)
        assert (status, "X-Forwarded-Proto" in told) == (400, True)
        secured = asked | {"X-Forwarded-Proto": "https"}
        fields = {"csrf": ask.proof("/login", secured), "name": "Ada", "password": "x"}
        assert ask("/login", secured, fields)[0] == 401
        assert set(ask.cookies) == {"__Host-whence_form"}
        assert ask("/login", secured | {"Host": "127.0.0.1"})[0] == 421
    assert addresses(tmp_path) == ["203.0.113.9"]


def test_word_of_anybody_else_counts_for_nothing(tmp_path: Path) -> None:
    with serving(tmp_path) as (address, _, _), closing(Asking(address)) as ask:
        said = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
        fields = {"csrf": ask.proof("/login", said), "name": "Ada", "password": "x"}
        assert ask("/login", said, fields)[0] == 401
        assert set(ask.cookies) == {"whence_form"}
    assert addresses(tmp_path) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--host", "0.0.0.0"), "passwords would cross the network"),
        (("--behind-proxy", "*"), "is no network address"),
        (("--certificate", "FILE", "--key", "FILE"), "the certificate cannot be used"),
    ],
)
def test_what_is_not_safe_does_not_begin(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    given = [str(broken) if one == "FILE" else one for one in options]
    done = subprocess.run(
        command(*given), env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (exits.EXIT_CODES[ConfigError], "")
    assert told in done.stderr
