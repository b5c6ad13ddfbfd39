"""The people of a team, as administrators manage them."""

import pytest
from lxml import html

from tests.store.accounts.team import PASSWORD
from tests.web.desk import Browser, desk_over, texts
from tests.web.team import Team, said
from whence.store.memory import MemoryStore
from whence.web.doors import CONFIRMED
from whence.web.pages import PAGES, account, login, people
from whence.web.routing import Page


def account_id(team: Team, name: str) -> str:
    found = team.accounts.people.named(name)
    assert found is not None
    return found.id


def test_people_are_invited_by_a_link_that_is_shown_once(team: Team) -> None:
    admin = team.logged_in("Ada Brook")
    answer = admin.post("/people/invite", "/people", name="Cleo", role="editor")
    [address] = [one for one in answer.text.split('"') if "/accept/" in one]
    assert address.startswith("http://testserver/accept/")
    page = admin.get("/people")
    assert texts(page, "//h2[@id='links']/following::table[1]//tbody//th") == ["Cleo"]
    assert address.rpartition("/")[2] not in admin.client.get("/people").text
    assert team.browser().client.get(address).status_code == 200
    assert admin.post("/people/withdraw", "/people", name="Cleo").status_code == 303
    assert team.browser().client.get(address).status_code == 410


def test_role_is_changed_and_the_person_logs_in_again(team: Team) -> None:
    admin, ben = team.logged_in("Ada Brook"), team.logged_in("Ben")
    key = account_id(team, "Ben")
    assert admin.post(f"/people/{key}/role", "/people", role="reader").status_code == 303
    assert ben.client.get("/").status_code == 303
    assert texts(team.logged_in("Ben").get("/"), "//nav[@class='who']//*[@class='by']") == [
        "reader"
    ]
    assert admin.post(f"/people/{key}/role", "/people", role="root").status_code == 409
    assert admin.post("/people/nobody/role", "/people", role="reader").status_code == 404


def test_last_administrator_stays_one(team: Team) -> None:
    admin = team.logged_in("Ada Brook")
    key = account_id(team, "Ada Brook")
    answer = admin.post(f"/people/{key}/role", "/people", role="reader")
    assert answer.status_code == 409
    assert said(answer, "//h1") == ["the last active administrator must stay one"]
    assert admin.post(f"/people/{key}/deactivate", "/people").status_code == 409


def test_refusal_leads_an_administrator_back_to_the_people(team: Team) -> None:
    browser = team.logged_in("Ada Brook")
    answer = browser.post(f"/people/{account_id(team, 'Ada Brook')}/deactivate", "/people")
    assert answer.status_code == 409
    assert html.fromstring(answer.text).xpath("//main//a[@href='/people']")


def test_person_is_let_in_no_more_and_then_again(team: Team) -> None:
    admin, ben = team.logged_in("Ada Brook"), team.logged_in("Ben")
    key = account_id(team, "Ben")
    assert admin.post(f"/people/{key}/deactivate", "/people").status_code == 303
    assert ben.client.get("/").status_code == 303
    assert texts(admin.get("/people"), "//tr[@class='off']//bdi") == ["Ben"]
    assert admin.post(f"/people/{key}/activate", "/people").status_code == 303
    assert team.browser().log_in("Ben").status_code == 303


@pytest.mark.parametrize("what", ["role", "reset", "deactivate", "activate"])
def test_password_is_asked_for_before_people_are_changed(team: Team, what: str) -> None:
    admin = team.logged_in("Ada Brook")
    team.clock.seconds += CONFIRMED
    path = f"/people/{account_id(team, 'Ben')}/{what}"
    before = team.log()
    asked = admin.post(path, "/people", role="editor")
    assert said(asked, "//h1") == ["Is it you?"]
    assert team.log() == before
    answer = admin.post(path, "/people", role="editor", confirm=PASSWORD)
    assert answer.status_code in (200, 303)
    assert "Is it you?" not in answer.text


def test_log_is_shown_page_by_page(team: Team) -> None:
    admin = team.logged_in("Ada Brook")
    for number in range(120):
        admin.post("/people/withdraw", "/people", name=f"none {number}")
        team.invitation(f"guest {number}")
    first = admin.get("/people/log")
    assert len(first.xpath("//tbody/tr")) == 100
    [onward] = first.xpath("//a[@rel='next']/@href")
    second = admin.get(onward)
    rows = [*first.xpath("//tbody/tr"), *second.xpath("//tbody/tr")]
    assert len(rows) == len(team.accounts.audit.read(1000))
    assert "the machine" in rows[0].text_content()
    assert len(admin.get("/people/log?before=x").xpath("//tbody/tr")) == 100


@pytest.mark.parametrize("role", ["reader", "analyst", "editor"])
@pytest.mark.parametrize("page", people.PAGES, ids=lambda page: f"{page.method} {page.path}")
def test_nobody_but_administrators_gets_in(team: Team, role: str, page: Page) -> None:
    if role != "analyst":
        team.joined("Cleo", role)  # type: ignore[arg-type] # a role of the list above
    browser = team.logged_in("Ben" if role == "analyst" else "Cleo")
    path = page.path.replace("{key}", account_id(team, "Ben"))
    before = team.log()
    if page.method == "GET":
        assert browser.client.get(path).status_code == 403
    else:
        assert browser.post(path, "/account", role="admin", name="Eve").status_code == 403
    assert team.log() == before
    assert not browser.get("/").xpath("//a[@href='/people']")


def test_who_was_refused_is_logged(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    team.logged_in("Ben").client.get("/people")
    [record] = [one for one in caplog.records if one.name == "whence.web.answering"]
    key = account_id(team, "Ben")
    assert record.getMessage() == f"'people' refused to {key}: this needs the role admin"


def test_workbench_without_accounts_has_none_of_these_pages() -> None:
    browser = Browser(desk_over(MemoryStore()))
    for page in (*account.PAGES, *login.PAGES, *people.PAGES):
        path = page.path.replace("{key}", "k").replace("{token}", "t")
        if page.method == "GET":
            assert texts(browser.get(path, 404), "//h1") == ["this workbench has no accounts"]
        else:
            assert browser.post(path).status_code == 404
    home = browser.get("/")
    assert not home.xpath("//form[@action='/logout'] | //a[@href='/account' or @href='/people']")


def test_what_is_open_to_strangers_is_the_login_and_the_links() -> None:
    """Whoever opens another page to everybody has to say so here."""
    assert {page.path for page in PAGES if page.needs == "nobody"} == {
        "/login",
        "/accept/{token}",
        "/help",
        "/api",
        "/api/types",
        "/api/v1/openapi.json",
    }


WRITING = {page.name: page.needs for page in PAGES if page.method == "POST"}


@pytest.mark.parametrize(("name", "needs"), sorted(WRITING.items()))
def test_readers_change_nothing_but_what_is_their_own(name: str, needs: str) -> None:
    own = {
        "log out", "password", "end session", "log out everywhere", "issue token", "revoke token",
        "seen", "verify",
    }  # fmt: skip
    assert needs != "reader" or name in own
    assert needs != "nobody" or name in ("log in", "accept")


def test_reader_is_offered_nothing_that_is_refused(team: Team) -> None:
    team.joined("Cleo", "reader")
    page = team.logged_in("Cleo").get("/")
    assert not page.xpath("//a[@href='/new'] | //form[@action='/example']")
    assert texts(page, "//section[@class='nothing']/p")[-1] == "An editor opens the first one."
