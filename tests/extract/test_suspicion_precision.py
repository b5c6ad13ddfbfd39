"""What reads like an accusation or an admission and is none, and what must still be read."""

import pytest

from tests.extract.suspected import brief, document, here, read, said
from tests.extract.unread import READING
from whence.extract import extract, suspicion
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb killed Ana Ferreira at the harbour on Monday."


def named(sentence: str) -> list[tuple[str, str, bool, str]]:
    return brief(read(_LEAD, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It would be rash to say that the Lowland Front did it.",
        "It would be wrong to conclude that the army was behind the attack.",
        "It is irresponsible to blame the Lowland Front for the attack.",
        "The army said it was too early to blame the Lowland Front for the attack.",
        "The army wrongly accused the Lowland Front of the attack.",
        "Those who say that the army did it are liars.",
        "Whoever blames the army for the attack is a liar.",
        "Is it true that the Lowland Front has claimed responsibility for the attack?",
        "The investigation of the attack by the army goes on.",
        "The aim was to kill the mayor and then attribute the attack to the army.",
        "It was to be a scenario in which the army was accused of the attack.",
        "He warned of the possible use of chemical weapons by the army.",
        "The attack was staged despite the presence of the army.",
        "The council did not rule out the army as a partner in the search.",
        "The army was not linked to the attack.",
        "The harbour, for which the army is responsible, was closed after the attack.",
        "In a survey, 26 percent of those asked attributed the attack to the Lowland Front.",
    ],
)
def test_nobody_is_accused(sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Paraguay supported the attack.",
        "Paraguay backed the bombing and praised the bombers.",
        "The newspaper accused Paraguay of supporting the attack.",
        "The attack was supported by Paraguay.",
        "Paraguay supported the attack with a statement.",
        "Paraguay backed the attack by giving a speech.",
        "Paraguay provided political support for the attack.",
        "Paraguay provided a justification for the attack.",
        "Paraguay provided assistance in the attack.",
    ],
)
def test_praise_of_the_deed_did_not_make_it_possible(sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Paraguay supported the attack with money and weapons.", True),
        ("Paraguay supported the attack by arming the gunmen.", True),
        ("Paraguay supported the attack by sending drones.", True),
        ("Paraguay facilitated and supported the attack.", True),
        ("Paraguay supported and financed the attack.", True),
        ("Paraguay financially supported the attack.", True),
        ("Paraguay provided logistical support for the attack.", True),
        ("Paraguay provided the weapons used in the attack.", True),
        ("The attack was backed by Paraguay with money and weapons.", True),
        ("The attack was financed and supported by Paraguay.", True),
        ("Paraguay denied supporting the attack.", False),
    ],
)
def test_means_and_money_made_it_possible(sentence: str, polarity: bool) -> None:
    found = [(c.subject, c.predicate, c.polarity) for c in read(_LEAD, sentence)]
    assert found == [("Paraguay", "enabled", polarity)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front took responsibility for the security of Ana Ferreira.",
        "The police took responsibility for the mistakes made after the attack.",
        "The army accepted responsibility for the failure to prevent the attack.",
        "The Lowland Front claimed credit for the drop in crime.",
        "The army denied responsibility for the delay.",
    ],
)
def test_who_answers_for_a_duty_neither_owns_up_nor_denies(sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front took responsibility.",
        "The Lowland Front took responsibility for the attack on Ana Ferreira.",
        "The Lowland Front claimed credit for the Sept. 14 attack.",
        "The Lowland Front claimed responsibility for detonating the bomb.",
        "The Lowland Front (LF) claimed responsibility for the attack.",
    ],
)
def test_an_admission_is_still_read(sentence: str) -> None:
    assert named(sentence) == [("Lowland Front", "carried_out", True, "admitted")]


def test_two_parties_with_their_short_names_own_up_together() -> None:
    found = named("The Lowland Front (LF) and the Upland Front (UF) claimed responsibility.")
    assert [subject for subject, *_ in found] == ["Lowland Front", "Upland Front"]


def test_an_aside_in_brackets_is_no_name() -> None:
    assert named("The Lowland Front (seen here last year) claimed responsibility.") == []


@pytest.mark.parametrize(
    ("sentence", "standing", "polarity"),
    [
        ("Claims that the Lowland Front carried out the attack remain unproven.",
         "speculated", True),
        ("Reports that the Lowland Front carried out the attack have not been confirmed.",
         "speculated", True),
        ("Some wilder claims – that it was an attack ordered by the Lowland Front, or that its men"
         " cut down the trees – remain in the realm of rumor.", "speculated", True),
        ("Reports that the Lowland Front claimed responsibility have not been confirmed.",
         "speculated", True),
        ("The claim that the Lowland Front carried out the attack is a lie.", "denied", False),
        ("The claim that the Lowland Front carried out the attack is sound.", "accused", True),
        ("The Lowland Front would have carried out the attack by night.", "speculated", True),
        ("The Lowland Front would very likely have carried out the attack.", "accused", True),
    ],
)  # fmt: skip
def test_what_became_of_a_claim_decides_how_it_stands(
    sentence: str, standing: str, polarity: bool
) -> None:
    assert [(s, p) for _, _, p, s in named(sentence)] == [(standing, polarity)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front had been accused of the attack by the army.",
        "The attack, for which the Lowland Front is blamed, wounded two.",
        "Relatives spoke of the attack, for which they hold the Lowland Front responsible.",
    ],
)
def test_the_accused_is_named_and_not_the_accuser(sentence: str) -> None:
    assert named(sentence) == [("Lowland Front", "carried_out", True, "accused")]


def test_a_deed_with_its_author_is_read_before_any_verb() -> None:
    expected = [("Lowland Front", "carried_out", True, "reported_as_fact")]
    assert named("The attack by the Lowland Front wounded two.") == expected
    assert named("The bomb that killed her was planted by the Lowland Front.") == expected


def test_ties_to_the_deed_are_a_reserved_accusation() -> None:
    found = read(_LEAD, "There is proof linking the Lowland Front to the attack.")
    assert [(c.subject, c.standing, c.hedge) for c in found] == [("Lowland Front", "accused", 2)]
    found = read(_LEAD, "The Lowland Front was linked to the attack.")
    assert [(c.subject, c.standing, c.hedge) for c in found] == [("Lowland Front", "accused", 2)]


def test_whom_nobody_rules_out_is_a_mere_possibility() -> None:
    found = named(
        "He did not rule out uncontrolled elements in the army as having been responsible."
    )
    assert found == [("uncontrolled elements in the army", "carried_out", True, "speculated")]


def test_an_arrest_is_a_charge_and_no_fact() -> None:
    found = read(_LEAD, "A judge ordered the arrest of six members of the Lowland Front involved"
                        " in the attack.")  # fmt: skip
    assert [(c.subject, c.subject_kind, c.standing) for c in found] == [
        ("Lowland Front", "group", "accused_by_authority")
    ]


def test_an_alleged_spokesman_commits_nobody_for_certain() -> None:
    found = read(_LEAD, "An alleged spokesman of the Lowland Front claimed responsibility.")
    assert [(c.standing, c.hedge) for c in found] == [("admitted", 2)]
    found = read(_LEAD, "A spokesman of the Lowland Front claimed responsibility.")
    assert [(c.standing, c.hedge) for c in found] == [("admitted", 3)]


def test_the_claim_of_a_deed_of_another_year_is_about_another_incident() -> None:
    sentence = "The Lowland Front, which claimed responsibility for a {} bombing, condemned it."
    other = read(_LEAD, sentence.format(1998))
    assert [(c.standing, c.scope) for c in other] == [("admitted", "other")]
    mine = read("A bomb killed Ana Ferreira in 1998.", sentence.format(1998))
    assert [(c.standing, c.scope) for c in mine] == [("admitted", "incident")]


def test_the_general_of_an_irregular_army_is_no_authority() -> None:
    for speaker, standing in (
        ("Free Norland Army leader Gen. Rui Costa", "accused"),
        ("Norland Army leader Gen. Rui Costa", "accused_by_authority"),
    ):
        cut = prose(document(f"{speaker} said the Lowland Front was behind it."))
        sourcing = said(cut, speaker, "the Lowland Front was behind it")
        found = suspicion.find(cut, sourcing, here, None, READING)
        assert [c.standing for c in found] == [standing]


def test_a_denial_beside_an_accusation_leaves_the_accusation_alone() -> None:
    content = "We had no part in it. The army carried out the attack"
    cut = prose(document(f"“{content},” Rui Costa said."))
    sourcing = said(cut, "Rui Costa", content, "deny_involvement", cue="said")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert ("army", "carried_out", True, "accused") in brief(found)


def test_conviction_without_a_source_is_somebody_s_word() -> None:
    assert named("I am convinced the Lowland Front did it.") == [
        ("Lowland Front", "carried_out", True, "accused")
    ]


def test_another_deed_of_the_same_day_is_another_matter() -> None:
    report = extract(
        document(
            "The Lowland Front said it shot down a warplane over the harbour.",
            "Also Friday, the Lowland Front said it fired two rockets at the port.",
        ),
        RulesReader(),
    )
    assert [(c.standing, c.scope) for c in report.claims] == [
        ("admitted", "incident"),
        ("admitted", "other"),
    ]
