"""Who a phrase or a pronoun is: speakers resolved in the text."""

import pytest

from tests.extract.attributed import hops, one, sourcing, told
from whence.extract.speech.speakers import describe


def test_nobody_is_no_origin() -> None:
    assert hops("No group claimed responsibility for the fire.", outlet="Page") == [["Page"]]


@pytest.mark.parametrize(
    ("source", "who", "kind"),
    [
        ("The Tide Standard", "Tide Standard", "body"),
        ("STLF", "STLF", "body"),
        ("A little-known group, the Third Tide", "Third Tide, little-known group", "group"),
        ("A local militia, Sons of the Ford", "Sons of the Ford, local militia", "group"),
        ("its news agency, KTNA", "KTNA, its news agency", "agency"),
        (
            "Norra's Commissioner of Police, Ivo Sale",
            "Ivo Sale, Norra's Commissioner of Police",
            "person",
        ),
        ("Aren Tolk, a spokesman for the group", "Aren Tolk, a spokesman for the group", "person"),
        ("Two port officials", "Two port officials", "person"),
        ("The Harbour Daily Post", "Harbour Daily Post", "outlet"),
        ("state news agency Norra", "state news agency Norra", "agency"),
        ("Norway", "Norway", "state"),
    ],
)
def test_kinds_of_speakers(source: str, who: str, kind: str) -> None:
    found = describe(source)
    assert (found.kind, found.who) == (kind, who)


def test_pronouns_find_the_person_who_spoke_last() -> None:
    text = "President Ilse Marn condemned the fire. “It is a crime,” she said in a tweet."
    assert hops(text, outlet="Page")[1] == ["Page", "tweet", "President Ilse Marn"]


def test_a_pronoun_is_not_resolved_across_a_gap() -> None:
    text = "President Ilse Marn condemned the fire.\n\n[...]\n\n“It is a crime,” she said."
    assert sourcing(text).attributions[1].anonymity == "unknown"


def test_they_who_deny_are_those_who_were_accused() -> None:
    text = (
        "Two port officials said the pier burned. Suspicion fell on Selvan-backed militias. "
        "They denied involvement."
    )
    assert told(text)[1][0] == "Selvan-backed militias"


def test_the_reason_for_anonymity_is_kept() -> None:
    made = one(
        "Two officials told Kanal News Agency that a boat hit the pier. They spoke on condition of "
        "anonymity because they were not authorised to speak."
    )
    assert made.anonymity == "anonymous"
    assert made.anonymity_reason is not None
    assert "not authorised to speak" in made.anonymity_reason.text


def test_it_is_the_body_that_spoke_before() -> None:
    text = (
        "The Tide Brigade claimed responsibility for the fire. “Our boats reached the pier,” it "
        "said in a statement posted on its channel."
    )
    assert hops(text, outlet="Page")[-1] == ["Page", "statement", "Tide Brigade"]


def test_who_was_told_is_a_hop() -> None:
    text = "The transport ministry told the state news agency Norrapress that two boats were used."
    assert hops(text, outlet="Page") == [
        ["Page", "state news agency Norrapress", "transport ministry"]
    ]


def test_a_name_behind_an_office_comes_first() -> None:
    text = (
        "“We accuse nobody,” the chair of the commission, the retired judge Orla Venn, told a "
        "news conference. Venn said the evidence was thin."
    )
    assert [speaker.split(",")[0] for speaker, _ in told(text)] == [
        "retired judge Orla Venn",
        "retired judge Orla Venn",
    ]


def test_the_title_of_a_statement_tells_who_says_i() -> None:
    text = "I strongly condemn the attack on the pier."
    found = hops(text, outlet="Palace", title="Statement by President Ilse Marn on the attack")
    assert found == [["Palace", "President Ilse Marn"]]


def test_he_in_a_statement_that_nobody_explains_leaves_the_statement_as_origin() -> None:
    text = "“We will find them all,” he said, according to a statement from the premier’s office."
    origins = {row[-1] for row in hops(text)}
    assert origins == {"statement from the premier’s office"}


def test_an_office_with_an_unbreakable_hyphen_is_an_office() -> None:
    assert describe("The Secretary‑General").kind == describe("The Secretary-General").kind
    assert describe("The Secretary‑General").kind == "office"


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("The Norrland Foreign Office under the Brandt-Lund regime", "Norrland Foreign Office"),
        ("the ministry under Ola Brandt’s government", "ministry"),
        ("a man under the bridge", "man under the bridge"),
    ],
)
def test_whose_rule_a_body_serves_under_is_no_part_of_its_name(source: str, who: str) -> None:
    assert describe(source).who == who


@pytest.mark.parametrize("who", ["Senator Ana Ruiz", "National Sund Army", "Norra news channel"])
@pytest.mark.parametrize("aside", ["(D-Norra", "( NSA", "(NTV"])
def test_a_bracket_left_open_is_no_part_of_a_name(who: str, aside: str) -> None:
    assert describe(f"{who} {aside}").who == who
    assert describe(f"{who} {aside}").kind == describe(who).kind
