"""What an incident, a trace and settings must fulfil to be weighed at all."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from whence.errors import ConfigError, MalformedRecord
from whence.model.incident import Incident, Party, Statement
from whence.model.iso import WRITTEN, ends, is_prefix
from whence.model.origin import Origin, Trace
from whence.weigh.options import Options, Override
from whence.weigh.tables import Row

_HEDGES = range(-3, 4)


def check_record(incident: Incident, trace: Trace) -> None:
    """Refuse an incident or a trace that contradicts itself.

    Raises:
        MalformedRecord: when one id stands for two things, or a hedge is off its scale.
    """
    _distinct(incident.id, "statements", incident.statements)
    _distinct(incident.id, "parties", incident.parties)
    _distinct(incident.id, "origins", trace.origins)
    for statement in incident.statements:
        if statement.hedge not in _HEDGES:
            raise MalformedRecord(
                f"statement {statement.id}", f"its hedge {statement.hedge} is not within -3 to 3"
            )
    for origin in trace.origins:
        for merge in origin.merges:
            if not 0 <= merge.probability <= 1:
                raise MalformedRecord(
                    f"origin {origin.id}", f"{merge.probability} is no probability of a merge"
                )


def check_options(options: Options, rows: Mapping[str, Row]) -> None:
    """Refuse settings that fit nothing; ``rows`` are the kinds of evidence.

    Raises:
        ConfigError: naming what fits nothing, and what comes nearest.
    """
    if options.as_of is not None and not _is_moment(options.as_of):
        raise ConfigError(f"as_of = {options.as_of!r} is no date", WRITTEN)
    facts = [kind for kind, row in rows.items() if row.form == "fact"]
    for finding in options.findings:
        if finding.kind not in facts:
            raise ConfigError(
                f"{finding.kind} is no kind of observed fact", nearest(finding.kind, facts)
            )
    _check_membership(options)


def check_overrides(
    options: Options, *, hypotheses: Sequence[str], evidence: Sequence[str]
) -> None:
    """Refuse numbers set for what is not there.

    ``hypotheses`` are the ids of those that have a prior, ``evidence`` the kinds and the ids of
    items.

    Raises:
        ConfigError: naming what fits nothing, and what comes nearest.
    """
    _subjects(options.priors, hypotheses)
    _subjects(options.ratios, evidence)


def fits(options: Options, hypotheses: Sequence[str], evidence: Sequence[str]) -> bool:
    """Tell whether every number set by hand is about something that is there."""
    return {one.subject for one in options.priors} <= set(hypotheses) and {
        one.subject for one in options.ratios
    } <= set(evidence)


def _subjects(overrides: tuple[Override, ...], names: Sequence[str]) -> None:
    seen: set[str] = set()
    for override in overrides:
        if override.subject not in names:
            raise ConfigError(
                f"nothing to override is called {override.subject}",
                nearest(override.subject, names),
            )
        if override.subject in seen:
            raise ConfigError(f"{override.subject} is overridden twice")
        seen.add(override.subject)


def nearest(name: str, names: Sequence[str]) -> str:
    """Return a hint with the known name that is closest to a wrong one, else all of them."""
    found = get_close_matches(name, names, n=1)
    return f"did you mean {found[0]!r}?" if found else f"known are: {', '.join(sorted(names))}"


def _distinct(
    location: str, what: str, things: Sequence[Statement] | Sequence[Party] | Sequence[Origin]
) -> None:
    """Refuse two different things of one id; the same thing twice is one thing."""
    seen: dict[str, Statement | Party | Origin] = {}
    for thing in things:
        if seen.setdefault(thing.id, thing) != thing:
            raise MalformedRecord(location, f"two different {what} have the id {thing.id}")


def _is_moment(text: str) -> bool:
    """Tell whether text is an ISO prefix or an interval of two with at least one end."""
    given = [end for end in ends(text) if end]
    return bool(given) and all(is_prefix(end) for end in given)


def _check_membership(options: Options) -> None:
    """Refuse a class that belongs to itself, be it through other classes."""
    for whole in sorted(options.membership):
        inside = list(options.membership[whole])
        seen: set[str] = set()
        while inside:
            member = inside.pop()
            if member == whole:
                raise ConfigError(f"the class {whole} cannot be a member of itself")
            if member not in seen:
                seen.add(member)
                inside += options.membership.get(member, ())
