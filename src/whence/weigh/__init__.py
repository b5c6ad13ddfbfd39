"""Incident -> Assessment: prior, likelihood, dependence, posterior, verdict, explanation."""

from importlib import import_module
from typing import TYPE_CHECKING

from whence.model.assessment import Assessment, Turn
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh.options import Added, Backing, Finding, Options, Override
from whence.weigh.supposition import Outcome, Supposed, Supposition

if TYPE_CHECKING:
    from whence.weigh.supposing import Prepared

__all__ = [
    "Added",
    "Backing",
    "Finding",
    "Options",
    "Outcome",
    "Override",
    "Supposed",
    "Supposition",
    "history",
    "prepare",
    "subjects",
    "weigh",
]


def weigh(incident: Incident, trace: Trace, options: Options | None = None) -> Assessment:
    """Weigh who carried the incident out and who stood behind it, as ``options`` ask.

    A pure function: equal arguments give equal assessments, whatever the order of statements.

    Raises:
        ConfigError: when an override, a finding or an added party does not fit the incident.
    """
    # NumPy costs a command line that never weighs a tenth of a second: it is loaded here.
    assess = import_module("whence.weigh.assess")
    result: Assessment = assess.assess(incident, trace, options or Options())
    return result


def history(incident: Incident, trace: Trace, options: Options | None = None) -> tuple[Turn, ...]:
    """Return the assessment as of every moment at which a statement came, with what changed it.

    A pure function, like :func:`weigh`; moments after ``options.as_of`` are left out.

    Raises:
        ConfigError: as :func:`weigh` does.
    """
    past = import_module("whence.weigh.past")
    turns: tuple[Turn, ...] = past.history(incident, trace, options or Options())
    return turns


def subjects(incident: Incident, trace: Trace, options: Options | None = None) -> frozenset[str]:
    """Return the ids for which a number may be set: of hypotheses, items and kinds of evidence.

    Whatever numbers ``options`` set are passed over.

    Raises:
        ConfigError: when a finding or an added party does not fit the incident.
    """
    modelling = import_module("whence.weigh.modelling")
    found: frozenset[str] = modelling.subjects(incident, trace, options or Options())
    return found


def prepare(incident: Incident, trace: Trace, options: Options | None = None) -> "Prepared":
    """Return an incident ready for suppositions: what if a word, a ratio, a prior were otherwise.

    ``prepared.suppose(supposition)`` then tells what would be believed with the same options, over
    as many draws as these ask for. What is prepared never changes: threads may share it.

    Raises:
        ConfigError: as :func:`weigh` does.
    """
    supposing = import_module("whence.weigh.supposing")
    prepared: Prepared = supposing.prepare(incident, trace, options or Options())
    return prepared
