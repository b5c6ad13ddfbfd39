"""Which of several places of one name is meant, and what is a place at all among many names."""

import pytest
from msgspec.structs import replace

from tests.extract.texts import document
from whence.extract.place import Located, locate
from whence.extract.place.located import location, shown
from whence.extract.place.regions import stated_in
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
        ("A barn burned in Leeds, UK, on Monday.", "Leeds", ("GB", "England")),
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
def test_what_else_is_named_tells_which_of_its_namesakes_a_town_is(
    text: str, words: str, expected: tuple[str, str]
) -> None:
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
    found = located("PITTSBURGH (KQVX) – A man lived over a bar in Tuskegee.")
    assert "Tuskegee" not in found
    assert area(found["PITTSBURGH"]) == ("US", "Pennsylvania")


def test_something_happened_in_a_town_of_the_region_and_not_in_its_namesake() -> None:
    found = located("PITTSBURGH (KQVX) – A man was shot at a bar in Homewood.")
    assert area(found["Homewood"]) == ("US", "Pennsylvania")


def test_where_an_outlet_is_at_home_a_town_elsewhere_is_a_place() -> None:
    found = located("Toledo police came to Mill Road.", "Barn burns - KQVX.com-Columbus, GA News")
    assert area(found["Toledo"]) == ("US", "Ohio")


def test_a_surname_is_no_county_that_drives_out_a_town() -> None:
    found = located("Cherry came by night. Madera police came to Cherry by day.")
    assert area(found["Madera"]) == ("US", "California")


def test_another_town_in_the_text_does_not_drive_out_a_town_with_its_police() -> None:
    found = located("He was flown to a clinic in Fargo. Perham police came.")
    assert area(found["Perham"]) == ("US", "Minnesota")


@pytest.mark.parametrize(
    ("title", "regions"),
    [
        ("Man shot on Indiana Avenue", []),
        ("Boy dies in Virginia Beach", []),
        ("Barn burns in Delaware County", []),
        ("West Virginia barn burns", ["West Virginia"]),
        ("Four are hurt in a New Mexico barn", ["New Mexico"]),
        ("Barn burns in Lima, OH", ["Ohio"]),
    ],
)
def test_regions_that_a_headline_names(title: str, regions: list[str]) -> None:
    assert [one.name for one in stated_in(title)] == regions


def test_a_police_of_town_and_county_is_the_towns() -> None:
    found = located("Charlotte-Mecklenburg police came to Mill Road.")
    assert found["Charlotte-Mecklenburg"].value == "Charlotte, United States"
    assert found["Charlotte-Mecklenburg"].evidence == "force"


def test_a_town_of_which_nothing_says_which_it_is_has_no_point() -> None:
    found = located("There was a shooting in Chester.")
    assert found["Chester"].place is None
    assert "Chester" not in located("They believed in Chester. A shooting followed.")


def test_a_regions_name_in_full_tells_a_town_that_is_not_listed_there() -> None:
    found = located("A barn burned in Ballarat, Ohio, on Monday.")
    assert area(found["Ballarat"]) == ("US", "Ohio")
    assert area(located("They drove in Utah, Texas and Ohio.")["Utah"]) == ("US", "Utah")


def test_the_city_that_a_text_shortens() -> None:
    found = located("HAINES CITY, Fla. -- A barn burned. Haines police came.")
    assert found["Haines"].value == "Haines City, United States"


@pytest.mark.parametrize(
    ("text", "words", "evidence"),
    [
        ("Jackson County Circuit Court heard him in Ohio.", "Jackson County", "plain"),
        ("Ohio troopers came to a northeast Toledo neighborhood.", "Toledo", "plain"),
        ("Ohio troopers came to the Toledo neighborhood.", "Toledo", "quarter"),
        ("Ohio troopers came. He fell just north of Akron.", "Akron", "located"),
        ("\u200bTOLEDO -- A barn burned.", "TOLEDO", "dateline"),
        ("TOLEDO –Officers came to a barn.", "TOLEDO", "dateline"),
    ],
)
def test_what_the_words_beside_a_name_say(text: str, words: str, evidence: str) -> None:
    assert located(text)[words].evidence == evidence


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


def test_a_point_tells_county_and_region_and_which_of_them_it_stands_for() -> None:
    found = located("Deputies of DeKalb County, Georgia, drove to Decatur, Georgia.")
    towns = [location(one.place) for one in found.values() if one.place is not None]
    told = {(at.precision, at.name, at.county, at.region) for at in towns if at is not None}
    assert ("county", "DeKalb County", "DeKalb County", "Georgia") in told
    assert ("settlement", "Decatur", "DeKalb County", "Georgia") in told


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
    alone = located("Two men were shot in Qenlorva. It was in Qenlorva.")["Qenlorva"]
    assert alone.place is None  # nothing is known of it but its name
    assert "Qenlorva" not in located("Two men were shot in Qenlorva's words. It was Friday.")


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


def test_what_is_miles_from_a_town_is_not_beside_it() -> None:
    assert "Akron" not in located("Ohio troopers came. It is 50 miles north of Akron.")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a sheriff is the county's, unless the town is most of it
        ("Riverside sheriff's detectives came.", "Riverside", "Riverside County"),
        ("Riverside police came.", "Riverside", "Riverside"),
        ("Denver sheriff's deputies came.", "Denver", "Denver"),
        # the county that another place named lies in
        ("Clay County deputies came to Spencer, Iowa.", "Clay County", "Clay County"),
        ("Marion County deputies came. It was near Ocala.", "Marion County", "Marion County"),
    ],
)
def test_a_sheriff_is_of_a_county_and_of_which_one_the_text_tells(
    text: str, words: str, expected: str
) -> None:
    place = located(text)[words].place
    assert place is not None
    assert place.name == expected


def test_a_county_is_that_in_which_a_town_of_the_text_lies() -> None:
    found = located("Marion County deputies came to a home. The home was near Ocala.")
    assert area(found["Marion County"]) == ("US", "Florida")


def test_a_county_written_out_is_a_place_behind_a_preposition() -> None:
    assert "Bartow County" in located("Two barns burned in Bartow County.")


def test_a_name_stated_once_means_the_same_again() -> None:
    text = "SHELBY, N.H. (AP) -- A barn burned. It was in the Town of Shelby, they said."
    found = [one for one in locate(prose(document(text))) if one.span.text == "Shelby"]
    assert {area(one) for one in found} == {("US", "New Hampshire")}


def test_a_town_of_a_country_far_from_the_text_is_its_namesake() -> None:
    text = "Memphis police came to Memphis, Tenn. There was a shooting in Whitehaven."
    assert area(located(text)["Whitehaven"]) == ("US", "Tennessee")


def test_people_are_no_town() -> None:
    assert "Canadian" not in located("A van hit a wall in Toronto, Canadian police said.")


def test_who_is_called_by_a_town_is_of_it() -> None:
    assert "Shreveport" in located("A Shreveport juvenile fled on foot.")


def test_a_name_in_one_word_is_that_in_two() -> None:
    found = located("Colorado troopers came to a barn in McCoy and one in FortLupton.")
    assert area(found["FortLupton"]) == ("US", "Colorado")


def test_a_people_of_the_south_is_no_province() -> None:
    found = located("There was a shooting in Umlazi, South African police said.")
    assert not [one for one in found.values() if one.place and one.place.country == "CM"]


def test_a_village_named_like_a_town_of_another_country_is_not_that_town() -> None:
    found = located("Bombs fell on the town of Clinton, Syria's army said in Damascus.")
    assert found["Clinton"].place is None


@pytest.mark.parametrize("side", ["NW", "SE"])
def test_the_short_form_of_a_direction_is_no_part_of_a_name(side: str) -> None:
    assert area(located(f"A man was shot in {side} Albuquerque.")["Albuquerque"]) == (
        "US",
        "New Mexico",
    )
    assert "Albuquerque" in located(f"Guard hurt in {side} Albuquerque depot robbery")


@pytest.mark.parametrize(
    "head", ["WARSAW (VA) - ", "WARSAW (PA) -- ", "WARSAW (AP) - ", "WARSAW (LA) – "]
)
def test_capitals_in_brackets_before_the_dash_are_the_agency(head: str) -> None:
    found = located(f"{head}Trains stopped in Poland, an official said.")
    assert found["WARSAW"].place is not None
    assert found["WARSAW"].place.country == "PL"


def test_a_state_in_brackets_behind_a_town_is_stated() -> None:
    assert area(located("A barn burned in Warsaw (VA) on Monday.")["Warsaw"]) == ("US", "Virginia")


@pytest.mark.parametrize("month", ["August", "May"])
def test_a_month_before_the_police_is_no_town(month: str) -> None:
    assert month not in located(f"Two shot at bus. In {month} police held nine men in Poland.")
