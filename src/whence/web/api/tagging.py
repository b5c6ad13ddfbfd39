"""Entity tags of what a case gives: they change when the case grows, and with the program."""

import re
from hashlib import sha256
from typing import Final

from whence.model.ledger import Head
from whence.run import maker
from whence.run.case.deriving import settings_of
from whence.run.config import Config
from whence.store.ledger import Ledger

_TAG: Final = re.compile(r'(?:W/)?"(\d{1,9})-([0-9a-f]{32})-[0-9a-f]{12}"')
_HASH: Final = 32


def tag_of(head: Head, config: Config) -> str:
    """Return the tag of whatever is told of a case at this head."""
    made = sha256(f"{maker.of_snapshots()} {settings_of(config)}".encode()).hexdigest()
    return f'W/"{head.seq}-{head.hash[:_HASH]}-{made[:12]}"'


def matches(given: str, tag: str) -> bool:
    """Tell whether an If-None-Match header names a tag (RFC 9110, 13.1.2: compared weakly)."""
    wanted = tag.removeprefix("W/")
    return given.strip() == "*" or any(
        one.strip().removeprefix("W/") == wanted for one in given.split(",")
    )


def seq_of(given: str, ledger: Ledger) -> int | None:
    """Return the entry that was a case's last when it gave a tag, None for no tag of the case."""
    found = _TAG.fullmatch(given.strip())
    if found is None:
        return None
    seq = int(found[1])
    for sealed in ledger.store.read(ledger.case_id, after=seq - 1, through=seq):
        if sealed.entry.hash.startswith(found[2]):
            return seq
    return None
