"""Where an outlet's own words come from."""

import pytest

from tests.trace.making import Made, document
from whence.model.origin import Origin
from whence.trace import trace


def origins(*made: Made) -> list[Origin]:
    return list(trace([one.document for one in made], [one.report() for one in made]).origins)


def test_outlet_is_the_origin_of_its_own_words() -> None:
    one, two = Made(document("Inland Post", "x one")), Made(document("Inland Post", "x two"))
    (post,) = origins(one, two)
    assert post.name == "Inland Post"
    assert len(post.document_ids) == 2


def test_outlet_cited_by_another_is_the_same_first_hand() -> None:
    one, two = Made(document("Inland Post", "x one")), Made(document("Mail", "x two"))
    two.chain("The Inland Post:outlet")
    assert sorted(one.name for one in origins(one, two)) == ["Inland Post", "Mail"]


def test_credited_copy_is_the_agencys() -> None:
    one = Made(document("Inland Post", "ENCAMP (AP) — x one"))
    two = Made(document("Mail", "x two", credits=("AP",)))
    three = Made(document("Inland Post", "x three"))
    four = Made(document("Mail", "x four"))
    four.chain("the Associated Press:agency")
    found = origins(one, two, three, four)
    assert sorted(one.name for one in found) == ["Associated Press", "Inland Post", "Mail"]
    agency = next(one for one in found if one.name == "Associated Press")
    assert agency.kind == "agency"
    assert len(agency.document_ids) == 3
    assert any(merge.reason == "credits Associated Press" for merge in agency.merges)


def test_two_credits_leave_the_words_with_the_outlet() -> None:
    one = Made(document("Inland Post", "x one", credits=("AP", "AFP")))
    assert [one.name for one in origins(one)] == ["Inland Post"]


_LINE = "Seven men were seen carrying long crates across the frozen mill pond shortly before six"


def _copied(kind: str) -> tuple[Made, Made]:
    first = Made(document("Inland Post", f"{_LINE}. More of it.", "2031-01-01"))
    second = Made(document("Mail", f"{_LINE}. Less of it.", "2031-01-02"))
    hands = ("a miller:anonymous",) if kind == "sourced" else ()
    first.fact("weapon", "crates", "long crates", *hands)
    if hands:
        first.says(_LINE, *hands)
    second.fact("weapon", "crates", "long crates")
    return first, second


def test_copied_narration_is_the_earlier_outlets() -> None:
    found = origins(*_copied("narrated"))
    assert [one.name for one in found] == ["Inland Post"]
    assert "its words are those of Inland Post" in found[0].merges[0].reason


def test_copied_narration_is_the_source_of_the_earlier_text() -> None:
    found = origins(*_copied("sourced"))
    assert sorted(one.name for one in found) == ["Inland Post", "miller"]
    miller = next(one for one in found if one.name == "miller")
    assert len(miller.document_ids) == 2


def test_little_copied_leaves_the_narration_its_own() -> None:
    first, second = _copied("narrated")
    longer = Made(document("Mail", f"{_LINE}. Boats, cars and bikes burnt.", "2031-01-02"))
    for word in ("Boats", "cars", "bikes"):
        longer.fact("weapon", word, word)
    longer.fact("weapon", "crates", "long crates")
    assert len(origins(first, longer)) == 2
    assert len(origins(first, second)) == 1


def test_narration_without_values_follows_a_whole_copy_only() -> None:
    first = Made(document("Inland Post", f"{_LINE}.", "2031-01-01"))
    whole = Made(document("Mail", f"{_LINE}.", "2031-01-02"))
    part = Made(
        document(
            "Echo",
            f"{_LINE}.\nNobody in the village had been asked whether any of this had ever been "
            "allowed, least of all by the owners of the pond and of the mill beside it.",
            "2031-01-03",
        )
    )
    assert [one.name for one in origins(first, whole)] == ["Inland Post"]
    assert len(origins(first, part)) == 2


def test_copy_of_a_text_without_report_stays_with_its_outlet() -> None:
    first = document("Inland Post", f"{_LINE}.", "2031-01-01")
    whole = Made(document("Mail", f"{_LINE}.", "2031-01-02"))
    found = trace([first, whole.document], [whole.report()])
    assert [one.name for one in found.origins] == ["Mail"]


def test_narrator_kind_and_outlet_hop_are_the_outlets_voice() -> None:
    one = Made(document("Inland Post", "x one"))
    one.chain("the author:narrator")
    one.chain("Inland Post:outlet")
    (post,) = origins(one)
    assert len(post.chain_ids) == 3


def test_report_of_an_unknown_document_is_passed_over() -> None:
    one, two = Made(document("Inland Post", "x one")), Made(document("Mail", "x two"))
    found = trace([one.document], [one.report(), two.report()])
    assert [origin.name for origin in found.origins] == ["Inland Post"]


@pytest.mark.parametrize("quoted", ["an owner of the mill:anonymous", "the Mill Guild:body"])
@pytest.mark.parametrize("values", [True, False])
def test_a_copy_that_keeps_its_sources_speaks_with_the_first_outlets_voice(
    quoted: str, values: bool
) -> None:
    """Whoever is quoted in the same sentence, or most often, does not tell it."""
    made = []
    for outlet, day in (("Inland Post", "2031-01-01"), ("Mail", "2031-01-02")):
        one = Made(document(outlet, f"{_LINE}. It was not said why, by anybody.", day))
        one.says("carrying long crates across the frozen mill pond", quoted)
        one.says("It was not said why", quoted)
        if values:
            one.fact("weapon", "crates", "Seven men were seen carrying long crates")
        made.append(one)
    found = trace([one.document for one in made], [one.report() for one in made])
    by_chain = found.origin_of()
    names = {one.id: one.name for one in found.origins}
    assert {names[by_chain[one.chain().id]] for one in made} == {"Inland Post"}
    assert len(found.origins) == 2


@pytest.mark.parametrize("who", ["the message:post", "the militia:group", "two clerks:anonymous"])
def test_nameless_sources_of_a_whole_copy_are_those_of_the_first_text(who: str) -> None:
    """Even where their sentence is too short to be compared."""
    made = []
    for outlet, day in (("Inland Post", "2031-01-01"), ("Mail", "2031-01-02")):
        one = Made(document(outlet, f"{_LINE}. Four died there.", day))
        one.says("Four died there", who)
        made.append(one)
    assert len(origins(*made)) == 2
