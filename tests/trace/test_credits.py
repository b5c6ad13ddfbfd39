import pytest

from tests.trace.making import Made, document
from whence.names.agencies import agency
from whence.trace import trace
from whence.trace.credits import credited, outlet_key, relay


def test_agency_by_any_name() -> None:
    assert agency("The Associated Press") == agency("AP") == "Associated Press"
    assert agency("The Village Press") is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Reuters news agency", "Reuters"),
        ("AP", "the Associated Press"),
        ("The Harbour News", "Harbour"),
        ("Inland Post / AP", "Inland Post"),
        ("state television Kanal", "Kanal"),
    ],
)
def test_one_outlet_under_two_names_has_one_key(left: str, right: str) -> None:
    assert outlet_key(left) == outlet_key(right)


def test_outlet_of_nothing_but_common_words_keeps_them() -> None:
    assert outlet_key("The News") == "the news"


def test_credits_in_metadata_dateline_trailer_outlet_and_byline() -> None:
    assert credited(document("A", "x y", credits=("Coastal Wire",))) == (("Coastal Wire", 0.95),)
    assert credited(document("A", "ENCAMP (AP) — Boats hit the pier.")) == (
        ("Associated Press", 0.95),
    )
    assert credited(document("A", "Boats hit the pier.\nSource: Reuters")) == (("Reuters", 0.95),)
    assert credited(document("A (AFP)", "Boats hit.")) == (("AFP", 0.9),)
    assert credited(document("A", "Boats hit.", byline="Jana Holm, Reuters")) == (("Reuters", 0.9),)
    assert credited(document("A", "Boats (two) — hit.")) == ()


def test_an_agency_is_not_its_own_credit() -> None:
    assert credited(document("Reuters", "ENCAMP (Reuters) - Boats hit the pier.")) == ()


def test_relay_is_the_last_agency_else_outlet_else_credit() -> None:
    made = Made(document("A", "Boats hit.", credits=("AP",)))
    officials = "two officials:anonymous"
    assert (
        relay(made.chain("AP:agency", "Weekly:outlet", officials), credited(made.document)) == "AP"
    )
    assert relay(made.chain("Weekly:outlet", officials), credited(made.document)) == "Weekly"
    assert relay(made.chain(officials), credited(made.document)) == "Associated Press"
    plain = Made(document("A", "Boats hit."))
    assert relay(plain.chain(officials), credited(plain.document)) is None


def test_a_credit_makes_a_copy_and_a_citation_makes_none() -> None:
    one = Made(document("A", "ENCAMP (AP) — Boats hit the pier, officials said."))
    one.chain("officials:anonymous")
    two = Made(document("B", "Boats sank, an officer told Kanal Wire."))
    two.chain("Kanal Wire:agency", "an officer:anonymous")
    three = Made(document("Reuters", "Boats sank, an officer told Reuters."))
    three.chain("Reuters:agency", "an officer:anonymous")
    made = (one, two, three)
    found = trace([m.document for m in made], [m.report() for m in made]).copies
    assert {(copy.copy_id, copy.credited, copy.basis) for copy in found} == {
        (one.document.id, "Associated Press", "credit"),
    }
    assert all(copy.original_id is None and copy.passages == () for copy in found)
    assert {copy.probability for copy in found} == {0.95}
