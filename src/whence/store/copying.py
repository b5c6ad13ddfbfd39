"""A whole library copied into another: a backup, or the way from SQLite to PostgreSQL."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from whence.errors import CaseRefused, StoreLocked
from whence.model.ledger import START, Head
from whence.store.mentions import SPEAKING, Account, spoken_of
from whence.store.protocol import Batch, HeadMoved, NameTaken, Sealed, Store

_CHUNK: Final = 500
"""Entries in one append: a copy that was broken off goes on behind the last."""

_ROUNDS: Final = 20
"""How often a case is looked at again because others wrote to it meanwhile."""


class Copied(Struct, frozen=True, kw_only=True):
    """What was new to the target: cases brought up to date, and entries in them."""

    cases: int = 0
    entries: int = 0


def copy_library(source: Store, target: Store) -> Copied:
    """Bring every case of a library over, entry by entry as it is, with what lies beside it.

    The target may hold a part already, from a copy that was broken off or made earlier: then the
    rest is brought, and what was taken out since is taken out there too.

    Raises:
        CaseRefused: when a case of the target went another way, or further, or has another's name.
        StoreLocked: when others kept writing to a case.
    """
    copied = Copied()
    for head in source.heads():
        entries = _copy(source, target, head)
        copied = Copied(cases=copied.cases + bool(entries), entries=copied.entries + entries)
    return copied


def _copy(source: Store, target: Store, head: Head) -> int:
    brought = 0
    for _ in range(_ROUNDS):
        there = next(iter(target.heads(head.case_id)), None)
        _refuse_others(source, head, there)
        after = there.seq if there else 0
        if after < head.seq:
            brought += _bring(source, target, head, there)
        # A redaction made meanwhile took out what was copied, or what was still to be.
        now = source.heads(head.case_id)[0]
        if now.hash == head.hash:
            return brought
        head = now
    raise StoreLocked(source.place, f"others kept writing to the case {head.name}")


def _refuse_others(source: Store, head: Head, there: Head | None) -> None:
    if there is None:
        return
    at = next(source.read(head.case_id, after=there.seq - 1, through=there.seq), None)
    if at is None or at.entry.hash != there.hash:
        reason = f"the case {head.name} went another way in the copy than in {source.place}"
        raise CaseRefused(reason, "copy to a new place, and keep the old copy as it is")


def _bring(source: Store, target: Store, head: Head, there: Head | None) -> int:
    previous, after = (there.hash, there.seq) if there else (START, 0)
    erased = _taken_out(source, head, after)
    brought = 0
    rest = source.read(head.case_id, after=after, through=head.seq)
    while chunk := list(islice(rest, _CHUNK)):
        last = chunk[-1].entry
        captures = dict(_captures(source, head, chunk))
        if last.seq == head.seq:
            captures.update(_unspoken(source, head))
        batch = Batch(
            case_id=head.case_id, name=head.name, previous=previous, entries=chunk,
            captures=captures, erased_seqs=sorted(erased.blank),
            erased_captures=sorted(erased.gone),
        )  # fmt: skip
        _append(target, batch)
        previous, brought, erased = last.hash, brought + len(chunk), Account()
    return brought


def _append(target: Store, batch: Batch) -> None:
    try:
        target.append(batch)
    except HeadMoved as error:
        raise StoreLocked(target.place, f"others write to the case {batch.name}") from error
    except NameTaken as error:
        reason = f"another case of {target.place} is called {batch.name!r}"
        raise CaseRefused(reason, "copy to a new place") from error


def _taken_out(source: Store, head: Head, after: int) -> Account:
    """Return what the source has lost of what the target got earlier: blank and gone are exact."""
    account = Account()
    redactions = source.read(head.case_id, after=after, through=head.seq, kinds=("redaction",))
    if after and any(True for _ in redactions):
        for sealed in source.read(head.case_id, through=after):
            account.hear(sealed)
        account.gone = {
            sha256 for sha256 in account.mentions if source.capture(head.case_id, sha256) is None
        }
    return account


def _captures(source: Store, head: Head, chunk: list[Sealed]) -> Iterator[tuple[str, bytes]]:
    for sealed in chunk:
        captured = spoken_of(sealed)
        raw = None if captured is None else source.capture(head.case_id, captured.sha256)
        if captured is not None and raw is not None:
            yield captured.sha256, raw


def _unspoken(source: Store, head: Head) -> Iterator[tuple[str, bytes]]:
    """Yield bytes that no entry speaks of any more: there are some only where one was taken out."""
    spoken: set[str] = set()
    blank = False
    for sealed in source.read(head.case_id, kinds=SPEAKING):
        captured = spoken_of(sealed)
        blank = blank or captured is None
        if captured is not None:
            spoken.add(captured.sha256)
    if blank:
        yield from (pair for pair in source.captures(head.case_id) if pair[0] not in spoken)
