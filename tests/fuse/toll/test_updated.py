"""Figures of the first days that a later report replaces."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import kinds, said, slot, statuses
from tests.trace.making import Made
from whence.model.fact import Fact, FactStage

FIRST, NEXT, LATER = "2021-03-01", "2021-03-03", "2021-07-20"
POLICE, CLINIC = "Harrow police:body", "Harrow clinic:body"


def toll(
    outlet: str,
    published: str,
    killed: int = 0,
    wounded: int = 0,
    hand: tuple[str, ...] = (),
    stage: FactStage = "asserted",
) -> Made:
    """Make a report that counts people; nought is not told."""
    made = said(outlet, f"{outlet} counts {killed} dead and {wounded} hurt.", published)
    for name, number, words in (("killed", killed, "dead"), ("wounded", wounded, "hurt")):
        if number:
            made.fact(name, number, f"{number} {words}", *hand, unit="people", stage=stage)
    return made


def risen(outlet: str, published: str, killed: int, wounded: int = 0, *hand: str) -> Made:
    """Make a report that tells its toll as the newest."""
    made = said(outlet, f"The toll rose to {killed}; {wounded} were hurt.", published)
    made.fact("killed", killed, f"toll rose to {killed}", *hand, unit="people")
    if wounded:
        made.fact("wounded", wounded, f"{wounded} were hurt", unit="people")
    return made


def test_what_is_given_weeks_later_stands_and_the_first_figure_is_shown() -> None:
    made = [toll("A", FIRST, 17, hand=(POLICE,)), toll("B", FIRST, 17), toll("C", LATER, 22)]
    found = slot(made, "killed")
    assert found.best == "22"
    assert statuses(found) == {"22 people": "held", "17 people": "superseded"}
    assert kinds(found)[0] == ("superseded", "17", "22")
    assert "C gives 22 since" in {row.reason for row in found.contradictions}


def test_fewer_are_believed_of_who_sums_up() -> None:
    made = [toll("A", FIRST, 44), toll("B", FIRST, 44, hand=(CLINIC,)), toll("C", LATER, 39, 118)]
    assert slot(made, "killed").best == "39"
    made[2] = toll("C", LATER, 39)
    assert statuses(slot(made, "killed"))["44 people"] == "held"
    made[2] = toll("C", LATER, 39, hand=("the inquiry:body",), stage="finding")
    assert slot(made, "killed").best == "39"


@pytest.mark.parametrize(
    "later",
    [
        toll("C", NEXT, 22),  # days later, another report is no newer
        toll("C", LATER, 900),  # hardly this incident's
        toll("C", LATER, 22, hand=("the Reed Front:group",)),  # one side
        toll("C", LATER, 22, 9, hand=("the Reed Front:group",), stage="finding"),
    ],
)
def test_what_others_give_stays(later: Made) -> None:
    made = [toll("A", FIRST, 17, hand=(POLICE,)), toll("B", FIRST, 17, hand=(CLINIC,)), later]
    assert "superseded" not in statuses(slot(made, "killed")).values()


def test_who_helps_may_judge_the_figures_of_others() -> None:
    made = [toll("A", FIRST, 27, hand=(POLICE,))]
    made.append(toll("C", LATER, 24, 38, hand=("the Harrow relief group:group",)))
    assert slot(made, "killed").best == "24"


def test_the_dead_that_are_so_many_now_replace_those_described() -> None:
    made = [toll("A", FIRST, 1), said("C", "His driver died; the deceased are two.", NEXT)]
    made[0].facts[0] = replace(made[0].facts[0], note="counted from 1 described victim")
    made[1].fact("killed", 2, "the deceased are two", unit="people")
    assert slot(made, "killed").best == "2"


def test_what_an_inquiry_found_replaces_what_others_gave() -> None:
    made = [toll("A", FIRST, 12, hand=(POLICE,)), toll("B", NEXT, 12, hand=(POLICE,))]
    made.append(toll("C", LATER, 21, hand=("the Harrow mission:body",), stage="finding"))
    made[2].fact("killed", 12, "counts", CLINIC, unit="people", stage="initial")
    assert slot(made, "killed").best == "21"


def test_one_dead_of_as_many_as_were_hurt() -> None:
    made = [toll("A", FIRST, 1, 11), toll("B", NEXT, 0, 13), toll("C", LATER, 2, 12)]
    assert slot(made, "killed").best == "2"
    made[2] = toll("C", LATER, 3, 12)
    assert statuses(slot(made, "killed"))["1 people"] != "superseded"


def test_fewer_wounded_stand_where_as_many_have_died_whoever_counts_them() -> None:
    made = [toll("A", FIRST, 9, 27, hand=(POLICE,)), risen("C", NEXT, 10)]
    made[1].fact("wounded", 26, "hurt", CLINIC, unit="people")
    assert slot(made, "wounded").best == "26"


def test_wounded_without_one_who_died_since_replace_the_first() -> None:
    made = [toll("A", FIRST, 2, 4, hand=(POLICE,)), risen("C", NEXT, 3)]
    made[1].fact("wounded", 3, "hurt", unit="people")
    made[1].facts[-1] = replace(made[1].facts[-1], note="4 wounded, 1 of them dead since")
    assert slot(made, "wounded").best == "3"


def test_what_somebody_still_gives_stays() -> None:
    made = [toll("A", FIRST, 17), toll("B", LATER, 17), toll("C", LATER, 22)]
    assert statuses(slot(made, "killed"))["17 people"] != "superseded"


def test_a_toll_told_as_the_newest_replaces_what_papers_printed() -> None:
    made = [toll("A", FIRST, 6, 14), toll("B", FIRST, 6, 14), risen("C", NEXT, 8, 13)]
    assert slot(made, "killed").best == "8"
    assert slot(made, "wounded").best == "13"
    made[2] = risen("C", NEXT, 7, 5)
    assert statuses(slot(made, "wounded"))["14 people"] == "held"


@pytest.mark.parametrize("before", [3, 4, 6, 7])
def test_a_toll_has_risen_whoever_tells_it(before: int) -> None:
    made = [toll("A", FIRST, before, hand=(POLICE,)), risen("C", NEXT, 8, 0, CLINIC)]
    found = slot(made, "killed")
    assert (found.best, found.disputed) == ("8", False)
    assert statuses(found)[f"{before} people"] == "superseded"


@pytest.mark.parametrize(("before", "after"), [(9, 8), (1, 8), (6, 40)])
def test_two_sources_of_one_week_stay_apart(before: int, after: int) -> None:
    made = [toll("A", FIRST, before, hand=(POLICE,)), risen("C", NEXT, after, 0, CLINIC)]
    assert "superseded" not in statuses(slot(made, "killed")).values()


def test_at_least_so_many_yields_to_the_one_number_that_fits() -> None:
    made = [toll(outlet, FIRST, 31, 5, hand=(POLICE,)) for outlet in "ABD"]
    for one in made:
        one.facts[0] = _at_least(one)
    made += [toll("E", FIRST, 31, 5), toll("C", LATER, 39, 5)]
    found = slot(made, "killed")
    assert (found.best, statuses(found)["at least 31 people"]) == ("39", "refined")


def _at_least(made: Made) -> Fact:
    fact = made.facts[0]
    assert fact.quantity is not None
    return replace(fact, quantity=replace(fact.quantity, comparator="at_least", high=None))


def test_one_death_may_be_found_to_be_none_of_it() -> None:
    made = [toll("A", FIRST, 1), toll("B", NEXT, 1, hand=(POLICE,)), said("C", "Not by it.", LATER)]
    made[2].fact("killed", 0, "Not by it", unit="people", stage="finding")
    found = slot(made, "killed")
    assert (found.best, statuses(found)["1 people"]) == ("0", "superseded")
    made[0] = toll("A", FIRST, 9)
    assert statuses(slot(made, "killed"))["9 people"] == "held"


def test_a_toll_that_deaths_are_told_to_bring_is_the_newest() -> None:
    made = said("C", "Two more died, taking the dead to eight.", NEXT)
    made.fact("killed", 8, "taking the dead to eight", unit="people")
    assert slot([toll("A", FIRST, 6), toll("B", FIRST, 6), made], "killed").best == "8"


def test_an_office_and_who_holds_it_are_one_source_of_a_newest_toll() -> None:
    office, holder = "the Oru state prosecutor's office:body", "the Oru state prosecutor:person"
    made = [toll("A", FIRST, 6, hand=(office,)), risen("C", NEXT, 8, 0, holder)]
    assert slot(made, "killed").best == "8"


def titled(made: Made, title: str) -> Made:
    """Put a report under a title."""
    made.document = replace(made.document, title=title)
    return made


@pytest.mark.parametrize(
    "title",
    ["Correction: nine, not eleven, dead at the mill", "Toll of the mill fire lowered to nine"],
)
def test_a_report_titled_as_a_correction_gives_the_newest(title: str) -> None:
    made = [toll("A", FIRST, 11, 30, hand=(POLICE,)), titled(toll("B", NEXT, 9, 26), title)]
    assert slot(made, "killed").best == "9"
    assert slot(made, "wounded").best == "26"
    made[1] = titled(toll("B", NEXT, 9, 26), "Correctional officers mourn nine dead")
    assert statuses(slot(made, "killed"))["11 people"] != "superseded"


def test_a_corrected_count_of_all_outdoes_that_of_a_category() -> None:
    first = said("A", "Eleven citizens were martyred.", FIRST)
    first.fact("killed", 11, "Eleven citizens were martyred", POLICE, unit="citizens")
    title = "Correction: nine, not eleven, died"
    assert slot([first, titled(toll("B", NEXT, 9), title)], "killed").best == "9"


def test_who_have_died_are_all_who_are_dead_by_then() -> None:
    first = said("A", "A woman died, police said.", FIRST)
    first.fact("killed", 1, "A woman died", POLICE, unit="people")
    later = said("B", "Two people have died.", NEXT)
    later.fact("killed", 2, "Two people have died", unit="people")
    assert slot([first, later], "killed").best == "2"


def test_those_whom_the_dead_leave_wounded_are_fewer() -> None:
    first = said("A", "At least eight died and 24 were hurt.", FIRST)
    first.fact("killed", 8, "At least eight died", CLINIC, unit="people")
    first.facts[0] = _at_least(first)
    first.fact("wounded", 24, "24 were hurt", CLINIC, unit="people")
    later = said("B", "The toll now stands at 11. That leaves 21 wounded.", NEXT)
    later.fact("killed", 11, "toll now stands at 11", CLINIC, unit="people")
    later.fact("wounded", 21, "21 wounded", unit="people")
    assert slot([first, later], "wounded").best == "21"


def test_a_number_that_was_repeated_before_the_newest_is_replaced() -> None:
    made = [risen("A", FIRST, 11, 0, POLICE), risen("B", NEXT, 11, 0, POLICE)]
    last = said("C", "A nurse died, with which the dead add up to 12.", LATER[:8] + "05")
    last.fact("killed", 12, "the dead add up to 12", unit="people")
    assert slot([*made, last], "killed").best == "12"
