"""Figures that are taken back, lowered or told as earlier ones, and those that replace them."""

import pytest

from tests.extract.facts.reading import read

_Versions = list[tuple[str, str, int]]


def versions(text: str, slot: str = "killed") -> _Versions:
    """Return the values of a slot with stage and hedge, in the order of the values."""
    return sorted((f.value, f.stage, f.hedge) for f in read(text).facts if f.slot == slot)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was killed, Brenk said, retracting an earlier figure of two dead.",
        "Nobody was killed, Brenk said. His earlier report of two dead was wrong.",
        "Brenk withdrew his statement that two people were killed: nobody was killed.",
        "Mayor Ole Brenk retracted his report of two deaths, saying nobody was killed.",
        "Reports that two people were killed by the blast in Velm were wrong. Nobody was killed.",
    ],
)
def test_what_is_taken_back_is_not_vouched_for(text: str) -> None:
    (zero, _, firm), (two, stage, hedge) = versions(text)
    assert (zero, firm) == ("0", 3)
    assert (two, stage) == ("2", "initial")
    assert hedge < 0


def test_a_withdrawal_alone_counts_nobody() -> None:
    ((value, stage, hedge),) = versions("Brenk withdrew his claim that two people were killed.")
    assert (value, stage) == ("2", "initial")
    assert hedge < 0


@pytest.mark.parametrize(
    "text",
    [
        "Troops withdrew from the town after two people were killed.",
        "Brenk withdrew his claim that the Reed militia had killed two people.",
        "In a statement Brenk said two people were killed. The troops withdrew.",
    ],
)
def test_other_withdrawals_leave_the_number(text: str) -> None:
    assert versions(text) == [("2", "asserted", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic revised downwards an earlier toll of 27 to 20 dead.",
        "An earlier toll of 27 dead was lowered to 20.",
        "The number of dead was put at 20, down from 27.",
        "The death toll was put at 20, down from an earlier 27.",
        "The number of people killed was revised down from 27 to 20.",
        "The ministry lowered the death toll from 27 to 20.",
        "The ministry cut the number of dead to 20 from 27.",
    ],
)
def test_a_lowered_toll_is_corrected(text: str) -> None:
    assert versions(text) == [("20", "correction", 3), ("27", "initial", 3)]


def test_a_toll_that_grows_is_told_later() -> None:
    told = versions("The death toll rose from 12 to 15, according to two doctors.")
    assert told == [("12", "initial", 3), ("15", "asserted", 3)]
    wounded = versions("The number of wounded was revised from 12 to nine.", "wounded")
    assert wounded == [("12", "initial", 3), ("9", "correction", 3)]


def test_a_mission_that_verified_deaths_found_them() -> None:
    told = versions("The observer mission has verified 21 deaths. The last published toll was 12.")
    assert ("21", "finding", 3) in told
    told = versions("The mission has verified 21 deaths. The last published figure was 12 dead.")
    assert [(value, stage) for value, stage, _ in told] == [("12", "initial"), ("21", "finding")]
