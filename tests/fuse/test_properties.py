"""What must hold whatever the reports: order, copies, one origin per chain, judgements."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.cases import correction
from tests.fuse.making import fused
from tests.trace.making import Made, document
from whence.fuse import fuse
from whence.model.fact import FactStage
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.trace import Options, trace

_HANDS: list[tuple[str, ...]] = [
    (),
    ("AP:agency", "two officials:anonymous"),
    ("Reuters:agency", "officials:anonymous"),
    ("an interior ministry spokesman:role",),
    ("the Andorran Interior Ministry:body",),
    ("Interior Ministry Spokesman Pau Riba:person",),
    ("Pau Riba:person",),
    ("Riba:person",),
    ("the ministry:body",),
    ("the statement:post",),
    ("Prime Minister Ona Holm:person",),
    ("the prime minister:role",),
    ("he:anonymous",),
]


_STAGES: list[FactStage] = ["asserted", "initial", "correction", "finding"]


@st.composite
def reports(draw: st.DrawFn) -> list[Made]:
    made: list[Made] = []
    for number in range(draw(st.integers(1, 5))):
        agency = draw(st.sampled_from(["", "ENCAMP (AP) — "]))
        text = f"{agency}Report {number}: the interior ministry met; Riba was hurt, 3 came."
        day = draw(st.sampled_from([None, "2031-05-04", "2031-05-05", "2031-05"]))
        one = Made(document(f"Paper {number % 3}", text, day))
        for hands in draw(st.lists(st.sampled_from(_HANDS), max_size=4)):
            count = draw(st.integers(1, 4))
            stage = draw(st.sampled_from(_STAGES))
            one.fact("munitions_launched", count, "3 came", *hands, stage=stage)
            one.claim(
                draw(st.sampled_from(["Fajr Front", "al-Fajr", "Norway"])), "Riba was hurt", *hands
            )
        made.append(one)
    return made


def run(made: Sequence[Made], options: Options | None = None) -> tuple[Trace, Incident]:
    documents, said = [one.document for one in made], [one.report() for one in made]
    traced = trace(documents, said, options or Options())
    return traced, fuse(documents, said, traced)


@settings(max_examples=60, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_order_is_irrelevant(made: list[Made], random: Random) -> None:
    before = run(made)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert run(shuffled) == before


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_chain_has_one_origin_and_every_fact_one_value(made: list[Made]) -> None:
    traced, incident = run(made)
    chains = sorted(chain.id for one in made for chain in one.chains.values())
    assert sorted(key for origin in traced.origins for key in origin.chain_ids) == chains
    values = [value for slot in incident.slots for value in slot.values]
    shown = sorted(key for value in values for key in value.fact_ids)
    assert shown == sorted({fact.id for one in made for fact in one.facts})
    for origin in traced.origins:
        assert all(0 < merge.probability <= 1 for merge in origin.merges)
    for slot in incident.slots:
        held = [value for value in slot.values if value.status == "held"]
        assert len(held) <= 1
        assert all(0 <= value.support <= 2 * len(value.origin_ids) for value in slot.values)


def _copy(one: Made, number: int) -> Made:
    again = Made(document(f"Copyist {number}", one.document.text, "2031-06-01"))
    for fact in one.facts:
        hands = next(hands for hands, chain in one.chains.items() if chain.id == fact.chain_id)
        assert fact.quantity is not None
        again.fact(
            fact.slot, fact.quantity.best or 0, fact.spans[0].text, *hands,
            unit=fact.unit, stage=fact.stage,
        )  # fmt: skip
    return again


def test_nine_more_copies_change_neither_origins_nor_support() -> None:
    made = correction()
    traced, incident = run(made)
    sourced = {one.id: one.name for one in traced.origins if one.kind not in ("outlet", "agency")}
    copied = [_copy(made[0], number) for number in range(9)]
    more, again = run([*made, *copied])
    assert {
        one.id: one.name for one in more.origins if one.kind not in ("outlet", "agency")
    } == sourced
    for slot in incident.slots:
        other = again.slot(slot.slot)
        assert other is not None
        assert [(value.value, value.status, value.support) for value in other.values] == [
            (value.value, value.status, value.support) for value in slot.values
        ]
    assert len(more.copies) > len(traced.copies)


def test_a_judgement_undoes_a_merge_and_the_correction_with_it() -> None:
    made = correction()
    apart = Options(apart=(("Col. Pau Riba", "Interior Ministry Spokesman Pau Riba"),))
    _, incident = run(made, apart)
    launched = incident.slot("munitions_launched")
    assert launched is not None
    assert launched.disputed


def test_nothing_in_nothing_out() -> None:
    assert fused([]).slots == ()
    assert trace([], []) == Trace()
