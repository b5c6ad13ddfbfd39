import pytest

from whence.model.attribution import Anonymity, Hop, SourceKind
from whence.trace.sources import Source, bare, nameless, paper, read, short_body


def source(who: str, kind: SourceKind = "office", anonymity: Anonymity = "role") -> Source:
    return read(Hop(who=who, how="says", kind=kind, anonymity=anonymity))


@pytest.mark.parametrize(
    "who",
    [
        "an interior ministry spokesman",
        "Interior Ministry Spokesman Pau Riba",
        "Pau Riba, a spokesman for the interior ministry",
        "a spokeswoman for the Ministry of the Interior",
        "spokesman for the ministry of interior, Pau Riba",
        "an interior ministry statement",
        "a statement from the interior ministry",
        "complaint filed in court by the interior ministry",
        "report released in Tavin by the interior ministry",
        "Pau Riba, the interior ministry's spokesman in Tavin",
        "Pau Riba, an interior ministry spokesman",
        "Pau Riba, spokesman of the interior ministry",
        "the interior ministry, in a statement",
    ],
)
def test_speakers_speak_for_their_body(who: str) -> None:
    found = source(who)
    assert (found.sort, found.key) == (
        "body",
        source("interior ministry", "body", "organisation").key,
    )


def test_named_speaker_is_remembered() -> None:
    found = source("Interior Ministry Spokesman Pau Riba", "person", "named")
    assert found.person is not None
    assert found.person.name == "Pau Riba"


@pytest.mark.parametrize(
    "who", ["Norway", "Oslo", "the Norwegian government", "a Norwegian government spokesman"]
)
def test_government_is_its_state(who: str) -> None:
    found = source(who, "state", "organisation")
    assert (found.sort, found.key) == ("state", ("NO",))


def test_country_is_set_apart_from_the_body() -> None:
    found = source("the Norwegian Defence Ministry", "body", "organisation")
    assert found.iso == "NO"
    assert found.key == source("the defense ministry", "body", "organisation").key


def test_two_countries_stay_in_the_name() -> None:
    assert source("the Norwegian-Swedish Commission", "body", "organisation").iso is None


def test_statement_of_an_office_or_person() -> None:
    assert source("a statement by the prime minister").sort == "office"
    assert source("a statement by President Kari Lund").key == ("kr", "lnd")


def test_people_and_offices() -> None:
    assert source("Maj. Gen. Pau Riba", "person", "named").sort == "person"
    assert source("Riba", "person", "named").sort == "surname"
    assert source("Governor Riba", "office", "named").sort == "surname"
    assert source("the Norwegian prime minister").key == ("prime minister",)
    assert source("a minister").sort == "role"
    assert source("the Order", "unknown", "named").sort == "body"


def test_people_without_a_name_are_told_by_their_office_and_what_is_said_of_it() -> None:
    several = source("two Norwegian security officials", "person", "anonymous")
    assert several.sort == "role"
    assert several.plural
    assert several.modifiers == {"security", "NO"}
    assert source("one of the security officials").plural
    one = source("a security official with knowledge of the matter", "person", "anonymous")
    assert (one.head, one.plural) == ("official", False)
    assert one.modifiers == {"security"}


def test_those_they_belong_to_are_kept_apart() -> None:
    found = nameless("a security official from the Fajr group")
    assert found.modifiers == {"security"}
    assert found.belongs == {"fajr", "group"}
    assert nameless("sources close to the palace").belongs == {"close", "palace"}
    assert nameless("the").head == ""
    assert nameless("press").head == "press"


def test_outlets_posts_and_papers() -> None:
    assert source("Reuters news agency", "agency", "organisation").key == ("reuters",)
    assert source("a video", "recording", "organisation").sort == "other"
    assert paper(source("The statement", "document", "organisation"))
    assert paper(source("a statement", "document", "unknown"))
    assert not paper(source("officials"))


def test_some_outlet_of_a_country_is_nameless() -> None:
    assert source("a Norwegian news channel", "outlet", "organisation").sort == "role"
    assert source("Norwegian News Agency", "agency", "organisation").sort == "outlet"


def test_a_body_by_its_class_alone_is_short_but_an_army_is_one() -> None:
    assert short_body(source("the ministry", "body", "organisation"))
    assert not short_body(source("the army", "body", "organisation"))
    assert source("the police", "unknown", "collective").sort == "body"


def test_a_bare_name_has_no_article_and_no_full_stop() -> None:
    assert bare("  the   Harbour Board. ") == "Harbour Board"
    assert bare("The ") == "The"


def test_a_speaker_of_whom_only_a_pronoun_tells_the_body_is_himself() -> None:
    found = source("Pau Riba, its spokesman in Tavin", "person", "named")
    assert found.sort == "person"
    assert found.person is not None
    assert found.person.name == "Pau Riba"
