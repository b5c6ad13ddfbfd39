"""Sources without a name: when several descriptions are one first hand."""

from tests.trace.making import Made, document, origins, report, traced
from whence.trace import Options


def test_nameless_people_through_one_relay_are_one() -> None:
    found = origins(
        report("A", "x one", "AP:agency", "two Andorran officials:anonymous"),
        report("B", "x two", "The Associated Press:agency", "Two Andorran officials:anonymous"),
    )
    (officials,) = found
    assert officials.relays == ("Associated Press",)
    assert "through associated press" in officials.merges[0].reason
    assert officials.merges[0].probability < 0.9


def test_nameless_people_through_different_relays_stay_apart() -> None:
    found = origins(
        report("A", "x one", "AP:agency", "two officials:anonymous"),
        report("B", "x two", "Reuters:agency", "two officials:anonymous"),
        report("C", "x three", "two officials:anonymous"),
    )
    assert len(found) == 3


def test_credited_agency_is_the_relay_of_nameless_people() -> None:
    one = Made(document("A", "x one", credits=("AP",)))
    one.chain("two officials:anonymous")
    found = origins(one, report("B", "x two", "AP:agency", "two officials:anonymous"))
    assert len(found) == 1


def test_shorter_description_through_one_relay() -> None:
    one = report("A", "x one", "AP:agency", "two security officials:anonymous")
    two = report("B", "x two", "AP:agency", "the officials:anonymous")
    (officials,) = origins(one, two)
    assert officials.merges[0].reason == "a shorter description through one relay"


def test_shorter_description_of_two_sorts_stays_open() -> None:
    one = report("A", "x one", "AP:agency", "two security officials:anonymous")
    two = report("B", "x two", "AP:agency", "two health officials:anonymous")
    three = report("C", "x three", "AP:agency", "the officials:anonymous")
    assert len(origins(one, two, three)) == 3


def test_one_official_is_not_several_and_not_the_groups() -> None:
    one = report("A", "x one", "AP:agency", "a security official:anonymous")
    two = report("B", "x two", "AP:agency", "two security officials:anonymous")
    three = report("C", "x three", "AP:agency", "a security official of the Fajr group:anonymous")
    assert len(origins(one, two, three)) == 3


_SAID = "the boats were loaded with fertiliser in a shed behind the northern fish market at dusk"


def test_nameless_people_with_the_same_copied_words_are_one() -> None:
    one = Made(document("A", f"Two officials told AP that {_SAID}.", "2031-01-01"))
    one.says(_SAID, "AP:agency", "Two officials:anonymous")
    two = Made(document("B", f"According to two officials, {_SAID}.", "2031-01-02"))
    two.says(_SAID, "two officials:anonymous")
    three = Made(document("C", f"A fisherman said {_SAID}.", "2031-01-03"))
    three.says(_SAID, "A fisherman:anonymous")
    found = origins(one, two, three)
    assert {one.name for one in found} == {"fisherman", "two officials quoted by AP"}
    officials = next(one for one in found if one.name == "two officials quoted by AP")
    assert any("both documents share" in merge.reason for merge in officials.merges)


def test_people_taken_from_an_outlet_that_quotes_them_itself() -> None:
    first = report("Harbour Standard", "x one", "AP:agency", "two Andorran officials:anonymous")
    second = report("B", "x two", "The Harbour Standard:body", "two officials:anonymous")
    third = report("C", "x three", "The Harbour Standard:outlet", "two fishermen:anonymous")
    found = origins(first, second, third)
    assert sorted(len(one.document_ids) for one in found) == [1, 2]
    officials = next(one for one in found if len(one.document_ids) == 2)
    assert "which quotes them itself" in officials.merges[0].reason


def test_sources_that_could_be_anybody_are_named_with_who_quotes_them() -> None:
    one = Made(document("Pier Post", "Sources tell the Post that the mole is mined."))
    one.says("the mole is mined", "Sources:anonymous")
    two = Made(document("Quay Wire", "Other media reported that the mole is open."))
    two.says("the mole is open", "Coast Agency:agency", "Other media:outlet")
    three = Made(document("Cape Times", "Port officials said that the mole is shut."))
    three.says("the mole is shut", "Port officials:anonymous")
    assert {row.name for row in traced([one, two, three]).origins} >= {
        "sources quoted by Pier Post",
        "other media quoted by Coast Agency",
        "Port officials",
    }
    apart = Options(together=(("sources quoted by Pier Post", "Port officials"),))
    assert len(origins(one, three, options=apart)) == 1


def test_one_of_several_who_speaks_alone_is_not_shown_as_all_of_them() -> None:
    made = Made(document("Pier Post", "Port officials said the mole is shut. One said it is old."))
    made.says("the mole is shut", "Two port officials:anonymous")
    made.says("it is old", "one of the port officials:anonymous")
    assert {row.name for row in origins(made)} == {"Two port officials, or one of them"}


def test_the_fullest_description_names_nameless_people() -> None:
    made = Made(document("Pier Post", "Port officials said the mole is shut. Officials said so."))
    made.says("the mole is shut", "Port officials:anonymous")
    made.says("so", "the officials:anonymous")
    made.says("the mole", "Two port officials:anonymous")
    assert {row.name for row in origins(made)} == {"Two port officials"}
