"""The OpenAPI document: valid, and of the table of operations alone."""

from typing import Any

import jsonschema
import msgspec
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31
from starlette.testclient import TestClient

from tests.web.api.programs import BY_NAME, Program
from whence.model.claim import Claim
from whence.web.api.document import PLACES, TAGS, document, statuses
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS


@pytest.fixture(scope="module", params=[True, False], ids=["team", "alone"])
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    return document(team=request.param)


def test_document_is_valid_openapi_3_1(made: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(OPENAPI_31).validate(made)
    assert made["openapi"] == "3.1.0"


def test_every_schema_is_valid_and_every_reference_leads_somewhere(made: dict[str, Any]) -> None:
    schemas = made["components"]["schemas"]
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["description"]
    raw = msgspec.json.encode(made).decode()
    referred = {part.partition('"')[0] for part in raw.split("#/components/schemas/")[1:]}
    assert referred == set(schemas)


def test_every_operation_is_told_once_with_words(made: dict[str, Any]) -> None:
    told = [
        (path, method.upper(), operation["operationId"])
        for path, methods in made["paths"].items()
        for method, operation in methods.items()
    ]
    assert sorted(told) == sorted((f"{BASE}{o.path}", o.method, o.name) for o in OPERATIONS)
    assert len({name for _, _, name in told}) == len(told)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_operation_is_described(operation: Operation) -> None:
    assert 10 < len(operation.summary) < 100
    assert "\n" not in operation.summary
    assert "Raises" not in operation.description
    assert operation.tag in TAGS
    assert set(operation.places) <= set(PLACES)
    assert operation.needs == "reader" or operation.changes or operation.tag == "people"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_example_is_a_body(operation: Operation) -> None:
    assert (operation.example is None) == (operation.body is None)
    if operation.body is not None:
        raw = msgspec.json.encode(operation.example)
        assert msgspec.json.decode(raw, type=operation.body) == operation.example


def test_types_of_the_model_are_told_as_they_are(made: dict[str, Any]) -> None:
    claim = made["components"]["schemas"]["Claim"]
    assert set(claim["properties"]) == set(Claim.__struct_fields__)
    assert claim["description"].startswith('A proposition "``subject``')


def test_changes_without_a_token_need_a_header_that_says_they_are_meant() -> None:
    alone, together = document(team=False)["paths"], document(team=True)["paths"]
    path = f"{BASE}/cases/{{case}}/comments"
    assert [p["name"] for p in alone[path]["post"]["parameters"] if p["required"]] == [
        "case",
        "X-Whence",
    ]
    assert together[path]["post"]["security"] == [{"token": []}]
    assert "security" not in alone[path]["post"]


def test_statuses_are_those_of_the_errors() -> None:
    found = statuses(BY_NAME["judge"])
    assert set(found) == {400, 401, 403, 404, 409, 411, 412, 413, 415, 422, 429, 503, 507}
    assert 415 not in statuses(BY_NAME["getCase"])


def test_document_is_open_to_all(programs: dict[str, Program]) -> None:
    answer = TestClient(programs["nobody"].app).get(f"{BASE}/openapi.json")
    assert answer.status_code == 200
    assert answer.content == msgspec.json.encode(document(team=True))
