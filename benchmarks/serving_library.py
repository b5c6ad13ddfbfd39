"""An invented library to be served: a thousand cases, one of them of three hundred reports.

The large case is read and weighed by Whence itself; the small ones are the example's, all alike but
for their names. The same numbers give the same texts.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from benchmarks.invented import Dice
from whence.model.ledger import Opened
from whence.run.case.keeper import CaseKeeper, grown
from whence.run.config import Config
from whence.run.world import World
from whence.store.ledger import Beside, Ledger, decoded, new_case
from whence.store.protocol import Store
from whence.store.sealing import Draft
from whence.web.example import reports

LARGE: Final = "large"
"""The name of the case of many reports."""

_AT: Final = "2031-04-01T09:00:00+00:00"
_DAYS: Final = 26
_PARTIES: Final = (
    "the Black Lantern cell", "the Free Tide Movement", "the Red Quay Front", "the Harrow Brigade",
    "Calvenian special forces", "the government of Ormeland", "the Seventh Tide Brigade",
)  # fmt: skip
_SPEAKERS: Final = (
    "Harbour master Jon Pell", "Interior Minister Dela Morvane", "Police chief Orin Sax",
    "Army spokesman Col. Teun Brask", "Ormeland's foreign ministry", "A senior intelligence aide",
    "Two diplomats briefed on the inquiry", "Hospital director Ana Vell",
)  # fmt: skip
_SAID: Final = (
    "said {party} was behind the bombing", "blamed {party} for the explosion",
    "denied that {party} had any part in it", "told reporters that {party} planted the bomb",
    "said {killed} people were killed and {hurt} wounded", "said {party} ordered the attack",
    "said the blast struck the pilot station at {hour} p.m. on March 4",
    "said three boats were destroyed in the harbour of Sarnavel",
    "said there was no evidence that {party} was involved",
)  # fmt: skip
_RELAYED: Final = (
    "", "", "", ", the Corvane Wire reported", ", according to the Ostrel Times",
    ", according to the Quaylight Wire", ", state television said",
)  # fmt: skip
_PLAIN: Final = (
    "At least {hurt} people were injured.", "{killed} dockers were killed.",
    "No group has claimed responsibility.", "The port reopened on Thursday.",
    "Schools near the port stayed closed.",
)  # fmt: skip
_TOWNS: Final = ("Lindrosa", "Sarnavel", "Tolmere", "Ostrel", "Quaylight", "Corvane", "Ullin")
_PAPERS: Final = ("Courier", "Standard", "Daily", "Herald", "Times", "Monitor", "Post", "Gazette")


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """Yield so many reports of one attack, in which all accuse all and figures differ."""
    dice = Dice(seed)
    for number in range(count):
        town = _TOWNS[number % len(_TOWNS)]
        paper = _PAPERS[number // len(_TOWNS) % len(_PAPERS)]
        day = 4 + number * _DAYS // max(1, count)
        lines = [_sentence(dice) for _ in range(9 + dice.below(10))]
        yield "\n\n".join(
            (
                f"{town} {paper} {number}",
                f"Explosion at Sarnavel pilot station: day {day - 3}",
                f"March {day}, 2031",
                f"SARNAVEL, March {day} – An explosion tore through the pilot station in Sarnavel "
                f"harbour on March 4, killing {3 + dice.below(3)} people, officials said.",
                *lines,
            )
        )


def _sentence(dice: Dice) -> str:
    words = {
        "party": dice.pick(_PARTIES),
        "killed": str(3 + dice.below(3)),
        "hurt": str(9 + dice.below(5)),
        "hour": str(7 + dice.below(3)),
    }
    if dice.roll() < 0.3:
        return dice.pick(_PLAIN).format(**words)
    said = dice.pick(_SAID).format(**words)
    return f"{dice.pick(_SPEAKERS)} {said}{dice.pick(_RELAYED)}."


def fill(store: Store, folder: Path, cases: int, large: int) -> str:
    """Fill a library with cases, unless it holds as many, and return the large one's id.

    ``large`` is the number of reports of the large case. Texts are written into ``folder``.
    """
    held = {head.name: head.case_id for head in store.heads()}
    if LARGE not in held and large:
        paths = []
        for number, text in enumerate(texts(large)):
            paths.append(folder / f"{number:03}.txt")
            paths[-1].write_text(text)
        held[LARGE] = _read(store, LARGE, paths).case_id
    if len(held) < cases:
        first = _read(store, "example", list(reports()))
        for number in range(len(held) + 1, cases):
            _copied(store, first, f"Harbour fire {number}")
    return held.get(LARGE, "")


def _read(store: Store, name: str, inputs: Sequence[Path]) -> Ledger:
    ledger = new_case(store, Opened(name=name, question="Who was behind it?"), "Ana", _AT)
    keeper = CaseKeeper(ledger, "Ana", lambda: _AT)
    config = Config()
    world = World(at=_AT, keeper=keeper)
    keeper.keep(grown(keeper, [str(path) for path in inputs], config, world), config)
    return ledger


def _copied(store: Store, from_: Ledger, name: str) -> None:
    """Open a case of the same entries, without the captured pages."""
    ledger = new_case(store, Opened(name=name, question="Who was behind it?"), "Ana", _AT)
    drafts = [
        Draft(kind=one.entry.kind, author="Ana", at=_AT, payload=said)
        for one in from_.read(kinds=("document", "extraction", "assessment"))
        if isinstance(said := decoded(one), msgspec.Struct)
    ]
    ledger.append(drafts, Beside())
