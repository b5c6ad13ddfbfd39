"""Whether a judgement bears on what is weighed: found out by deriving the case with and without."""

from typing import Any, Final

import msgspec
from msgspec.structs import replace

from whence.model.case import Case, Judgement
from whence.run import pipeline
from whence.run.config import Config
from whence.run.judging import facet

_TELLING: Final = frozenset({"claim_ids", "document_ids", "fact_ids", "other_fact_ids", "spans"})
"""Fields of what is derived that tell where it is said and that nothing is weighed by."""


def bears(case: Case, subject: str, config: Config) -> bool:
    """Tell whether the last judgement of how a claim or fact was read bears on the weighing.

    ``case`` is what was read, with its judgements, of which nothing is derived yet. Where origins
    and incident are the same without the judgement, but for the places where things are said, so is
    the assessment, which is made of them alone. It costs two tracings and two fusings.

    Raises:
        NothingRead: when the case holds no report.
        UnknownId: when the report that the question is about was not read.
    """
    judged = max(
        (one for one in case.judgements if one.subject == subject and facet(one.verdict) == _READ),
        key=_when,
        default=None,
    )
    if judged is None:
        return False
    before = tuple(one for one in case.judgements if one is not judged)
    return _weighed_by(case, config) != _weighed_by(replace(case, judgements=before), config)


_READ: Final = "reading"


def _when(judgement: Judgement) -> str:
    return judgement.at


def _weighed_by(case: Case, config: Config) -> object:
    """Return all that the assessment of a case is made of, in a form that can be compared."""
    made = pipeline.fused(pipeline.traced(case, config), config)
    return msgspec.to_builtins(made.trace.origins), _bare(msgspec.to_builtins(made.incident))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _TELLING}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value
