"""Who is accused, what is called so and what only should be said makes no statement."""

import pytest

from tests.extract.seen import Page
from whence.model.attribution import Attribution


def found(text: str, source: str, cue: str, content: str, act: str = "") -> list[Attribution]:
    page = Page(text)
    judged = ("claim_responsibility", False, 3) if act else (None, None, None)
    seen = page.saw(source, cue, content, judged=judged)  # type: ignore[arg-type]
    return list(page.sourcing(seen).attributions)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Three men accused of planting the bomb were held.",
            "Three men", "accused", "of planting the bomb",
        ),
        (
            "Ana Ruiz, a nurse, was held and accused of murder.",
            "Ana Ruiz", "accused", "of murder",
        ),
        ("The Reed League is accused of arson.", "The Reed League", "is accused", "of arson"),
        ("The Reed League is accused of arson.", "The Reed League", "is accused of", "arson"),
        (
            "The league has been charged with arson.",
            "The league", "has been charged", "with arson",
        ),
        (
            "Two men of a gang called the Owls were held on Monday.",
            "Two men of a gang", "called", "the Owls were held on Monday",
        ),
        (
            "Members of the gang called the Owls were held.",
            "Members of the gang", "called", "the Owls were held",
        ),
        (
            "The embassy knew him. It was quickly pointed out that he had lied.",
            "It", "was quickly pointed out", "that he had lied",
        ),
        ("The mayor was offered a bribe.", "The mayor", "was offered", "a bribe"),
        ("The mayor was confirmed as the target.", "The mayor", "confirmed", "as the target"),
        ("The men have been denied bail.", "The men", "have been denied", "bail"),
        ("The army withdrew its troops.", "The army", "withdrew", "its troops"),
        (
            "HARROW — Reports purported attacks.",
            "HARROW", "purported", "attacks",
        ),
        (
            "HARROW, May 4 (Salt Wire) -- A group blamed the army.",
            "HARROW", "blamed", "the army",
        ),
    ],
)  # fmt: skip
def test_nobody_speaks(text: str, source: str, cue: str, content: str) -> None:
    assert found(text, source, cue, content) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The prosecutor has accused of arson those who left.",
            "The prosecutor", "has accused", "of arson those who left",
        ),
        (
            "The police accused Ana Ruiz of arson.",
            "The police", "accused", "Ana Ruiz of arson",
        ),
        (
            "He was accused by the mayor of arson.",
            "the mayor", "accused", "of arson",
        ),
        (
            "The movement called the attack cowardly.",
            "The movement", "called", "the attack cowardly",
        ),
        (
            "The group called Ruiz a liar.",
            "The group", "called", "Ruiz a liar",
        ),
        ("The league met. It pointed out a gap.", "It", "pointed out", "a gap"),
        ("The league met. It is demanding a vote.", "It", "is demanding", "a vote"),
        (
            "A clerk whom the police accused of arson fled.",
            "the police", "accused", "of arson",
        ),
        ("NATO said the pier - a long one - was dark.", "NATO", "said", "the pier"),
        ("A man authorities accused of arson fled.", "authorities", "accused", "of arson"),
        ("The league left, whom he blamed for it.", "he", "blamed", "for it"),
    ],
)  # fmt: skip
def test_somebody_speaks(text: str, source: str, cue: str, content: str) -> None:
    assert len(found(text, source, cue, content)) == 1


def test_who_is_accused_is_known_to_what_follows() -> None:
    page = Page("Ana Ruiz was held and accused of arson. She said the pier was dark.")
    accused = page.saw("Ana Ruiz", "accused", "of arson")
    spoken = page.saw("She", "said", "the pier was dark")
    (made,) = page.sourcing(accused, spoken).attributions
    assert made.speaker == "Ana Ruiz"


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("had to claim", "say"),
        ("should claim", "say"),
        ("may claim", "say"),
        ("wanted to claim", "say"),
        ("would later claim", "claim_responsibility"),
        ("has claimed", "claim_responsibility"),
    ],
)
def test_who_only_should_own_up_does_not(verb: str, act: str) -> None:
    text = f"Some said that the Reed League {verb} responsibility for the fire."
    (made,) = found(text, "the Reed League", verb, "responsibility for the fire", act)
    assert made.act == act


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("The navy declined to confirm or deny any role.", "deny", "any role", "decline"),
        ("The navy would neither confirm nor deny any role.", "deny", "any role", "decline"),
        ("The navy would neither confirm nor deny it.", "confirm", "nor deny it", "decline"),
        ("The navy had to confirm or deny any role.", "deny", "any role", "deny_involvement"),
        ("The navy denied any role.", "denied", "any role", "deny_involvement"),
    ],
)
def test_neither_confirming_nor_denying_is_no_denial(
    text: str, cue: str, content: str, act: str
) -> None:
    (made,) = found(text, "The navy", cue, content)
    assert made.act == act


def test_who_pleads_is_not_the_prosecution() -> None:
    page = Page("Prosecutors said two clerks were charged. They pleaded not guilty.")
    told = page.saw("Prosecutors", "said", "two clerks were charged")
    plea = page.saw("They", "pleaded", "not guilty")
    assert [one.speaker for one in page.sourcing(told, plea).attributions] == [
        "Prosecutors", "“They” (not identified)",
    ]  # fmt: skip


def test_who_pleads_for_something_is_charged_with_nothing() -> None:
    page = Page("Prosecutors said two clerks were charged. They pleaded for help.")
    told = page.saw("Prosecutors", "said", "two clerks were charged")
    plea = page.saw("They", "pleaded", "for help")
    assert {one.speaker for one in page.sourcing(told, plea).attributions} == {"Prosecutors"}


def test_a_claim_that_another_did_it_is_no_claim_of_responsibility() -> None:
    content = "the Norwegian envoy, Ana Ruiz, was behind the attack"
    (made,) = found(f"Ilo Marsh claimed {content}.", "Ilo Marsh", "claimed", content, "claim")
    assert made.act == "say"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The army withdrew its statement.", "The army", "withdrew", "its statement"),
        ("The army withdrew its boast.", "The army", "withdrew", "its boast"),
        ("The army offered help.", "The army", "offered", "help"),
        ("The mayor has confirmed it.", "The mayor", "has confirmed", "it"),
    ],
)
def test_and_these_do(text: str, source: str, cue: str, content: str) -> None:
    assert len(found(text, source, cue, content)) == 1


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("would neither confirm nor deny", "that it was there"),
        ("neither confirmed nor denied", "the report"),
        ("refused to confirm or deny", "the report"),
        ("declined to say", "who was behind it"),
        ("declined to confirm", "how many had died"),
        ("refused to name", "the man"),
    ],
)
def test_who_says_neither_yes_nor_no_declines(cue: str, content: str) -> None:
    text = f"The army {cue} {content}."
    (one,) = found(text, "The army", cue, content)
    assert (one.act, one.negated) == ("decline", False)


def test_who_rejects_an_offer_does_not_make_it() -> None:
    page = Page("The army rejected the offer of help.")
    outer = page.saw("The army", "rejected", "the offer of help")
    inner = page.saw("The army", "offer", "help")
    assert len(page.sourcing(outer, inner).attributions) == 1
