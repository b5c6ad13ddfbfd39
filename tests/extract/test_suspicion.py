"""Who is named as behind it, with which standing: invented sentences, traps included."""

import pytest

from tests.extract.suspected import brief, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bombing was carried out by the Lowland Front.",
            [("Lowland Front", "carried_out", True, "reported_as_fact")],
        ),
        (
            "Lowland militants launched two rockets at the palace.",
            [("Lowland militants", "carried_out", True, "reported_as_fact")],
        ),
        (
            "Residents blamed the Lowland Front for the bombing.",
            [("Lowland Front", "carried_out", True, "accused")],
        ),
        (
            "The interior ministry blamed the Lowland Front for the bombing.",
            [("Lowland Front", "carried_out", True, "accused_by_authority")],
        ),
        (
            "The newspaper accused the Lowland Front of planning the attack.",
            [("Lowland Front", "ordered", True, "accused")],
        ),
        (
            "The prosecutor pointed the finger at foreign intelligence agencies.",
            [("foreign intelligence agencies", "carried_out", True, "accused_by_authority")],
        ),
        (
            "Suspicion immediately fell on Uruguay-backed militias.",
            [("Uruguay-backed militias", "carried_out", True, "accused")],
        ),
        (
            "The Lowland Front claimed responsibility for the attack.",
            [("Lowland Front", "carried_out", True, "admitted")],
        ),
        (
            "Responsibility for the attack was claimed by the Lowland Front.",
            [("Lowland Front", "carried_out", True, "admitted")],
        ),
        (
            "The Lowland Front denied involvement in the attack.",
            [("Lowland Front", "carried_out", False, "denied")],
        ),
        (
            "The Lowland Front condemned the attack and denied any involvement.",
            [("Lowland Front", "carried_out", False, "denied")],
        ),
        (
            "The Lowland Front denied ordering the attack.",
            [("Lowland Front", "ordered", False, "denied")],
        ),
        (
            "The Lowland Front dismissed suggestions that armed groups were behind the attack.",
            [("armed groups", "carried_out", False, "denied")],
        ),
        (
            "Paraguay played no role in the attack.",
            [("Paraguay", "carried_out", False, "denied")],
        ),
        (
            "Paraguay probably ordered the attack.",
            [("Paraguay", "ordered", True, "accused")],
        ),
        (
            "Paraguay is unlikely to have sanctioned the attack.",
            [("Paraguay", "ordered", False, "denied")],
        ),
        (
            "Paraguay may have carried out the attack.",
            [("Paraguay", "carried_out", True, "speculated")],
        ),
        (
            "Paraguay likely supported and facilitated the attack.",
            [("Paraguay", "enabled", True, "accused")],
        ),
        (
            "Three members were acquitted, and the Lowland Front was cleared of the bombing.",
            [("Lowland Front", "carried_out", False, "cleared")],
        ),
        (
            "A commission of inquiry found that the Lowland Front carried out the bombing.",
            [("Lowland Front", "carried_out", True, "found")],
        ),
        (
            "Rui Tavares, 41, was convicted of the bombing.",
            [("Rui Tavares", "carried_out", True, "found")],
        ),
        (
            "Rui Tavares, 41, was arrested in connection with the bombing.",
            [("Rui Tavares", "carried_out", True, "accused_by_authority")],
        ),
        (
            "The bombing had the hallmarks of the Lowland Front.",
            [("Lowland Front", "carried_out", True, "speculated")],
        ),
        (
            "The perpetrators were the same people who murdered Judge Almada.",
            [
                (
                    "the same people who murdered Judge Almada",
                    "carried_out",
                    True,
                    "reported_as_fact",
                )
            ],
        ),
        (
            "The drones flew from a Paraguayan air base.",
            [("Paraguay", "enabled", True, "speculated")],
        ),
    ],
)
def test_the_words_tell_how_a_suspicion_stands(
    text: str, expected: list[tuple[str, str, bool, str]]
) -> None:
    assert brief(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paraguay condemned the attack.",
        "Paraguay, Uruguay and Chile have each condemned the attack.",
        "No group claimed responsibility for the attack.",
        "Not a single group has claimed responsibility for the attack.",
        "Neither the Lowland Front nor the Highland Army claimed responsibility for the attack.",
        "The Lowland Front has not claimed responsibility for the attack.",
        "It is not clear who was behind the attack.",
        "It is unclear whether the Lowland Front was behind the attack.",
        "If the Lowland Front carried out the attack, the law will fall on them.",
        "The commission has not accused the Lowland Front of the attack.",
        "The ministry stopped short of blaming the Lowland Front for the attack.",
        "The Lowland Front said it was too early to tell who had done this.",
        "The perpetrators of the attack must be held to account.",
        "Those responsible for the attack will be found, the Lowland Front said.",
        "Rui Tavares was arrested for tampering with the evidence.",
        "The police investigation was carried out by the Lowland Front's rivals.",
        "An investigation was carried out by Paraguayan police.",
        "The second attack was carried out by drones.",
        "Two drones were shot down by Paraguayan forces.",
        "The minister accused the Lowland Front of electoral fraud.",
        "The minister blamed the Lowland Front for the inflation.",
        "Paraguay-backed militias rejected the results of the election.",
        "The Lowland Front's leader visited the scene of the attack.",
        "Groups in Paraguay welcomed the attack.",
        "As loadmaster, Tavares was responsible for making sure that the cargo was safe.",
        "The spokesman claimed that three drones were used in the attack.",
        "The attack was condemned by Paraguay.",
        "Opponents of Paraguay carried out inspections after the attack.",
        "The death of the pianist was announced on Friday by the University of Asuncion.",
        "The storm called Hurricane Olga finally cleared Paraguay.",
        "The Senate acquitted both of them.",
        "The film was an attempt by Tavares to make people laugh.",
        "Police suspect the attackers fled by boat.",
        "Tavares was charged with three distinct crimes.",
        "The state-run Lowland Railways launched this event in May.",
        "Was this event planned by the Lowland Railways?",
        "The statue is a trademark of the Lowland Front.",
        "The Lowland Front denied the allegations.",
        "The bombs struck two shops owned by Tavares: an attack on a market seen by Rui Melo.",
        "It is far from clear how Paraguay could carry out the attack.",
        "There was no claim, but the Lowland Front frequently carries out attacks here.",
        "He had planned it with the intention of blaming it on the Lowland Front.",
        "Nine people were killed in attacks by UAVs.",
        "Demonstrators said that evidence in the market bombing was fabricated.",
        "The same group had previously carried out the attack on the mill.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert brief(read(text)) == []


def test_an_adjective_names_no_state() -> None:
    found = read("The attack was carried out by Paraguay-backed militias.")
    assert [c.subject for c in found] == ["Paraguay-backed militias"]
    assert found[0].subject_kind == "class"


def test_a_coordination_gives_a_claim_for_each() -> None:
    found = read("The powerful Costa Brava and Serra Alta groups carried it out together.")
    assert [c.subject for c in found] == ["Costa Brava", "Serra Alta"]
    assert [c.subject_span.text for c in found if c.subject_span] == ["Costa Brava", "Serra Alta"]


def test_where_a_group_is_located_is_not_the_group() -> None:
    found = read("Militants in Paraguay carried out the attack.")
    assert "Paraguay" not in [c.subject for c in found]


def test_the_object_of_another_verb_is_no_subject() -> None:
    assert read("Groups that oppose Paraguay carried out the attack.") == ()


def test_a_claim_and_its_refutation_are_both_kept() -> None:
    found = read(
        "The Lowland Front claimed responsibility for the crash, but the ministry said the "
        "Lowland Front's claims were false. The Lowland Front claims are false, it added."
    )
    assert ("Lowland Front", "carried_out", True, "admitted") in brief(found)
    assert ("Lowland Front", "carried_out", False, "denied") in brief(found)


def test_they_denied_takes_up_the_accused_of_the_sentence_before() -> None:
    found = read("Suspicion fell on separatist militias. They denied involvement.")
    assert brief(found)[1] == ("separatist militias", "carried_out", False, "denied")
    assert found[1].subject_span is not None
    assert found[1].spans[0].text == "They denied involvement"


def test_they_denied_without_anybody_accused_is_nothing() -> None:
    assert read("Protesters gathered. They denied involvement.") == ()


def test_knew_but_did_not_order() -> None:
    found = read(
        "Paraguay was aware of the attack before it happened but the government had not "
        "ordered it, officials said."
    )
    assert [(c.subject, c.predicate, c.polarity) for c in found] == [
        ("Paraguay", "knew", True),
        ("Paraguay", "ordered", False),
    ]


def test_a_denial_without_the_word() -> None:
    found = read(
        "Many blamed the Lowland Front for the attack.",
        "Its spokesman insists that the Lowland Front has been framed.",
    )
    assert brief(found)[1] == ("Lowland Front", "carried_out", False, "denied")


def test_a_capital_that_acts_is_its_state() -> None:
    found = read("Asuncion likely ordered the attack.")
    assert (found[0].subject, found[0].subject_kind) == ("Paraguay", "state")
    assert found[0].subject_span is not None
    assert found[0].subject_span.text == "Asuncion"


def test_staging_names_the_side_of_the_victim() -> None:
    found = read("Some of her rivals suspect that the incident was a false flag.")
    assert [(c.subject, c.subject_kind, c.predicate) for c in found] == [
        ("Ana Ferreira", "victim_side", "staged")
    ]
    assert found[0].standing in {"accused", "speculated"}


def test_an_attack_staged_by_somebody_is_no_false_flag() -> None:
    found = read("The attack was staged by the Lowland Front.")
    assert all(c.predicate != "staged" for c in found)


def test_playing_the_victim_is_said_of_the_victim() -> None:
    found = read("A commander accused Ms Ferreira of “playing a victim role”.")
    assert [(c.subject_kind, c.predicate, c.standing) for c in found] == [
        ("victim_side", "staged", "accused")
    ]
