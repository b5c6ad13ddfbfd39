"""Standing of suspicions against MUC-4's slot 11, confidence in a perpetrating organisation.

Each pair of a report and an organisation that its templates blame is one item; the confidences of
several templates are all acceptable. The reader is given the organisation's names and tells how
the suspicion stands; by the rules that is the firmest of the claims that are no insinuation, do
not clear the party, and have a subject that bears one of the names (all words of the one in the
other). ``MUC_OF`` makes a confidence of it.

**Named**: there was an answer at all. **Standing right**: of the named, the answer is acceptable;
``majority`` says what always answering the split's commonest confidence would get on the same
items. **accuracy**, **macro** and a row for each confidence take *all* items, no answer being
wrong; where several confidences are acceptable, the item counts for the one that was answered, or
for its commonest. ``majority`` stands beside them too. **Blamed rightly** is the share of reports'
blamed groups, states and bodies that are in the report's key, so that claims in reports without
any template count against it. Intervals resample reports.

The literature trains on the 1,300 ``dev`` messages and tests on ``tst3`` and ``tst4``
(``tst1+tst2`` joins two); the rules were written on ``dev``. Six messages of ``tst1`` to ``tst3``
stand among the real cases and were read while the rules were written, so these splits are nearly,
not wholly, unseen; "less those seen" leaves them out.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.corpora.muc import Blamed, Message, messages
from evaluation.corpora.muc4 import SEEN
from evaluation.harness.bootstrap import SEED
from evaluation.harness.classes import Pair, accuracy, report
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, baseline_score, recall_score
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Blame, Predictor, ReaderAbsentError
from evaluation.readers.suspicions import same_party

MUC_OF = {
    "admitted": "CLAIMED OR ADMITTED",
    "found": "REPORTED AS FACT",
    "reported_as_fact": "REPORTED AS FACT",
    "accused_by_authority": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "accused": "SUSPECTED OR ACCUSED",
    "speculated": "POSSIBLE",
    "cleared": "ACQUITTED",
}
"""Our standings as MUC-4's confidences; "denied" has none."""


class Item(Struct, frozen=True, kw_only=True):
    """One gold organisation of one report with the confidence that came out, or None."""

    message: Message
    gold: Blamed
    answer: str | None

    @property
    def right(self) -> bool:
        """Whether the confidence that came out is acceptable."""
        return self.answer in self.gold.confidences


class Answer(Struct, frozen=True, kw_only=True):
    """What a reader said of one report; ``blamed`` is None when it cannot say whom it blames."""

    message: Message
    items: tuple[Item, ...]
    blamed: tuple[Blame, ...] | None = None


def measure(request: Request) -> Outcome:
    """Score the standings of blamed organisations on a split of MUC-4."""
    found, files = messages(request.data, request.split)
    answers = ask(found[: request.limit], predictor(request.reader))
    name = f"standing {request.split}"
    return score(answers, name, _commonest(found), files, request.seed)


def ask(found: Sequence[Message], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each report."""
    answers = []
    for message in found:
        given = reader.standings(message.text, [gold.names for gold in message.blamed])
        items = tuple(
            Item(message=message, gold=gold, answer=MUC_OF.get(standing or ""))
            for gold, standing in zip(message.blamed, given, strict=True)
        )
        blamed: tuple[Blame, ...] | None
        try:
            blamed = tuple(reader.blamed(message.text))
        except ReaderAbsentError:
            blamed = None
        answers.append(Answer(message=message, items=items, blamed=blamed))
    return answers


def score(
    answers: Sequence[Answer],
    name: str,
    commonest: str,
    files: Sequence[Path] = (),
    seed: int = SEED,
) -> Outcome:
    """Return every figure of the answers; ``commonest`` is the split's commonest confidence."""
    named, standing, majority = [], [], []
    for answer in answers:
        known = [one for one in answer.items if one.answer is not None]
        named.append(Counts(len(known), len(answer.items), len(answer.items)))
        standing.append(Counts(sum(one.right for one in known), len(known), len(known)))
        guessed = sum(commonest in one.gold.confidences for one in known)
        majority.append(Counts(guessed, len(known), len(known)))
    pairs = [_pairs(answer, commonest) for answer in answers]
    unseen = [_pairs(one, commonest) for one in answers if one.message.id not in SEEN]
    scores = [
        recall_score("named", named, seed),
        recall_score("standing right", standing, seed),
        baseline_score("majority", majority, seed),
        *_blame_scores(answers, seed),
        *report("standing", pairs, seed),
    ]
    if len(unseen) < len(answers):
        scores.append(accuracy("standing accuracy, less those seen", unseen, seed))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for answer in answers for wrong in _misreadings(answer)),
    )


def strangers(message: Message, blamed: Sequence[Blame]) -> tuple[list[str], int]:
    """Return the blamed parties that are not in the key, and how many parties are blamed."""
    subjects = sorted({one.subject for one in blamed})
    wrong = [
        subject
        for subject in subjects
        if not any(same_party(name, subject) for gold in message.blamed for name in gold.names)
    ]
    return wrong, len(subjects)


def _pairs(answer: Answer, commonest: str) -> list[Pair]:
    pairs = []
    for item in answer.items:
        ordered = sorted(item.gold.confidences, key=lambda one: (one != commonest, one))
        gold = item.answer if item.right and item.answer else ordered[0]
        pairs.append((gold, item.answer or ""))
    return pairs


def _blame_scores(answers: Sequence[Answer], seed: int) -> list[Score]:
    units = []
    for answer in answers:
        if answer.blamed is None:
            return []
        wrong, whole = strangers(answer.message, answer.blamed)
        units.append(Counts(whole - len(wrong), whole, whole))
    return [recall_score("blamed rightly", units, seed)]


def _commonest(found: Sequence[Message]) -> str:
    counted = Counter(
        grade for message in found for gold in message.blamed for grade in gold.confidences
    )
    return max(sorted(counted), key=lambda grade: counted[grade], default="")


def _misreadings(answer: Answer) -> list[Misreading]:
    found = [
        Misreading(
            where=answer.message.id,
            kind="not named" if one.answer is None else "standing",
            expected=f"{' / '.join(one.gold.names)}: {' / '.join(sorted(one.gold.confidences))}",
            got=one.answer or "",
        )
        for one in answer.items
        if not one.right
    ]
    wrong, _ = strangers(answer.message, answer.blamed or ())
    found += [
        Misreading(where=answer.message.id, kind="blamed wrongly", expected="", got=subject)
        for subject in wrong
    ]
    return found


if __name__ == "__main__":
    sys.exit(main(measure))
