"""One call of the API with everything that answering it needs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from msgspec import Struct
from starlette.requests import Request

from whence.errors import UnknownId
from whence.run.case.withdrawing import Word
from whence.run.intake.orders import Upload
from whence.web.desk import Desk
from whence.web.paging import number
from whence.web.person import Person
from whence.web.shelf import Volume

Q = TypeVar("Q")
B = TypeVar("B")


class Nothing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A query in which nothing may stand."""


@dataclass(frozen=True, kw_only=True)
class Files:
    """Files that were sent, each read once."""

    files: Sequence[Upload]


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A file to be sent, as an attachment, under a name."""

    name: str
    media: str
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Call(Generic[Q, B]):
    """A request whose query and body fit their types, and whoever sends it.

    ``headers`` are those that the answer gets besides.
    """

    request: Request
    desk: Desk
    person: Person
    asked: Q
    body: B
    headers: dict[str, str] = field(default_factory=dict)

    def place(self, name: str) -> str:
        """Return a piece of the address, as in ``/cases/{case}``."""
        return str(self.request.path_params[name])

    def number(self, name: str) -> int:
        """Return a piece of the address that is a number; 0, which nothing has, for another."""
        return number(self.place(name), 0)

    def volume(self) -> Volume:
        """Return the case that the address names; raises UnknownCase."""
        return self.desk.shelf.volume(self.place("case"))

    def word(self, reason: str) -> Word:
        """Return who does it, when and why; raises CaseRefused without a reason."""
        return Word(author=self.person.name, at=self.desk.now(), reason=reason.strip())

    def made(self, path: str) -> None:
        """Tell where what was made now stands (below the API's base)."""
        self.headers["Location"] = f"/api/v1{path}"

    def missing(self, what: str, hint: str = "") -> UnknownId:
        """Return the error for something that is not there."""
        return UnknownId(what, hint or "lists of the case have the ids; it may have changed")
