"""The standing of suspicions against MUC-4's slot 11, confidence in a perpetrating organisation.

Each pair of a report and an organisation that its templates blame is one item; the confidences of
several templates are all acceptable. **Named**: some claim of the report that is no insinuation
and does not clear the party has a subject that bears one of the gold names (all words of the one
in the other). **Standing right**: of the named, the firmest standing among those claims is one of
the acceptable confidences, by ``MUC_OF``; ``majority`` says what always answering the split's
commonest confidence would get on the same items. **Blamed rightly** is the share of reports'
blamed groups, states and bodies that are in the report's key, so that claims in reports without
any template count against it. Intervals resample reports.

The literature trains on the 1,300 ``dev`` messages and tests on ``tst3`` and ``tst4``; the rules
were written on ``dev``. Six messages of ``tst1`` to ``tst3`` stand among the real cases and were
read while the rules were written, so these splits are nearly, not wholly, unseen.
"""

import sys
from collections import Counter

from msgspec import Struct

from evaluation.command import Request, main
from evaluation.corpus import fingerprint
from evaluation.metrics import Counts
from evaluation.muc import Blamed, Message, messages
from evaluation.naming import words_of
from evaluation.reading import read_raw
from evaluation.scores import Misreading, Outcome, baseline_score, recall_score
from whence.model.claim import Claim
from whence.model.vocabulary import load

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

NAMED_KINDS = frozenset({"group", "state", "body"})


class _Rank(Struct, frozen=True):
    label: str
    rank: int


class Item(Struct, frozen=True, kw_only=True):
    """One gold organisation of one report with the confidence that came out, or None."""

    message: Message
    gold: Blamed
    answer: str | None

    @property
    def right(self) -> bool:
        """Whether the confidence that came out is acceptable."""
        return self.answer in self.gold.confidences


def measure(request: Request) -> Outcome:
    """Score the standings of blamed organisations on a split of MUC-4."""
    found, files = messages(request.data, request.split)
    named, standing, majority, blamed = [], [], [], []
    misreadings: list[Misreading] = []
    commonest = _commonest(found)
    for message in found[: request.limit]:
        claims = read_raw(f"{message.id}.txt", message.text.encode()).report.claims
        items = [
            Item(message=message, gold=gold, answer=answer_of(gold, claims))
            for gold in message.blamed
        ]
        known = [one for one in items if one.answer is not None]
        named.append(Counts(len(known), len(items), len(items)))
        standing.append(Counts(sum(one.right for one in known), len(known), len(known)))
        guessed = sum(commonest in one.gold.confidences for one in known)
        majority.append(Counts(guessed, len(known), len(known)))
        wrong, whole = strangers(message, claims)
        blamed.append(Counts(whole - len(wrong), whole, whole))
        misreadings.extend(_misreadings(message, items, wrong))
    return Outcome(
        name=f"standing {request.split}",
        corpus=fingerprint(files),
        scores=(
            recall_score("named", named, request.seed),
            recall_score("standing right", standing, request.seed),
            baseline_score("majority", majority, request.seed),
            recall_score("blamed rightly", blamed, request.seed),
        ),
        misreadings=tuple(misreadings),
    )


def answer_of(gold: Blamed, claims: tuple[Claim, ...]) -> str | None:
    """Return the confidence of the firmest claim about a gold organisation, None for no claim."""
    ranks = load("standings", dict[str, _Rank])
    fitting = [claim.standing for claim in claims if _about(gold, claim) and _outright(claim)]
    if not fitting:
        return None
    return MUC_OF[max(fitting, key=lambda one: ranks[one].rank)]


def strangers(message: Message, claims: tuple[Claim, ...]) -> tuple[list[str], int]:
    """Return the blamed parties that are not in the key, and how many parties are blamed."""
    subjects = sorted(
        {one.subject for one in claims if _outright(one) and one.subject_kind in NAMED_KINDS}
    )
    wrong = [
        subject
        for subject in subjects
        if not any(_same(name, subject) for gold in message.blamed for name in gold.names)
    ]
    return wrong, len(subjects)


def _commonest(found: list[Message]) -> str:
    counted = Counter(
        grade for message in found for gold in message.blamed for grade in gold.confidences
    )
    return max(sorted(counted), key=lambda grade: counted[grade], default="")


def _about(gold: Blamed, claim: Claim) -> bool:
    return any(_same(name, claim.subject) for name in gold.names)


def _outright(claim: Claim) -> bool:
    return claim.polarity and not claim.insinuation and claim.standing in MUC_OF


def _same(gold: str, subject: str) -> bool:
    left, right = words_of(gold), words_of(subject)
    return bool(left and right) and (left <= right or right <= left)


def _misreadings(message: Message, items: list[Item], wrong: list[str]) -> list[Misreading]:
    found = [
        Misreading(
            where=message.id,
            kind="not named" if one.answer is None else "standing",
            expected=f"{' / '.join(one.gold.names)}: {' / '.join(sorted(one.gold.confidences))}",
            got=one.answer or "",
        )
        for one in items
        if not one.right
    ]
    found += [
        Misreading(where=message.id, kind="blamed wrongly", expected="", got=subject)
        for subject in wrong
    ]
    return found


if __name__ == "__main__":
    sys.exit(main(measure))
