"""Which reports tell of one incident, as people judge it: how that is prepared and given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.errors import ConfigError
from whence.fuse import DIFFERENT, SAME
from whence.model.document import Document
from whence.publish.dates import date
from whence.run.judging import holding
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.judged import named
from whence.web.views.listing import listed

_TITLE = 60
"""Letters of a title in a list to choose from."""

VERDICTS = {"same": SAME, "apart": DIFFERENT}
"""What a page's address calls the verdicts."""


@dataclass(frozen=True)
class Choice:
    """A report that can be chosen: its id, what it is called, and its page."""

    id: str
    label: str
    href: str


@dataclass(frozen=True)
class Step:
    """A judgement that is being prepared: ``chosen`` reports, and the ``others`` of the case."""

    does: str
    verdict: str
    chosen: tuple[Choice, ...]
    others: tuple[Choice, ...]


def step(volume: Volume, does: str, wanted: Iterable[str]) -> Step | None:
    """Return the judgement that an address prepares, None where it prepares none."""
    if does not in VERDICTS:
        return None
    ids = frozenset(wanted)
    rows = [(row.document.id in ids, _choice(volume, row.document)) for row in listed(volume)]
    return Step(
        does=does,
        verdict=VERDICTS[does],
        chosen=tuple(choice for inside, choice in rows if inside),
        others=tuple(choice for inside, choice in rows if not inside),
    )


def _choice(volume: Volume, document: Document) -> Choice:
    title = document.title or ""
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    told = ", ".join(filter(None, [document.name, date(document.published), short]))
    return Choice(document.id, told, to("reports", case=volume.case_id, key=document.id))


def pairs(volume: Volume, verdict: str, chosen: Sequence[str], other: str) -> list[str]:
    """Return the pairs of documents of which a verdict on chosen reports speaks.

    Reports of one incident are tied to one of them, to ``other`` where it is given; reports that
    tell of another incident are parted from ``other``.

    Raises:
        ConfigError: when too few are chosen, the verdict is none, or it could have no effect.
    """
    mine = [one for one in dict.fromkeys(chosen) if one != other]
    if verdict == SAME:
        centre, rest = (other, mine) if other else (mine[0] if mine else "", mine[1:])
        if not rest:
            raise ConfigError("only one report is chosen", "choose two at least")
        return [f"{centre} {one}" for one in rest] + _parted(volume, [centre, *rest])
    if verdict != DIFFERENT:
        raise ConfigError(f"{verdict!r} is no verdict", f"verdicts are {SAME}, {DIFFERENT}")
    if not (mine and other):
        hint = "choose those of another incident, and one report that they are parted from"
        raise ConfigError("nothing is said about what is apart from what", hint)
    _refuse_tied(volume, mine, other)
    return [f"{one} {other}" for one in mine]


def _held(volume: Volume, verdict: str) -> list[tuple[str, str]]:
    """Return the pairs of which a verdict holds."""
    found = (
        one.subject.split() for one in holding(volume.state.judgements) if one.verdict == verdict
    )
    return [(one[0], one[1]) for one in found if len(one) == 2]


def _parted(volume: Volume, chosen: Sequence[str]) -> list[str]:
    """Return the pairs among these that were judged apart: that no longer holds."""
    centre, ids = chosen[0], frozenset(chosen)
    return [
        f"{left} {right}"
        for left, right in _held(volume, DIFFERENT)
        if {left, right} <= ids and centre not in (left, right)
    ]


def _refuse_tied(volume: Volume, chosen: Iterable[str], other: str) -> None:
    """Refuse to part reports that judgements on further ones tie: these would win."""
    links = _held(volume, SAME)
    for one in chosen:
        if _leads(one, other, [link for link in links if set(link) != {one, other}]):
            left, right = named(volume, one).name, named(volume, other).name
            raise ConfigError(
                f"other judgements tie {left} to {right}: both tell of one incident with a third",
                "withdraw one of those first; they stand on the page of the reports",
            )


def _leads(start: str, end: str, links: Sequence[tuple[str, str]]) -> bool:
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        near = {one for link in links if here in link for one in link} - reached
        reached |= near
        waiting += near
    return end in reached
