"""Whether a party may be named at all: six tests, all of which must hold."""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from whence.model.assessment import Hypothesis, Sensitivity, Test
from whence.model.claim import Role
from whence.weigh.numbers.likelihood import Floats
from whence.weigh.options import Yardstick
from whence.weigh.tables import likelihood_word, priors

PROBABLE = 0.55
STABLE = 0.8
INFORMATION = 0.1
ORIGINS = 2
INDEPENDENT = "independent of any single origin"
"""Name of the test that needs a weighing without each origin."""
DIAGNOSTIC = 0.2
"""Nats from which an item tells two hypotheses apart (a ratio of about 1.2 to 1)."""
_SHOWN = 3


class Standing(Struct, frozen=True, kw_only=True):
    """Where one question stands: means and priors by hypothesis id, and how firmly the top leads.

    ``candidate`` is the likeliest answer that a source gives; ``unnamed`` the mean of "somebody not
    named" with that of ``classes`` other classes, which name nobody either; ``supporters`` are the
    origins with a diagnostic item for the candidate.
    """

    role: Role
    hypotheses: tuple[Hypothesis, ...]
    mean: Mapping[str, float]
    prior: Mapping[str, float]
    candidate: str
    unnamed: float
    classes: int = 0
    stability: float
    supporters: tuple[str, ...]
    sensitivity: tuple[Sensitivity, ...]

    @property
    def chosen(self) -> Hypothesis:
        """Return the candidate's hypothesis."""
        return next(h for h in self.hypotheses if h.id == self.candidate)


def stability(draws: Floats, column: int) -> float:
    """Return the share of draws in which a column is the largest."""
    return float(np.mean(draws.argmax(axis=1) == column))


def needed(mean: float, prior: float) -> float | None:
    """Return the likelihood ratio for an answer at which its mean is ``PROBABLE``.

    The ratio is that of further evidence for it against all others alike. It moves the share that
    is read rightly and not ``misreading``, which stays with the prior. None where no evidence could
    move it: it has nothing but what stays. More than half of all belief always leads.
    """
    kept = priors().misreading
    read, wanted = ((share - kept * prior) / (1 - kept) for share in (mean, PROBABLE))
    if read <= 0:
        return None
    return max(0.0, wanted / (1 - wanted) * (1 - read) / read)


def divergence(after: Mapping[str, float], before: Mapping[str, float]) -> float:
    """Return the Kullback-Leibler divergence of the posterior from the prior, in nats."""
    return max(0.0, float(sum(p * np.log(p / before[key]) for key, p in after.items())))


def moved(standing: Standing) -> float:
    """Return how far the evidence moved the answers to a question from the prior, in nats."""
    return divergence(standing.mean, standing.prior)


def tests_of(standing: Standing) -> tuple[Test, ...]:
    """Return the six tests of the candidate with what was found, in plain sentences."""
    mean = standing.mean[standing.candidate]
    flips = sorted({s.origin_name for s in standing.sensitivity if s.flips})
    far = moved(standing)
    held = len(standing.supporters)
    return (
        _test(
            "ahead of somebody not named",
            mean > standing.unnamed,
            f"{_apart(mean, standing.unnamed)} against {_apart(standing.unnamed, mean)}"
            f"{', classes without a name included' if standing.classes else ''}.",
        ),
        _test(
            "probable enough",
            mean > PROBABLE,
            _needed(mean, standing.prior[standing.candidate]),
        ),
        _test(
            "stable",
            standing.stability >= STABLE,
            f"first in {standing.stability:.0%} of the draws over what the sources may be worth; "
            f"{STABLE:.0%} is needed.",
        ),
        _test(
            INDEPENDENT,
            not flips,
            f"without {_list(flips)} alone the result would be another."
            if flips
            else "leaving out any one first hand does not change the result.",
        ),
        _test(
            "backed by independent origins",
            held >= ORIGINS,
            _support(held),
        ),
        _test(
            "moved from the prior",
            far > INFORMATION,
            f"the evidence moved the probabilities by {far:.2f} nats from where they started; "
            f"more than {INFORMATION} is needed.",
        ),
    )


def _needed(mean: float, prior: float) -> str:
    """Say how far the candidate is, with the flip threshold: the odds that evidence must bring."""
    found = f"{_apart(mean, PROBABLE)}; more than {PROBABLE:.0%} is needed"
    ratio = needed(mean, prior)
    if mean > PROBABLE or ratio is None:
        return f"{found}."
    return f"{found}, which further evidence of {max(ratio, 1.1):.1f} to 1 for it would bring."


def _apart(share: float, other: float) -> str:
    """Write a percentage, with a decimal where it would read the same as the other."""
    short = f"{share:.0%}"
    return f"{share:.1%}" if short == f"{other:.0%}" else short


def _support(held: int) -> str:
    hands = "first hand speaks" if held == 1 else "first hands speak"
    return f"{held or 'no'} independent {hands} for it with weight; {ORIGINS} are needed."


def _test(name: str, passed: bool, found: str) -> Test:
    return Test(
        name=name, passed=passed, detail=f"{_start(name if passed else f'not {name}')}: {found}"
    )


def wording(standing: Standing, tests: tuple[Test, ...], words: Yardstick) -> str:
    """Return the verdict in one sentence, or that there is none and what failed.

    A likelihood word stands here; confidence never does.
    """
    if all(test.passed for test in tests):
        word = likelihood_word(standing.mean[standing.candidate], words)
        return f"{_start(word)}: {_proposition(standing.chosen)}."
    question = (
        "who carried it out"
        if standing.role == "executor"
        else "whether anybody stood behind it, or who"
    )
    asserted = [h for h in standing.hypotheses if h.kind in ("named", "staged")]
    if all(h.weightless for h in asserted):
        return f"Cannot tell {question}. No source names anybody outright."
    failed = " ".join(test.detail for test in tests if not test.passed)
    return f"Cannot tell {question}. {_leading(standing)} {failed}{_assumed(standing)}"


def _leading(standing: Standing) -> str:
    """Say which answer comes first of those that somebody gives, if anything speaks for it.

    Whose share is only what being named brings is not put into the verdict's sentence.
    """
    if not standing.supporters:
        return "Nothing that anybody says weighs enough to put one of the answers first."
    return f"Likeliest of the answers that somebody gives: {standing.chosen.label}."


def _assumed(standing: Standing) -> str:
    """Say so where an answer that no source gives has more than the likeliest that one does."""
    nobody = next(h for h in standing.hypotheses if h.kind in ("no_hostile_actor", "no_sponsor"))
    mean = standing.mean[nobody.id]
    if mean <= standing.mean[standing.candidate]:
        return ""
    return f" No source says that {_proposition(nobody)}: its {mean:.0%} is an assumption."


def _proposition(chosen: Hypothesis) -> str:
    if chosen.kind == "no_hostile_actor":
        return "there was no hostile actor"
    if chosen.kind == "no_sponsor":
        return "nobody stood behind whoever carried it out"
    if chosen.kind == "staged":
        return f"it was {chosen.label}"
    return chosen.label + (" carried it out" if chosen.role == "executor" else " stood behind it")


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list(names: list[str]) -> str:
    shown = names[:_SHOWN] + ([f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else [])
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
