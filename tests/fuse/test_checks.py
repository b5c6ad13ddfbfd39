from tests.fuse.cases import correction
from tests.fuse.making import fused, kinds, said, slot


def test_sums_are_checked_by_origin_and_as_held() -> None:
    found = {check.text: check.holds for check in fused(correction()).checks}
    assert found == {
        "Andorran Interior Ministry: 3 launched = 2 intercepted + 1 struck": True,
        "As it stands: 2 launched ≠ 2 intercepted + 1 struck; 2 intercepted + 1 struck add up to "
        "the 3 launched that Andorran Interior Ministry corrected to 2": False,
    }


def test_parts_of_a_total_that_was_taken_back_are_disputed_and_the_total_is_not() -> None:
    made = correction()
    reason = (
        "2 intercepted + 1 struck add up to the 3 launched that Andorran Interior Ministry "
        "corrected to 2"
    )
    for name, held in (("munitions_intercepted", "2"), ("munitions_struck", "1")):
        part = slot(made, name)
        assert (part.best, part.disputed) == (held, True)
        row = part.contradictions[-1]
        assert (row.kind, row.left, row.right) == ("withdrawn_total", held, "2 launched")
        assert row.reason == reason
    assert not slot(made, "munitions_launched").disputed


def test_a_total_that_its_source_raised_later_leaves_its_old_parts_disputed() -> None:
    guard = "a guard:anonymous"
    early = said("A", "two came; one was downed and one hit", "2031-05-04")
    early.fact("munitions_launched", 2, "two came", guard)
    early.fact("munitions_intercepted", 1, "one was downed", guard)
    early.fact("munitions_struck", 1, "one hit", guard)
    later = said("A", "no, four came", "2031-05-06")
    later.fact("munitions_launched", 4, "four came", guard)
    assert kinds(slot([early, later], "munitions_struck")) == [
        ("withdrawn_total", "1", "4 launched")
    ]


def test_parts_that_are_more_than_their_total_put_all_three_in_doubt() -> None:
    made = said("A", "two came; two were downed and one hit")
    made.fact("munitions_launched", 2, "two came")
    made.fact("munitions_intercepted", 2, "two were downed")
    made.fact("munitions_struck", 1, "one hit")
    reason = "2 intercepted + 1 struck are more than the 2 launched"
    for name in ("munitions_launched", "munitions_intercepted", "munitions_struck"):
        found = slot([made], name)
        assert found.disputed
        assert [row.reason for row in found.contradictions] == [reason]


def test_parts_that_are_fewer_than_their_total_may_just_not_tell_of_all() -> None:
    made = said("A", "four came; one was downed and one hit")
    made.fact("munitions_launched", 4, "four came")
    made.fact("munitions_intercepted", 1, "one was downed")
    made.fact("munitions_struck", 1, "one hit")
    assert not any(found.disputed for found in fused([made]).slots)


def test_counts_of_different_things_make_no_sum() -> None:
    made = said("A", "two came; two were downed and one hit")
    made.fact("munitions_launched", 2, "two came", unit="drone")
    made.fact("munitions_intercepted", 2, "two were downed", unit="drone")
    made.fact("munitions_struck", 1, "one hit", unit="shell")
    assert not any(found.disputed for found in fused([made]).slots)
    assert all(not check.text.startswith("As it stands") for check in fused([made]).checks)


def test_a_count_that_leaves_room_makes_no_sum() -> None:
    made = said("A", "at least one came; two were downed and one hit")
    made.fact("munitions_launched", 1, "at least one came", comparator="at_least")
    made.fact("munitions_intercepted", 2, "two were downed")
    made.fact("munitions_struck", 1, "one hit")
    assert not any(found.disputed for found in fused([made]).slots)


def test_first_version_is_summed_with_its_own_parts() -> None:
    made = said("A", "three came, no, two came; two were downed and one hit")
    guard = "a guard:anonymous"
    made.fact("munitions_launched", 2, "two came", guard, stage="correction")
    made.fact("munitions_launched", 3, "three came", guard)
    made.fact("munitions_intercepted", 2, "two were downed", guard)
    made.fact("munitions_struck", 1, "one hit", guard)
    texts = [check.text for check in fused([made]).checks]
    assert "guard: 3 launched = 2 intercepted + 1 struck" in texts


def test_nothing_to_check() -> None:
    made = said("A", "three came; some were downed")
    made.fact("munitions_launched", 3, "three came")
    made.fact("munitions_intercepted", "some", "some were downed")
    assert fused([made]).checks == ()


def test_correction_is_summed_with_its_own_parts() -> None:
    made = said("A", "three came, no, two came; one was downed and one hit")
    guard = "a guard:anonymous"
    made.fact("munitions_launched", 3, "three came", guard)
    made.fact("munitions_launched", 2, "two came", guard, stage="correction")
    made.fact("munitions_intercepted", 1, "one was downed", guard)
    made.fact("munitions_struck", 1, "one hit", guard)
    found = {check.text: check.holds for check in fused([made]).checks}
    assert found == {"As it stands: 2 launched = 1 intercepted + 1 struck": True} | {
        "guard: 2 launched = 1 intercepted + 1 struck": True
    }


def test_figures_that_add_up_in_no_version_are_told() -> None:
    made = said("A", "four came; one was downed and one hit")
    made.fact("munitions_launched", 4, "four came")
    made.fact("munitions_intercepted", 1, "one was downed")
    made.fact("munitions_struck", 1, "one hit")
    assert [check.holds for check in fused([made]).checks] == [False, False]
