"""Whose words the turns of a transcript are, and texts that are none."""

import pytest

from tests.extract.attributed import told

NAMED = (
    "Q Was the gate open?\n\nMS. RUIZ: It was shut. We had no part in this.\n\n"
    "The lamp was lit all night.\n\nQ Who lit it?\n\nMS. RUIZ: I cannot say."
)
QUOTED = (
    '"HOST: Was it shut?\n\n“RUIZ: It was shut.\n\n"HOST: And the lamp?\n\n"RUIZ: Lit. All night.'
)
BOXED = (
    "[REPORTER] WAS THE GATE OPEN?\n\n[RUIZ] IT WAS SHUT.  THE LAMP WAS LIT.\n\n"
    "[REPORTER] WHO LIT IT?\n\n[RUIZ] NOBODY."
)
HOSTED = "HOST: Was it shut?\n\nANA RUIZ: It was shut.\n\nHOST: And the lamp?\n\nANA RUIZ: Lit."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            QUOTED,
            [
                ("HOST", "Was it shut?"),
                ("RUIZ", "It was shut."),
                ("HOST", "And the lamp?"),
                ("RUIZ", "Lit."),
                ("RUIZ", "All night."),
            ],
        ),
        (
            NAMED,
            [
                ("MS. RUIZ", "It was shut."),
                ("MS. RUIZ", "We had no part in this."),
                ("MS. RUIZ", "The lamp was lit all night."),
                ("MS. RUIZ", "I cannot say."),
            ],
        ),
        (
            BOXED,
            [
                ("REPORTER", "WAS THE GATE OPEN?"),
                ("RUIZ", "IT WAS SHUT."),
                ("RUIZ", "THE LAMP WAS LIT."),
                ("REPORTER", "WHO LIT IT?"),
                ("RUIZ", "NOBODY."),
            ],
        ),
        (
            HOSTED,
            [
                ("HOST", "Was it shut?"),
                ("ANA RUIZ", "It was shut."),
                ("HOST", "And the lamp?"),
                ("ANA RUIZ", "Lit."),
            ],
        ),
    ],
)
def test_each_sentence_of_a_turn_is_its_speakers(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: The gate was shut.\n\nUPDATE: The lamp was lit.\n\nNOTE: Nobody came.",
        "[TEXT] THE GATE WAS SHUT.\n\n[BEGIN RECORDING] THE LAMP WAS LIT.\n\n[TEXT] NOBODY CAME.",
        "ANA RUIZ: The gate was shut.\n\nThe lamp was lit.\n\nNobody came.",
        "RUIZ: The gate was shut.\n\nRUIZ: The lamp was lit.\n\nRUIZ: Nobody came.",
    ],
)
def test_labels_and_a_lone_name_make_no_transcript(text: str) -> None:
    assert told(text) == []
