"""Model and rules together: whose words, whose speaker and whose content stand."""

import pytest

from tests.extract.seen import Page
from whence.extract.encoder.union import joined
from whence.model.attribution import Act

WARNED = "Ana Ruiz said the pier was closed, and Ben Oak promised to mend it."


Seen = tuple[str, str, str]


def contents(page: Page, found: list[Seen], told: list[Seen]) -> list[str]:
    seen, ruled = ([page.saw(*one) for one in some] for some in (found, told))
    return [span.text for one in joined(seen, ruled) for span in one.content]


RULED: Seen = ("Ana Ruiz", "said", "the pier was closed, and Ben Oak promised to mend it")


def test_another_speaker_behind_the_models_words_is_no_part_of_them() -> None:
    page = Page(WARNED)
    found = [("Ana Ruiz", "said", "the pier was closed"), ("Ben Oak", "promised", "to mend it")]
    assert contents(page, found, [RULED]) == ["the pier was closed", "to mend it"]


def test_another_speaker_before_the_models_words_is_no_part_of_them() -> None:
    page = Page("Ben Oak promised to mend it, and the pier was closed, Ana Ruiz said.")
    found = [("Ben Oak", "promised", "to mend it"), ("Ana Ruiz", "said", "the pier was closed")]
    told = [("Ana Ruiz", "said", "Ben Oak promised to mend it, and the pier was closed")]
    assert contents(page, found, told) == ["to mend it", "the pier was closed"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("Ana Ruiz", "said", "the pier was closed")], ["the pier was closed"]),
        (
            [("Ana Ruiz", "said", "the pier was closed"), ("", "promised", "to mend it")],
            ["the pier was closed"],
        ),
        ([RULED, ("Ben Oak", "promised", "to mend it")], [RULED[2], "to mend it"]),
    ],
)
def test_where_both_see_a_statement_the_models_words_stand(
    found: list[Seen], expected: list[str]
) -> None:
    assert contents(Page(WARNED), found, [RULED]) == expected


def test_a_quotation_is_not_cut_within_its_marks() -> None:
    page = Page("They explained, “The pier was closed, Radio Sund quoted Ben Oak as saying.”")
    quoted = "“The pier was closed, Radio Sund quoted Ben Oak as saying.”"
    found = [
        ("They", "explained", "“The pier was closed"),
        ("Ben Oak", "saying", "“The pier was closed"),
    ]
    assert quoted in contents(page, found, [("They", "explained", quoted)])


def test_who_the_rules_overran_keeps_his_own_words() -> None:
    page = Page(
        "Ana Ruiz told press the pier was closed and Ben Oak told Radio Sund it stood open."
    )
    first, second = "the pier was closed", "it stood open"
    found = [("Ana Ruiz", "told press", first), ("Ben Oak", "told Radio Sund", second)]
    told = [
        ("Ana Ruiz", "told press", "the pier was closed and Ben Oak told Radio Sund it stood open"),
        ("Ben Oak", "told Radio Sund", "Ana Ruiz told press the pier was closed"),
    ]
    assert contents(page, found, told) == [first, second]


def test_a_hand_is_no_part_of_what_it_hands_on() -> None:
    page = Page("Ana Ruiz said through a clerk that tides rose.")
    seen = page.saw("Ana Ruiz", "said", "tides rose", via=["a clerk"])
    ruled = page.saw("Ana Ruiz", "said", "through a clerk that tides rose")
    (one,) = joined([seen], [ruled])
    assert [span.text for span in one.content] == ["tides rose"]


def test_who_cites_somebody_behind_his_words_is_no_part_of_them() -> None:
    page = Page("Citing Ana Ruiz, tides rose, Radio Sund said on Monday.")
    seen = page.saw("Ana Ruiz", "Citing", "tides rose", via=["Radio Sund"])
    ruled = page.saw("Ana Ruiz", "Citing", "tides rose, Radio Sund said on Monday")
    (one,) = joined([seen], [ruled])
    assert [span.text for span in one.content] == ["tides rose"]


def test_a_quotation_that_was_closed_holds_nobody_behind_it() -> None:
    page = Page("Ana Ruiz said “tides rose” and Ben Oak promised to mend it.")
    found = [("Ana Ruiz", "said", "tides rose"), ("Ben Oak", "promised", "to mend it")]
    told = [("Ana Ruiz", "said", "“tides rose” and Ben Oak promised to mend it")]
    assert contents(page, found, told)[1:] == ["to mend it"]
    assert "Ben" not in contents(page, found, told)[0]


@pytest.mark.parametrize(
    ("text", "told", "cue", "seen", "speaker"),
    [
        # Words part the rules' speaker from the cue: the model's is taken, if before the cue.
        ("Dockers met Ben Oak at dawn, later demanding bread.", "Ben Oak", "demanding", "Dockers",
         "Dockers"),
        ("Ben Oak met us at dawn, later telling that Ana lied.", "Ben Oak", "telling", "Ana",
         "Ben Oak"),
        ("Dockers met us and Ben Oak repeatedly denied it.", "Ben Oak", "denied", "Dockers",
         "Ben Oak"),
        ("Ben Oak, head of the dockers, denied it.", "Ben Oak, head", "denied", "Ben Oak",
         "Ben Oak"),
        # What a preposition adds is a part of who speaks.
        ("Heads of the dockers denied it.", "Heads of the dockers", "denied", "Heads",
         "Heads of the dockers"),
    ],
)  # fmt: skip
def test_the_rules_speaker_stands_where_he_is_another_right_before_the_cue(
    text: str, told: str, cue: str, seen: str, speaker: str
) -> None:
    page = Page(text)
    content = text.rstrip(".").rsplit(maxsplit=1)[1]
    (one,) = joined([page.saw(seen, cue, content)], [page.saw(told, cue, content)])
    assert one.source is not None
    assert one.source.text == speaker


def test_who_hands_a_statement_on_makes_none_of_his_own() -> None:
    page = Page("Radio Sund quoted Ben Oak as saying that tides rose.")
    seen = page.saw("Ben Oak", "saying", "tides rose", via=["Radio Sund"])
    ruled = page.saw("Radio Sund", "quoted", "Ben Oak as saying that tides rose")
    (one,) = joined([seen], [ruled])
    assert one.source is not None
    assert one.source.text == "Ben Oak"


@pytest.mark.parametrize(
    ("act", "stays"), [("speculate", True), ("accuse", True), ("say", False), (None, False)]
)
def test_what_nobody_is_said_to_say_stays_where_it_does_more_than_state(
    act: Act | None, stays: bool
) -> None:
    page = Page("Whispers were that dockers shut the pier.")
    seen = page.saw("", "Whispers", "dockers shut the pier", judged=(act, False, None))
    assert joined([seen], []) == ((seen,) if stays else ())


def test_what_only_the_rules_see_must_be_borne_out() -> None:
    page = Page("Ana Ruiz denied the raid.")
    told = page.saw("Ana Ruiz", "denied", "the raid")
    assert joined([], [told], lambda _: True) == (told,)
    assert joined([], [told], lambda _: False) == ()
    seen = page.saw("Ana Ruiz", "denied", "the raid")
    assert len(joined([seen], [told], lambda _: False)) == 1


def test_of_whom_it_is_told_does_not_tell_it() -> None:
    page = Page("The mayor, weighing his words, said Radio Sund was behind the fire.")
    told = page.saw("Radio Sund", "said", "was behind the fire")
    seen = page.saw("The mayor", "said", "Radio Sund was behind the fire")
    (one,) = joined([seen], [told])
    assert one.source is not None
    assert one.source.text == "The mayor"


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Ana Ruiz met Ben Oak, who said the pier was closed.", "who"),
        ("Ana Ruiz wrote to the port, which said the pier was closed.", "which"),
    ],
)
def test_a_pronoun_right_before_the_verb_is_left_to_be_resolved(text: str, pronoun: str) -> None:
    page = Page(text)
    (one,) = joined(
        [page.saw(pronoun, "said", "the pier was closed")],
        [page.saw("Ana Ruiz", "said", "the pier was closed")],
    )
    assert one.source is not None
    assert one.source.text == pronoun
