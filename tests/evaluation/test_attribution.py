"""The definitions of found, spurious, nested and carried, on one invented page."""

import pytest
from evaluation.attribution import value_met
from evaluation.comparing.alignment import Alignment
from evaluation.comparing.naming import same_name
from evaluation.statements.exhaustive import Gold, GoldAttribution, Level, Words
from evaluation.statements.matching import Page, content_met, judge, source_met, spurious

from tests.evaluation.readings import Maker
from whence.model.attribution import Attribution

TEXT = (
    "The ferry sank at dawn, the state agency quoted a harbour clerk as saying. "
    "The mayor of the town blamed the weather. No group has claimed the sinking."
)


def words(text: str) -> Words:
    start = TEXT.index(text)
    return Words(text=text, start=start, end=start + len(text))


NESTED = GoldAttribution(
    id="A1",
    source=words("a harbour clerk"),
    cue=words("as saying"),
    content=words("The ferry sank at dawn"),
    chain=("Outlet", "state agency", "harbour clerk"),
    anonymity="unnamed (role only)",
    act="say",
    nested=(
        Level(source=words("the state agency"), cue=words("quoted")),
        Level(source=words("a harbour clerk"), cue=words("as saying")),
    ),
)
PLAIN = GoldAttribution(
    id="A2",
    source=words("The mayor of the town"),
    cue=words("blamed"),
    content=words("blamed the weather"),
    chain=("Outlet", "mayor"),
    anonymity="named",
    act="accuse",
)
NOBODY = GoldAttribution(
    id="A3",
    source=words("No group"),
    cue=words("has claimed"),
    content=words("the sinking"),
    chain=("Outlet",),
    anonymity="-",
    act="no-claim",
)
GOLD = Gold(
    doc="invented.txt",
    outlet="Outlet",
    byline="",
    attributions=(NESTED, PLAIN, NOBODY),
    quantities=(),
    suspects=(),
    boilerplate=(),
)


def page_of(maker: Maker, *attributions: Attribution, with_fact: bool = False) -> Page:
    facts = (maker.fact("responsibility_claim", "No group has claimed the sinking", "none"),)
    read = maker.page(*attributions, facts=facts if with_fact else ())
    return Page(gold=GOLD, read=read, alignment=Alignment(TEXT, read.document.text))


def test_source_and_content_must_both_be_met() -> None:
    maker = Maker(TEXT)
    right = maker.attribution("a harbour clerk", "The ferry sank at dawn", "a harbour clerk")
    relay = maker.attribution("the state agency", "The ferry sank at dawn", "the state agency")
    page = page_of(maker, right, relay)
    assert source_met(page, NESTED, right)
    assert content_met(page, NESTED, right)
    assert not source_met(page, NESTED, relay)
    assert [verdict.served_by is not None for verdict in judge(page)] == [True, False, False]


def test_half_of_the_source_is_enough_and_less_is_not() -> None:
    maker = Maker(TEXT)
    half = maker.attribution("The mayor of", "blamed the weather", "mayor")
    less = maker.attribution("The", "blamed the weather", "mayor")
    page = page_of(maker, half, less)
    assert source_met(page, PLAIN, half)
    assert not source_met(page, PLAIN, less)


def test_a_content_may_fill_its_sentence_but_not_run_over_the_next() -> None:
    maker = Maker(TEXT)
    within = maker.attribution("The mayor of the town", "town blamed the weather.", "mayor")
    over = maker.attribution("The mayor of the town", TEXT[TEXT.index("blamed") :], "mayor")
    page = page_of(maker, within, over)
    assert content_met(page, PLAIN, within)
    assert not content_met(page, PLAIN, over)


def test_a_relay_of_a_nesting_is_not_spurious_and_a_stranger_is() -> None:
    maker = Maker(TEXT)
    relay = maker.attribution("the state agency", "The ferry sank at dawn", "the state agency")
    quoting = maker.attribution("the state agency", "a harbour clerk as saying", "state agency")
    stranger = maker.attribution("the weather", "The ferry sank at dawn", "the weather")
    assert spurious(page_of(maker, relay, quoting, stranger)) == [stranger]


def test_a_part_of_a_gold_attribution_is_not_spurious() -> None:
    maker = Maker(TEXT)
    part = maker.attribution("The mayor of the town", "weather", "mayor")
    page = page_of(maker, part)
    assert not content_met(page, PLAIN, part)
    assert spurious(page) == []


def test_nobodys_claim_is_met_by_a_fact_only() -> None:
    maker = Maker(TEXT)
    bare, with_fact = page_of(maker), page_of(maker, with_fact=True)
    assert [verdict.product for verdict in judge(bare)] == [False, False, False]
    assert [verdict.product for verdict in judge(with_fact)] == [False, False, True]


def test_spans_are_carried_over_lost_edges_and_repeated_words() -> None:
    gold = "Menu Home. He left. He came back."
    clean = "He left. He came back."
    carried = Alignment(gold, clean).carry(gold.rindex("He"), gold.rindex("He") + 2)
    assert carried == (clean.rindex("He"), clean.rindex("He") + 2)
    assert Alignment(gold, clean).carry(0, len("Menu Home")) is None


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("al-Marrow", "Prime Minister Al-Marrow", True),
        ("tweet (translated)", "a tweet", True),
        ("video broadcast by Al Qasr", "Arabic network Al Qasr", True),
        ("the unions / dock workers", "Dock workers on strike", True),
        ("interior ministry", "foreign ministry", False),
        ("the harbour clerk", "the mayor", False),
        ("", "anybody", False),
    ],
)
def test_names_are_the_same_by_their_words(gold: str, predicted: str, same: bool) -> None:
    assert same_name(gold, predicted) is same


def test_values_are_numbers_bounds_or_words() -> None:
    maker = Maker(TEXT)
    three = maker.fact("killed", "The ferry", "3", number=3)
    several = maker.fact("killed", "The ferry", "several")
    assert value_met(3, three)
    assert value_met(">=3", three)
    assert not value_met(2, three)
    assert value_met("several", several)
    assert not value_met("several", three)
