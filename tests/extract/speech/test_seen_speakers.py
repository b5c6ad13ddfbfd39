"""How the reader lets a speaker be known, where nouns and capitals tell too little."""

from dataclasses import replace

import pytest
from msgspec import structs

from tests.extract.seen import Page
from whence.extract.prose import prose
from whence.extract.speech.attribute import attribute
from whence.extract.speech.seen_speakers import seen_as
from whence.extract.speech.speakers import describe
from whence.model.reading import Reading, SpeakerKind


@pytest.mark.parametrize(
    ("source", "seen", "kind", "anonymity"),
    [
        ("Coopers", "collective", "person", "collective"),
        ("Nordbolt", "collective", "body", "organisation"),
        ("Orla Ferries", "collective", "body", "organisation"),
        ("the parish", "collective", "body", "organisation"),
        ("a wheelwright", "anonymous", "person", "anonymous"),
        ("the wheelwright", "role", "person", "role"),
        ("The indictment filed in Ostra", "document", "document", "organisation"),
        ("a four-page file", "document", "document", "organisation"),
        ("the account", "social", "post", "unknown"),
        ("a post", "social", "post", "organisation"),
        # What the words tell stands.
        ("Ana Ruiz", "social", "person", "named"),
        ("the police", "social", "body", "organisation"),
        ("a ministry spokesman", "anonymous", "office", "role"),
        ("security officials", "collective", "person", "anonymous"),
        ("Ana Ruiz", "anonymous", "person", "named"),
        ("the police", "named", "body", "organisation"),
    ],
)
def test_the_reader_tells_what_the_phrase_leaves_open(
    source: str, seen: SpeakerKind, kind: str, anonymity: str
) -> None:
    page = Page(f"{source} said tides rose.")
    one = page.saw(source, "said", "tides rose")
    speaker = seen_as(describe(source), structs.replace(one, speaker=seen), is_person=False)
    assert (speaker.kind, speaker.anonymity) == (kind, anonymity)


def test_a_name_that_is_a_persons_is_no_firms() -> None:
    page = Page("Orla Venn said tides rose.")
    one = page.saw("Orla Venn", "said", "tides rose")
    one = structs.replace(one, speaker="collective")
    assert seen_as(describe("Orla Venn"), one, is_person=True) == describe("Orla Venn")


def test_who_is_not_identified_stays_unknown() -> None:
    page = Page("they said tides rose.")
    one = page.saw("they", "said", "tides rose")
    one = structs.replace(one, speaker="collective")
    unknown = replace(describe("they"), kind="unknown", anonymity="unknown", unresolved=True)
    assert seen_as(unknown, one, is_person=False) == unknown


def test_a_surname_is_the_persons_whom_the_document_names_in_full() -> None:
    page = Page("Venn said tides rose. Police met Orla Venn at noon.")
    one = structs.replace(page.saw("Venn", "said", "tides rose"), speaker="collective")
    read = Reading(
        document_id="doc-1", reader="hand@1", attributed=(one,), persons=(page.span("Orla Venn"),)
    )
    (told,) = attribute(prose(page.document), read).attributions
    assert told.anonymity == "named"
