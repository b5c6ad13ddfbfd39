"""Who was behind it: bars, words, failed tests and the matrix of evidence."""

from dataclasses import dataclass
from math import exp

from whence.model.assessment import Answer, Evidence, Hypothesis, Posterior
from whence.model.claim import Claim, Standing
from whence.model.fact import Fact
from whence.model.incident import Statement
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.numbers import plural, probability, two_digits
from whence.publish.texts import known_as
from whence.publish.views import distance
from whence.publish.views.past import Past, pasts
from whence.publish.views.quotes import Quote, quote, quotes
from whence.publish.views.way import Way, ways
from whence.publish.words import evidence_label, standings, words

_NAMED = 4


@dataclass(frozen=True)
class Bar:
    """One hypothesis with its probability, in [0, 1] for drawing and in two digits for reading."""

    key: str
    label: str
    mean: float
    low: float
    high: float
    prior: float
    mean_text: str
    interval: str
    prior_text: str
    words: str
    weightless: bool
    needed: str
    entered_by: str
    standings: tuple[tuple[str, str], ...]
    party_href: str | None


@dataclass(frozen=True)
class Trial:
    """One test that a verdict must pass, and what was found."""

    name: str
    passed: bool
    detail: str

    @property
    def told(self) -> str:
        """Name and finding in one line; a finding that says its name is not given it twice."""
        if not self.detail:
            return f"{self.name[:1].upper()}{self.name[1:]}."
        named = self.name.casefold() in self.detail.casefold()
        return self.detail if named else f"{self.name[:1].upper()}{self.name[1:]}: {self.detail}"

    @property
    def brief(self) -> str:
        """What was found without its figures: "not probable enough"."""
        first = self.told.split(":", 1)[0].rstrip(".")
        return first[:1].lower() + first[1:]


@dataclass(frozen=True)
class Cell:
    """How well one hypothesis explains one item, relative to the hypothesis that explains it best.

    ``ratio`` is in (0, 1], ``share`` its text; ``level`` its shade from 0 (rules it out most) to 4
    (explains it best).
    """

    label: str
    ratio: float
    share: str
    level: int


@dataclass(frozen=True)
class Row:
    """One item of evidence in the matrix. ``factor`` is the largest ratio between two columns.

    ``groups`` are the same cells for a narrow page: hypotheses of one share taken together.
    """

    key: str
    text: str
    kind: str
    reason: str
    origins: tuple[tuple[str, str | None], ...]
    cells: tuple[Cell, ...]
    groups: tuple[tuple[Cell, str], ...]
    factor: str
    level: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class View:
    """One of the two linked questions with its answer."""

    role: str
    question: str
    verdict: str
    told: bool
    wording: str
    failed: tuple[Trial, ...]
    passed: tuple[Trial, ...]
    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]
    prior_basis: str
    far: str
    way: Way | None
    past: Past | None


def answers(index: Index) -> tuple[View, ...]:
    """Prepare the answers, executor before sponsor; none when nothing was weighed."""
    if index.case.assessment is None:
        return ()
    by_way, by_past = ways(index), pasts(index)
    return tuple(
        _answer(index, answer, by_way.get(answer.role), by_past.get(answer.role))
        for answer in sorted(index.case.assessment.answers, key=lambda answer: answer.role)
    )


def left_out(index: Index) -> str:
    """Return whose word was left out on purpose, as a sentence; "" where nobody's was."""
    assessment = index.case.assessment
    names = [
        index.origins[key].name if key in index.origins else key
        for key in (assessment.left_out if assessment else ())
    ]
    if not names:
        return ""
    whole = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"Weighed without the word of {whole}."


def _answer(index: Index, answer: Answer, way: Way | None, past: Past | None) -> View:
    labels = {hypothesis.id: hypothesis.label for hypothesis in answer.hypotheses}
    ordered = sorted(answer.posterior, key=lambda row: (-row.mean, row.hypothesis_id))
    named = {hypothesis.id: hypothesis for hypothesis in answer.hypotheses}
    columns = [row.hypothesis_id for row in ordered if row.hypothesis_id in named]
    trials = tuple(Trial(test.name, test.passed, test.detail) for test in answer.tests)
    evidence = sorted(answer.evidence, key=lambda item: (-item.diagnosticity, item.id))
    return View(
        role=answer.role,
        question=words().roles[answer.role],
        verdict=labels.get(answer.verdict or "", "cannot tell"),
        told=answer.verdict in labels,
        wording=answer.wording,
        failed=tuple(trial for trial in trials if not trial.passed),
        passed=tuple(trial for trial in trials if trial.passed),
        bars=tuple(
            _bar(index, named[row.hypothesis_id], row, bool(evidence))
            for row in ordered
            if row.hypothesis_id in named
        ),
        rows=tuple(_row(index, answer, item, columns, labels) for item in evidence),
        prior_basis=answer.prior_basis,
        far=distance.far(answer),
        way=way,
        past=past,
    )


def _bar(index: Index, hypothesis: Hypothesis, row: Posterior, weighed: bool) -> Bar:
    role = hypothesis.role
    known = index.case.incident is not None and any(
        party.id == hypothesis.party_id for party in index.case.incident.parties
    )
    return Bar(
        key=anchor("h", role + hypothesis.id),
        label=hypothesis.label,
        mean=row.mean,
        low=row.low,
        high=row.high,
        prior=row.prior,
        mean_text=probability(row.mean),
        interval=f"{probability(row.low)}–{probability(row.high)}",
        prior_text=probability(row.prior),
        words=row.words,
        weightless=hypothesis.weightless,
        needed=distance.brief(hypothesis, row) if weighed else "",
        entered_by=_entered(hypothesis),
        standings=_standings_of(index, role, hypothesis),
        party_href=f"#{anchor('p', hypothesis.party_id or '')}" if known else None,
    )


def _entered(hypothesis: Hypothesis) -> str:
    """Return why a hypothesis is listed; for a party, who brought it in."""
    by = hypothesis.entered_by
    return by if hypothesis.party_id is None else f"brought in by {by}"


def _standings_of(index: Index, role: str, hypothesis: Hypothesis) -> tuple[tuple[str, str], ...]:
    """Return (standing, "accused: 1 origin (a mayor)") for a named party, strongest first."""
    incident = index.case.incident
    if incident is None or hypothesis.party_id is None:
        return ()
    held: dict[Standing, dict[str, str]] = {}
    for statement in incident.statements:
        if _bears(statement, role, hypothesis.party_id):
            held.setdefault(statement.standing, {})[statement.origin_id] = statement.origin_name
    order = list(standings())
    return tuple(
        (
            standing,
            f"{standings()[standing].label}: {plural(len(origins), 'origin')} ({_few(origins)})",
        )
        for standing, origins in sorted(held.items(), key=lambda row: order.index(row[0]))
    )


def _few(origins: dict[str, str]) -> str:
    names = list(origins.values())
    rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return "; ".join(names[:_NAMED]) + rest


def _bears(statement: Statement, role: str, party_id: str) -> bool:
    return (
        statement.party_id == party_id
        and statement.role in (role, None)
        and not statement.insinuation
    )


def _row(
    index: Index, answer: Answer, item: Evidence, columns: list[str], labels: dict[str, str]
) -> Row:
    cells = tuple(_cell(labels[key], item.log_likelihood.get(key)) for key in columns)
    return Row(
        key=anchor("e", answer.role + item.id),
        text=known_as(item.text),
        kind=evidence_label(item.kind),
        reason=item.reason,
        origins=tuple(
            (origin.name, f"#{anchor('o', origin.id)}")
            for key in item.origin_ids
            if (origin := index.origins.get(key))
        ),
        cells=cells,
        groups=_groups(cells),
        factor=f"{two_digits(exp(item.diagnosticity))}×",
        level=min(4, int(item.diagnosticity * 2)),
        quotes=_quotes(index, item),
    )


def _quotes(index: Index, item: Evidence) -> tuple[Quote, ...]:
    """Return the words of an item claim by claim and fact by fact, then what neither holds."""
    found: list[Claim | Fact] = [index.claims[k] for k in item.claim_ids if k in index.claims]
    found += [index.facts[k] for k in item.fact_ids if k in index.facts]
    rows = [quote(index, thing.spans, thing.chain_id) for thing in found if thing.spans]
    covered = {span for thing in found for span in thing.spans}
    return (*rows, *quotes(index, (span for span in item.spans if span not in covered)))


def _groups(cells: tuple[Cell, ...]) -> tuple[tuple[Cell, str], ...]:
    """Gather cells of the same share: best first, many hypotheses by their number."""
    same: dict[str, list[Cell]] = {}
    for cell in cells:
        same.setdefault(cell.share, []).append(cell)
    ordered = sorted(same.values(), key=lambda group: -group[0].ratio)
    return tuple(
        (group[0], ", ".join(cell.label for cell in group) if len(group) <= _NAMED
         else f"{len(group)} others")
        for group in ordered
    )  # fmt: skip


def _cell(label: str, log_likelihood: float | None) -> Cell:
    if log_likelihood is None:
        return Cell(label, 1.0, "–", 4)
    ratio = exp(min(0.0, log_likelihood))
    return Cell(label, ratio, two_digits(ratio) if ratio >= 0.005 else "<.01", round(ratio * 4))
