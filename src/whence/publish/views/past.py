"""How an assessment came about in time: what came at each moment, and what it changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.model.assessment import Answer, Cause, Turn
from whence.model.claim import Role
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import plural, probability, signed, two_digits
from whence.publish.texts import known_as, sentence
from whence.publish.views.distance import candidate
from whence.publish.words import bands, words

_LEADING = 5
_NOTICED = 0.03
"""Change of probability from which an answer other than the candidate is told as moved."""
_DAY = len("2021-11-08")


@dataclass(frozen=True)
class Line:
    """One answer over time: its probability at each moment, None where it was not listed yet."""

    key: str
    label: str
    means: tuple[float | None, ...]
    reserve: bool


@dataclass(frozen=True)
class Event:
    """One moment: the candidate of then with its 5-95 % interval, what came and what changed.

    ``reached`` and ``lost`` are the answers that were named from then on, or no longer.
    """

    key: str
    at: str
    when: str
    exact: bool
    candidate: str
    low: float
    high: float
    causes: tuple[str, ...]
    moved: tuple[str, ...]
    reached: str
    lost: str

    @property
    def told(self) -> bool:
        """Whether anything came or changed at this moment."""
        return bool(self.causes or self.reached or self.lost)

    @property
    def title(self) -> str:
        """Everything about it on one line."""
        return f"{self.when}: {' '.join([*(f'{cause}.' for cause in self.causes), *self.moved])}"


@dataclass(frozen=True)
class Past:
    """One question over time. ``bands`` are the words for likelihood, each from its probability."""

    role: Role
    question: str
    lines: tuple[Line, ...]
    events: tuple[Event, ...]
    bands: tuple[tuple[float, str], ...]

    @property
    def told(self) -> tuple[Event, ...]:
        """The moments at which anything came or changed."""
        return tuple(event for event in self.events if event.told)

    @property
    def marked(self) -> bool:
        """Whether a verdict was ever reached or lost."""
        return any(event.reached or event.lost for event in self.events)

    @property
    def quiet(self) -> str:
        """How many moments brought nothing for this question, "" for none."""
        still = len(self.events) - len(self.told)
        return f"{plural(still, 'moment')} brought nothing for this question." if still else ""

    @property
    def summary(self) -> str:
        """The picture in one sentence."""
        first, last = self.events[0].when, self.events[-1].when
        ends = "; ".join(
            f"{line.label} {' to '.join(dict.fromkeys((_first(line), _last(line))))}"
            for line in self.lines
        )
        return f"{plural(len(self.events), 'moment')} from {first} to {last}: {ends}"


def _first(line: Line) -> str:
    return probability(next(mean for mean in line.means if mean is not None))


def _last(line: Line) -> str:
    return probability(next(mean for mean in reversed(line.means) if mean is not None))


def pasts(index: Index) -> dict[Role, Past]:
    """Prepare the questions over time, where there was more than one moment and anything came."""
    assessment = index.case.assessment
    if assessment is None:
        return {}
    found = {}
    for answer in assessment.answers:
        turns = [turn for turn in assessment.history if turn.role == answer.role]
        came = any(turn.causes for turn in turns)
        if len(turns) > 1 and came and candidate(answer) is not None:
            found[answer.role] = _past(answer, turns)
    return found


def _past(answer: Answer, turns: Sequence[Turn]) -> Past:
    labels = {hypothesis.id: hypothesis.label for hypothesis in answer.hypotheses}
    for turn in turns:
        for key in turn.means:
            labels.setdefault(key, key.partition(":")[2].replace("-", " "))
    befores: list[Turn | None] = [None, *turns[:-1]]
    return Past(
        role=answer.role,
        question=words().roles[answer.role],
        lines=_lines(turns, labels, f"{answer.role}:unnamed"),
        events=tuple(
            _event(number, turn, before, labels)
            for number, (before, turn) in enumerate(zip(befores, turns, strict=True), start=1)
        ),
        bands=bands({row.words for row in answer.posterior}),
    )


def _lines(turns: Sequence[Turn], labels: Mapping[str, str], reserve: str) -> tuple[Line, ...]:
    """Return the answers that lead at the end, and whatever was ever named; the reserve last."""
    named = {turn.verdict for turn in turns}
    last = turns[-1].means
    keys = dict.fromkeys(key for turn in turns for key in turn.means if key != reserve)
    ordered = sorted(keys, key=lambda key: (key not in named, -last.get(key, 0.0), key))
    chosen = sorted(ordered[:_LEADING], key=lambda key: (-last.get(key, 0.0), key))
    kept = [*chosen, *([reserve] if any(reserve in turn.means for turn in turns) else [])]
    return tuple(
        Line(key, labels[key], tuple(turn.means.get(key) for turn in turns), key == reserve)
        for key in kept
    )


def _event(number: int, turn: Turn, before: Turn | None, labels: Mapping[str, str]) -> Event:
    was = before.verdict if before else None
    changed = turn.verdict != was
    reached = labels.get(turn.verdict or "", "") if changed else ""
    lost = labels.get(was or "", "") if changed else ""
    return Event(
        key=anchor("turn", f"{turn.role}-{number}"),
        at=turn.at,
        when=date(turn.at),
        exact=len(turn.at) >= _DAY,
        candidate=labels.get(turn.candidate, turn.candidate),
        low=turn.low,
        high=turn.high,
        causes=tuple(cause_text(cause) for cause in turn.causes),
        moved=(*_moved(turn, before, labels), *_verdict(reached, lost), *_ground(turn, before)),
        reached=reached,
        lost=lost,
    )


def cause_text(cause: Cause) -> str:
    """Say what happened to an item, with by how much it tells the answers apart (more, less)."""
    text = known_as(cause.text)
    if cause.kind == "new":
        return f"came: {text} ({two_digits(max(0.0, cause.nats))} nats)"
    if cause.kind == "gone":
        return f"counts no longer: {text} ({two_digits(abs(cause.nats))} nats)"
    return f"weighs {'more' if cause.nats > 0 else 'less'}: {text} ({signed(cause.nats)} nats)"


def _moved(turn: Turn, before: Turn | None, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what became of the candidate, and of whatever else moved most."""
    key = turn.candidate
    yield f"{sentence(labels.get(key, key))}: {_change(turn, before, key)}."
    if before is None:
        return
    away = before.candidate
    if away != key:
        yield f"In the place of {labels.get(away, away)}: {_change(turn, before, away)}."
    moves = {
        other: abs(turn.means.get(other, 0.0) - before.means.get(other, 0.0))
        for other in sorted({*turn.means, *before.means} - {key, away})
    }
    most = max(moves, key=lambda other: moves[other], default=key)
    if moves.get(most, 0.0) >= _NOTICED:
        yield f"Also {labels[most]}: {_change(turn, before, most)}."


def _change(turn: Turn, before: Turn | None, key: str) -> str:
    now = turn.means.get(key)
    then = before.means.get(key) if before else None
    if now is None:
        return f"no longer listed, from {probability(then or 0.0)}"
    if then is None:
        return f"starts at {probability(now)}" if before is None else (
            f"new, at {probability(now)}"
        )  # fmt: skip
    if probability(then) == probability(now):
        return f"stays at {probability(now)}"
    return f"from {probability(then)} to {probability(now)}"


def _verdict(reached: str, lost: str) -> Iterator[str]:
    if lost:
        yield f"{sentence(lost)} is named no longer."
    if reached:
        yield f"{sentence(reached)} is named."


def _ground(turn: Turn, before: Turn | None) -> Iterator[str]:
    """Yield a change of confidence, in a sentence of its own."""
    if before is not None and before.confidence != turn.confidence:
        yield f"Confidence: {turn.confidence}, before {before.confidence}."
