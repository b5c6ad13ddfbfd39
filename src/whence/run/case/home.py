"""Under which name a run is kept, and how the next one finds its case again."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from whence.errors import CaseRefused, UnknownCase
from whence.model.ledger import Opened
from whence.store.ledger import LONGEST_NAME, Ledger, case_name, new_case, open_case
from whence.store.mentions import said
from whence.store.protocol import Store
from whence.store.sealing import digest

_TRIES = 20


@dataclass(frozen=True)
class Home:
    """Under which name a run is kept, and by what the next run finds its case again.

    ``source`` is the SHA-256 of a place on this machine; "" when a case was named.
    """

    name: str
    source: str = ""


def home_of(named: str | None, out: Path | None, inputs: Sequence[str]) -> Home:
    """Return where a run is kept: in the case that was named, or in that of its folder.

    Runs that write to one folder make one case; a run that writes to none (``-`` or only JSON) goes
    by the folder that its inputs lie in.

    Raises:
        CaseRefused: when what was named is no name.
    """
    if named is not None:
        return Home(case_name(named))
    if out is None or out == Path("-"):
        files = [Path(name).absolute() for name in inputs if "://" not in name and name != "-"]
        place = Path(os.path.commonpath(files)) if files else Path.cwd()
    else:
        place = out.absolute()
    name = "".join(c for c in place.name if c.isprintable()).strip()[:LONGEST_NAME] or "case"
    # On a library that several machines share, the same path means another folder on each.
    return Home(name, digest(os.fsencode(f"{platform.node()}:{place}")))


def find_case(store: Store, home: Home) -> Ledger | None:
    """Return the case of a home, None when there is none yet."""
    if not home.source:
        try:
            return open_case(store, home.name)
        except UnknownCase:
            return None
    for head in store.heads():
        ledger = Ledger(store, head.case_id, head.name)
        if head.name.startswith(home.name) and _source(ledger) == home.source:
            return ledger
    return None


def case_for(store: Store, home: Home, author: str, at: str) -> Ledger:
    """Return the case of a home, opened when it is missing.

    Where another folder's case has the name already, the new one gets a number behind it.

    Raises:
        CaseRefused: when the name is none.
    """
    attempt = 0
    while (found := find_case(store, home)) is None:
        taken = {head.name for head in store.heads()}
        names = chain((home.name,), (f"{home.name} {number}" for number in count(2)))
        opened = Opened(name=next(name for name in names if name not in taken), source=home.source)
        try:
            return new_case(store, opened, author, at)
        except CaseRefused:
            # Another run may have taken the name this moment; a name that is none stays refused.
            attempt += 1
            if attempt > _TRIES:
                raise
    return found


def _source(ledger: Ledger) -> str:
    """Return what the first entry of a case says of where it comes from."""
    for sealed in ledger.store.read(ledger.case_id, through=1):
        opened = said(sealed)
        return opened.source if isinstance(opened, Opened) else ""
    return ""
