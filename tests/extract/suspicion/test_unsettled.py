"""Words of courts, police and parties that settle nothing about the incident."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb killed nine people at a bakery in Tannhope on Monday."
_MORE = "It stood near the old harbour, where ferries call twice a day."


def told(*sentences: str) -> list[tuple[str, str, bool, str]]:
    """Read with the sources that the rules find what is said of the incident."""
    claims = extract(page(_LEAD, _MORE, *sentences), RulesReader()).claims
    return brief(tuple(claim for claim in claims if claim.scope == "incident"))


@pytest.mark.parametrize(
    "sentence",
    [
        "A court sentenced Ilo Marsh, 40, to a year for lying to police about the bakery bombing.",
        "A court sentenced Ilo Marsh, 40, to a year in prison for lying over the bombing.",
        "A court sentenced Ilo Marsh, 40, to a year for helping the bakery bombers.",
        "A court sentenced Ilo Marsh, 40, to a year for filming the bakery.",
        "Ilo Marsh, 40, was jailed for hiding the man wanted for the bombing.",
        "Ilo Marsh, 40, was jailed for perjury over the bombing.",
        "Ilo Marsh, 40, is serving five years for an assault on a guard.",
        "Ilo Marsh, 40, served two years for assault.",
        "Ilo Marsh received a medal for the attack.",
        "Ilo Marsh received compensation for the bombing.",
        "Ilo Marsh received death threats over the bombing.",
        "Ilo Marsh received a prison visit over the bombing.",
        "Ilo Marsh received 20 months of treatment for the attack.",
        "Ilo Marsh got a phone call from his wife over the bombing.",
        "Ilo Marsh served as a medic for the attack.",
    ],
)
def test_this_is_no_sentence_for_the_deed(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilo Marsh, 40, was given nine years in prison for the bombing.",
        "Ilo Marsh, 40, got life for planting the bomb.",
        "Ilo Marsh, 40, received a life sentence in May for his part in the bombing.",
        "A judge sentenced Ilo Marsh, 40, to nine years for carrying a homemade device into the"
        " bakery.",
    ],
)
def test_this_is_one(sentence: str) -> None:
    assert told(sentence) == [("Ilo Marsh", "carried_out", True, "found")]


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("A court accused Ilo Marsh of the bombing and set his trial.", "accused"),
        ("The court said Ilo Marsh allegedly planted the bomb.", "accused"),
        ("The election commission said Ilo Marsh had planted the bomb.", "accused"),
        ("The European Commission said Ilo Marsh was behind the attack.", "accused"),
        ("The court was told that Ilo Marsh had planted the bomb.", "accused"),
    ],
)
def test_who_accuses_or_hears_or_rules_on_other_things_has_found_nothing(
    sentence: str, standing: str
) -> None:
    assert told(sentence) == [("Ilo Marsh", "carried_out", True, standing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A court freed Ilo Marsh, 40, on bail.",
        "The judge freed Ilo Marsh in May after he paid a fine.",
        "Ilo Marsh was discharged by a judge from probation in 2010.",
        "Police ruled out Harrow as the site of a rally.",
        "Prosecutors said they would not charge Ilo Marsh, 40, yet.",
        "Prosecutors will not charge Ilo Marsh, 40, with murder but with manslaughter.",
        "Ilo Marsh, 40, will not face murder charges.",
        "Ilo Marsh, 40, will not face further charges.",
        "Ilo Marsh, 40, will not be tried as an adult.",
        "Ilo Marsh, 40, will never be tried, as he died in the blast.",
        "Ilo Marsh, 40, was found not guilty by reason of insanity.",
        "A jury found Ilo Marsh, 40, not guilty by reason of insanity.",
        "A jury acquitted Ilo Marsh, 40, on one count but found him guilty of the others.",
        "Ilo Marsh, 40, is not a suspect yet.",
        "Ilo Marsh, 40, was not a suspect until Friday.",
        "The police have ruled out Ilo Marsh as a witness.",
        "Police are no longer looking at Harrow.",
    ],
)
def test_this_clears_nobody(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The men held have no connection to the Reed League.",
        "Police said the suspects have no links with the Harrow Police Department.",
        "The bank has no links to Velmark.",
        "Officials found no links between the bank and Velmark.",
        "The man has no ties to Harrow.",
        "Nothing links Harrow and Dorn but the road.",
        "I have nothing against the Reed League.",
        "Rescuers found no trace of Ilo Marsh.",
        "Harrow Hospital said it had no role in the case.",
        "Tannhope police had no involvement in the matter.",
        "I don't think Ilo Marsh has anything to do with the team.",
        "Reporter Ilo Marsh was wrongfully detained in Velmark last year.",
        "Police said Ilo Marsh, 19, was a victim of mistaken identity.",
    ],
)
def test_this_denies_nothing_for_who_was_not_accused(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said they had blown up a second device at the bakery.",
        "Tannhope police said they had raided the bakery.",
        "The army said it had shot down the drone that hit the bakery.",
        "The army said it had struck the attackers near the bakery.",
        "Ilo Marsh said he had been attacked by a gunman at the bakery.",
        "Oda Vell, 40, said it struck her near the bakery.",
        "Oda Vell, 40, said it hit the bakery at noon.",
    ],
)
def test_who_tells_of_his_work_or_his_wounds_owns_up_to_nothing(sentence: str) -> None:
    assert told(sentence) == []


def test_links_between_a_party_and_the_deed_are_denied() -> None:
    rows = told("Police found no link between the Reed League and the bombing.")
    assert rows == [("Reed League", "carried_out", False, "cleared")]
    rows = told("Villagers saw no link between the Reed League and the bombing.")
    assert rows == [("Reed League", "carried_out", False, "denied")]


@pytest.mark.parametrize(
    "sentence",
    [
        "All roads lead to Harrow.",
        "Ilo Marsh played a role.",
        "Kolvia played a key role, the minister said.",
        "Ilo Marsh stood behind the attack helicopter.",
        "Kolvia stands behind the strike by the dockers.",
        "The bombing was claimed on its front page by the Harrow Post to be a fraud.",
    ],
)
def test_these_words_tell_of_no_culprit(sentence: str) -> None:
    assert told(sentence) == []


def test_boasting_of_another_deed_is_no_owning_up_to_this_one() -> None:
    assert told("The Reed League boasted of bombing an airport in 2011.") == []


@pytest.mark.parametrize("accused", ["Youth OLN", "Government of Dorn and the OLN"])
def test_letters_alone_are_not_short_for_a_longer_name(accused: str) -> None:
    rows = told(f"Residents accused the {accused} of the bombing.", "OLN has claimed the bombing.")
    assert [row[0] for row in rows if row[3] == "admitted"] == ["OLN"]


def test_police_do_not_clear_police() -> None:
    rows = told("A police spokesman said Tannhope police had no part in the bombing.")
    assert rows == [("Tannhope police", "carried_out", False, "denied")]


@pytest.mark.parametrize(
    ("told", "claimed"),
    [
        ("There was no claim of responsibility from the Reed League.", False),
        ("There was no immediate claim of responsibility by the Reed League.", False),
        ("There has not been a claim of responsibility from the Reed League.", False),
        ("Police are awaiting a claim of responsibility from the Reed League.", False),
        ("A second night passed without a claim of responsibility by the Reed League.", False),
        ("There was a claim of responsibility from the Reed League.", True),
        ("Police received a claim of responsibility by the Reed League.", True),
    ],
)
def test_a_claim_that_never_came_is_none(told: str, *, claimed: bool) -> None:
    found = read("A bomb killed Ana Ferreira at the harbour on Monday.", told)
    assert [one.standing for one in found] == ["admitted"] * claimed


@pytest.mark.parametrize(
    "told",
    [
        "The Reed Front said the bombing was revenge for a raid by Norway.",
        "The Reed Front said the bombing was in response to killings by Norwegian forces.",
        "It was a reprisal for the shelling of two villages by Norwegian forces, the Front said.",
        "The Reed Front said it struck to avenge the killing of its leader by Norway.",
        "The bombing followed an airstrike by Norway.",
        "The bombing came two days after a raid by Norwegian forces.",
    ],
)
def test_the_deed_that_another_answers_is_not_the_same(told: str) -> None:
    found = read("A bomb killed Ana Ferreira at the harbour on Monday.", told)
    assert not any("Norw" in one.subject for one in found)


@pytest.mark.parametrize(
    "told",
    [
        "An expert said the bombing did not look like the work of the Reed League.",
        "To her it never looked like the work of the Reed League.",
        "Few believe the Reed League was behind the bombing.",
        "Hardly anyone in the town thinks the Reed League planted the bomb.",
        "Nobody has blamed the Reed League for the bombing.",
        "No country has publicly accused the Reed League of the bombing.",
        "Initial reports blamed the Reed League, but police later found a gas leak.",
    ],
)
def test_what_nobody_holds_is_held_against_nobody(told: str) -> None:
    assert read("A bomb killed Ana Ferreira at the harbour on Monday.", told) == ()


@pytest.mark.parametrize(
    "told",
    [
        "Norway carried out the bombing in revenge for the killing of its envoy.",
        "Police said it did not take long to see that it was the work of Norway.",
        "Three people were killed following an airstrike by Norway.",
        "Initial reports blamed Norway, but no group has claimed the bombing.",
        "No doubt has been left: the minister has blamed Norway for the bombing.",
    ],
)
def test_what_is_held_against_somebody_stays(told: str) -> None:
    found = read("A bomb killed Ana Ferreira at the harbour on Monday.", told)
    assert [(one.subject, one.polarity) for one in found] == [("Norway", True)]
