"""Order, symmetry and unpacking: what must not matter does not."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import origin, party, statement
from tests.weigh.worlds import QUICK, posterior, unrounded, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import weigh


@settings(max_examples=200, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_order_is_irrelevant(world: tuple[Incident, Trace], random: Any) -> None:
    event, origins = world
    statements, parties, heard = list(event.statements), list(event.parties), list(origins.origins)
    for shuffled in (statements, parties, heard):
        random.shuffle(shuffled)
    again = structs.replace(event, statements=tuple(statements), parties=tuple(parties))
    assert weigh(event, origins, QUICK) == weigh(again, Trace(origins=tuple(heard)), QUICK)


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_swapping_names_swaps_results(world: tuple[Incident, Trace]) -> None:
    event, origins = world
    swap = {"alder": "birch", "birch": "alder"}
    swapped = structs.replace(
        event,
        statements=tuple(
            structs.replace(s, party_id=swap.get(s.party_id, s.party_id)) for s in event.statements
        ),
    )
    before, after = weigh(event, origins, QUICK), weigh(swapped, origins, QUICK)
    for key, numbers in posterior(before).items():
        *start, name = key.split(":")
        assert posterior(after)[":".join((*start, swap.get(name, name)))] == pytest.approx(
            numbers, abs=2e-6
        )


@settings(max_examples=200, deadline=None)
@given(worlds(classes=False, silence=False), st.integers(2, 4))
def test_splitting_a_party_keeps_its_sum(world: tuple[Incident, Trace], parts: int) -> None:
    event, origins = world
    event = structs.replace(event, statements=(*event.statements, statement("envoy", "alder")))
    origins = Trace(origins=(*origins.origins, origin("envoy")))
    wings = tuple(f"wing-{n}" for n in range(parts))
    split = structs.replace(event, parties=(*event.parties, *(party(wing) for wing in wings)))
    inside = structs.replace(QUICK, membership={"alder": wings})
    whole, after = unrounded(event, origins), unrounded(split, origins, inside)
    for key, numbers in whole.items():
        role, _, name = key.partition(":")
        found = after[key] + sum(
            after.get(f"{role}:{wing}", 0) * (name == "alder") for wing in wings
        )
        assert found == pytest.approx(numbers, abs=1e-9)
