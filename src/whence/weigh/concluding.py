"""From the numbers to what follows from them: the tests, the verdicts and their words."""

import numpy as np
from msgspec import Struct

from whence.model.assessment import Answer, Confidence, Posterior
from whence.model.claim import Role
from whence.model.incident import Incident
from whence.weigh import confidence, tables, verdict
from whence.weigh.evaluating import Weighed
from whence.weigh.explain import evidence_of
from whence.weigh.numbers.posterior import Joint, Question
from whence.weigh.options import Options, Yardstick

ASSUMED = "assumed"
_INTERVAL = (5, 95)


class Concluded(Struct, frozen=True, kw_only=True):
    """What follows from the numbers for each question, and what the confidence rests on.

    ``standings`` are what the answers were tested by, in their order. The answers' steps and the
    forged hands are left open: they explain a conclusion and bear on none.
    """

    answers: tuple[Answer, ...]
    standings: tuple[verdict.Standing, ...]
    basis: confidence.Basis

    @property
    def confidence(self) -> Confidence:
        """Return how much the answers rest on."""
        return confidence.level_of(self.basis)

    def answer(self, role: Role) -> Answer:
        """Return the answer to one question."""
        return next(each for each in self.answers if each.role == role)


def concluded(incident: Incident, weighed: Weighed, options: Options) -> Concluded:
    """Return the answers to both questions with their tests, verdicts and words."""
    standings: list[verdict.Standing] = []
    answers: list[Answer] = []
    bases: list[confidence.Basis] = []
    for question in weighed.model.questions:
        standing = _standing(question, weighed)
        answer = _answer(question, standing, weighed, options)
        standings.append(standing)
        answers.append(answer)
        # The first question sets the confidence; a named sponsor can only lower it.
        if question.role == "executor" or answer.verdict is not None:
            bases.append(confidence.basis_of(standing, weighed.alone, incident))
    return Concluded(
        answers=tuple(answers),
        standings=tuple(standings),
        basis=min(bases, key=lambda each: confidence.RANK[confidence.level_of(each)]),
    )


def _standing(question: Question, weighed: Weighed) -> verdict.Standing:
    """Gather what the tests look at; other classes than the candidate name nobody either."""
    draws = weighed.joint.of(question.role)
    means = draws.mean(axis=0)
    column = weighed.model.candidate(question, means)
    candidate = question.live[column]
    mean = {key: float(value) for key, value in zip(question.live, means, strict=True)}
    classes = [
        entry.id
        for entry in question.listed
        if entry.vague and entry.id in mean and entry.id != candidate
    ]
    return verdict.Standing(
        role=question.role,
        hypotheses=tuple(entry.hypothesis for entry in question.listed),
        mean=mean,
        prior=_prior(question, weighed.joint),
        candidate=candidate,
        unnamed=mean[f"{question.role}:unnamed"] + sum(mean[key] for key in classes),
        classes=len(classes),
        stability=verdict.stability(draws, column),
        supporters=_supporters(candidate, weighed),
        sensitivity=tuple(row for row in weighed.sensitivity if row.role == question.role),
    )


def _prior(question: Question, joint: Joint) -> dict[str, float]:
    """Return the prior means; the sponsor's include the chance that there was no attack."""
    if question.role == "executor":
        return question.prior
    means = joint.sponsor_prior.mean(axis=0)
    return {key: float(value) for key, value in zip(question.live, means, strict=True)}


def _supporters(candidate: str, weighed: Weighed) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                voice.origin_id
                for item, nats in weighed.alone
                for voice in item.voices
                if candidate in item.targets and nats >= verdict.DIAGNOSTIC
            }
        )
    )


def _answer(
    question: Question, standing: verdict.Standing, weighed: Weighed, options: Options
) -> Answer:
    tests = verdict.tests_of(standing)
    passed = all(test.passed for test in tests)
    evidence = evidence_of(weighed.model, question, options)
    words = options.words if _told(standing, weighed) else None
    return Answer(
        role=question.role,
        hypotheses=standing.hypotheses,
        evidence=evidence,
        posterior=_posterior(question, standing, weighed.joint, words),
        tests=tests,
        candidate=standing.candidate,
        verdict=standing.candidate if passed else None,
        wording=verdict.wording(standing, tests, options.words),
        prior_basis=question.basis,
    )


def _told(standing: verdict.Standing, weighed: Weighed) -> bool:
    """Return whether anything that weighs bears on the question.

    A mere speculation that tells the answers apart by a hair leaves the shares those assumed. Much
    that is said on both sides may leave them so too, but then they are a judgement on evidence. So
    are shares that move by what is said of the other question, through a link.
    """
    weighs = any(
        item.role == standing.role and abs(nats) >= verdict.DIAGNOSTIC
        for item, nats in weighed.alone
    )
    return weighs or verdict.moved(standing) > verdict.INFORMATION


def _posterior(
    question: Question, standing: verdict.Standing, joint: Joint, words: Yardstick | None
) -> tuple[Posterior, ...]:
    """Return the shares, in the words of a yardstick: None where nothing that weighs bears on it.

    A likelihood word is a judgement on evidence; a starting share without any is not one.
    """
    low, high = np.percentile(joint.of(question.role), _INTERVAL, axis=0)
    rows = [
        Posterior(
            hypothesis_id=key,
            prior=round(standing.prior[key], 6),
            mean=round(standing.mean[key], 6),
            low=round(float(low[column]), 6),
            high=round(float(high[column]), 6),
            words=tables.likelihood_word(standing.mean[key], words) if words else ASSUMED,
            needed=_rounded(verdict.needed(standing.mean[key], standing.prior[key])),
        )
        for column, key in enumerate(question.live)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.mean, row.hypothesis_id)))


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 6)
