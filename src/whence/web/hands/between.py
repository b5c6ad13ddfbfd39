"""The exact words behind a line of the picture."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.publish.index import Index
from whence.publish.places import claim_back, fact_back
from whence.publish.views.quotes import Quote, Same, quote
from whence.web.hands.paths import Stop, paths


@dataclass(frozen=True, kw_only=True)
class Worded:
    """What is stated in the same exact words, in one report or several.

    ``key`` is the anchor of the first of the facts or claims. ``hint`` when it accuses nobody
    outright.
    """

    key: str
    label: str
    same: Same
    hint: bool = False


@dataclass(frozen=True, kw_only=True)
class Between:
    """A line of the picture: its two ends, and the ids of what passes there."""

    left: Stop
    right: Stop
    value_ids: tuple[str, ...]


def between(
    index: Index, step: tuple[str, str], only: Container[str] | None, opened: Container[str]
) -> Between | None:
    """Return what passes from one stop of the picture to the next, None where nothing does."""
    made = paths(index, only, opened)
    if step not in made.flows:
        return None
    left, right = (made.stops[key] for key in step)
    value_ids = sorted(made.flows[step], key=index.place.__getitem__)
    return Between(left=left, right=right, value_ids=tuple(value_ids))


def worded(index: Index, things: Iterable[Fact | Claim]) -> list[Worded]:
    """Return facts and claims in their words, the same words once; hints come last."""
    first: dict[tuple[str, str], tuple[str, bool]] = {}
    rows: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for thing in things:
        if not thing.spans:
            continue
        back = fact_back(thing) if isinstance(thing, Fact) else claim_back(thing)
        told = quote(index, thing.spans, thing.chain_id)
        place = back.label, told.text.casefold()
        hint = isinstance(thing, Claim) and thing.insinuation
        first.setdefault(place, (back.href.removeprefix("#"), hint))
        rows[place].append(told)
    found = [
        Worded(key=first[place][0], label=place[0], same=Same(tuple(same)), hint=first[place][1])
        for place, same in rows.items()
    ]
    return sorted(found, key=lambda row: row.hint)
