"""What the records say of the numbers that ship: how often nobody is named, who claims, who errs.

``python -m evaluation.rates --data DIR``. Figures over whole records with 95 % intervals:

- *never attributed*: share of incidents for which the record names nobody: CPOST, no group (the
  attack is unclaimed); EuRepoC, neither a country nor an initiator.
- *claimed*: CPOST, the group itself says so; EuRepoC, an attribution is the attacker's own word.
- *contradicted*: of the first attributions (the attacker's own left out) that name a country and
  after which another names one, the share where the later ones all name others; *joined*, where
  some later one names another, beside the first or instead. "Later" is by date, and by the
  record's number where dates are equal or missing. It counts what the record says: a later word
  may rest on the earlier one, so that agreement proves little.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from evaluation.corpora import cpost, eurepoc
from evaluation.corpora.cpost import Attack
from evaluation.corpora.eurepoc import Cyber, Word
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Outcome, Score, baseline_score

_KINDS = ("Disruption", "Data theft", "Hijacking", "Doxing", "Ransomware")
_DEAD = ("none", "1 to 4", "5 to 19", "20 or more")
_RECENT = 12 * 2010
BASES = {
    "receiver government": ("Attribution by receiver government / state entity",),
    "receiver": ("Receiver attributes attacker",),
    "IT company": ("IT-security community attributes attacker",),
    "third party": (
        "Attribution by third-party",
        "Attribution by EU institution/agency",
        "Attribution by international organization",
    ),
    "media": ("Media-based attribution",),
}


def measure(request: Request) -> Outcome:
    """Print how often nobody is named, who claims, and how often a first word is contradicted."""
    attacks_file, tables = cpost.file(request.data), eurepoc.files(request.data)
    attacks, incidents = cpost.read(attacks_file), eurepoc.read(*tables)
    shares = [*_attacks(attacks), *_incidents(incidents), *_contradicted(incidents)]
    scores: list[Score] = [
        baseline_score(name, [Counts(hits=int(hit), predicted=1, gold=1) for hit in hits])
        for name, hits in shares
        if hits
    ]
    return Outcome(
        name="rates",
        corpus=fingerprint([attacks_file, *tables]),
        scores=tuple(scores),
        notes=("baseline: plain shares of the records, no figure of ours",),
    )


T = TypeVar("T")
Share = tuple[str, Sequence[bool]]


def _attacks(attacks: Sequence[Attack]) -> list[Share]:
    recent = [attack for attack in attacks if attack.month > _RECENT]
    found: list[Share] = [
        ("suicide attack: never attributed", _each(attacks, lambda a: not a.named)),
        ("suicide attack, 2010-2019: never attributed", _each(recent, lambda a: not a.named)),
        ("suicide attack: claimed", _each(attacks, _claimed)),
        ("suicide attack: suspected or denied alone", _each(attacks, _suspected)),
    ]
    for dead in _DEAD:
        some = [attack for attack in attacks if attack.facts["killed"] == dead]
        found.append((f"suicide attack, killed {dead}: never attributed",
                      _each(some, lambda a: not a.named)))  # fmt: skip
        found.append((f"suicide attack, killed {dead}: claimed", _each(some, _claimed)))
    several = _each(attacks, lambda a: sum(s == "Claimed" for s in a.named.values()) > 1)
    claimed = _each(attacks, _claimed)
    both = [more for more, one in zip(several, claimed, strict=True) if one]
    found.append(("suicide attack, of those claimed: by several groups", both))
    return found


def _incidents(incidents: Sequence[Cyber]) -> list[Share]:
    found: list[Share] = [
        ("cyber incident: never attributed", _each(incidents, _nobody)),
        ("cyber incident: no country named", _each(incidents, lambda i: not i.initiators)),
        ("cyber incident: claimed", _each(incidents, _owned)),
    ]
    for kind in _KINDS:
        some = [incident for incident in incidents if kind in incident.facts["kind"]]
        found.append((f"cyber incident, {kind}: never attributed", _each(some, _nobody)))
        found.append((f"cyber incident, {kind}: claimed", _each(some, _owned)))
    return found


def _contradicted(incidents: Sequence[Cyber]) -> list[Share]:
    found: dict[str, list[tuple[bool, bool]]] = {name: [] for name in (*BASES, "anybody")}
    for incident in incidents:
        words = [word for word in incident.words if not word.own and word.country]
        first = [word for word in words if word.number == words[0].number]
        later = [word for word in words if word.number != words[0].number]
        if not later:
            continue
        before, after = _countries(first), _countries(later)
        fate = (not before & after, bool(after - before))
        found["anybody"].append(fate)
        for name, bases in BASES.items():
            if first[0].basis in bases:
                found[name].append(fate)
    return [
        (f"first word by {name}: {what}", [fate[number] for fate in fates])
        for name, fates in found.items()
        for number, what in enumerate(("contradicted", "joined"))
    ]


def _countries(words: Iterable[Word]) -> set[str | None]:
    return {word.country for word in words}


def _each(cases: Sequence[T], test: Callable[[T], bool]) -> list[bool]:
    return [test(case) for case in cases]


def _claimed(attack: Attack) -> bool:
    return "Claimed" in attack.named.values()


def _suspected(attack: Attack) -> bool:
    return bool(attack.named) and not _claimed(attack)


def _nobody(incident: Cyber) -> bool:
    return not incident.initiators and not incident.named


def _owned(incident: Cyber) -> bool:
    return any(word.own for word in incident.words)


if __name__ == "__main__":
    sys.exit(main(measure))
