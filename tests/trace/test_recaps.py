"""Nameless people of a later report who repeat an accusation: one first hand, shown as a guess."""

from tests.trace.making import Made, document, origins

BLAMED = "the Tide League did it"


def made(outlet: str, day: str | None, who: str, subject: str = "Tide League") -> Made:
    one = Made(document(outlet, f"{who} said that {BLAMED}. x {outlet}", day))
    one.claim(subject, BLAMED, f"{who}:anonymous")
    return one


FIRST = made("Pier Post", "2031-03-04", "two port security officials")


def test_the_later_and_barer_description_is_a_recap() -> None:
    later = made("Mole Mail", "2031-03-20", "two security officials")
    (officials,) = origins(FIRST, later)
    assert officials.name == "two port security officials"
    (merge,) = officials.merges
    assert merge.reason == "a later report has the same said by people described alike"
    assert 0.5 < merge.probability < 0.9


def test_a_recap_of_a_recap_goes_back_to_the_first() -> None:
    second = made("Mole Mail", "2031-03-20", "two security officials")
    third = made("Quay Wire", "2031-04-02", "two security officials")
    assert len(origins(FIRST, second, third)) == 1


def test_what_differs_keeps_people_apart() -> None:
    others = (
        made("Mole Mail", "2031-03-20", "two security officials", subject="Reed Guard"),
        made("Mole Mail", "2031-03-20", "two health officials"),
        made("Mole Mail", "2031-03-20", "a security official"),
        made("Mole Mail", "2031-03-20", "two security officials of the harbour guard"),
        made("Mole Mail", "2031-03-04", "two security officials"),
        made("Mole Mail", None, "two security officials"),
    )
    assert [len(origins(FIRST, other)) for other in others] == [2] * len(others)


def test_two_that_may_be_meant_leave_it_open() -> None:
    second = made("Mole Mail", "2031-03-05", "two army security officials")
    third = made("Quay Wire", "2031-04-02", "two security officials")
    assert len(origins(FIRST, second, third)) == 3
