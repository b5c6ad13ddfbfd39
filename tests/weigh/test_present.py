"""The last moment of the past is the present; what shares a step is counted in plain words."""

from tests.weigh.invented import incident, named, party, statement
from whence.weigh import Options, history, weigh

PARTIES = [party("alder"), party("birch")]


def test_the_last_moment_has_the_figures_of_the_assessment() -> None:
    said = [statement("a", "alder", at="2031-03-04"), statement("b", "birch", at="2031-03-09")]
    world = incident(PARTIES, said), named("a", "b")
    turns = history(*world, Options(draws=2500))
    now = weigh(*world, Options(draws=2500)).answer("executor")
    last = next(turn for turn in reversed(turns) if turn.role == "executor")
    assert last.means == {row.hypothesis_id: row.mean for row in now.posterior}
    tested = next(row for row in now.posterior if row.hypothesis_id == now.candidate)
    assert (last.low, last.high) == (tested.low, tested.high)


def test_weaker_items_share_a_step_that_counts_them() -> None:
    def last_evidence(hands: int) -> str:
        keys = [f"hand{number}" for number in range(hands)]
        world = incident(PARTIES, [statement(key, "alder") for key in keys]), named(*keys)
        steps = weigh(*world, Options(draws=50)).answer("executor").steps
        return [step.text for step in steps if step.kind == "evidence"][-1]

    assert last_evidence(16) == "1 weaker item"
    assert last_evidence(18) == "3 weaker items together"
