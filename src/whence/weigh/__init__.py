"""Incident -> Assessment: prior, likelihood, dependence, posterior, verdict, explanation."""

from importlib import import_module

from whence.model.assessment import Assessment
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh.options import Added, Finding, Options, Override

__all__ = ["Added", "Finding", "Options", "Override", "weigh"]


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
