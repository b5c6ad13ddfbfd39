"""One correlation for all kinds of evidence: from every hand in full to all of a kind as one."""

from math import log

import pytest

from tests.weigh.invented import incident, named, party, statement
from whence.weigh import Options, weigh

_TWO = [party("alder", "Alder Front"), party("birch", "Birch Brigade")]


def _odds(hands: int, rho: float | None) -> float:
    """Return the log odds of Alder against Birch by so many equal neutral accusers."""
    names = [f"hand {number}" for number in range(hands)]
    said = [statement(name, "alder", stake="neutral") for name in names]
    said.append(statement("envoy", "birch", stake="neutral", standing="speculated", hedge=0))
    options = Options(draws=1, rho=rho)
    answer = weigh(incident(_TWO, said), named("envoy", *names), options).answer("executor")
    share = {row.hypothesis_id: row.mean for row in answer.posterior}
    return log(share["executor:alder"] / share["executor:birch"])


def test_the_smaller_it_is_the_more_hands_count() -> None:
    told = [_odds(6, rho) for rho in (1.0, 0.7, 0.3, 0.0)]
    assert told == sorted(told)
    assert told[-1] - told[0] > 0.2


def test_at_one_the_kind_counts_as_its_strongest_hand() -> None:
    alone = _odds(1, 1.0)
    assert _odds(40, 1.0) == pytest.approx(alone, abs=0.4)
    assert _odds(40, 0.0) - alone > 4 * (_odds(6, 0.0) - alone)


def test_a_certainty_that_no_float_can_tell_from_one_is_explained() -> None:
    """A thousand hands in full leave nothing to doubt: the way there is told all the same."""
    names = [f"hand {number}" for number in range(1000)]
    said = [statement(name, "alder", stake="neutral") for name in names]
    options = Options(draws=5, rho=0.0)
    answer = weigh(incident(_TWO, said), named(*names), options).answer("executor")
    assert [step.kind for step in answer.steps][-1] == "reading"
    assert max(step.mean for step in answer.steps) == 1.0


@pytest.mark.parametrize("rho", [-0.1, 1.1, float("nan")])
def test_it_lies_between_0_and_1(rho: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Options(rho=rho)
