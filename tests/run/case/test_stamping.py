"""A time-stamp asked for: over real HTTP once, and from answers of every wrong kind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from tests.authority import Authority
from whence.errors import FetchError, ForbiddenAddress, TooLarge
from whence.model.ledger import Stamp
from whence.run.case.stamping import fetch_stamp
from whence.store.custody.stamps import MOST_BYTES, accept, check, request

URL = "https://hours.example/stamp"
HEAD = "0a" * 32
REPLY = {"content-type": "application/timestamp-reply"}
Answer = Callable[[httpx.Request], httpx.Response]


@contextmanager
def served(authority: Authority) -> Iterator[str]:
    """Serve an authority on loopback, and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["content-length"]))
            right = self.headers["content-type"] == "application/timestamp-query"
            answer = authority.answer(asked) if right else b""
            self.send_response(200 if right else 415)
            self.send_header("content-type", "application/timestamp-reply")
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_stamp_is_had_over_http_and_holds(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with served(authority) as url:
        asked = request(HEAD)
        token = accept(asked, fetch_stamp(url, asked))
    stamp = Stamp(seq=3, head=HEAD, authority=url, token=token)
    assert check(stamp, [authority.root]).holds


def fetched(answer: Answer | httpx.Response, url: str = URL, step: float = 0.0) -> bytes:
    time = [0.0]

    def monotonic() -> float:
        time[0] += step
        return time[0]

    handler = answer if callable(answer) else lambda _: answer
    return fetch_stamp(url, b"asked", httpx.MockTransport(handler), monotonic)


def test_request_is_posted_as_a_query() -> None:
    seen: list[httpx.Request] = []

    def answer(asked: httpx.Request) -> httpx.Response:
        seen.append(asked)
        return httpx.Response(200, headers=REPLY, stream=httpx.ByteStream(b"answered"))

    assert fetched(answer) == b"answered"
    assert (seen[0].method, str(seen[0].url), seen[0].content) == ("POST", URL, b"asked")
    assert seen[0].headers["content-type"] == "application/timestamp-query"


@pytest.mark.parametrize("status", [204, 301, 307, 404, 503])
def test_other_status_is_an_error_that_names_it(status: int) -> None:
    with pytest.raises(FetchError, match=f"answered {status}") as told:
        fetched(httpx.Response(status, headers={**REPLY, "location": "https://else.example"}))
    assert told.value.status == status


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "", "application/timestamp-query"])
def test_something_else_than_a_stamp_is_refused(kind: str) -> None:
    with pytest.raises(FetchError, match="not a time-stamp"):
        fetched(httpx.Response(200, headers={"content-type": kind}, content=b"<p>Hello"))


def test_packed_answer_is_not_unpacked() -> None:
    headers = {**REPLY, "content-encoding": "gzip"}
    with pytest.raises(FetchError, match="packed"):
        fetched(lambda _: httpx.Response(200, headers=headers, stream=Endless()))


class Endless(httpx.SyncByteStream):
    """A body that never ends; counts the pieces taken."""

    taken = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.taken += 1
            yield bytes(1000)


def test_endless_answer_is_cut_off() -> None:
    body = Endless()
    with pytest.raises(TooLarge, match="65,536"):
        fetched(httpx.Response(200, headers=REPLY, stream=body))
    assert body.taken <= MOST_BYTES // 1000 + 2


def test_slow_answer_is_given_up() -> None:
    with pytest.raises(FetchError, match="longer than 30 seconds"):
        fetched(httpx.Response(200, headers=REPLY, stream=Endless()), step=16.0)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ConnectTimeout("slow"), "did not answer in time"),
        (httpx.ConnectError("refused"), "no connection"),
        (httpx.RemoteProtocolError("odd"), "no connection"),
    ],
)
def test_failing_network_is_told(error: httpx.HTTPError, reason: str) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(FetchError, match=reason) as told:
        fetched(answer)
    assert told.value.hint


@pytest.mark.parametrize(
    "url",
    ["", "hours.example", "ftp://hours.example/", "file:///etc/hours", "http://", "http://[:"],
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        fetched(httpx.Response(200, headers=REPLY), url)


@pytest.mark.parametrize(
    "url", ["http://a.example:99999/", "http://xn--.example\x00/", "http://a b/"]
)
def test_malformed_address_is_an_error_without_a_crash(url: str) -> None:
    with pytest.raises(FetchError):
        fetched(httpx.Response(500), url)


def test_password_in_an_address_is_neither_used_nor_shown() -> None:
    with pytest.raises(ForbiddenAddress) as told:
        fetched(httpx.Response(200, headers=REPLY), "https://ada:lovelace@hours.example/")
    assert "lovelace" not in told.value.message
