"""What people decide about the weighing, kept as judgements of the case: always with a reason.

A judgement's ``verdict`` is one of

    prior 0.4        the probability of a hypothesis before any evidence
    ratio 3          how many times likelier a kind of evidence, or one item, is if the party did it
    listed executor  a party becomes a hypothesis of that question
    withdrawn        what was decided before about the same subject no longer holds

Of several judgements on one subject the last by its own time holds, of each sort; all stay in the
case. A party may be listed for both questions.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Final

from msgspec.structs import replace
from rapidfuzz import process

from whence.errors import ConfigError
from whence.model.assessment import Hypothesis
from whence.model.case import Case, Judgement, in_time
from whence.model.claim import Role
from whence.model.incident import Party
from whence.model.verdicts import WITHDRAWN
from whence.names.spelling import fold
from whence.weigh import Added, Options, Override
from whence.weigh.entered import party_named
from whence.weigh.tables import rows

PRIOR: Final = "prior"
RATIO: Final = "ratio"
LISTED: Final = "listed"
_DECIDING: Final = (PRIOR, RATIO, LISTED)

_ID = re.compile(r"(?:(?:executor|sponsor):.*|party-[0-9a-f]{12})", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Something that a person decides: about a subject, by whom, when and why.

    ``called`` is what the person calls the subject, to be told in errors.
    """

    subject: str
    verdict: str
    by: str
    at: str
    reason: str
    called: str = ""

    def __post_init__(self) -> None:
        called = self.called or self.subject
        if not self.reason.strip():
            raise ConfigError(
                f"nothing is said about why {called} is changed", "give --reason TEXT"
            )
        _value(called, self.verdict)


def worded(judgement: Judgement, labels: Mapping[str, str]) -> str:
    """Return what a judgement decides about the weighing, in a line; "" where it is another sort.

    ``labels`` are the names of hypotheses by their ids.
    """
    kind, _, value = judgement.verdict.partition(" ")
    subject = labels.get(judgement.subject, judgement.subject)
    told = {
        PRIOR: f"{subject} starts at {value}",
        RATIO: f"{subject} counts as {value} to 1",
        LISTED: f"{subject} is weighed as {value}, named by hand",
        WITHDRAWN: f"what was decided about {subject} no longer holds",
    }.get(kind)
    if told is None:
        return ""
    return f"{told} ({judgement.reason}; {judgement.by}, {judgement.at[:10]})"


def told_in_lines(judgements: Sequence[Judgement], labels: Mapping[str, str]) -> list[str]:
    """Return a line of each judgement that decides about the weighing, in their order.

    One that holds no more says so: it stays in the case, and nobody shall take it for what is
    weighed.
    """
    last = {id(one) for one in _last(judgements).values()}
    taken = {one.subject: one.at for one in in_time(judgements) if one.verdict == WITHDRAWN}
    decided = {one.subject for one in judgements if one.verdict.partition(" ")[0] in _DECIDING}
    lines = []
    for one in judgements:
        line = worded(one, labels) if one.subject in decided else ""
        if line and one.verdict != WITHDRAWN and id(one) not in last:
            withdrawn = one.at <= taken.get(one.subject, "")
            line += " [withdrawn since]" if withdrawn else " [replaced since]"
        lines.append(line)
    return [line for line in lines if line]


def decide(case: Case, decisions: Iterable[Decision]) -> Case:
    """Return the case with the decisions among its judgements."""
    made = tuple(
        Judgement(subject=one.subject, verdict=one.verdict, by=one.by, at=one.at, reason=one.reason)
        for one in decisions
    )
    return replace(case, judgements=(*case.judgements, *made)) if made else case


def decided(options: Options, judgements: Sequence[Judgement]) -> Options:
    """Return the options of the weighing with what the judgements decide; these win."""
    last = _last(judgements)
    priors = {override.subject: override for override in options.priors}
    ratios = {override.subject: override for override in options.ratios}
    added = list(options.added)
    for (subject, _), judgement in last.items():
        kind, _, question = judgement.verdict.partition(" ")
        reason = f"{judgement.reason} ({judgement.by}, {judgement.at[:10]})"
        priors.pop(subject, None)
        ratios.pop(subject, None)
        if kind == LISTED:
            role: Role = "sponsor" if question == "sponsor" else "executor"
            added.append(Added(role=role, party=subject, reason=reason))
        elif kind != WITHDRAWN:
            number = _value(subject, judgement.verdict)
            override = Override(subject=subject, value=number, reason=reason)
            (priors if kind == PRIOR else ratios)[subject] = override
    return replace(
        options,
        priors=tuple(priors.values()),
        ratios=tuple(ratios.values()),
        added=tuple(added),
    )


def _last(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Return the last judgement on each subject, by time; those that list it by the question."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in in_time(judgements):
        kind, _, question = judgement.verdict.partition(" ")
        if kind == WITHDRAWN:
            last = {place: one for place, one in last.items() if place[0] != judgement.subject}
        if kind in (PRIOR, RATIO, LISTED, WITHDRAWN):
            last[judgement.subject, question if kind == LISTED else ""] = judgement
    return last


def fitting(options: Options, given: Options, known: Collection[str]) -> Options:
    """Return the options without the numbers that people set for what is not ``known``.

    An answer, or an item, is gone once the claims that it came from are rejected or taken back;
    what was decided about it stays in the case, and binds again when it is there again. The numbers
    of the settings (``given``) stay, to be refused.
    """
    return replace(
        options,
        priors=tuple(one for one in options.priors if one.subject in known or one in given.priors),
        ratios=tuple(one for one in options.ratios if one.subject in known or one in given.ratios),
    )


def _value(called: str, verdict: str) -> float:
    """Return the number of a verdict that sets one, else 0; ``called`` is whose it is.

    Raises:
        ConfigError: when it is none that can be weighed with.
    """
    kind, _, text = verdict.partition(" ")
    if kind not in (PRIOR, RATIO):
        return 0.0
    most = 1.0 if kind == PRIOR else inf
    try:
        number, told = float(text), text
    except ValueError:
        number, told = 0.0, repr(text)
    if 0 < number < most:
        return number
    wanted = "a ratio is above 0"
    if kind == PRIOR:
        wanted = "a prior lies between 0% and 100%, both left out: write 40% or 0.4"
        told = f"{number:.0%}" if isfinite(number) and number else told
    raise ConfigError(f"{called} cannot be set to {told}", wanted)


def subject_of(case: Case, name: str) -> tuple[str, str]:
    """Return what a person means by a name, and whether a value set for it is a prior or a ratio.

    A name is the id or the label of a hypothesis (of the executor first), or else the id of an item
    of evidence or a kind of evidence.

    Raises:
        ConfigError: when nothing is called so.
    """
    answers = case.assessment.answers if case.assessment is not None else ()
    hypotheses = [one for answer in answers for one in answer.hypotheses]
    for hypothesis in hypotheses:
        if name == hypothesis.id or fold(name) == fold(hypothesis.label):
            return hypothesis.id, PRIOR
    items = {item.id for answer in answers for item in answer.evidence}
    kinds = rows().keys()
    if name in items or name in kinds:
        return name, RATIO
    raise _unknown(name, hypotheses, kinds)


def party_of(name: str, parties: Sequence[Party]) -> str:
    """Return the name of the party to be weighed that a person means: one of these, or a new one.

    A name is the id of a party or of an answer, or else how a party is called.

    Raises:
        ConfigError: when it has the form of an id, and no party has that.
    """
    if not _ID.fullmatch(name.strip()):
        return name
    wanted = name.strip().rpartition(":")[2]
    for party in parties:
        if party.id == wanted:
            return party.name if party_named(party.name, parties) is party else party.id
    hint = "name the party as people call it; 'whence explain CASE' lists the answers"
    raise ConfigError(f"no party of the case has the id {name!r}", hint)


def subjects_of(case: Case, name: str) -> tuple[str, ...]:
    """Return all that a person may mean by a name of what was decided, parties listed among it.

    Raises:
        ConfigError: when nothing is called so.
    """
    listed = dict.fromkeys(
        one.subject
        for one in case.judgements
        if one.verdict.partition(" ")[0] == LISTED and fold(one.subject) == fold(name)
    )
    try:
        return (*listed, subject_of(case, name)[0])
    except ConfigError:
        if not listed:
            raise
        return tuple(listed)


def set_by_hand(case: Case, name: str, given: Options) -> tuple[str, ...]:
    """Return all that a person may mean by a name and that is set, by hand or in the settings.

    Raises:
        ConfigError: when nothing is called so, or nothing is set for it any more.
    """
    held = decided(given, case.judgements)
    known = {one.subject for one in (*held.priors, *held.ratios)} | {a.party for a in held.added}
    found = tuple(one for one in subjects_of(case, name) if one in known)
    if not found:
        raise ConfigError(
            f"nothing is set for {name!r}", "'whence explain CASE' begins with what was set"
        )
    return found


def _unknown(name: str, hypotheses: Sequence[Hypothesis], kinds: Iterable[str]) -> ConfigError:
    known = [*(one.label for one in hypotheses), *(one.id for one in hypotheses), *kinds]
    near = process.extractOne(name, known, processor=fold, score_cutoff=50)
    hint = (
        f"did you mean {near[0]!r}?"
        if near
        else "name a hypothesis, a kind of evidence or an item: 'whence explain CASE' lists them"
    )
    return ConfigError(f"nothing to set is called {name!r}", hint)
