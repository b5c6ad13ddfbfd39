"""What becomes of a chain whose first hand a person names."""

import pytest

from tests.trace.making import Made, document
from whence.model.attribution import Chain
from whence.model.report import Report
from whence.run.judging.hands import first_hands


def made(*hands: str) -> tuple[Report, Chain]:
    page = Made(document("Quay News", "The barge burned. Ada Marsh saw it. So did Dock Watch."))
    page.mention("person", "Ada Marsh", "Ada Marsh")
    page.mention("organisation", "Dock Watch")
    page.mention("place", "barge")
    page.chain("the coast guard:body")
    chain = page.chain(*hands)
    return page.report(), chain


def named(name: str, *hands: str) -> tuple[str, ...]:
    """Return the hands of a chain, and what its first one is, once that is corrected."""
    report, chain = made(*hands)
    (found,) = first_hands([report], {chain.id: (name, "ana")})
    hop = found.chain(chain.id).origin
    return (*(one.who for one in found.chain(chain.id).hops), hop.kind, hop.anonymity)


def test_a_first_hand_is_replaced_and_its_place_in_the_text_is_kept() -> None:
    told = named("Ada Marsh", "Harbour Radio:outlet", "a dock official:anonymous")
    assert told == ("Quay News", "Harbour Radio", "Ada Marsh", "person", "named")


def test_a_hand_that_prints_stays_as_one_that_passed_it_on() -> None:
    assert named("Bo Reed") == ("Quay News", "Bo Reed", "body", "organisation")
    assert named("Bo Reed", "Harbour Radio:outlet")[:3] == ("Quay News", "Harbour Radio", "Bo Reed")
    assert named("Bo Reed", "the author:narrator")[:2] == ("Quay News", "Bo Reed")


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("Reuters", ("agency", "organisation")),
        ("France", ("state", "organisation")),
        ("the prime minister", ("office", "role")),
        ("two sailors", ("office", "role")),
        ("Bo Reed", ("person", "named")),
    ],
)
def test_what_a_name_is_that_no_report_gives(name: str, nature: tuple[str, str]) -> None:
    assert named(name, "a sailor:person")[-2:] == nature
    assert named("Bo Reed", "Reed League:group")[-2:] == ("group", "organisation")


def test_what_a_report_gives_a_name_for_is_taken_from_there() -> None:
    report, chain = made()
    for name, nature in (
        ("the Coast Guard", ("body", "organisation")),
        ("Ada Marsh", ("person", "named")),
        ("Dock Watch", ("body", "organisation")),
    ):
        (found,) = first_hands([report], {chain.id: (name, "ana")})
        hop = found.chain(chain.id).origin
        assert (hop.who, hop.kind, hop.anonymity) == (name, *nature)


def test_a_hand_that_has_the_name_already_stays_as_it_is() -> None:
    report, _ = made()
    (chain,) = (one for one in report.chains if one.origin.who == "the coast guard")
    assert first_hands([report], {chain.id: ("the coast guard", "ana")}) == (report,)
    assert first_hands([report], {"chain-gone": ("Bo", "ana")}) == (report,)
