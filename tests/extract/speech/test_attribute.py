"""What a reader makes of a statement is taken over; what it leaves open is told by the words."""

import pytest

from tests.extract.seen import Page, hops
from whence.model.attribution import Act, Attribution

TEXT = "The mayor denied that the Reed League was involved."


def made(
    text: str, said: tuple[str, str, str], judged: tuple[Act | None, bool | None, int | None]
) -> Attribution:
    page = Page(text)
    seen = page.saw(*said, judged=judged)
    (found,) = page.sourcing(seen).attributions
    return found


def denied(act: Act | None, negated: bool | None, certainty: int | None) -> Attribution:
    said = ("The mayor", "denied", "that the Reed League was involved")
    return made(TEXT, said, (act, negated, certainty))


def test_the_readers_judgement_is_kept() -> None:
    found = denied("confirm", True, -2)
    assert (found.act, found.negated, found.hedge) == ("confirm", True, -2)


def test_no_certainty_at_all_is_a_judgement_too() -> None:
    found = denied("say", False, 0)
    assert (found.act, found.negated, found.hedge) == ("say", False, 0)


def test_what_a_reader_leaves_open_the_words_tell() -> None:
    found = denied(None, None, None)
    assert (found.act, found.negated) == ("deny_involvement", False)
    assert found.hedge == denied(None, False, None).hedge
    said = made(
        "Ana Ruiz did not say tides rose.", ("Ana Ruiz", "say", "tides rose"), (None, None, 1)
    )
    assert (said.negated, said.hedge) == (True, 1)


def test_a_reader_may_differ_from_the_words_about_a_negation() -> None:
    found = made(
        "Ana Ruiz did not say tides rose.", ("Ana Ruiz", "say", "tides rose"), (None, False, 3)
    )
    assert not found.negated


@pytest.mark.parametrize("source", ["No group", "Nobody", "None of them"])
def test_what_nobody_says_is_negated_whatever_the_reader_makes_of_it(source: str) -> None:
    text = f"{source} has claimed responsibility."
    for negated in (None, False, True):
        found = made(
            text, (source, "claimed", "responsibility"), ("claim_responsibility", negated, 3)
        )
        assert found.negated


def test_nobody_is_no_hop_of_a_chain() -> None:
    page = Page("No group has claimed responsibility, the Quay Gazette reported.")
    seen = page.saw(
        "No group", "claimed", "responsibility", judged=("claim_responsibility", False, 3)
    )
    assert hops(page.sourcing(seen)) == [["The Harbour Post"]]


def test_declining_is_told_by_act_or_negation_with_its_words() -> None:
    text = "Ana Ruiz did not respond to requests for comment."
    content = "to requests for comment"
    assert made(text, ("Ana Ruiz", "respond", content), ("say", True, 3)).act == "decline"
    assert made(text, ("Ana Ruiz", "respond", content), ("decline", False, 3)).act == "decline"
    assert made(text, ("Ana Ruiz", "respond", content), ("say", False, 3)).act == "say"


def test_the_judgement_goes_to_each_of_several_speakers() -> None:
    page = Page("Norway and Denmark said tides rose.")
    seen = page.saw("Norway and Denmark", "said", "tides rose", judged=("speculate", True, 1))
    found = page.sourcing(seen).attributions
    assert [(one.speaker, one.act, one.negated, one.hedge) for one in found] == [
        ("Norway", "speculate", True, 1), ("Denmark", "speculate", True, 1),
    ]  # fmt: skip


def test_the_reader_is_recorded() -> None:
    assert denied("say", False, 3).extractor == "hand@1"


def test_why_somebody_stays_unnamed_is_no_statement_of_his() -> None:
    page = Page(
        "A clerk who spoke on condition of anonymity said tides rose; he declined to be named."
    )
    said = page.saw("A clerk", "said", "tides rose")
    excuse = page.saw("he", "declined", "to be named")
    made = page.sourcing(said, excuse)
    assert [one.cue and one.cue.text for one in made.attributions] == ["said"]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("The mayor has not said who sent the boats.",
         ("The mayor", "has not said", "who sent the boats"), ("decline", False)),
        ("Nobody will say who sent the boats.",
         ("Nobody", "will say", "who sent the boats"), ("say", True)),
        ("The mayor did not decline to speak.",
         ("The mayor", "did not decline", "to speak"), ("decline", True)),
    ],
)  # fmt: skip
def test_the_negation_of_a_silence_is_told_once(
    text: str, spans: tuple[str, str, str], expected: tuple[str, bool]
) -> None:
    page = Page(text)
    (made,) = page.sourcing(page.saw(*spans, judged=("decline", True, 0))).attributions
    assert (made.act, made.negated) == expected


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("I will not guess", "decline"),
        ("We are not going to speculate about that", "decline"),
        ("I can’t discuss it", "decline"),
        ("I would guess that it was the tide", "speculate"),
        ("We will not rest", "speculate"),
    ],
)
def test_who_will_not_guess_does_not_guess(content: str, act: str) -> None:
    page = Page(f"“{content},” Ana Ruiz said.")
    seen = page.saw("Ana Ruiz", "said", content, judged=("speculate", False, 1))
    (made,) = page.sourcing(seen).attributions
    assert made.act == act
