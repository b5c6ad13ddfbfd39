"""Fitting which fillers make one incident, and of which kind."""

from pathlib import Path

import numpy as np
from evaluation.corpora.muc4 import Entity, GoldTemplate, Report
from training.incidents import entities, judge, save
from training.logistic import fit

from tests.infer.test_roles import laid_out
from whence.infer.incidents import KINDS, Weights
from whence.infer.model import Text

WORDS = {"bombing": "bomb", "kidnapping": "abducted"}


def template(kind: str, victim: str) -> GoldTemplate:
    roles = dict.fromkeys(("PerpInd", "PerpOrg", "Target", "Weapon"), ())
    known = {**roles, "Victim": (Entity(mentions=(victim, f"mayor {victim}")),)}
    return GoldTemplate(types=(kind,), entities=known)


def report(number: int) -> tuple[Report, Text]:
    kind = ("bombing", "kidnapping")[number % 2]
    whole = f"a {WORDS[kind]} struck ann. they {WORDS[kind]} bea. rain fell."
    found = Report(
        id=f"m{number}", text=whole, blamed=(),
        templates=(template(kind, "ann"), template(kind, "bea")),
    )  # fmt: skip
    text = laid_out(whole)
    return found, text


def test_entities_stand_where_their_words_do() -> None:
    first, second = entities(*report(0))
    assert (set(first.templates), set(second.templates)) == ({0}, {1})
    assert first.kinds == {"bombing"}
    assert first.scene.sentences == (0,)
    assert second.scene.sentences == (1,)
    assert first.scene.terms[0] == {"bomb", "struck", "ann"}


def test_what_is_written_is_read_and_tells_kinds(tmp_path: Path) -> None:
    every = [one for number in range(40) for one in entities(*report(number))]
    save(every, tmp_path / "incidents.npz")
    known = Weights.read(tmp_path / "incidents.npz")
    for kind, word in WORDS.items():
        found = known.kinds(np.zeros((1, 1), np.float32), [frozenset({word})])
        assert KINDS[int(found.argmax())] == kind


def test_a_judge_is_as_sure_as_its_weights(tmp_path: Path) -> None:
    every = [one for number in range(40) for one in entities(*report(number))]
    fitted = judge(every)
    assert "bomb" in fitted.terms
    assert KINDS[int(fitted.kinds(every[0]).argmax())] == "bombing"


def test_the_fit_finds_what_parts_two_outcomes() -> None:
    dice = np.random.default_rng(3)
    table = dice.normal(size=(300, 3)) * [1.0, 10.0, 1.0] + 4
    right = (table[:, 1] > 4).astype(float)
    weights, bias = fit(table, np.stack([1 - right, right], 1), np.ones(300), 1.0)
    chosen = (table @ weights.T + bias).argmax(1)
    assert (chosen == right).mean() > 0.97
    assert abs(weights[1, 1]) * 10 > 10 * abs(weights[1, 0])
