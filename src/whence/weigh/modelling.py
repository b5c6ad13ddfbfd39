"""From an incident and its options to the model of both questions."""

from msgspec.structs import replace

from whence.model.claim import Role
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import tables
from whence.weigh.admission import check_options, check_overrides, check_record, fits
from whence.weigh.entered import resolved
from whence.weigh.gathering import Gathering, gather
from whence.weigh.hypotheses import list_hypotheses
from whence.weigh.moments import standing_at
from whence.weigh.numbers import prior
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import NOTHING, Known
from whence.weigh.numbers.posterior import Model, Question, build
from whence.weigh.options import Options


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
            incident=incident, trace=trace, rows=rated(options), listed=listed, options=options
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


def _question(role: Role, incident: Incident, options: Options) -> Question:
    statements = standing_at(incident, options.as_of)
    listed = list_hypotheses(role, incident, statements, options)
    base = tables.priors().base(role, incident.kind)
    share = prior.prior_of(base, listed, tables.priors(), options)
    return Question(
        role=role, listed=listed, prior=share, basis=prior.basis_of(base, options, listed)
    )


def rated(options: Options) -> dict[str, tables.Row]:
    """Return the likelihood ratios of every kind of evidence, with those that are set by hand."""
    ratios = {o.subject: o.value for o in options.ratios}
    return tables.with_numbers(tables.rows(), ratios, options.rho)


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
