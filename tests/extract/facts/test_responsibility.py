"""Who owned up is a fact of the incident; who was accused or denied it has not."""

from tests.extract.suspected import read
from whence.extract.facts import claimed


def test_a_claim_of_responsibility_is_a_fact_with_its_words() -> None:
    (fact,) = claimed(read("The Lowland Front claimed responsibility for the attack."))
    assert (fact.slot, fact.value, fact.scope) == (
        "responsibility_claim",
        "Lowland Front",
        "incident",
    )
    assert "claimed responsibility" in fact.spans[0].text


def test_accused_and_denying_parties_have_claimed_nothing() -> None:
    told = read(
        "Police accused the Lowland Front of the attack. The Lowland Front denied involvement."
    )
    assert told
    assert claimed(told) == ()
