from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.assessment import Confidence
from whence.model.attribution import Act, Anonymity, HopKind
from whence.model.claim import Predicate, Role, Standing
from whence.model.document import RemovalReason
from whence.model.fact import FactStage, Quantity
from whence.model.incident import ContradictionKind, Phase, ValueStatus
from whence.model.origin import CopyBasis, Stake
from whence.publish.anchors import anchor
from whence.publish.dates import date, dated, day
from whence.publish.numbers import number, plural, probability, span_of, two_digits, units
from whence.publish.texts import clean, marked, shown_location, squeeze, web_address
from whence.publish.words import slot_label, standings, words, yardstick


def test_every_key_of_the_model_has_its_words() -> None:
    tables = words()
    pairs: list[tuple[object, dict[str, object]]] = [
        (Act, dict(tables.acts)),
        (HopKind, dict(tables.hops)),
        (Predicate, dict(tables.predicates)),
        (Stake, dict(tables.stakes)),
        (Anonymity, dict(tables.anonymity)),
        (ValueStatus, dict(tables.statuses)),
        (ContradictionKind, dict(tables.contradictions)),
        (FactStage, dict(tables.fact_stages)),
        (Phase, dict(tables.phases)),
        (CopyBasis, dict(tables.copy_bases)),
        (RemovalReason, dict(tables.removed)),
        (Role, dict(tables.roles)),
        (Standing, dict(tables.shapes)),
        (Standing, dict(tables.glyphs)),
        (Standing, dict(tables.standing_notes)),
        (Confidence, dict(tables.confidence)),
    ]
    for literal, table in pairs:
        assert set(get_args(literal)) == set(table)


def test_no_two_standings_look_alike() -> None:
    assert len(set(words().shapes.values())) == len(words().shapes)
    assert len(set(words().glyphs.values())) == len(words().glyphs)
    assert len({row.label for row in standings().values()}) == len(standings())


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2021", "2021"),
        ("2021-11", "Nov 2021"),
        ("2021-11-08", "8 Nov 2021"),
        ("2021-11-08T14:00Z", "8 Nov 2021, 14:00 UTC"),
        ("2021-11-08T14:00:59.5+00:00", "8 Nov 2021, 14:00 UTC"),
        ("2021-11-08T14:00+03:00", "8 Nov 2021, 14:00 UTC+3"),
        ("2021-11-08T14:00-03:30", "8 Nov 2021, 14:00 UTC−3:30"),
        ("2021-11-08T14:00", "8 Nov 2021, 14:00 (zone not told)"),
        ("2021-19", "2021"),
        ("last night", "last night"),
        (None, "date not known"),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(iso: str | None, written: str) -> None:
    assert date(iso) == written


def test_the_day_of_a_date_is_its_first_part() -> None:
    assert [day(iso) for iso in ("2021-11-08T14:00Z", "2021-11", "soon")] == [
        "2021-11-08",
        "2021-11",
        "soon",
    ]


@given(st.floats(min_value=0, max_value=1))
def test_a_probability_has_two_digits_and_never_reaches_an_end(value: float) -> None:
    written = probability(value)
    assert written in ("<.01", ">.99") or (len(written) == 3 and written[0] == ".")
    if written[0] == ".":
        assert abs(float(written) - value) <= 0.005 + 1e-12


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        probability(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.001, "0"), (0.05, ".05"), (0.5, ".50"), (0.996, "1"), (1, "1"), (3.32, "3.3"), (12.3, "12"),
     (345.0, "340")],
)  # fmt: skip
def test_numbers_have_two_digits_at_most(value: float, written: str) -> None:
    assert two_digits(value) == written


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [(2, 3, "2–3"), (2, 2, ""), (2, None, "at least 2"), (None, 9, "at most 9"),
     (None, None, "no number told")],
)  # fmt: skip
def test_a_range_says_where_it_is_open(low: int | None, high: int | None, written: str) -> None:
    assert span_of(Quantity(low=low, best=None, high=high)) == written


def test_counts_and_units_agree() -> None:
    assert plural(1, "report") == "1 report"
    assert plural(1200, "report") == "1,200 reports"
    assert [number(0), number(3), number(40)] == ["no", "three", "40"]


@pytest.mark.parametrize(
    ("unit", "one", "many"),
    [("drone", "drone", "drones"), ("guards", "guard", "guards"), ("body", "body", "bodies"),
     ("bodies", "body", "bodies"), ("box", "box", "boxes"), ("boxes", "box", "boxes"),
     ("day", "day", "days"), ("people", "person", "people"), ("person", "person", "people"),
     ("police", "police officer", "police"), ("pass", "pass", "pass"),
     ("malians", "Malian", "Malians"), ("malian soldiers", "Malian soldier", "Malian soldiers"),
     ("poles", "pole", "poles"), ("bus", "bus", "buses"), ("buses", "bus", "buses"),
     ("aircraft", "aircraft", "aircraft"), ("virus", "virus", "virus"), ("km", "km", "km"),
     ("<b>drones</b>", "<b>drones</b>", "<b>drones</b>"), ("drone(s)",) * 3,
     (" drones ", "drone", "drones"), ("tonnes of fuel", "tonne of fuel", "tonnes of fuel"),
     ("guards and police", "guards and police", "guards and police")],
)  # fmt: skip
def test_units_agree_with_their_count(unit: str, one: str, many: str) -> None:
    assert units(unit, 1) == one
    assert units(unit, 2) == many
    assert units(unit, None) == many


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("no part in this", "“no part in this”"),
        ("“We had no part,” he said", "“We had no part,” he said"),
        ('"No part"', '"No part"'),
        ("", ""),
    ],
)
def test_words_get_quotation_marks_unless_they_bring_their_own(said: str, written: str) -> None:
    assert marked(said) == written


def test_hidden_controls_become_visible() -> None:
    assert clean("a\u202eb\u2066c\x00d") == "a\ufffdb\ufffdc\ufffdd"
    assert clean("ab\u200f\n\tc") == "ab\u200f\n\tc"


def test_a_cut_after_a_sentence_has_no_point_before_its_dots() -> None:
    assert squeeze("The quay burnt. Nobody was hurt.", 20) == "The quay burnt…"


def test_long_text_is_cut_at_a_word() -> None:
    assert squeeze("  one   two three ", 9) == "one two…"
    assert squeeze("one two", 9) == "one two"
    assert squeeze("abcdefghijkl", 6) == "abcde…"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/b", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://", False),
        (" https://a.example", False),
        ("https://a.example/\u202e", False),
        ("https://[bad", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_addresses(url: str | None, linked: bool) -> None:
    assert (web_address(url) is not None) == linked


def test_the_yardstick_is_the_one_that_was_used() -> None:
    assert yardstick(set())[0] == "Intelligence Community Directive 203"
    assert yardstick({"realistic possibility"})[0].startswith("Probability yardstick")
    assert ("55–80", "likely") in yardstick({"likely"})[1]


@pytest.mark.parametrize(
    ("location", "shown"),
    [("https://a.example/b/c", "https://a.example/b/c"), ("/home/ann/c.html", "c.html"),
     ("C:\\ann\\c.html", "c.html"), ("c.html", "c.html"), ("/", "/")],
)  # fmt: skip
def test_of_a_file_only_its_name_is_shown(location: str, shown: str) -> None:
    assert shown_location(location) == shown


def test_an_unknown_slot_is_written_out() -> None:
    assert slot_label("munitions_launched") == "Launched"
    assert slot_label("boats_sunk") == "Boats sunk"


@given(st.text(), st.text())
def test_different_keys_have_different_ids_without_white_space(left: str, right: str) -> None:
    assert (anchor("x", left) == anchor("x", right)) == (left == right)
    assert not set(anchor("x", left)) & set(" \t\n\"'<>#&")


def test_iso_dates_inside_a_text_are_written_for_readers() -> None:
    told = dated("the ministry gave 2021-11-07, later 2021-11-08T02:30+03:00 (id 2021-11-07-x)")
    assert told == ("the ministry gave 7 Nov 2021, later 8 Nov 2021, 02:30 UTC+3 (id 2021-11-07-x)")


def test_intervals_are_written_with_their_ends() -> None:
    assert date("2031-05-03/2031-05-04") == "3–4 May 2031"
    assert date("2031-05/..") == "since May 2031"
    assert date("../2031-05-04~") == "until 4 May 2031"
    assert day("../2031-05-04") == "2031-05-04"
    assert day("2031-05-03/2031-05-04") == "2031-05-03"
