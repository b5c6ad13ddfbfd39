"""The second look, beside the same sums in plain loops, one finding at a time."""

import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.infer.hand import Given, by_hand
from whence.errors import ModelMissing
from whence.infer.labels import ACTS, STANDINGS
from whence.infer.links import BUCKETS, bucket
from whence.infer.model import Model, load
from whence.infer.second_look import (
    AROUND,
    HEADS,
    WEIGHTS,
    Around,
    Finding,
    SecondLook,
    around,
    means,
)
from whence.infer.second_look import _Question as Question
from whence.infer.statements import link, tagged
from whence.infer.suspects import candidates, suspects

Own = NDArray[np.float32]
Weights = dict[str, NDArray[np.float32]]
_HIDDEN, _SIZE, _ASKS = 6, 8, 2
_TEXT = "The mayor said the Reed League burnt the depot"
_GIVEN = Given(
    spans={"source": ["the mayor"], "cue": ["said"], "content": ["the reed league burnt the depot"]}
)


def _weights(question: str, parts: int, outputs: int, hidden: int = _HIDDEN) -> Weights:
    dice = np.random.default_rng(11)
    sizes: dict[str, tuple[int, ...]] = {
        "part": (2**parts, _SIZE), "distance": (BUCKETS, _SIZE), "kind": (parts, _SIZE),
        "asks": (_ASKS, _SIZE),
    }  # fmt: skip
    linear = {
        "enter": (_SIZE, hidden), "own": (_SIZE, hidden),
        "answer": (outputs, (_ASKS + parts) * _SIZE + parts * hidden),
    }  # fmt: skip
    norms = ["normed", "last"]
    for block in ("blocks.0", "blocks.1"):
        linear |= {f"{block}.{name}": (_SIZE, _SIZE) for name in ("query", "key", "value", "mixed")}
        linear |= {f"{block}.up": (2 * _SIZE, _SIZE), f"{block}.down": (_SIZE, 2 * _SIZE)}
        norms += [f"{block}.before", f"{block}.after"]
    for name, (out, into) in linear.items():
        sizes |= {f"{name}.weight": (out, into), f"{name}.bias": (out,)}
    for name in norms:
        sizes |= {f"{name}.weight": (_SIZE,), f"{name}.bias": (_SIZE,)}
    return {
        f"{question}.{name}": dice.normal(0, 0.5, size).astype(np.float32)
        for name, size in sizes.items()
    }


def _plainly(given: Weights, vectors: NDArray[np.float32], one: Finding) -> NDArray[np.float64]:
    """Work one answer out word by word, in double precision."""
    of = {name.split(".", 1)[1]: value.astype(float) for name, value in given.items()}

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        out: NDArray[np.float64] = of[f"{name}.weight"] @ x + of[f"{name}.bias"]
        return out

    def normed(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = (x - x.mean()) / math.sqrt(x.var() + 1e-5)
        out: NDArray[np.float64] = scaled * of[f"{name}.weight"] + of[f"{name}.bias"]
        return out

    first = max(0, min(one.anchor - AROUND // 2, len(vectors) - AROUND))
    places = range(first, min(len(vectors), first + AROUND))
    member = [[any(a <= n < b for a, b in ranges) for n in places] for ranges in one.parts]
    seen = []
    for row, place in enumerate(places):
        number = sum(2**part for part, inside in enumerate(member) if inside[row])
        apart = int(bucket(np.array([one.anchor]), np.array([place]))[0, 0])
        word = linear("enter", vectors[place].astype(float))
        seen.append(normed("normed", word + of["part"][number] + of["distance"][apart]))
    own = []
    for inside in member:
        mine = [vectors[place] for place, yes in zip(places, inside, strict=True) if yes]
        own.append(np.mean(mine, axis=0) if mine else np.zeros(vectors.shape[1]))
    state = [
        *of["asks"],
        *(linear("own", x) + kind for x, kind in zip(own, of["kind"], strict=True)),
    ]
    for block in ("blocks.0", "blocks.1"):
        for number, x in enumerate(state):
            query = linear(f"{block}.query", normed(f"{block}.before", x))
            mixed = []
            for part in np.split(np.arange(_SIZE), HEADS):
                scores = np.array(
                    [query[part] @ linear(f"{block}.key", word)[part] for word in seen]
                ) / math.sqrt(len(part))
                shares = np.exp(scores - scores.max())
                values = np.array([linear(f"{block}.value", word)[part] for word in seen])
                mixed.append((shares / shares.sum()) @ values)
            after = x + linear(f"{block}.mixed", np.concatenate(mixed))
            up = linear(f"{block}.up", normed(f"{block}.after", after))
            up = 0.5 * up * (1 + np.tanh(math.sqrt(2 / math.pi) * (up + 0.044715 * up**3)))
            state[number] = after + linear(f"{block}.down", up)
    return linear("answer", np.concatenate([*(normed("last", x) for x in state), *own]))


def _written(folder: Path, *many: Weights) -> SecondLook:
    np.savez(folder / WEIGHTS, **{k: v for one in many for k, v in one.items()})  # type: ignore[arg-type]
    return SecondLook(folder)


@pytest.mark.parametrize("words", [7, AROUND, 3 * AROUND])
def test_answers_are_those_of_plain_loops(tmp_path: Path, words: int) -> None:
    given = _weights("statement", 3, 4)
    look = _written(tmp_path, given)
    vectors = np.random.default_rng(3).normal(size=(words, _HIDDEN)).astype(np.float32)
    findings = [
        Finding(anchor=at, parts=(((at, at + 1),), ((0, 2), (max(0, at - 3), at)), ()))
        for at in range(0, words, 5)
    ]
    found = look.answer("statement", vectors, findings)
    for one, row in zip(findings, found, strict=True):
        assert row == pytest.approx(_plainly(given, vectors, one), abs=2e-4)


def test_a_glance_answers_what_it_is_sure_of(tmp_path: Path) -> None:
    given = _weights("suspect", 1, 5)
    dice = np.random.default_rng(5)
    weight = dice.normal(size=(6, _HIDDEN)).astype(np.float32)
    bias = dice.normal(size=6).astype(np.float32)
    glancing = given | {"suspect.glance.weight": weight, "suspect.glance.bias": bias}
    vectors = dice.normal(size=(300, _HIDDEN)).astype(np.float32)
    findings = [Finding(anchor=at, parts=(((at, at + 2),),)) for at in range(0, 290, 3)]
    found = _written(tmp_path, glancing).answer("suspect", vectors, findings)
    sure = 0
    for one, row in zip(findings, found, strict=True):
        told = weight @ vectors[one.anchor : one.anchor + 2].mean(0) + bias
        sure += told[-1] > 0
        plainly = told[:-1] if told[-1] > 0 else _plainly(given, vectors, one)
        assert row == pytest.approx(plainly, abs=2e-4)
    assert 10 < sure < len(findings) - 10


def test_a_glance_that_does_not_fit_is_told(tmp_path: Path) -> None:
    given = _weights("suspect", 1, 5)
    given["suspect.glance.weight"] = np.zeros((5, _HIDDEN), np.float32)
    given["suspect.glance.bias"] = np.zeros(5, np.float32)
    look = _written(tmp_path, given)
    with pytest.raises(ModelMissing, match="glance"):
        look.answer(
            "suspect",
            np.zeros((3, _HIDDEN), np.float32),
            [Finding(anchor=0, parts=(((0, 1),),))],
        )


def test_means_are_of_the_words_that_are_looked_at() -> None:
    vectors = np.arange(400, dtype=np.float32)[:, None] * np.ones((1, 2), np.float32)
    one = Finding(anchor=100, parts=(((98, 101), (100, 104)), ((0, 60),), ((140, 400),), ()))
    found = means(vectors, [one])[0, :, 0]
    # A word of two ranges counts once.
    np.testing.assert_allclose(found, [100.5, 55.5, 143.5, 0.0], rtol=1e-6)


def test_the_words_around_stay_within_the_text() -> None:
    near = around([Finding(anchor=0, parts=(((0, 1),),))], 5)
    assert near.there.sum() == 5
    assert near.parts[0, :5].tolist() == [1, 0, 0, 0, 0]
    last = around([Finding(anchor=999, parts=(((990, 1000),),))], 1000)
    assert last.words[0, -1] == 999
    assert last.there.all()
    assert last.parts.sum() == 10


def test_words_of_two_parts_count_for_both() -> None:
    near = around([Finding(anchor=2, parts=(((2, 3),), ((1, 4),)))], AROUND)
    assert near.parts[0, :5].tolist() == [0, 2, 3, 2, 0]


def test_no_findings_no_answers(tmp_path: Path) -> None:
    look = _written(tmp_path, _weights("suspect", 1, 5))
    assert look.answer("suspect", np.zeros((3, _HIDDEN), np.float32), []).shape == (0, 5)


def test_a_text_without_words_has_no_suspects() -> None:
    model = load()
    assert suspects(model, model.encode(""), []) == ()


def test_weights_without_attention_are_told(tmp_path: Path) -> None:
    given = _weights("suspect", 1, 5)
    kept = {name: value for name, value in given.items() if ".blocks." not in name}
    look = _written(tmp_path, kept)
    with pytest.raises(ModelMissing, match="do not fit"):
        look.answer(
            "suspect",
            np.zeros((3, _HIDDEN), np.float32),
            [Finding(anchor=0, parts=(((0, 1),),))],
        )


def test_a_model_without_one_keeps_its_heads(tmp_path: Path) -> None:
    assert not SecondLook(tmp_path).knows("statement")


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ModelMissing, match=WEIGHTS):
        SecondLook(tmp_path)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    given = _weights("suspect", 1, 5)
    del given["suspect.enter.weight"]
    look = _written(tmp_path, given)
    one = Finding(anchor=0, parts=(((0, 1),),))
    with pytest.raises(ModelMissing, match=r"suspect\.enter\.weight"):
        look.answer("suspect", np.zeros((3, _HIDDEN), np.float32), [one])


def _looking(tmp_path: Path, model: Model, answer: dict[str, int]) -> None:
    """Let a model look again, and always answer the given output of each question."""
    hidden = model.heads.size
    for question, parts, outputs in (("statement", 3, len(ACTS) + 1), ("suspect", 1, 9)):
        given = _weights(question, parts, outputs, hidden)
        given[f"{question}.answer.weight"][:] = 0
        given[f"{question}.answer.bias"][:] = -9
        if question in answer:
            given[f"{question}.answer.bias"][answer[question]] = 9
            model.second_look = _written(tmp_path, given)


def test_a_statement_is_judged_by_it(tmp_path: Path) -> None:
    model = by_hand(tmp_path, _TEXT, _GIVEN)
    _looking(tmp_path, model, {"statement": ACTS.index("accuse")})
    text = model.encode(_TEXT)
    made = link(model, text, tagged(model, text))
    assert {ACTS[int(np.argmax(one.judged.acts))] for one in made} == {"accuse"}
    assert all(one.judged.negated < 0.01 for one in made)


def test_a_suspect_is_judged_by_it(tmp_path: Path) -> None:
    model = by_hand(tmp_path, _TEXT, Given(spans={"suspect": ["the reed league"]}))
    text = model.encode(_TEXT)
    assert (3, 6) in candidates(model, text)
    _looking(tmp_path, model, {"suspect": STANDINGS.index("denied")})
    found = suspects(model, text, [])
    assert {one.standing for one in found} == {"denied"}
    assert all(one.probability > 0.99 for one in found)
    _looking(tmp_path, model, {"suspect": len(STANDINGS)})
    assert all(one.probability < 0.01 for one in suspects(model, text, []))


def test_the_model_that_ships_looks_again() -> None:
    look = load().second_look
    assert look.knows("statement")
    assert look.knows("suspect")


def test_the_glance_that_ships_takes_plain_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    model = load()
    text = model.encode(
        "The mayor said on Monday that the bridge would open in May. Ana Ruiz, a clerk, told"
        " reporters that the budget had passed. The Reed League denied that it had burnt the depot,"
        " and the harbour police accused Tomas Venn of planting the bomb."
    )
    looked: list[int] = []
    answer = Question.answer

    def counted(asked: Question, own: Own, vectors: Own, near: Around) -> Own:
        looked.append(len(own))
        return answer(asked, own, vectors, near)

    monkeypatch.setattr(Question, "answer", counted)
    made = link(model, text, tagged(model, text))
    acts = [ACTS[int(np.argmax(one.judged.acts))] for one in made]
    assert acts.count("say") >= 2
    assert {"accuse", "deny_involvement"} & set(acts)
    assert 0 < sum(looked) < len(made)
