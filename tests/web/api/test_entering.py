"""Who gets in, with which role, and which changes are taken to be meant."""

from dataclasses import replace

import httpx2
import pytest
from starlette.testclient import TestClient

from tests.web.api.programs import BY_NAME, MEANT, Program
from whence.model.account import ROLES, at_least
from whence.store.accounts.audit import Act
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS
from whence.web.app import make_app
from whence.web.pace import Pace, Paces

COMMENT = {"json": {"text": "look here"}}


def asked(operation: Operation, program: Program) -> httpx2.Response:
    """Ask with nothing that fits, so that whoever gets in is told so and nothing is done."""
    places = dict.fromkeys(operation.places, "none")
    return program.ask(operation.name, {**places, "case": "none"}, params={"odd": "1"})


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_every_operation_lets_in_the_roles_that_it_needs(
    operation: Operation, programs: dict[str, Program]
) -> None:
    assert operation.needs != "nobody"
    assert asked(operation, programs["nobody"]).status_code == 401
    for role in ROLES:
        status = asked(operation, programs[role]).status_code
        if at_least(role, operation.needs):
            assert status == 422, f"{role} is let in, and the query is refused"
        else:
            assert status == 403


def test_token_that_does_not_hold_is_refused(programs: dict[str, Program]) -> None:
    wrong = replace(programs["admin"], headers={"Authorization": "Bearer whence_none"})
    answer = wrong.ask("getMe")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="whence", error="invalid_token"'
    assert answer.json()["detail"] == "the token does not hold"


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer", "Bearer  ", "whence_x", "bearer x y"])
def test_other_ways_to_be_authorized_are_refused(header: str, programs: dict[str, Program]) -> None:
    assert replace(programs["admin"], headers={"Authorization": header}).ask(
        "getMe"
    ).status_code == 401  # fmt: skip


def test_token_does_no_more_than_its_cap(programs: dict[str, Program]) -> None:
    admin = programs["admin"]
    accounts = admin.desk.door.accounts  # type: ignore[attr-defined] # a team's door has them
    me = admin.told("getMe")
    act = Act(by=me.account_id, at=admin.desk.now())
    raw = accounts.tokens.issue(me.account_id, "little", "reader", 1, act)
    capped = replace(admin, headers={"Authorization": f"Bearer {raw}"})
    assert capped.told("getMe").role == "reader"
    assert capped.ask("comment", **COMMENT).status_code == 403


def test_entry_carries_the_name_of_the_account(programs: dict[str, Program]) -> None:
    assert programs["analyst"].told("comment", **COMMENT).author == "the analyst"


def test_without_a_token_a_change_has_to_be_meant(program: Program) -> None:
    careless = replace(program, headers={})
    answer = careless.ask("comment", **COMMENT)
    assert answer.status_code == 403
    assert answer.json()["hint"] == "send 'X-Whence: 1'"
    assert program.told("listComments").total == 0
    assert careless.told("getCase").comments == 0
    assert program.told("comment", **COMMENT).seq == program.told("getCase").seq


@pytest.mark.parametrize("site", ["cross-site", "same-site", "odd"])
def test_change_from_another_site_is_refused(site: str, program: Program) -> None:
    sent = {**MEANT, "Sec-Fetch-Site": site}
    answer = program.ask("comment", headers=sent, **COMMENT)
    assert answer.status_code == 403
    assert answer.json()["detail"] == "this was sent from another site"


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "https://x", "http://[", "odd"])
def test_change_from_another_origin_is_refused(origin: str, program: Program) -> None:
    """Browsers that have no word for the site still name the origin."""
    answer = program.ask("comment", headers={**MEANT, "Origin": origin}, **COMMENT)
    assert answer.status_code == 403
    assert program.told("getCase").comments == 0


@pytest.mark.parametrize("origin", ["null", "http://{}", "http://{}:8421"])
def test_change_from_our_own_pages_is_taken(origin: str, program: Program) -> None:
    """They tell no referrer, for which browsers write "null"; a proxy may have another port."""
    sent = {**MEANT, "Origin": origin.format(TestClient(program.app).base_url.host)}
    assert program.ask("comment", headers=sent, **COMMENT).is_success


def test_upload_with_other_fields_is_told_what_to_send(program: Program) -> None:
    client = TestClient(program.app)
    path = f"{BASE}/cases/{program.case}/uploads"
    answer = client.post(path, headers=MEANT, files={"outlet": (None, "Post")})
    assert answer.status_code == 400
    assert "-F files=@page.html" in answer.json()["hint"]


def test_form_as_another_site_could_send_it_changes_nothing(program: Program) -> None:
    client = TestClient(program.app)
    path = f"{BASE}/cases/{program.case}/comments"
    for media in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        raw = b'{"text": "look here"}'
        answer = client.post(path, content=raw, headers={"content-type": media, **MEANT})
        assert answer.status_code == 415
    assert program.told("listComments").total == 0


def test_what_another_site_asks_first_is_not_allowed(program: Program) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    path = f"{BASE}/cases/{program.case}/comments"
    answer = TestClient(program.app).options(path, headers=asked)
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_supposing_changes_nothing_and_needs_not_be_meant(program: Program) -> None:
    careless = replace(program, headers={})
    before = program.told("getCase").seq
    assert careless.ask("suppose", json={}).status_code == 200
    assert program.told("getCase").seq == before


def test_too_much_in_a_short_time_is_refused(programs: dict[str, Program]) -> None:
    analyst = programs["analyst"]
    paces = Paces(changes=Pace(2, 60, lambda: 0.0))
    hurried = replace(analyst, app=make_app(replace(analyst.desk, paces=paces)))
    statuses = [hurried.ask("comment", **COMMENT).status_code for _ in range(3)]
    assert statuses == [201, 201, 429]
    answer = hurried.ask("comment", **COMMENT)
    assert answer.headers["retry-after"] == "30"
    assert hurried.ask("getCase").status_code == 200


def test_table_names_each_operation_once() -> None:
    assert len(BY_NAME) == len(OPERATIONS)
    assert len({(one.method, one.path) for one in OPERATIONS}) == len(OPERATIONS)
