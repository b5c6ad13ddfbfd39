"""The incident's own date and place among those merely mentioned."""

import pytest

from tests.extract.facts.reading import read
from tests.extract.texts import document
from whence.extract import extract
from whence.extract.rules.reader import RulesReader


def test_place_of_the_event_and_not_of_the_speakers() -> None:
    page = read(
        "A bomb exploded in Lisbon on Monday, killing two people. Officials in Paris and Rome"
        " condemned the attack.",
        "2020-03-04",
    )
    assert page.values("place") == ["Lisbon"]
    assert page.values("date") == ["2020-03-02"]


def test_quarter_and_town_are_put_together() -> None:
    page = read("Two rockets hit the ministry in Nairobi’s Amber Zone overnight.", "2020-03-04")
    assert page.values("place") == ["Amber Zone, Nairobi"]
    assert page.words("place") == ["Nairobi’s Amber Zone"]


def test_quarter_of_the_building_attacked_is_found_elsewhere_in_the_text() -> None:
    page = read(
        "A drone struck the premier's residence in Nairobi.\n\n"
        "Protesters had marched near the residence in the Amber Zone on Friday.",
        "2020-03-04",
    )
    assert page.values("place") == ["Amber Zone, Nairobi"]


def test_day_of_a_statement_is_not_the_day_of_the_event() -> None:
    page = read("The minister said on Wednesday that the blast was an accident.", "2020-03-05")
    assert page.values("date") == []


def test_election_day_is_not_the_day_of_the_event() -> None:
    page = read("The attack followed the vote of February 2.", "2020-03-05")
    assert page.values("date") == []


def test_hospital_is_not_where_it_happened() -> None:
    page = read(
        "Two men were shot in Lisbon on Monday and taken to Saint Vera Hospital.", "2020-03-04"
    )
    assert page.values("place") == ["Lisbon"]


def test_day_of_a_later_death_is_not_the_day_of_the_event() -> None:
    page = read("A trader shot at the ford died on Sunday.", "2020-03-04")
    assert page.values("date") == []
    alone = read("Two traders died on Sunday.", "2020-03-04")
    assert alone.values("date") == ["2020-03-01"]


def test_day_in_court_is_not_the_day_of_the_event() -> None:
    page = read("The man accused of shooting a trader was back in court on Monday.", "2020-03-04")
    assert page.values("date") == []


def test_town_that_no_gazetteer_knows_is_placed_by_what_the_text_calls_it() -> None:
    page = read("A bomb exploded on Monday in the port city of Qenlorva, killing two people.")
    assert page.values("place") == ["Qenlorva"]


def test_the_day_of_a_condemnation_is_not_the_attacks() -> None:
    page = read(
        "A bomb exploded in Lisbon on Monday, killing two people.\n\n"
        "Chile condemned the attack on Tuesday.",
        "2020-03-04",
    )
    assert page.values("date") == ["2020-03-02"]
    alone = read("Chile condemned the attack on Tuesday.", "2020-03-04")
    assert alone.values("date") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were shot in Fort Worth, Texas, on Monday.", "Fort Worth, Texas"),
        ("MEMPHIS, Tenn. (AP) -- A man was shot at a store on Monday.", "Memphis, Tennessee"),
        ("A man was shot on Monday, Toledo police said. Ohio troopers came.", "Toledo, Ohio"),
        ("A man was shot on Monday, Travis County deputies said.", "Travis County, Texas"),
        (
            "A man of Dallas was shot in Toledo, Ohio, and flown to a hospital in Cleveland, Ohio.",
            "Toledo, Ohio",
        ),
        (
            "BOSTON (KQVX) – A man was shot in Jamaica Plain on Monday. Boston police came.",
            "Jamaica Plain, Boston",
        ),
        (
            "Deputies of Travis County came to a home near Lakeway, Texas, where two were shot.",
            "Lakeway, Texas",
        ),
        (
            "DETROIT – The family of a pilot mourned.\n\n"
            "He was killed when his plane crashed in Afghanistan on Monday. The crash in"
            " Afghanistan killed seven.",
            "Afghanistan",
        ),
    ],
)
def test_place_is_chosen_by_all_that_is_said_of_it(text: str, expected: str) -> None:
    assert read(text, "2020-03-04").values("place") == [expected]


def test_place_carries_a_point_with_its_precision() -> None:
    fact = next(
        one
        for one in read("Two men were shot in Fort Worth, Texas, on Monday.").facts
        if one.slot == "place"
    )
    assert fact.location is not None
    assert (fact.location.precision, fact.location.country) == ("settlement", "US")
    assert fact.location.latitude == pytest.approx(32.7, abs=0.2)
    assert [span.text for span in fact.spans] == ["Fort Worth, Texas"]


def test_region_that_the_text_leaves_open_is_not_shown() -> None:
    page = read("A man was shot in Springfield on Monday. Springfield police came.")
    assert page.values("place") == ["Springfield"]


def test_where_a_source_sits_is_not_where_it_happened() -> None:
    page = read(
        "A bomb exploded at a depot in the northern city of Lyon, killing two. A foreign ministry"
        " spokesman in Berlin said the attack and the explosion were being investigated.",
        "2020-03-04",
    )
    assert page.values("place") == ["Lyon"]


def test_what_an_attack_answers_to_was_elsewhere() -> None:
    page = read(
        "Gunmen attacked a barracks in Nairobi. The group called it revenge for airstrikes that"
        " killed 30 people in Kampala. The gunmen fled.",
        "2020-03-04",
    )
    assert page.values("place") == ["Nairobi"]


def test_a_neighborhood_is_told_with_its_city() -> None:
    page = read(
        "Two men were shot in the Brighton Park neighborhood on Monday. Brighton Park was quiet on"
        " Tuesday, Chicago police said.",
        "2020-03-04",
    )
    assert page.values("place") == ["Brighton Park, Chicago"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The shooting happened on Quill Road in Zandermere.", ["Quill Road, Zandermere"]),
        ("The shooting happened near Zandermere.", ["Zandermere, Texas"]),
        ("Her cousin likes the fairs in Zandermere.", []),
    ],
)
def test_a_town_in_no_gazetteer_is_read_once_where_the_event_is_put_there(
    told: str, expected: list[str]
) -> None:
    page = read(f"{told} Texas State Police came.", "2020-03-04")
    assert [one for one in page.values("place") if "Zandermere" in one] == expected


def test_a_word_that_is_also_written_small_is_no_town() -> None:
    page = read(
        "The shooting happened near Skipping. Skip skipping ahead. Texas State Police came.",
        "2020-03-04",
    )
    assert not [one for one in page.values("place") if "Skipping" in one]


def test_a_dateline_before_another_matter_still_tells_the_place_of_the_report() -> None:
    text = "A boy was shot on Monday.\n\nTOLEDO, Ohio – In a separate shooting in 2012 a man fell."
    page = read(text, "2020-03-04")
    assert page.scopes.at(text.index("separate")) == "other"
    assert page.values("place") == ["Toledo, Ohio"]


def test_what_is_unsure_of_the_event_is_not_unsure_of_its_place() -> None:
    text = "Police say that a man may have shot himself in Toledo."
    told = "TOLEDO -- Officers came on Monday.\n\n" + text
    assert [_hedge(text), _hedge(told)] == [1, 3]


def _hedge(text: str) -> int:
    report = extract(document(text, published="2020-03-04"), RulesReader())
    return next(fact.hedge for fact in report.facts if fact.slot == "place")


def test_a_namesake_of_a_quarter_is_not_chosen_before_the_city_with_its_police() -> None:
    page = read(
        "Two boys were shot in Austin. Chicago police came to Austin in the night.", "2020-03-04"
    )
    assert page.values("place") == ["Chicago, Illinois"]


@pytest.mark.parametrize(
    "text",
    [
        "A girl was released from the hospital on Monday, Toledo police said.",
        "Two men are recovering after a shooting in Toledo on Monday.",
    ],
)
def test_where_it_happened_is_told_behind_the_hospital(text: str) -> None:
    assert [one.partition(",")[0] for one in read(text, "2020-03-04").values("place")] == ["Toledo"]


def test_the_hospital_of_another_town_is_not_where_it_happened() -> None:
    page = read("A man was shot and taken to a hospital in Toledo.", "2020-03-04")
    assert page.values("place") == []


def test_a_street_is_in_the_one_town_that_the_text_names() -> None:
    page = read(
        "Two men were shot on Mill Road on Monday.\n\nIn a separate shooting in 2012, Toledo police"
        " found nobody.",
        "2020-03-04",
    )
    assert page.values("place") == ["Mill Road, Toledo"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        # a report from the capital of what happened elsewhere
        ("BAGHDAD - Gunmen opened fire on a wedding in Mosul on Monday.", "Mosul"),
        ("ROME (AP) - Two men were shot in a bar in Rimini on Monday.", "Rimini"),
        # what is said in the capital
        ("A bomb killed two soldiers south of Kirkuk, the army said in Baghdad.", "Kirkuk"),
        ("A bomb killed two in Mosul, the minister told reporters in Baghdad.", "Mosul"),
        # nothing is put elsewhere
        ("ROME - Two men were shot on Monday. A Rimini man was held.", "Rome"),
        # a distance from a town is not at it
        ("ROME - Two men were shot 80 miles south of Rimini on Monday.", "Rome"),
    ],
)
def test_a_report_from_the_capital_tells_of_elsewhere(text: str, town: str) -> None:
    values = read(text, "2020-03-04").values("place")
    assert [one.rpartition(", ")[2] for one in values] == [town]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Rockets hit the Damascus suburb of Harasta, killing two people. Officials in "
            "Damascus blamed rebels.",
            "Ḩarastā",
        ),
        ("A suicide bomber struck a suburb of Baghdad, killing six people.", "Baghdad"),
        ("A bomb killed six people in the Beirut suburbs on Tuesday.", "Beirut"),
    ],
)
def test_whose_suburb_a_town_is_is_not_the_town(text: str, place: str) -> None:
    assert read(text).values("place") == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A quarter at the head of a report, and the police of its city.
        (
            "Gunmen open fire in Kreuzberg, six hurt\n\n"
            "KREUZBERG - Berlin police have film of a shooting "
            "at a Kreuzberg laundry. Six people were shot in Kreuzberg on Monday. The shooting in "
            "Kreuzberg was heard far away. A man was shot near Kreuzberg.",
            "Kreuzberg, Berlin",
        ),
        # What a town is near is not it.
        (
            "A boy was shot on Monday at a home in Lisle near Naperville, Illinois, police said. "
            "Naperville is larger.",
            "Lisle, Illinois",
        ),
        (
            "Four people were shot at a hotel in the Houston suburb of Bellaire, Texas.",
            "Bellaire, Texas",
        ),
    ],
)
def test_a_town_beside_a_larger_one(text: str, place: str) -> None:
    assert read(text, "2020-03-04").values("place") == [place]


@pytest.mark.parametrize(
    "head", ["OSLO (Agency) - ", "OSLO, May 3 (Agency) - ", "OSLO, 3 May 2020 - "]
)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Two soldiers were killed by a bomb at Alder Air Base in Kenya on Friday.",
            "Alder Air Base, Kenya",
        ),
        (
            "Two soldiers were killed by a bomb near the gate of Alder Air Base on Friday, "
            "officials in Kenya said.",
            "Alder Air Base, Kenya",
        ),
        (
            "Two soldiers were killed by a bomb at Kisumu Air Base on Friday. One was in Kenya "
            "for a year, and lived in Oslo before.",
            "Kisumu Air Base, Kisumu",
        ),
        (
            "Two were killed by a bomb at the Alder Hotel on Friday. A man was held in Kenya.",
            "Alder Hotel, Oslo",
        ),
        (
            "Two were killed by a bomb at the Kisumu Hotel on Friday. The owner was in Peru.",
            "Kisumu Hotel, Oslo",
        ),
    ],
)
def test_a_building_is_not_joined_to_where_a_report_was_written(
    head: str, text: str, place: str
) -> None:
    assert read(head + text, "2020-05-03").values("place") == [place]


@pytest.mark.parametrize("head", ["LONDON (Agency) - ", "LONDON, May 3 (Agency) - "])
def test_a_desk_abroad_is_not_where_it_was(head: str) -> None:
    text = f"{head}Soldiers in Kenya killed three farmers on Friday, the ministry said."
    assert read(text, "2020-05-03").values("place") == ["Kenya"]
    told = f"{head}Three people were killed on Friday, a charity said. The blast was in Kenya."
    assert read(told, "2020-05-03").values("place") == ["Kenya"]
    own = f"{head}A bomb killed three people on Friday. London police were called to a market."
    assert read(own, "2020-05-03").values("place") == ["London"]
    alone = f"{head}A bomb killed three people on Friday at a market, police said."
    assert read(alone, "2020-05-03").values("place") == ["London"]


def test_a_building_with_a_town_elsewhere_behind_it_is_not_here() -> None:
    page = read(
        "Five people were shot in Austin, Texas on Saturday. “We fear the same as in the shooting "
        "inside Reed Hall School in Salem, Oregon,” police in Austin said."
    )
    assert page.values("place") == ["Austin, Texas"]


def test_a_base_called_by_a_town_abroad_is_in_no_town_here() -> None:
    page = read(
        "LAKELAND, Florida - A cargo plane crashed at Bagram Air Base on Monday. A friend in "
        "Lakeland, Florida, mourned."
    )
    assert page.values("place") == ["Bagram Air Base"]


def test_a_hospital_where_somebody_died_is_not_where_it_was() -> None:
    page = read(
        "HARROW, Texas - A boy was shot in Harrow, Texas on Saturday. He was pronounced dead later "
        "Saturday night at Reed Sinai Hospital, police in Harrow said. The shooting is being "
        "investigated, police said."
    )
    assert page.values("place") == ["Harrow, Texas"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two boys were shot in North College Hill on Monday, police said.", "North College Hill"),
        ("A man opened fire on a Brooklyn street on Monday, killing two.", "Brooklyn, New York"),
        (
            "Four were shot in suburban Denver.\n\nFour people were shot at a hotel in the Denver"
            " suburb of Wheat Ridge on Monday.",
            "Wheat Ridge, Colorado",
        ),
        (
            "NORFOLK, Va. (AP) - A Norfolk father was charged after his son shot himself.\n\n"
            "It happened on Monday in a home in Newport News, police said.",
            "Newport News, Virginia",
        ),
        ("Two women who had come to see Nairobi took a wrong turn.\n\nA man shot both.", "Nairobi"),
    ],
)
def test_the_town_itself_however_little_is_said_of_it(text: str, place: str) -> None:
    assert read(text, "2020-03-04").values("place") == [place]


def test_an_event_called_by_a_town_is_not_where_its_victims_were_brought() -> None:
    page = read("Guard hospitalized after Toledo robbery, police say\n\nPolice came.", title=True)
    assert page.values("place") == ["Toledo"]
