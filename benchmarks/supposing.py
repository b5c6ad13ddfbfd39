"""How long it takes to tell what would be believed if something were otherwise, against a weighing.

    python -m benchmarks.supposing
    python -m benchmarks.supposing --statements 220 --hands 60 --draws 4000 --asked 60

The case is invented and large: statements of hands each of which may be several (which is what
drawing takes longest over), by themselves and as reporters of one fact. Each sort of supposition is
asked so many times: an origin or three left out, one item or a whole kind of evidence weighed
otherwise, another prior, claims left out. Figures are processor time of one core, in ms: the median
(p50), the 95th percentile, and both as a share of a full weighing in the same run.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

import numpy as np
from msgspec.structs import replace

from whence.model.incident import Incident, Party, Slot, Statement, Value
from whence.model.origin import Merge, Origin, Trace
from whence.weigh import Options, Supposition, prepare, weigh

_STANDINGS = ("accused", "accused_by_authority", "found", "speculated", "denied")
_PARTIES = 9
_REPORTERS = 32
_MERGES = 60
_CLAIMS = 7
Sorts = dict[str, Callable[[], Supposition]]


def world(statements: int, hands: int, origins: int) -> tuple[Incident, Trace]:
    """Return an invented incident of this size; of the origins only ``hands`` say who did it."""
    parties = tuple(
        Party(id=f"party-{n}", name=f"party {n}", kind="group") for n in range(_PARTIES)
    )
    incident = Incident(
        id="incident",
        kind="drone_attack",
        headline="Drones over Port Selim",
        report_ids=("report",),
        slots=(_unclaimed(min(hands, _REPORTERS)),),
        parties=parties,
        statements=tuple(_statement(n, hands) for n in range(statements)),
    )
    return incident, Trace(origins=tuple(_origin(n) for n in range(origins)))


def _statement(number: int, hands: int) -> Statement:
    hand, standing = number % hands, _STANDINGS[number % len(_STANDINGS)]
    denied = standing == "denied"
    return Statement(
        id=f"statement-{number}",
        party_id=f"party-{number % _PARTIES}",
        role="executor",
        predicate="carried_out",
        origin_id=f"origin-{hand}",
        origin_name=f"origin {hand}",
        standing=standing,  # type: ignore[arg-type]
        act="deny_involvement" if denied else "accuse",
        polarity=not denied,
        hedge=3,
        claim_ids=tuple(f"claim-{number}-{claim}" for claim in range(_CLAIMS)),
        document_ids=(),
        spans=(),
    )


def _origin(number: int) -> Origin:
    merges = tuple(
        Merge(left=f"{number}", right=f"{number}-{n}", reason="same words", probability=0.9)
        for n in range(_MERGES)
    )
    return Origin(
        id=f"origin-{number}",
        name=f"origin {number}",
        kind="office" if number % 2 else "person",
        anonymity="named",
        chain_ids=(),
        document_ids=(),
        merges=merges,
    )


def _unclaimed(reporters: int) -> Slot:
    told = Value(
        value="none",
        status="held",
        support=1.0,
        fact_ids=(),
        origin_ids=tuple(f"origin-{n}" for n in range(reporters)),
        document_ids=(),
        spans=(),
    )
    return Slot(
        slot="responsibility_claim", label="claim", best="none", disputed=False, values=(told,)
    )


def sorts(incident: Incident, items: list[tuple[str, str]], hands: int) -> Sorts:
    """Return what makes a supposition of each sort; ``items`` are ids and kinds of evidence."""
    random = np.random.default_rng(7)
    claims = [claim for statement in incident.statements for claim in statement.claim_ids]
    kinds = sorted({kind for _, kind in items})

    def without(count: int) -> Supposition:
        named = random.choice(hands, count, replace=False)
        return Supposition(without=tuple(f"origin-{n}" for n in named))

    def some(count: int) -> tuple[str, ...]:
        return tuple(str(claim) for claim in random.choice(claims, count, replace=False))

    def prior() -> Supposition:
        subject = f"executor:party-{random.integers(_PARTIES)}"
        return Supposition(priors={subject: random.uniform(0.02, 0.6)})

    return {
        "an origin": lambda: without(1),
        "three origins": lambda: without(3),
        "an item": lambda: Supposition(
            ratios={items[random.integers(len(items))][0]: random.uniform(0.1, 10)}
        ),
        "a kind": lambda: Supposition(ratios={str(random.choice(kinds)): random.uniform(0.1, 10)}),
        "a prior": prior,
        "a claim": lambda: Supposition(without_claims=some(1)),
        "fifty claims": lambda: Supposition(without_claims=some(50)),
    }


def timed(act: Callable[[], object]) -> float:
    """Return the processor time that something takes, in ms."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1000


def measured(given: argparse.Namespace) -> Iterator[tuple[str, float, float]]:
    """Yield what was asked with p50 and p95 in ms: the weighing and the preparing first."""
    incident, trace = world(given.statements, given.hands, given.origins)
    options = Options(draws=given.draws)
    weigh(incident, trace, replace(options, draws=1))  # tables are read and compiled once for all
    whole = timed(lambda: weigh(incident, trace, options))
    yield "a weighing", whole, whole
    preparing = timed(lambda: prepare(incident, trace, options))
    yield "preparing", preparing, preparing
    prepared = prepare(incident, trace, options)
    items = [(item.id, item.kind) for answer in prepared.answers for item in answer.evidence]
    every: list[float] = []
    for name, make in sorts(incident, items, given.hands).items():
        asked = [make() for _ in range(given.asked)]
        took = [timed(lambda one=one: prepared.suppose(one)) for one in asked]  # type: ignore[misc]
        every += took
        yield name, median(took), quantiles(took, n=20)[-1]
    yield "all of these", median(every), quantiles(every, n=20)[-1]


def main() -> None:
    """Measure and print a row for each sort of supposition."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--statements", type=int, default=220)
    parser.add_argument("--hands", type=int, default=60)
    parser.add_argument("--origins", type=int, default=790)
    parser.add_argument("--draws", type=int, default=4000)
    parser.add_argument("--asked", type=int, default=40)
    given = parser.parse_args()
    names = ("p50 ms", "p95 ms", "p50 share", "p95 share")
    print(f"{'':>14} " + " ".join(f"{name:>10}" for name in names))
    whole = 0.0
    for name, middle, late in measured(given):
        whole = whole or middle
        cells = f"{middle:>10,.1f} {late:>10,.1f} {middle / whole:>10.1%} {late / whole:>10.1%}"
        print(f"{name:>14} {cells}", flush=True)


if __name__ == "__main__":
    main()
