"""Reports of the GVA crawl: as bare text, on which teachers may be heard, and with who was who.

Nobody annotated the texts. The records name some of those who were hurt and some of those who are
suspected: where one of these names stands in a report of the incident, it is known which it is.
"""

from collections.abc import Iterator
from pathlib import Path

from evaluation.corpora.gva import KEPT_BACK, every, part, places, records, reports
from msgspec import Struct

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


class Known(Struct, frozen=True, kw_only=True):
    """A text with the places of those who are suspected in it, and of others, who are not.

    ``guessed`` tells that nobody said so of the others.
    """

    text: str
    suspected: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]
    guessed: bool = False


def known(data: Path, kept_back: bool = False) -> Iterator[Known]:
    """Yield the reports of the development part in which somebody on record is named in full.

    One incident in six is kept back, to see what was learnt.
    """
    found = records(data)[0]
    for report in every(data)[0]:
        record = found.get(report.incident)
        if record is None or part(report.incident) != "dev":
            continue
        if (int(report.incident) % KEPT_BACK == 0) != kept_back:
            continue
        text = f"{report.title}\n\n{report.text[:_LONGEST]}"
        suspected, hurt = (
            tuple(at for name in sorted(names) for at in places(text, name))
            for names in (record.suspected, record.hurt)
        )
        if suspected or hurt:
            yield Known(text=text, suspected=suspected, others=hurt)
