"""Nothing that a report, a file name or a colleague brings becomes more than text on any page."""

import pytest

from tests.web.attacks import NAME, came_through, hostile_case
from tests.web.desk import Browser, desk_over
from tests.web.walk import walked
from whence.store.memory import MemoryStore
from whence.web.pages import PAGES


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page that links of the attacked library lead to, by its address."""
    store = MemoryStore()
    hostile_case(store, tmp_path_factory.mktemp("hostile") / "reports")
    client = Browser(desk_over(store)).client
    found: dict[str, str] = {}

    def get(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code < 500, address
        kind = answer.headers.get("content-type", "").startswith("text/html")
        file = "content-disposition" in answer.headers  # opened elsewhere, under its own policy
        found[address] = answer.text if kind and not file else ""
        return found[address]

    walked(get, each=10)
    return found


def test_attack_is_read_and_shown_as_text(pages: dict[str, str]) -> None:
    whole = "".join(pages.values())
    for told in ("&lt;img src=x onerror=", "&lt;svg/onload=", "x{{7*7}}x", "&lt;iframe srcdoc="):
        assert told in whole
    assert NAME.count("<") == 4


def test_every_page_was_met(pages: dict[str, str]) -> None:
    assert len(pages) > len([page for page in PAGES if page.method == "GET"])


def test_nothing_comes_through(pages: dict[str, str]) -> None:
    found = {address: came_through(body) for address, body in pages.items() if body.strip()}
    assert {address: rows for address, rows in found.items() if rows} == {}


@pytest.mark.parametrize(
    "body",
    [
        "<p>x49x",
        "<p>\u202etxt",
        "<p onclick=a()>",
        "<a href=' java\nscript:a()'>",
        "<script>a()</script>",
        "<script src=//evil.example/a.js></script>",
        "<iframe>",
        "<meta http-equiv=refresh>",
        "<form action=//evil.example>",
        "<p style='a'>",
        "<x-pwned>",
    ],
)
def test_what_comes_through_is_noticed(body: str) -> None:
    assert came_through(f"<div>{body}</div>")
