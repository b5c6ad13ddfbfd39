"""Wounded who have died since, and counts of one category beside counts of all."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import fused, kinds, said, slot, statuses
from tests.trace.making import Made
from whence.fuse.toll.moved import KILLED, WOUNDED, living, unhurt
from whence.fuse.witness import Ledger, Witness
from whence.trace import trace

_COUNTED = "counted from 1 described victim"


def toll(outlet: str, published: str, *, killed: int = 0, wounded: int = 0) -> Made:
    """Make a report that counts people; nought is not told."""
    made = said(outlet, f"{outlet} counts {killed} dead, {wounded} hurt.", published)
    if killed:
        made.fact("killed", killed, f"{killed} dead", unit="people")
    if wounded:
        made.fact("wounded", wounded, f"{wounded} hurt", unit="people")
    return made


def test_the_only_one_wounded_has_died() -> None:
    made = [toll("A", "2021-03-01", wounded=1), toll("B", "2021-03-03", killed=1)]
    found = slot(made, "wounded")
    assert found.best is None
    assert found.abstained == "B tells of 1 dead among them"
    assert statuses(found) == {"1 people": "superseded"}
    assert kinds(found) == [("superseded", "1", "1 killed")]
    assert slot(made, "killed").best == "1"


def test_no_number_of_wounded_is_made_up() -> None:
    made = [toll("A", "2021-03-01", wounded=1), toll("B", "2021-03-03", killed=1)]
    told = {fact.id for one in made for fact in one.facts if fact.slot == "wounded"}
    assert {key for value in slot(made, "wounded").values for key in value.fact_ids} <= told


def test_one_of_several_wounded_has_died() -> None:
    made = [toll("A", "2021-03-01", wounded=5), toll("B", "2021-03-03", killed=1, wounded=4)]
    found = slot(made, "wounded")
    assert found.best == "4"
    assert statuses(found)["5 people"] == "superseded"


def test_wounded_beside_dead_stay_wounded() -> None:
    made = [
        toll("A", "2021-03-01", wounded=1),
        toll("B", "2021-03-03", killed=1),
        toll("C", "2021-03-03", killed=1, wounded=1),
    ]
    assert slot(made, "wounded").best == "1"


def test_a_lower_count_than_others_give_is_not_moved() -> None:
    made = [
        toll("A", "2021-03-01", wounded=1),
        toll("B", "2021-03-03", killed=1),
        toll("C", "2021-03-01", wounded=4),
    ]
    found = slot(made, "wounded")
    assert "superseded" not in statuses(found).values()


def test_other_numbers_move_nobody() -> None:
    made = [toll("A", "2021-03-01", wounded=3), toll("B", "2021-03-03", killed=1)]
    assert slot(made, "wounded").best == "3"


def test_who_says_only_how_many_died_says_nothing_of_the_wounded() -> None:
    assert fused([toll("A", "2021-03-01", killed=2)]).slot("wounded") is None


def test_something_stands_when_the_left_are_replaced_too() -> None:
    first = said("B", "B counts 1 dead, 4 hurt.", "2021-03-01")
    first.fact("killed", 1, "1 dead", "the health ministry:body", unit="people")
    first.fact("wounded", 4, "4 hurt", "the health ministry:body", unit="people")
    later = said("A", "A counts 5 hurt.", "2021-03-03")
    later.fact("wounded", 5, "5 hurt", "the health ministry:body", unit="people")
    assert slot([first, later], "wounded").best == "5"


def category(outlet: str, number: int, unit: str) -> Made:
    """Make a report that counts wounded of one unit."""
    made = said(outlet, f"{outlet} has {number} {unit} hurt.")
    made.fact("wounded", number, f"{number} {unit} hurt", unit=unit)
    return made


def test_a_category_yields_to_a_count_of_all() -> None:
    made = [category("A", 3, "guards"), category("B", 3, "guards"), category("C", 8, "people")]
    found = slot(made, "wounded")
    assert (found.best, found.unit) == ("8", "people")
    assert statuses(found)["3 guards"] == "minor"


def test_a_category_does_not_yield_to_fewer() -> None:
    made = [category("A", 9, "guards"), category("B", 9, "guards"), category("C", 8, "people")]
    assert slot(made, "wounded").best == "9"


def test_a_category_does_not_yield_to_a_weak_count() -> None:
    made = [category(outlet, 3, "guards") for outlet in "ABC"] + [category("D", 8, "people")]
    assert slot(made, "wounded").unit == "guards"


def test_a_count_of_all_yields_to_a_larger_category_as_well_supported() -> None:
    women = [category("Quay Post", 2, "people"), category("Bay Echo", 2, "people")]
    priests = [category("Salt Sun", 6, "priests"), category("Dune Day", 6, "priests")]
    assert slot([*women, *priests], "wounded").best == "6"


def described(one: Made) -> Made:
    """Mark the dead of a report as counted from whom it describes."""
    one.facts = [
        replace(fact, note="counted from 1 described victim") if fact.slot == "killed" else fact
        for fact in one.facts
    ]
    return one


def test_a_death_that_one_of_many_describes_is_hardly_theirs() -> None:
    made = [toll(name, "2021-03-01", wounded=4) for name in ("A", "B", "C", "D")]
    other = described(toll("E", "2021-03-01", killed=1, wounded=4))
    found = slot([*made, other], "killed")
    assert found.best is None
    assert found.abstained == "4 of the reports tell of wounded and of nobody killed"
    assert statuses(found) == {"1 people": "superseded"}


def test_a_death_that_a_report_says_in_so_many_words_stands() -> None:
    made = [toll(name, "2021-03-01", wounded=4) for name in ("A", "B", "C", "D")]
    other = toll("E", "2021-03-01", killed=1, wounded=4)
    assert slot([*made, other], "killed").best == "1"


def test_a_death_beside_every_count_of_wounded_stands() -> None:
    made = [described(toll(name, "2021-03-01", killed=1, wounded=4)) for name in ("A", "B")]
    assert slot(made, "killed").best == "1"


def shot(text: str) -> tuple[dict[str, list[Witness]], str]:
    """Return a death and somebody described as shot whom a report tells of; the latter's id."""
    made = said("A", text, "2021-03-01")
    made.fact("killed", 1, "died", unit="people")
    made.fact("wounded", 1, "was shot", unit="people")
    made.facts[1] = replace(made.facts[1], note="counted from 1 described victim")
    documents, reports = [made.document], [made.report()]
    rows = Ledger(documents, reports, trace(documents, reports)).witnesses("incident", 0.5)
    slots = {name: [one for one in rows if one.fact.slot == name] for name in (KILLED, WOUNDED)}
    return slots, made.facts[1].id


def test_whom_words_set_apart_from_the_dead_falls_only_where_it_is_all_but_sure() -> None:
    told, key = shot("A clerk died. Another clerk was shot.")
    assert unhurt(told, {WOUNDED: {0: 0.6, 1: 0.4}}) == {}
    assert set(unhurt(told, {WOUNDED: {0: 0.8, 1: 0.2}})) == {key}


def test_who_is_described_as_shot_and_not_set_apart_falls_with_the_dead() -> None:
    told, key = shot("A clerk died. The clerk was shot.")
    assert set(unhurt(told, {WOUNDED: {0: 0.6, 1: 0.4}})) == {key}


def test_who_is_hurt_in_one_breath_with_somebody_killed_is_not_among_the_dead() -> None:
    made = said("A", "Two men shot dead the editor and wounded a neighbour.", "2031-05-04")
    made.fact("killed", 1, "shot dead the editor", unit="people", note=_COUNTED)
    made.fact("wounded", 1, "wounded a neighbour", unit="people", note=_COUNTED)
    rest = [said(name, f"{name} says the editor was killed.", "2031-05-05") for name in "B"]
    for one in rest:
        one.fact("killed", 1, "the editor was killed", unit="people", note=_COUNTED)
    assert slot([made, *rest], "wounded").best == "1"


def test_a_death_stands_that_the_titles_of_others_tell_of() -> None:
    made = [toll(name, "2021-03-01", wounded=4) for name in ("A", "B", "C", "D")]
    other = described(toll("E", "2021-03-01", killed=1, wounded=4))
    assert slot([*made, other], "killed").best is None
    made[0].document = replace(made[0].document, title="Silence over the killing of a banker")
    assert slot([*made, other], "killed").best == "1"
    made[0].document = replace(made[0].document, title="Man held over attempted murder")
    assert slot([*made, other], "killed").best is None


def test_several_of_a_category_are_said_in_so_many_words() -> None:
    made = [toll(name, "2021-03-01", wounded=4) for name in ("A", "B", "C", "D")]
    other = said("E", "Three workers were killed, 4 hurt.", "2021-03-01")
    other.fact("killed", 3, "Three workers were killed", unit="workers")
    other.fact("wounded", 4, "4 hurt", unit="people")
    assert slot([*made, other], "killed").best == "3"


@pytest.mark.parametrize(
    ("title", "falls"),
    [("Guard owns up to slay of radioman", False), ("Guard owns up to raid on mill", True)],
)
def test_a_death_stands_where_a_title_tells_of_it(title: str, falls: bool) -> None:
    made = [toll("A", "2021-03-01", killed=1), toll("B", "2021-03-03", wounded=1)]
    made[1].document = replace(made[1].document, title=title)
    documents, reports = [one.document for one in made], [one.report() for one in made]
    rows = Ledger(documents, reports, trace(documents, reports)).witnesses("incident", 0.5)
    slots = {name: [one for one in rows if one.fact.slot == name] for name in (KILLED, WOUNDED)}
    assert bool(living(slots, {KILLED: {0: 0.9, 1: 0.1}})) == falls
