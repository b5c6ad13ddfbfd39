"""Who was let go, ruled out or acquitted, by name, by a pronoun and as one of several."""

import re

import pytest
from msgspec.structs import replace

from tests.extract.suspected import brief
from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.extract.suspicion.wording import grammar
from whence.model.document import Document
from whence.model.reading import Reading

_LEAD = "A bomb killed nine people at a mill in Tannhope on Monday."
_HELD = "Police arrested Ilo Marsh, 40, on Tuesday over the bombing."
_BLAMED = "The interior minister blamed the Reed League for the bombing."


class _Knowing(RulesReader):
    """A reader by rules that knows the persons of these texts."""

    def read(self, document: Document) -> Reading:
        found = re.finditer(r"\b(?:Ilo|Tam|Pell)? ?Marsh\b|\bPell Adair\b", document.text)
        persons = tuple(
            document.span(one.start() + (one.group()[0] == " "), one.end()) for one in found
        )
        return replace(super().read(document), persons=persons)


def last(*sentences: str) -> list[tuple[str, str]]:
    """Return who stands how by the last of some sentences, each a paragraph."""
    document = page(_LEAD, *sentences)
    start = document.text.index(sentences[-1])
    claims = extract(document, _Knowing()).claims
    here = tuple(one for one in claims if one.spans[-1].start >= start)
    return [(subject, standing) for subject, _, _, standing in brief(here)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday the police let him go.",
        "The police let Marsh go on Friday.",
        "He was released after his employer confirmed that he had been on shift.",
        "Marsh was set free on Friday after a neighbour vouched for him.",
        "Marsh is a free man.",
        "The man was released without charge on Friday.",
        "A judge ordered the release of Marsh for lack of evidence.",
        "Prosecutors dropped every charge against him.",
        "The charges against him were dropped on Friday.",
        "The case against Marsh collapsed on Friday.",
        "The prosecution withdrew the warrant against Marsh.",
        "Police said no further action would be taken against Marsh.",
        "Police apologised to Marsh for his arrest.",
        "Police said Marsh had an alibi.",
        "Marsh was in custody at the time of the bombing, the police said.",
        "Police said that cameras showed Marsh in another town when the bomb went off.",
        "Detectives said that Marsh's alibi had been confirmed.",
        "Detectives eliminated Marsh as a suspect.",
        "Marsh is no longer being treated as a suspect.",
        "Prosecutors said they had found nothing against Marsh.",
        "The jury came back with a not-guilty verdict for Marsh.",
        "An appeals court overturned Marsh's conviction.",
        "Marsh's conviction was quashed on appeal.",
        "DNA tests cleared Marsh.",
        "The magistrate let him off for want of proof.",
        "The suspicions against Marsh have been dispelled, the prosecutor said.",
        "Suspicion no longer falls on Marsh, the police said.",
        "Marsh has been struck from the list of suspects.",
        "It was not Marsh, the prosecutor said.",
        "The judge told Marsh he could go home.",
        "A jury took two hours to acquit Marsh.",
        "Marsh walked out of court a free man on Friday.",
        "The grand jury returned no indictment against Marsh.",
        "The coroner found Marsh blameless.",
        "The indictment of Marsh was thrown out.",
        "Marsh has been released and cleared.",
        '"Marsh is innocent," the prosecutor said.',
    ],
)
def test_whoever_was_held_is_cleared(sentence: str) -> None:
    assert last(_HELD, sentence) == [("Ilo Marsh", "cleared")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League has been ruled out, the police said.",
        "The prosecutor said that the involvement of the Reed League had been excluded.",
        "Police have eliminated the Reed League from their inquiries.",
        '"Neither the Reed League nor any other outfit is behind this," the police chief said.',
        "The file was closed, and neither the Reed League nor any gang was found to have played "
        "a part.",
        "The shots came from an area of the Reed League, which the prosecutor no longer considers "
        "involved.",
        "Police no longer treat the Reed League as suspects.",
        "The police do not suspect the Reed League.",
        "Police do not believe the Reed League was involved.",
        "Investigators found no trace of the Reed League.",
        "The Reed League did not do it, the police chief said.",
        'The committee said the Reed League "had no part in the planning or the launch".',
    ],
)
def test_whoever_was_blamed_is_cleared(sentence: str) -> None:
    assert last(_BLAMED, sentence) == [("Reed League", "cleared")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Both were released without charge.",
        "The two brothers were released without charge on Friday.",
        "The brothers were freed on Friday.",
        "A court acquitted them.",
    ],
)
def test_two_are_cleared_together(sentence: str) -> None:
    held = "Police arrested two brothers, Ilo Marsh and Tam Marsh, over the bombing."
    assert last(held, sentence) == [("Ilo Marsh", "cleared"), ("Tam Marsh", "cleared")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Marsh was released on bail on Friday.",
        "Marsh was freed while the inquiry goes on.",
        "He was released pending further inquiries.",
        "Police have not ruled out Marsh.",
        "Prosecutors refused to drop the charges against Marsh.",
        "He was released from hospital after tests showed no fracture.",
        "Police released a photograph of Marsh.",
        "Detectives questioned a man, but said that he had been released without charge.",
        "Detectives questioned a 19-year-old, who said that they let him go.",
        "In 2010 drug charges against him were dropped.",
        "Prosecutors dropped gun charges against Marsh in return for a plea.",
        "All three were released without charge.",
        "Marsh was still in jail at the time.",
        "Marsh could be acquitted, a cousin said.",
        "Marsh was freed by gunmen who stormed the prison.",
    ],
)
def test_nobody_is_cleared(sentence: str) -> None:
    assert "cleared" not in {standing for _, standing in last(_HELD, sentence)}


def test_his_lawyers_word_for_an_alibi_is_a_denial() -> None:
    assert last(_HELD, "A cousin said that Marsh had an alibi.") == [("Ilo Marsh", "denied")]


def test_an_arrest_told_beside_the_name_is_one() -> None:
    sentence = "A court on Friday discharged Ilo Marsh, a hunter whom the police arrested in May."
    assert last(sentence) == [("Ilo Marsh", "cleared")]
    assert last("The rebels freed Ilo Marsh, a hunter who was arrested in May.") == []


def test_whom_nobody_accused_by_name_a_pronoun_finds_near_his_arrest() -> None:
    first = "Ilo Marsh, a rider, is home again."
    then = "The police had picked him up on suspicion of arson; on Friday they let him go."
    assert ("Ilo Marsh", "cleared") in last(first, then)
    assert last(first, "On Friday the storm let him go.") == []
    assert last(first, "The police arrested a man; on Friday they let him go.") == []


def test_who_has_no_ties_to_a_group_clears_it_of_nothing() -> None:
    told = last(_BLAMED, "Pell Adair appeared to have no connections to the Reed League.")
    assert "cleared" not in {standing for _, standing in told}


@pytest.mark.parametrize(
    "sentence",
    [
        "He was found guilty of four counts of murder.",
        "He was convicted of murder on Friday.",
        "The court sentenced him to life imprisonment for the murder.",
        "He was sentenced to 22 years for the killing.",
        "A court on Friday sentenced Marsh to life in prison.",
        "The jury returned a guilty verdict against Marsh.",
        "Jurors found Marsh guilty.",
        "A jury took three hours to convict Marsh.",
        "Marsh got 20 years and a fine.",
        "Marsh will spend 22 years in prison for the bombing, a judge ruled.",
    ],
)
def test_whoever_was_held_is_found_to_have_done_it(sentence: str) -> None:
    assert last(_HELD, sentence) == [("Ilo Marsh", "found")]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was convicted of robbery in 2009.",
        "It followed a 2010 case in which he was convicted of assault.",
        "The jury returned a not-guilty verdict against Marsh.",
        "The appeal against the conviction of Marsh is heard in May.",
    ],
)
def test_nobody_is_found_to_have_done_it(sentence: str) -> None:
    assert "found" not in {standing for _, standing in last(_HELD, sentence)}


def test_an_absent_leader_is_convicted() -> None:
    sentence = (
        "A court convicted the absent leader of the Reed League, Ilo Marsh, of crimes against "
        "humanity for the massacre."
    )
    assert last(sentence) == [("Ilo Marsh", "found")]


@pytest.mark.parametrize(
    "sentence",
    ["The police said nothing tied the Reed League to the bombing.",
     "Nothing points to the Reed League, the prosecutor said.",
     "Police no longer regard the Reed League as suspects."],
)  # fmt: skip
def test_no_suspect_is_made_by_the_words_that_clear_him(sentence: str) -> None:
    assert {standing for _, standing in last(sentence)} <= {"cleared", "denied"}


def test_two_whom_neither_names_have_not_done_it() -> None:
    told = last("Neither the Reed League nor the Salt Front carried out the attack, police said.")
    assert sorted(told) == [("Reed League", "cleared"), ("Salt Front", "cleared")]


def test_no_macro_or_pattern_is_written_twice() -> None:
    tables = grammar.tables()
    for told in (
        [name for each in tables for name in each.macros],
        [row.name for each in tables for row in each.patterns],
    ):
        assert len(told) == len(set(told))
