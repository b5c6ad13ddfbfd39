"""What somebody supposes, read from an address, and what would then be believed."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from whence.errors import ConfigError
from whence.model.assessment import Answer, Assessment
from whence.publish.numbers import probability
from whence.publish.texts import sentence
from whence.publish.words import words
from whence.weigh import Outcome, Supposed, Supposition

RATIO: Final = "ratio."
PRIOR: Final = "prior."
_MOST: Final = 200
"""Changes that one supposition may have."""
_PER_CENT: Final = 100


class Change(Struct, frozen=True, kw_only=True):
    """One thing that is supposed to be otherwise.

    ``field`` and ``value`` stand in the address; ``subject`` and ``verdict`` are the judgement that
    would make it hold, "" where none can: an origin's word is left out only to see what rests on
    it.
    """

    field: str
    value: str
    subject: str
    verdict: str = ""


class Moved(Struct, frozen=True, kw_only=True):
    """One answer now and before; ``change`` is in hundredths, as both are read."""

    label: str
    mean: float | None
    low: float
    high: float
    before: float | None
    text: str
    interval: str
    words: str
    before_text: str
    change: int


class Told(Struct, frozen=True, kw_only=True):
    """One question under a supposition; ``turned`` are the likeliest named answers, if two."""

    role: str
    question: str
    rows: tuple[Moved, ...]
    turned: tuple[str, str] | None = None

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The answers that read otherwise than before."""
        return tuple(row for row in self.rows if row.text != row.before_text)


def changes(fields: Iterable[tuple[str, str]]) -> tuple[Change, ...]:
    """Return what an address supposes; empty fields suppose nothing.

    Raises:
        ConfigError: when a number is none that can be weighed with, or too much is supposed.
    """
    found = {}
    for name, value in fields:
        change = _change(name, value.strip())
        if change is not None:
            # the last of several values of one subject is what a form shows
            found[change.field, change.subject] = change
    if len(found) > _MOST:
        raise ConfigError(f"{len(found)} things are supposed at once", f"at most {_MOST} may be")
    return tuple(found.values())


def _change(name: str, value: str) -> Change | None:
    if not value:
        return None
    if name == "without":
        return Change(field=name, value=value, subject=value)
    if name == "claim":
        return Change(field=name, value=value, subject=value, verdict="rejected")
    if name.startswith(RATIO):
        number = _number(value, "a likelihood ratio")
        verdict = f"ratio {number:g}"
        return Change(field=name, value=value, subject=name.removeprefix(RATIO), verdict=verdict)
    if name.startswith(PRIOR):
        share = _number(value, "a probability") / _PER_CENT
        if not 0 < share < 1:
            hint = "write more than 0 and less than 100"
            raise ConfigError(f"an answer cannot start at {value} per cent", hint)
        verdict = f"prior {share:g}"
        return Change(field=name, value=value, subject=name.removeprefix(PRIOR), verdict=verdict)
    return None


def _number(text: str, what: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ConfigError(f"{what} cannot be {text!r}", "write one such as 2 or 0.5") from error


def supposition(found: Iterable[Change]) -> Supposition:
    """Return the supposition of some changes.

    Raises:
        ConfigError: when a number lies outside what it may be.
    """
    rows = tuple(found)
    try:
        return Supposition(
            without=tuple(row.subject for row in rows if row.field == "without"),
            without_claims=tuple(row.subject for row in rows if row.field == "claim"),
            ratios=_numbers(rows, RATIO),
            priors=_numbers(rows, PRIOR),
        )
    except ValueError as error:
        hint = "ratios are above 0; what an answer starts with lies between 0 and 100 per cent"
        raise ConfigError(str(error), hint) from error


def _numbers(rows: Iterable[Change], kind: str) -> dict[str, float]:
    return {
        row.subject: float(row.verdict.partition(" ")[2])
        for row in rows
        if row.field.startswith(kind)
    }


def told(assessment: Assessment, supposed: Supposed) -> tuple[Told, ...]:
    """Return the answers before and under a supposition, in the order in which they stood."""
    return tuple(
        _told(assessment.answer(outcome.role), outcome)
        for outcome in sorted(supposed.outcomes, key=lambda outcome: outcome.role)
    )


def standing(assessment: Assessment) -> tuple[Told, ...]:
    """Return the answers as they stand, with nothing supposed."""
    return tuple(
        Told(
            role=answer.role,
            question=words().roles[answer.role],
            rows=tuple(
                _moved(_labels(answer).get(row.hypothesis_id, row.hypothesis_id), row.mean,
                       (row.mean, row.low, row.high, row.words))
                for row in answer.posterior
            ),
        )
        for answer in sorted(assessment.answers, key=lambda answer: answer.role)
    )  # fmt: skip


def _told(answer: Answer, outcome: Outcome) -> Told:
    labels = _labels(answer)
    now = {row.hypothesis_id: (row.mean, row.low, row.high, row.words) for row in outcome.posterior}
    order = sorted(outcome.before, key=lambda key: (-outcome.before[key], key))
    keys = dict.fromkeys((*order, *now))
    pair = outcome.candidate_before, outcome.candidate
    turned = (labels.get(pair[0], pair[0]), labels.get(pair[1], pair[1]))
    return Told(
        role=outcome.role,
        question=words().roles[outcome.role],
        rows=tuple(
            _moved(labels.get(key, key), outcome.before.get(key), now.get(key)) for key in keys
        ),
        turned=turned if pair[0] != pair[1] else None,
    )


def _labels(answer: Answer) -> Mapping[str, str]:
    return {one.id: one.label for one in answer.hypotheses}


def _moved(label: str, before: float | None, now: tuple[float, float, float, str] | None) -> Moved:
    mean, low, high, word = now or (None, 0.0, 0.0, "")
    return Moved(
        label=sentence(label),
        mean=mean,
        low=low,
        high=high,
        before=before,
        text="–" if mean is None else probability(mean),
        interval="" if mean is None else f"{probability(low)}–{probability(high)}",
        words=word,
        before_text="–" if before is None else probability(before),
        change=round(100 * (mean or 0.0)) - round(100 * (before or 0.0)),
    )
