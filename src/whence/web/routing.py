"""Every address of the workbench in one table: who may ask for it, and what answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from starlette.responses import Response

from whence.model.account import Role
from whence.web.visit import Visit

Answer = Callable[[Visit], Response]
Needs = Role | Literal["nobody"]

UPLOAD: Final = 300_000_000
"""Bytes that one request may carry where files are given."""

SMALL: Final = 1_000_000
"""Bytes that any other request may carry."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One address: ``needs`` is the least role that may ask, "nobody" lets anybody in.

    ``name`` builds addresses. ``most`` bounds the bytes of a request's body. ``order`` tells that
    reports are read for it, of which one person has only so many an hour.
    """

    path: str
    name: str
    answer: Answer
    needs: Needs = "reader"
    method: Literal["GET", "POST"] = "GET"
    most: int = SMALL
    order: bool = False
