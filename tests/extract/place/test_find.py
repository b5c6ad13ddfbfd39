"""Places by name and by head noun; names of persons and papers are none."""

import pytest

from tests.extract.place.test_resolving import area, located
from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.prose import prose


def places(text: str) -> list[tuple[str, str]]:
    found = (one.mention for one in locate(prose(document(text))))
    return [(mention.span.text, mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bridge fell in Lisbon.", ("Lisbon", "Lisbon, Portugal")),
        ("Kenya’s army came.", ("Kenya", "Kenya")),
        ("It happened in São Paulo.", ("São Paulo", "São Paulo, Brazil")),
        ("It happened in Teheran.", ("Teheran", "Tehran, Iran")),
        ("It happened in Paris, Texas.", ("Paris", "Paris, United States")),
        ("U.S. envoys came.", ("U.S.", "United States")),
        ("It happened in the Kenyan capital.", ("Kenyan capital", "Nairobi, Kenya")),
        ("It happened in Peru's capital.", ("Peru's capital", "Lima, Peru")),
        ("They hold the Amber Zone.", ("Amber Zone", "Amber Zone")),
        ("It fell at Tarvo Air Base.", ("Tarvo Air Base", "Tarvo Air Base")),
        ("It hit her residence.", ("her residence", "her residence")),
        ("A bomb fell in the port city of Qenlorva.", ("Qenlorva", "Qenlorva")),
        (
            "It burned in the village of Upper Teswick on Friday.",
            ("Upper Teswick", "Upper Teswick"),
        ),
        ("They met in the city of Lisbon.", ("Lisbon", "Lisbon, Portugal")),
        ("It hit the premier's house.", ("the premier's house", "the premier's house")),
    ],
)
def test_places_and_sites_are_read_and_resolved(text: str, expected: tuple[str, str]) -> None:
    assert expected in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Lisbon Post reported it.",
        "Mr Lima spoke.",
        "Yesterday Ola Lima spoke. Lima said no.",
        "Iran-backed groups marched.",
        "They live in hope.",
        "Northern Alliance leaders met.",
        "He is of the same mind.",
        "The city of a thousand lights slept.",
        "A killing in Ali's camp set off the war.",
        "The attack in Hamza's words was a crime; it killed two people.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert places(text) == []


def test_country_of_the_text_decides_between_namesakes() -> None:
    assert ("Tripoli", "Tripoli, Lebanon") not in places("It happened in Tripoli.")
    both = places("Lebanon sent soldiers. It happened in Tripoli.")
    assert both[-1][1] in {"Tripoli, Lebanon", "Tripoli, Libya"}


def test_text_in_capitals_needs_a_preposition() -> None:
    assert places("A BUS BURNED IN BOGOTA, COLOMBIA.") == [
        ("BOGOTA", "Bogota, Colombia"),
        ("COLOMBIA", "Colombia"),
    ]
    assert places("THE PEREZ BROTHERS RAN TO SPEAK.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Toledo woman was hurt in Ohio.", ("Toledo", "Toledo, United States")),
        ("Marion man was hurt. Ohio troopers came.", ("Marion", "Marion, United States")),
        ("A fire broke out at a Pleasantville bar.", ("Pleasantville", None)),
        ("Two were hurt in a Bronx park.", ("Bronx", "The Bronx, United States")),
        ("Two were hurt, D.C. police said.", ("D.C.", "Washington, United States")),
        ("Two were hurt in Southeast DC on Monday.", ("DC", "Washington, United States")),
    ],
)
def test_a_town_that_people_and_houses_are_called_by(
    text: str, expected: tuple[str, str | None]
) -> None:
    found = dict(places(text))
    assert expected[0] in found
    assert expected[1] in (None, found[expected[0]])


def test_a_surname_before_a_house_is_no_town() -> None:
    assert not any(name == "Marion" for name, _ in places("Police came to the Marion home."))


def test_the_district_behind_washington_is_no_second_place() -> None:
    found = [name for name, _ in places("A man was shot in Washington, D.C., on Monday.")]
    assert found == ["Washington"]


def test_the_last_word_of_a_hospital_is_nobodys_surname() -> None:
    found = locate(prose(document("He lay at Florida Hospital Kissimmee. Five came to Kissimmee.")))
    assert [one.span.text for one in found if not one.facility] == ["Kissimmee"]


@pytest.mark.parametrize("day", ["Thanksgiving Day", "Christmas Eve", "Labor Day", "Sunday"])
def test_a_day_with_a_name_is_no_part_of_a_town(day: str) -> None:
    assert "Toledo" in located(f"A barn was set on fire in Toledo {day}. Ohio troopers came.")


def test_a_day_in_the_name_of_a_hospital_stays() -> None:
    assert "Roanoke" not in located("A nurse was hurt at Roanoke Memorial Day Hospital.")


def test_an_ordinary_word_with_a_police_of_its_own_is_a_town_in_which_something_was() -> None:
    found = located("Surprise police came to a barn. A man was shot in Surprise on Monday.")
    assert area(found["Surprise"]) == ("US", "Arizona")
    assert located("A man was shot in Surprise on Monday.").get("Surprise") is None


def test_the_city_that_somebody_is_from_tells_of_its_region() -> None:
    found = located("A Fort Worth man was shot near Azle on Monday.")
    assert area(found["Azle"]) == ("US", "Texas")
    assert located("A man was shot near Azle on Monday.")["Azle"].place is None


def test_a_name_in_one_word_is_that_in_two_where_the_text_is_about_its_region() -> None:
    found = located("Colorado troopers came. A man was shot in LaSalle on Monday.")
    assert area(found["LaSalle"]) == ("US", "Colorado")


@pytest.mark.parametrize("town", ["Indiana", "Michigan", "Houston", "Cleveland", "Georgia"])
@pytest.mark.parametrize(
    "went", ["took off north on {}.", "was seen going west on {}.", "fled southbound on {}."]
)
def test_a_road_on_which_somebody_went_is_no_town(town: str, went: str) -> None:
    assert not places(f"The car {went.format(town)}")


@pytest.mark.parametrize("on", ["A strike on {} killed two.", "They marched on {}."])
def test_what_a_strike_is_on_is_one(on: str) -> None:
    assert places(on.format("Houston"))


@pytest.mark.parametrize(
    "where", ["in upstate New York", "in two New York villages", "in several New York counties"]
)
def test_a_state_is_meant_by_its_parts(where: str) -> None:
    (found,) = locate(prose(document(f"A man opened fire {where} on Monday.")))
    assert found.place is not None
    assert (found.place.kind, found.place.name) == ("region", "New York")
