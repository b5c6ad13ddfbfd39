"""What goes wrong is a problem document; lists lead on; what is known is not sent again."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.api.programs import Program
from whence.web.api.operation import BASE


def client(program: Program) -> TestClient:
    return TestClient(program.app, raise_server_exceptions=False, headers=dict(program.headers))


def problem(answer: Any, status: int) -> dict[str, Any]:
    """Return a problem document, once it is one."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    assert list(found) == ["type", "title", "status", "detail", "hint"]
    assert found["status"] == status
    return found


def test_an_address_that_is_not_there_is_a_problem_of_the_common_form(program: Program) -> None:
    for path in ("/nothing", "/cases/", "/cases/a/b/c/d", "//", "/%00", ""):
        found = problem(client(program).get(f"{BASE}{path}"), 404)
        assert found["type"] == "about:blank"


def test_unknown_method_tells_what_is_allowed(program: Program) -> None:
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "ODD"):
        answer = client(program).request(method, f"{BASE}/cases")
        problem(answer, 405)
        assert answer.headers["allow"] == "GET, POST"


def test_error_of_ours_has_a_type_that_leads_to_its_meaning(program: Program) -> None:
    found = problem(program.ask("getCase", {"case": "none"}), 404)
    assert found["type"] == "/api#problem-unknown-case"
    assert found["title"] == "Unknown case"
    assert 'id="problem-unknown-case"' in client(program).get("/api").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"limit": "0"}, "the query does not fit: Expected `int` >= 1 - at `$.limit`"),
        ({"limit": "many"}, "the query does not fit: Expected `int`, got `str` - at `$.limit`"),
        ({"lmit": "3"}, "the query does not fit: Object contains unknown field `lmit`"),
        ({"limit": ["3", "4"]}, "limit is given more than once"),
    ],
)
def test_query_that_does_not_fit(query: dict[str, Any], told: str, program: Program) -> None:
    assert problem(program.ask("listCases", params=query), 422)["detail"] == told


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b'{"text": "\\ud800"}', 400),
        (b"[" * 50_000, 422),
        (b"null", 422),
        (b'{"text": 1}', 422),
        (b'{"text": ""}', 422),
        (b'{"text": "x", "by": "somebody else"}', 422),
        (b'{"text": "   "}', 409),
        (b'{"text": "x", "subject": "#999"}', 404),
    ],
)
def test_body_that_does_not_fit(body: bytes, status: int, program: Program) -> None:
    sent = {"content-type": "application/json"}
    problem(program.ask("comment", content=body, headers=sent), status)
    assert program.told("listComments").total == 0


def test_body_is_bounded_before_it_is_read(program: Program) -> None:
    sent = {"content-type": "application/json"}
    problem(program.ask("comment", content=b" " * 1_000_001, headers=sent), 413)
    endless = (b" " for _ in range(3))
    problem(program.ask("comment", content=endless, headers=sent), 411)


def test_other_types_are_refused(program: Program) -> None:
    problem(program.ask("comment", content=b"{}"), 415)
    problem(program.ask("upload", json={}), 415)


def test_files_have_to_be_files(program: Program) -> None:
    problem(program.ask("upload", files={"other": ("a.txt", b"x")}), 422)
    raw = b"--x\r\n\r\nno form"
    sent = {"content-type": "multipart/form-data; boundary=x"}
    problem(program.ask("upload", content=raw, headers=sent), 400)
    problem(program.ask("upload", content=b"--x--\r\n", headers=sent), 422)


def test_defect_is_a_problem_too(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(type(program.desk.cards), "of", broken)
    found = problem(program.ask("listCases"), 500)
    assert "secret" not in str(found)


def test_list_comes_in_parts_that_lead_on(program: Program) -> None:
    whole = program.told("listOrigins", params={"limit": "500"})
    assert whole.next == ""
    assert whole.total == len(whole.items) > 10
    found, path = [], f"{BASE}/cases/{program.case}/origins?limit=7"
    while path:
        answer = client(program).get(path)
        found += [row["id"] for row in answer.json()["items"]]
        path = answer.links.get("next", {}).get("url", "")
    assert found == [row.id for row in whole.items]


def test_list_by_number_comes_in_parts(program: Program) -> None:
    whole = program.told("listEntries", params={"limit": "500"}).items
    first = program.told("listEntries", params={"limit": "5"})
    rest = program.told("listEntries", params={"limit": "500", "after": first.next})
    assert (*first.items, *rest.items) == whole
    times = program.told("getTimeline", params={"limit": "2"})
    assert times.next == "2"
    assert problem(program.ask("listOrigins", params={"after": "none"}), 404)["hint"]


def test_answer_that_is_known_is_not_sent_again(program: Program) -> None:
    first = program.ask("getCase")
    tag = first.headers["etag"]
    known = program.ask("getCase", headers={"If-None-Match": f'"other", {tag}'})
    assert (known.status_code, known.content) == (304, b"")
    assert known.headers["etag"] == tag
    program.told("comment", json={"text": "the case grows"})
    again = program.ask("getCase", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.headers["etag"] != tag


def test_head_is_answered_as_a_get_is(program: Program) -> None:
    answer = client(program).head(f"{BASE}/cases")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"


def test_bytes_are_sent_as_they_were_taken_in(program: Program) -> None:
    row = program.told("listDocuments").items[0]
    answer = program.ask("getCapture", {"document": row.id})
    assert len(answer.content) == row.raw_size
    reports = Path(__file__).parents[3] / "examples" / "pilot-station" / "reports"
    assert answer.content in {path.read_bytes() for path in reports.iterdir()}
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = answer.headers["content-disposition"]
    assert told.startswith(f'attachment; filename="{row.id}.bin"; ')
