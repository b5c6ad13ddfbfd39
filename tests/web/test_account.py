"""One's own account: password, sessions, tokens."""

from starlette.requests import Request

from tests.store.accounts.team import ANOTHER, PASSWORD
from tests.web.desk import texts
from tests.web.team import Team, said
from whence.web.doors import CONFIRMED, TeamDoor


def test_password_change_ends_the_others_and_gives_this_browser_another_token(team: Team) -> None:
    browser, other = team.logged_in("Ben"), team.logged_in("Ben")
    before = browser.token
    answer = browser.post("/account/password", "/account", old=PASSWORD, new=ANOTHER, again=ANOTHER)
    assert answer.status_code == 303
    assert browser.token not in ("", before)
    assert browser.client.get("/account").status_code == 200
    assert other.client.get("/account").status_code == 303
    thief = team.browser()
    thief.hold(before)
    assert thief.client.get("/account").status_code == 303


def test_what_is_wrong_with_a_new_password_is_told(team: Team) -> None:
    browser = team.logged_in("Ben")

    def told(old: str, new: str, again: str) -> tuple[int, str]:
        answer = browser.post("/account/password", "/account", old=old, new=new, again=again)
        return answer.status_code, said(answer)[0]

    assert told(ANOTHER, ANOTHER, ANOTHER)[0] == 401
    status, problem = told(PASSWORD, "short", "short")
    assert (status, problem.partition(":")[0]) == (422, "the password has fewer than 12 characters")
    assert told(PASSWORD, ANOTHER, PASSWORD)[0] == 422
    assert browser.client.get("/account").status_code == 200
    for _ in range(4):
        told(ANOTHER, ANOTHER, ANOTHER)
    assert told(PASSWORD, ANOTHER, ANOTHER)[0] == 429


def test_one_session_is_ended_from_another(team: Team) -> None:
    here, there = team.logged_in("Ben"), team.logged_in("Ben")
    page = here.get("/account")
    assert len(page.xpath("//h2[@id='sessions']/following::table[1]//tbody/tr")) == 2
    [path] = page.xpath(
        "//tr[not(.//*[@class='status'])]//form[contains(@action, 'sessions')]/@action"
    )
    assert here.post(path, "/account").headers["location"] == "/account"
    assert there.client.get("/").status_code == 303
    [own] = here.get("/account").xpath("//form[contains(@action, 'sessions')]/@action")
    answer = here.post(own, "/account")
    assert answer.headers["location"] == "/login"
    assert "clear-site-data" in answer.headers
    assert not here.token


def test_nobody_ends_somebody_elses_session(team: Team) -> None:
    browser, other = team.logged_in("Ben"), team.logged_in("Ada Brook")
    [path] = other.get("/account").xpath("//form[contains(@action, 'sessions')]/@action")
    browser.post(path, "/account")
    assert other.client.get("/account").status_code == 200


def test_log_out_everywhere(team: Team) -> None:
    here, there = team.logged_in("Ben"), team.logged_in("Ben")
    assert here.post("/account/everywhere", "/account").headers["location"] == "/login"
    assert there.client.get("/").status_code == 303
    assert not here.token


def test_token_is_shown_once_and_revoked(team: Team) -> None:
    browser = team.logged_in("Ben")
    fields = {"label": "nightly", "role": "reader", "days": "30"}
    answer = browser.post("/account/tokens", "/account", **fields)
    assert answer.status_code == 200
    raw = answer.text.partition('value="whence_')[2].partition('"')[0]
    account = team.accounts.tokens.bearer(f"whence_{raw}", team.clock())
    assert account is not None
    assert (account.name, account.role) == ("Ben", "reader")
    assert raw not in browser.client.get("/account").text
    assert texts(browser.get("/account"), "//h2[@id='tokens']/following::table[1]//tbody//th") == [
        "nightly"
    ]
    [path] = browser.get("/account").xpath("//form[contains(@action, 'revoke')]/@action")
    assert browser.post(path, "/account").status_code == 303
    assert team.accounts.tokens.bearer(f"whence_{raw}", team.clock()) is None


def test_token_that_cannot_be_is_refused(team: Team) -> None:
    browser = team.logged_in("Ben")
    good = {"label": "nightly", "role": "reader", "days": "30"}
    for wrong in (
        {"days": "0"},
        {"days": "x"},
        {"days": "9" * 30},
        {"role": "root"},
        {"label": ""},
    ):
        answer = browser.post("/account/tokens", "/account", **(good | wrong))
        assert answer.status_code == 409, wrong


def test_token_is_of_no_use_to_a_page_and_a_session_of_none_to_a_program(team: Team) -> None:
    ben = team.accounts.people.named("Ben")
    assert ben is not None
    browser = team.logged_in("Ben")
    answer = browser.post("/account/tokens", "/account", label="x", role="analyst", days="1")
    raw = "whence_" + answer.text.partition('value="whence_')[2].partition('"')[0]
    bare = team.browser()
    headers = {"authorization": f"Bearer {raw}"}
    assert bare.client.get("/account", headers=headers).status_code == 303

    door = TeamDoor(team.accounts)
    person = door.bearer(_request(headers["authorization"]), team.clock())
    assert person is not None
    assert (person.name, person.role, person.secret) == ("Ben", "analyst", "")
    for sent in (f"Basic {raw}", f"Bearer {browser.token}", "Bearer", "", raw, "Bearer whence_x"):
        assert door.bearer(_request(sent), team.clock()) is None


def test_password_is_asked_for_again_after_a_while(team: Team) -> None:
    browser = team.logged_in("Ben")
    team.clock.seconds += CONFIRMED
    fields = {"label": "nightly <x>", "role": "reader", "days": "30"}
    asked = browser.post("/account/tokens", "/account", **fields)
    assert said(asked, "//h1") == ["Is it you?"]
    assert team.accounts.tokens.list(_id(team, "Ben")) == ()
    wrong = browser.post("/account/tokens", "/account", **fields, confirm=ANOTHER)
    assert wrong.status_code == 401
    assert ANOTHER not in wrong.text
    right = browser.post("/account/tokens", "/account", **fields, confirm=PASSWORD)
    assert said(right, "//h1") == ["Token: nightly <x>"]
    again = browser.post("/account/tokens", "/account", **fields)
    assert said(again, "//h1") == ["Token: nightly <x>"]
    assert ("Ben", "confirm", "refused") in team.log()


def _id(team: Team, name: str) -> str:
    account = team.accounts.people.named(name)
    assert account is not None
    return account.id


def _request(authorization: str) -> Request:
    headers = [(b"authorization", authorization.encode())] if authorization else []
    return Request({"type": "http", "method": "GET", "path": "/api", "headers": headers})
