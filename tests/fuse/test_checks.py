from tests.fuse.cases import correction
from tests.fuse.making import fused, said


def test_sums_are_checked_by_origin_and_as_held() -> None:
    found = {check.text: check.holds for check in fused(correction()).checks}
    assert found == {
        "Andorran Interior Ministry: 3 launched = 2 intercepted + 1 struck": True,
        "As held: 2 launched ≠ 2 intercepted + 1 struck": False,
    }


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
    assert found == {"As held: 2 launched = 1 intercepted + 1 struck": True} | {
        "guard: 2 launched = 1 intercepted + 1 struck": True
    }


def test_figures_that_add_up_in_no_version_are_told() -> None:
    made = said("A", "four came; one was downed and one hit")
    made.fact("munitions_launched", 4, "four came")
    made.fact("munitions_intercepted", 1, "one was downed")
    made.fact("munitions_struck", 1, "one hit")
    assert [check.holds for check in fused([made]).checks] == [False, False]
