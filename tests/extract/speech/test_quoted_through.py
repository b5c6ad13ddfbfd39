"""Who speaks, and through whose hands, where several pass it on in one sentence."""

import pytest
from msgspec.structs import replace

from tests.extract.seen import Page
from whence.extract.speech.speakers import describe, posted_on

_OUTLETS = ("Reuters", "the Quay Gazette", "Al Jazeera")
_SPEAKERS = ("the mayor", "Ana Ruiz", "a senior security official", "two officials briefed on it")
_IT = "the device had been hidden in a lorry"


def chains(text: str) -> list[list[str]]:
    found = Page(text).ruled()
    at = text.casefold().index("hidden in a lorry")
    return [
        [hop.who.removeprefix("the ") for hop in found.chains[one.chain_id].hops[1:]]
        for one in found.attributions
        if any(part.start <= at < part.end for part in one.content)
    ]


@pytest.mark.parametrize("speaker", _SPEAKERS)
@pytest.mark.parametrize("outlet", _OUTLETS)
@pytest.mark.parametrize(
    "frame",
    [
        "{A}, citing Radio Sund, quoted {S} as saying {it}.",
        "{A}, quoting Radio Sund, cited {S} as saying that {it}.",
    ],
)
def test_two_hands_and_a_speaker(frame: str, outlet: str, speaker: str) -> None:
    text = frame.format(A=outlet[0].upper() + outlet[1:], S=speaker, it=_IT)
    (found,) = chains(text)
    assert [one.casefold() for one in found] == [
        outlet.removeprefix("the ").casefold(),
        "radio sund",
        speaker.removeprefix("the ").removeprefix("a ").casefold(),
    ]


@pytest.mark.parametrize("speaker", _SPEAKERS)
@pytest.mark.parametrize("outlet", _OUTLETS)
@pytest.mark.parametrize(
    "frame",
    [
        "{S} was quoted by {A} as saying that {it}.",
        "“The device had been hidden in a lorry,” {S} was quoted as saying by {A}.",
        "{A}, which cited {S}, reported that {it}.",
        "{S}, {A} reported, said {it}.",
    ],
)
def test_a_hand_and_a_speaker(frame: str, outlet: str, speaker: str) -> None:
    text = frame.format(A=outlet, S=speaker, it=_IT)
    (found,) = chains(text[0].upper() + text[1:])
    assert [one.casefold() for one in found] == [
        outlet.removeprefix("the ").casefold(),
        speaker.removeprefix("the ").removeprefix("a ").casefold(),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who cited safety reasons, said the device had been hidden in a lorry.",
        "The army, which cited an old law, said the device had been hidden in a lorry.",
    ],
)
def test_a_reason_is_nobody_who_speaks(text: str) -> None:
    assert not any("reasons" in one[-1] or "law" in one[-1] for one in chains(text))


def test_who_is_quoted_in_an_outlet_came_through_it() -> None:
    page = Page("Ana Ruiz was quoted in the Quay Gazette as saying the road was shut.")
    found = page.sourcing(page.saw("Ana Ruiz", "saying", "the road was shut"))
    hops = found.chains[found.attributions[0].chain_id].hops[1:]
    assert [hop.who for hop in hops] == ["Quay Gazette", "Ana Ruiz"]


def test_a_name_behind_an_office_goes_with_it() -> None:
    text = f"Reuters said {_IT}, citing Radio Sund, which quoted the governor, Ana Ruiz."
    page = Page(text)
    said = page.saw("Radio Sund", "citing", _IT, via=["Reuters"])
    found = page.sourcing(said)
    hops = found.chains[found.attributions[0].chain_id].hops[1:]
    assert [hop.who for hop in hops] == ["Reuters", "Radio Sund", "Ana Ruiz, governor"]


def test_who_cites_passes_it_on() -> None:
    text = "The daily said the device had been hidden in a lorry, citing two officials."
    page = Page(text)
    outer = page.saw("The daily", "said", "the device had been hidden in a lorry")
    inner = page.saw("two officials", "citing", "the device had been hidden in a lorry")
    found = page.sourcing(outer, inner)
    told = [[hop.who for hop in found.chains[one.chain_id].hops[1:]] for one in found.attributions]
    assert ["daily", "two officials"] in told


@pytest.mark.parametrize(
    "words", ["X", "Telegram", "its Telegram channel", "the mayor's X account"]
)
def test_a_network_is_no_person(words: str) -> None:
    text = f"Ana Ruiz wrote in a post on {words} that the road was shut."
    page = Page(text)
    found = page.sourcing(page.saw("Ana Ruiz", "wrote", "the road was shut", via=[words]))
    hops = found.chains[found.attributions[0].chain_id].hops[1:]
    assert [(hop.kind, hop.how) for hop in hops] == [("post", "publishes"), ("person", "says")]


@pytest.mark.parametrize("words", ["the X account of the mayor", "Ana Ruiz", "Radio Signal"])
def test_and_these_are_none(words: str) -> None:
    span = Page(f"It was {words} who said so.").span(words)
    assert posted_on(span) is None


def test_an_interview_with_an_outlet_is_the_outlets() -> None:
    text = "In an interview with state television, Ana Ruiz said the road was shut."
    page = Page(text)
    said = page.saw("Ana Ruiz", "said", "the road was shut", via=["state television"])
    found = page.sourcing(said)
    hops = found.chains[found.attributions[0].chain_id].hops[1:]
    assert [hop.who for hop in hops] == ["state television", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("words", "kind", "anonymity"),
    [
        ("two officials briefed on the inquiry", "person", "anonymous"),
        ("an affidavit filed in federal court", "document", "organisation"),
        ("court documents unsealed", "document", "organisation"),
        ("court papers", "document", "organisation"),
        ("a court filing", "document", "organisation"),
        ("a tweet", "post", "organisation"),
        ("a statement published by Reuters", "document", "organisation"),
        ("local residents", "person", "collective"),
        ("many residents", "person", "collective"),
        ("eyewitnesses", "person", "collective"),
        ("social media users", "person", "collective"),
        ("the police", "body", "organisation"),
    ],
)
def test_what_is_told_behind_a_noun_is_not_the_noun(words: str, kind: str, anonymity: str) -> None:
    found = describe(words)
    assert (found.kind, found.anonymity) == (kind, anonymity)


@pytest.mark.parametrize("name", ["The Quay Times", "Harbour News", "Reuters"])
def test_an_outlet_is_one(name: str) -> None:
    assert not describe(name).plural


def test_several_who_will_not_be_named_are_no_crowd() -> None:
    text = "Speaking on condition of anonymity, two residents said the road was shut."
    page = Page(text)
    said = replace(page.saw("two residents", "said", "the road was shut"), speaker="anonymous")
    (one,) = page.sourcing(said).attributions
    assert one.anonymity == "anonymous"
    (one,) = page.sourcing(page.saw("residents", "said", "the road was shut")).attributions
    assert one.anonymity == "collective"


@pytest.mark.parametrize("speaker", _SPEAKERS)
@pytest.mark.parametrize("outlet", _OUTLETS)
def test_according_to_one_who_cites_another(outlet: str, speaker: str) -> None:
    page = Page(f"According to {outlet}, which cited {speaker}, {_IT}.")
    found = page.sourcing(page.saw(outlet, "According to", _IT))
    (one,) = found.attributions
    assert [hop.who.removeprefix("the ") for hop in found.chains[one.chain_id].hops[1:]] == [
        outlet.removeprefix("the "),
        speaker.removeprefix("the ").removeprefix("a "),
    ]


@pytest.mark.parametrize("how", ["without citing", "without directly quoting", "not naming"])
@pytest.mark.parametrize("outlet", _OUTLETS)
def test_who_cites_nobody_says_it_himself(outlet: str, how: str) -> None:
    page = Page(f"Yesterday {outlet} reported, {how} officials, that {_IT}.")
    seen = page.saw("officials", how.rpartition(" ")[2], _IT, via=(outlet,))
    found = page.sourcing(seen)
    assert [
        [hop.who.removeprefix("the ") for hop in found.chains[one.chain_id].hops[1:]]
        for one in found.attributions
    ] == [[outlet.removeprefix("the ")]]
    assert not page.sourcing(replace(seen, via=())).attributions
