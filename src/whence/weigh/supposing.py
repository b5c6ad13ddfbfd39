"""What would be believed if something were otherwise: weighed anew from what is drawn already.

A supposition goes the way of a weighing with the same options, so that the numbers are the same. It
is quick since what was drawn once for an item is kept, and since nothing is asked that takes a
weighing of its own: what rests on a single origin, forged hands, what would settle it.
"""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import ConfigError
from whence.model.assessment import Answer
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh.admission import check_overrides
from whence.weigh.concluding import concluded
from whence.weigh.evaluating import weighed
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import Known
from whence.weigh.options import Options, Override
from whence.weigh.supposition import Outcome, Supposed, Supposition
from whence.weigh.tables import rows
from whence.weigh.verdict import INDEPENDENT

_REASON = "supposed"


class Prepared(Struct, frozen=True, kw_only=True):
    """An incident ready for suppositions; never changed, so that threads may share it.

    ``answers`` are those without any supposition, as far as they are told quickly.
    """

    incident: Incident
    trace: Trace
    options: Options
    known: Known
    answers: tuple[Answer, ...]

    def suppose(self, supposition: Supposition) -> Supposed:
        """Return what would be believed: the same numbers as a weighing with the same options.

        Raises:
            ConfigError: when an origin, a claim, a kind or item of evidence, or a hypothesis is
                not known, or the priors leave nothing for the others.
        """
        speaking = {statement.origin_id for statement in self.incident.statements}
        origins = speaking | {origin.id for origin in self.trace.origins}
        _check("origin of the case", supposition.without, origins)
        incident, carried = _without_claims(self.incident, supposition)
        self._check_numbers(supposition)
        options = replace(
            self.options,
            without=tuple(dict.fromkeys((*self.options.without, *supposition.without))),
            ratios=_set(self.options.ratios, supposition.ratios),
            priors=_set(self.options.priors, supposition.priors),
        )
        draws = Draws(seed=options.seed, count=options.draws)
        model = model_of(incident, self.trace, options, draws, self.known, checked=False)
        answers = concluded(incident, weighed(model), options).answers
        outcomes = zip(answers, self.answers, strict=True)
        return Supposed(
            outcomes=tuple(_outcome(now, before) for now, before in outcomes),
            draws=options.draws,
            carried=carried,
        )

    def _check_numbers(self, supposition: Supposition) -> None:
        """Refuse numbers for what is not there: what a supposition takes away may have numbers."""
        check_overrides(
            Options(
                ratios=_set((), supposition.ratios),
                priors=_set((), supposition.priors),
            ),
            hypotheses=[row.hypothesis_id for each in self.answers for row in each.posterior],
            evidence=[*rows(), *(item.id for each in self.answers for item in each.evidence)],
        )


def prepare(incident: Incident, trace: Trace, options: Options) -> Prepared:
    """Draw what suppositions on an incident have in common: see :func:`whence.weigh.prepare`."""
    draws = Draws(seed=options.seed, count=options.draws)
    model = model_of(incident, trace, options, draws)
    return Prepared(
        incident=incident,
        trace=trace,
        options=options,
        known=model.nats.known,
        answers=concluded(incident, weighed(model), options).answers,
    )


def _outcome(now: Answer, before: Answer) -> Outcome:
    tests = tuple(test for test in now.tests if test.name != INDEPENDENT)
    return Outcome(
        role=now.role,
        posterior=now.posterior,
        candidate=now.candidate,
        before={row.hypothesis_id: row.mean for row in before.posterior},
        candidate_before=before.candidate,
        evidence=now.evidence,
        tests=tests,
        untested=(INDEPENDENT,),
    )


def _check(what: str, ids: Iterable[str], known: Collection[str]) -> None:
    for each in ids:
        if each not in known:
            near = get_close_matches(each, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "ids are as the case gives them"
            raise ConfigError(f"no {what} has the id {each}", hint)


def _set(overrides: tuple[Override, ...], values: Mapping[str, float]) -> tuple[Override, ...]:
    kept = (one for one in overrides if one.subject not in values)
    supposed = (
        Override(subject=subject, value=value, reason=_REASON) for subject, value in values.items()
    )
    return (*kept, *supposed)


def _without_claims(
    incident: Incident, supposition: Supposition
) -> tuple[Incident, tuple[str, ...]]:
    """Return the incident without some claims, and the statements that others still carry.

    Raises:
        ConfigError: when a claim is not known, or a restated statement loses none.
    """
    gone = frozenset(supposition.without_claims)
    known = {claim for statement in incident.statements for claim in statement.claim_ids}
    _check("claim on which a statement rests", gone, known)
    touched = {one.id for one in incident.statements if not gone.isdisjoint(one.claim_ids)}
    restated = {one.id: one for one in supposition.restated}
    _check("statement that loses a claim", restated, touched)
    kept: list[Statement] = []
    carried: list[str] = []
    for statement in incident.statements:
        left = tuple(claim for claim in statement.claim_ids if claim not in gone)
        if len(left) == len(statement.claim_ids):
            kept.append(statement)
        elif left and statement.id in restated:
            kept.append(restated[statement.id])
        elif left:
            kept.append(replace(statement, claim_ids=left))
            carried.append(statement.id)
    return replace(incident, statements=tuple(kept)), tuple(carried)
