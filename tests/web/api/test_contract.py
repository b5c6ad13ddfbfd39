"""Every operation answers as it says: its status, its type, the headers that go with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2
import msgspec
import pytest
from starlette.testclient import TestClient

from tests.web.api.programs import BY_NAME, Program, decoded
from whence.model.assessment import Assessment
from whence.web.api.operations import OPERATIONS

Places = Callable[[Program], dict[str, str]]


def nothing(_program: Program) -> dict[str, str]:
    return {}


def a_document(program: Program) -> dict[str, str]:
    return {"document": program.told("listDocuments").items[0].id}


def a_claim(program: Program) -> dict[str, str]:
    return {"value": program.told("listClaims").items[0].id}


def an_origin(program: Program) -> dict[str, str]:
    return {"origin": program.told("listOrigins").items[0].id}


def a_slot(program: Program) -> dict[str, str]:
    return {"slot": program.told("listSlots").items[0].slot}


def an_order(program: Program) -> dict[str, str]:
    return {"order": program.told("weighCase").id}


def a_token(program: Program) -> dict[str, str]:
    return {"token": program.told("listTokens").items[0].id}


def the_reader(program: Program) -> dict[str, str]:
    rows = program.told("listPeople").items
    return {"account": next(row.id for row in rows if row.role == "reader")}


def a_judged_claim(program: Program) -> dict[str, Any]:
    subject = a_claim(program)["value"]
    return {"json": {"subject": subject, "verdict": "rejected", "reason": "not said so"}}


def a_share(program: Program) -> dict[str, Any]:
    question = program.told("getPanel").questions[0]
    return {"json": {"role": question.role, "shares": {next(iter(question.labels)): 0.4}}}


@dataclass(frozen=True)
class Asked:
    """How an operation is asked for so that it goes well."""

    places: Places = nothing
    more: Callable[[Program], dict[str, Any]] = nothing
    before: tuple[tuple[str, dict[str, Any]], ...] = ()
    params: dict[str, str] = field(default_factory=dict)


REASON = {"json": {"reason": "for a test"}}

ASKED: dict[str, Asked] = {
    "search": Asked(params={"q": "drone"}),
    "reopenCase": Asked(before=(("closeCase", REASON),)),
    "upload": Asked(more=lambda _: {"files": [("files", ("a.txt", b"A drone fell."))]}),
    "order": Asked(more=lambda _: {"json": {"texts": [{"text": "A drone fell."}]}}),
    "getOrder": Asked(an_order),
    "cancelOrder": Asked(an_order),
    "getDocument": Asked(a_document),
    "getCapture": Asked(a_document),
    "getSlot": Asked(a_slot),
    "getValue": Asked(a_claim),
    "getOrigin": Asked(an_origin),
    "getExport": Asked(lambda _: {"format": "md"}),
    "judge": Asked(more=a_judged_claim),
    "comment": Asked(more=lambda _: {"json": {"text": "look here"}}),
    "estimate": Asked(more=a_share),
    "getEntry": Asked(lambda _: {"seq": "2"}),
    "retractEntry": Asked(lambda _: {"seq": "3"}),
    "redactEntry": Asked(lambda _: {"seq": "3"}),
    "revokeToken": Asked(a_token),
    "setRole": Asked(the_reader),
    "deactivate": Asked(the_reader),
    "activate": Asked(the_reader),
    "resetPassword": Asked(the_reader),
}  # fmt: skip
FAILING = {"retryOrder"}
"""Nothing can be tried again where nothing is worked off: told by the tests of orders."""


@pytest.mark.parametrize("name", [one.name for one in OPERATIONS if one.name not in FAILING])
def test_operation_answers_as_it_says(name: str, programs: dict[str, Program]) -> None:
    program, operation, asked = programs["admin"], BY_NAME[name], ASKED.get(name, Asked())
    for before, more in asked.before:
        program.told(before, **more)
    more = asked.more(program)
    if not more and operation.example is not None:
        more = {"json": msgspec.to_builtins(operation.example)}
    answer = program.ask(name, asked.places(program), params=asked.params, **more)
    assert answer.status_code == operation.status, answer.text
    if operation.result is not None:
        decoded(operation, answer)
    elif operation.media:
        assert answer.headers["content-type"].partition(";")[0] in operation.media
        assert answer.headers["content-disposition"].startswith("attachment; ")
    else:
        assert answer.content == b""
    assert ("etag" in answer.headers) == operation.tagged
    if operation.status == 201 and "location" in answer.headers:
        assert made(program, answer).status_code == 200


def made(program: Program, answer: httpx2.Response) -> httpx2.Response:
    found: httpx2.Response = TestClient(program.app).get(
        answer.headers["location"], headers=program.headers
    )
    return found


def test_strict_types_find_an_answer_that_does_not_fit(program: Program) -> None:
    answer = program.ask("getAssessment")
    assert isinstance(decoded(BY_NAME["getAssessment"], answer), Assessment)
    with pytest.raises(msgspec.ValidationError):
        decoded(BY_NAME["getIncident"], answer)
