"""The way of one answer from its prior to its posterior, step by step."""

from dataclasses import dataclass
from math import log

from whence.model.assessment import Answer, Step
from whence.model.claim import Role
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.numbers import plural, probability, signed
from whence.publish.texts import known_as, sentence
from whence.publish.views.distance import candidate
from whence.publish.words import bands

_EDGE = 1e-6


def logit(value: float) -> float:
    """Return the log-odds of a probability in nats, held to what can be drawn."""
    inside = min(1 - _EDGE, max(_EDGE, value))
    return log(inside / (1 - inside))


@dataclass(frozen=True)
class Stride:
    """One step: what it adds in nats of log-odds, and the probability after it.

    ``sign`` is "+", "−" or "0" as readers see it; ``href`` leads to the item of evidence.
    """

    kind: str
    text: str
    reason: str
    nats: float
    mean: float
    nats_text: str
    mean_text: str
    href: str | None

    @property
    def sign(self) -> str:
        """Whether it speaks for the answer or against it, to a hundredth of a nat."""
        return self.nats_text[0]

    @property
    def title(self) -> str:
        """Everything about it on one line."""
        return f"{self.text}: {self.nats_text} nats, then {self.mean_text}"


@dataclass(frozen=True)
class Way:
    """All steps of the answer that is tested for a verdict.

    The first is its prior; the sum of all is the log-odds of ``mean``. ``marks`` are the
    probabilities at which the word for the likelihood changes.
    """

    role: Role
    label: str
    strides: tuple[Stride, ...]
    mean: float
    low: float
    high: float
    marks: tuple[float, ...]

    @property
    def start(self) -> Stride:
        """Where it stood before any evidence."""
        return self.strides[0]

    @property
    def interval(self) -> str:
        """The 5-95 % interval as readers see it."""
        return f"{probability(self.low)}–{probability(self.high)}"

    @property
    def title(self) -> str:
        """What the picture shows."""
        return f"{self.label}: from {self.start.mean_text} to {probability(self.mean)}"

    @property
    def summary(self) -> str:
        """The picture in one sentence."""
        told = [stride for stride in self.strides if stride.kind == "evidence"]
        raising = sum(stride.sign == "+" for stride in told)
        lowering = sum(stride.sign == "−" for stride in told)
        most = max(told, key=lambda stride: abs(stride.nats))
        return (
            f"{sentence(self.label)} stood at {self.start.mean_text} before any evidence; "
            f"{_count(raising)} raised it and {_count(lowering)} lowered it, most of all "
            f"“{most.text}” ({most.nats_text} nats), to {probability(self.mean)} "
            f"({self.interval})"
        )


def ways(index: Index) -> dict[Role, Way]:
    """Prepare the way of each question's candidate, where any evidence bears on it."""
    assessment = index.case.assessment
    if assessment is None:
        return {}
    found = {answer.role: _way(answer) for answer in assessment.answers}
    return {role: way for role, way in found.items() if way is not None}


def _way(answer: Answer) -> Way | None:
    found = candidate(answer)
    if found is None or not any(step.kind == "evidence" for step in answer.steps):
        return None
    hypothesis, row = found
    reasons = {item.id: item.reason for item in answer.evidence}
    strides = tuple(_stride(answer.role, step, reasons) for step in answer.steps)
    return Way(
        role=answer.role,
        label=hypothesis.label,
        strides=tuple(stride for stride in strides if stride.sign != "0" or _always(stride.kind)),
        mean=row.mean,
        low=row.low,
        high=row.high,
        marks=tuple(start for start, _ in bands({row.words}) if start > 0),
    )


def _count(steps: int) -> str:
    return plural(steps, "step") if steps else "none"


def _always(kind: str) -> bool:
    """Tell whether a step is shown though it moves nothing: evidence is, what is none is not."""
    return kind in ("prior", "evidence")


def _stride(role: Role, step: Step, reasons: dict[str, str]) -> Stride:
    held = step.evidence_id if step.evidence_id in reasons else None
    return Stride(
        kind=step.kind,
        text=known_as(step.text),
        reason=reasons[held] if held else "",
        nats=step.nats,
        mean=step.mean,
        nats_text=signed(step.nats),
        mean_text=probability(step.mean),
        href=f"#{anchor('e', role + held)}" if held else None,
    )
