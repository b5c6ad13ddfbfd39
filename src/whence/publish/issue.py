"""The files of a report."""

from whence.model.case import Case
from whence.publish import html, json, markdown
from whence.publish.options import Options


def publish(case: Case, options: Options) -> dict[str, bytes]:
    """Return the files of a report by name: report.html, report.md and case.json, in UTF-8.

    The same case gives the same bytes.

    Raises:
        ValueError: when the case holds a number that is not finite.
    """
    return {
        "report.html": html.render(case, options).encode("utf-8"),
        "report.md": markdown.render(case).encode("utf-8"),
        "case.json": json.render(case),
    }
