"""The example cases that come with the project, against their readings by hand.

Every folder of ``examples`` with a ``reading.json`` is run through the whole pipeline, and every
statement of the reading is put to the case as a question (``examples.pages``, ``examples.case``).
The score is the share answered rightly, by section; the misreadings are listed in full.
"""

import sys
from collections import defaultdict
from pathlib import Path

from evaluation.examples.answers import Answer, numbered
from evaluation.examples.case import case_answers
from evaluation.examples.expected import load
from evaluation.examples.pages import page_answers
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, recall_score
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

AT = "2025-04-01T00:00:00+00:00"
"""The time of the run; nothing but the run's own record depends on it."""


def answers(folder: Path) -> list[Answer]:
    """Run the pipeline on an example folder and put every question of its reading.

    Raises:
        DataAbsentError: when the folder has no reading.
    """
    reading = load(require(folder / "reading.json"))
    case = run_pipeline([str(folder / "reports")], Config(), World(at=AT))
    reads = numbered(case, {number: page.file for number, page in reading.documents.items()})
    aliases = {party.name: party.aliases for party in reading.parties}
    found: list[Answer] = []
    for number, page in reading.documents.items():
        if number in reads:
            found.extend(page_answers(page, reads[number], aliases))
        else:
            found.append(
                Answer(where=number, section="report", expected=page.file, got="", right=False)
            )
    found.extend(case_answers(reading, case, reads))
    return found


def measure(request: Request) -> Outcome:
    """Score the example cases by section."""
    folders = [path.parent for path in sorted(require(request.data).glob("*/reading.json"))]
    given = {folder.name: answers(folder) for folder in folders[: request.limit]}
    sections: dict[str, list[Counts]] = defaultdict(list)
    for found in given.values():
        for one in found:
            counts = Counts(int(one.right), 1, 1)
            sections["all"].append(counts)
            sections[f"section {one.section}"].append(counts)
    return Outcome(
        name="example",
        corpus=fingerprint(path for folder in folders for path in _files(folder)),
        scores=tuple(
            recall_score(name, counts, request.seed) for name, counts in sorted(sections.items())
        ),
        misreadings=tuple(
            Misreading(
                where=f"{name} {one.where}", kind=one.section, expected=one.expected, got=one.got
            )
            for name, found in given.items()
            for one in found
            if not one.right
        ),
    )


def _files(folder: Path) -> list[Path]:
    return [folder / "reading.json", *sorted((folder / "reports").iterdir())]


if __name__ == "__main__":
    sys.exit(main(measure))
