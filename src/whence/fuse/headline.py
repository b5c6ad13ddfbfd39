"""One sober sentence for the first screen, from what is held and nothing else."""

from collections import Counter
from collections.abc import Sequence

from whence.fuse.witness import Ledger
from whence.model.incident import Slot
from whence.model.iso import ends, is_interval
from whence.model.kinds import kind as row_of
from whence.model.kinds import narrower
from whence.names.countries import demonym, state
from whence.names.spelling import fold

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_GENERIC = "attack"
_MEANS_UNTOLD = frozenset({_GENERIC, "assassination"})
"""Kinds that do not tell by which means: of even votes the one that does goes first."""
_OFF = "off "
"""What opens a place at sea: nothing is "in" it."""
_WATERS = ("gulf of", "strait of")
_TAKES_ARTICLE = ("zone", "strip", "valley", "district", "province", "gulf", "sea", "area")


def kind_of(ledger: Ledger, copied: float) -> str | None:
    """Return the kind of incident that most first hands of narration give; copies count once.

    A text copied as a whole ("copied" is the least probability of that) has no kind of its own
    where the one that it repeats has one.

    A specific kind goes before plain ``attack``; of even votes a kind that tells the means goes
    first, then the alphabetically first. A narrower one goes before it with half of its votes:
    what some call a bombing others know to be a mine's.
    """
    voters: dict[str, set[str]] = {}
    whole = ledger.repeating(copied)
    told = {one.document_id for one in ledger.reports if one.incident_kind is not None}
    for report in ledger.reports:
        repeats = whole.get(report.document_id) in told
        if report.incident_kind is None or repeats:
            continue
        own = [chain for chain in report.chains if ledger.narrated(chain.id)] or report.chains
        hands = {ledger.origin(chain.id).id for chain in own[:1]} or {report.document_id}
        voters.setdefault(report.incident_kind, set()).update(hands)
    if not voters:
        return None
    votes = Counter({kind: len(hands) for kind, hands in voters.items()})
    ranked = sorted(
        votes, key=lambda kind: (kind == _GENERIC, -votes[kind], kind in _MEANS_UNTOLD, kind)
    )
    closer = (one for one in ranked if one in narrower(ranked[0]))
    return next((one for one in closer if votes[one] * 2 >= votes[ranked[0]]), ranked[0])


def headline(kind: str | None, slots: Sequence[Slot]) -> str:
    """Return kind, target, place and date in one sentence, without what is open or disputed."""
    best = {slot.slot: slot.best for slot in slots if slot.best and not slot.disputed}
    row = row_of(kind)
    label = row.label if row else kind or "incident"
    text = label[:1].upper() + label[1:]
    target, place = best.get("target") or "", best.get("place") or ""
    joins = row.joins if row else "on"
    if target and joins:
        text += f" {joins} {_with_article(target)}"
    if place and fold(place) not in fold(text):
        text += f" {_place(place)}" if place.startswith(_OFF) else f" in {_place(place)}"
    if "date" in best:
        text += f" {on_date(best['date'] or '')}"
    return f"{text}."


def _with_article(target: str) -> str:
    """Put "the" before a target that starts with a common noun or a word for a people."""
    first = target.split(maxsplit=1)[0]
    lower = first[:1].islower() and first not in ("the", "a", "an", "his", "her", "their")
    several = target.islower() and target.endswith("s")
    return f"the {target}" if (lower and not several) or demonym(first) else target


def _place(place: str) -> str:
    """Put "the" before zones, districts and seas: "the Harbour District"."""
    first = place.split(",", maxsplit=1)[0].strip()
    takes = first.split()[-1:] and first.split()[-1].casefold() in _TAKES_ARTICLE
    takes = takes or first.casefold().startswith(_WATERS)
    return f"the {place}" if takes and state(first) is None else place


def on_date(value: str) -> str:
    """Return a date in words: "on 7 November 2021", "in 2021", "between 6 and 7 November 2021".

    An interval with an open end says "since" or "until".
    """
    if not is_interval(value):
        parts = value[:10].split("-")
        return f"{'on' if len(parts) == 3 else 'in'} {_in_words(parts)}"
    first, last = (end[:10].split("-") for end in ends(value))
    if not (first[0] and last[0]):
        return f"since {_in_words(first)}" if first[0] else f"until {_in_words(last)}"
    shared = 2 if first[:2] == last[:2] else 1 if first[0] == last[0] else 0
    start = _in_words(first, 0 if len(first) == shared else shared)
    return f"between {start} and {_in_words(last)}"


def _in_words(parts: Sequence[str], left_off: int = 0) -> str:
    """Return year, month and day in words, without the ``left_off`` coarsest of them."""
    words = [parts[0], *(_MONTHS[int(month) - 1] for month in parts[1:2])]
    words += [str(int(day)) for day in parts[2:3]]
    return " ".join(reversed(words[left_off:]))
