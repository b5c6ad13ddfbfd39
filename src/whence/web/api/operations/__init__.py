"""What can be asked of the API: a module a concern, each listing its operations."""

from typing import Final

from whence.web.api.operation import Operation
from whence.web.api.operations import (
    cases,
    comments,
    documents,
    incident,
    judging,
    ledger,
    library,
    orders,
    origins,
    panel,
    people,
    searching,
    values,
    weighing,
)

OPERATIONS: Final[tuple[Operation, ...]] = (
    *library.OPERATIONS,
    *searching.OPERATIONS,
    *cases.OPERATIONS,
    *orders.OPERATIONS,
    *documents.OPERATIONS,
    *incident.OPERATIONS,
    *values.OPERATIONS,
    *origins.OPERATIONS,
    *weighing.OPERATIONS,
    *judging.OPERATIONS,
    *comments.OPERATIONS,
    *panel.OPERATIONS,
    *ledger.OPERATIONS,
    *people.OPERATIONS,
)
"""Every operation of the API."""
