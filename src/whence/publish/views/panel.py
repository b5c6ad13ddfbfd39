"""What people think who was behind it, beside what the inference came to."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.assessment import Answer
from whence.model.claim import Role
from whence.model.panel import Coherent, Estimate, Pooled, Share
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import plural, probability, two_digits
from whence.publish.texts import squeeze
from whence.publish.words import words

TITLE = "What people think (kept beside, never weighed)"
LEAD = (
    "People’s own estimates. The inference knows nothing of them, and they change no figure above. "
    "Pooled: the mean of their log-odds, every judge counting alike, brought to sum to 1 and held "
    "to .005–.995 before. It says what they think, not that they are right."
)
_ROLES: tuple[Role, ...] = ("executor", "sponsor")
_SEEN = 0.005


@dataclass(frozen=True)
class ShareView:
    """One answer: what people come to, how far they lie apart, and what the inference says.

    ``sd`` is in nats of log-odds, "" with one judge; ``inferred`` is "–" where it gives no number.
    """

    label: str
    href: str | None
    pooled: str
    spread: str
    sd: str
    inferred: str
    interval: str


@dataclass(frozen=True)
class JudgeView:
    """One judge: shares that sum to 1, and what had to be done to what was given."""

    name: str
    when: str
    shares: str
    note: str
    reason: str


@dataclass(frozen=True)
class PanelView:
    """One question; ``unused`` are estimates that are not pooled, each with the reason."""

    role: str
    question: str
    counted: str
    shares: tuple[ShareView, ...]
    judges: tuple[JudgeView, ...]
    unused: tuple[str, ...]


def panels(index: Index) -> tuple[PanelView, ...]:
    """Prepare the questions that people gave estimates of; none when nobody did."""
    return tuple(
        _panel(index, role) for role in _ROLES if any(one.role == role for one in index.case.panel)
    )


def _panel(index: Index, role: Role) -> PanelView:
    pooled = next((one for one in index.case.pooled if one.role == role), None)
    answer = _answer(index, role)
    labels = {one.id: one.label for one in answer.hypotheses} if answer else {}
    given = [one for one in index.case.panel if one.role == role]
    return PanelView(
        role=role,
        question=words().roles[role],
        counted=plural(pooled.judges if pooled else 0, "judge"),
        shares=tuple(_share(one, answer, labels) for one in pooled.shares) if pooled else (),
        judges=tuple(_judge(one, labels) for one in pooled.coherent) if pooled else (),
        unused=tuple(_unused(given, pooled, labels)),
    )


def _answer(index: Index, role: Role) -> Answer | None:
    assessment = index.case.assessment
    answers = assessment.answers if assessment else ()
    return next((one for one in answers if one.role == role), None)


def _share(share: Share, answer: Answer | None, labels: dict[str, str]) -> ShareView:
    key = share.hypothesis_id
    rows = answer.posterior if answer else ()
    row = next((one for one in rows if one.hypothesis_id == key), None)
    return ShareView(
        label=labels.get(key, key),
        href=f"#{anchor('h', answer.role + key)}" if answer and row else None,
        pooled=probability(share.probability),
        spread=f"{probability(share.low)}–{probability(share.high)}",
        sd="" if share.sd is None else two_digits(share.sd),
        inferred=probability(row.mean) if row else "–",
        interval=f"{probability(row.low)}–{probability(row.high)}" if row else "",
    )


def _judge(one: Coherent, labels: dict[str, str]) -> JudgeView:
    notes = []
    if one.moved >= _SEEN:
        given = _listed(one.given, labels)
        notes.append(f"moved by {two_digits(one.moved)} to sum to 1; given: {given}")
    if one.filled:
        rest = max(0.0, 1 - sum(one.given.values()))
        got = f"sharing the {probability(rest)} left over" if rest >= _SEEN else "nothing was left"
        notes.append(f"left out {plural(len(one.filled), 'answer')}, {got}")
    return JudgeView(
        name=squeeze(one.judge),
        when=date(one.at),
        shares=_listed(one.shares, labels),
        note="; ".join(notes),
        reason=squeeze(one.reason),
    )


def _listed(shares: dict[str, float], labels: dict[str, str]) -> str:
    ordered = sorted(shares.items(), key=lambda row: (-row[1], row[0]))
    return "; ".join(f"{labels.get(key, key)} {probability(share)}" for key, share in ordered)


def _unused(
    given: Iterable[Estimate], pooled: Pooled | None, labels: dict[str, str]
) -> Iterable[str]:
    """Say of each estimate that the pool leaves out why it does."""
    rows = pooled.coherent if pooled else ()
    used = {(squeeze(row.judge).casefold(), row.at): row.given for row in rows}
    for one in given:
        if used.get((squeeze(one.judge).casefold(), one.at)) == one.shares:
            continue
        gone = [key for key in one.shares if key not in labels]
        why = (
            f"it is of an answer that is not listed ({', '.join(gone)})"
            if gone
            else "a later estimate of the same judge counts, or it came after what is shown here"
        )
        yield f"{squeeze(one.judge)}, {date(one.at)}: not pooled, {why}."
