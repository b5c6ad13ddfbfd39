"""Who is under suspicion, by heads set by hand."""

from pathlib import Path

import numpy as np
import pytest

from tests.infer.hand import Given, by_hand
from whence.infer.labels import BEGIN, TAGGERS
from whence.infer.statements import tagged
from whence.infer.suspects import suspects

TEXT = "Officials blamed the Reed League while residents cleared harbour guards"
GIVEN = Given(
    spans={"suspect": ["the reed league", "harbour guards"]},
    standings={"the": "accused", "harbour": "cleared", "guards": "denied"},
)


def test_each_span_is_judged_at_its_first_word(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, GIVEN)
    text = model.encode(TEXT)
    first, second = suspects(model, text, tagged(model, text)["suspect"])
    assert TEXT[slice(*text.chars(first.start, first.end))] == "the Reed League"
    assert TEXT[slice(*text.chars(second.start, second.end))] == "harbour guards"
    assert (first.standing, second.standing) == ("accused", "cleared")
    assert first.probability > 0.99
    assert first.sure > 0.99


def test_the_probability_is_the_mean_over_the_words_of_a_span(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, GIVEN)
    text = model.encode(TEXT)
    (wide,) = suspects(model, text, [(1, 5)])  # "blamed" is none, the other three words are
    assert wide.probability == pytest.approx(0.75, abs=0.01)
    assert wide.sure == pytest.approx(1 / 8)  # nothing is known of "blamed": all are equal


def test_what_was_tuned_for_spans_leaves_the_probability_alone(tmp_path: Path) -> None:
    """A bias lets more spans begin; it makes none of them likelier."""
    model = by_hand(tmp_path, TEXT, Given(settings={"biases": {"suspect": 50.0}}))
    text = model.encode(TEXT)
    spans = tagged(model, text)["suspect"]
    assert len(spans) == len(text.edges)
    assert all(one.probability < 0.01 for one in suspects(model, text, spans))


def test_no_spans_no_suspects(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, GIVEN)
    assert suspects(model, model.encode(TEXT), []) == ()


def test_hints_of_other_taggers_do_not_make_suspects(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, GIVEN)
    text = model.encode(TEXT).hinted({"source": [(0, 9)]})
    emissions = model.heads.emissions(text.tag_scores, text.hints)[0, TAGGERS.index("suspect")]
    assert int(np.argmax(emissions)) != BEGIN
