"""Who is described where the law takes hold of him, and named in what follows."""

import pytest

from tests.extract.suspicion.test_persons import claims

_NAMES = ("Darian Kolt", "Mara Lind")


def told(text: str) -> list[tuple[str, str]]:
    return sorted({(one.subject, one.standing) for one in claims(text, *_NAMES)})


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (
            "Police arrested a part-time cook over the poisoning of three guests. "
            "Mara Lind has denied the allegation.",
            "accused_by_authority",
        ),
        (
            "A court sentenced the chief engineer of the tug to five years for the bombing. "
            "Mara Lind, 51, had kept the fuses in a drawer.",
            "found",
        ),
        (
            "A man has been charged with the arson at the chapel. "
            "His counsel confirms that he is Mara Lind.",
            "accused_by_authority",
        ),
        (
            "The district court acquitted the watchman of the bombing. "
            '"I can sleep," said Mara Lind, 52, as he left the courtroom.',
            "cleared",
        ),
        (
            "Guards detained the driver of the van that rammed the procession, killing three. "
            "He is Mara Lind, a mechanic.",
            "accused_by_authority",
        ),
        (
            "A docker was arrested on suspicion of blowing up the crane. "
            "The agency identified the man as Mara Lind.",
            "accused_by_authority",
        ),
        (
            "Two dockers were arrested after the bombing. "
            "One of them, Mara Lind, 18, appeared before a magistrate.",
            "accused_by_authority",
        ),
        ("The man who stabbed three passengers is Mara Lind, 47.", "accused_by_authority"),
        ("The suspect in the bombing has been identified as Mara Lind.", "accused_by_authority"),
    ],
)
def test_what_is_told_of_the_described_is_told_of_the_named(text: str, standing: str) -> None:
    assert ("Mara Lind", standing) in told(text)
    assert {subject for subject, _ in told(text)} == {"Mara Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "Police named the victim of the stabbing as Mara Lind. A man was arrested.",
        "A man was arrested after the stabbing. Mara Lind, 41, died in hospital.",
        "A gunman killed a grocer. He was identified as Mara Lind.",
        "Police arrested a man over the killing of a priest. They named him as Mara Lind.",
        "A court sentenced two men for the bombing. Lawyer Mara Lind said it was just.",
        "Police arrested a student over the bombing. The rector, Mara Lind, said it was sad.",
        "Two men were charged with the bombing. Mara Lind, 52, was freed by police.",
        "The court freed a woman. Mara Lind, the witness, was identified by her voice.",
    ],
)
def test_whoever_may_be_another_is_nobody(text: str) -> None:
    blamed = {one for one, standing in told(text) if standing != "cleared"}
    assert blamed.isdisjoint(_NAMES)


def test_a_third_is_none_of_two_told_of_before() -> None:
    text = "Two women were convicted of the bombing. A third defendant, Mara Lind, was acquitted."
    assert ("Mara Lind", "found") not in told(text)
    assert ("Mara Lind", "cleared") in told(text)


def test_by_neighbours_a_suspect_is_accused_and_by_police_charged() -> None:
    lead = "A gunman opened fire on the stalls."
    assert told(f"{lead} He was identified by neighbours as Mara Lind.") == [
        ("Mara Lind", "accused")
    ]
    assert told(f"{lead} He was identified by police as Mara Lind.") == [
        ("Mara Lind", "accused_by_authority")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A man shot four people in the yard. While police did not identify the victims, friends"
        " identified them as Mara Lind, 64.",
        "A person of interest is in custody as police ask what happened to 15-year-old Mara Lind,"
        " whose body was found in the burnt barn.",
        "Prosecutors charged the neighbours of 5-year-old Mara Lind, who was shot on Monday.",
    ],
)
def test_whom_a_family_names_or_a_case_is_about_is_no_suspect(text: str) -> None:
    assert "Mara Lind" not in {name for name, _ in told(text)}


def test_who_is_jailed_on_bail_was_found_guilty_of_nothing() -> None:
    held = "A man was shot on Monday. Mara Lind is jailed on bail pending trial for the shooting."
    assert ("Mara Lind", "found") not in told(held)
    jailed = "A man was shot on Monday. Mara Lind was jailed for life for the shooting."
    assert ("Mara Lind", "found") in told(jailed)
