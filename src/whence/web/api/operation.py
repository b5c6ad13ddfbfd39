"""Every operation of the API in one table: who may ask for it, what goes in, what comes out."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, get_args, get_type_hints

from msgspec import Struct

from whence.errors import WhenceError
from whence.web.api.call import Call, Files, Sent
from whence.web.routing import SMALL, Needs

BASE: Final = "/api/v1"
Method = Literal["GET", "POST", "DELETE"]
Answer = Callable[[Call[Any, Any]], Any]

_PLACE = re.compile(r"\{(\w+)\}")
_RAISES = re.compile(r"\n\s*Raises:.*", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One operation: ``path`` below ``BASE``, ``name`` its id, ``needs`` the least role.

    What it takes and gives is what ``answer`` is annotated with, and what it does is the
    docstring of it. ``errors`` are those that it raises besides what all may. ``media`` are the
    types of a file that it sends. ``tagged`` answers change only when the case grows; ``matched``
    ones heed If-Match. For ``order`` reports are read, of which one person has only so many an
    hour. ``asking`` ones change nothing, though a body is sent. ``example`` is a body that makes
    sense.
    """

    method: Method
    path: str
    name: str
    answer: Answer
    tag: str
    needs: Needs = "reader"
    status: int = 200
    errors: tuple[type[WhenceError], ...] = ()
    media: tuple[str, ...] = ()
    tagged: bool = False
    matched: bool = False
    order: bool = False
    asking: bool = False
    most: int = SMALL
    example: Struct | None = None

    @cached_property
    def _types(self) -> tuple[Any, Any]:
        asked, body = get_args(get_type_hints(self.answer)["call"])
        return asked, body

    @property
    def asked(self) -> type[Struct]:
        """The type of what stands in the query."""
        found: type[Struct] = self._types[0]
        return found

    @property
    def body(self) -> type[Struct] | None:
        """The type of what is sent as JSON, None where nothing is, or files are."""
        return None if self._types[1] in (type(None), Files) else self._types[1]

    @property
    def takes_files(self) -> bool:
        """Whether files are sent to it (multipart/form-data)."""
        return self._types[1] is Files

    @cached_property
    def result(self) -> Any:
        """The type of what it answers with; None where there is nothing, or a file."""
        found = get_type_hints(self.answer)["return"]
        return None if found in (type(None), Sent) else found

    @property
    def changes(self) -> bool:
        """Whether something is different afterwards, or may be."""
        return self.method != "GET" and not self.asking

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the pieces of its path that are filled in."""
        return tuple(_PLACE.findall(self.path))

    @property
    def summary(self) -> str:
        """What it does, in a line."""
        return inspect.cleandoc(self.answer.__doc__ or "").partition("\n")[0].rstrip(".")

    @property
    def description(self) -> str:
        """What else there is to know of it."""
        told = inspect.cleandoc(self.answer.__doc__ or "").partition("\n")[2]
        return _RAISES.sub("", f"\n{told}").strip()
