"""Which of several places of one name is meant, and what is a place at all among many names."""

import pytest
from msgspec.structs import replace

from tests.extract.texts import document
from whence.extract.place import Located, locate
from whence.extract.place.located import location, shown
from whence.extract.prose import prose


def located(text: str, title: str | None = None) -> dict[str, Located]:
    """Return the places of a text by their words, the first mention of each."""
    found: dict[str, Located] = {}
    for one in locate(prose(replace(document(text), title=title))):
        found.setdefault(one.span.text, one)
    return found


def area(one: Located) -> tuple[str, str]:
    assert one.place is not None
    return (one.place.country, one.place.region)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A barn burned in Paris, Texas.", "Paris", ("US", "Texas")),
        ("A barn burned in Paris.", "Paris", ("FR", "Île-de-France")),
        ("MEMPHIS, Tenn. (AP) -- A barn burned.", "MEMPHIS", ("US", "Tennessee")),
        ("A barn burned in Durham, N.C., on Monday.", "Durham", ("US", "North Carolina")),
        ("A barn burned in Springfield, Clark County, Ohio.", "Springfield", ("US", "Ohio")),
        ("Police in Lagos, Nigeria, said so.", "Lagos", ("NG", "Lagos")),
        ("Oregon troopers came. A barn burned in Portland.", "Portland", ("US", "Oregon")),
        ("Maine troopers came to Augusta. It was in Portland.", "Portland", ("US", "Maine")),
        ("Toledo police said so. Ohio troopers came.", "Toledo", ("US", "Ohio")),
        ("A barn burned in London, Ont., on Monday.", "London", ("CA", "Ontario")),
    ],
)
def test_namesakes(text: str, words: str, expected: tuple[str, str]) -> None:
    assert area(located(text)[words]) == expected


def test_title_tells_the_region() -> None:
    found = located("Lincoln County deputies came.", "Barn burns - Harrow News | Jackson, MS")
    assert area(found["Lincoln County"]) == ("US", "Mississippi")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officers spoke with Jamal Houston, 24, of Ohio.", "Houston"),
        ("Houston's mother came. Jamal Houston was 24.", "Houston"),
        ("He was brought to Scott & Vale Hospital.", "Scott"),
        ("A SWAT team came to a home on SE 30th.", "SE"),
        ("The Memphis Gun Down initiative met.", "Memphis"),
        ("It stood in a Field of corn.", "Field"),
        ("THE MEN RAN FROM THE CAR AND TOLD US SO BEFORE NIGHT FELL.", "CAR"),
    ],
)
def test_names_of_others_are_no_places(text: str, name: str) -> None:
    assert name not in located(text)


def test_a_small_namesake_of_another_region_is_not_taken() -> None:
    found = located("PITTSBURGH (KQVX) – A man was shot at a bar in Homewood.")
    assert "Homewood" not in found
    assert area(found["PITTSBURGH"]) == ("US", "Pennsylvania")


def test_quarter_is_a_site_and_not_the_town_of_its_name() -> None:
    one = located("CHICAGO — A shooting in the Austin neighborhood wounded two.")["Austin"]
    assert one.facility
    assert one.place is None


def test_police_of_a_county_are_not_of_the_town_of_its_name() -> None:
    found = located("Georgia troopers and DeKalb County deputies came. DeKalb police said so.")
    assert found["DeKalb"].place == found["DeKalb County"].place


def test_state_behind_the_name_means_the_region() -> None:
    one = located("A school in Washington state was shut.")["Washington"]
    assert one.place is not None
    assert one.place.kind == "region"


def test_town_of_no_gazetteer_has_the_point_of_its_region() -> None:
    one = located("A barn burned in Fort Qenlorva, Texas.")["Fort Qenlorva"]
    assert one.place is not None
    where = location(one.place)
    assert where is not None
    assert (where.precision, where.name, where.region) == ("region", "Texas", "Texas")
    assert shown(one.place) == "Fort Qenlorva, Texas"


def test_town_named_again_and_again_lies_in_the_region_of_the_text() -> None:
    text = "Two men were shot in Qenlorva, Ohio troopers said. A man in Qenlorva Friday heard it."
    assert area(located(text)["Qenlorva"]) == ("US", "Ohio")
    assert "Qenlorva" not in located("Two men were shot in Qenlorva. It was in Qenlorva.")


def test_arabic_names_keep_their_article() -> None:
    assert "Qenl al-Orva" in located("A bomb fell in the town of Qenl al-Orva, near a mill.")


def test_region_is_shown_where_papers_write_it() -> None:
    found = located("It was in Fort Worth, Texas, and in Lisbon, Portugal, and in Washington, D.C.")
    names = [one.place for one in found.values() if one.place is not None]
    assert [shown(place) for place in names][:1] == ["Fort Worth, Texas"]
    assert {"Lisbon", "Washington"} <= {shown(place) for place in names}


def test_a_surname_that_is_also_a_countys_does_not_put_a_town_astray() -> None:
    text = "Ann Swift, 31, was shot. Swift was at home. Jackson police came."
    assert "Jackson" in located(text)


def test_state_police_tell_the_region() -> None:
    found = located("Maine State Police came. A barn burned in Portland.")
    assert area(found["Portland"]) == ("US", "Maine")
