"""Figures that fall with their sources: by the rule itself, and without looking all up for each."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.fuse.making import said
from tests.trace.making import Made
from whence.fuse import superseding
from whence.fuse.superseding import Replaced, replaced
from whence.fuse.witness import Ledger, Witness
from whence.model.fact import FactStage
from whence.names.countries import split, state
from whence.names.spelling import words
from whence.trace import trace

_HANDS: list[tuple[str, ...]] = [
    (),
    ("the Andorran government:state",),
    ("the Norwegian government:state",),
    ("an unknown land:state",),
    ("the Andorran Health Ministry:body",),
    ("the Norwegian Health Ministry:body",),
    ("Pau Riba:person",),
    ("two officials:anonymous",),
]
_STAGES: list[FactStage] = ["asserted", "initial", "correction", "finding"]


def told(outlet: str, value: int, hand: tuple[str, ...], stage: FactStage = "asserted") -> Made:
    made = said(outlet, f"{outlet}: the hurt were counted.", "2031-05-04")
    made.fact("wounded", value, "counted", *hand, stage=stage)
    return made


def witnesses(made: list[Made]) -> tuple[Witness, ...]:
    documents, reports = [one.document for one in made], [one.report() for one in made]
    return Ledger(documents, reports, trace(documents, reports)).witnesses("incident", 0.2)


def stands_for(body: Witness, whole: Witness) -> bool:
    """Tell whether one hand is a body of the state that the other is."""
    if whole.origin.kind != "state" or body.origin.kind != "body":
        return False
    return state(whole.origin.name) in split(words(body.origin.name))[1]


def fallen(every: tuple[Witness, ...], found: dict[str, Replaced]) -> set[str]:
    """Return the facts of which all that stands behind them was withdrawn, by the rule itself."""
    result = set()
    for one in every:
        same = [o for o in every if o.sourced and o.fact.value == one.fact.value]
        if one.sourced:
            behind = [o for o in same if stands_for(o, one)]
        else:
            behind = [o for o in same if not any(stands_for(body, o) for body in same)]
        if one.fact.id not in found and behind and all(o.fact.id in found for o in behind):
            result.add(one.fact.id)
    return result


@given(
    st.lists(
        st.tuples(st.integers(5, 7), st.sampled_from(_HANDS), st.sampled_from(_STAGES)), max_size=12
    )
)
def test_what_falls_with_its_sources_is_what_the_rule_says(
    rows: list[tuple[int, tuple[str, ...], FactStage]],
) -> None:
    every = witnesses([told(f"Paper {n}", *row) for n, row in enumerate(rows)])
    with patch.object(superseding, "_orphaned", return_value={}):
        own = replaced(every)
    assert replaced(every).keys() - own.keys() == fallen(every, own)


def test_what_stands_behind_a_figure_is_looked_up_once_for_all_who_print_it() -> None:
    ministry = ("the Andorran Health Ministry:body",)
    made = [told("First", 5, ministry, "initial"), told("Second", 7, ministry, "correction")]
    made += [told(f"Paper {n}", 5, ()) for n in range(60)]
    made += [told(f"Gazette {n}", 7, ("the Andorran government:state",)) for n in range(60)]
    every = witnesses(made)
    with patch.object(superseding, "split", wraps=split) as looked:
        found = replaced(every)
    assert len(found) == 61
    assert looked.call_count <= len(every)


def test_what_is_counted_from_descriptions_takes_back_no_number_that_was_said() -> None:
    early = said("A", "Pau Riba: 3 were hurt.", "2031-05-04")
    late = said("B", "Pau Riba: a man was hurt.", "2031-05-06")
    early.fact("wounded", 3, "3 were hurt", "Pau Riba:person")
    late.fact("wounded", 1, "a man was hurt", "Pau Riba:person")
    assert set(replaced(witnesses([early, late]))) == {early.facts[0].id}
    late.facts[0] = replace(late.facts[0], note="counted from 1 described victim")
    gone = replaced(witnesses([early, late]))
    assert early.facts[0].id not in gone


def test_what_a_report_calls_a_first_figure_yields_to_what_it_gives_since() -> None:
    made = said("Post", "Post: at first fifteen; six in the end.", "2031-05-04")
    made.fact("wounded", 15, "at first fifteen", stage="initial")
    made.fact("wounded", 6, "six in the end")
    every = witnesses([made])
    assert [row.witness.fact.value for row in replaced(every).values()] == ["15"]


def test_a_source_s_first_figure_is_its_own_to_replace() -> None:
    made = said("Post", "Post: at first fifteen; six in the end.", "2031-05-04")
    made.fact("wounded", 15, "at first fifteen", "Pau Riba:person", stage="initial")
    made.fact("wounded", 6, "six in the end", "Ona Vila:person")
    assert replaced(witnesses([made])) == {}
