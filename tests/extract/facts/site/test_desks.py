"""A capital where a report was written is not where the incident was."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "OUAGADOUGOU - Gunmen shot a driver in Dori on Thursday, the governor of Burkina "
            "Faso's north said.",
            "Dori",
        ),
        (
            "MADRID - A van loaded with explosives blew up in Soria on Wednesday, Spain's interior "
            "minister said.",
            "Soria",
        ),
        (
            "CAIRO - Seven people were shot in El Arish on Monday, according to Egypt's interior "
            "ministry.",
            "Arīsh",
        ),
        # that somebody is called by the capital says nothing of the event
        (
            "MADRID - A caller with a Madrid accent said a group planted the bomb that killed two "
            "people in Soria.",
            "Soria",
        ),
        # a region is told alone, and the town at the head lies outside it
        (
            "BISHKEK - Four people have been missing in Batken since the attack, Kyrgyzstan said.",
            "Batken",
        ),
        # a site that no town of the name is, though the city heads its own reports
        (
            "SORIA, Spain - The fire at the Quellamar mine was set, a prosecutor said.",
            "Quellamar mine",
        ),
        # a town that no gazetteer has
        (
            "MADRID - Rebels denied on Monday that they had set off the bomb that killed two "
            "people in the hamlet of Quellamar, in Spain's north.",
            "Quellamar",
        ),
    ],
)
def test_the_town_in_which_it_happened_is_told(text: str, place: str) -> None:
    assert [value.split(",")[0] for value in read(text).values("place")] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "MADRID - A bomb killed two people in the capital on Wednesday. Police in Soria said so.",
        "MADRID - A bomb killed two people in central Madrid on Wednesday. One was born in Soria.",
    ],
)
def test_a_capital_in_which_it_happened_stays(text: str) -> None:
    assert read(text).values("place") == ["Madrid"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a small town heads the report, and the event is told somewhere else
        (
            "SORIA, Spain - Gunmen shot at a bus. Two died when it was hit near Dorvella.",
            "Dorvella",
        ),
        ("SORIA, Spain - Gunmen shot at a bus. A spokesman was reached in Logroño.", "Soria"),
        (
            "SORIA, Spain - Gunmen shot at a bus. It was noon. It was hot. They fled. Nobody saw "
            "them. A man was shot near Dorvella.",
            "Soria",
        ),
    ],
)
def test_a_small_town_at_the_head_yields_only_to_where_the_event_was(text: str, place: str) -> None:
    assert read(text).values("place") == [place]


def test_a_village_goes_before_the_town_by_which_the_headline_tells_of_it() -> None:
    text = (
        "Ten killed in attack in Soria\n\nTen were killed in Quellamar village, Spain said. "
        "The attack in Soria was the worst since a bomb in Soria killed two."
    )
    assert read(text, title=True).values("place") == ["Quellamar"]
