"""What is said about responsibility as such, and about evidence."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the blast.",
        "No one has claimed responsibility.",
        "There was no claim of responsibility.",
        "It was dark, nor did anyone immediately claim responsibility.",
        "Not a single party, among many that could gain, has claimed responsibility.",
        "No militant group has claimed responsibility.",
    ],
)
def test_nobody_claimed(text: str) -> None:
    assert read(text).values("responsibility_claim") == ["none"]


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Brigade claimed responsibility for the blast.",
        "The minister claimed that no road was safe.",
        "He has no claim to the throne, a lawyer said.",
    ],
)
def test_claims_and_other_things_are_not_none(text: str) -> None:
    assert read(text).values("responsibility_claim") == []


@pytest.mark.parametrize(
    "text",
    [
        "It is too early to say who carried out the raid.",
        "It was unclear yesterday who was behind the raid.",
        "It remains unclear who carried out the raid.",
        "The army did not identify who was behind the raid.",
        "The committee has not yet accused anyone.",
        "The cause of the fire is unknown, the operator wrote.",
        "The cause of the collapse has not yet been determined.",
        "What caused the blast remains unclear.",
        "“No line of inquiry has been ruled out,” the marshal said.",
        "The marshal would not rule out any theory.",
        "All lines of inquiry remain open.",
        "The marshals have not reached any final conclusion.",
        "They are still trying to determine who was behind the raid.",
        "It would be rash to say that the wardens did it.",
        "The raids have not been conclusively linked to the wardens.",
        "The Marsh Brigade said it had shot the balloon down. That claim could not be verified.",
        "The claims that Norra ordered the raid remain in the realm of rumour.",
    ],
)
def test_attribution_withheld(text: str) -> None:
    assert read(text).values("attribution_withheld") == ["yes"]


@pytest.mark.parametrize(
    "text",
    [
        "It is too early to say whether the bridge will hold.",
        "The marshal accused the Marsh Brigade.",
        "It is unclear why he left.",
        "The cause is just, the marshal said.",
        "The marshal would not rule out a second bridge.",
        "It would be a mistake to say that the talks had failed.",
        "They are still looking at who had won the race.",
        "The firm said sales rose. That claim could not be verified.",
    ],
)
def test_other_doubts_withhold_no_attribution(text: str) -> None:
    assert read(text).values("attribution_withheld") == []


def test_evidence_is_recovered_awaited_and_lost() -> None:
    page = read(
        "Remains of a small explosive-laden drone were retrieved by engineers. We are waiting for"
        " initial laboratory results. A squad detonated the shell without lifting fingerprints."
    )
    assert page.values("evidence_recovered") == ["remains of a drone"]
    assert page.words("evidence_recovered") == ["Remains of a small explosive-laden drone"]
    assert page.values("evidence_awaited") == ["initial laboratory results"]
    assert page.values("evidence_lost") == ["detonated the shell without lifting fingerprints"]


def test_absence_of_evidence_is_no_evidence() -> None:
    assert read("No fingerprints were found on the crate.").values("evidence_recovered") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The casings went to the police laboratory, and results were expected within weeks.",
            "results",
        ),
        ("Results of the search are due on Monday.", "results of the search"),
        ("The coroner has yet to report on the fire.", "report on the fire"),
        (
            "The panel is still waiting for data from the tram’s recorder, which a firm reads.",
            "data from the tram’s recorder",
        ),
    ],
)
def test_evidence_awaited(text: str, value: str) -> None:
    assert read(text).values("evidence_awaited") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Results of the election are expected on Monday.",
        "The brewery has yet to report on the quarter.",
        "The investigation is over and Brandt is due back in court.",
        "Rain is expected within days.",
    ],
)
def test_other_things_that_are_expected(text: str) -> None:
    assert read(text).values("evidence_awaited") == []


def test_evidence_recovered_by_somebody() -> None:
    page = read("The engine recovered by two divers bore no number.")
    assert page.values("evidence_recovered") == ["engine"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The daily, citing an audio recording of the raid, named no one.", ["recording"]),
        ("The bureau intercepted a conversation between two marshals.", ["conversation"]),
        ("Guards intercepted a boat near the recording studio.", []),
        ("The bureau had not intercepted any conversation.", []),
    ],
)
def test_what_was_recorded_or_intercepted_is_evidence(text: str, found: list[str]) -> None:
    values = read(text).values("evidence_recovered")
    assert len(values) == len(found)
    assert all(word in value for word, value in zip(found, values, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Part of the missile was sold for scrap before it could be examined",
        "The scene was hosed down",
        "The recordings had been overwritten",
    ],
)
def test_evidence_lost(text: str) -> None:
    assert len(read(f"{text}.").values("evidence_lost")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An officer was arrested on a charge of tampering with the evidence.",
        "Two officers were accused of destroying evidence.",
        "A man was charged with murder and destroying evidence.",
        "An officer denied tampering with the evidence.",
        "She was booked on counts of theft, tampering with evidence and fraud.",
        "He faces charges of manslaughter, trespass, theft and tampering with evidence.",
    ],
)
def test_a_mere_charge_lost_no_evidence(text: str) -> None:
    assert read(text).values("evidence_lost") == []


@pytest.mark.parametrize(
    "text",
    [
        "An officer was convicted of tampering with the evidence.",
        "A man was charged after the evidence was destroyed.",
        "A suspect was held and the evidence was lost.",
    ],
)
def test_a_charge_beside_a_loss_leaves_it_alone(text: str) -> None:
    assert len(read(text).values("evidence_lost")) == 1


def test_what_is_done_before_something_else_is_no_loss_of_evidence() -> None:
    page = read("The minister left before she could be examined.")
    assert page.values("evidence_lost") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The remains of one drone had been found near the gate, police said.", "remains of drone"),
        ("Police found parts of a rocket near the gate.", "parts of a rocket"),
        ("A part of the wing was recovered.", "part of the wing"),
        ("Investigators found part of the answer.", None),
        ("Part of the plan was found in a drawer.", None),
        ("They took note of the evening.", None),
    ],
)
def test_parts_are_evidence_only_of_things(text: str, found: str | None) -> None:
    assert read(text).values("evidence_recovered") == ([found] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "The sheriff would not say if a gun was recovered.",
        "Police did not say whether a weapon was found.",
        "The boy found a gun under the bed.",
        "A boy on Saturday retrieved his father's gun from a shelf.",
        "He retrieved a rifle from a closet.",
        "The gun was retrieved by the shooter from a coat.",
        "The gunman had found a pistol in the attic.",
        "Officers found bullet holes in the wall.",
        "Officers found police tape on the lawn.",
    ],
)
def test_what_nobody_found_as_evidence_is_none(text: str) -> None:
    assert read(text).values("evidence_recovered") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police found a pistol near the suspect's home.", "pistol"),
        ("When the boy fled they found a pistol in the boat.", "pistol"),
        ("A pistol was found by divers on the beach.", "pistol"),
        ("At least five casings were recovered.", "five casings"),
    ],
)
def test_what_was_found_is_evidence(text: str, value: str) -> None:
    assert read(text).values("evidence_recovered") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "No suspect has been arrested.",
        "No one has come forward with information.",
        "It is unclear if the men who were shot knew each other.",
        "It is not clear whether he did.",
        "It is not known who was killed.",
    ],
)
def test_a_search_for_suspects_withholds_no_judgement(text: str) -> None:
    found = read(text)
    assert found.values("attribution_withheld") == []
    assert found.values("responsibility_claim") == []


@pytest.mark.parametrize(
    ("text", "slot", "thing"),
    [
        ("A handwritten note was found at the mill.", "evidence_recovered", "note"),
        ("Police seized two rifles and a laptop.", "evidence_recovered", "two rifles"),
        ("Nails were found in the crater.", "evidence_recovered", "Nails"),
        ("Experts are examining the wreckage.", "evidence_awaited", "wreckage"),
    ],
)
def test_more_things_are_evidence(text: str, slot: str, thing: str) -> None:
    found = read(f"A bomb went off in Velm on Monday. {text}").values(slot)
    assert any(thing.casefold() in one.casefold() for one in found)


def test_a_note_that_somebody_leaves_is_none() -> None:
    found = read("A bomb went off in Velm. The boy left a note for his mother.")
    assert found.values("evidence_recovered") == []
