"""Who speaks where a verb stands away from its subject, and bodies that are called something."""

import pytest

from tests.extract.attributed import hops, sourcing, told
from whence.extract.speech.speakers import describe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the daily Abendpost, Pavlo Reznik was surprised and denied any role"
            " in the blast.",
            ("Pavlo Reznik", "any role in the blast"),
        ),
        (
            "According to Nordsicht, in a brief conversation, Pavlo Reznik was surprised and"
            " denied any role.",
            ("Pavlo Reznik", "any role"),
        ),
        (
            "According to the daily Abendpost, the suspect left on Monday, denying that he had"
            " any part in it.",
            ("suspect", "that he had any part in it"),
        ),
        (
            "Pavlo Reznik, the Abendpost reported, denied that he had planted the bomb.",
            ("Pavlo Reznik", "that he had planted the bomb"),
        ),
        (
            "Pavlo Reznik, the Abendpost reported on Monday, denied that he had planted it.",
            ("Pavlo Reznik", "that he had planted it"),
        ),
        (
            "Pavlo Reznik, a diver for Halvik Marine, denied that he had planted it.",
            ("Pavlo Reznik, a diver for Halvik Marine", "that he had planted it"),
        ),
        (
            "The minister said the port was open and denied that it had burned.",
            ("minister", "that it had burned"),
        ),
    ],
)
def test_a_verb_has_the_subject_of_its_own_clause(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_who_denies_within_another_s_words_came_through_him() -> None:
    text = "According to the daily Abendpost, Pavlo Reznik was surprised and denied any role."
    assert hops(text)[1][1:] == ["daily Abendpost", "Pavlo Reznik"]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_name_in_quotation_marks_keeps_both(marks: str) -> None:
    name = f"{marks[0]}Divers in Black{marks[1]}"
    text = f"A little-known organization called {name} claimed it was behind the raid."
    (made,) = sourcing(text).attributions
    assert made.source is not None
    assert made.source.text.endswith(name)
    assert made.speaker == "Divers in Black"


@pytest.mark.parametrize(
    ("source", "who", "kind"),
    [
        ("an organisation called Black Sun", "Black Sun", "body"),
        ("a group calling itself “Black Sun”", "Black Sun", "group"),
        ("a group of divers known as Black Sun", "Black Sun", "group"),
        ("a spokesman for a group called Black Sun", None, "office"),
        ("a man called Ivo Brandt", None, "person"),
    ],
)
def test_a_body_is_what_it_is_called(source: str, who: str | None, kind: str) -> None:
    found = describe(source)
    assert found.kind == kind
    assert found.who == (who or source.removeprefix("a "))
