"""What every request works with: the library, its settings, the cases that are open."""

from collections.abc import Callable
from dataclasses import dataclass

from whence.run.case.deriving import case_of
from whence.run.case.keeper import CaseKeeper
from whence.run.config import Config
from whence.store.ledger import Ledger
from whence.store.protocol import Store
from whence.web.cards import Cards
from whence.web.doors import Door
from whence.web.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The workbench's means. ``team`` tells whether people log in.

    ``hosts`` are the names under which the workbench is asked for; requests for others are refused.
    """

    config: Config
    store: Store
    shelf: Shelf
    cards: Cards
    door: Door
    now: Callable[[], str]
    team: bool = False
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")

    def derive(self, ledger: Ledger, author: str) -> None:
        """Weigh a case anew after something was added or judged, and keep what comes out."""
        keeper = CaseKeeper(ledger, author, self.now)
        keeper.keep(case_of(keeper.state, self.config, self.now()), self.config)
