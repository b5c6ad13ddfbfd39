"""Cases of the task "last word" (decision 0012): attributions as statements, weighed by Whence."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from evaluation.corpora.eurepoc import Cyber, Word, part
from evaluation.records.eurepoc_facts import UNNAMED, Initiators
from evaluation.records.forecasts import Case, Floats
from evaluation.records.tally import Knobs
from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import Standing
from whence.model.incident import Incident, Party, Statement
from whence.model.origin import Origin, Stake, Trace
from whence.weigh import Added, Options, Override, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.posterior import Model

Sought = Literal["country", "initiator"]
FREQUENT = 5
"""How many of the likeliest initiators by base rate stand on the table beside those named."""
_NOBODY = "executor:no_hostile_actor"
_RESERVE = "executor:unnamed"
_ACCIDENT = 0.02
_UNNAMED = "Anonymous statement"
_LEGAL = ("legal action", "indictment")


class Manner(Struct, frozen=True, kw_only=True):
    """How an attribution enters: who speaks, with what stake and at which standing."""

    kind: SourceKind = "body"
    stake: Stake = "neutral"
    standing: Standing = "accused_by_authority"
    hedge: int = 3


_OFFICE = Manner(kind="office", stake="victim")
MANNERS: dict[str, Manner] = {
    "Attribution by receiver government / state entity": _OFFICE,
    "Receiver attributes attacker": _OFFICE,
    "IT-security community attributes attacker": Manner(),
    "Attribution by third-party": Manner(),
    "Attribution by EU institution/agency": Manner(),
    "Attribution by international organization": Manner(),
    "Media-based attribution": Manner(kind="outlet", stake="unknown", standing="reported_as_fact"),
    "Contested attribution": Manner(stake="unknown", standing="accused", hedge=1),
}
"""Basis in the record -> how it enters; anything else is an accusation by an unknown hand."""
_OTHER = Manner(stake="unknown", standing="accused")


class Task(Struct, frozen=True, kw_only=True):
    """One incident ready to be weighed: the model's input, the names on the table, the truth."""

    incident: Incident
    trace: Trace
    names: tuple[str, ...]
    prior: tuple[float, ...]
    mentions: tuple[float, ...]
    truth: int

    def options(self, base_rates: bool) -> Options:
        """Return the settings: all names added, their base rates as priors where asked for."""
        reason = "a frequent initiator in earlier incidents"
        shares = zip((*self.names, ""), self.prior, strict=True)
        overrides = [
            Override(
                subject=f"executor:{name}" if name else _RESERVE,
                value=(1 - _ACCIDENT) * share,
                reason=reason,
            )
            for name, share in shares
        ]
        return Options(
            draws=400,
            added=tuple(Added(role="executor", party=name, reason=reason) for name in self.names),
            priors=tuple(overrides) if base_rates else (),
        )


def tasks(incidents: Sequence[Cyber], split: str, knobs: Knobs, sought: Sought) -> list[Task]:
    """Return the incidents of a part that have two attributions besides the attacker's own word."""
    shares = Initiators(knobs)
    seen = [1.0, 2.0]
    found: list[Task] = []
    for incident in incidents:
        words = [word for word in incident.words if not word.own]
        numbers = list(dict.fromkeys(word.number for word in words))
        if incident.month and len(numbers) > 1:
            given = [word for word in words if word.number != numbers[-1]]
            last = [word for word in words if word.number == numbers[-1]]
            table = _table(given, shares.prior(incident), sought)
            reserve = seen[0] / seen[1]
            task = _task(incident, given, last, (table, reserve), sought)
            seen[0] += task.truth == len(table)
            seen[1] += 1
            if table and part(incident, early=True) == split:
                found.append(task)
        if incident.month:
            shares.add(incident)
    return found


def weighed(task: Task, base_rates: bool) -> Floats:
    """Return the means that ``whence.weigh.weigh`` gives; no attacker at all counts as unnamed."""
    answer = weigh(task.incident, task.trace, task.options(base_rates)).answer("executor")
    means = {row.hypothesis_id: row.mean for row in answer.posterior}
    named = [means[f"executor:{name}"] for name in task.names]
    return np.array([*named, means[_RESERVE] + means[_NOBODY]])


def case_of(task: Task) -> Case:
    """Return the same for the other ways: every item a row, with its likelihoods by answer."""
    model = model_of(task.incident, task.trace, task.options(True), Draws(seed=0, count=0))
    columns = [*(f"executor:{name}" for name in task.names), _RESERVE]
    return Case(
        cluster=task.incident.id,
        names=(*task.names, UNNAMED),
        prior=task.prior,
        mentions=task.mentions,
        rows={item.id: _row(model, index, columns) for index, item in enumerate(model.items)},
        truth=task.truth,
    )


def _row(model: Model, index: int, columns: Sequence[str]) -> tuple[float, ...]:
    # As said, before the cap on an origin, which the other ways do not know.
    did, unnamed, _ = (float(value) for value in model.nats.alone[index])
    nats = {_RESERVE: unnamed} | dict.fromkeys(model.items[index].targets, did)
    return tuple(float(np.exp(nats.get(column, 0.0))) for column in columns)


def _table(given: Sequence[Word], shares: Mapping[str, float], sought: Sought) -> dict[str, float]:
    """Return the names on the table with their base rates, scaled to sum to 1."""
    named = {name for word in given if (name := getattr(word, sought))}
    if sought == "country":
        ranked = sorted((n for n in shares if n != UNNAMED), key=lambda n: (-shares[n], n))
        named |= set(ranked[:FREQUENT])
    rates = {name: max(shares.get(name, 0.0), 0.01) for name in sorted(named)}
    total = sum(rates.values())
    return {name: rate / total for name, rate in rates.items()}


def _task(
    incident: Cyber,
    given: Sequence[Word],
    last: Sequence[Word],
    table: tuple[dict[str, float], float],
    sought: Sought,
) -> Task:
    rates, reserve = table
    names = tuple(rates)
    ends = {name for word in last if (name := getattr(word, sought))}
    truth = next((n for n, name in enumerate(names) if name in ends), len(names))
    said = [name for word in given if (name := getattr(word, sought))]
    counts = [said.count(name) + 0.5 for name in (*names, "")]
    origins = {_actor(word): _origin(word) for word in given}
    statements = {
        one.id: one
        for word in given
        if (name := getattr(word, sought))
        for one in [_said(word, name)]
    }
    return Task(
        incident=Incident(
            id=incident.number,
            kind="cyber_attack",
            headline="",
            report_ids=("record",),
            slots=(),
            parties=tuple(
                Party(id=name, name=name, kind="state" if sought == "country" else "group")
                for name in names
            ),
            statements=tuple(statements.values()),
        ),
        trace=Trace(origins=tuple(origins.values())),
        names=names,
        prior=(*((1 - reserve) * rate for rate in rates.values()), reserve),
        mentions=tuple(count / sum(counts) for count in counts),
        truth=truth,
    )


def _actor(word: Word) -> str:
    named = word.actor if word.actor not in ("", "Not available", "Unknown") else ""
    return named or f"{word.basis} {word.number:.0f}"


def _origin(word: Word) -> Origin:
    anonymity: Anonymity = "anonymous" if word.kind.startswith(_UNNAMED) else "organisation"
    return Origin(
        id=_actor(word),
        name=_actor(word),
        kind=MANNERS.get(word.basis, _OTHER).kind,
        anonymity=anonymity,
        chain_ids=(),
        document_ids=(),
    )


def _said(word: Word, name: str) -> Statement:
    manner = MANNERS.get(word.basis, _OTHER)
    legal = any(sign in word.kind for sign in _LEGAL)
    return Statement(
        id=f"{_actor(word)} on {name}",
        party_id=name,
        role="executor",
        predicate="carried_out",
        origin_id=_actor(word),
        origin_name=_actor(word),
        stake=manner.stake,
        standing="found" if legal else manner.standing,
        act="accuse",
        polarity=True,
        hedge=manner.hedge,
        claim_ids=(),
        document_ids=(),
        spans=(),
    )
