"""The day that relative dates count from, and how it was found."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.time import Anchor, find_anchor


def anchor(text: str, published: str | None = None) -> Anchor:
    page = document(text, published=published)
    return find_anchor(prose(page), page.published)


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("OSLO, May 3 (Nordpress) - A mill burned.", "2020-05-04", "2020-05-03"),
        ("PORT BELLO, 22 MAR 90 (RADIO COSTA) -- [TEXT] A MILL BURNED.", None, "1990-03-22"),
        ("Oslo, 3 May 2020 — A mill burned.", None, "2020-05-03"),
    ],
)
def test_a_dateline_tells_the_day_of_the_text(text: str, published: str | None, iso: str) -> None:
    found = anchor(text, published)
    assert (found.iso, found.basis) == (iso, "dateline")
    assert found.spans


def test_publication_when_there_is_no_dateline() -> None:
    found = anchor("A mill burned on May 3.", "2020-05-04T10:00+00:00")
    assert (found.iso, found.basis) == ("2020-05-04", "published")


def test_date_in_running_text_is_no_dateline() -> None:
    found = anchor("In Oslo people still speak of May 3 (a Sunday) with fear.", "2020-06-01")
    assert found.basis == "published"


def test_exactly_one_year_must_fit() -> None:
    one = anchor(
        "On July 20 UK Prime Minister Liz Truss had yet to be chosen; Pakistan's Prime Minister"
        " Imran Khan was gone. On September 20 Prime Minister Liz Truss met U.S. President Biden."
    )
    assert one.iso is None  # nobody named held office on both days
    held = anchor("On September 20 British Prime Minister Liz Truss met U.S. President Joe Biden.")
    assert held.iso == "2022-09-20"
    assert held.basis == "office-holders: Joe Biden; Liz Truss"


def test_many_years_fit_and_none_is_chosen() -> None:
    assert anchor("On September 20 German Chancellor Angela Merkel spoke in Berlin.").iso is None


def test_former_holders_tell_nothing() -> None:
    text = "On September 20 former British Prime Minister Liz Truss met U.S. President Joe Biden."
    assert anchor(text).iso is None


def test_administration_named_after_its_head() -> None:
    text = "On October 1 the Truss government in Britain spoke to the United States."
    assert anchor(text).iso == "2022-10-01"


def test_articles_and_spelling_of_names_do_not_matter() -> None:
    text = "On October 14 Egypt's President al Sisi met British Prime Minister Truss."
    assert anchor(text).iso == "2022-10-14"


def test_full_date_in_the_text_forbids_the_inference() -> None:
    text = "On September 20 British Prime Minister Liz Truss recalled 3 May 1979."
    assert anchor(text).iso is None


def test_a_day_without_a_year_anchors_nothing() -> None:
    found = anchor("A mill burned on May 3.")
    assert (found.iso, found.basis) == (None, None)
