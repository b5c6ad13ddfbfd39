"""Inputs to a case, stage by stage. Every step takes a case and returns one that holds more.

The steps are the same for ``whence run`` and for the piped stage commands, so both give the same
case: ``run_pipeline`` is the composition of the steps and nothing else.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from whence import __version__
from whence.errors import NothingRead, UnknownId
from whence.fuse import incidents
from whence.ingest import Capture, expand, shown
from whence.model.case import Case, Run
from whence.model.document import Document, Failure
from whence.model.incident import Incident
from whence.model.reading import Reader
from whence.model.report import Report
from whence.run import registry
from whence.run.config import Config
from whence.run.executor import in_order
from whence.run.judging import Tie, heeded, heeded_trace, holding, judged
from whence.run.keeping import Keeper, Unkept
from whence.run.overrides import decided, fitting, party_of
from whence.run.panel import polled
from whence.run.reading import Crash, Look, ingest_one, read_one, see_one
from whence.run.stream import identify
from whence.run.watch import Silent, Watcher
from whence.run.world import World
from whence.trace import trace
from whence.weigh import Options as WeighOptions
from whence.weigh import history, subjects, weigh

_UNKEPT = Unkept()
_UNWATCHED = Silent()
Outcome = Document | Report | Look | Failure | Crash


def run_pipeline(
    inputs: Sequence[str], config: Config, world: World, ties: Sequence[Tie] = ()
) -> Case:
    """Read the inputs and weigh what they say; ``ties`` are judgements given with them.

    What cannot be read becomes a ``Failure`` of the case, and the rest is read.

    Raises:
        NothingRead: when there is not one report to go on.
        ConfigError: when the settings name a reader that does not exist.
        UnknownId: when a tie, or ``fuse.about``, names a report that was not read.
    """
    chosen = registry.reader(config.run.reader)
    case = ingested(inputs, config, world)
    case = judged(replace(case, judgements=world.keeper.decided(case.documents)), ties)
    case = extracted(case, chosen, config, world.watcher, world.keeper)
    return weighed(fused(traced(case, config), config), config)


def ingested(inputs: Sequence[str], config: Config, world: World) -> Case:
    """Turn files, folders, patterns and addresses into documents; each text is kept once.

    Raises:
        NothingRead: when no input gives a document.
    """
    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    for outcome in _watched("ingest", _taken_in(inputs, config, world), None, world.watcher):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            world.keeper.failed(outcome)
        elif isinstance(outcome, Document):
            documents.setdefault(outcome.id, outcome)
    if not documents:
        raise NothingRead("none of the inputs could be read")
    read = tuple(documents.values())
    return Case(
        id=identify(read),
        run=Run(at=world.at, whence=__version__, reader="", inputs=tuple(map(shown, inputs))),
        documents=read,
        failures=tuple(failures),
    )


def _taken_in(inputs: Sequence[str], config: Config, world: World) -> Iterator[Outcome]:
    """Yield what becomes of each capture; the world's keeper has each document by then."""
    waiting: deque[Capture | Failure] = deque()
    firsts: dict[str, str] = {}

    def found() -> Iterator[Capture | Failure]:
        for one in expand(inputs, config.ingest, stdin=world.stdin, fetcher=world.fetcher):
            waiting.append(one)
            yield one

    seconds = config.run.document_seconds
    work = partial(ingest_one, options=config.ingest, seconds=seconds)
    for outcome in in_order(work, found(), config.run.jobs):
        capture = waiting.popleft()
        if not isinstance(outcome, Document) or isinstance(capture, Failure):
            yield outcome
        elif outcome.id in firsts:
            yield outcome
            same = f"{outcome.location} is the same text as {firsts[outcome.id]}: read once"
            world.watcher.noted(same)
        else:
            firsts[outcome.id] = outcome.location
            yield world.keeper.took(capture, outcome)


def extracted(
    case: Case,
    chosen: Reader,
    config: Config,
    watcher: Watcher,
    keeper: Keeper = _UNKEPT,
) -> Case:
    """Read who says what in every document; the case's reports are replaced.

    What the keeper knows to have been read before, by this reader and these rules, is not read
    again; what was read otherwise is, and the watcher is told.

    A document in a language that the reader does not know stays in the case, with a failure row.

    Raises:
        NothingRead: when no document gives a report.
    """
    if not case.documents:
        raise NothingRead("there is no document to read", "run 'whence ingest' before")
    known = {
        document.id: report
        for document in case.documents
        if (report := keeper.read_before(document, chosen.name)) is not None
    }
    unread = [document for document in case.documents if document.id not in known]
    if again := keeper.outdated(unread):
        what = "report that was" if again == 1 else "reports that were"
        watcher.noted(f"{again} {what} read by another reader, or by other rules: read again")
    seconds = config.run.document_seconds
    work = partial(read_one, reader=chosen, options=config.extract, seconds=seconds)
    outcomes = in_order(work, unread, config.run.jobs)
    failures = [failure for failure in case.failures if failure.stage != "extract"]
    for outcome in _watched("extract", outcomes, len(unread), watcher):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            keeper.failed(outcome)
        elif isinstance(outcome, Report):
            known[outcome.document_id] = outcome
            keeper.made(outcome, chosen.name)
    reports = [known[document.id] for document in case.documents if document.id in known]
    if not reports:
        raise NothingRead("no document could be read for what it says")
    return replace(
        case,
        run=replace(case.run, reader=chosen.name),
        failures=tuple(failures),
        reports=tuple(reports),
    )


def seen(case: Case, chosen: Reader, config: Config, watcher: Watcher) -> Iterator[Look]:
    """Yield each document that can be read with what the reader sees in it; for a person to check.

    What cannot be read is told to the watcher.
    """
    seconds = config.run.document_seconds
    work = partial(see_one, reader=chosen, options=config.extract, seconds=seconds)
    outcomes = in_order(work, case.documents, config.run.jobs)
    for outcome in _watched("extract", outcomes, len(case.documents), watcher):
        if isinstance(outcome, Look):
            yield outcome


def traced(case: Case, config: Config) -> Case:
    """Find copies and first hands over all reports, as people judged them.

    The case's reports are from here on what was read with the judgements on it heeded.

    Raises:
        NothingRead: when the case holds no report.
    """
    _require_reports(case)
    reports = heeded(case.reports, case.judgements)
    found = trace(case.documents, reports, config.trace)
    return replace(case, reports=reports, trace=heeded_trace(found, reports, case.judgements))


def fused(case: Case, config: Config) -> Case:
    """Bring the reports together into one incident, or find the incidents that they tell of.

    Raises:
        NothingRead: when the case holds no report.
        UnknownId: when the report that the question is about was not read, or no origin is known
            of what a report says.
    """
    _require_reports(case)
    _require_origins(case)
    held = holding(case.judgements)
    made = incidents(case.documents, case.reports, case.trace, held, config.fuse)
    return replace(case, incident=made.incident, others=made.others)


def weighed(case: Case, config: Config, watcher: Watcher = _UNWATCHED) -> Case:
    """Weigh who was behind the incident, as of ``config.weigh.as_of`` and of every moment before.

    What people decided about the weighing (the case's judgements) binds, as long as what it is
    about is there; what they estimate themselves is pooled anew beside it. Where the reports tell
    of no incident there is nothing to weigh, and no assessment.

    Raises:
        NothingRead: when the case holds no incident yet.
        ConfigError: when a setting or a judgement does not fit the incident.
    """
    if case.incident is None:
        raise NothingRead("there is no incident to weigh", "run 'whence fuse' before")
    run = replace(case.run, as_of=config.weigh.as_of)
    if case.incident.empty:
        return polled(replace(case, run=run, assessment=None), ())
    options = _decided(case, case.incident, config)
    watcher.started("weigh", None)
    assessment = weigh(case.incident, case.trace, options)
    watcher.started("history", None)
    past = history(case.incident, case.trace, options)
    return polled(replace(case, run=run, assessment=replace(assessment, history=past)), ())


def _decided(case: Case, incident: Incident, config: Config) -> WeighOptions:
    """Return the options with what people decided, as far as it is about something still there."""
    for each in config.weigh.added:
        party_of(each.party, incident.parties)
    options = decided(config.weigh, case.judgements)
    if (options.priors, options.ratios) == (config.weigh.priors, config.weigh.ratios):
        return options
    return fitting(options, config.weigh, subjects(incident, case.trace, options))


def _require_reports(case: Case) -> None:
    if not case.reports:
        raise NothingRead("there is no report to go on", "run 'whence extract' before")


def _require_origins(case: Case) -> None:
    traced = case.trace.origin_of()
    for report in case.reports:
        known = {chain.id for chain in report.chains} & traced.keys()
        named = {one.chain_id for one in report.facts} | {one.chain_id for one in report.claims}
        named |= {one.chain_id for one in report.reactions}
        if not named <= known:
            raise UnknownId(
                f"nothing is known of the origin of what report {report.id} says",
                "run 'whence trace' on what 'whence extract' gave, and pass on every line",
            )


def _watched(
    stage: str, outcomes: Iterable[Outcome], total: int | None, watcher: Watcher
) -> Iterator[Document | Report | Look | Failure]:
    """Pass outcomes on, telling the watcher of each; a defect that it lets pass is a failure."""
    watcher.started(stage, total)
    for outcome in outcomes:
        told: Document | Report | Look | Failure
        if isinstance(outcome, Crash):
            watcher.crashed(outcome.location, outcome.error)
            told = outcome.failure
        else:
            told = outcome
        if isinstance(told, Failure):
            watcher.failed(told)
        yield told
        watcher.advanced()  # only now: who took it has kept it
