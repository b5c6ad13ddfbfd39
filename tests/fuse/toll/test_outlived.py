"""Tolls that count nobody but the target, whom most tell unhurt."""

from tests.fuse.making import fused, said, statuses
from tests.trace.making import Made

UNHURT = ("The minister was unhurt.", "unhurt")
KILLED = ("The minister was killed.", "killed")


def told(outlet: str, sentence: tuple[str, str], toll: str | None = None) -> Made:
    """Report how the minister came out of it, in an outlet's own voice."""
    words, value = sentence
    made = said(outlet, words, "2031-05-05")
    made.fact("target_condition", value, words)
    if toll is not None:
        made.fact(toll, 1, words, unit="people")
    return made


def test_one_who_says_killed_is_shown_and_not_held() -> None:
    rows = [told(outlet, UNHURT) for outlet in ("A", "B", "C")]
    found = fused([*rows, told("D", KILLED, "killed")])
    condition, killed = found.slot("target_condition"), found.slot("killed")
    assert condition is not None
    assert statuses(condition) == {"unhurt": "held", "killed": "rival"}
    assert killed is not None
    assert (killed.best, killed.disputed) == (None, True)
    assert killed.abstained == "told of the target alone, who is unhurt by 3 origins"
    assert killed.quantity is not None
    assert (killed.quantity.low, killed.quantity.best, killed.quantity.high) == (0, None, 1)
    assert len(killed.values[0].origin_ids) == 1
    assert (killed.values[0].probability or 1.0) < 0.2


def test_other_dead_stand_for_themselves() -> None:
    rows = [told(outlet, UNHURT) for outlet in ("A", "B", "C")]
    guards = said("E", "Two guards died.", "2031-05-05")
    guards.fact("killed", 2, "Two guards died.", unit="people")
    killed = fused([*rows, told("D", KILLED, "killed"), guards]).slot("killed")
    assert killed is not None
    assert killed.best == "2"


def test_a_target_who_died_is_counted() -> None:
    rows = [told(outlet, KILLED, "killed") for outlet in ("A", "B", "C")]
    killed = fused([*rows, told("D", UNHURT)]).slot("killed")
    assert killed is not None
    assert killed.best == "1"


def test_slightly_hurt_says_more_exactly_wounded_and_the_wounded_of_a_killed_target_stand() -> None:
    hurt = told("A", ("The minister was slightly hurt.", "slightly hurt"), "wounded")
    wounded = fused([hurt, told("B", ("The minister was wounded.", "wounded"), "wounded")])
    condition = wounded.slot("target_condition")
    assert condition is not None
    assert [row.kind for row in condition.contradictions] == ["refined"]
    dead = [told(outlet, KILLED, "killed") for outlet in ("C", "D", "E")]
    toll = fused([hurt, *dead]).slot("wounded")
    assert toll is not None
    assert (toll.abstained or "").startswith("told of the target") is False
