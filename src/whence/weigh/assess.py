"""The one path from an incident to its assessment."""

from collections import defaultdict

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from whence.model.assessment import Answer, Assessment, Confidence, Posterior, Sensitivity
from whence.model.claim import Role
from whence.model.incident import Incident, Statement
from whence.model.origin import Origin, Trace
from whence.weigh import confidence, prior, settle, tables, verdict
from whence.weigh.admission import check_options, check_overrides, check_record, fits
from whence.weigh.affiliation import swaying
from whence.weigh.deceit import forged
from whence.weigh.entered import resolved
from whence.weigh.explain import evidence_of
from whence.weigh.gathering import Gathering, gather
from whence.weigh.hypotheses import list_hypotheses
from whence.weigh.items import Item, heard_of, owns
from whence.weigh.likelihood import Draws
from whence.weigh.moments import standing_at
from whence.weigh.nats import NOTHING, Known
from whence.weigh.options import Options, Yardstick
from whence.weigh.posterior import Joint, Model, Question, build
from whence.weigh.sensitivity import leave_one_out
from whence.weigh.waterfall import steps_of

MODEL = "whence.weigh/1"
ASSUMED = "assumed"
ANEW = 32
"""Origins without whom all is weighed again; it takes as long as a weighing each."""
_INTERVAL = (5, 95)


class Weighed(Struct, frozen=True, kw_only=True):
    """The numbers before they are put into words; ``alone`` are nats of each item by itself."""

    model: Model
    joint: Joint
    sensitivity: tuple[Sensitivity, ...]
    alone: tuple[tuple[Item, float], ...]


class Concluded(Struct, frozen=True, kw_only=True):
    """What follows from the numbers for each question, and what the confidence rests on.

    ``standings`` are what the answers were tested by, in their order. The answers' steps and the
    forged hands are left open: they explain a conclusion and bear on none.
    """

    answers: tuple[Answer, ...]
    standings: tuple[verdict.Standing, ...]
    basis: confidence.Basis

    @property
    def confidence(self) -> Confidence:
        """Return how much the answers rest on."""
        return confidence.level_of(self.basis)

    def answer(self, role: Role) -> Answer:
        """Return the answer to one question."""
        return next(each for each in self.answers if each.role == role)


def assess(incident: Incident, trace: Trace, options: Options) -> Assessment:
    """Weigh both questions and put the result into words; see :func:`whence.weigh.weigh`."""
    weighed = evaluate(incident, trace, options)
    found = concluded(incident, weighed, options)
    answers: list[Answer] = []
    rows = zip(weighed.model.questions, found.standings, found.answers, strict=True)
    for question, standing, answer in rows:
        hands = _forged(incident, trace, options, standing)
        column = question.live.index(answer.candidate)
        steps = steps_of(weighed.model, question, answer.evidence, column)
        answers.append(replace(answer, posterior=_with_forged(answer, hands), steps=steps))
    return Assessment(
        as_of=options.as_of,
        answers=tuple(answers),
        confidence=found.confidence,
        confidence_reason=confidence.reason_of(found.basis),
        would_settle=settle.settlers(
            incident,
            {question.role: _belief(question, weighed) for question in weighed.model.questions},
            _rows(options),
            tables.unknowns(),
        ),
        sensitivity=weighed.sensitivity,
        left_out=weighed.model.left_out,
        model=MODEL,
    )


def concluded(incident: Incident, weighed: Weighed, options: Options) -> Concluded:
    """Return the answers to both questions with their tests, verdicts and words."""
    standings: list[verdict.Standing] = []
    answers: list[Answer] = []
    bases: list[confidence.Basis] = []
    for question in weighed.model.questions:
        standing = _standing(question, weighed)
        answer = _answer(question, standing, weighed, options)
        standings.append(standing)
        answers.append(answer)
        # The first question sets the confidence; a named sponsor can only lower it.
        if question.role == "executor" or answer.verdict is not None:
            bases.append(confidence.basis_of(standing, weighed.alone, incident))
    return Concluded(
        answers=tuple(answers),
        standings=tuple(standings),
        basis=min(bases, key=lambda each: confidence.RANK[confidence.level_of(each)]),
    )


def _belief(question: Question, weighed: Weighed) -> settle.Belief:
    shares = weighed.joint.of(question.role).mean(axis=0)
    column = weighed.model.candidate(question, shares)
    executor = question.role == "executor"
    before = weighed.model.priors[0] if executor else weighed.joint.sponsor_prior
    return settle.Belief(
        shares=shares,
        prior=before.mean(axis=0),
        candidate=question.live[column],
        column=column,
        reserve=question.column("unnamed"),
    )


def _forged(
    incident: Incident, trace: Trace, options: Options, standing: verdict.Standing
) -> int | None:
    """Return how many forged hands would make the candidate probable: none where it is so."""
    if standing.mean[standing.candidate] > verdict.PROBABLE:
        return 0
    incident, options = resolved(incident, trace, options)
    point = Draws(seed=options.seed, count=0)

    def reweigh(said: Statement, hand: Origin) -> Model:
        more = replace(incident, statements=(*incident.statements, said))
        return model_of(more, replace(trace, origins=(*trace.origins, hand)), options, point)

    return forged(standing.chosen, reweigh)


def _with_forged(answer: Answer, hands: int | None) -> tuple[Posterior, ...]:
    return tuple(
        replace(row, forged=hands) if row.hypothesis_id == answer.candidate else row
        for row in answer.posterior
    )


def evaluate(incident: Incident, trace: Trace, options: Options, known: Known = NOTHING) -> Weighed:
    """Return priors, evidence and posterior as numbers; what is ``known`` is not drawn again.

    Raises:
        ConfigError: when an override, a finding or an added party does not fit the incident.
    """
    draws = Draws(seed=options.seed, count=options.draws)
    model = model_of(incident, trace, options, draws, known)
    plain = weighed(model)
    others = _anew(model, incident, trace, options)
    return replace(plain, sensitivity=leave_one_out(model, plain.joint, others))


def weighed(model: Model) -> Weighed:
    """Return the numbers of a model, without what leaving out a first hand would change."""
    nats = (float(value) for value in model.nats.alone[:, 0])
    return Weighed(
        model=model,
        joint=model.evaluate(),
        sensitivity=(),
        alone=tuple(zip(model.items, nats, strict=True)),
    )


def _anew(model: Model, incident: Incident, trace: Trace, options: Options) -> dict[str, Joint]:
    """Weigh again without each origin whose absence changes what others are worth.

    Of more than ``ANEW`` such origins the rest lose only what they say themselves.
    """
    origins = {origin.id: origin for origin in trace.origins}
    heard = heard_of(standing_at(incident, options.as_of), options)
    chosen = swaying(incident, origins, heard) | _mouths(model) | _speakers(heard)
    found = {}
    for origin_id in sorted(chosen - set(options.without))[:ANEW]:
        without = replace(options, without=(*options.without, origin_id))
        less = model_of(incident, trace, without, model.draws, model.nats.known)
        found[origin_id] = less.evaluate()
    return found


def _speakers(heard: tuple[Statement, ...]) -> frozenset[str]:
    """Return the origins through whom a party speaks for itself that does so through several.

    Its word goes whole without any of them: what it says of itself in one way (that it did not
    stage it) goes with what it says in another (that it did it).
    """
    voices: defaultdict[str, set[str]] = defaultdict(set)
    for statement in heard:
        if owns(statement):
            voices[statement.party_id].add(statement.origin_id)
    return frozenset().union(*(hands for hands in voices.values() if len(hands) > 1))


def _mouths(model: Model) -> frozenset[str]:
    """Return the origins with whom more goes than what is put down to them.

    What a party says for itself goes whole, by whomever it claims and denies; and without its claim
    a silence that is told speaks of it as well.
    """
    voices: defaultdict[str, set[str]] = defaultdict(set)
    claiming: set[str] = set()
    for item in model.items:
        if item.own:
            voices[item.about] |= {item.voices[0].origin_id, *item.echoes}
            claiming |= {item.voices[0].origin_id} if item.row.ratio > 1 else set()
    together = (hands for hands in voices.values() if len(hands) > 1)
    return frozenset(claiming.union(*together))


def model_of(
    incident: Incident,
    trace: Trace,
    options: Options,
    draws: Draws,
    known: Known = NOTHING,
    checked: bool = True,
) -> Model:
    """Return the model of both questions, with ``draws.count`` 0 at its point values.

    What is ``known`` of other models is not drawn again. Unless ``checked``, numbers set by hand
    for what is not there are let pass; they change nothing.

    Raises:
        ConfigError: when an override, a finding or an added party does not fit the incident.
        MalformedRecord: when the incident or the trace contradicts itself.
    """
    check_record(incident, trace)
    incident, options = resolved(incident, trace, options)
    check_options(options, tables.rows())
    statements = standing_at(incident, options.as_of)
    table = tables.priors()
    executor = _question("executor", incident, options)
    suspected = tuple(b for b in options.backing if f"executor:{b.executor}" in executor.live)
    options = replace(options, backing=suspected)
    sponsor = _question("sponsor", incident, options)
    listed = (*executor.listed, *sponsor.listed)
    items = gather(
        Gathering(
            incident=incident, trace=trace, rows=_rows(options), listed=listed, options=options
        ),
        statements,
    )
    if checked:
        there = [entry.id for entry in listed if not entry.hypothesis.weightless]
        _check_numbers(incident, trace, options, there, [item.id for item in items])
    model = build((executor, sponsor), items, table, draws, suspected, known)
    for origin_id in options.without:
        model = model.without(origin_id)
    return replace(model, left_out=options.without)


def _check_numbers(
    incident: Incident, trace: Trace, options: Options, there: list[str], items: list[str]
) -> None:
    """Make sure that every number set by hand is for a hypothesis or an item that is there.

    What was decided about something that came later, or that is left out, is no mistake: it is
    checked as of now, with every word.
    """
    told = [*tables.rows(), *items]
    partial = options.as_of is not None or options.without
    if partial and not fits(options, there, told):
        now = replace(options, as_of=None, without=(), backing=())
        model_of(incident, trace, now, Draws(seed=options.seed, count=0))
    else:
        check_overrides(options, hypotheses=there, evidence=told)


def subjects(incident: Incident, trace: Trace, options: Options) -> frozenset[str]:
    """Return the ids for which a number may be set; see :func:`whence.weigh.subjects`."""
    bare = replace(options, as_of=None, without=(), priors=(), ratios=())
    model = model_of(incident, trace, bare, Draws(seed=options.seed, count=0))
    live = (key for question in model.questions for key in question.live)
    return frozenset((*live, *tables.rows(), *(item.id for item in model.items)))


def _question(role: Role, incident: Incident, options: Options) -> Question:
    statements = standing_at(incident, options.as_of)
    listed = list_hypotheses(role, incident, statements, options)
    base = tables.priors().base(role, incident.kind)
    share = prior.prior_of(base, listed, tables.priors(), options)
    return Question(
        role=role, listed=listed, prior=share, basis=prior.basis_of(base, options, listed)
    )


def _rows(options: Options) -> dict[str, tables.Row]:
    ratios = {o.subject: o.value for o in options.ratios}
    return tables.with_numbers(tables.rows(), ratios, options.rho)


def _standing(question: Question, weighed: Weighed) -> verdict.Standing:
    """Gather what the tests look at; other classes than the candidate name nobody either."""
    draws = weighed.joint.of(question.role)
    means = draws.mean(axis=0)
    column = weighed.model.candidate(question, means)
    candidate = question.live[column]
    mean = {key: float(value) for key, value in zip(question.live, means, strict=True)}
    classes = [
        entry.id
        for entry in question.listed
        if entry.vague and entry.id in mean and entry.id != candidate
    ]
    return verdict.Standing(
        role=question.role,
        hypotheses=tuple(entry.hypothesis for entry in question.listed),
        mean=mean,
        prior=_prior(question, weighed.joint),
        candidate=candidate,
        unnamed=mean[f"{question.role}:unnamed"] + sum(mean[key] for key in classes),
        classes=len(classes),
        stability=verdict.stability(draws, column),
        supporters=_supporters(candidate, weighed),
        sensitivity=tuple(row for row in weighed.sensitivity if row.role == question.role),
    )


def _prior(question: Question, joint: Joint) -> dict[str, float]:
    """Return the prior means; the sponsor's include the chance that there was no attack."""
    if question.role == "executor":
        return question.prior
    means = joint.sponsor_prior.mean(axis=0)
    return {key: float(value) for key, value in zip(question.live, means, strict=True)}


def _supporters(candidate: str, weighed: Weighed) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                voice.origin_id
                for item, nats in weighed.alone
                for voice in item.voices
                if candidate in item.targets and nats >= verdict.DIAGNOSTIC
            }
        )
    )


def _answer(
    question: Question, standing: verdict.Standing, weighed: Weighed, options: Options
) -> Answer:
    tests = verdict.tests_of(standing)
    passed = all(test.passed for test in tests)
    evidence = evidence_of(weighed.model, question, options)
    # Through a link what is said of the one question bears on the other as well.
    told = evidence or (weighed.model.links and weighed.model.items)
    words = options.words if told else None
    return Answer(
        role=question.role,
        hypotheses=standing.hypotheses,
        evidence=evidence,
        posterior=_posterior(question, standing, weighed.joint, words),
        tests=tests,
        candidate=standing.candidate,
        verdict=standing.candidate if passed else None,
        wording=verdict.wording(standing, tests, options.words),
        prior_basis=question.basis,
    )


def _posterior(
    question: Question, standing: verdict.Standing, joint: Joint, words: Yardstick | None
) -> tuple[Posterior, ...]:
    """Return the shares, in the words of a yardstick: None where nothing bears on the question.

    A likelihood word is a judgement on evidence; a starting share without any is not one.
    """
    low, high = np.percentile(joint.of(question.role), _INTERVAL, axis=0)
    rows = [
        Posterior(
            hypothesis_id=key,
            prior=round(standing.prior[key], 6),
            mean=round(standing.mean[key], 6),
            low=round(float(low[column]), 6),
            high=round(float(high[column]), 6),
            words=tables.likelihood_word(standing.mean[key], words) if words else ASSUMED,
            needed=_rounded(verdict.needed(standing.mean[key], standing.prior[key])),
        )
        for column, key in enumerate(question.live)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.mean, row.hypothesis_id)))


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 6)
