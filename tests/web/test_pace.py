"""How much one may ask to be done."""

from dataclasses import replace

import pytest

from tests.web.team import Team, unhurried
from whence.web.pace import Pace, Paces


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_at_once_and_then_one_after_the_other() -> None:
    seconds = Seconds()
    pace = Pace(3, 30, seconds)
    assert [pace.wait("ada") for _ in range(5)] == [0, 0, 0, 10, 10]
    assert pace.wait("ben") == 0
    seconds.now = 9.5
    assert pace.wait("ada") == 1
    seconds.now = 10
    assert [pace.wait("ada"), pace.wait("ada")] == [0, 10]
    seconds.now = 1000
    assert [pace.wait("ada") for _ in range(4)] == [0, 0, 0, 10]


def test_strangers_count_by_network_and_people_by_account() -> None:
    paces = Paces(strangers=Pace(1, 60), changes=Pace(2, 60), orders=Pace(1, 600))
    assert paces.wait("", "2001:db8::1") == 0
    assert paces.wait("", "2001:db8::2") == 60
    assert paces.wait("", "192.0.2.1") == 0
    assert paces.wait("ada", "192.0.2.1", order=True) == 0
    assert paces.wait("ada", "192.0.2.1", order=True) == 600
    assert paces.wait("ada", "192.0.2.1") == 30


def test_only_who_came_last_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.web.pace._KNOWN", 10)
    pace = Pace(1, 60, Seconds())
    for number in range(100):
        pace.wait(str(number))
    assert pace.wait("99") == 60
    assert pace.wait("0") == 0


@pytest.fixture
def hurried(team: Team) -> Team:
    return replace(team, paces=replace(unhurried(), strangers=Pace(2, 60), changes=Pace(2, 60)))


def test_strangers_forms_are_bounded_by_address(hurried: Team) -> None:
    browser = hurried.browser()
    assert [browser.log_in("Nobody").status_code for _ in range(3)] == [401, 401, 429]
    answer = browser.log_in("Ben")
    assert 1 <= int(answer.headers["retry-after"]) <= 30
    assert "wait" in answer.text
    assert hurried.browser("198.51.100.1").log_in("Ben").status_code == 303


def test_a_persons_forms_are_bounded_and_reading_goes_on(hurried: Team) -> None:
    browser = hurried.logged_in("Ben")
    sent = [browser.post("/account/tokens/none/revoke", "/account") for _ in range(3)]
    assert [answer.status_code for answer in sent] == [404, 404, 429]
    assert browser.client.get("/").status_code == 200


def test_orders_are_bounded_by_themselves(team: Team) -> None:
    team.joined("Dora", "editor")
    bounded = replace(team, paces=replace(unhurried(), orders=Pace(1, 3600)))
    browser = bounded.logged_in("Dora")
    assert browser.post("/new", "/new", name="quay").status_code == 303
    assert browser.post("/new", "/new", name="quay").status_code == 429
    assert browser.post("/account/tokens/none/revoke", "/account").status_code == 404
