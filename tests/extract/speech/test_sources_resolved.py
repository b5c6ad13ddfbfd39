"""Who a source is: one of several, and titled names in texts in capitals."""

import pytest

from tests.extract.attributed import sourcing, told
from tests.extract.seen import Page
from tests.extract.suspected import document
from whence.extract.prose import prose
from whence.extract.speech.referents import resolve
from whence.extract.speech.speakers import describe


def speakers(text: str) -> list[str]:
    return [made.speaker for made in sourcing(text).attributions]


def test_one_of_several_stays_one() -> None:
    text = (
        "The gate was open, two port officials said. One of the officials said the guard slept."
        " The officials said the pier was dark."
    )
    assert speakers(text) == [
        "two port officials", "one of the port officials", "two port officials",
    ]  # fmt: skip


def test_one_of_several_goes_on_as_he() -> None:
    text = "One of the officials said the guard slept. He said the pier was dark."
    assert speakers(text) == ["One of the officials", "One of the officials"]


def test_one_of_several_is_not_any_one_of_before() -> None:
    text = "The gate was open, a port official said. One of the officials said the guard slept."
    assert speakers(text) == ["port official", "One of the officials"]


def test_one_official_is_not_the_several_of_before() -> None:
    text = "The gate was open, two port officials said. The official said the guard slept."
    assert speakers(text) == ["two port officials", "official"]


@pytest.mark.parametrize(
    ("source", "who", "plural", "anonymity"),
    [
        ("one of the officials", "one of the officials", False, "anonymous"),
        ("one of the militias", "one of the militias", False, "anonymous"),
        ("some of the residents", "some of the residents", True, "collective"),
        ("the officials", "officials", True, "anonymous"),
        ("one of the officers, Col. Brek", "Col. Brek, one of the officers", False, "named"),
        ("Minister Aren Tolkas", "Minister Aren Tolkas", False, "named"),
    ],
)
def test_how_many_speak(source: str, who: str, plural: bool, anonymity: str) -> None:
    found = describe(source)
    assert (found.who, found.plural, found.anonymity) == (who, plural, anonymity)


_LEAD = "MAYOR ILSE MARN SAID THE GATE WAS OPEN."


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "NORRAN FOREIGN MINISTER AREN TOLK SUPPORTED THE SEARCH.",
            "NORRAN FOREIGN MINISTER AREN TOLK",
        ),
        ("PRESIDENT AREN TOLK VISITED THE HARBOUR ON MONDAY.", "PRESIDENT AREN TOLK"),
        ("THE FIRE WAS SEEN BY FOREIGN MINISTER AREN TOLK.", "MAYOR ILSE MARN"),
        ("THE GENERAL ASSEMBLY MET IN THE HARBOUR ON MONDAY.", "MAYOR ILSE MARN"),
        ("[TOLK] PRESIDENT BREK HAS NOT VISITED THE HARBOUR.", "MAYOR ILSE MARN"),
    ],
)
def test_in_capitals_a_pronoun_is_the_last_subject(sentence: str, who: str) -> None:
    assert speakers(f"{_LEAD} {sentence} HE SAID THE NAVY WOULD GUARD IT.")[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        "The boats were sunk, contrary to Norra ministry claims.",
        "The book was built on letters, diaries, Norra ministry reports.",
        "The boats were sunk amid rumours, Norra ministry claims and lies.",
        "The boats were sunk, wild claims.",
    ],
)
def test_claims_that_are_a_noun_attribute_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Leo Ruiz said they praised the army of President Ben Oak.", "Leo Ruiz"),
        ("Leo Ruiz said they served the government of Norran President Ben Oak.", "Leo Ruiz"),
        ("Leo Ruiz said they served the guards of the former Minister Ben Oak.", "Leo Ruiz"),
        ("Leo Ruiz said they had met President Ben Oak.", "President Ben Oak"),
        ("Leo Ruiz said the lamps had been lit for Minister Ben Oak.", "Minister Ben Oak"),
    ],
)
def test_whose_army_it_is_does_not_go_on_as_he(sentence: str, who: str) -> None:
    assert speakers(f"{sentence} He said it rained.")[-1] == who


@pytest.mark.parametrize(
    ("word", "who"),
    [
        ("his", "Prime Minister Tomas Verel"),
        ("her", "Prime Minister Tomas Verel"),
        ("their", "“their” (not identified)"),
    ],
)
def test_whose_statement_it_is_is_resolved_as_a_pronoun(word: str, who: str) -> None:
    text = f"Prime Minister Tomas Verel stuck to {word} accusation that rebels did it."
    cut = prose(document(text))
    at = text.index(f" {word} ") + 1
    found = resolve(cut, cut.document.span(at, at + len(word)), "accusation", [])
    assert found.who == who


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("An FBI agent", "role"),
        ("An Italian tourist", "role"),
        ("A citizen of Malta", "role"),
        ("Ana Ruiz", "named"),
        ("Ruiz", "named"),
        ("a Lisbon baker, Ana Ruiz", "named"),
        ("Ana Ruiz–a self-taught baker", "named"),
        ("special agent in charge Ana Ruiz", "named"),
    ],
)
def test_who_is_told_by_his_trade_alone_is_not_named(source: str, anonymity: str) -> None:
    assert describe(source).anonymity == anonymity


def test_a_reporters_reserve_is_no_part_of_a_name() -> None:
    assert describe("the so-called Reed League").who == "Reed League"
    assert describe("the self-styled Reed League").who == "Reed League"


def test_one_of_two_who_were_told_of_together_speaks_for_himself() -> None:
    text = "The government and the opposition spoke. The opposition said the army fired."
    cut = prose(document(text))
    at = text.index("The opposition")
    both = describe("The government and the opposition", 0)
    found = resolve(cut, cut.document.span(at, at + len("The opposition")), "said", [both])
    assert found.who == "opposition"


@pytest.mark.parametrize("full", ["Ana Ruiz–a self-taught baker", "the only baker — Ana Ruiz"])
def test_a_surname_is_whom_a_dash_names_in_full(full: str) -> None:
    cut = prose(document("They spoke at length. Ruiz said the pier was dark."))
    at = cut.text.index("Ruiz")
    found = resolve(cut, cut.document.span(at, at + 4), "said", [describe(full, 0)])
    assert found.who.endswith(full.removeprefix("the "))


@pytest.mark.parametrize(
    ("full", "same"),
    [
        ("Royal Harbour Police Commissioner Ana Ruiz", True),
        ("RNC Chief of Staff Ana Ruiz (Lisbon)", True),
        ("three former Ruiz employees", False),
        ("a Ruiz supporter", False),
        ("a lawyer for suspected bomber Ana Ruiz", False),
        ("a brother of Ana Ruiz", False),
    ],
)
def test_a_surname_is_not_whoever_belongs_to_somebody_of_that_name(full: str, same: bool) -> None:
    cut = prose(document("They spoke at length. Ruiz said the pier was dark."))
    at = cut.text.index("Ruiz")
    found = resolve(cut, cut.document.span(at, at + 4), "said", [describe(full, 0)])
    assert (found.who == full) is same


@pytest.mark.parametrize("first", ["{} Ana Ruiz", "Ana Ruiz", "Ana Ruiz, a {},"])
@pytest.mark.parametrize(
    "office",
    ["Sheriff", "Trooper", "Commissioner", "Superintendent", "Officer", "Prosecutor", "Pastor",
     "Police Chief", "District Attorney", "Supt.", "Deputy Commissioner", "City Manager"],
)  # fmt: skip
def test_an_office_before_a_surname_is_of_the_person_named_before(first: str, office: str) -> None:
    person = first.format(office)
    page = Page(f"{person} said boats sank. {office} Ruiz added tides rose.")
    seen = (
        page.saw(person.rstrip(","), "said", "boats sank"),
        page.saw(f"{office} Ruiz", "added", "tides rose"),
    )
    assert len({one.speaker for one in page.sourcing(*seen).attributions}) == 1


@pytest.mark.parametrize(
    ("before", "short"),
    [
        ("Mayor Ana Ruiz", "Sheriff Ruiz"),
        ("Ana Ruiz, a baker", "Trooper Ruiz"),
        ("Ana Ruiz", "Dean Ruiz"),
        ("Ana Ruiz", "Wali Ruiz"),
        ("Ana Ruiz", "Son Ruiz"),
        ("Sheriff Ana Ruiz", "Sheriff Bello"),
    ],
)
def test_another_office_or_first_name_is_another_person(before: str, short: str) -> None:
    page = Page(f"{before} said boats sank. {short} added tides rose.")
    seen = (page.saw(before, "said", "boats sank"), page.saw(short, "added", "tides rose"))
    assert len({one.speaker for one in page.sourcing(*seen).attributions}) == 2
