"""Findings are trusted by what is known of them, and left out when that is too little."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.infer.hand import Given, by_hand
from whence.infer import roles, statements
from whence.infer.trust import Trust

TEXT = "Ana Ruiz said tides rose . Boats sank , it noted"
SPANS = {
    "source": ["ana ruiz"],
    "cue": ["said", "noted"],
    "content": ["tides rose", "boats sank"],
}
LINKS = {"cue": [("tides", "said"), ("boats", "noted")], "source": [("said", "ana")]}


def test_without_weights_everything_is_as_likely_as_not_and_stays() -> None:
    assert Trust().probability({"cue": 3.0}) == 0.5
    assert Trust().least <= 0.5


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_probability_is_one_and_grows_with_its_grounds(low: float, more: float) -> None:
    trust = Trust(weights={"cue": 2.0})
    first, second = sorted((low, more))
    assert 0 <= trust.probability({"cue": first}) <= trust.probability({"cue": second}) <= 1
    assert trust.probability({"other": low}) == 0.5


@pytest.mark.parametrize(("least", "cues"), [(0.5, [(2, 3)]), (0.05, [(2, 3), (10, 11)])])
def test_a_statement_that_nobody_makes_is_trusted_less(
    tmp_path: Path, least: float, cues: list[tuple[int, int]]
) -> None:
    trust = {"weights": {"always": -2.0, "sourced": 4.0}, "least": least}
    model = by_hand(tmp_path, TEXT, Given(spans=SPANS, links=LINKS, settings={"statements": trust}))
    found = statements.read(model, model.encode(TEXT))
    assert [one.cue for one in found] == cues
    assert found[0].probability == pytest.approx(0.881, abs=1e-3)
    assert found[0].grounds["source_link"] > 0.99
    assert {"cue", "cued", "source", "sourced"} <= found[0].grounds.keys()


@pytest.mark.parametrize(("least", "named"), [(0.0, 2), (0.6, 1)])
def test_an_entity_named_once_is_trusted_less(tmp_path: Path, least: float, named: int) -> None:
    text = "Rebels fled . Rebels hit trucks . Dogs barked"
    trust = {"weights": {"several": 1.0}, "least": least}
    given = Given(roles={"person": ["rebels", "dogs"]}, settings={"fillers": trust})
    model = by_hand(tmp_path, text, given)
    found = roles.fillers(model, model.encode(text))
    assert len(found) == named
    assert found[0].mentions == ((0, 1), (3, 4))
    assert found[0].probability == pytest.approx(2 / 3)
