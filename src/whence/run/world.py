"""What a run is told of the world around it, so that nothing below has to ask."""

from dataclasses import dataclass, field
from typing import IO

from whence.ingest import Fetcher
from whence.run.keeping import Keeper, Unkept
from whence.run.watch import Silent, Watcher


@dataclass(frozen=True, kw_only=True)
class World:
    """The time of the run (ISO 8601), who watches it, and the ways in.

    ``keeper`` is given everything that is taken in and read, as soon as it is there.
    Without a ``fetcher`` addresses among the inputs are failures; without ``stdin`` so is ``-``.
    """

    at: str
    watcher: Watcher = field(default_factory=Silent)
    keeper: Keeper = field(default_factory=Unkept)
    stdin: IO[bytes] | None = None
    fetcher: Fetcher | None = None
