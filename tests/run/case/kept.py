"""Runs that keep a case, in a library in memory."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from tests.cli.pages import FIRST, SECOND, put
from whence.model.case import Case
from whence.model.ledger import Opened
from whence.run.case.keeper import CaseKeeper, grown
from whence.run.config import Config
from whence.run.world import World
from whence.store.ledger import Ledger, new_case
from whence.store.memory import MemoryStore

RULES = replace(Config(), run=replace(Config().run, reader="rules"))
AT = "2031-05-06T10:00:00+00:00"


def clock() -> Iterator[str]:
    """Yield one second after the other."""
    for second in count():
        yield f"2031-05-06T10:{second // 60:02}:{second % 60:02}+00:00"


def opened(name: str = "quay") -> Ledger:
    """Open a case in a new library in memory."""
    return new_case(MemoryStore(), Opened(name=name), "Ana", AT)


def keeper(ledger: Ledger, author: str = "Ana") -> CaseKeeper:
    """A keeper whose clock ticks with every entry."""
    ticks = clock()
    return CaseKeeper(ledger, author, lambda: next(ticks))


def pages(folder: Path, **more: str) -> str:
    """Write two pages of one incident, and more, and return the folder."""
    return str(put(folder, first_html=FIRST, second_html=SECOND, **more))


def add(ledger: Ledger, *inputs: str, config: Config = RULES) -> Case:
    """Add inputs to a case, and its snapshot, as ``whence case add`` does."""
    kept = keeper(ledger)
    case = grown(kept, inputs, config, World(at=AT, keeper=kept))
    kept.keep(case, config)
    return case


def kinds(ledger: Ledger) -> list[str]:
    """Return the kinds of a case's entries, in order."""
    return [sealed.entry.kind for sealed in ledger.read()]
