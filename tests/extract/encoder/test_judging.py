"""Which act a statement is, by what the model and the rules make of it."""

import pytest

from whence.extract.encoder import judging
from whence.infer.labels import ACTS
from whence.model.attribution import Act

EVEN = {act: dict.fromkeys(ACTS, 1 / len(ACTS)) for act in ACTS}
"""Rules that say anything of any act: what they say counts for nothing."""


def judged(**chances: float) -> list[float]:
    return [chances.get(act, 0.0) for act in ACTS]


@pytest.mark.parametrize(
    ("act", "chance", "found"),
    [
        ("accuse", 0.61, True),
        ("accuse", 0.59, False),
        ("retract", 0.65, True),
        ("correct", 0.75, False),
        ("correct", 0.85, True),
    ],
)
def test_an_act_is_recorded_from_its_bar_on(act: Act, chance: float, found: bool) -> None:
    rest = {act: chance, "say": 1 - chance}
    assert judging.act(judged(**rest), "say", EVEN) == (act if found else None)


def test_a_rejection_of_one_kind_or_the_other_is_the_lesser_one() -> None:
    both = judged(deny_involvement=0.56, reject_accusation=0.41, say=0.03)
    assert judging.act(both, "say", EVEN) == "reject_accusation"
    sure = judged(deny_involvement=0.7, reject_accusation=0.3)
    assert judging.act(sure, "say", EVEN) == "deny_involvement"
    unsure = judged(deny_involvement=0.5, reject_accusation=0.3, say=0.2)
    assert judging.act(unsure, "say", EVEN) is None
