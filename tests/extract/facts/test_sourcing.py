"""A fact carries the chain, the hedge and the scope of the attribution that holds it."""

from dataclasses import dataclass

import pytest

from tests.extract.facts.reading import narrated
from tests.extract.texts import document
from whence.extract import facts
from whence.extract.prose import prose
from whence.extract.scope import scopes
from whence.extract.sourcing import Sourcing
from whence.extract.time import find_anchor
from whence.model.attribution import Attribution, Chain, Hop, Scope
from whence.model.fact import Fact

TEXT = "Gunners said six guards were wounded. It is too early to say who did it."


@dataclass(frozen=True)
class Said:
    hedge: int
    scope: Scope


def found(said: Said, text: str = TEXT) -> dict[str, Fact]:
    page = document(text)
    narrator = narrated(page)
    hops = (
        *narrator.narrator.hops,
        Hop(who="gunners", how="says", kind="group", anonymity="collective"),
    )
    chain = Chain(id="said", document_id=page.id, hops=hops)
    attribution = Attribution(
        id="att",
        document_id=page.id,
        source=None,
        cue=None,
        content=(page.span(13, len(text)),),
        kind="indirect",
        act="say",
        speaker="gunners",
        anonymity="collective",
        hedge=said.hedge,
        chain_id=chain.id,
        scope=said.scope,
        extractor="test@1",
    )
    chains = {**narrator.chains, chain.id: chain}
    sourcing = Sourcing(attributions=(attribution,), chains=chains, narrator=narrator.narrator)
    cut = prose(page)
    anchor = find_anchor(cut, None)
    told = facts.find(cut, sourcing, (), (), scopes(cut, (), anchor))
    return {fact.slot: fact for fact in told}


@pytest.mark.parametrize(("hedge", "scope"), [(1, "incident"), (3, "other")])
def test_fact_takes_over_from_its_attribution(hedge: int, scope: Scope) -> None:
    fact = found(Said(hedge, scope))["wounded"]
    assert (fact.chain_id, fact.attribution_id) == ("said", "att")
    assert (fact.hedge, fact.scope) == (hedge, scope)


def test_a_relative_clause_is_not_doubted_with_its_sentence() -> None:
    told = found(Said(1, "incident"), "Gunners said a raid, which left a clerk dead and six "
                 "guards wounded, was perhaps revenge.")["wounded"]  # fmt: skip
    assert (told.value, told.hedge) == ("6", 3)
    other = found(Said(1, "incident"), "Gunners said it was perhaps a raid, and six guards were "
                  "wounded by it.")["wounded"]  # fmt: skip
    assert other.hedge == 1


def test_withholding_is_certain_even_where_who_did_it_is_not() -> None:
    assert found(Said(0, "incident"))["attribution_withheld"].hedge == 3
