"""Links that are used once: invitations and resets."""

import pytest

from tests.store.accounts.team import ANOTHER, DAY, PASSWORD
from tests.web.desk import texts
from tests.web.team import Team, said


def test_invitation_makes_an_account_once_and_lets_in(team: Team) -> None:
    path, browser = team.invitation("Cleo", "editor"), team.browser()
    page = browser.get(path)
    assert texts(page, "//main//strong")[:2] == ["Cleo", "editor"]
    assert browser.get(path) is not None
    answer = browser.post(path, path, password=ANOTHER, again=ANOTHER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert texts(browser.get("/account"), "//h1") == ["Cleo"]
    late = team.browser()
    assert texts(late.get(path, 410), "//h1") == [
        "this link was used, has run out, or was replaced by another"
    ]
    assert late.post(path, "/login", password=PASSWORD, again=PASSWORD).status_code == 410


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("short", "short", "the password has fewer than 12 characters"),
        (ANOTHER, ANOTHER + "s", "the two passwords differ"),
        ("Cleopatra sails at dawn", "Cleopatra sails at dawn", "the password holds your name"),
        ("passwordpassword", "passwordpassword", "the password is made of what very many"),
    ],
)
def test_weak_password_uses_nothing_up(team: Team, password: str, again: str, told: str) -> None:
    path, browser = team.invitation("Cleo"), team.browser()
    answer = browser.post(path, path, password=password, again=again)
    assert answer.status_code == 422
    assert said(answer)[0].startswith(told)
    assert password not in answer.text
    assert browser.post(path, path, password=ANOTHER, again=ANOTHER).status_code == 303


def test_link_goes_to_no_other_site_by_referrer_and_into_no_cache(team: Team) -> None:
    answer = team.browser().client.get(team.invitation("Cleo"))
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("token", ["none", "%2e%2e", "%00", "x" * 5000, "%F0%9F%92%A3"])
def test_token_that_is_none_is_told(team: Team, token: str) -> None:
    assert team.browser().client.get(f"/accept/{token}").status_code in (404, 410)


def test_link_runs_out(team: Team) -> None:
    path = team.invitation("Cleo")
    team.clock.seconds = 7 * DAY + 1
    assert team.browser().client.get(path).status_code == 410


def test_reset_ends_what_was_there(team: Team) -> None:
    ben = team.accounts.people.named("Ben")
    assert ben is not None
    before, admin = team.logged_in("Ben"), team.logged_in("Ada Brook")
    answer = admin.post(f"/people/{ben.id}/reset", "/people")
    [link] = said(answer, "//input[@id='link']/parent::p")
    assert link == "Link"
    address = answer.text.partition('value="http://testserver')[2].partition('"')[0]
    assert address.startswith("/accept/")
    browser = team.browser()
    assert browser.post(address, address, password=ANOTHER, again=ANOTHER).status_code == 303
    assert before.client.get("/").status_code == 303
    assert team.browser().log_in("Ben").status_code == 401
    assert team.browser().log_in("Ben", ANOTHER).status_code == 303
