"""Hands that a reader saw between the page and the source."""

import pytest

from tests.extract.seen import Page, hops


def test_hands_stand_before_the_source_outermost_first() -> None:
    page = Page("Tides rose, the Quay Gazette cited Channel Nine as quoting Ana Ruiz as saying.")
    seen = page.saw("Ana Ruiz", "saying", "Tides rose", via=["the Quay Gazette", "Channel Nine"])
    made = page.sourcing(seen)
    assert hops(made) == [["The Harbour Post", "Quay Gazette", "Channel Nine", "Ana Ruiz"]]
    (said,) = made.attributions
    chain = made.chains[said.chain_id]
    assert [hop.span and hop.span.text for hop in chain.hops] == [
        None, "the Quay Gazette", "Channel Nine", "Ana Ruiz",
    ]  # fmt: skip
    assert [hop.kind for hop in chain.hops[:2]] == ["outlet", "outlet"]
    assert chain.hops[1].how == "cites"


def test_without_hands_there_is_no_hop() -> None:
    page = Page("Ana Ruiz said tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose")
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]


NESTED = "The Quay Gazette reported that Ana Ruiz said Ben Oak had told her tides rose."


def test_the_hand_that_holds_it_all_is_not_passed_twice() -> None:
    page = Page(NESTED)
    outer = page.saw(
        "The Quay Gazette", "reported", "that Ana Ruiz said Ben Oak had told her tides rose"
    )
    inner = page.saw(
        "Ana Ruiz", "said", "Ben Oak had told her tides rose", via=["The Quay Gazette"]
    )
    assert hops(page.sourcing(outer, inner)) == [
        ["The Harbour Post", "Quay Gazette"],
        ["The Harbour Post", "Quay Gazette", "Ana Ruiz"],
    ]


def test_hands_further_out_are_not_passed_twice_either() -> None:
    page = Page("Cleo Marsh told how Ana Ruiz said Ben Oak claimed tides rose.")
    outer = page.saw("Cleo Marsh", "told", "how Ana Ruiz said Ben Oak claimed tides rose")
    middle = page.saw("Ana Ruiz", "said", "Ben Oak claimed tides rose", via=["Cleo Marsh"])
    inner = page.saw("Ben Oak", "claimed", "tides rose", via=["Cleo Marsh", "Ana Ruiz"])
    assert hops(page.sourcing(outer, middle, inner)) == [
        ["The Harbour Post", "Cleo Marsh"],
        ["The Harbour Post", "Cleo Marsh", "Ana Ruiz"],
        ["The Harbour Post", "Cleo Marsh", "Ana Ruiz", "Ben Oak"],
    ]


def test_the_page_itself_is_no_hand_before_its_sources() -> None:
    page = Page("Ana Ruiz told The Harbour Post that tides rose.")
    seen = page.saw("Ana Ruiz", "told", "tides rose", via=["The Harbour Post"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]


def test_a_hand_told_of_further_up_is_no_hand_of_what_comes_later() -> None:
    page = Page("The Quay Gazette wrote on Monday. Rain fell. Ana Ruiz said tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["The Quay Gazette"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]
    near = Page("The Quay Gazette wrote on Monday. Ana Ruiz said tides rose.")
    seen = near.saw("Ana Ruiz", "said", "tides rose", via=["The Quay Gazette"])
    assert hops(near.sourcing(seen)) == [["The Harbour Post", "Quay Gazette", "Ana Ruiz"]]


def test_a_pronoun_on_the_way_is_who_spoke_before() -> None:
    page = Page("Cleo Marsh said rain fell. She said Ana Ruiz had told her tides rose.")
    first = page.saw("Cleo Marsh", "said", "rain fell")
    second = page.saw("Ana Ruiz", "had told", "tides rose", via=["She"])
    assert hops(page.sourcing(first, second))[-1] == ["The Harbour Post", "Cleo Marsh", "Ana Ruiz"]


def test_from_paragraph_to_paragraph_only_outlets_pass_on() -> None:
    page = Page("Cleo Marsh spoke on Monday.\n\nAna Ruiz said tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["Cleo Marsh"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]
    page = Page("The Quay Gazette wrote on Monday.\n\nAna Ruiz said tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["The Quay Gazette"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Quay Gazette", "Ana Ruiz"]]


def test_nobody_is_a_hand_on_the_way_to_himself() -> None:
    page = Page("Cleo Marsh said rain fell. She swore, she said, tides rose.")
    first = page.saw("Cleo Marsh", "said", "rain fell")
    second = page.saw("she", "said", "tides rose", via=["She"])
    assert hops(page.sourcing(first, second)) == [["The Harbour Post", "Cleo Marsh"]] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz wrote in the report, seen by Reuters, that tides rose.",
        "Ana Ruiz said in a letter obtained by Reuters that tides rose.",
        "Ana Ruiz said tides rose, in a memo that was reviewed by Reuters.",
    ],
)
def test_who_has_seen_the_document_stands_before_it(sentence: str) -> None:
    page = Page(sentence)
    cue = "wrote" if "wrote" in sentence else "said"
    (chain,) = hops(page.sourcing(page.saw("Ana Ruiz", cue, "tides rose")))
    assert chain[:2] == ["The Harbour Post", "Reuters"]
    assert chain[-1] == "Ana Ruiz"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz said tides rose, in a letter seen by Ben Oak.",
        "Ana Ruiz said tides rose. A letter seen by Reuters tells more.",
        "Ana Ruiz said tides rose, in a letter seen by The Harbour Post.",
    ],
)
def test_a_reader_who_is_no_outlet_hands_nothing_on(sentence: str) -> None:
    page = Page(sentence)
    (chain,) = hops(page.sourcing(page.saw("Ana Ruiz", "said", "tides rose")))
    assert "Reuters" not in chain
    assert "Ben Oak" not in chain


def test_a_hand_that_the_reader_saw_is_not_counted_twice() -> None:
    page = Page("Ana Ruiz said tides rose, in a letter seen by Reuters.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["Reuters"])
    (chain,) = hops(page.sourcing(seen))
    assert chain.count("Reuters") == 1


def test_who_stands_within_the_words_comes_after_their_speaker() -> None:
    page = Page("The Quay Gazette explained: “Tides rose, Channel Nine quoted Ana Ruiz as saying.”")
    held = "Tides rose, Channel Nine quoted Ana Ruiz as saying."
    outer = page.saw("The Quay Gazette", "explained", held, via=["Channel Nine"])
    inner = page.saw("Ana Ruiz", "saying", "Tides rose", via=["Channel Nine"])
    assert hops(page.sourcing(outer, inner)) == [
        ["The Harbour Post", "Quay Gazette"],
        ["The Harbour Post", "Quay Gazette", "Channel Nine", "Ana Ruiz"],
    ]


def test_a_speaker_who_is_set_against_another_speaks_for_himself() -> None:
    page = Page("The gate burned, Cleo Marsh said, but Ana Ruiz said tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["Cleo Marsh"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]


def test_an_outlet_that_calls_itself_by_the_end_of_its_name_is_no_other_hand() -> None:
    page = Page("Tides rose, Ana Ruiz told the Post.")
    seen = page.saw("Ana Ruiz", "told", "Tides rose", via=["the Post"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Ana Ruiz"]]
    page = Page("Tides rose, Ana Ruiz told the Quay Post.")
    seen = page.saw("Ana Ruiz", "told", "Tides rose", via=["the Quay Post"])
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "Quay Post", "Ana Ruiz"]]


def test_a_hand_that_was_seen_before_the_speaker_of_it_all_stands_before_him() -> None:
    page = Page("Ana Ruiz, cited by Channel Nine, said Ben Oak claimed tides rose.")
    outer = page.saw("Ana Ruiz", "said", "Ben Oak claimed tides rose")
    inner = page.saw("Ben Oak", "claimed", "tides rose", via=["Channel Nine", "Ana Ruiz"])
    assert hops(page.sourcing(outer, inner))[1] == [
        "The Harbour Post", "Channel Nine", "Ana Ruiz", "Ben Oak",
    ]  # fmt: skip


def test_in_capitals_who_was_told_ends_where_the_words_begin() -> None:
    page = Page("ANA RUIZ TOLD RADIO SUND THE TIDES ROSE.")
    seen = page.saw("ANA RUIZ", "TOLD", "THE TIDES ROSE")
    assert hops(page.sourcing(seen)) == [["The Harbour Post", "RADIO SUND", "ANA RUIZ"]]


def test_nobody_hands_on_his_own_words() -> None:
    page = Page("The League's head, Ana Ruiz, rejected the claim.")
    seen = page.saw("head, Ana Ruiz", "rejected", "the claim", via=["The League's head, Ana Ruiz"])
    assert len(hops(page.sourcing(seen))[0]) == 2
    page = Page("A letter from Ana Ruiz rejected the claim.")
    seen = page.saw("Ana Ruiz", "rejected", "the claim", via=["A letter from Ana Ruiz"])
    assert hops(page.sourcing(seen))[0][1:] == ["letter from Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize("outlet", ["Reuters", "the Quay Gazette", "Al Jazeera", "local media"])
@pytest.mark.parametrize("verb", ["was quoted", "has been quoted", "was cited"])
def test_who_was_quoted_by_an_outlet_said_it(outlet: str, verb: str) -> None:
    page = Page(f"Ana Ruiz {verb} by {outlet} as saying that tides rose in the old harbour.")
    said = [hop[1:] for hop in hops(page.ruled()) if "Ana Ruiz" in hop]
    assert said == [[outlet.removeprefix("the "), "Ana Ruiz"]]
    assert not any(hop[-1].startswith("by ") for hop in hops(page.ruled()))


def test_who_was_quoted_without_a_hand_said_it() -> None:
    page = Page("Ana Ruiz was quoted as saying that tides rose in the old harbour.")
    assert hops(page.ruled()) == [["The Harbour Post", "Ana Ruiz"]]


@pytest.mark.parametrize("talk", ["an interview", "a telephone interview", "comments", "remarks"])
@pytest.mark.parametrize("hearer", ["with Reuters", "to Al Jazeera"])
def test_what_was_spoken_to_an_outlet_came_through_it(talk: str, hearer: str) -> None:
    page = Page(f"In {talk} {hearer}, Ana Ruiz said tides rose in the old harbour.")
    name = hearer.split(maxsplit=1)[1]
    assert hops(page.ruled()) == [["The Harbour Post", name, "Ana Ruiz"]]
