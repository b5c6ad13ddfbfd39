"""Real cases: whom the weighing names, and what it gives to those now held not to have done it.

Each case is read, traced, fused and weighed from its reports alone, as a user would. What is now
accepted was written down by hand (``judgements/accepted.yaml``) and is never shown to the weighing.
**Wronged** counts the hypotheses that name somebody who is held not to have done it and are
"likely" or more (.55), **named wrongly** the verdicts that do; **in front** is the share of cases
with both on the table in which some party now held responsible has more than every one now held
not to be.
The cases are few and were chosen for being hard: these are no rates of anything.
``--history CASE`` prints the verdict of that case as of each date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, count_score, recall_score
from whence.model.assessment import Answer, Assessment, Hypothesis, Turn
from whence.model.case import Case
from whence.model.vocabulary import load
from whence.names.spelling import name_words
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World
from whence.weigh.options import ROLES
from whence.weigh.verdict import PROBABLE

_AT = "2026-01-01T00:00:00+00:00"
_OWN = (Option(name="history", metavar="CASE", help="print the verdicts of this case by date"),)


class Accepted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is now held about one case; words of names, and the finding in a few words."""

    did: tuple[str, ...] = ()
    did_not: tuple[str, ...] = ()
    nobody: bool = False
    accepted: str

    def cleared(self, hypothesis: Hypothesis) -> bool:
        """Tell whether a hypothesis names somebody who is held not to have done it."""
        return hypothesis.kind in ("named", "staged") and _names(hypothesis.label, self.did_not)

    def responsible(self, hypothesis: Hypothesis) -> bool:
        """Tell whether a hypothesis is what is now held."""
        if hypothesis.kind == "no_hostile_actor":
            return self.nobody
        named = hypothesis.kind == "named" and _names(hypothesis.label, self.did)
        return named and not self.cleared(hypothesis)


def _names(label: str, wanted: tuple[str, ...]) -> bool:
    said = name_words(label)
    return any(_within(name_words(one), said) for one in wanted)


def _within(wanted: tuple[str, ...], said: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(said[at : at + size] == wanted for at in range(len(said) - size + 1))


def accepted() -> dict[str, Accepted]:
    """Return what is now held, by case."""
    return load("accepted", dict[str, Accepted], "evaluation.judgements")


def weigh_case(folder: Path, reader: str) -> Case:
    """Read, trace, fuse and weigh the reports of one folder."""
    config = Config()
    chosen = msgspec.structs.replace(config.run, reader=reader)
    reports = sorted(str(path) for path in folder.glob("*.txt"))
    return run_pipeline(reports, msgspec.structs.replace(config, run=chosen), World(at=_AT))


def measure(request: Request) -> Outcome:
    """Real cases weighed from their reports alone, against what is now accepted."""
    folder = require(request.data / "cases")
    known = accepted()
    names = [name for name in sorted(known) if (folder / name).is_dir()][: request.limit]
    wronged: list[Misreading] = []
    wrongly: list[Misreading] = []
    ahead: list[Counts] = []
    rightly = 0
    notes = [_HEADING]
    for name in names:
        truth = known[name]
        case = weigh_case(folder / name, request.reader)
        assessment = case.assessment
        if assessment is None:
            notes.append(f"{name} | nothing was weighed")
            continue
        wronged += _wronged(name, truth, assessment)
        for answer in assessment.answers:
            wrongly += _wrongly(name, truth, answer)
            rightly += _verdict_holds(truth, answer)
        ahead += _ahead(truth, assessment.answer("executor"))
        notes.append(_row(name, truth, assessment))
        if request.options.get("history") == name:
            notes += _turns(assessment)
    return Outcome(
        name="verdicts",
        corpus=fingerprint(sorted(p for name in names for p in (folder / name).glob("*.txt"))),
        scores=(
            count_score("wronged", len(wronged)),
            count_score("named wrongly", len(wrongly)),
            recall_score("in front", ahead, request.seed),
        ),
        misreadings=(*wronged, *wrongly),
        notes=(*notes, f"verdicts that are what is now accepted: {rightly}"),
    )


_HEADING = "case | as of | likeliest that a source gives | 5-95 % | verdict | confidence | accepted"


def _row(name: str, truth: Accepted, assessment: Assessment) -> str:
    answer = assessment.answer("executor")
    row = next(one for one in answer.posterior if one.hypothesis_id == answer.candidate)
    label = _label(answer, answer.candidate)
    last = max((turn.at for turn in assessment.history), default="undated")
    verdict = "cannot tell" if answer.verdict is None else f"{row.words}: {label}"
    return (
        f"{name} | {last} | {label} {row.mean:.2f} | {row.low:.2f}-{row.high:.2f} | {verdict} | "
        f"{assessment.confidence} | {truth.accepted}"
    )


def _label(answer: Answer, key: str) -> str:
    return next(one.label for one in answer.hypotheses if one.id == key)


def _wronged(name: str, truth: Accepted, assessment: Assessment) -> Iterator[Misreading]:
    for role in ROLES:
        answer = assessment.answer(role)
        listed = {one.id: one for one in answer.hypotheses}
        for row in answer.posterior:
            if row.mean >= PROBABLE and truth.cleared(listed[row.hypothesis_id]):
                yield Misreading(
                    where=name,
                    kind="wronged",
                    expected=f"below {PROBABLE}",
                    got=f"{listed[row.hypothesis_id].label} {row.mean:.2f} ({role})",
                )


def _wrongly(name: str, truth: Accepted, answer: Answer) -> Iterator[Misreading]:
    listed = {one.id: one for one in answer.hypotheses}
    if answer.verdict is not None and truth.cleared(listed[answer.verdict]):
        yield Misreading(
            where=name,
            kind="named wrongly",
            expected=truth.accepted,
            got=f"{listed[answer.verdict].label} ({answer.role})",
        )


def _verdict_holds(truth: Accepted, answer: Answer) -> bool:
    listed = {one.id: one for one in answer.hypotheses}
    return answer.verdict is not None and truth.responsible(listed[answer.verdict])


def _ahead(truth: Accepted, answer: Answer) -> Iterator[Counts]:
    means = {row.hypothesis_id: row.mean for row in answer.posterior}
    weighed = [one for one in answer.hypotheses if one.id in means]
    did = [means[one.id] for one in weighed if truth.responsible(one)]
    did_not = [means[one.id] for one in weighed if truth.cleared(one)]
    if did and did_not:
        yield Counts(hits=int(max(did) > max(did_not)), predicted=1, gold=1)


def _turns(assessment: Assessment) -> Iterator[str]:
    answer = assessment.answer("executor")
    for turn in assessment.history:
        if turn.role == "executor":
            yield f"  {turn.at}: {_told(turn, answer)}"
            yield from (
                f"      {cause.kind} {cause.nats:+.2f} {cause.text}" for cause in turn.causes
            )


def _told(turn: Turn, answer: Answer) -> str:
    labels = {one.id: one.label for one in answer.hypotheses}
    shown = sorted(turn.means.items(), key=lambda pair: -pair[1])[:4]
    shares = ", ".join(f"{labels.get(key, key)} {mean:.2f}" for key, mean in shown)
    return f"{'verdict' if turn.verdict else 'cannot tell'} ({turn.confidence}): {shares}"


if __name__ == "__main__":
    sys.exit(main(measure, own=_OWN))
