"""One case of a library: append to it, read it, as it is or as it stood."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

import msgspec
from msgspec import Struct
from rapidfuzz import process

from whence.errors import CaseRefused, StoreLocked, UnknownCase
from whence.model.ledger import PAYLOADS, START, Entry, Head, Opened
from whence.store.protocol import Batch, HeadMoved, Kinds, NameTaken, Sealed, Store
from whence.store.sealing import Draft, seal

LONGEST_NAME: Final = 200
"""Characters that the name of a case may have."""

PATIENCE: Final = 60.0
"""Seconds for which an append is tried again before the case counts as locked."""

_PAUSE: Final = 0.002
_LONGEST_PAUSE: Final = 0.1

_decoders = {kind: msgspec.json.Decoder(type_) for kind, type_ in PAYLOADS.items()}


@dataclass(frozen=True)
class Waiting:
    """How an append waits for its turn; given otherwise in tests."""

    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What an append does besides its entries: bytes that come with it, bytes that go."""

    captures: Mapping[str, bytes] = field(default_factory=dict)
    erased_seqs: Sequence[int] = ()
    erased_captures: Sequence[str] = ()


NOTHING: Final = Beside()
"""What an append does besides its entries, mostly."""

Drawn = Callable[[Head], tuple[Sequence[Draft], Beside]]
"""What makes the drafts that are to follow a head, and what goes with them."""


def open_case(store: Store, name: str) -> "Ledger":
    """Return the case of that id or name; an id comes first, whatever others are called.

    Raises:
        UnknownCase: when the library has none; the nearest name is told.
    """
    heads = store.heads()
    for head in sorted(heads, key=lambda head: head.case_id != name):
        if name in (head.name, head.case_id):
            return Ledger(store, head.case_id, head.name)
    raise UnknownCase(f"no case is called {name!r}", _nearest(name, heads))


def new_case(store: Store, opened: Opened, author: str, at: str, case_id: str = "") -> "Ledger":
    """Open a case under a new id (random, unless given) and return it.

    Raises:
        CaseRefused: when the name is none, or the name or id is another case's.
    """
    name = case_name(opened.name)
    ledger = Ledger(store, case_id or f"case-{uuid4().hex}", name)
    draft = Draft(kind="opened", author=author, at=at, payload=opened)
    entries = tuple(seal(ledger.case_id, (draft,), None))
    batch = Batch(case_id=ledger.case_id, name=name, previous=START, entries=entries)
    try:
        store.append(batch)
    except NameTaken as error:
        raise CaseRefused(f"there is a case called {name!r} already") from error
    except HeadMoved as error:
        raise CaseRefused(f"there is a case {ledger.case_id!r} already") from error
    return ledger


def case_name(given: str) -> str:
    """Return a name for a case without blanks around it.

    Raises:
        CaseRefused: when it is none, or longer than ``LONGEST_NAME`` characters.
    """
    name = given.strip()
    if len(name) > LONGEST_NAME:
        raise CaseRefused(f"{name[:40]}... is too long a name for a case", "give a word or a few")
    if not name or not name.isprintable() or "/" in name:
        raise CaseRefused(f"{given!r} is no name for a case", "give a word or a few, without '/'")
    return name


class Ledger:
    """A case in a store, by its id."""

    def __init__(self, store: Store, case_id: str, name: str) -> None:
        self.store = store
        self.case_id = case_id
        self.name = name

    def head(self) -> Head:
        """Return the case's last entry.

        Raises:
            UnknownCase: when the library has lost the case.
        """
        for head in self.store.heads(self.case_id):
            return head
        raise UnknownCase(f"the case {self.name} is no longer in {self.store.place}")

    def append(
        self, drafts: Sequence[Draft], beside: Beside = NOTHING, waiting: Waiting | None = None
    ) -> tuple[Entry, ...]:
        """Append drafts behind whatever the head is by then, all or none, and return the entries.

        Raises:
            StoreLocked: when others were faster for ``PATIENCE`` seconds.
        """
        return self.append_behind(lambda _head: (drafts, beside), waiting)

    def append_behind(self, drawn: Drawn, waiting: Waiting | None = None) -> tuple[Entry, ...]:
        """Append what ``drawn`` makes of the head, all or none, and return the entries.

        Others may append at the same time: the head is read, the entries are hashed behind it, and
        when somebody was faster this is done again, from the new head.

        Raises:
            StoreLocked: when others were faster for ``PATIENCE`` seconds.
        """
        waiting = waiting or Waiting()
        until, pause = waiting.monotonic() + PATIENCE, _PAUSE
        while True:
            head = self.head()
            drafts, beside = drawn(head)
            if not drafts:
                return ()
            sealed = tuple(seal(self.case_id, drafts, head))
            try:
                self.store.append(self._batch(head, sealed, beside))
            except HeadMoved as error:
                if waiting.monotonic() > until:
                    reason = f"others kept writing to the case {self.name}"
                    raise StoreLocked(self.store.place, reason) from error
                # Everybody waits another while, or all would meet again at the same moment.
                waiting.sleep(waiting.random() * pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return tuple(one.entry for one in sealed)

    def read(
        self, *, after: int = 0, at: str | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        """Yield the entries behind ``after``; with ``at`` as the case stood then.

        ``at`` is a time (an ISO prefix in UTC: all of that day, hour or second) or ``#seq``.

        Raises:
            ValueError: when ``at`` is ``#`` and no number.
        """
        if at is not None and at.startswith("#"):
            through = int(at[1:])
            yield from self.store.read(self.case_id, after=after, through=through, kinds=kinds)
            return
        for sealed in self.store.read(self.case_id, after=after, kinds=kinds):
            if at is not None and sealed.entry.at[: len(at)] > at:
                return
            yield sealed

    def _batch(self, head: Head, sealed: Sequence[Sealed], beside: Beside) -> Batch:
        return Batch(
            case_id=self.case_id, name=self.name, previous=head.hash, entries=sealed,
            captures=beside.captures, erased_seqs=beside.erased_seqs,
            erased_captures=beside.erased_captures,
        )  # fmt: skip


def decoded(sealed: Sealed) -> Struct | None:
    """Return what an entry says, or None: it was taken out, or a newer version's kind.

    Raises:
        msgspec.DecodeError: when the payload is not what its kind says.
    """
    decoder = _decoders.get(sealed.entry.kind)
    if decoder is None or sealed.payload is None:
        return None
    try:
        found: Struct = decoder.decode(sealed.payload)
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from error
    return found


def _nearest(name: str, heads: Sequence[Head]) -> str:
    best = process.extractOne(name, [head.name for head in heads], score_cutoff=60)
    return f"did you mean {best[0]!r}?" if best else ""
