"""An invented case with everything that weighing tells: steps, thresholds, past moments."""

from msgspec.structs import replace

from tests.publish.cases import harbour_case
from whence.model.assessment import (
    Answer,
    Assessment,
    Cause,
    Evidence,
    Hypothesis,
    Posterior,
    Settler,
    Step,
    Turn,
)
from whence.model.case import Case
from whence.model.claim import Role

TIDE, ORRIN, RESERVE = "executor:the-tidewatch", "executor:orrin", "executor:unnamed"
LONG = "accusation of the Tidewatch by a spokesman for the interior ministry of the coast provinces"
WORDS = "the Tidewatch denies it"


def step(kind: str, nats: float, mean: float, text: str, key: str | None = None) -> Step:
    return Step(kind=kind, nats=nats, mean=mean, text=text, evidence_id=key)  # type: ignore[arg-type]


STEPS = (
    step("prior", -1.3863, 0.2, "before any evidence"),
    step("evidence", 0.97, 0.3975, LONG, "ev-1"),
    step("evidence", -0.15, 0.362, WORDS, "ev-2"),
    step("evidence", 0.001, 0.3622, "2 weaker items together"),
    step("link", 0.0, 0.3622, "what is said of who ordered or enabled it"),
    step("reading", -0.02, 0.3576, "the chance that the whole reading is wrong"),
)


def turn(at: str, means: dict[str, float], verdict: str | None = None, *, role: Role = "executor",
         confidence: str = "low", causes: tuple[Cause, ...] = ()) -> Turn:  # fmt: skip
    """Return a moment whose candidate is the likeliest that is not the reserve."""
    named = {key: mean for key, mean in means.items() if not key.endswith(":unnamed")}
    candidate = max(named, key=lambda key: named[key])
    mean = means[candidate]
    return Turn(at=at, role=role, candidate=candidate, means=means, low=mean / 2,
                high=min(0.99, mean * 1.4), verdict=verdict, wording="", causes=causes,
                confidence=confidence)  # type: ignore[arg-type]  # fmt: skip


def cause(kind: str, text: str, nats: float) -> Cause:
    return Cause(kind=kind, text=text, nats=nats)  # type: ignore[arg-type]


HISTORY = (
    turn("2031-03-04", {TIDE: 0.2, RESERVE: 0.8}, causes=(cause("new", LONG, 0.97),)),
    turn("2031-03-05", {TIDE: 0.6, RESERVE: 0.4}, TIDE, confidence="moderate",
         causes=(cause("changed", LONG, 0.3), cause("new", "a finding", 1.2))),
    turn("2031-03-07", {TIDE: 0.6, RESERVE: 0.4}, TIDE, confidence="moderate"),
    turn("2031-03-08", {TIDE: 0.2, ORRIN: 0.62, RESERVE: 0.18}, ORRIN,
         causes=(cause("gone", "a finding", -1.2), cause("changed", LONG, -0.1))),
    turn("2031-03", {ORRIN: 0.3, TIDE: 0.36, RESERVE: 0.34}),
    turn("2034", {ORRIN: 0.3, TIDE: 0.36, RESERVE: 0.34, "executor:a-third": 0.004},
         causes=(cause("new", WORDS, 0.15),)),
)  # fmt: skip


def named(key: str, label: str, **told: object) -> Hypothesis:
    return Hypothesis(id=key, role="executor", kind="named", label=label, entered_by="a report",
                      **told)  # type: ignore[arg-type]  # fmt: skip


def share(key: str, prior: float, mean: float, needed: float | None) -> Posterior:
    return Posterior(hypothesis_id=key, prior=prior, mean=mean, low=mean * 0.6,
                     high=min(0.99, mean * 1.5), words="unlikely", needed=needed)  # fmt: skip


def executor(case: Case) -> Answer:
    assert case.assessment is not None
    old = case.assessment.answer("executor")
    spans = old.evidence[0].spans
    evidence = (
        Evidence(id="ev-1", kind="accusation_official", text=LONG, group="a", spans=spans,
                 origin_ids=old.evidence[0].origin_ids, diagnosticity=0.97, reason="It may know.",
                 log_likelihood={TIDE: 0.0, ORRIN: -0.97, RESERVE: -0.9}),
        Evidence(id="ev-2", kind="denial", text=WORDS, group="b", origin_ids=("or-none",),
                 log_likelihood={TIDE: -0.15, ORRIN: 0.0, RESERVE: 0.0}, diagnosticity=0.15,
                 reason="Most deny."),
    )  # fmt: skip
    return replace(
        old,
        hypotheses=(
            named(TIDE, "the Tidewatch", party_id="p-tide"),
            named(ORRIN, "Orrin"),
            Hypothesis(id=RESERVE, role="executor", kind="unnamed", label="somebody not named",
                       entered_by="always"),
            named("executor:those", "those who gain by it", weightless=True),
        ),
        evidence=evidence,
        posterior=(share(TIDE, 0.2, 0.3576, 2.19), share(ORRIN, 0.2, 0.3, 2.9),
                   share(RESERVE, 0.6, 0.3424, 2.4)),
        candidate=TIDE,
        steps=STEPS,
    )  # fmt: skip


def weighed_case() -> Case:
    """Return the harbour case with an executor that was named once, and a bare sponsor."""
    case = harbour_case()
    assert case.assessment is not None
    sponsor = case.assessment.answer("sponsor")
    bare = replace(
        sponsor,
        hypotheses=tuple(replace(row, kind="no_sponsor") for row in sponsor.hypotheses[2:]),
        posterior=sponsor.posterior[2:],
        candidate=sponsor.hypotheses[2].id,
        evidence=(),
    )
    assessment = Assessment(
        as_of=None,
        answers=(executor(case), bare),
        confidence="low",
        confidence_reason="1 independent first hand bears on it.",
        would_settle=(
            Settler(text="serial numbers", reason="They tie it.", kind="forensic", status="awaited",
                    expected_information=0.31, would_make={TIDE: 0.81}),
            Settler(text="orders", kind="records", status="not yet reported",
                    expected_information=0.05, would_make={"sponsor:the-tidewatch": 0.5}),
            Settler(text="tapes", kind="forensic", status="lost", expected_information=0.0),
        ),
        sensitivity=case.assessment.sensitivity,
        history=HISTORY,
        model="weigh@1",
    )  # fmt: skip
    return replace(case, assessment=assessment)


def altered(case: Case, **changes: object) -> Case:
    """Return the case with these fields of its executor's answer replaced."""
    assert case.assessment is not None
    first, *others = case.assessment.answers
    answers = (replace(first, **changes), *others)
    return replace(case, assessment=replace(case.assessment, answers=answers))


def assessed(case: Case, **changes: object) -> Case:
    """Return the case with these fields of its assessment replaced."""
    assert case.assessment is not None
    return replace(case, assessment=replace(case.assessment, **changes))
