import pytest

from tests.fuse.making import fused, said
from whence.fuse.headline import on_date


@pytest.mark.parametrize(
    ("kind", "facts", "expected"),
    [
        (None, {}, "Incident."),
        ("attack", {"target": "Norwegian embassy"}, "Attack on the Norwegian embassy."),
        ("attack", {"target": "Kari Lund"}, "Attack on Kari Lund."),
        ("attack", {"target": "the mayor"}, "Attack on the mayor."),
        ("attack", {"target": "fishing boats"}, "Attack on fishing boats."),
        ("sabotage", {"target": "Oslo Mill", "place": "Oslo"}, "Sabotage of Oslo Mill."),
        ("attack", {"place": "Harbour District, Oslo"}, "Attack in the Harbour District, Oslo."),
        ("stabbing", {"target": "Kari Lund"}, "Stabbing of Kari Lund."),
        ("hijacking", {"target": "ferry"}, "Hijacking of the ferry."),
        ("bombing", {"target": "grain terminal"}, "Bombing of the grain terminal."),
        (
            "crash",
            {"target": "the crew", "place": "Oslo"},
            "Crash or downing of an aircraft in Oslo.",
        ),
        ("attack", {"place": "Oslo", "date": "2031-05"}, "Attack in Oslo in May 2031."),
    ],
)
def test_headline_is_what_is_held(kind: str | None, facts: dict[str, str], expected: str) -> None:
    made = said("A", " ".join(["x", *facts.values()]))
    made.kind = kind
    for slot, value in facts.items():
        made.fact(slot, value, value)
    assert fused([made]).headline == expected


def test_disputed_values_are_left_out() -> None:
    made = []
    for outlet, place in (("A", "Oslo"), ("B", "Bergen"), ("C", "Oslo")):
        one = said(outlet, f"{outlet} says {place}")
        one.fact("place", place, place, f"witness {outlet}:person")
        made.append(one)
    incident = fused(made)
    assert incident.headline == "Incident."
    found = incident.slot("place")
    assert found is not None
    assert found.best == "Oslo"


def test_dates_in_words() -> None:
    assert on_date("2031") == "in 2031"
    assert on_date("2031-05-04T02:30") == "on 4 May 2031"


def test_kind_is_voted_by_first_hands_and_specific_before_plain() -> None:
    wire = [said(f"Paper {n}", f"X{n} (AP) — it was so", "2031-05-04") for n in range(3)]
    for one in wire:
        one.kind = "shooting"
    two = [said(f"Mail {n}", f"y{n}") for n in range(2)]
    for one in two:
        one.kind = "bombing"
    plain = [said(f"Echo {n}", f"z{n}") for n in range(4)]
    for one in plain:
        one.kind = "attack"
    assert fused([*wire, *two, *plain]).kind == "bombing"
    assert fused(plain).kind == "attack"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-03/2031-05-04", "between 3 and 4 May 2031"),
        ("2031-04-30/2031-05-01", "between 30 April and 1 May 2031"),
        ("2030-12-31/2031-01-01", "between 31 December 2030 and 1 January 2031"),
        ("2031-06/2031-08", "between June and August 2031"),
        ("2031-05/..", "since May 2031"),
        ("../2031-05-04", "until 4 May 2031"),
    ],
)
def test_intervals_in_words(value: str, words: str) -> None:
    assert on_date(value) == words


def test_of_even_votes_the_kind_that_tells_the_means_goes_first() -> None:
    made = [said("Quay News", "A minister was killed."), said("Bay Echo", "A bomb went off.")]
    made[0].kind, made[1].kind = "assassination", "bombing"
    assert fused(made).kind == "bombing"


def test_a_narrower_kind_goes_before_its_wider_one_with_half_of_its_votes() -> None:
    made = [said(name, f"{name} tells of a blast.") for name in ("A", "B", "C")]
    for one, kind in zip(made, ("bombing", "bombing", "mine_blast"), strict=True):
        one.kind = kind
    assert fused(made).kind == "mine_blast"
    assert fused(made[:2]).kind == "bombing"
    made[2].kind = "arson"
    assert fused(made).kind == "bombing"
