"""Cases of the task "claims and suspicions" (decision 0012): who carried a suicide attack out."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from evaluation.corpora.cpost import Attack, part
from evaluation.records.forecasts import Case
from evaluation.records.tally import Knobs, Tally

UNNAMED = "unnamed"
HIDDEN, SHOWN = "A, status hidden", "B, status shown"


def cases(
    attacks: Sequence[Attack], variant: str, split: str, knobs: Knobs
) -> tuple[list[Case], dict[str, int]]:
    """Return the cases of a part of one variant, and how many were left out for which reason.

    ``attacks`` are all attacks in order of months: the counts roll over those of earlier months.
    """
    tally = Tally(knobs, UNNAMED)
    found: list[Case] = []
    left = {"several tie": 0, "nobody named there before": 0}
    kept = [attack for attack in attacks if variant == HIDDEN or attack.named]
    for month, group in groupby(kept, key=lambda attack: attack.month):
        now = list(group)
        for attack in now:
            if part(attack) != split:
                continue
            if attack.named and attack.truth is None:
                left["several tie"] += 1
            elif not tally.known(attack.country):
                left["nobody named there before"] += 1
            else:
                found.append(_case(attack, tally, variant))
        for entry in list(_counted(now, tally, variant)):
            tally.add(month, *entry)
    return found, left


def facts_of(attack: Attack, variant: str) -> dict[str, str]:
    """Return what is given of an attack; its status only in the variant that shows it."""
    return dict(attack.facts) | ({"status": attack.status} if variant == SHOWN else {})


def _case(attack: Attack, tally: Tally, variant: str) -> Case:
    names = tally.known(attack.country)
    answers = (*names, UNNAMED)
    here = (attack.month, attack.country)
    return Case(
        cluster=str(attack.month),
        names=answers,
        prior=tuple(tally.prior(*here, names)),
        mentions=tuple(tally.mentions(attack.country, names)),
        rows={
            kind: tuple(tally.likelihood(*here, answers, (kind, value)))
            for kind, value in facts_of(attack, variant).items()
        },
        truth=names.index(attack.truth) if attack.truth in names else len(names),
    )


def _counted(
    now: Sequence[Attack], tally: Tally, variant: str
) -> Iterator[tuple[str, dict[str, float], dict[str, str]]]:
    """Yield place, names and facts of a month: new names count for the reserve as well."""
    for attack in now:
        firm = [name for name, status in attack.named.items() if status == attack.status]
        shares = {name: 1 / len(firm) for name in firm} or {UNNAMED: 1.0}
        known = tally.known(attack.country)
        facts = facts_of(attack, variant)
        if firm and not set(firm) & set(known):
            yield attack.country, {UNNAMED: 1.0}, facts
        yield attack.country, shares, facts
