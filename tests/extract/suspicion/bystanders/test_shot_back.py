"""Who struck the attacker down is not behind what he did."""

import pytest

from tests.extract.suspected import brief, document, here, narrated
from tests.extract.suspicion.guesses.test_seen import suspect
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.reading import Reading

_LEAD = "Police accused Milo Hartwig of the shooting at the harbour market, which killed three. "
_ENFORCERS = ("police", "officers", "soldiers", "security forces", "the Oren police")


def stand(text: str, who: str, victim: str | None = None) -> bool:
    """Tell whether a suspicion of somebody whom a reader is sure of stands, as told by nobody."""
    cut = prose(document(_LEAD + text))
    seen = suspect(cut, who, "reported_as_fact", 0.99)
    reading = Reading(document_id="doc-1", reader="encoder@hand", suspected=(seen,))
    found = suspicion.find(cut, narrated(cut), here, victim, reading)
    kept = {name for name, _, polarity, _ in brief(found) if polarity}
    return any(name.split()[-1] in who for name in kept if "Hartwig" not in name)


@pytest.mark.parametrize("who", _ENFORCERS)
@pytest.mark.parametrize(
    "text",
    [
        "Hartwig, who was killed by {}, left no note.",
        "Hartwig was shot dead by {} there.",
        "The gunman was later shot and killed by {}.",
        "He wounded four people before he was shot by {}.",
        "He wounded four people before being fatally shot himself by {}.",
        "He shot at shoppers, wounding four, and was then shot by {}.",
        "The attack ended when {} shot and killed Hartwig.",
        "The attack ended when {} shot the gunman dead.",
        "Hartwig's rampage lasted ten minutes until {} killed him.",
        "Then {}, who had come from the port, traded gunfire with Hartwig.",
    ],
)
def test_those_whose_office_it_is_may_strike_back(who: str, text: str) -> None:
    assert not stand(text.format(who), who)


@pytest.mark.parametrize("who", _ENFORCERS)
@pytest.mark.parametrize(
    "text",
    [
        "A fisherman, 44, was shot dead by {}.",
        "The woman was killed by {} there.",
        "At the pier {} shot and killed a fisherman.",
        "At the pier {} were involved in the shooting.",
    ],
)
def test_whom_they_strike_besides_they_answer_for(who: str, text: str) -> None:
    assert stand(text.format(who), who)


@pytest.mark.parametrize("who", _ENFORCERS)
def test_the_incidents_victim_is_no_attacker_whatever_they_say(who: str) -> None:
    text = f"Residents saw how {who} shot and killed Hartwig."
    assert stand(text, who, victim="Milo Hartwig")
    assert not stand(text, who)


@pytest.mark.parametrize("who", _ENFORCERS)
def test_they_are_involved_at_any_scene(who: str) -> None:
    assert not stand(f"After the killing {who} were involved in a standoff.", who)


@pytest.mark.parametrize("who", _ENFORCERS)
@pytest.mark.parametrize("did", ["detained a man", "had searched the flat", "later found him"])
def test_what_they_do_by_their_office_is_no_deed(who: str, did: str) -> None:
    assert not stand(f"After the shooting {who} {did}.", who)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("man in the crowd", "Another man in the crowd shot back at the gunman, wounding him."),
        ("a relative of the alleged gunman", "Then a relative of the alleged gunman shot a man."),
        ("a shopkeeper", "It ended when a shopkeeper shot the attacker."),
    ],
)
def test_nor_is_anybody_who_shoots_the_gunman(who: str, text: str) -> None:
    assert not stand(text, who)


@pytest.mark.parametrize("name", ["Roe", "Myers", "Fischer"])
def test_a_name_is_the_attackers_by_what_the_text_tells_of_him(name: str) -> None:
    text = f"Ben {name} opened fire in a shop. {name}, who was killed by police, left no note."
    assert not stand(text, "police")


def test_a_victim_may_have_the_name_of_who_did_it() -> None:
    assert stand("The sheriff said that Ana Ruiz shot her husband Ben Hartwig.", "Ana Ruiz")
