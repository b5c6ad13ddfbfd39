"""The incident's date: which mention gives it, and what stands where none does."""

import pytest

from tests.extract.facts.reading import read
from whence.model.fact import Fact


def dates(text: str, published: str | None = "2020-03-05") -> list[Fact]:
    """Return the date facts of a text published on a Thursday."""
    return [fact for fact in read(text, published).facts if fact.slot == "date"]


def values(text: str, published: str | None = "2020-03-05") -> list[str]:
    return [fact.value for fact in dates(text, published)]


def test_last_night_is_noted_as_a_night() -> None:
    (fact,) = dates("A bomb hit the mill last night.")
    assert (fact.value, bool(fact.note)) == ("2020-03-04/2020-03-05", True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A clerk was shot Saturday night on Alder Street, police said Sunday.", "2020-02-29"),
        ("Police said Monday that a clerk was shot on Saturday.", "2020-02-29"),
        ("Two men were arrested on Monday over Saturday's shooting.", "2020-02-29"),
        ("It happened around 2:30 a.m. Sunday at a car wash.", "2020-03-01T02:30"),
        ("A guard died on Tuesday after he was shot on Sunday.", "2020-03-01"),
        ("The two clerks have been missing in Veldt since last Thursday, kidnapped by gunmen.",
         "2020-02-27"),
        ("The militia carried out the attack the day before, a clerk said.", "2020-03-04"),
        ("A vigil was held Monday. The shooting occurred Feb. 28 in Veldt.", "2020-02-28"),
        ("Two guards were shot in February. The shooting happened Feb. 9.", "2020-02-09"),
        ("A clerk was shot early Sunday. (Published Monday, March 2, 2020)", "2020-03-01"),
        ("The three shooting victims left the clinic on Monday. They were shot Friday.",
         "2020-02-28"),
        ("A report on the Feb. 28 mass shooting is out.", "2020-02-28"),
        ("Three men were still in hospital Wednesday, recovering from Tuesday's shooting.",
         "2020-03-03"),
        ("VELDT (March 4, 2020) — A party erupted in gunfire late Tuesday.", "2020-03-03"),
        ("The toll of the attack rose to six Wednesday. The bombing was late Tuesday.",
         "2020-03-03"),
        ("The attack was in retaliation for strikes last week. The bombing happened Monday.",
         "2020-03-02"),
    ],
)  # fmt: skip
def test_words_tie_a_date_to_the_event(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "As of Monday night, five people were killed in the bombing of the mill.",
        "At least five people were killed in the bombing of the mill as of Monday night.",
        "The bombing had killed five people by late Tuesday.",
        "The Reed Front claimed the attack on Sunday.",
        "The Reed Front took responsibility for the attack on Sunday.",
        "On Sunday, the Reed Front admitted the bombing that killed five people.",
        "The ministry corrected its toll on Wednesday: four people were killed in the bombing.",
        "On Wednesday the ministry lowered the toll of the bombing to four.",
    ],
)
def test_the_day_of_a_count_or_of_a_claim_is_not_the_incidents(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Five people were wounded by Sunday's blast.",
        "The Reed Front claimed Sunday's blast on Monday.",
    ],
)
def test_a_day_that_names_the_incident_is_its_own(text: str) -> None:
    assert values(text) == ["2020-03-01"]


def test_many_mentions_of_another_day_do_not_outvote_the_event() -> None:
    text = (
        "A clerk was shot in Veldt on Sunday. Her family spoke on Wednesday. On Wednesday a judge"
        " heard a motion. Police said Wednesday that they had a lead."
    )
    assert values(text) == ["2020-03-01"]


def test_what_is_told_once_without_a_word_counts_in_the_lead_alone() -> None:
    assert values("She was playing on Monday at her aunt’s home in Veldt.") == ["2020-03-02"]


def test_fresh_news_without_a_date_is_dated_by_its_publication_and_says_so() -> None:
    (fact,) = dates("A clerk was shot in Veldt. Police are searching for a man in a grey coat.")
    assert (fact.value, fact.hedge) == ("2020-03-05", 2)
    assert "derived" in str(fact.note)
    assert fact.spans[0].text == "are searching"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A clerk was shot in Veldt. Police are searching for a man.", None),
        ("A clerk was shot in Veldt. Police are searching for a man.", "2020-03"),
        ("A clerk was shot in Veldt. Her killer was sentenced to ten years.", "2020-03-05"),
        ("A man is in custody and police are searching his house.", "2020-03-05"),
    ],
)
def test_nothing_is_derived_without_a_day_or_fresh_news(text: str, published: str | None) -> None:
    assert values(text, published) == []


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Two shot outside a bar in Veldt", True),
        ("Man charged in shooting at a bar in Veldt", False),
        ("Shooting victims of Veldt identified", False),
        ("Homicides in Veldt", False),
        ("Baker of Veldt, who was shot, opens a shop", False),
        ("Mother of boy shot in Veldt speaks", False),
        ("Shooting at a bar in Veldt in 2017", False),
        ("Bakers of Veldt open a shop", False),
    ],
)
def test_a_headline_that_tells_of_violence_as_news_gives_the_day_of_publication(
    headline: str, told: bool
) -> None:
    found = [
        fact
        for fact in read(f"{headline}\n\nClose this box.", "2020-03-05", title=True).facts
        if fact.slot == "date"
    ]
    assert [(fact.value, fact.hedge) for fact in found] == ([("2020-03-05", 2)] if told else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In his speech this morning, the mayor called the attack a crime.", []),
        ("The council was calm. Lee said he was glad to do this live shot this morning.", []),
        ("On Wednesday, the Herald, citing a tape of the attack, said the pilot lied.", []),
        ("The firm has kept quiet for at least the past 24 hours.", []),
        ("Two divers disappeared near the reef on Thursday.", ["2031-05-08"]),
        ("Frogmen sabotaged the sluice last month, the ministry says.", ["2031-04"]),
        ("It happened at night and 5 days after the Marigold front had begun its march.", []),
    ],
)
def test_what_a_day_is_of(text: str, day: list[str]) -> None:
    assert read(text, "2031-05-12").values("date") == day


def test_what_was_said_today_may_have_been_said_the_day_before() -> None:
    page = read("“They attacked me today,” the mayor said.", "2031-05-12")
    assert page.values("date") == ["2031-05-11/2031-05-12"]
    dated = read("The mayor spoke on Sunday. “They attacked me today,” she said.", "2031-05-12")
    assert dated.values("date") == ["2031-05-11"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A baker was shot near Ivy Court on Sunday.", ["2031-05-11"]),
        ("A baker was shot and taken to Superior Court on Sunday.", []),
        ("A baker was shot outside a mill on North Rose Avenue on Sunday.", ["2031-05-11"]),
        ("The shooting was reported on Saturday at a mill.", ["2031-05-10"]),
        ("Deputies reported on Saturday.", []),
        ("A man was charged in the shooting death of a baker on Saturday.", ["2031-05-10"]),
        ("Three bakers were found shot to death Saturday.", ["2031-05-10"]),
        ("A shooting on Mill Road left a baker dead on Saturday.", ["2031-05-10"]),
        ("A shooting left four bakers hospitalized on Saturday.", ["2031-05-10"]),
        ("A baker was shot in a home invasion Saturday.", ["2031-05-10"]),
        ("The boy was hurt when a rifle discharged in a flat on Saturday.", ["2031-05-10"]),
        ("The boy was discharged from the clinic on Saturday.", []),
        ("A feast at the mill turned deadly on Saturday.", ["2031-05-10"]),
        ("He turned himself in on Saturday.", []),
        ("Two bakers lay in the yard when officers arrived at the mill on Saturday.",
         ["2031-05-10"]),
        ("Chief Lee Hart says one of the two men sitting in a black car by the mill on Saturday"
         " was shot.", ["2031-05-10"]),
        ("A shot struck the girl, who sat in a car that went slowly through the wide yard of the"
         " mill behind the old market hall, on Saturday, police said.", ["2031-05-10"]),
        ("Update on Saturday's shooting at the mill", ["2031-05-10"]),
    ],
)  # fmt: skip
def test_words_are_read_with_their_neighbours(text: str, day: list[str]) -> None:
    assert read(text, "2031-05-12").values("date") == day


def test_a_weekday_that_is_not_the_days_is_noted() -> None:
    (fact,) = dates("A clerk was shot on Monday night, March 3, on Alder Street.")
    assert (fact.value, "disagree" in str(fact.note)) == ("2020-03-02/2020-03-03", True)
    (fact,) = dates("A clerk was shot on Tuesday night, March 3, on Alder Street.")
    assert (fact.value, fact.note) == ("2020-03-03", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police say it all started around 7 a.m. Sunday when a baker was shot.",
         ["2031-05-11T07:00"]),
        ("The fighting began on Sunday.", ["2031-05-11"]),
        ("A baker was shot in Veldt. The trial began on Sunday.", []),
        ("A baker was grazed by a bullet on Sunday.", ["2031-05-11"]),
        ("Two boys were held over the shooting of a baker who was found dead Sunday.",
         ["2031-05-11"]),
        ("A boy was held over the shooting of a baker who died Sunday.", []),
        ("The suspect in the shooting was found dead Sunday.", []),
        ("Crews went to the mill overnight. They responded to a 1:30 a.m. report Monday of a"
         " baker shot.", ["2031-05-12T01:30"]),
        ("Police issued a report on Sunday. A baker was shot.", []),
        ("According to the report, on Sunday a baker heard shots.", ["2031-05-11"]),
        ("The mayor, according to the report on Sunday, spoke.", []),
        ("Police said around 9 p.m. Sunday they were called to a baker hurt at the mill.",
         ["2031-05-11T21:00"]),
        ("Police report that on May 11, they were called to a mill.", ["2031-05-11"]),
        ("Police said at 9 a.m. Sunday that a baker was shot.", []),
        ("Police said around noon Sunday.", []),
        ("A baker was shot in a drive-by Sunday night.", ["2031-05-11"]),
        ("A boy was held in a May 9 drug-related shooting in Veldt.", ["2031-05-09"]),
        ("A baker was shot on a basketball court on Sunday.", ["2031-05-11"]),
    ],
)  # fmt: skip
def test_words_that_open_an_event_or_find_it(text: str, day: list[str]) -> None:
    assert read(text, "2031-05-12").values("date") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A baker was shot in the foot during a Memorial Day party.", []),
        ("A baker was shot in the foot during Memorial Day party.", ["2031-05-26"]),
        ("A baker was shot on Memorial Day.", ["2031-05-26"]),
        ("A baker was shot Memorial Day in Veldt.", ["2031-05-26"]),
        ("The Memorial Day shooting hurt a baker.", ["2031-05-26"]),
        ("A baker was shot over Memorial Day weekend.", ["2031-05-24/2031-05-26"]),
        ("A baker was shot hours before the Memorial Day holiday.", []),
        ("A baker, home for Easter, was shot.", []),
    ],
)
def test_a_holiday_dates_what_was_on_it(text: str, day: list[str]) -> None:
    assert read(text, "2031-05-28").values("date") == day


@pytest.mark.parametrize(
    ("weekday", "days"),
    [
        ("Wednesday", "2024-05-14/2024-05-15"),
        ("Tuesday", "2024-05-13/2024-05-14"),
        ("Thursday", "2024-05-08/2024-05-09"),
    ],
)
def test_a_night_that_runs_into_a_day_began_on_the_day_before(weekday: str, days: str) -> None:
    text = f"A bomb exploded in Harrow overnight into {weekday}, killing five people."
    assert read(text, "2024-05-15").values("date") == [days]
