"""Real cases: how many of the facts read off each report by hand come out again.

The gold (``cases/*/truth.json``) is selective, so of facts only recall is scored. A fact is
**found** when something of a kind that fits its type (``fits.FITS``) stands on its words: the
spans share at least half of the shorter one, or lie in the same sentence for claims and stances,
whose words are spread. Where the gold has a number ("3", ">=2", "several"), the value must agree
as well; an ISO date agrees by common prefix, to the month at least (an imprecise date is not a
wrong one, nor is an interval of at most a month in which it lies); whether somebody was hurt must
agree; where an accusation names the accused, the claim's party must share more than half of the
words of the shorter of the two names with one of them; where no word of the accused stands in the
fact's words, the reader knew the name from elsewhere, and whom the claim names within those words
is meant.
Boilerplate is found when it is
gone from the clean text. Types that nothing answers are left out. **Traps avoided** is the share
of the passages that tempt a naive reader (``fits.TRAPS``) on which nobody is made a suspect of
this incident. **Parties named** is the share of a case's publicly named hypotheses whose party is
the subject of a claim, not counting hints: all words of the one stand in the other, plural or not.
Intervals resample cases; those of one case's row resample its facts.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from evaluation.comparing.alignment import Alignment
from evaluation.comparing.naming import plain_name, stems
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts, total
from evaluation.harness.scores import Misreading, Outcome, Score, recall_score
from evaluation.readers.by_name import reader
from evaluation.readers.reading import ReadPage, read_page
from evaluation.real_cases.fits import FITS, TRAPS
from evaluation.real_cases.found import Found, Range, answers, fallen_into, found_in, near
from evaluation.real_cases.gold import GoldFact, GoldReport, Truth
from whence.model.reading import Reader


class Tally:
    """What came out, case by case: the counts of facts by type, of traps and of parties."""

    def __init__(self) -> None:
        self.facts: dict[str, list[tuple[str, Counts]]] = defaultdict(list)
        self.traps: list[Counts] = []
        self.parties: list[Counts] = []
        self.misreadings: list[Misreading] = []

    def scores(self, seed: int) -> tuple[Score, ...]:
        """Return the scores; whole cases are the units, but for the rows of single cases."""
        whole = [total(counts for _, counts in rows) for rows in self.facts.values()]
        types = sorted({kind for rows in self.facts.values() for kind, _ in rows})
        return (
            recall_score("facts", whole, seed),
            recall_score("traps avoided", self.traps, seed),
            recall_score("parties named", self.parties, seed),
            *(
                recall_score(f"case {case}", [counts for _, counts in rows], seed)
                for case, rows in sorted(self.facts.items())
            ),
            *(recall_score(f"type {kind}", self._by_case(kind), seed) for kind in types),
        )

    def _by_case(self, kind: str) -> list[Counts]:
        sums = (total(c for one, c in rows if one == kind) for rows in self.facts.values())
        return [counts for counts in sums if counts.gold]


def measure(request: Request) -> Outcome:
    """Score the recall of facts by type and by case, traps, and the parties publicly named."""
    folder = require(request.data / "cases")
    files = sorted(folder.glob("*/truth.json"))[: request.limit]
    tally, by = Tally(), reader(request.reader)
    for path in files:
        _tally(path.parent, msgspec.json.decode(path.read_bytes(), type=Truth), tally, by)
    return Outcome(
        name="cases",
        corpus=fingerprint(p for path in files for p in path.parent.glob("*.*")),
        scores=tally.scores(request.seed),
        misreadings=tuple(tally.misreadings),
    )


def _tally(folder: Path, truth: Truth, tally: Tally, by: Reader) -> None:
    subjects: list[str] = []
    traps: list[Counts] = []
    for report in truth.reports:
        read = _read(folder, report, by)
        subjects.extend(c.subject for c in read.report.claims if not c.insinuation)
        for gold, right, got in _judged(folder, report, read):
            counts = Counts(int(right), 1, 1)
            if gold.type in TRAPS:
                traps.append(counts)
            else:
                tally.facts[truth.case].append((gold.type, counts))
            if not right:
                where = f"{truth.case}/{report.report}"
                tally.misreadings.append(
                    Misreading(where=where, kind=gold.type, expected=_expected(gold), got=got)
                )
    tally.traps.append(total(traps))
    counts, missed = parties_named(truth, subjects)
    tally.parties.append(counts)
    tally.misreadings.extend(missed)


def _read(folder: Path, report: GoldReport, by: Reader) -> ReadPage:
    path = folder / f"{report.report}.txt"
    return read_page(path, report.outlet, report.publication_date, by)


def _judged(
    folder: Path, report: GoldReport, read: ReadPage
) -> Iterator[tuple[GoldFact, bool, str]]:
    text = (folder / f"{report.report}.txt").read_bytes().decode("utf-8")
    alignment = Alignment(text, read.document.text)
    found = found_in(read)
    for gold in report.facts:
        start = text.find(gold.span) if gold.start is None else gold.start
        end = start + len(gold.span) if gold.end is None else gold.end
        place = alignment.carry(start, end) if start >= 0 else None
        scored = gold.type in FITS or gold.type in TRAPS
        if gold.type == "boilerplate" or (scored and place is None):
            yield gold, (place is None) == (gold.type == "boilerplate"), "gone" if not place else ""
        elif scored and place is not None:
            yield gold, _right(gold, place, found, read), near(place, found, read)


def _right(gold: GoldFact, place: Range, found: list[Found], read: ReadPage) -> bool:
    if gold.type in TRAPS:
        return not any(fallen_into(place, one) for one in found)
    return any(answers(gold, place, one, read.sentences) for one in found)


def parties_named(truth: Truth, subjects: list[str]) -> tuple[Counts, list[Misreading]]:
    """Count the publicly named hypotheses whose party is a subject, and list the others."""
    known = [stems(subject) for subject in subjects]
    missed = [
        Misreading(where=truth.case, kind="party not named", expected=one.h, got="")
        for one in truth.hypotheses_publicly_named
        if not any(_is_named(one.h, subject) for subject in known)
    ]
    whole = len(truth.hypotheses_publicly_named)
    return Counts(whole - len(missed), whole, whole), missed


def _is_named(hypothesis: str, subject: frozenset[str]) -> bool:
    """Tell whether a subject's words stand in a hypothesis, or those of a party in the subject."""
    parties = [stems(option) for option in plain_name(hypothesis).split(" / ")]
    if not subject:
        return False
    return subject <= stems(hypothesis) or any(one and one <= subject for one in parties)


def _expected(gold: GoldFact) -> str:
    detail = ", ".join(
        f"{name}={value}"
        for name in ("role", "value", "accused")
        if (value := getattr(gold, name)) is not None
    )
    return f"{gold.span} ({detail})" if detail else gold.span


if __name__ == "__main__":
    sys.exit(main(measure))
