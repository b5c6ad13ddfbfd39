"""How far an answer is from a verdict: what further evidence would have to bring, or to undo."""

from whence.model.assessment import Answer, Assessment, Hypothesis, Posterior, Settler
from whence.model.claim import Role
from whence.publish.numbers import plural, probability, two_digits
from whence.publish.texts import sentence

_LEAST = 1.1
_TRIED = 64
"""Officials that the weighing tries at most before it says that no number would do."""
_PROBABLE = ("ahead of somebody not named", "probable enough")
"""Tests that evidence of the ratio told would meet by itself."""


def candidate(answer: Answer) -> tuple[Hypothesis, Posterior] | None:
    """Return the answer that is tested for a verdict; None where no source gives any.

    Without it there is nothing to be far from: the shares are those assumed.
    """
    row = next((row for row in answer.posterior if row.hypothesis_id == answer.candidate), None)
    chosen = next((one for one in answer.hypotheses if one.id == answer.candidate), None)
    if row is None or chosen is None:
        return None
    return (chosen, row) if chosen.kind in ("named", "staged") or answer.evidence else None


def ratio(value: float) -> str:
    """Return odds "2.1 to 1", never below 1.1: less would read as none at all."""
    return f"{two_digits(max(value, _LEAST))} to 1"


def brief(hypothesis: Hypothesis, row: Posterior) -> str:
    """Return the flip threshold of one answer in a few words, "" where there is none.

    Somebody not named can never be named, so nothing is needed for it.
    """
    reserve = hypothesis.kind == "unnamed" and hypothesis.party_id is None
    if not row.needed or reserve or hypothesis.weightless:
        return ""
    if row.needed < 1:
        return f"stands up to {ratio(1 / row.needed)}"
    return f"needs {ratio(row.needed)} more"


def far(answer: Answer) -> str:
    """Return in a sentence or two what would make the candidate the answer, or undo it."""
    found = candidate(answer)
    if found is None or not found[1].needed:
        return ""
    label, needed = found[0].label, found[1].needed
    if answer.verdict is not None:
        return f"Evidence of {ratio(1 / needed)} against {label} would undo this."
    others = sum(not test.passed and test.name not in _PROBABLE for test in answer.tests)
    rest = f" It failed {plural(others, 'other test')}, and must pass all." if others else ""
    if needed < 1:
        undone = f"evidence of {ratio(1 / needed)} against it would undo that"
        return f"{sentence(label)} is probable enough to be named; {undone}.{rest}"
    made = "probable enough to be named" if others else "a verdict"
    told = f"Further evidence of {ratio(needed)} for {label} would make it {made}."
    return f"{told}{_forged(*found)}{rest}"


def _forged(hypothesis: Hypothesis, row: Posterior) -> str:
    """Say how much deceit that would take; "" where there is nobody to accuse."""
    if hypothesis.kind not in ("named", "staged"):
        return ""
    if row.forged is None:
        return (
            f" No number of officials who look neutral (up to {_TRIED}) would bring it there by"
            " saying so."
        )
    hands = "One more official" if row.forged == 1 else f"{row.forged} more officials"
    look = "looks" if row.forged == 1 else "look"
    return f" {hands} who {look} neutral would bring it there by saying so, true or not."


def makes(assessment: Assessment, settler: Settler, role: Role | None = None) -> tuple[str, ...]:
    """Return what a fact would make of each leading answer, or of one question's, in words."""
    found = []
    for answer in assessment.answers:
        tested = candidate(answer) if role in (None, answer.role) else None
        if tested is None or tested[1].hypothesis_id not in settler.would_make:
            continue
        then = settler.would_make[tested[1].hypothesis_id]
        change = f"from {probability(tested[1].mean)} to {probability(then)}"
        found.append(f"if it pointed at {tested[0].label}: {change}")
    return tuple(found)
