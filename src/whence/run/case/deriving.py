"""What a case comes to: as its last snapshot has it, or derived anew from what holds."""

from hashlib import sha256
from shlex import quote

import msgspec
from msgspec.structs import replace

from whence import __version__
from whence.errors import NothingRead
from whence.model.case import Case, Run
from whence.model.ledger import Snapshot
from whence.run import maker, pipeline
from whence.run.case.state import CaseState
from whence.run.config import Config
from whence.run.judging import heeded
from whence.run.panel import polled
from whence.run.stream import identify


def case_of(state: CaseState, config: Config, at: str) -> Case:
    """Return the whole case of what holds: as the snapshot has it, or derived anew.

    Its reports are what was read with the judgements on it heeded; the ledger keeps both.
    ``at`` is the time of the run that this counts as. Documents that were not read yet stay
    unread.

    Raises:
        NothingRead: when the case holds no document that was read.
    """
    case = gathered(state, at)
    if not case.reports:
        if state.last is None:
            hint = "'whence log CASE' tells when it was opened"
            raise NothingRead("the case was not there yet at that time", hint)
        hint = f"add reports: whence case add {quote(state.name)} FILE..."
        raise NothingRead(f"the case {state.name} holds nothing that was read", hint)
    found = state.snapshot
    if found is not None and fresh(state, config):
        return polled(
            replace(
                case,
                run=replace(case.run, as_of=found.as_of),
                reports=heeded(case.reports, case.judgements),
                trace=found.trace,
                incident=found.incident,
                others=found.others,
                assessment=found.assessment,
            ),
            (),
        )
    return derived(case, config)


def fresh(state: CaseState, config: Config) -> bool:
    """Tell whether deriving anew would give the case's last snapshot again."""
    found = state.snapshot
    return (
        found is not None
        and state.current
        and found.whence == maker.of_snapshots()
        and not outdated(state)
        and found.settings == settings_of(config)
        and set(found.document_ids) == set(state.documents)
    )


def outdated(state: CaseState) -> tuple[str, ...]:
    """Return the ids of the documents that were read by other rules than those of this Whence.

    Those left out that could not be read by the rules of this Whence: what was read is all that
    there may ever be.
    """
    failed = {
        one.location
        for one in state.failures
        if one.stage == "extract" and one not in state.earlier
    }
    return tuple(
        key
        for key, read in state.extractions.items()
        if read.whence != maker.of_readings() and state.documents[key].location not in failed
    )


def derived(case: Case, config: Config) -> Case:
    """Return a case with its origins, incident and assessment derived from its reports."""
    return pipeline.weighed(pipeline.fused(pipeline.traced(case, config), config), config)


def gathered(state: CaseState, at: str) -> Case:
    """Return what holds as a case of which nothing is derived yet, its reports as read."""
    documents = tuple(state.documents.values())
    readers = {read.reader: None for read in state.extractions.values()}
    read = {one.location for one in documents if one.id in state.extractions}
    return Case(
        id=identify(documents),
        run=Run(
            at=at,
            whence=__version__,
            reader=", ".join(readers),
            inputs=tuple(document.location for document in documents),
        ),
        documents=documents,
        failures=tuple(one for one in state.failures if one.location not in read),
        reports=tuple(
            state.extractions[document.id].report
            for document in documents
            if document.id in state.extractions
        ),
        judgements=tuple(state.judgements),
        panel=tuple(state.estimates),
    )


def settings_of(config: Config) -> str:
    """Return the SHA-256 of the settings that bear on what is derived."""
    bearing = (config.extract, config.trace, config.fuse, config.weigh)
    return sha256(msgspec.json.encode(bearing, order="deterministic")).hexdigest()


def snapshot_of(case: Case, config: Config, through: int) -> Snapshot:
    """Return what was derived in a case, to be kept; ``through`` is the last entry it knows."""
    return Snapshot(
        through=through,
        whence=maker.of_snapshots(),
        reader=case.run.reader,
        settings=settings_of(config),
        document_ids=tuple(document.id for document in case.documents),
        as_of=case.run.as_of,
        trace=case.trace,
        incident=case.incident,
        others=case.others,
        assessment=case.assessment,
        pooled=case.pooled,
    )
