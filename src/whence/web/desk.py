"""What every request works with: the library, its settings, the cases that are open."""

from collections.abc import Callable
from dataclasses import dataclass

from whence.run.config import Config
from whence.run.intake.desk import Intake
from whence.run.intake.orders import Given, Job
from whence.store.ledger import Ledger
from whence.store.protocol import Store
from whence.web.cards import Cards
from whence.web.doors import Door
from whence.web.pace import Paces
from whence.web.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The workbench's means.

    ``team`` tells whether people log in; ``paces`` bound how much each may send then.
    ``hosts`` are the names under which the workbench is asked for; requests for others are refused.
    ``secure`` tells whether people reach it by https alone; other requests are refused then.
    """

    config: Config
    store: Store
    shelf: Shelf
    cards: Cards
    intake: Intake
    door: Door
    now: Callable[[], str]
    team: bool = False
    secure: bool = False
    paces: Paces | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")

    def derive(self, ledger: Ledger, author: str) -> Job:
        """Have a case weighed anew, in the background, after something was judged in it."""
        given = Given(case_id=ledger.case_id, author=author, at=self.now(), kind="weigh")
        return self.intake.put(given)
