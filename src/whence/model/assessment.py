"""Who was behind it: hypotheses, evidence, posterior, verdict and what would change it."""

from typing import Literal

from msgspec import Struct

from whence.model.claim import Role
from whence.model.span import Span

HypothesisKind = Literal["named", "staged", "unnamed", "no_hostile_actor", "no_sponsor"]
Confidence = Literal["high", "moderate", "low"]
StepKind = Literal["prior", "evidence", "link", "reading"]
"""A step of the waterfall: where it starts, an item of evidence, what the other question tells,
the chance that the whole reading is wrong."""


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

    ``words`` is the likelihood word, or "assumed" where nothing that weighs bears on it.
    ``needed`` is the flip threshold: the likelihood ratio for this answer, against all others
    alike, at which it would lead and be probable enough to be named. Below 1 it already is, and
    evidence of 1/``needed`` to 1 against it would undo that; None where no evidence could.
    ``forged`` is how many officials who seem neutral, hands of one sort, would have to say so for
    that: 0 where it is there already, None where 64 would not do. It is told of the candidate
    alone, if it is a party.
    """

    hypothesis_id: str
    prior: float
    mean: float
    low: float
    high: float
    words: str
    needed: float | None = None
    forged: int | None = None


class Step(Struct, frozen=True, kw_only=True):
    """One step of the way from the prior to the posterior of the candidate.

    ``nats`` is what the step adds to the log-odds of the candidate against all other answers; the
    first step is the prior's own log-odds, and all steps sum to those of the posterior.
    ``mean`` is the candidate's probability after the step. ``kind`` tells evidence (then
    ``evidence_id`` names it) from what is no evidence.
    """

    kind: StepKind
    evidence_id: str | None = None
    text: str
    nats: float
    mean: float


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
    ``candidate`` is the likeliest answer that some source gives, the one that is tested, and
    ``steps`` the way from its prior to its posterior.
    """

    role: Role
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]
    posterior: tuple[Posterior, ...]
    tests: tuple[Test, ...]
    candidate: str = ""
    verdict: str | None
    wording: str
    prior_basis: str
    steps: tuple[Step, ...] = ()


class Settler(Struct, frozen=True, kw_only=True):
    """A fact not yet known that would move the verdict: expected drop of entropy in nats.

    ``reason`` says in plain words why it would. ``would_make`` tells, for the leading answers of
    the questions it bears on, the probability that it would have if the fact pointed at it.
    """

    text: str
    reason: str = ""
    kind: str
    expected_information: float
    status: str
    would_make: dict[str, float] = {}


class Sensitivity(Struct, frozen=True, kw_only=True):
    """How the leading posterior moves when one origin is left out."""

    role: Role
    origin_id: str
    origin_name: str
    hypothesis_id: str
    mean_with: float
    mean_without: float
    flips: bool


class Cause(Struct, frozen=True, kw_only=True):
    """Why an assessment changed: an item that came, went, or weighs otherwise than before.

    ``nats`` is by how much the item now tells the answers apart more (below 0: less) than before.
    """

    kind: Literal["new", "gone", "changed"]
    text: str
    nats: float


class Turn(Struct, frozen=True, kw_only=True):
    """One question as of a past moment, and what changed since the moment before.

    ``means`` are the probabilities by hypothesis id; ``low`` and ``high`` those of the candidate
    (5-95 %). ``wording`` is the verdict or that there is none.
    """

    at: str
    role: Role
    candidate: str
    means: dict[str, float]
    low: float
    high: float
    verdict: str | None
    wording: str
    confidence: Confidence
    causes: tuple[Cause, ...]


class Assessment(Struct, frozen=True, kw_only=True):
    """Executor and sponsor assessed as of a time, with confidence kept apart from likelihood.

    ``history`` has the assessment as of every moment at which a statement came, in order.
    ``left_out`` are the origins whose word was left out on purpose, to see what rests on it.
    """

    as_of: str | None
    answers: tuple[Answer, ...]
    confidence: Confidence
    confidence_reason: str
    would_settle: tuple[Settler, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    history: tuple[Turn, ...] = ()
    left_out: tuple[str, ...] = ()
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
