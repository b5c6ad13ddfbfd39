"""What people judge about a case: what was read, who said it first, which reports belong together.

A judgement has a subject, a verdict, and always who, when and why:

    claim or fact id     accepted | rejected | corrected {"field": value, ...}
    chain id             origin NAME: the first hand of what came through this chain
    CHAIN CHAIN          one origin | separate origins: the first hands of two chains
    CHAIN+CHAIN+...      separate origins: these chains are a first hand of their own
    DOCUMENT DOCUMENT    same incident | different incidents
    any of them          withdrawn: what was judged about it before no longer holds

Chains stand for origins, since what an origin is called, and its id, may change when a report is
added; the id of a chain comes from its own document alone. What is judged about the weighing is in
``whence.run.overrides``; the words of verdicts are in ``whence.model.verdicts``.
"""

from whence.run.judging.corrections import correction
from whence.run.judging.disagreeing import Conflict, conflicts
from whence.run.judging.heeding import heeded
from whence.run.judging.holding import holding, idle
from whence.run.judging.origins import heeded_trace
from whence.run.judging.ties import Tie, judged
from whence.run.judging.verdicts import WEIGHED, Facet, facet

__all__ = [
    "WEIGHED",
    "Conflict",
    "Facet",
    "Tie",
    "conflicts",
    "correction",
    "facet",
    "heeded",
    "heeded_trace",
    "holding",
    "idle",
    "judged",
]
