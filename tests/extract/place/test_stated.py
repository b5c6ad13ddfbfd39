"""What stands behind a name decides which of its namesakes is meant, in every form and land."""

import pytest

from tests.extract.place.test_resolving import area, located
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import atlas, capital_of, country_names
from whence.extract.place.regions import region, shown_with_region
from whence.extract.place.spelling import key

_FORMS = [
    (country, name, form)
    for country, rows in shown_with_region().items()
    for name, forms in rows.items()
    for form in (name, *forms)
]


def largest(country: str, name: str) -> Place:
    rows = (atlas().place(row) for row in range(atlas().places))
    towns = [one for one in rows if (one.kind, one.country, one.region) == ("city", country, name)]
    plain = [one for one in towns if "'" not in one.name]
    return max(plain, key=lambda one: one.population)


@pytest.fixture(scope="module")
def towns() -> dict[tuple[str, str], Place]:
    """Return the largest town of every region that papers write behind one."""
    return {(country, name): largest(country, name) for country, name, _ in _FORMS}


def test_every_form_of_a_region_behind_a_town_puts_it_there(
    towns: dict[tuple[str, str], Place],
) -> None:
    astray = []
    for country, name, form in _FORMS:
        town = towns[country, name].name
        dot = "" if form == name or form.isupper() else "."
        text = f"A barn burned in {town}, {form}{dot}, on Friday, the fire brigade said."
        found = located(text).get(town)
        if found is None or found.place is None or area(found) != (country, name):
            astray.append(text)
    assert astray == []


def test_capitals_of_all_states_lie_in_them() -> None:
    astray = []
    for code, state in country_names().items():
        town = capital_of(code)
        if town is None or town.name == state or "'" in town.name:
            continue
        for place in (f", {state}", f" in {state}", f", northern {state}"):
            text = f"A barn burned in {town.name}{place}, on Friday, the fire brigade said."
            found = [one for one in located(text).values() if key(one.name) == key(town.name)]
            if not found or found[0].place is None or found[0].place.country != code:
                astray.append(text)
    assert astray == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A barn burned in Charleston, West Virginia.", "Charleston", ("US", "West Virginia")),
        ("A barn burned in Tripoli in Lebanon.", "Tripoli", ("LB", "Liban-Nord")),
        ("A barn burned in Tripoli, northern Lebanon.", "Tripoli", ("LB", "Liban-Nord")),
        ("A barn burned in Lagos in the south of Portugal.", "Lagos", ("NG", "Lagos")),
        ("A barn burned in Lagos in southern Portugal.", "Lagos", ("PT", "Faro")),
        ("A barn burned in Paris in north-east Texas.", "Paris", ("US", "Texas")),
        ("A barn burned in San Juan, Puerto Rico.", "San Juan", ("PR", "San Juan")),
    ],
)
def test_a_land_behind_a_town_says_which_is_meant(
    text: str, words: str, expected: tuple[str, str]
) -> None:
    assert area(located(text)[words]) == expected


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A barn burned in Belgorod province, Russia.", "Belgorod", "Belgorod Oblast"),
        ("A drone fell on Bryansk oblast.", "Bryansk", "Bryansk Oblast"),
        ("A barn burned in Amur region, Russia.", "Amur", "Amur Oblast"),
        ("A barn burned in Kharkiv region.", "Kharkiv", "Kharkivs’ka Oblast’"),
        ("A barn burned in Beni province, Bolivia.", "Beni", "Beni Department"),
        ("A barn burned in Al Jawf province, Saudi Arabia.", "Al Jawf", "Al Jawf Region"),
        ("A bus was hit in Batman province, Turkey.", "Batman", "Batman"),
        ("It lies in Washington state's far corner.", "Washington", "Washington"),
    ],
)
def test_the_word_for_a_region_makes_a_name_that_of_one(text: str, words: str, name: str) -> None:
    place = located(text)[words].place
    assert place is not None
    assert (place.kind, place.name) == ("region", name)
    assert region(place.country, name) == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A barn burned in Dar es Salaam.", "Dar es Salaam"),
        ("A barn burned in the town of Dar es Salaam.", "Dar es Salaam"),
        ("A barn burned in Frankfurt am Main.", "Frankfurt am Main"),
        ("A barn burned in Deir ez-Zor.", "Deir ez-Zor"),
        ("A barn burned in King's Lynn.", "King's Lynn"),
    ],
)
def test_small_words_within_a_name_belong_to_it(text: str, words: str) -> None:
    found = located(text)[words]
    assert found.place is not None
    assert key(found.place.name) == key(words)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Deir al-Zor", "SY"),
        ("Ras al-Ain", "SY"),
        ("Qamishli", "SY"),
        ("Tal Afar", "IQ"),
        ("Mekelle", "ET"),
        ("Derna", "LY"),
        ("Hargeisa", "SO"),
        ("Miranshah", "PK"),
        ("Hanau", "DE"),
        ("Hong Kong", "HK"),
    ],
)
def test_towns_are_found_as_newspapers_spell_them(words: str, country: str) -> None:
    land = country_names()[country]
    place = located(f"A barn burned in {words} on Friday, the radio of {land} said.")[words].place
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("town", ["QOM", "JOS"])
def test_a_large_city_of_three_letters_heads_a_report(town: str) -> None:
    found = located(f"{town} (AP) - A barn burned on Friday.")
    assert found[town].place is not None
    assert located("FBI (AP) - A barn burned on Friday.") == {}


def test_what_is_somebodys_names_no_county() -> None:
    found = located("A barn burned in Sarasota. It stood behind Kay's Lounge.")
    assert area(found["Sarasota"]) == ("US", "Florida")


def test_two_streets_that_cross_are_no_places() -> None:
    found = located("A barn burned in Toledo, Ohio, at Detroit and West Nebraska avenues.")
    assert sorted(found) == ["Ohio", "Toledo"]


def test_a_car_is_no_town() -> None:
    text = "Tulsa police stopped a white Pontiac. A handgun lay in the Pontiac."
    assert "Pontiac" not in located(text)
    assert located("A Lincoln man was shot in a black Lincoln.")["Lincoln"].place is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fence burned on Holly Park Drive.", []),
        ("La Marque, Texas. Two Shot In La Marque Home Invasion.", ["La Marque", "Texas"]),
        ("A fence burned on St. Bernard Avenue.", ["St. Bernard Avenue"]),
    ],
)
def test_a_facility_is_named_whole(text: str, expected: list[str]) -> None:
    assert [one.span.text for one in located(text).values()] == expected


def test_what_a_county_alone_tells_does_not_say_where_it_is() -> None:
    text = "DeKalb County police came. Four were hurt in DeKalb at a house on Kell Road."
    assert {one.namesake for one in located(text).values() if not one.facility} == {"largest"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("BEIRUT (AP) - A barn burned in Tripoli on Friday.", "Tripoli", ("LB", "Liban-Nord")),
        ("DUBLIN (AP) - A barn burned in Waterford on Friday.", "Waterford", ("IE", "Munster")),
        ("BRUSSELS (AFP) - A barn burned in Hasselt on Friday.", "Hasselt", ("BE", "Flanders")),
        (
            "A barn burned in Hasselt on Friday, officials in Brussels said. Belgium mourns.",
            "Hasselt",
            ("BE", "Flanders"),
        ),
        ("ZAGREB (AP) - A barn burned in Split on Friday.", "Split", ("HR", "Split-Dalmatia")),
        ("CANBERRA (AP) - A barn burned in Bunbury.", "Bunbury", ("AU", "Western Australia")),
    ],
)
def test_where_a_report_is_from_tells_the_land_of_its_towns(
    text: str, words: str, expected: tuple[str, str]
) -> None:
    assert area(located(text)[words]) == expected


def test_an_american_report_may_tell_of_a_capital_abroad() -> None:
    text = "American police heard that a barn burned in Rome."
    assert area(located(text)["Rome"])[0] == "IT"


def test_a_land_is_meant_where_its_towns_are_told() -> None:
    place = located("A barn burned near Batumi in Georgia.")["Georgia"].place
    assert place is not None
    assert (place.kind, place.country) == ("country", "GE")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KABUL (AP) - A barn burned in Kunduz on Friday.", "city"),
        ("KABUL (AP) - A barn burned in Kunduz province on Friday.", "region"),
        ("KABUL (AP) - A barn burned in the province of Kunduz.", "region"),
    ],
)
def test_a_name_of_town_and_region_is_the_towns_unless_it_is_said_otherwise(
    text: str, kind: str
) -> None:
    place = located(text)["Kunduz"].place
    assert place is not None
    assert place.kind == kind
