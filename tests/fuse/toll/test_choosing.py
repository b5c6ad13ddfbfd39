"""Which of the counts told is the incident's: what speaks for a number, and what is chosen."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import said, slot, statuses
from tests.trace.making import Made
from whence.fuse.holding import abstains
from whence.fuse.options import Options
from whence.fuse.probable import Chances
from whence.fuse.toll.choosing import KILLED, WOUNDED, Scene, candidates, choices, features, scene
from whence.fuse.values import tallies
from whence.fuse.witness import Ledger
from whence.trace import trace


def telling(outlet: str, day: str, title: str | None = None, **counts: int) -> Made:
    """Return a report that narrates counts of killed or wounded."""
    words = ", ".join(f"{number} were {name}" for name, number in counts.items())
    made = said(outlet, f"{title or outlet}: {words}.", f"2031-05-{day}")
    made.document = replace(made.document, title=title)
    for name, number in counts.items():
        made.fact(name, number, f"{number} were {name}", unit="people")
    return made


def seen(made: list[Made]) -> Scene:
    """Return the scene of reports."""
    documents, reports = [one.document for one in made], [one.report() for one in made]
    ledger = Ledger(documents, reports, trace(documents, reports))
    return scene(ledger.witnesses("incident", 0.5))


def test_the_number_of_most_reports_is_chosen() -> None:
    made = [
        telling("A", "04", killed=5),
        telling("B", "04", killed=1),
        telling("C", "05", killed=1),
    ]
    assert slot(made, "killed").best == "1"


def test_nobody_is_wounded_where_the_reports_tell_of_the_dead_alone() -> None:
    made = [
        telling("A", "04", killed=1, wounded=1),
        *[telling(name, "05", killed=1) for name in ("B", "C", "D", "E", "F", "G")],
    ]
    made[0].facts[1] = replace(made[0].facts[1], note="counted from 1 described victim")
    found = slot(made, "wounded")
    assert found.best is None
    assert statuses(found) == {"1 people": "superseded"}
    assert found.abstained == "those described as wounded are most probably among the dead"


def test_a_number_of_wounded_that_a_report_says_beside_its_dead_never_falls() -> None:
    made = [
        telling("A", "04", killed=1, wounded=1),
        *[telling(name, "05", killed=1) for name in ("B", "C", "D", "E", "F", "G")],
    ]
    assert statuses(slot(made, "wounded"))["1 people"] == "held"


def test_who_was_only_told_as_shot_is_among_the_dead_of_others() -> None:
    made = [
        telling("A", "04", wounded=2),
        *[telling(name, "05", killed=2) for name in ("B", "C", "D", "E", "F", "G")],
    ]
    found = slot(made, "wounded")
    assert (found.best, statuses(found)) == (None, {"2 people": "superseded"})
    assert found.abstained is not None
    assert (
        "of the reports tell of the dead" in found.abstained or "dead among them" in found.abstained
    )


def test_wounded_whom_several_count_stay_wounded() -> None:
    made = [telling(name, "04", killed=1, wounded=3) for name in ("A", "B")]
    made.append(telling("C", "05", killed=1))
    assert slot(made, "wounded").best == "3"


def test_what_speaks_for_a_number() -> None:
    made = [
        telling("A", "04", killed=1),
        telling("B", "05", title="Weekend shootings leave 5", killed=5),
    ]
    place = seen(made)
    one, five = (features(place, KILLED, number) for number in (1, 5))
    assert (one["first"], one["last"], five["first"], five["last"]) == (1, 0, 0, 1)
    assert (one["gathered"], five["gathered"]) == (0, 1)
    assert (one["smallest"], five["largest"]) == (1, 1)
    assert one["documents"] == one["main"] == pytest.approx(0.5)


def test_a_sentence_with_words_for_several_incidents_is_crowded() -> None:
    made = [
        telling("A", "04", title="Two shootings in a night", killed=2),
        telling("B", "05", title="A man dies", killed=1),
    ]
    place = seen(made)
    assert features(place, KILLED, 2)["crowded"] == 1
    assert features(place, KILLED, 1)["crowded"] == 0


def test_how_a_number_comes_about_is_told_by_its_note() -> None:
    made = [telling("A", "04", wounded=4), telling("B", "05", killed=1, wounded=3)]
    made[1].facts[1] = replace(made[1].facts[1], note="4 shot, 1 of them killed")
    place = seen(made)
    assert features(place, WOUNDED, 3)["noted less"] == 1
    assert features(place, WOUNDED, 4)["noted less"] == 0
    assert features(place, WOUNDED, 3)["sums"] == 1


def test_nobody_killed_is_a_candidate_only_where_the_dead_are_described() -> None:
    made = [telling("A", "04", wounded=4), telling("B", "05", killed=1, wounded=4)]
    assert candidates(seen(made), KILLED) == [1]
    made[1].facts[0] = replace(made[1].facts[0], note="counted from 1 described victim")
    place = seen(made)
    assert candidates(place, KILLED) == [0, 1]
    assert features(place, KILLED, 0)["alive, as many"] == 1
    assert features(place, KILLED, 0)["alive, died since"] == 0


def test_nobody_is_a_candidate_only_beside_the_dead() -> None:
    assert candidates(seen([telling("A", "04", wounded=3)]), WOUNDED) == [3]
    assert candidates(seen([telling("A", "04", killed=1, wounded=3)]), WOUNDED) == [0, 3]
    assert candidates(seen([telling("A", "04", killed=1)]), WOUNDED) == []


def test_sources_that_differ_are_left_to_the_vote() -> None:
    made = [said("A", "A has it that 7 died."), said("B", "B has it that 5 died.")]
    made[0].fact("killed", 7, "7 died", "the health ministry:body", unit="people")
    made[1].fact("killed", 5, "5 died", "hospital doctors:anonymous", unit="people")
    documents, reports = [one.document for one in made], [one.report() for one in made]
    ledger = Ledger(documents, reports, trace(documents, reports))
    assert choices(ledger.witnesses("incident", 0.5)) == {}


def test_chances_sum_to_one() -> None:
    made = [telling("A", "04", killed=1, wounded=2), telling("B", "05", killed=3)]
    documents, reports = [one.document for one in made], [one.report() for one in made]
    ledger = Ledger(documents, reports, trace(documents, reports))
    found = choices(ledger.witnesses("incident", 0.5))
    assert set(found) == {KILLED, WOUNDED}
    assert all(sum(chances.values()) == pytest.approx(1) for chances in found.values())


def test_numbers_that_are_as_probable_are_not_decided() -> None:
    made = [telling("A", "04", killed=1), telling("B", "05", killed=3)]
    documents, reports = [one.document for one in made], [one.report() for one in made]
    ledger = Ledger(documents, reports, trace(documents, reports))
    rows = tallies(ledger.witnesses("incident", 0.5), {})
    vote = {one.reading.key: 0.5 for one in rows}
    even = Chances(vote, vote, {1: 0.4, 3: 0.4})
    assert abstains(rows, rows[0], even, Options()) == "evenly supported: “1” and “3”"
    assert abstains(rows, rows[0], Chances(vote, vote, {1: 0.6, 3: 0.4}), Options()) is None
