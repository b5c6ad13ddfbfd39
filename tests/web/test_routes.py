"""Every address of the workbench, with every role: who gets in, and who is kept out."""

from collections.abc import Iterator
from typing import Final

import httpx2
import pytest
from starlette.testclient import TestClient

from tests.web.desk import desk_over, kept_case
from tests.web.roles import HEADER, HEADERS, STRANGER, WHO, ByRole, filled, may
from whence.web import tokens
from whence.web.app import make_app
from whence.web.doors import COOKIE
from whence.web.pages import PAGES
from whence.web.routing import Page

SECRET: Final = "of the browser itself"  # noqa: S105 - of no browser that there is
ODD: Final = (
    "..%2f..%2f..%2fetc%2fpasswd",
    "..%5c..%5cwindows",
    "%00",
    "a%00b",
    "%2e%2e",
    "%ff%fe",
    "'%20OR%201=1--",
    "%0d%0aSet-Cookie:%20a=b",
    "{{7*7}}",
    "%F0%9F%92%A3",
    "x" * 6000,
)
"""What no id is: paths elsewhere, bytes that are no text, commands, far too much."""

READING: Final = [page for page in PAGES if page.method == "GET"]
WRITING: Final = [page for page in PAGES if page.method == "POST"]


def called(page: Page) -> str:
    return f"{page.method} {page.path}"


each_page = pytest.mark.parametrize("page", PAGES, ids=called)
each_reading = pytest.mark.parametrize("page", READING, ids=called)
each_writing = pytest.mark.parametrize("page", WRITING, ids=called)


class Asker:
    """Sends requests as somebody, to a workbench with one case in it."""

    def __init__(self) -> None:
        ledger = kept_case()
        self.case = ledger.case_id
        self.app = make_app(desk_over(ledger.store, ByRole()))
        self.client = TestClient(
            self.app,
            follow_redirects=False,
            cookies={COOKIE: SECRET},
            raise_server_exceptions=False,
        )

    def __call__(self, page: Page, who: str, **headers: str) -> httpx2.Response:
        return self.at(filled(page, self.case), page.method, who, headers)

    def at(
        self, address: str, method: str, who: str, headers: dict[str, str] | None = None
    ) -> httpx2.Response:
        sent = {HEADER: who, **(headers or {})}
        form = {} if method == "GET" else {"data": {"reason": "seen"}}
        return self.client.request(method, address, headers=sent, **form)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ask() -> Iterator[Asker]:
    asker = Asker()
    with asker.client:
        yield asker


def proof() -> dict[str, str]:
    return {tokens.HEADER: tokens.token(SECRET)}


def assert_guarded(answer: httpx2.Response) -> None:
    for name, begins in HEADERS.items():
        assert answer.headers.get(name, "").startswith(begins), name
    assert "unsafe" not in answer.headers["content-security-policy"]


def to_login(address: str) -> bool:
    """Tell whether an address is that of the login, with where to go afterwards or without."""
    return address.partition("?")[0] == "/login"


@each_page
@pytest.mark.parametrize("who", WHO)
def test_only_those_who_may_get_in(ask: Asker, page: Page, who: str) -> None:
    answer = ask(page, who, **(proof() if page.method == "POST" else {}))
    assert answer.status_code < 500
    assert_guarded(answer)
    if may(who, page):
        assert answer.status_code not in (401, 403)
        assert not to_login(answer.headers.get("location", "")) or page.needs == "nobody"
    elif who == STRANGER:
        assert answer.status_code == 303
        assert to_login(answer.headers["location"])
    else:
        assert answer.status_code == 403


@each_page
def test_scripts_of_strangers_are_sent_to_the_login(ask: Asker, page: Page) -> None:
    answer = ask(page, STRANGER, **proof(), **{"hx-request": "true"})
    if page.needs != "nobody":
        assert answer.status_code == 401
        assert to_login(answer.headers["hx-redirect"])
        assert answer.text == ""


@each_writing
@pytest.mark.parametrize(
    "given",
    [
        {},
        {tokens.HEADER: ""},
        {tokens.HEADER: "not a token"},
        {tokens.HEADER: tokens.token("another browser's secret")},
        {tokens.HEADER: SECRET},
    ],
    ids=["none", "empty", "nonsense", "another's", "the secret itself"],
)
def test_form_without_our_proof_is_refused(ask: Asker, page: Page, given: dict[str, str]) -> None:
    assert ask(page, "admin", **given).status_code == 403


@each_writing
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_form_from_another_site_is_refused(ask: Asker, page: Page, site: str) -> None:
    answer = ask(page, "admin", **proof(), **{"sec-fetch-site": site})
    assert answer.status_code == 403


@each_writing
def test_form_from_another_origin_is_refused(ask: Asker, page: Page) -> None:
    """Browsers that have no word for the site still name the origin."""
    answer = ask(page, "admin", **proof(), origin="http://elsewhere.example")
    assert answer.status_code == 403


@each_writing
def test_pages_that_write_answer_no_reading(ask: Asker, page: Page) -> None:
    """A link or a picture of another site's page must not be able to change anything."""
    address = filled(page, ask.case)
    if not any(one.path == page.path for one in READING):
        assert ask.at(address, "GET", "admin").status_code in (404, 405)


@each_page
@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "", "127.0.0.1:80"])
def test_nobody_asks_under_another_name(ask: Asker, page: Page, host: str) -> None:
    answer = ask(page, "admin", **proof(), host=host)
    assert answer.status_code == 421
    assert_guarded(answer)


@each_page
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_odd_ids_lead_nowhere(ask: Asker, page: Page, odd: str) -> None:
    """Each placeholder of the address in turn, the others being sound."""
    for address in (filled(page, odd), filled(page, ask.case, odd)):
        if odd not in address:
            continue
        answer = ask.at(address, page.method, "admin", proof())
        assert answer.status_code in (303, 400, 404, 405, 414, 422), (address, answer.status_code)
        assert_guarded(answer)
        assert "root:" not in answer.text


@each_reading
def test_answers_are_kept_nowhere(ask: Asker, page: Page) -> None:
    answer = ask(page, "admin")
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_no_page_is_guarded_too(ask: Asker) -> None:
    for address in ("/nothing", "/static/0/../../app.py", "/static/0/%2e%2e%2fapp.py"):
        answer = ask.at(address, "GET", "admin")
        assert answer.status_code in (307, 404)
        assert_guarded(answer)
