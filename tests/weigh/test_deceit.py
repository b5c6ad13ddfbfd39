"""How many forged hands of one sort an answer would take: weighed again with them."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.weigh.invented import incident, origin, party, rows, statement, trace
from tests.weigh.worlds import worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Added, Options, weigh
from whence.weigh.deceit import HAND, MOST
from whence.weigh.items import Item
from whence.weigh.modelling import model_of
from whence.weigh.numbers import likelihood
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.verdict import PROBABLE

TWO = [party("alder"), party("birch")]
QUICK = Options(draws=200)


def point(event: Incident, heard: Trace, key: str, hands: int, about: Any) -> float:
    """The share of an answer once so many officials more have said so, at point values."""
    keys = [f"minister {n}" for n in range(hands)]
    said = [statement(one, about, **_how(key), stake="neutral") for one in keys]
    more = incident(event.parties, [*event.statements, *said], event.slots)
    ears = Trace(origins=(*heard.origins, *(origin(one, "office") for one in keys)))
    model = model_of(more, ears, QUICK, Draws(seed=0, count=0))
    role = key.split(":", maxsplit=1)[0]
    question = next(each for each in model.questions if each.role == role)
    shares = model.evaluate().of(question.role)[0]
    return float(shares[question.live.index(key)])


def _how(key: str) -> dict[str, str]:
    role, kind = key.split(":")[:2]
    predicate = "ordered" if role == "sponsor" else "carried_out"
    return {"role": role, "predicate": "staged" if kind == "staged" else predicate}


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_that_many_bring_it_and_one_less_does_not(world: tuple[Incident, Trace]) -> None:
    for answer in weigh(*world, QUICK).answers:
        chosen = next(one for one in answer.hypotheses if one.id == answer.candidate)
        row = next(one for one in answer.posterior if one.hypothesis_id == answer.candidate)
        others = [one.forged for one in answer.posterior if one is not row]
        assert others == [None] * len(others)
        if chosen.party_id is None or row.mean > PROBABLE:
            assert row.forged == (0 if row.mean > PROBABLE else None)
            continue
        asked = (*world, chosen.id)
        if row.forged is None:
            assert point(*asked, MOST, chosen.party_id) <= PROBABLE
        else:
            assert point(*asked, row.forged, chosen.party_id) > PROBABLE
            if row.forged > 1:
                assert point(*asked, row.forged - 1, chosen.party_id) <= PROBABLE


def test_an_accusation_raises_who_was_only_cleared_or_claimed_it() -> None:
    cleared = incident(TWO, [statement("clerk", "alder", standing="cleared", polarity=False)])
    heard = trace(origin("clerk"))
    before = rows(weigh(cleared, heard))["alder"]
    assert before.prior == pytest.approx(0.01, abs=0.001)
    assert point(cleared, heard, "executor:alder", 1, "alder") > 0.3
    assert before.forged == 2  # what clears it weighs less than two neutral authorities
    assert point(cleared, heard, "executor:alder", 1, "alder") < PROBABLE
    claim = statement("voice", "alder", act="claim_responsibility", speaks_for_party=True)
    claimed = incident(TWO, [claim])
    assert rows(weigh(claimed, trace(origin("voice"))))["alder"].forged == 1


def test_a_party_that_an_analyst_adds_and_names_left_out_are_weighed_too() -> None:
    event = incident(TWO, [statement("official", "alder")])
    heard = trace(origin("official"))
    added = Added(party="Cedar League", reason="known in the area")
    options = Options(added=(added,), without=("official",), draws=200)
    result = weigh(event, heard, options)
    candidate = result.answer("executor").candidate
    row = next(one for one in result.answer("executor").posterior if one.hypothesis_id == candidate)
    assert row.forged is not None
    assert row.forged > 1


def test_who_is_probable_already_needs_nobody() -> None:
    said = [statement(key, "alder", standing="found", stake="neutral") for key in ("a", "b")]
    row = rows(weigh(incident(TWO, said), trace(origin("a"), origin("b"))))["alder"]
    assert row.mean > PROBABLE
    assert row.forged == 0


def test_hands_that_say_the_same_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are tried: at point values one says what all the others do."""
    drawn: list[str] = []

    def log_ratio(item: Item, *given: Any) -> Any:
        drawn.append(item.voices[0].origin_id)
        return likelihood.log_ratio(item, *given)

    monkeypatch.setattr("whence.weigh.numbers.nats.log_ratio", log_ratio)
    keys = [f"clerk {n}" for n in range(3)]
    said = [statement(key, "alder", standing="cleared", polarity=False) for key in keys]
    row = rows(weigh(incident(TWO, said), trace(*map(origin, keys))))
    assert row["alder"].forged is not None
    assert row["alder"].forged > 2
    assert [key for key in drawn if key.startswith(HAND)] == [HAND]
