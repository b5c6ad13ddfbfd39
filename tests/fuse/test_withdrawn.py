"""Figures that their own source takes back."""

from tests.fuse.making import said as report
from tests.fuse.making import slot, statuses
from tests.trace.making import Made


def given(name: str = "Pavel Brenk", outlet: str = "A", day: str = "2031-05-03") -> Made:
    made = report(outlet, f"Two people were killed, {name} said.", day)
    made.fact("killed", 2, "Two people", f"{name}:person", unit="people")
    return made


def withdrawal(name: str = "Pavel Brenk", *, instead: bool = True) -> Made:
    made = report("B", f"{name} took back that two people were killed. Nobody was.", "2031-05-04")
    if instead:
        made.fact("killed", 0, "Nobody was", f"{name}:person", unit="people")
    made.fact("killed", 2, "two people", f"{name}:person", unit="people", stage="initial", hedge=-1)
    return made


def test_a_withdrawn_figure_falls_to_the_one_given_instead() -> None:
    killed = slot([given(), withdrawal()], "killed")
    assert killed.best == "0"
    assert statuses(killed) == {"0 people": "held", "2 people": "superseded"}
    assert not killed.disputed


def test_who_withdraws_it_may_be_called_by_a_part_of_the_name() -> None:
    killed = slot([given(), withdrawal("Brenk")], "killed")
    assert statuses(killed) == {"0 people": "held", "2 people": "superseded"}


def test_what_is_only_withdrawn_leaves_no_number() -> None:
    killed = slot([given(), withdrawal(instead=False)], "killed")
    assert killed.best is None
    assert killed.abstained == "Pavel Brenk withdrew it"
    assert killed.contradictions == ()


def test_nobody_withdraws_what_another_said_or_says_it_again() -> None:
    killed = slot([given("Ada Holm"), withdrawal(instead=False)], "killed")
    assert killed.best == "2"
    assert [(value.status, value.support) for value in killed.values] == [
        ("held", 1.0),
        ("superseded", 0.0),
    ]
    again = given(outlet="C", day="2031-05-06")
    killed = slot([withdrawal(instead=False), again], "killed")
    assert killed.best == "2"
