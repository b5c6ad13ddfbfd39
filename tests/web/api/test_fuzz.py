"""Whatever is sent, by whomever: no defect, and nothing but what the document says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.web.api.programs import Program, alone, library, team
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


@dataclass(frozen=True)
class World:
    """A workbench as its document tells it, who asks, and pieces of paths that lead on."""

    schema: Any
    everybody: dict[str, Program]
    real: dict[str, str]


def world(everybody: dict[str, Program], able: Program) -> World:
    """Return a world; ``able`` may do everything in it."""
    real = {
        "case": able.case,
        "document": able.told("listDocuments").items[0].id,
        "value": able.told("listClaims").items[0].id,
        "origin": able.told("listOrigins").items[0].id,
        "slot": able.told("listSlots").items[0].slot,
        "order": able.told("weighCase").id,
        "seq": "2",
        "format": "incident",
    }
    schema = schemathesis.openapi.from_asgi(f"{BASE}/openapi.json", able.app)
    return World(schema, everybody, real)


@pytest.fixture(scope="module")
def of_a_team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    store, ledger = library(tmp_path_factory.mktemp("team"))
    everybody = team(store, ledger)
    yield world(everybody, everybody["admin"])
    store.close()


@pytest.fixture(scope="module")
def of_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    store, ledger = library(tmp_path_factory.mktemp("alone"))
    meant = alone(ledger)
    yield world({"meant": meant, "not meant": replace(meant, headers={})}, meant)
    store.close()


def send(operation: Operation, mode: GenerationMode, where: World, examples: int) -> None:
    """Send what fits an operation, or what does not, as everybody, and check every answer."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @seed(7)
    @given(case=where.schema[f"{BASE}{operation.path}"][operation.method].as_strategy(mode))
    def sent(case: schemathesis.Case[Any]) -> None:
        if mode == GenerationMode.POSITIVE:
            real = {key: where.real[key] for key in operation.places if key in where.real}
            case.path_parameters.update(real)
        for program in where.everybody.values():
            case.call_and_validate(headers=program.headers, checks=CHECKS)

    sent()
    able = list(where.everybody.values())[-1 if "admin" in where.everybody else 0]
    able.ask("reopenCase", json={"reason": "for what comes next"})


def wrong(operation: Operation) -> bool:
    """Whether anything that does not fit can be sent: any text is a piece of a path."""
    takes = operation.body is not None or operation.takes_files or "seq" in operation.places
    return takes or bool(operation.asked.__struct_fields__)


SENT = [
    pytest.param(one, mode, id=f"{one.name}-{mode.value}")
    for one in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or wrong(one)
]


@pytest.mark.parametrize(("operation", "mode"), SENT)
def test_team_is_answered_as_the_document_says(
    operation: Operation, mode: GenerationMode, of_a_team: World
) -> None:
    send(operation, mode, of_a_team, 5)


@pytest.mark.parametrize(("operation", "mode"), SENT)
def test_one_analyst_is_answered_as_the_document_says(
    operation: Operation, mode: GenerationMode, of_one: World
) -> None:
    send(operation, mode, of_one, 2)
