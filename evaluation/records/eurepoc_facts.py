"""Cases of the task "initiator" (decision 0012): the country behind a cyber incident, by facts."""

from collections.abc import Sequence
from itertools import groupby

from evaluation.corpora.eurepoc import Cyber, part
from evaluation.records.forecasts import Case
from evaluation.records.tally import Fading, Knobs, Tally

UNNAMED = "unnamed"
EVERYWHERE = "*"
LEAST = 0.01
"""Countries with a smaller prior are not on the table: they are part of the unnamed."""
_FIRST = 0.5


class Initiators:
    """Rolling shares of the initiators: everywhere, in a region, against a receiver."""

    def __init__(self, knobs: Knobs) -> None:
        self._counts = Fading(knobs.half_life)
        self._width = knobs.reserve
        self._names: set[str] = set()

    def add(self, incident: Cyber) -> None:
        """Count an incident once it is over; several initiators share it."""
        names = incident.initiators or (UNNAMED,)
        self._names |= set(names)
        for name in names:
            keys = [(place,) for place in _places(incident)]
            named = [(place, name) for place in _places(incident)]
            self._counts.add(incident.month, 1 / len(names), *keys, *named)

    def prior(self, incident: Cyber) -> dict[str, float]:
        """Return the shares for an incident: a place's counts, smoothed towards the wider one's."""
        names = sorted(self._names | {UNNAMED})
        shares = dict.fromkeys(names, 1 / len(names))
        month = incident.month
        for place, width in zip(_places(incident), (_FIRST, self._width, self._width), strict=True):
            whole = self._counts.at(month, place) + width
            shares = {
                name: (self._counts.at(month, place, name) + width * share) / whole
                for name, share in shares.items()
            }
        return shares


def cases(
    incidents: Sequence[Cyber], split: str, knobs: Knobs
) -> tuple[list[Case], dict[str, int]]:
    """Return the cases of a part, and how many were left out for which reason."""
    shares, tally = Initiators(knobs), Tally(knobs, UNNAMED)
    found: list[Case] = []
    left = {"several initiators": 0}
    dated = [incident for incident in incidents if incident.month]
    for _, group in groupby(dated, key=lambda one: one.month):
        now = list(group)
        for incident in now:
            if part(incident) != split:
                continue
            if len(incident.initiators) > 1:
                left["several initiators"] += 1
            else:
                found.append(_case(incident, shares.prior(incident), tally))
        for incident in now:
            names = incident.initiators or (UNNAMED,)
            shares.add(incident)
            counted = dict.fromkeys(names, 1 / len(names))
            tally.add(incident.month, EVERYWHERE, counted, incident.facts)
    return found, left


def _places(incident: Cyber) -> tuple[str, str, str]:
    return EVERYWHERE, f"region {incident.region}", f"place {incident.place}"


def _case(incident: Cyber, shares: dict[str, float], tally: Tally) -> Case:
    names = [name for name, share in shares.items() if share >= LEAST and name != UNNAMED]
    prior = [shares[name] for name in names]
    truth = incident.initiators[0] if incident.initiators else UNNAMED
    answers = (*names, UNNAMED)
    return Case(
        cluster=str(incident.month),
        names=answers,
        prior=(*prior, 1 - sum(prior)),
        mentions=tuple(tally.mentions(EVERYWHERE, names)),
        rows={
            kind: tuple(tally.likelihood(incident.month, EVERYWHERE, answers, (kind, value)))
            for kind, value in incident.facts.items()
        },
        truth=names.index(truth) if truth in names else len(names),
    )
