"""Fetching: nothing that is not public, not too much, not too long, and with the site's leave."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import httpcore
import httpx
import pytest

from tests.ingest.pages import page
from tests.ingest.web.test_addresses import HOSTILE
from whence import __version__
from whence.errors import FetchError, ForbiddenAddress, InputError, TooLarge
from whence.ingest import FetchLimits, PublicFetcher
from whence.ingest.web.connect import PublicBackend, PublicTransport

URL = "https://courier.example/boats"
NOW = "2031-11-09T10:00:00Z"
Answer = Callable[[httpx.Request], httpx.Response]


class Clock:
    """A clock that goes on by a step every time it is read."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = 0.0
        self.step = step

    def __call__(self) -> float:
        self.time += self.step
        return self.time


class Site:
    """A site made of answers by path; no robots.txt unless it has one."""

    def __init__(self, **answers: Answer) -> None:
        self.answers = {"/" + path.replace("__", "."): answer for path, answer in answers.items()}
        self.asked: list[str] = []
        self.headers: list[httpx.Headers] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        self.headers.append(request.headers)
        answer = self.answers.get(request.url.path)
        return answer(request) if answer else httpx.Response(404)


def fetcher(
    site: Site, limits: FetchLimits | None = None, clock: Clock | None = None
) -> PublicFetcher:
    return PublicFetcher(
        lambda: NOW,
        limits,
        transport=httpx.MockTransport(site),
        monotonic=clock or Clock(),
    )


def html(body: bytes | str = page(), **headers: str) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    given = {"content-type": "text/html; charset=utf-8"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(200, headers=given, stream=Pieces([raw]))


def moved(location: str, status: int = 302) -> Answer:
    return lambda _: httpx.Response(status, headers={"location": location})


class Pieces(httpx.SyncByteStream):
    """A body in pieces, endless if they are; counts how many were taken."""

    def __init__(self, pieces: Iterator[bytes] | list[bytes]) -> None:
        self.pieces = pieces
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.taken += 1
            yield piece


def test_a_page_comes_with_where_and_when() -> None:
    site = Site(boats=html())
    capture = fetcher(site).fetch(URL)
    assert capture.raw == page().encode()
    assert (capture.location, capture.url, capture.retrieved_at) == (URL, URL, NOW)
    assert capture.media_type == "text/html; charset=utf-8"
    assert site.asked == ["https://courier.example/robots.txt", URL]
    assert site.headers[-1]["user-agent"].startswith(f"whence/{__version__} ")
    assert (capture.status, capture.headers) == (200, (("content-type", capture.media_type),))


def test_the_headers_of_the_last_answer_are_kept() -> None:
    site = Site(boats=moved("/b"), b=html(Last_Modified="Sun, 09 Nov 2031 07:30:00 GMT"))
    capture = fetcher(site).fetch(URL)
    assert capture.status == 200
    assert dict(capture.headers)["last-modified"] == "Sun, 09 Nov 2031 07:30:00 GMT"
    assert "location" not in dict(capture.headers)


def test_redirects_are_followed_and_the_last_address_kept() -> None:
    site = Site(boats=moved("/b"), b=moved("https://other.example/c", 301), c=html())
    capture = fetcher(site).fetch(URL)
    assert (capture.location, capture.url) == (URL, "https://other.example/c")


def test_no_more_than_five_redirects() -> None:
    site = Site(boats=moved("/boats"))
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetcher(site).fetch(URL)
    assert site.asked.count(URL) == 6


@pytest.mark.parametrize("url", [url for url in HOSTILE if not url.startswith("//")])
def test_hostile_addresses_are_never_asked(url: str) -> None:
    site = Site(boats=html())
    with pytest.raises(ForbiddenAddress):
        fetcher(site).fetch(url)
    assert not site.asked


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "gopher://courier.example/",
        "https://user:word@courier.example/",
        "http://localhost:8080/",
        "http://courier.example:25/",
    ],
)
def test_redirects_to_hostile_addresses_end_there(location: str) -> None:
    site = Site(boats=moved(location))
    with pytest.raises(ForbiddenAddress) as caught:
        fetcher(site).fetch(URL)
    assert caught.value.hint
    assert caught.value.location == URL, "the row names what the user gave"
    assert location[:12] in caught.value.reason
    assert site.asked[-1] == URL


@pytest.mark.parametrize("status", [403, 404, 500, 304])
def test_errors_of_the_host_are_told_with_their_status(status: int) -> None:
    site = Site(boats=lambda _: httpx.Response(status))
    with pytest.raises(FetchError) as caught:
        fetcher(site).fetch(URL)
    assert caught.value.status == status


@pytest.mark.parametrize("media_type", ["image/png", "application/pdf", "video/mp4"])
def test_only_pages_and_feeds_are_taken(media_type: str) -> None:
    with pytest.raises(FetchError, match="not a page"):
        fetcher(Site(boats=html(content_type=media_type))).fetch(URL)


def test_an_endless_body_is_cut_off() -> None:
    body = Pieces(iter(lambda: b"a" * 1_000, b""))
    answer = httpx.Response(200, headers={"content-type": "text/html"}, stream=body)
    with pytest.raises(TooLarge):
        fetcher(Site(boats=lambda _: answer), FetchLimits(max_bytes=10_000)).fetch(URL)
    assert body.taken <= 12


def test_a_body_that_says_it_is_large_is_not_read() -> None:
    body = Pieces([b"a"])
    headers = {"content-type": "text/html", "content-length": "99999999"}
    answer = httpx.Response(200, headers=headers, stream=body)
    with pytest.raises(TooLarge):
        fetcher(Site(boats=lambda _: answer)).fetch(URL)
    assert body.taken == 0


def test_packed_bodies_are_unpacked_and_bombs_are_not() -> None:
    raw = page().encode()
    for packed, encoding in ((gzip.compress(raw), "gzip"), (zlib.compress(raw), "deflate")):
        site = Site(boats=html(packed, content_encoding=encoding))
        assert fetcher(site).fetch(URL).raw == raw
    bomb = gzip.compress(b"a" * 50_000_000)
    site = Site(boats=html(bomb, content_encoding="gzip"))
    with pytest.raises(TooLarge):
        fetcher(site, FetchLimits(max_bytes=100_000)).fetch(URL)


@pytest.mark.parametrize(("body", "encoding"), [(b"no gzip", "gzip"), (b"x", "br")])
def test_broken_and_unasked_packing(body: bytes, encoding: str) -> None:
    with pytest.raises(FetchError, match="packed"):
        fetcher(Site(boats=html(body, content_encoding=encoding))).fetch(URL)


def test_body_packed_in_several_members_is_read_whole() -> None:
    raw = page().encode()
    packed = gzip.compress(raw[:200]) + gzip.compress(raw[200:]) + b"\x00\x00"
    assert fetcher(Site(boats=html(packed, content_encoding="gzip"))).fetch(URL).raw == raw


def test_packed_body_that_breaks_off_is_no_page() -> None:
    packed = gzip.compress(page().encode())[:-20]
    with pytest.raises(FetchError, match="broke off"):
        fetcher(Site(boats=html(packed, content_encoding="gzip"))).fetch(URL)


def test_a_slow_body_runs_out_of_time() -> None:
    body = Pieces(iter(lambda: b"a", b""))
    answer = httpx.Response(200, headers={"content-type": "text/html"}, stream=body)
    with pytest.raises(FetchError, match="longer than 30 seconds"):
        fetcher(Site(boats=lambda _: answer), clock=Clock(step=1.0)).fetch(URL)
    assert body.taken <= 30


def test_hosts_that_fail_or_fall_silent() -> None:
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.RemoteProtocolError("broken", request=request)

    with pytest.raises(FetchError, match="in time"):
        fetcher(Site(boats=silent)).fetch(URL)
    with pytest.raises(FetchError, match="no connection"):
        fetcher(Site(boats=broken)).fetch(URL)


def test_robots_txt_is_obeyed_and_asked_for_once() -> None:
    rules = "User-agent: *\nDisallow: /private/\n\nUser-agent: whence\nDisallow: /boats\n"
    site = Site(robots__txt=html(rules), boats=html(), ships=html())
    careful = fetcher(site)
    with pytest.raises(ForbiddenAddress, match="robots"):
        careful.fetch(URL)
    assert URL not in site.asked
    careful.fetch("https://courier.example/ships")
    assert sum(url.endswith("/robots.txt") for url in site.asked) == 1


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)]
)
def test_a_robots_txt_that_cannot_be_had(status: int, allowed: bool) -> None:
    site = Site(robots__txt=lambda _: httpx.Response(status), boats=html())
    if allowed:
        assert fetcher(site).fetch(URL).raw
        return
    with pytest.raises(ForbiddenAddress, match=rf"robots.*the host answered {status}"):
        fetcher(site).fetch(URL)


def test_a_huge_robots_txt_is_read_in_part() -> None:
    rules = "User-agent: *\nDisallow: /boats\n" + "# padding\n" * 200_000
    with pytest.raises(ForbiddenAddress, match="robots"):
        fetcher(Site(robots__txt=html(rules), boats=html())).fetch(URL)


def test_a_redirect_asks_the_robots_txt_of_the_next_host() -> None:
    site = Site(boats=moved("https://other.example/x"), x=html())
    fetcher(site).fetch(URL)
    assert [url for url in site.asked if "other.example" in url and "robots" in url]


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\n\r\n<p>Boats.<p"


class Wire(httpcore.MockBackend):
    """A network that answers every connection alike and remembers where it was led."""

    def __init__(self) -> None:
        super().__init__([ANSWER])
        self.led: list[str] = []

    def connect_tcp(self, host: str, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        self.led.append(host)
        return super().connect_tcp(host, *args, **kwargs)


def over(wire: Wire, resolver: Callable[[str, int], Sequence[str]]) -> PublicFetcher:
    transport = PublicTransport(resolver, wire)
    return PublicFetcher(lambda: NOW, transport=transport, monotonic=Clock())


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    wire = Wire()
    found = over(wire, lambda host, port: ["93.184.216.34"]).fetch("http://courier.example/boats")
    assert found.raw == b"<p>Boats.<p"
    assert set(wire.led) == {"93.184.216.34"}


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:169.254.169.254"], ["64:ff9b::7f00:1"]],
)
def test_names_that_lead_inwards_are_refused_at_the_connection(addresses: list[str]) -> None:
    wire = Wire()
    with pytest.raises(ForbiddenAddress, match="no public address"):
        over(wire, lambda host, port: addresses).fetch(URL)
    assert not wire.led


def test_a_name_that_changes_its_answer_is_refused_the_second_time() -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    wire = Wire()
    backend = PublicBackend(lambda host, port: next(answers), wire)
    backend.connect_tcp("courier.example", 80)
    with pytest.raises(httpcore.ConnectError, match="no public address"):
        backend.connect_tcp("courier.example", 80)
    assert wire.led == ["93.184.216.34"]


def test_names_that_lead_nowhere() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("unknown")

    with pytest.raises(InputError):
        over(Wire(), unknown).fetch(URL)
    with pytest.raises(InputError):
        over(Wire(), lambda host, port: []).fetch(URL)


def test_headers_sent_byte_by_byte_run_out_of_time() -> None:
    clock = Clock(step=1.0)
    drip = [bytes([byte]) for byte in ANSWER * 100]
    backend = PublicBackend(
        lambda host, port: ["93.184.216.34"],
        httpcore.MockBackend(drip),
        left=lambda: 30.0 - clock(),
    )
    stream = backend.connect_tcp("courier.example", 80)
    assert [stream.read(1, timeout=10.0) for _ in range(29)] == drip[:29]
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, timeout=10.0)
    with pytest.raises(httpcore.ReadTimeout):
        stream.write(b"x")
    stream.close()
    assert stream.get_extra_info("ssl_object") is not None


def test_secured_connections_are_timed_too() -> None:
    wire = Wire()
    transport = PublicTransport(lambda host, port: ["93.184.216.34"], wire, left=lambda: -1.0)
    careful = PublicFetcher(lambda: NOW, transport=transport, monotonic=Clock())
    with pytest.raises(FetchError, match="in time"):
        careful.fetch(URL)


def test_local_sockets_are_refused() -> None:
    with pytest.raises(httpcore.ConnectError, match="local socket"):
        PublicBackend(lambda host, port: [], Wire()).connect_unix_socket("/run/x")


def test_a_fetcher_can_be_closed_twice() -> None:
    careful = fetcher(Site(boats=html()))
    careful.fetch(URL)
    careful.close()
    careful.close()


@pytest.mark.parametrize("url", ["http://☃.example/", "http://xn--.example/"])
def test_names_that_are_no_host_names_are_a_failure(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher(Site()).fetch(url)


def test_a_redirect_to_no_host_name_is_a_failure() -> None:
    onward = httpx.Response(302, headers={"location": "http://xn--/"})
    with pytest.raises(FetchError):
        fetcher(Site(boats=lambda _: onward)).fetch(URL)
