"""MUC-4's official score of slots: type, date, place, organisations blamed, confidence in them.

``python -m evaluation.slots --split tst1+tst2 --reader encoder``. Templates of a response are
mapped to those of the raw key and their fills compared as ``templates.slot_credit`` says;
``templates.slot_counts`` holds the categories, the rates and the four summaries. What is answered
is composed in ``templates.slot_answers``.

**all templates** is the headline, as in MUC-4: F with equal weights (P&R) of each slot and of both
together, with recall, precision and overgeneration. "of" shows how many fills are fully correct and
how many are possible; the rates also count partial ones, by half. Of the other summaries F alone is
given. Below stands the same in the form of the official reports, in whole per cents.

**Confidence given the organisation** is no figure of MUC-4's: of the organisations in matched
templates that earned full credit, those whose confidence is acceptable; ``majority`` says what the
split's commonest confidence would get there. Intervals resample reports.

**Date** and **location** (slots 2 and 3) are scored as ``templates.slot_scene`` says; "both" is
organisation and confidence. Of the other slots the mapping sees what readers fill: perpetrators,
targets and victims. In 1992 people helped the mapping where names were doubtful. Six messages of
the test sets were read while the rules were written: "less those seen" leaves them out.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from evaluation.corpora.muc import folder
from evaluation.corpora.muc4 import SEEN
from evaluation.corpora.muc4_slots import Fill, KeyedReport, KeyIncident, keyed_reports
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Misreading,
    Outcome,
    Score,
    accuracy_score,
    baseline_score,
    row_score,
)
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Predictor
from evaluation.templates.slot_answers import responses
from evaluation.templates.slot_counts import (
    FORMS,
    HEADER,
    HEADLINE,
    RATES,
    Kind,
    Tally,
    f1_of,
    printed_row,
    total,
)
from evaluation.templates.slot_credit import (
    Comparison,
    Graded,
    Response,
    answers_of,
    compared_confidences,
    compared_dates,
    compared_locations,
    compared_organisations,
    compared_types,
    graded,
    mapped,
    slot_tally,
)
from evaluation.templates.slot_places import listed

ORGANISATION, CONFIDENCE, BOTH = "organisation", "confidence", "both"
TYPE, DATE, LOCATION = "type", "date", "location"
SLOTS = (TYPE, ORGANISATION, CONFIDENCE, BOTH, DATE, LOCATION)
_GIVEN = "confidence given the organisation"


class Section(Struct, frozen=True, kw_only=True):
    """One template: of the key, of the response, or of both, where one is mapped to the other."""

    incident: KeyIncident | None = None
    response: Response | None = None

    @property
    def kind(self) -> Kind:
        """Which summaries the template counts in."""
        if self.incident is None:
            return "spurious"
        return "missing" if self.response is None else "matched"

    @property
    def organisations(self) -> tuple[Graded, ...]:
        """The organisations that are answered."""
        return self.response.organisations if self.response else ()

    def fills(self, slot: str) -> tuple[Fill, ...]:
        """Return the key's fills of a slot."""
        if self.incident is None:
            return ()
        return {
            ORGANISATION: self.incident.organisations, CONFIDENCE: self.incident.confidences,
            TYPE: (Fill(alternatives=self.incident.types),),
            DATE: self.incident.dates, LOCATION: self.incident.locations,
        }[slot]  # fmt: skip

    def given(self, slot: str) -> list[str]:
        """Return the answers in a slot as they are shown."""
        if slot == TYPE:
            return [self.response.incident] if self.response else []
        if slot == ORGANISATION:
            return [one.organisation for one in self.organisations]
        if slot in (DATE, LOCATION):
            if self.response is None:
                return []
            return answers_of(self.response.date if slot == DATE else self.response.location)
        return [f"{one.confidence}: {one.organisation}" for one in graded(self.organisations)]

    def compared(self, slot: str) -> list[Comparison]:
        """Return what becomes of the fills and the answers of a slot."""
        if slot in _BY_ANSWER:
            return _BY_ANSWER[slot](self.fills(slot), self.given(slot))
        compare = compared_organisations if slot == ORGANISATION else compared_confidences
        return compare(self.fills(slot), self.organisations)

    def tally(self, slot: str) -> Tally:
        """Return what a slot of ``SLOTS`` counts."""
        if slot == BOTH:
            return self.tally(ORGANISATION) + self.tally(CONFIDENCE)
        return slot_tally(self.fills(slot), len(self.given(slot)), self.compared(slot))


_BY_ANSWER: dict[str, Callable[[Sequence[Fill], Sequence[str]], list[Comparison]]] = {
    TYPE: compared_types,
    DATE: compared_dates,
    LOCATION: compared_locations,
}
"""How the slots are compared whose answers stand for themselves."""


class Answer(Struct, frozen=True, kw_only=True):
    """One report with its templates, mapped ones first."""

    report: KeyedReport
    sections: tuple[Section, ...]

    def tally(self, form: str, slot: str) -> Tally:
        """Return what a slot counts in a summary of ``FORMS``."""
        return total(one.tally(slot) for one in self.sections if one.kind in FORMS[form])


def measure(request: Request) -> Outcome:
    """Score organisations and confidences as MUC-4's scorer did, on a split of its messages."""
    found, files = keyed_reports(request.data, request.split)
    known = listed(folder(request.data))
    answers = ask(found[: request.limit], predictor(request.reader), known)
    name = f"slots {request.split} {request.reader}"
    return score(answers, name, commonest(found), files, request.seed)


def ask(
    found: Sequence[KeyedReport], reader: Predictor, known: frozenset[str] = frozenset()
) -> list[Answer]:
    """Return what a reader says of each report; ``known`` are names that slot 3 may hold.

    Raises:
        ReaderAbsentError: when the reader gives no templates or no standings.
    """
    return [answered(report, responses(reader, report.text, known)) for report in found]


def answered(report: KeyedReport, given: Sequence[Response]) -> Answer:
    """Return a report with a response mapped to its key.

    An optional template of the key that nothing is mapped to is left out: it is missing to nobody.
    """
    pairs = mapped(report.incidents, given)
    met, used = {here for here, _ in pairs}, {there for _, there in pairs}
    sections = [
        Section(incident=report.incidents[here], response=given[there]) for here, there in pairs
    ]
    sections += [
        Section(incident=incident)
        for here, incident in enumerate(report.incidents)
        if here not in met and not incident.optional
    ]
    sections += [Section(response=one) for there, one in enumerate(given) if there not in used]
    return Answer(report=report, sections=tuple(sections))


def score(
    answers: Sequence[Answer],
    name: str,
    usual: str,
    files: Sequence[Path] = (),
    seed: int = SEED,
) -> Outcome:
    """Return every figure of the answers; ``usual`` is the split's commonest confidence."""
    scores = [one for slot in SLOTS for one in _headline(answers, slot, seed)]
    scores += [
        _f1(f"{form}: {slot}", [one.tally(form, slot) for one in answers], seed)
        for form in FORMS
        if form != HEADLINE
        for slot in SLOTS
    ]
    scores += _given_scores(answers, usual, seed)
    unseen = [one for one in answers if one.report.id not in SEEN]
    if len(unseen) < len(answers):
        scores += [
            _f1(
                f"{HEADLINE}: {slot}, less those seen",
                [one.tally(HEADLINE, slot) for one in unseen],
                seed,
            )
            for slot in SLOTS
        ]
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for one in answers for wrong in misreadings(one)),
        notes=tuple(official(answers)),
    )


def commonest(found: Sequence[KeyedReport]) -> str:
    """Return the confidence that stands most often in the keys."""
    known = Counter(
        one
        for report in found
        for incident in report.incidents
        for fill in incident.confidences
        for one in fill.alternatives
    )
    return max(sorted(known), key=lambda one: known[one], default="")


def official(answers: Sequence[Answer]) -> list[str]:
    """Return the counts and rates as lines in the form of the score reports of 1992."""
    lines = [HEADER]
    for form in FORMS:
        lines.append(form.upper())
        lines += [
            printed_row(f"  {slot}", total(one.tally(form, slot) for one in answers))
            for slot in SLOTS
        ]
    return lines


def misreadings(answer: Answer) -> list[Misreading]:
    """Return every organisation and confidence of a report that earned less than full credit."""
    found = []
    for section in answer.sections:
        for slot in (TYPE, ORGANISATION, CONFIDENCE, DATE, LOCATION):
            fills, given = section.fills(slot), section.given(slot)
            found += [
                Misreading(
                    where=answer.report.id,
                    kind=f"{slot} {one.category}{_note(answer.report, section)}",
                    expected="" if one.fill is None else _shown(fills[one.fill]),
                    got="" if one.answer is None else given[one.answer],
                )
                for one in section.compared(slot)
                if one.category != "correct"
            ]
    return found


def _headline(answers: Sequence[Answer], slot: str, seed: int) -> list[Score]:
    tallies = [one.tally(HEADLINE, slot) for one in answers]
    name = f"{HEADLINE}: {slot}"
    return [
        _f1(name, tallies, seed),
        *(
            row_score(f"{name} {rate}", rate, _rows(tallies), statistic, seed)
            for rate, statistic in RATES.items()
        ),
    ]


def _f1(name: str, tallies: Sequence[Tally], seed: int) -> Score:
    whole = total(tallies)
    counts = Counts(whole.correct, whole.actual, whole.possible)
    return replace(row_score(name, "f1", _rows(tallies), f1_of, seed), counts=counts)


def _rows(tallies: Sequence[Tally]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([one.row for one in tallies], dtype=np.float64).reshape(len(tallies), 4)


def _given_scores(answers: Sequence[Answer], usual: str, seed: int) -> list[Score]:
    right, majority = [], []
    for answer in answers:
        pairs = [pair for section in answer.sections for pair in _graded_pairs(section)]
        size = len(pairs)
        right.append(Counts(sum(mine in known for known, mine in pairs), size, size))
        majority.append(Counts(sum(usual in known for known, _ in pairs), size, size))
    return [
        accuracy_score(_GIVEN, right, seed),
        baseline_score(f"{_GIVEN}, majority", majority, seed),
    ]


def _graded_pairs(section: Section) -> list[tuple[tuple[str, ...], str | None]]:
    """Return acceptable and answered confidence of each organisation with full credit."""
    if section.kind != "matched":
        return []
    found = []
    for one in section.compared(ORGANISATION):
        if one.category != "correct" or one.fill is None or one.answer is None:
            continue
        names = set(section.fills(ORGANISATION)[one.fill].alternatives)
        known = (
            fill.alternatives
            for fill in section.fills(CONFIDENCE)
            if not fill.about or names & set(fill.about)
        )
        # A few organisations of the keys have no confidence: nothing can be right about theirs.
        if acceptable := next(known, None):
            found.append((acceptable, section.organisations[one.answer].confidence))
    return found


def _note(report: KeyedReport, section: Section) -> str:
    if section.kind == "matched":
        return ""
    if section.kind == "spurious" and not report.incidents:
        return " in an irrelevant report"
    return " with its template"


def _shown(fill: Fill) -> str:
    about = f": {fill.about[0]}" if fill.about else ""
    return ("? " if fill.optional else "") + " / ".join(fill.alternatives) + about


if __name__ == "__main__":
    sys.exit(main(measure))
