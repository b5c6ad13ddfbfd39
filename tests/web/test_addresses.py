"""The report's anchors as addresses of the workbench's pages."""

import pytest

from whence.web.addresses import linked, of_anchor, to


@pytest.mark.parametrize(
    ("anchor", "page", "address"),
    [
        ("slot-killed", "facts", "#slot-killed"),
        ("slot-killed", "overview", "/cases/c1/facts#slot-killed"),
        ("d-doc-0123456789ab", "facts", "/cases/c1/reports/doc-0123456789ab"),
        ("w-doc-ab-7-19", "facts", "/cases/c1/reports/doc-ab#w-doc-ab-7-19"),
        ("o-origin-1", "facts", "/cases/c1/sources/origin-1"),
        ("c-claim-1", "parties", "/cases/c1/values/claim-1"),
        ("likelihood", "overview", "/cases/c1/reading#likelihood"),
        ("where", "overview", "/cases/c1/map#where"),
        ("unheard-of", "facts", "#unheard-of"),
    ],
)  # fmt: skip
def test_anchor_leads_to_the_page_that_shows_it(anchor: str, page: str, address: str) -> None:
    assert of_anchor(anchor, page, "c1") == address


def test_only_links_are_changed() -> None:
    text = '<p>href="#slot-killed"</p><a class="x" href="#slot-killed">four</a>'
    assert linked(text, "overview", "c1") == (
        '<p>href="#slot-killed"</p><a class="x" href="/cases/c1/facts#slot-killed">four</a>'
    )


def test_what_stands_in_an_address_is_quoted() -> None:
    assert to("reports", case="../x", key="a/b?c") == "/cases/..%2Fx/reports/a%2Fb%3Fc"
