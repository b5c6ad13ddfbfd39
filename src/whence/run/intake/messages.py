"""What the desk and the process that reads say to each other, as MessagePack over a pipe."""

from typing import Literal

import msgspec
from msgspec import Struct

from whence.model.document import Failure


class Work(Struct, frozen=True, kw_only=True, tag=True):
    """To the process: work off the order in this folder; ``skip`` is not to be tried.

    ``resumed`` is set when an earlier process had begun with it.
    """

    id: str
    folder: str
    resumed: bool = False
    skip: tuple[str, ...] = ()


class Halt(Struct, frozen=True, kw_only=True, tag=True):
    """To the process: end the order that is worked off once its document in hand is done."""

    id: str


class Began(Struct, frozen=True, kw_only=True, tag=True):
    """A stage of the order begins, with so many steps, None where nobody knows."""

    stage: str
    total: int | None = None


class Stepped(Struct, frozen=True, kw_only=True, tag=True):
    """One step of the stage is done."""


class InHand(Struct, frozen=True, kw_only=True, tag=True):
    """The next thing is taken in hand; ``key`` names it, should the process end on it."""

    key: str
    location: str


class Added(Struct, frozen=True, kw_only=True, tag=True):
    """The case has a document more."""


class Failed(Struct, frozen=True, kw_only=True, tag=True):
    """Something could not be read."""

    failure: Failure


class Noted(Struct, frozen=True, kw_only=True, tag=True):
    """Something that a person should know and that is no failure."""

    text: str


class Broke(Struct, frozen=True, kw_only=True, tag=True):
    """A defect of Whence, with its traceback, that cost one document."""

    location: str
    traceback: str


class Ended(Struct, frozen=True, kw_only=True, tag=True):
    """The order is worked off, was halted, or failed for a reason."""

    how: Literal["done", "halted", "failed"]
    error: str = ""
    error_kind: str = ""
    hint: str = ""


ToProcess = Work | Halt
ToDesk = Began | Stepped | InHand | Added | Failed | Noted | Broke | Ended

encode = msgspec.msgpack.Encoder().encode
to_process = msgspec.msgpack.Decoder(ToProcess)
to_desk = msgspec.msgpack.Decoder(ToDesk)
