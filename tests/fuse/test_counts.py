"""Counts from several first hands: range, rivals, rounding, categories, thin answers."""

from tests.fuse.making import fused, kinds, said, slot, statuses
from tests.trace.making import Made
from whence.fuse import Options
from whence.model.fact import Comparator, FactStage, Quantity


def count(
    outlet: str,
    number: int,
    *hands: str,
    name: str = "wounded",
    unit: str | None = "guards",
    comparator: Comparator = "exact",
    stage: FactStage = "asserted",
    hedge: int = 3,
    as_of: str | None = None,
    published: str | None = None,
) -> Made:
    made = said(outlet, f"{outlet} has it that {number} were counted.", published)
    made.fact(
        name, number, f"{number} were counted", *hands,
        unit=unit, comparator=comparator, stage=stage, hedge=hedge, as_of=as_of,
    )  # fmt: skip
    return made


OFFICIALS = ("AP:agency", "two officials:anonymous")
DOCTORS = ("Reuters:agency", "hospital doctors:anonymous")
MINISTRY = ("the health ministry:body",)


def test_rivals_of_independent_origins_make_a_range() -> None:
    made = [count("A", 7, *OFFICIALS), count("B", 7, *MINISTRY), count("C", 5, *DOCTORS)]
    found = slot(made, "wounded")
    assert (found.best, found.disputed, found.abstained) == ("7", True, None)
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.best, found.quantity.high) == (5, 7, 7)
    assert kinds(found) == [("real_conflict", "7", "5")]
    assert [value.support for value in found.values] == [2.0, 1.0]


def test_copies_add_documents_and_no_support() -> None:
    made = [count(f"Outlet {n}", 7, *OFFICIALS) for n in range(5)] + [count("C", 5, *DOCTORS)]
    seven = next(value for value in slot(made, "wounded").values if value.value == "7")
    assert (seven.support, len(seven.document_ids), len(seven.origin_ids)) == (1.0, 5, 1)


def test_even_rivals_are_not_decided() -> None:
    found = slot([count("A", 7, *OFFICIALS), count("C", 5, *DOCTORS)], "wounded")
    assert found.best is None
    assert found.abstained == "evenly supported: “5” and “7”"
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.high) == (5, 7)


def test_hedges_and_hands_weigh() -> None:
    made = [count("A", 7, *OFFICIALS, hedge=1), count("C", 5, *DOCTORS)]
    assert slot(made, "wounded").best == "5"
    assert slot([count("A", 7), count("B", 5, *DOCTORS)], "wounded").best == "5"
    plain = [count("A", 7, "AP:agency", name="missing"), count("B", 5, name="missing")]
    assert slot(plain, "missing").best == "7"
    assert slot([count("A", 7, "he:post"), count("B", 5, *DOCTORS)], "wounded").best == "5"


def test_a_finding_outweighs_an_assertion() -> None:
    made = [count("A", 7, *OFFICIALS), count("B", 5, "an inquiry:body", stage="finding")]
    assert slot(made, "wounded").best == "5"


def test_thin_support_is_no_answer() -> None:
    found = slot([count("A", 7, *OFFICIALS, hedge=0)], "wounded")
    assert found.best is None
    assert found.abstained is not None
    assert found.abstained.startswith("too thin: 0.1 of an origin stands behind")
    assert (
        slot([count("A", 7, *OFFICIALS, hedge=0)], "wounded", Options(thin=0.05, probable=0.1)).best
        == "7"
    )


def test_denied_value_has_no_support() -> None:
    assert slot([count("A", 7, *OFFICIALS, hedge=-3)], "wounded").values[0].support == 0.0


def test_open_counts_are_refined_by_exact_ones() -> None:
    made = [
        count("A", 3, *OFFICIALS),
        count("B", 2, *DOCTORS, comparator="at_least"),
        count("C", 2, *MINISTRY, comparator="several"),
        count("D", 4, "the mayor:role", comparator="at_most"),
    ]
    found = slot(made, "wounded")
    assert found.best == "3"
    assert not found.disputed
    assert statuses(found) == {
        "3 guards": "held",
        "at least 2 guards": "refined",
        "several guards": "refined",
        "at most 4 guards": "refined",
    }


def test_open_count_out_of_reach_is_a_conflict() -> None:
    made = [count("A", 3, *OFFICIALS), count("B", 5, *DOCTORS, comparator="at_least")]
    assert kinds(slot(made, "wounded")) == [("real_conflict", "3", "at least 5")]


def test_open_counts_alone_are_held() -> None:
    found = slot([count("A", 2, *OFFICIALS, comparator="at_least")], "wounded")
    assert found.best == "at least 2"
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.best) == (2, None)


def test_open_counts_that_overlap_refine_each_other() -> None:
    made = [
        count("A", 2, *OFFICIALS, comparator="at_least"),
        count("B", 3, *DOCTORS, comparator="at_least"),
    ]
    assert [kind for kind, _, _ in kinds(slot(made, "wounded"))] == ["refined"]


def test_one_origin_shares_its_vote_only_among_values_that_exclude_each_other() -> None:
    open_too = [count("A", 6, *OFFICIALS), count("B", 5, *OFFICIALS, comparator="at_least")]
    assert [value.support for value in slot(open_too, "wounded").values] == [1.0, 1.0]
    split = [count("A", 6, *OFFICIALS), count("B", 5, *OFFICIALS)]
    assert [value.support for value in slot(split, "wounded").values] == [0.5, 0.5]


def test_different_categories_are_no_conflict() -> None:
    made = [
        count("A", 2, *OFFICIALS, name="munitions_launched", unit="drones"),
        count("B", 2, *DOCTORS, name="munitions_launched", unit="drone"),
        count("C", 4, *MINISTRY, name="munitions_launched", unit="projectiles"),
    ]
    found = slot(made, "munitions_launched")
    assert statuses(found) == {"2 drone": "held", "4 projectiles": "minor"}
    assert kinds(found) == [("different_category", "2", "4")]
    assert found.quantity is not None
    assert found.quantity.high == 2


def test_no_unit_is_no_category() -> None:
    made = [count("A", 2, *OFFICIALS), count("B", 4, *DOCTORS, unit=None)]
    assert [kind for kind, _, _ in kinds(slot(made, "wounded"))] == ["real_conflict"]


def test_a_round_number_beside_an_exact_one_is_no_conflict() -> None:
    about = [count("A", 100, *OFFICIALS, comparator="about"), count("B", 96, *DOCTORS)]
    assert [kind for kind, _, _ in kinds(slot(about, "wounded"))] == ["rounding"]
    plain = [count("A", 100, *OFFICIALS), count("B", 97, *DOCTORS)]
    assert [kind for kind, _, _ in kinds(slot(plain, "wounded"))] == ["rounding"]
    both = [count("A", 97, *OFFICIALS), count("B", 98, *DOCTORS)]
    assert [kind for kind, _, _ in kinds(slot(both, "wounded"))] == ["real_conflict"]
    far = [count("A", 50, *OFFICIALS, comparator="about"), count("B", 96, *DOCTORS)]
    assert [kind for kind, _, _ in kinds(slot(far, "wounded"))] == ["real_conflict"]


def test_a_toll_that_grew_is_counted_at_another_time() -> None:
    made = [
        count("A", 9, *OFFICIALS, as_of="2031-05-05"),
        count("B", 9, *MINISTRY, as_of="2031-05-05"),
        count("C", 7, *DOCTORS, as_of="2031-05-04"),
    ]
    assert kinds(slot(made, "wounded")) == [("different_scope", "9", "7")]
    later = [
        count("A", 7, *OFFICIALS, as_of="2031-05-04"),
        count("B", 7, *MINISTRY, as_of="2031-05-04"),
        count("C", 9, *DOCTORS, as_of="2031-05-05"),
    ]
    assert kinds(slot(later, "wounded")) == [("different_scope", "9", "7")]


def test_a_toll_that_fell_or_has_no_times_is_a_conflict() -> None:
    fell = [
        count("A", 9, *OFFICIALS, as_of="2031-05-04"),
        count("B", 9, *MINISTRY, as_of="2031-05-04"),
        count("C", 7, *DOCTORS, as_of="2031-05-05"),
    ]
    assert kinds(slot(fell, "wounded")) == [("real_conflict", "9", "7")]
    same = [
        count("A", 9, *OFFICIALS, as_of="2031-05-04"),
        count("B", 9, *MINISTRY, as_of="2031-05-04"),
        count("C", 7, *DOCTORS, as_of="2031-05-04"),
    ]
    assert kinds(slot(same, "wounded")) == [("real_conflict", "9", "7")]
    above = [
        count("A", 3, *OFFICIALS, as_of="2031-05-04"),
        count("B", 5, *DOCTORS, as_of="2031-05-05", comparator="at_least"),
    ]
    assert kinds(slot(above, "wounded")) == [("real_conflict", "3", "at least 5")]


def test_later_figure_of_one_origin_replaces_the_earlier() -> None:
    made = [
        count("A", 5, *OFFICIALS, published="2031-05-04"),
        count("B", 7, *OFFICIALS, published="2031-05-05"),
        count("C", 5, *OFFICIALS, published="2031-05-06"),
    ]
    found = slot(made, "wounded")
    assert statuses(found) == {"7 guards": "held", "5 guards": "superseded"}
    assert [kind for kind, _, _ in kinds(found)] == ["superseded"]
    assert "later gave 7" in found.contradictions[0].reason


def test_correction_beats_the_clock() -> None:
    made = [
        count("A", 5, *OFFICIALS, published="2031-05-04", stage="correction"),
        count("B", 7, *OFFICIALS, published="2031-05-05"),
    ]
    assert slot(made, "wounded").best == "5"


def test_two_corrections_and_the_later_counts() -> None:
    made = [
        count("A", 5, *OFFICIALS, published="2031-05-04", stage="correction"),
        count("B", 7, *OFFICIALS, published="2031-05-05", stage="correction"),
    ]
    assert slot(made, "wounded").best == "7"


def test_first_versions_alone_stay_side_by_side() -> None:
    made = [
        count("A", 5, *OFFICIALS, stage="initial"),
        count("B", 7, *OFFICIALS, stage="initial"),
    ]
    assert set(statuses(slot(made, "wounded")).values()) == {"held", "rival"}


def test_unsourced_figure_stands_while_one_source_stands_by_it() -> None:
    made = [
        count("A", 5, *OFFICIALS, published="2031-05-04", stage="initial"),
        count("B", 7, *OFFICIALS, published="2031-05-05", stage="correction"),
        count("C", 5, published="2031-05-05"),
        count("D", 5, *DOCTORS, published="2031-05-04"),
    ]
    found = slot(made, "wounded")
    assert {
        value.value: value.status for value in found.values if value.status != "superseded"
    } == {
        "5": "held",
        "7": "rival",
    }


def test_state_falls_with_its_own_ministry() -> None:
    ministry = ("the Andorran Health Ministry:body",)
    made = [
        count("A", 5, *ministry, published="2031-05-04", stage="initial"),
        count("B", 7, *ministry, published="2031-05-04", stage="correction"),
        count("C", 5, "the Andorran government:state", published="2031-05-04"),
        count("D", 5, "the Norwegian government:state", published="2031-05-04"),
    ]
    found = slot(made, "wounded")
    standing = [value for value in found.values if value.status != "superseded"]
    assert [(value.value, len(value.origin_ids)) for value in standing] == [("7", 1), ("5", 1)]
    assert any("given as the state's" in row.reason for row in found.contradictions)


def test_figures_of_another_incident_stay_out() -> None:
    made = said("A", "Years before, 40 were hurt elsewhere.")
    fact = made.fact("wounded", 40, "40 were hurt", scope="other")
    incident = fused([made])
    assert incident.slots == ()
    assert incident.other_fact_ids == (fact.id,)


def test_narrated_figure_in_copied_words_is_the_sources() -> None:
    line = "seven guards were hurt when the eastern gate of the salt works collapsed at sunrise"
    first = said("A", f"Doctors said {line}.", "2031-05-04")
    first.says(line, "doctors:anonymous")
    first.fact("wounded", 7, "seven guards", "doctors:anonymous", unit="guards")
    second = said("B", f"As is known, {line}.\nNobody knew more.\nSix fish died.", "2031-05-05")
    second.fact("wounded", 7, "seven guards", unit="guards")
    second.fact("killed", 6, "Six fish", unit="fish")
    second.fact("missing", 1, "Nobody", unit="guards")
    second.fact("detained", 1, "knew more", unit="guards")
    (seven,) = slot([first, second], "wounded").values
    assert len(seven.origin_ids) == 1
    assert len(seven.document_ids) == 2
    apart = slot([first, second], "wounded", Options(copied=1.0)).values[0]
    assert len(apart.origin_ids) == 2
    backwards = said("B", f"As is known, {line}.", "2031-05-03")
    backwards.fact("wounded", 7, "seven guards", unit="guards")
    (again,) = slot([first, backwards], "wounded").values
    assert len(again.origin_ids) == 1


def test_a_copy_of_a_copy_goes_back_to_the_first_source() -> None:
    line = "seven guards were hurt when the eastern gate of the salt works collapsed at sunrise"
    more = "the works had been closed since the spring floods and nobody was due there that day"
    first = said("A", f"Doctors said {line}.", "2031-05-04")
    first.says(line, "doctors:anonymous")
    first.fact("wounded", 7, "seven guards", "doctors:anonymous", unit="guards")
    made = [first]
    for outlet, day in (("B", "2031-05-05"), ("C", "2031-05-06")):
        one = said(outlet, f"As is known, {line}.\nBesides, {more}.", day)
        one.fact("wounded", 7, "seven guards", unit="guards")
        made.append(one)
    (seven,) = slot(made, "wounded").values
    assert (len(seven.origin_ids), len(seven.document_ids)) == (1, 3)


def test_two_sources_in_shared_words_stay_two() -> None:
    line = "seven guards were hurt when the eastern gate of the salt works collapsed at sunrise"
    made = []
    for outlet, who in (("A", "doctors:anonymous"), ("B", "a guard:anonymous")):
        one = said(outlet, f"It was said that {line}.")
        one.fact("wounded", 7, "seven guards", who, unit="guards")
        made.append(one)
    assert len(slot(made, "wounded").values[0].origin_ids) == 2


def test_unknown_slots_come_last() -> None:
    made = said("A", "Three bells rang and one man died.")
    made.fact("bells_rung", 3, "Three bells")
    made.fact("killed", 1, "one man")
    assert [one.label for one in fused([made]).slots] == ["Killed", "Bells rung"]


def test_a_floor_under_the_count_held_does_not_lower_its_range() -> None:
    made = said("A", "at least one came; two drones came")
    made.fact("munitions_launched", 1, "at least one", "a guard:anonymous", comparator="at_least")
    made.fact("munitions_launched", 2, "two drones", "the mayor:role")
    found = slot([made], "munitions_launched").quantity
    assert found == Quantity(low=2, best=2, high=2)


def test_many_rivals_are_compared_with_the_best_alone() -> None:
    numbers = (3, 5, 9, 14, 22, 35, 56)
    made = [count(f"Paper {number}", number) for number in numbers]
    rows = [row for row in kinds(slot(made, "wounded")) if row[0] == "real_conflict"]
    assert len(rows) == len(numbers) - 1
    few = kinds(slot(made[:4], "wounded"))
    assert len([row for row in few if row[0] == "real_conflict"]) == 3 + 3


def test_some_who_are_more_than_all_are_a_conflict() -> None:
    made = [
        count("A", 0, *OFFICIALS, name="detained", unit="people"),
        count("B", 1, *DOCTORS, name="detained", unit="woman"),
        count("C", 0, *MINISTRY, name="detained", unit="people"),
    ]
    found = slot(made, "detained")
    assert [kind for kind, _, _ in kinds(found)] == ["real_conflict"]
    assert found.disputed
    fewer = [count("A", 3, *OFFICIALS, unit="people"), count("B", 1, *DOCTORS, unit="guards")]
    assert [kind for kind, _, _ in kinds(slot(fewer, "wounded"))] == ["different_category"]


def test_several_words_for_one_kind_of_people_count_the_same() -> None:
    made = [
        count("A", 3, name="killed", unit="sailors", published="2021-06-01"),
        count("B", 3, name="killed", unit="seamen", published="2021-06-01"),
        count("C", 4, name="killed", unit="crew", published="2021-06-20"),
    ]
    found = slot(made, "killed")
    assert (found.best, statuses(found)["3 sailors"]) == ("4", "superseded")
    assert len(found.values) == 2


def test_a_later_count_of_all_stands_before_more_of_a_category() -> None:
    made = [
        count("A", 70, "the Reed speaker:person", name="killed", unit="civilians",
              published="2021-03-01"),
        count("B", 36, *MINISTRY, name="killed", unit="people", published="2021-04-01"),
    ]  # fmt: skip
    assert slot(made, "killed").best == "36"
    made[1] = count("B", 36, *MINISTRY, name="killed", unit="people", published="2021-03-01")
    assert slot(made, "killed").best == "70"
