"""No secret leaves by a side door: logs, the audit, the library's tables, error pages."""

import logging
from dataclasses import replace

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from tests.store.accounts.team import ANOTHER, PASSWORD, everything
from tests.web.desk import desk_over
from tests.web.team import Team
from whence.store.memory import MemoryStore
from whence.web.app import make_app
from whence.web.person import Person


def test_nothing_secret_is_written_down(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = [PASSWORD, ANOTHER, "typed in the wrong field"]
    path = team.invitation("Cleo", "admin")
    secrets.append(path.removeprefix("/accept/"))
    browser = team.browser()
    browser.post(path, path, password=ANOTHER, again=ANOTHER)
    secrets += [browser.token, browser.proof("/account")]
    answer = browser.post("/account/tokens", "/account", label="x", role="reader", days="1")
    secrets.append(answer.text.partition('value="whence_')[2].partition('"')[0])
    browser.post("/logout")
    browser.log_in("typed in the wrong field")
    browser.log_in("Cleo", PASSWORD)
    browser.client.get(path)
    browser.client.get("/account", headers={"authorization": f"Bearer whence_{secrets[-1]}"})
    browser.log_in("Cleo", ANOTHER)
    secrets.append(browser.token)
    browser.post("/account/password", "/account", old=ANOTHER, new=PASSWORD, again=PASSWORD)
    secrets.append(browser.token)
    logged = [one.getMessage() for one in caplog.records if not one.name.startswith("httpx")]
    kept = everything(team.store) + "".join(logged) + repr(team.accounts.audit.read(1000))
    assert len(set(secrets)) == len(secrets)
    assert [one for one in secrets if not one or one in kept] == []


class Broken:
    """A door that fails."""

    def person(self, request: Request, at: str) -> Person | None:
        """Fail, as nothing should."""
        raise RuntimeError(f"at {at}, for {request.url.path}")


def test_defect_is_told_on_a_page_of_ours_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    desk = replace(desk_over(MemoryStore()), door=Broken())
    answer = TestClient(make_app(desk)).get("/")
    assert answer.status_code == 500
    assert "something went wrong here" in answer.text
    assert "RuntimeError" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src")
    assert answer.headers["cache-control"] == "no-store"
    [record] = [one for one in caplog.records if one.name == "whence.web.answering"]
    assert record.levelno == logging.ERROR
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("length", ["", "-1", "x", "\u00b2", "9" * 5000, "1e3"])
def test_length_that_is_none_is_refused(team: Team, length: str) -> None:
    browser = team.logged_in("Ben")
    headers = {"content-length": length.encode("latin-1")}
    answer = browser.client.post("/logout", content=b"csrf=x", headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 411


def test_form_of_a_stranger_is_small(team: Team) -> None:
    browser = team.browser()
    answer = browser.log_in("Ben", "x" * 30_000)
    assert answer.status_code == 413
    assert browser.log_in("Ben", "x" * 10_000).status_code == 401
