"""People's own estimates of who was behind it: read from a file and put beside a weighed case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from whence.errors import MalformedRecord, NothingRead, UnknownId
from whence.model.assessment import Answer, Hypothesis
from whence.model.case import Case
from whence.model.claim import Role
from whence.model.panel import Estimate
from whence.run.rows import Row, read_rows
from whence.weigh.forecasts.panel import judge_key, nearest, pool
from whence.weigh.options import ROLES

COLUMNS = ("judge", "hypothesis", "probability")


@dataclass(frozen=True, kw_only=True)
class Given:
    """One probability that a judge gives: ``hypothesis`` is an id, a label or a party's name."""

    location: str
    judge: str
    role: Role
    hypothesis: str
    probability: float
    at: str
    reason: str = ""


def read_estimates(raw: bytes, location: str, at: str) -> tuple[Given, ...]:
    """Read estimates: judge, hypothesis and probability, with role, at and reason where given.

    Without a role they are of the executor; without a time they are of ``at``.

    Raises:
        MalformedRecord: naming the line, when one cannot be used.
        NothingRead: when there is none.
    """
    rows = read_rows(raw, location, COLUMNS)
    if not rows:
        raise NothingRead(f"{location}: no estimate in it", f"columns are: {', '.join(COLUMNS)}")
    return tuple(_given(row, at) for row in rows)


def _given(row: Row, at: str) -> Given:
    said = row.text("role").casefold() or ROLES[0]
    role = next((role for role in ROLES if role == said), None)
    if role is None:
        raise MalformedRecord(row.location, f"no question is called {said!r}", nearest(said, ROLES))
    return Given(
        location=row.location,
        judge=row.needed("judge"),
        role=role,
        hypothesis=row.needed("hypothesis"),
        probability=row.probability("probability"),
        at=row.text("at") or at,
        reason=row.text("reason"),
    )


def polled(case: Case, rows: Sequence[Given]) -> Case:
    """Add estimates to a weighed case and pool all that it holds, as of its assessment.

    Nothing of the assessment changes. Without ``rows`` the estimates it already holds are pooled
    anew, which is what a new weighing asks for; one that names an answer that is no longer listed
    stays in ``panel`` and out of ``pooled``.

    Raises:
        NothingRead: when rows are given and nothing was weighed.
        UnknownId: when a row names no answer of its question; the nearest is told.
        MalformedRecord: when a judge gives one answer two probabilities at one time, or a time is
            no date.
    """
    if case.assessment is None:
        if rows:
            hint = "run 'whence weigh' before; a case without an incident has nothing to estimate"
            raise NothingRead("nothing was weighed that the estimates could be of", hint)
        return replace(case, pooled=())
    answers = {answer.role: answer for answer in case.assessment.answers}
    panel = tuple(_each_once((*case.panel, *_estimates(case, answers, rows))))
    as_of = case.assessment.as_of
    pools = (
        pool(role, answers[role].hypotheses, _fitting(panel, answers[role]), as_of)
        for role in ROLES
        if role in answers
    )
    return replace(case, panel=panel, pooled=tuple(found for found in pools if found))


def _each_once(estimates: Iterable[Estimate]) -> list[Estimate]:
    """Drop estimates that are there already: a file given twice is one file."""
    kept: list[Estimate] = []
    for estimate in estimates:
        if estimate not in kept:
            kept.append(estimate)
    return kept


def _fitting(panel: Iterable[Estimate], answer: Answer) -> list[Estimate]:
    known = {hypothesis.id for hypothesis in answer.hypotheses}
    return [one for one in panel if one.role == answer.role and set(one.shares) <= known]


def _estimates(case: Case, answers: dict[Role, Answer], rows: Sequence[Given]) -> list[Estimate]:
    """Bring the rows of one judge, question and time together."""
    groups: dict[tuple[str, Role, str], list[Given]] = {}
    for row in rows:
        groups.setdefault((judge_key(row.judge), row.role, row.at), []).append(row)
    return [_estimate(case, answers, group) for group in groups.values()]


def _estimate(case: Case, answers: dict[Role, Answer], group: Sequence[Given]) -> Estimate:
    shares: dict[str, float] = {}
    for row in group:
        key = _resolved(case, answers, row)
        if key in shares:
            reason = f"{row.judge} gives {row.hypothesis!r} a second probability"
            raise MalformedRecord(row.location, reason, "leave one out, or date them in 'at'")
        shares[key] = row.probability
    first = group[0]
    reasons = dict.fromkeys(row.reason for row in group if row.reason)
    try:
        return Estimate(
            judge=first.judge, role=first.role, shares=shares, at=first.at,
            reason="; ".join(reasons),
        )  # fmt: skip
    except ValueError as error:
        raise MalformedRecord(first.location, str(error), "write it as 2031-03-08") from error


def _resolved(case: Case, answers: dict[Role, Answer], row: Given) -> str:
    """Return the hypothesis that a row means: by id, else by its label or its party's names."""
    hypotheses = answers[row.role].hypotheses if row.role in answers else ()
    said = row.hypothesis.casefold()
    ids = [one.id for one in hypotheses if said in _ids(one.id.casefold())]
    found = ids or [one.id for one in hypotheses if said in _names(case, one)]
    if len(found) == 1:
        return found[0]
    what = f"{row.location}: {len(found) or 'no'} answers on the {row.role} are called"
    if found:
        raise UnknownId(f"{what} {row.hypothesis!r}", f"give the id: {' or '.join(found)}")
    known = [one.label for one in hypotheses]
    raise UnknownId(f"{what} {row.hypothesis!r}", nearest(row.hypothesis, known))


def _ids(key: str) -> tuple[str, str]:
    """Return an id whole and without its question: "executor:unnamed" and "unnamed"."""
    return key, key.partition(":")[2]


def _names(case: Case, hypothesis: Hypothesis) -> set[str]:
    """Return what an answer may be called; a party's name never means that it staged it."""
    names = {hypothesis.label}
    if hypothesis.kind == "named" and case.incident is not None:
        for party in case.incident.parties:
            if party.id == hypothesis.party_id:
                names |= {party.name, *party.aliases}
    return {" ".join(name.split()).casefold() for name in names}
