"""What a row of the record says of itself: vote, probability, exactness, sort of difference."""

from msgspec.structs import replace

from tests.publish.cases import harbour_case
from tests.publish.mapped import KENYA, MALINDI, mapped_case, with_slot
from whence.model.case import Case
from whence.model.incident import Contradiction, Value
from whence.publish import html, markdown
from whence.publish.index import Index
from whence.publish.views import facts
from whence.publish.views.facts import SlotView


def slot(case: Case, name: str) -> SlotView:
    return next(row for row in facts.slots(Index(case)) if row.key == f"slot-{name}")


def test_values_that_compete_show_their_vote() -> None:
    six, four = slot(harbour_case(), "wounded").values
    assert (six.vote, four.vote) == ("2 of 3", "1 of 3")
    assert round(six.share + four.share, 9) == 1
    page = html.render(harbour_case())
    assert 'aria-label="vote: 2 of 3"' in page
    assert "6 guards** (stands; 1 origin and 1 own voice through 3 reports; vote 2 of 3)" in (
        markdown.render(harbour_case())
    )


def test_what_was_taken_back_competes_with_nothing() -> None:
    assert [row.vote for row in slot(harbour_case(), "munitions_launched").values] == ["", ""]
    assert slot(harbour_case(), "date").values[0].vote == ""


class Weighed(Value, frozen=True, kw_only=True):
    """A value as a fusion that gives probabilities would hand it over."""

    probability: float | None = None


def weighed(given: float | None) -> Case:
    case = harbour_case()
    assert case.incident is not None
    held = case.incident.slot("target")
    assert held is not None
    fields = {name: getattr(held.values[0], name) for name in Value.__struct_fields__}
    return with_slot(case, replace(held, values=(Weighed(**fields | {"probability": given}),)))


def test_a_probability_is_shown_where_one_was_given() -> None:
    assert slot(weighed(0.843), "target").values[0].probability == ".84"
    assert "probability .84" in markdown.render(weighed(0.843))
    assert "probability <strong>.84</strong>" in html.render(weighed(0.843))
    for case in (weighed(None), harbour_case()):
        assert slot(case, "target").values[0].probability == ""
        assert "probability <strong>" not in html.render(case)


def test_a_place_says_how_exactly_it_is_known() -> None:
    held, rival = slot(mapped_case(rivals=[MALINDI]), "place").values
    assert held.exact == (
        "a city, town or village: Mombasa, Mombasa County, Kenya; 4.05°\u00a0S, 39.66°\u00a0E"
    )
    assert rival.exact.startswith("a city, town or village: Malindi, Kilifi, Kenya")
    assert slot(mapped_case(KENYA), "place").values[0].exact == "somewhere in this state: Kenya"
    assert slot(mapped_case(None), "place").values[0].exact == "not found on the map"


def test_a_date_says_how_many_days_it_leaves_open() -> None:
    case = harbour_case()
    assert case.incident is not None
    dated = case.incident.slot("date")
    assert dated is not None
    for iso, told, best in (
        ("2031-03-03/2031-03-04", "known to within 2 days", "3–4 Mar 2031"),
        ("2031-03", "known to within 31 days", "Mar 2031"),
        ("2031-03-03", "", "3 Mar 2031"),
    ):
        value = replace(dated.values[0], value=iso)
        view = slot(with_slot(case, replace(dated, best=iso, values=(value,))), "date")
        assert (view.values[0].exact, view.best) == (told, best)


def test_a_difference_is_named_in_plain_words() -> None:
    (clash,) = slot(harbour_case(), "wounded").clashes
    assert clash.kind == "real conflict, both cannot be right"
    case = harbour_case()
    assert case.incident is not None
    held = case.incident.slot("wounded")
    assert held is not None
    about = Contradiction(kind="rounding", left="6", right="5", reason="", fact_ids=())
    rounded = slot(with_slot(case, replace(held, contradictions=(about,))), "wounded")
    assert rounded.clashes[0].kind == "one is a round figure for the other"
