"""Coming in and leaving, as a browser sees it."""

import pytest

from tests.store.accounts.team import ANOTHER, HOUR, PASSWORD
from tests.web.team import Team, said
from whence.web.addresses import local


def test_stranger_is_sent_to_the_login_and_back(team: Team) -> None:
    browser = team.browser()
    answer = browser.client.get("/?name=quay&order=name")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2F%3Fname%3Dquay%26order%3Dname"
    page = browser.get(answer.headers["location"])
    [wanted] = page.xpath("//input[@name='next']/@value")
    assert browser.log_in("Ben", next=wanted).headers["location"] == "/?name=quay&order=name"
    assert browser.get("/").xpath("//nav[@class='who']//bdi")[0].text == "Ben"


def test_script_of_a_stranger_is_sent_to_the_login_and_back_to_its_page(team: Team) -> None:
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/cases/c1/facts#killed"}
    answer = team.browser().client.get("/cases/c1/weighing", headers=headers)
    assert (answer.status_code, answer.text) == (401, "")
    assert answer.headers["hx-redirect"] == "/login?next=%2Fcases%2Fc1%2Ffacts"


@pytest.mark.parametrize("shown", ["http://[", "javascript:alert(1)", "//evil.example/x"])
def test_script_of_a_stranger_names_no_other_site(team: Team, shown: str) -> None:
    headers = {"hx-request": "true", "hx-current-url": shown}
    answer = team.browser().client.get("/", headers=headers)
    assert answer.headers["hx-redirect"] in ("/login", "/login?next=%2Fx")


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ben", ANOTHER), ("Nobody", PASSWORD), ("", ""), ("Ben", PASSWORD + " "), ("Ben\x00", "x")],
)
def test_what_does_not_fit_is_told_alike(team: Team, name: str, password: str) -> None:
    answer = team.browser().log_in(name, password)
    assert answer.status_code == 401
    assert said(answer) == [
        "name and password do not fit: try again, or ask an administrator to reset the password"
    ]
    assert "set-cookie" not in answer.headers
    assert password not in answer.text or not password.strip("x")


def test_person_who_is_not_let_in_is_told_the_same(team: Team) -> None:
    ben = team.accounts.people.named("Ben")
    assert ben is not None
    browser = team.logged_in("Ben")
    admin = team.logged_in("Ada Brook")
    assert admin.post(f"/people/{ben.id}/deactivate", "/people").status_code == 303
    assert browser.client.get("/").status_code == 303
    assert team.browser().log_in("Ben").status_code == 401


def test_too_many_tries_wait_whether_the_name_exists_or_not(team: Team) -> None:
    for name in ("Ben", "Nobody"):
        browser = team.browser(f"192.0.2.{len(name)}")
        for _ in range(5):
            assert browser.log_in(name, ANOTHER).status_code == 401
        answer = browser.log_in(name)
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) >= 1
        assert "wait" in said(answer)[0]
        assert not browser.token
    team.clock.seconds += 2
    assert team.browser("192.0.2.99").log_in("Ben").status_code == 303


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/%0d%0a/../\\x",
        "",
    ],
)
def test_login_leads_to_no_other_site(team: Team, wanted: str) -> None:
    assert local(wanted) == ""
    browser = team.browser()
    assert browser.log_in("Ben", next=wanted).headers["location"] == "/"
    again = browser.client.get("/login", params={"next": wanted})
    assert (again.status_code, again.headers["location"]) == (303, "/")


def test_session_is_another_after_the_login(team: Team) -> None:
    browser = team.browser()
    browser.hold("chosen by somebody else")
    assert browser.log_in("Ben").status_code == 303
    assert len(browser.token) > 40


def test_session_of_before_ends_with_another_login(team: Team) -> None:
    browser, other = team.logged_in("Ben"), team.browser()
    other.hold(browser.token)
    assert other.client.get("/account").status_code == 200
    proof = browser.proof("/account")
    fields = {"csrf": proof, "name": "Ada Brook", "password": PASSWORD}
    assert browser.client.post("/login", data=fields).status_code == 303
    assert browser.token != other.token
    assert other.client.get("/account").status_code == 303
    assert browser.client.post("/logout", data={"csrf": proof}).status_code == 403


def test_login_takes_the_proof_of_its_own_browser_alone(team: Team) -> None:
    proof = team.browser().proof("/login")
    fields = {"csrf": proof, "name": "Ben", "password": PASSWORD}
    other = team.browser()
    other.get("/login")
    assert other.client.post("/login", data=fields).status_code == 403
    assert other.client.post("/login", data=fields | {"csrf": ""}).status_code == 403
    assert not other.token
    bare = team.browser()
    assert bare.client.post("/login", data=fields).status_code == 403


def test_proof_of_before_the_login_is_void_after_it(team: Team) -> None:
    browser = team.browser()
    before = browser.proof("/login")
    browser.log_in("Ben")
    assert browser.client.post("/logout", data={"csrf": before}).status_code == 403


def test_leaving_ends_the_session_and_what_the_browser_keeps(team: Team) -> None:
    browser = team.logged_in("Ben")
    token = browser.token
    answer = browser.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert not browser.token
    browser.hold(token)
    assert browser.client.get("/").status_code == 303
    assert team.log()[-1] == ("Ben", "logout", "ok")


def test_session_ends_by_itself(team: Team) -> None:
    browser = team.logged_in("Ben")
    team.clock.seconds += 11 * HOUR
    assert browser.client.get("/account").status_code == 200
    team.clock.seconds += 11 * HOUR
    assert browser.client.get("/account").status_code == 200
    team.clock.seconds += 12 * HOUR + 1
    assert browser.client.get("/account").status_code == 303


def cookies(answer: object) -> list[str]:
    return sorted(answer.headers.get_list("set-cookie"))  # type: ignore[attr-defined]


def test_cookies_over_http_stay_with_this_host(team: Team) -> None:
    browser = team.browser()
    [form] = cookies(browser.client.get("/login"))
    assert form.startswith("whence_form=")
    assert form.endswith("; HttpOnly; Path=/; SameSite=strict")
    dropped, session = cookies(browser.log_in("Ben"))
    assert dropped.startswith('whence_form="";')
    assert session.startswith("whence_session=")
    assert session.endswith("; HttpOnly; Path=/; SameSite=lax")
    assert "Domain" not in session
    assert cookies(browser.client.get("/")) == []


def test_cookies_over_https_cannot_be_set_by_others(far_team: Team) -> None:
    browser = far_team.browser()
    [form] = cookies(browser.client.get("/login"))
    assert form.startswith("__Host-whence_form=")
    assert form.endswith("; HttpOnly; Path=/; SameSite=strict; Secure")
    session, dropped = cookies(browser.log_in("Ben"))
    assert session.startswith("__Host-whence=")
    assert session.endswith("; HttpOnly; Path=/; SameSite=lax; Secure")
    assert "Secure" in dropped
    gone = cookies(browser.post("/logout"))
    assert all("Max-Age=0" in one and "Secure" in one for one in gone)
    assert [one.partition("=")[0] for one in gone] == ["__Host-whence", "__Host-whence_form"]


def test_what_does_not_come_by_https_is_refused_where_it_must(far_team: Team) -> None:
    browser = far_team.browser()
    answer = browser.client.get("http://testserver/login")
    assert answer.status_code == 400
    assert "X-Forwarded-Proto" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "strict-transport-security" in browser.client.get("/login").headers


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", ""])
def test_login_has_no_other_name(team: Team, host: str) -> None:
    answer = team.browser().client.get("/login", headers={"host": host})
    assert answer.status_code == 421
