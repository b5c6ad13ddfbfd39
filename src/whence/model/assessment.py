"""Who was behind it: hypotheses, evidence, posterior, verdict and what would change it."""

from typing import Literal

from msgspec import Struct

from whence.model.claim import Role
from whence.model.span import Span

HypothesisKind = Literal["named", "staged", "unnamed", "no_hostile_actor", "no_sponsor"]
Confidence = Literal["high", "moderate", "low"]


class Hypothesis(Struct, frozen=True, kw_only=True):
    """An answer to "who": a named party, somebody not named yet, or no hostile actor at all.

    ``no_sponsor`` answers the second question: nobody beyond whoever carried it out.
    ``weightless`` hypotheses entered by insinuation alone: shown, and nothing weighs for them.
    """

    id: str
    role: Role
    kind: HypothesisKind
    label: str
    party_id: str | None = None
    entered_by: str
    weightless: bool = False


class Evidence(Struct, frozen=True, kw_only=True):
    """Claims grouped by origin that bear on the hypotheses.

    ``log_likelihood`` maps hypothesis id to nats, shifted so that the largest is 0;
    ``diagnosticity`` is the largest difference between two hypotheses in nats. ``kind`` is a key of
    ``vocabulary/evidence.yaml``, ``group`` the dependence group.
    """

    id: str
    kind: str
    text: str
    origin_ids: tuple[str, ...]
    claim_ids: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    group: str
    log_likelihood: dict[str, float]
    diagnosticity: float
    reason: str
    spans: tuple[Span, ...] = ()


class Posterior(Struct, frozen=True, kw_only=True):
    """Prior and posterior probability of one hypothesis; mean and 5-95 % over the draws.

    ``words`` is the likelihood word, or "assumed" where no evidence bears on the question at all.
    """

    hypothesis_id: str
    prior: float
    mean: float
    low: float
    high: float
    words: str


class Test(Struct, frozen=True, kw_only=True):
    """One test that a verdict must pass, with what was found."""

    __test__ = False  # pytest: this is no test case

    name: str
    passed: bool
    detail: str


class Answer(Struct, frozen=True, kw_only=True):
    """The assessment of one of the two linked questions, executor or sponsor.

    ``verdict`` is a hypothesis id, or None for "cannot tell"; then ``tests`` say what failed.
    ``posterior`` has one row for every hypothesis that is not weightless, likeliest first.
    """

    role: Role
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]
    posterior: tuple[Posterior, ...]
    tests: tuple[Test, ...]
    verdict: str | None
    wording: str
    prior_basis: str


class Settler(Struct, frozen=True, kw_only=True):
    """A fact not yet known that would move the verdict: expected drop of entropy in nats.

    ``reason`` says in plain words why it would.
    """

    text: str
    reason: str = ""
    kind: str
    expected_information: float
    status: str


class Sensitivity(Struct, frozen=True, kw_only=True):
    """How the leading posterior moves when one origin is left out."""

    role: Role
    origin_id: str
    origin_name: str
    hypothesis_id: str
    mean_with: float
    mean_without: float
    flips: bool


class Assessment(Struct, frozen=True, kw_only=True):
    """Executor and sponsor assessed as of a time, with confidence kept apart from likelihood."""

    as_of: str | None
    answers: tuple[Answer, ...]
    confidence: Confidence
    confidence_reason: str
    would_settle: tuple[Settler, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    model: str

    def answer(self, role: Role) -> Answer:
        """Return the answer to one of the two questions.

        Raises:
            KeyError: when the question was not asked.
        """
        for answer in self.answers:
            if answer.role == role:
                return answer
        raise KeyError(role)
