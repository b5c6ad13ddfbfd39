"""Date expressions become ISO prefixes, counted from the right day."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.time import find_anchor, resolve


def resolved(text: str, published: str | None = "2021-11-08") -> list[tuple[str, str]]:
    """Return words and value of every date in a text."""
    page = document(text, published=published)
    cut = prose(page)
    return [(m.span.text, m.value) for m in resolve(cut, find_anchor(cut, page.published))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 3 May 2019.", "2019-05-03"),
        ("It fell on May 3, 2019.", "2019-05-03"),
        ("It fell on 2019-05-03.", "2019-05-03"),
        ("It fell on Nov. 5th.", "2021-11-05"),
        ("It fell on 5 November.", "2021-11-05"),
        ("It fell on December 30.", "2021-12-30"),
        ("It fell on January 31.", "2021-01-31"),
        ("It fell on Sunday.", "2021-11-07"),
        ("It fell on Monday.", "2021-11-08"),
        ("It fell last Monday.", "2021-11-01"),
        ("It opens next Friday.", "2021-11-12"),
        ("Results are expected on Friday.", "2021-11-12"),
        ("They will report on Tuesday.", "2021-11-09"),
        ("It was unexpected that it fell on Friday.", "2021-11-05"),
        ("It fell on Sunday (Nov 7).", "2021-11-07"),
        ("It fell today.", "2021-11-08"),
        ("It fell earlier today.", "2021-11-08"),
        ("It fell yesterday.", "2021-11-07"),
        ("It fell last night.", "2021-11-07/2021-11-08"),
        ("It fell overnight.", "2021-11-07/2021-11-08"),
        ("It fell two days ago.", "2021-11-06"),
        ("It fell three months ago.", "2021-08"),
        ("It fell five years ago.", "2016"),
        ("It fell at the weekend.", "2021-11-06/2021-11-07"),
        ("It fell last weekend.", "2021-11-06/2021-11-07"),
        ("It fell last week.", "2021-11-01/2021-11-07"),
        ("It fell last month.", "2021-10"),
        ("It fell last year.", "2020"),
        ("It followed the October election.", "2021-10"),
        ("It followed the February election.", "2021-02"),
        ("It fell in June 2018.", "2018-06"),
        ("It fell in 2017.", "2017"),
        ("It fell around 0230 local time on November 7.", "2021-11-07T02:30"),
    ],
)
def test_expressions_are_resolved_from_the_day_of_the_text(text: str, value: str) -> None:
    assert [found[1] for found in resolved(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["They may march on.", "It fell on 31 February 2020.", "A second man fell.", "He ran 5 miles."],
)
def test_what_is_no_date(text: str) -> None:
    assert [value for _, value in resolved(text) if value] == []


def test_year_end_belongs_to_the_year_before() -> None:
    assert resolved("It fell on December 30.", "2021-01-04") == [("December 30", "2020-12-30")]


def test_what_cannot_be_resolved_stays_as_text() -> None:
    assert resolved("It fell on Sunday, two days before.", None) == [
        ("on Sunday", ""),
        ("two days before", ""),
    ]


def test_month_anchor_dates_days_but_not_weekdays() -> None:
    assert resolved("On May 3 it fell. It fell on Sunday.", "2020-05") == [
        ("May 3", "2020-05-03"),
        ("on Sunday", ""),
    ]


def test_same_day_and_day_before_follow_the_story() -> None:
    text = "On May 3, 2020 a mill burned. The same day a boat sank. The day before it had rained."
    assert [value for _, value in resolved(text)] == ["2020-05-03", "2020-05-03", "2020-05-02"]


def test_same_day_that_names_its_day_after() -> None:
    assert resolved("She spoke later the same day on November 7th.")[0][1] == "2021-11-07"


def test_last_night_in_a_statement_counts_from_the_statement() -> None:
    text = (
        "The premier spoke on November 7th.\n\n"
        "“The raid that burned the mill last night will be answered,” she said."
    )
    assert resolved(text, "2021-11-08")[-1] == ("last night", "2021-11-06/2021-11-07")


def test_last_night_of_the_narrator_counts_from_publication() -> None:
    text = "The premier spoke on November 5th. The mill burned last night."
    assert resolved(text, "2021-11-08")[-1] == ("last night", "2021-11-07/2021-11-08")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police will release more at a press conference Wednesday.", "2021-11-10"),
        ("We’ll have more on the Sunday show.", "2021-11-14"),
        ("The mayor plans to hold a meeting Tuesday.", "2021-11-09"),
        ("The fair is set for Tuesday.", "2021-11-09"),
        ("Boats were set on fire on Tuesday.", "2021-11-02"),
        ("A man will be tried over the raid that killed two men on Sunday.", "2021-11-07"),
        ("Tests will be made on Monday.", "2021-11-08"),
        ("They were held following Friday's raid.", "2021-11-05"),
        ("They were held the following Friday.", "2021-11-12"),
    ],
)
def test_a_weekday_is_still_to_come_where_the_words_say_so(text: str, value: str) -> None:
    assert [found[1] for found in resolved(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on May 3, 2020, one day after the kickoff.", ""),
        ("It fell on May 3, 2020, two days before Harrow's yearly fair.", ""),
        ("A vote was held on May 3, 2020. Two days after the vote it rained.", "2020-05-05"),
        ("A mill burned on May 3, 2020. Two days before, it had rained.", "2020-05-01"),
    ],
)
def test_a_day_is_counted_only_from_what_was_told(text: str, value: str) -> None:
    assert resolved(text)[-1][1] == value


@pytest.mark.parametrize("published", ["2021-11-13", "2021-11-14"])
def test_last_weekend_is_not_the_one_that_is_still_going_on(published: str) -> None:
    assert resolved("It fell last weekend.", published)[0][1] == "2021-11-06/2021-11-07"
    assert resolved("It fell over the weekend.", published)[0][1] == "2021-11-13/2021-11-14"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on Friday, November 6 around 6 p.m.", "2021-11-05/2021-11-06"),
        ("It fell on Sunday, November 6.", "2021-11-06/2021-11-07"),
        ("It fell on Saturday, November 6 around 6 p.m.", "2021-11-06T18:00"),
        ("It fell on Tuesday, November 6.", "2021-11-06"),
        ("It fell on Tuesday, November 8.", "2021-11-08"),
    ],
)
def test_a_weekday_beside_its_day_leaves_both_open(text: str, value: str) -> None:
    assert [found[1] for found in resolved(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A mill burned before dawn on Thursday.", "2021-11-04"),
        ("A mill burned shortly after dusk on Thursday.", "2021-11-04"),
        ("A mill has burned since dawn on Thursday.", "2021-11-04/.."),
    ],
)
def test_before_dawn_on_a_day_is_on_that_day(text: str, value: str) -> None:
    assert [found for _, found in resolved(text)] == [value]
