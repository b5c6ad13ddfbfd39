"""What belongs to another incident never reaches this one's slots, and is kept."""

import pytest
from msgspec.structs import replace

from tests.extract.facts.reading import Read, read, read_document
from tests.extract.texts import document


def titled(text: str, title: str) -> Read:
    """Read a text whose title is known from outside it."""
    return read_document(replace(document(text, published="2021-05-10"), title=title))


def test_other_day_with_its_own_event_is_other() -> None:
    page = read(
        "A drone attack hit the premier's villa on May 7, wounding six guards.\n\n"
        "Clashes over the price of bread on May 3 injured several officers, and at least one"
        " baker was killed.",
        "2021-05-08",
    )
    assert page.values("wounded") == ["6"]
    assert page.values("killed") == []
    assert page.values("wounded", "other") == ["several"]
    assert page.values("killed", "other") == ["at least 1"]


def test_another_development_is_other_until_the_text_comes_back() -> None:
    page = read(
        "A ferry crash killed 12 people on Monday. In another development, gunmen killed four"
        " traders. Two clerks were wounded. The crash also injured 30 people.",
        "2021-05-08",
    )
    assert page.values("killed") == ["12"]
    assert page.values("killed", "other") == ["4"]
    assert page.values("wounded", "other") == ["2"]
    assert page.values("wounded") == ["30"]


def test_war_as_a_whole_is_other() -> None:
    page = read(
        "A rocket attack killed three people. More than 40,000 people have died in the civil war."
    )
    assert page.values("killed") == ["3"]
    assert page.values("killed", "other") == ["at least 40000"]


@pytest.mark.parametrize(
    "total",
    [
        "By Sunday nine people had been killed and 40 wounded in 33 separate shooting incidents.",
        "She was one of nine people killed and 40 wounded over an eight-hour stretch that night.",
        "Nine people were killed and 40 wounded in five unrelated attacks.",
    ],
)
def test_what_several_incidents_add_up_to_is_other(total: str) -> None:
    page = read(f"A gunman killed a baker in Alden on Saturday night, police said. {total}")
    assert page.values("killed") == ["1"]
    assert page.values("wounded") == []
    assert page.values("killed", "other") == ["9"]
    assert page.values("wounded", "other") == ["40"]


def test_one_attack_at_several_places_stays() -> None:
    page = read("Bombs exploded at three separate stations on Monday, killing nine people.")
    assert page.values("killed") == ["9"]


def test_event_of_another_kind_is_other() -> None:
    page = read(
        "Drone strike on the premier's villa\n\n"
        "In the west a car bomb exploded at a tax office. Seven gardeners were injured in"
        " the attack.",
        title=True,
    )
    assert page.values("weapon") == ["drone"]
    assert page.values("weapon", "other") == ["car bomb"]
    assert page.values("wounded") == ["7"]


def test_looking_back_is_other() -> None:
    page = read(
        "A drone hit the mill. If you look back to the bombing of the ford, which killed nine"
        " people, the hand is the same."
    )
    assert page.values("killed") == []
    assert page.values("killed", "other") == ["9"]


def test_what_is_told_before_the_clause_of_another_event_stays() -> None:
    page = read(
        "A bomb exploded on May 7. It remains unclear who was behind the blast, which came amid"
        " clashes over the vote of April 3.",
        "2021-05-08",
    )
    assert page.values("attribution_withheld") == ["yes"]


def test_positions_outside_the_sentences() -> None:
    page = read("")
    assert page.scopes.at(0) == "incident"
    assert page.scopes.incident_date == ""
    assert page.facts == ()
    assert page.kind is None


def test_an_earlier_event_in_a_clause_keeps_its_dead() -> None:
    page = read(
        "A drone attack hit the pilot station on Tuesday and killed one guard. The attack came"
        " four months after a bomb at the ferry terminal killed seven people and wounded 30.",
        "2025-03-12",
    )
    assert page.values("killed") == ["1"]
    assert page.values("wounded") == []
    assert page.values("killed", "other") == ["7"]
    assert page.values("wounded", "other") == ["30"]


@pytest.mark.parametrize(
    "earlier",
    [
        "The attack, the third this year, came after two other pilots were wounded",
        "The attack on the station comes after another pilot was wounded",
        "The incident comes after a pilot was wounded",
    ],
)
def test_what_an_incident_comes_after_is_another(earlier: str) -> None:
    page = read(f"A drone attack hit the pilot station on Tuesday. {earlier} by the Reed League.")
    start = page.prose.text.index("Reed League")
    assert page.scopes.at(start) == "other"
    assert page.scopes.at(page.prose.text.index("hit")) == "incident"


@pytest.mark.parametrize("whose", ["the other", "his other"])
def test_what_comes_after_the_others_of_the_same_incident_stays(whose: str) -> None:
    page = read(f"A drone hit the station. Two days after {whose} pilot fell ill, a guard died.")
    assert page.scopes.at(page.prose.text.index("guard")) == "incident"


def test_what_comes_after_the_same_incident_stays() -> None:
    page = read("A drone hit the station. The incident, police said, came after the guards left.")
    assert page.scopes.at(page.prose.text.index("guards")) == "incident"


def test_days_after_the_attack_stay_with_it() -> None:
    page = read(
        "A drone attack hit the pilot station on Tuesday. Two days after the attack, one guard"
        " died and four were wounded, doctors said.",
        "2025-03-14",
    )
    assert page.values("wounded") == ["4"]


def test_an_event_of_another_year_is_another_even_where_the_incident_has_no_date() -> None:
    text = (
        "Gunmen are holding the reporter Ana Ruiz, her paper said. It gave no details.\n\n"
        "When the reporter Tomas Brek was kidnapped in 2008, his paper kept silent."
    )
    page = read(text, "2012-12-17")
    assert page.values("target") == []


def test_a_year_in_the_lead_is_the_newss_own() -> None:
    page = read(
        "The court spoke of the bombing of the ferry in 2013.\n\nIt was a long day in court.\n\n"
        "The bombing in 2013 killed 9 people.",
        "2020-05-08",
    )
    assert page.values("killed") == ["9"]


def test_what_another_event_did_does_not_lead_back() -> None:
    page = read(
        "A ferry sank on Monday, killing all nine aboard. In another development, the governor"
        " accused soldiers of killing four shepherds. He condemned the killing of innocent"
        " villagers. Two soldiers were wounded.",
        "2021-05-12",
    )
    assert page.values("killed") == ["9"]
    assert page.values("wounded") == []
    assert page.values("wounded", "other") == ["2"]
    assert page.values("target") == []


def test_the_killing_of_those_in_the_lead_leads_back() -> None:
    page = read(
        "The killing of four shepherds angered the coast. Separately, a ferry sank. The killing of"
        " the shepherds left two dogs dead, and two farmers were wounded. The killing on Monday"
        " was the third.",
        "2021-05-12",
    )
    assert page.values("wounded") == ["2"]


def test_a_first_sentence_that_has_nothing_of_the_title_misleads() -> None:
    text = (
        "The army says a car bomb exploded at a recruiting office near Kestrel Ford. Six gardeners"
        " of the premier were wounded in the attack. The premier was killed in a drone strike,"
        " a statement said."
    )
    page = titled(text, "Drone strike on premier's villa")
    assert page.values("weapon") == ["drone"]
    assert page.values("weapon", "other") == ["car bomb"]
    assert page.values("killed") == ["1"]
    same = titled(text.replace("recruiting office", "villa"), "Drone strike on premier's villa")
    assert set(same.values("weapon")) == {"car bomb", "drone"}


def test_what_lasts_since_a_day_of_last_week_is_the_incident() -> None:
    page = read(
        "Two surveyors were abducted, their firm said. The surveyors have been missing since last"
        " Wednesday. Seven hundred people have died since last Wednesday.",
        "2021-05-10",
    )
    assert page.values("date") == ["2021-05-05"]
    assert page.values("killed") == []


HARROW = "A parcel bomb wounded 13 people in Harrow on May 7, police said."


def test_what_goes_on_about_another_deed_stays_with_it() -> None:
    page = read(
        f"{HARROW} Five people were killed on March 11 in an attack on a market in Salt Vale."
        " The alleged killer wounded two guards.",
        "2021-05-10",
    )
    assert page.values("killed", "other") == ["5"]
    assert page.values("wounded", "other") == ["2"]


def test_the_bomber_whom_the_incident_has_is_its_own() -> None:
    page = read(
        "A bomber wounded 13 people in Harrow on May 7, police said. Five people were killed on"
        " March 11 in an attack on a market. The bomber killed a guard.",
        "2021-05-10",
    )
    assert page.values("killed") == ["1"]


def test_the_attacker_of_an_attack_that_was_told_is_the_incidents() -> None:
    page = read(
        "A knife attack wounded 13 people in Harrow on May 7, police said. Five people were killed"
        " on March 11 on a bridge. The attacker killed a guard.",
        "2021-05-10",
    )
    assert page.values("killed") == ["1"]


def test_what_was_said_months_before_is_about_something_else() -> None:
    page = read(
        f"{HARROW} In January police said that a blast in Salt Vale killed six people.",
        "2021-05-10",
    )
    assert page.values("killed", "other") == ["6"]
    recent = read(f"{HARROW} On Saturday police said that a man was killed.", "2021-05-10")
    assert recent.values("killed", "other") == []


def test_when_a_page_was_updated_dates_no_incident() -> None:
    page = read(
        "Update, 12:44 p.m., May 8:\n\nTwo men were shot at the harbour on Friday night.",
        "2021-05-08",
    )
    assert page.scopes.incident_date == "2021-05-07"


def test_what_an_event_comes_months_after_is_another() -> None:
    page = read(
        "Two men were shot and killed at the harbour on Friday. This shooting comes a little over"
        " a month after Ilo Marsh killed 20 boys in a rampage.",
        "2021-05-08",
    )
    assert page.values("killed") == ["2"]
    assert page.values("killed", "other") == ["20"]


def test_a_date_behind_a_relative_clause_is_the_main_verbs() -> None:
    page = read(
        "Five people were shot on Saturday at a fair. The suspect was moved to Harrow, where the"
        " shooting took place, later on Monday.",
        "2021-05-12",
    )
    assert page.scopes.incident_date == "2021-05-08"
