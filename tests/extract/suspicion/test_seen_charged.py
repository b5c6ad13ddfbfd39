"""Who is held or blamed for something beside the deed is no suspect of it."""

import pytest

from tests.extract.suspected import document, here, narrated, said
from tests.extract.suspicion.guesses.test_seen import alone, claims, suspect
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.claim import Standing
from whence.model.reading import Reading


@pytest.mark.parametrize(
    "charge",
    [
        "was arrested as well as an officer for “tampering with the evidence”",
        "was arrested for lying to the police about the bombing",
        "was charged with obstruction of justice in the bombing case",
        "was blamed for failing to stop the bombers",
        "was held on suspicion of repeatedly misleading the court",
        "was detained for alleged negligence",
        "faces one count of destroying records and three of lying about the bombing",
        "stands accused of perjury",
        "was arrested at a protest for throwing stones at a bank",
        "was accused by the opposition of using the attack to win votes",
        "was sentenced to two years for insulting the victims of the bombing",
        "was arrested with a brother for secretly selling fertiliser",
        "was charged with money laundering, and the bombing is another matter",
        "was arrested on drug charges after the bombing",
        "was arrested for helping the bomber to flee",
        "was accused of providing shelter to the gunman",
        "was accused of leaving the gate unlocked for the bomber",
        "was charged with the bombing, but the court acquitted them",
        "was charged with taking photographs of the ruins",
        "was arrested for making a hoax call about the bombing",
        "was charged with driving under the influence near the ruins",
        "was arrested by the rebels on Monday",
        "was named as a witness to the bombing",
        "has an extensive criminal history, including charges over a bombing",
        "is working with its allies to get to the bottom of what happened",
        "has also been investigating the bombing for a week",
        "was arrested over the bombing by mistake",
        "was arrested over the bombing and turned out to be innocent",
        "was convicted of conspiracy to possess with intent to sell heroin",
        "was arrested on Friday on a charge of domestic violence",
        "was later wrongly convicted over the bombing",
        "was jailed after refusing to testify before a jury on the bombing",
        "was arrested at a protest against the bombing",
        "was detained after he tried to cross the police line",
        "was charged with attempting to travel abroad to join the rebels",
    ],
)
def test_a_charge_beside_the_deed_makes_no_suspect(charge: str) -> None:
    found = alone(f"The Reed League {charge}.", "The Reed League")
    assert not any(claim.polarity for claim in found)


@pytest.mark.parametrize(
    "before",
    [
        "His brother is accused of shooting Ida Moss, 18, and",
        "A man was charged with the murder of",
        "A man was arrested for the deaths of both Ida Moss and",
        "The court upheld a lawsuit filed by the senate against",
    ],
)
def test_whom_somebody_is_charged_with_hurting_is_no_suspect(before: str) -> None:
    assert alone(f"{before} Ana Ruiz, 20, at the hall.", "Ana Ruiz") == ()


@pytest.mark.parametrize(
    "charge",
    [
        "was arrested for the bombing",
        "was charged with murder and with obstruction of justice",
        "was held on suspicion of murder and of tampering with evidence",
        "was arrested on Monday",
        "was arrested with two others for the second time",
        "was held for questioning",
        "was detained for throwing a petrol bomb into the hall",
        "is accused of making the device",
        "was charged with planting it and with lying to the police",
        "was charged with lying to the police and with planting it",
        "was charged with perjury and murder",
        "was charged with killing a corruption investigator",
        "was charged with helping to plan the bombing",
        "was charged with taking part in the bombing",
        "was accused of leaving the bomb in a locker",
        "was charged with driving the bombers to the scene",
        "was accused of leading the raid on the post",
        "was charged with the bombing and with a robbery",
        "was charged with using a weapon of mass destruction",
        "was charged with possessing explosives",
        "was charged over the border post attack",
    ],
)
def test_a_charge_for_the_deed_leaves_the_suspicion(charge: str) -> None:
    assert alone(f"The Reed League {charge}.", "The Reed League")


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League, whose boat was stolen, is not a suspect.",
        "The Reed League, held since May, could not have planted the bomb.",
        "The Reed League was seen near the pier and may be among the dead.",
        "The Reed League was held in an unrelated case.",
        "Rumours on social media that the Reed League planted the bomb are false.",
        "A man was freed for lack of evidence. Papers named the Reed League at first.",
        "Papers had named the Reed League. A day later he was released without charge.",
    ],
)
def test_a_sentence_that_exculpates_makes_no_suspect(text: str) -> None:
    found = alone(text, "The Reed League" if text.startswith("The") else "the Reed League")
    assert not any(claim.polarity for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League, who were held for two hours, were released without charge.",
        "Charges against the Reed League over the bombing were dropped on Friday.",
    ],
)
def test_charges_that_fall_clear(text: str) -> None:
    (found,) = alone(text, "Reed League")
    assert (found.standing, found.polarity) == ("cleared", False)


@pytest.mark.parametrize(
    "text",
    [
        "A man claiming to speak for the Reed League claimed the raid, but he was an impostor.",
        "A message of the Reed League claimed the raid; it called it a forgery.",
        "A fake statement by the Reed League claimed responsibility for the bombing.",
        "Spies of the Reed League were paid to say that they had planted the bomb.",
    ],
)
def test_an_impostor_owns_up_for_nobody(text: str) -> None:
    cut = prose(document(text))
    assert not [one for one in claims(cut) if one.standing == "admitted"]
    assert not alone(text, "the Reed League", "admitted")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "The claim of responsibility by the Reed League was dismissed by the police.",
            ("Reed League", "denied"),
        ),
        (
            "A claim of responsibility for the bombing from the Reed League came on Monday.",
            ("Reed League", "admitted"),
        ),
    ],
)
def test_a_claim_of_responsibility_that_is_dismissed(text: str, named: tuple[str, str]) -> None:
    assert [(one.subject, one.standing) for one in claims(prose(document(text)))] == [named]


def test_who_dismisses_a_claim_of_responsibility_made_none() -> None:
    text = "The Reed League's claim of responsibility was dismissed by the army."
    assert "army" not in {one.subject for one in claims(prose(document(text)))}


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The Reed League claimed the raid and forged new alliances.", "admitted"),
        ("In the name of the Reed League somebody claimed the raid.", "admitted"),
    ],
)
def test_who_owns_up_by_himself_is_no_impostor(text: str, standing: Standing) -> None:
    cut = prose(document(text))
    seen = suspect(cut, "the Reed League" if "the Reed" in text else "The Reed League", "admitted")
    sourcing = said(cut, seen.span.text, "the raid", "claim_responsibility", "claimed")
    found = claims(cut, seen, sourcing=sourcing)
    assert {one.standing for one in found} == {standing}
    assert {one.hedge for one in found} == {2 if text.startswith("In the name") else 3}


def test_an_order_that_is_the_deed_is_no_admission() -> None:
    cut = prose(document("Officials said the Reed League had ordered the bombing."))
    sourcing = said(cut, "the Reed League", "the bombing", "call_for", "had ordered", "group")
    found = claims(cut, sourcing=sourcing)
    assert found
    assert "admitted" not in {one.standing for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "A strike on a hospital run by the Reed League killed two people.",
        "A bombing of a bridge built by the Reed League killed two people.",
        "An attack on a camp held by the Reed League killed two people.",
        "An attack against a school set up by the Reed League killed two people.",
        "The kidnapping of a man paid by the Reed League was condemned.",
        "A strike on the home of a man sought by the Reed League killed two people.",
    ],
)
def test_whose_the_place_was_did_not_attack_it(text: str) -> None:
    assert claims(prose(document(text))) == ()


def test_who_attacked_the_place_is_named_behind_it() -> None:
    (found,) = claims(prose(document("An attack on a train by the Reed League killed two.")))
    assert (found.subject, found.standing) == ("Reed League", "reported_as_fact")


def test_who_is_named_where_another_incident_is_recalled_is_no_suspect_of_this_one() -> None:
    cut = prose(document("The attack came after two other pilots were seized by the Reed League."))
    seen = suspect(cut, "the Reed League", "reported_as_fact", 0.99)
    reading = Reading(document_id="doc-1", reader="encoder@hand", suspected=(seen,))
    recalled = cut.text.index("after")
    (claim,) = suspicion.find(
        cut, narrated(cut), lambda at: "other" if at >= recalled else "incident", None, reading
    )
    assert claim.scope == "other"


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("THE BLAST HIT MEN WHO CARRIED OUT AN ANTI-CARTEL OPERATION.", "ANTI-CARTEL", 0),
        ("THE BLAST WAS CARRIED OUT BY THE ANTI-CARTEL FRONT.", "ANTI-CARTEL FRONT", 1),
    ],
)
def test_what_an_operation_is_against_is_no_suspect(text: str, words: str, count: int) -> None:
    cut = prose(document(text))
    seen = suspect(cut, words, "reported_as_fact", 0.99)
    reading = Reading(
        document_id="doc-1", reader="encoder@hand", suspected=(seen,), named=(seen.span,)
    )
    found = suspicion.find(cut, narrated(cut), here, None, reading)
    assert [one.subject for one in found] == [words] * count


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers accused Kolvia of crimes in the fight against the Reed League.",
        "Lawyers accused Kolvia of crimes in its long campaign against the “Reed League” abroad.",
    ],
)
def test_whom_the_accused_fight_is_not_accused(text: str) -> None:
    assert "Reed League" not in [one.subject for one in alone(text, "Reed League", "accused", 0.99)]
