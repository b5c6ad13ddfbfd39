"""The report: one self-contained page that works without scripts and without a network."""

from whence.model.case import Case
from whence.publish.options import Options
from whence.publish.parts import Parts


def render(case: Case, options: Options | None = None) -> str:
    """Return the whole page; as :class:`Parts` says, all words of the case are escaped."""
    return Parts(case, options).render("report.html.j2")
