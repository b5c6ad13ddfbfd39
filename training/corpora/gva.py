"""Reports of the GVA crawl as bare text: nobody annotated them, teachers may be heard on them."""

from pathlib import Path

from evaluation.corpora.gva import reports

from training.examples import Cut, Example

_LONGEST = 2500
"""Characters of a report that are read: what follows is often of the page around it."""


def examples(data: Path) -> list[Example]:
    """Return the reports with their titles, without any label."""
    made = []
    for report in reports(data, "gva")[0]:
        cut = Cut(f"{report.title}\n\n{report.text[:_LONGEST]}")
        if cut.words:
            made.append(Example(name=report.id, words=cut.words))
    return made
