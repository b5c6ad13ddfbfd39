"""What was drawn before is taken as it is: the numbers are the same to the last digit."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weigh.invented import incident, origin, party, statement, trace
from tests.weigh.worlds import QUICK, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, Override, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws, repeats
from whence.weigh.options import ROLES

FEW = Draws(seed=5, count=40)


@settings(max_examples=100, deadline=None)
@given(worlds(), st.sampled_from(["accusation_other", "claim", "silence"]), st.floats(0.2, 8))
def test_it_makes_no_difference_what_was_drawn_before(
    world: tuple[Incident, Trace], kind: str, ratio: float
) -> None:
    before = model_of(*world, QUICK, FEW)
    override = Override(subject=kind, value=ratio, reason="supposed")
    first = world[1].origins[0].id
    for options in (QUICK, Options(ratios=(override,)), Options(without=(first,))):
        fresh = model_of(*world, options, FEW)
        known = model_of(*world, options, FEW, before.nats.known)
        assert known.items == fresh.items
        for role in ROLES:
            assert (known.evaluate().of(role) == fresh.evaluate().of(role)).all()


def test_other_draws_are_no_known_ones() -> None:
    world = incident([party("alder")], [statement("envoy", "alder")]), trace(origin("envoy"))
    before = model_of(*world, QUICK, FEW).nats.known
    other = Draws(seed=6, count=40)
    known = model_of(*world, QUICK, other, before)
    assert (known.nats.log_ratio == model_of(*world, QUICK, other).nats.log_ratio).all()


def test_how_many_hands_an_origin_is_is_drawn_once_for_a_weighing() -> None:
    keys = [f"o{n}" for n in range(8)]
    said = [statement(key, about) for key in keys for about in ("alder", "birch")]
    heard = trace(*(origin(key, merges=(0.4, 0.6)) for key in keys))
    event = incident([party("alder"), party("birch")], said)
    with patch("whence.weigh.numbers.nats.repeats", wraps=repeats) as counted:
        weigh(event, heard, Options(draws=50))
    at_fifty = [call for call in counted.call_args_list if call.args[1].count == 50]
    assert len(at_fifty) == len(keys)
