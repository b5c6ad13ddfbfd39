"""One question put to a case: what was expected, what came out, and whether that is right."""

import re

from msgspec import Struct

from whence.model.case import Case
from whence.model.document import Document
from whence.model.report import Report
from whence.model.span import Span


class Answer(Struct, frozen=True, kw_only=True):
    """``where`` is a report's number or "case", ``section`` what the question is about."""

    where: str
    section: str
    expected: str
    got: str
    right: bool


class Read(Struct, frozen=True, kw_only=True):
    """One document of a case with its report, under the number that the expectation gives it."""

    number: str
    document: Document
    report: Report | None

    def find(self, words: str) -> tuple[int, int] | None:
        """Return where words stand in the clean text, whatever white space parts them."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = re.search(pattern, self.document.text)
        return found.span() if found else None


def numbered(case: Case, files: dict[str, str]) -> dict[str, Read]:
    """Return the documents of a case by number; ``files`` maps number to file name."""
    reports = {report.document_id: report for report in case.reports}
    return {
        number: Read(number=number, document=document, report=reports.get(document.id))
        for number, name in files.items()
        for document in case.documents
        if document.location.endswith(name)
    }


def touches(place: tuple[int, int] | None, *spans: Span | None) -> bool:
    """Tell whether any span shares a character with a place."""
    return place is not None and any(
        span is not None and span.start < place[1] and place[0] < span.end for span in spans
    )


def covers_half(place: tuple[int, int] | None, *spans: Span) -> bool:
    """Tell whether spans cover at least half of a place."""
    if place is None:
        return False
    shared = sum(max(0, min(s.end, place[1]) - max(s.start, place[0])) for s in spans)
    return 2 * shared >= place[1] - place[0]


def holds(part: str, whole: str) -> bool:
    """Tell whether all words of ``part`` stand in ``whole`` in their order, without articles."""
    return f" {_bare(part)} " in f" {_bare(whole)} "


def _bare(text: str) -> str:
    words = re.findall(r"[\w’'-]+", text.casefold())
    return " ".join(word for word in words if word not in {"the", "a", "an"})
