"""When something was said, and by which verb, is no part of who said it."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.speech.attribute import attribute
from whence.extract.speech.bare_sources import bare
from whence.model.reading import Attributed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A year ago the Reed League claimed responsibility for a fire.", "the Reed League"),
        ("Three days later the Reed League said it was sorry.", "the Reed League"),
        ("On Monday the Reed League said it was sorry.", "the Reed League"),
        ("Last Friday the Reed League said it was sorry.", "the Reed League"),
        ("Last Chance League said it was sorry.", "Last Chance League"),
    ],
)
def test_a_source_does_not_begin_with_its_day(text: str, speaker: str) -> None:
    cut = prose(document(text))
    found = attribute(cut, RulesReader().read(cut.document)).attributions
    assert [one.source.text for one in found if one.source] == [speaker]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Some leaders have cast", "Some leaders"),
        ("The Salt Wire couldn't", "The Salt Wire"),
        ("Salt Wire Tuesday", "Salt Wire"),
        ("the Reed League in a statement", "the Reed League"),
        ("the Reed League on Tuesday in a message to a paper", "the Reed League"),
        ("a letter in a drawer", "a letter in a drawer"),
        ("the mayor on Friday", "the mayor"),
        ("Friday", "Friday"),
        ("the Can Do Union", "the Can Do Union"),
        ("a letter", "a letter"),
    ],
)
def test_a_source_does_not_end_with_its_verb(source: str, speaker: str) -> None:
    cut = prose(document(f"{source} said that it rained."))
    at = cut.text.index("it rained")
    one = Attributed(
        source=cut.span(0, len(source)),
        cue=cut.span(len(source) + 1, len(source) + 5),
        content=(cut.span(at, at + len("it rained")),),
        kind="indirect",
    )
    found = bare(cut, one)
    assert found.source is not None
    assert found.source.text == speaker


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "The lawyer for suspected bomber Ivo Kern said so.",
            "bomber Ivo Kern", "The lawyer for suspected bomber Ivo Kern",
        ),
        ("The brother of Ivo Kern said so.", "Ivo Kern", "The brother of Ivo Kern"),
        ("It is easier for Ivo Kern said so.", "Ivo Kern", "Ivo Kern"),
        ("After the trial of Ivo Kern, Ana Ruiz said so.", "Ana Ruiz", "Ana Ruiz"),
        ("The story of Ivo Kern said so.", "Ivo Kern", "Ivo Kern"),
        ("A report sent by Reed Aid said so.", "A report sent", "A report sent by Reed Aid"),
    ],
)  # fmt: skip
def test_a_name_that_explains_another_noun_does_not_speak(
    text: str, source: str, speaker: str
) -> None:
    cut = prose(document(text))
    at, end = text.index(source), text.index(source) + len(source)
    cue = cut.document.span(text.index("said"), text.index("said") + 4)
    so = cut.document.span(text.index("so."), text.index("so.") + 2)
    one = Attributed(source=cut.document.span(at, end), cue=cue, content=(so,), kind="indirect")
    made = bare(cut, one)
    assert made.source is not None
    assert made.source.text == speaker


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("A 22-year-old Ilo Marsh said it rained.", "year-old Ilo Marsh", "Ilo Marsh"),
        ("The 22-year-old Ilo Marsh said it rained.", "22-year-old Ilo Marsh", "Ilo Marsh"),
        ("A 30-year-old woman said it rained.", "year-old woman", "A 30-year-old woman"),
        ("A 30-year-old woman said it rained.", "30-year-old woman", "30-year-old woman"),
    ],
)
def test_an_age_is_whole_or_left_out(text: str, source: str, speaker: str) -> None:
    cut = prose(document(text))
    at, cue, told = text.index(source), text.index("said"), text.index("it rained")
    one = Attributed(
        source=cut.span(at, at + len(source)),
        cue=cut.span(cue, cue + 4),
        content=(cut.span(told, told + len("it rained")),),
        kind="indirect",
    )
    found = bare(cut, one)
    assert found.source is not None
    assert found.source.text == speaker
