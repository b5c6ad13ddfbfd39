"""What tells where a text is about beside its places: telephones, offices of one country."""

import pytest

from tests.extract.facts.reading import read
from tests.extract.place.test_resolving import area, located
from whence.extract.place.institutions import served
from whence.extract.place.regions import region, shown_with_region
from whence.extract.place.telephones import _regions, homes


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Call (706) 555-0142 or 504-555-TIPS.", ["Georgia", "Louisiana"]),
        ("Call 1-513-555-0142, 513.555.0143 or +1 416 555 0144.", ["Ohio", "Ontario"]),
        ("Call 1-800-555-0142 or 555-0142.", []),
        ("It cost $706-555-0142.", []),
        ("File 12-706-555-0142 and 706-155-0142.", []),
        ("On 2015-10-3000 and 7065550142.", []),
    ],
)
def test_telephones_are_at_home_in_a_region(text: str, regions: list[str]) -> None:
    assert [one.name for one in homes(text)] == regions


def test_every_area_code_is_of_one_known_region() -> None:
    rows = _regions()
    assert len(rows) > 350
    assert {one.name for one in rows.values()} >= set(shown_with_region()["US"])
    assert rows[416] == region("CA", "Ontario")


def test_numbers_and_offices_are_read_in_linear_time() -> None:
    assert homes("706-555-" * 100_000) == ()
    assert served("sheriff's " * 100_000) == set()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A barn burned in Rome on Monday. Call 706-555-0142.", "Rome", ("US", "Georgia")),
        ("A barn burned in Peoria. Call 309-555-0142.", "Peoria", ("US", "Illinois")),
        ("A barn burned in Hamilton. Call 905-555-0142.", "Hamilton", ("CA", "Ontario")),
        (
            "The sheriff’s office said it burned in Salisbury.",
            "Salisbury",
            ("US", "North Carolina"),
        ),
        ("Scotland Yard said it burned in Salisbury.", "Salisbury", ("GB", "England")),
        ("The district attorney flew to Rome.", "Rome", ("IT", "Lazio")),
        ("At One in Rome a barn burned. Call 706-555-0142.", "Rome", ("US", "Georgia")),
        ("An Italian court in Rome heard it. Call 706-555-0142.", "Rome", ("IT", "Lazio")),
    ],
)
def test_towns_are_where_the_text_is_at_home(
    text: str, words: str, expected: tuple[str, str]
) -> None:
    assert area(located(text)[words]) == expected


def test_an_outlet_that_says_its_region_is_at_home_there() -> None:
    found = located("A barn burned in Berlin.", "Barn burns in Berlin - WKQV 3 Connecticut")
    assert area(found["Berlin"]) == ("US", "Connecticut")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A barn burned in Springfield, Ohio.", "Springfield", "stated"),
        ("Ohio troopers came. A barn burned in Springfield.", "Springfield", "stated"),
        ("A barn burned in Springfield. Call 937-555-0142.", "Springfield", "stated"),
        ("A barn burned in Springfield.", "Springfield", "largest"),
        ("A barn burned in Orange County.", "Orange County", "largest"),
        ("A barn burned in Madrid.", "Madrid", "foremost"),
        ("A barn burned in the Spanish capital.", "Spanish capital", "stated"),
    ],
)
def test_it_is_told_how_the_place_of_a_name_is_known(text: str, words: str, expected: str) -> None:
    assert located(text)[words].namesake == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded on Mill Road in Springfield on Monday. Call 937-555-0142.", "stated"),
        ("A bomb exploded in Springfield on Monday.", "largest"),
        (
            "A bomb exploded in Springfield on Monday. The mayor of Springfield, Ohio, came.",
            "stated",
        ),
    ],
)
def test_the_place_of_an_incident_says_how_it_is_known(text: str, expected: str) -> None:
    found = [one.location for one in read(text, "2020-03-04").facts if one.slot == "place"]
    assert [one.namesake for one in found if one is not None] == [expected]
