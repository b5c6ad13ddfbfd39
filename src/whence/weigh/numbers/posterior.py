"""Prior times likelihood over both linked questions, exactly, for every draw at once.

    P(E, S | r)  is proportional to  P(E) P(S | E) L_E(E) L_S(S)

P(S | E) is the sponsor's prior when somebody hostile carried it out; when nobody did, "nobody
beyond" takes all of it but ``sponsor_without_attack``; where a party table says who stands behind
an executor, those sponsors take what it gives them. So the sum over the other question has a few
values and needs no table of all pairs.
"""

import numpy as np
from msgspec import Struct, structs

from whence.errors import ConfigError
from whence.model.claim import Role
from whence.weigh.hypotheses import Listed
from whence.weigh.items import Item
from whence.weigh.numbers.dependence import Ties
from whence.weigh.numbers.likelihood import Draws, Floats, reserve_varied
from whence.weigh.numbers.nats import KIN, NOTHING, TARGET, UNNAMED, Known, Nats, draw
from whence.weigh.options import Backing
from whence.weigh.tables import Priors

LEAST_ROOM = 0.03
"""What all backings of one executor leave at least for sponsors that they do not name."""


class Question(Struct, frozen=True, kw_only=True):
    """One question: its hypotheses, their priors and where these come from."""

    role: Role
    listed: tuple[Listed, ...]
    prior: dict[str, float]
    basis: str

    @property
    def live(self) -> tuple[str, ...]:
        """Return the ids of the hypotheses that carry probability, in the order of columns."""
        return tuple(entry.id for entry in self.listed if not entry.hypothesis.weightless)

    @property
    def peaceful(self) -> Floats:
        """Return 1 for hypotheses under which nobody hostile carried it out, else 0."""
        kinds = ("no_hostile_actor", "staged")
        return np.array(
            [
                float(entry.hypothesis.kind in kinds)
                for entry in self.listed
                if not entry.hypothesis.weightless
            ]
        )

    def column(self, kind: str) -> int:
        """Return the column of a reserve ("unnamed", "no_sponsor")."""
        return self.live.index(f"{self.role}:{kind}")

    def prior_draws(self, table: Priors, draws: Draws) -> Floats:
        """Return (draws, hypotheses): the unnamed share varies, the others keep their ratios."""
        point = np.array([self.prior[key] for key in self.live])
        column = self.column("unnamed")
        drawn = draws.reserve(point[column], table.concentration, "prior", self.role)
        return reserve_varied(point, column, drawn)


class Joint(Struct, frozen=True, kw_only=True):
    """Posterior of both questions, (draws, hypotheses) each, and the marginal prior."""

    executor: Floats
    sponsor: Floats
    sponsor_prior: Floats

    def of(self, role: Role) -> Floats:
        """Return the posterior draws of one question."""
        return self.executor if role == "executor" else self.sponsor


class Link(Struct, frozen=True, kw_only=True):
    """P(S | E) for one executor of whom a backer is held to stand behind: (draws, sponsors)."""

    column: int
    given: Floats


class Model(Struct, frozen=True, kw_only=True):
    """Both questions with their evidence, ready to be evaluated under any dependence weights.

    ``nats`` are what every item says, ``ties`` which items repeat each other.
    """

    questions: tuple[Question, Question]
    items: tuple[Item, ...]
    table: Priors
    draws: Draws
    priors: tuple[Floats, Floats]
    nats: Nats
    ties: Ties
    links: tuple[Link, ...] = ()
    left_out: tuple[str, ...] = ()

    def touched(self, question: Question) -> dict[int, list[tuple[int, int]]]:
        """Return the (column, row of nats) pairs of every item that bears on a question."""
        columns = {key: column for column, key in enumerate(question.live)}
        reserve = question.column("unnamed")
        found = {}
        for index, item in enumerate(self.items):
            if item.role == question.role:
                targets = {columns[target] for target in item.targets}
                pairs = [(column, TARGET) for column in sorted(targets)]
                pairs += [(reserve, UNNAMED)] * (reserve not in targets)
                found[index] = pairs + [(columns[one], KIN) for one in item.kin]
        return found

    def logs(self, question: Question, weight: Floats) -> Floats:
        """Return (draws, hypotheses): log-likelihood of one question in nats, 0 where untouched."""
        total = np.zeros((len(question.live), self.nats.log_ratio.shape[1]))
        for index, pairs in self.touched(question).items():
            if not weight[index]:
                continue
            rows = {row: weight[index] * self.nats.of(index, row) for _, row in pairs}
            for column, row in pairs:
                total[column] += rows[row]
        return total.T

    def candidate(self, question: Question, means: Floats) -> int:
        """Return the column of the likeliest answer that some source gives.

        "Nobody stood behind it" is one only where a source speaks for it: its prior alone is no
        answer. Where no source gives any, the likeliest besides somebody not named.
        """
        given = {
            target
            for index, item in enumerate(self.items)
            for target in item.targets
            if self.nats.alone[index, TARGET] > 0
        }
        given |= {e.id for e in question.listed if e.hypothesis.kind in ("named", "staged")}
        unnamed = question.column("unnamed")
        others = [column for column in range(len(question.live)) if column != unnamed]
        asserted = [column for column in others if question.live[column] in given]
        return max(asserted or others, key=lambda column: float(means[column]))

    def posterior(self, logs: tuple[Floats, Floats]) -> Joint:
        """Return the posterior of both questions for log-likelihoods as from :meth:`logs`."""
        executor, sponsor = self.questions
        return combine(
            executor=(self.priors[0], executor.peaceful),
            sponsor=(self.priors[1], sponsor.column("no_sponsor")),
            logs=logs,
            table=self.table,
            links=self.links,
        )

    def evaluate(self) -> Joint:
        """Return the posterior under all the evidence."""
        weight = self.ties.weights()
        executor, sponsor = self.questions
        return self.posterior((self.logs(executor, weight), self.logs(sponsor, weight)))

    def without(self, origin_id: str) -> "Model":
        """Return the model without what one origin says; shared facts keep their other hands."""
        kept: list[Item] = []
        for item in self.items:
            voices = tuple(voice for voice in item.voices if voice.origin_id != origin_id)
            if voices:
                same = len(voices) == len(item.voices)
                kept.append(item if same else structs.replace(item, voices=voices))
        nats = draw(tuple(kept), self.table, self.draws, self.nats.known)
        ties = Ties.of(tuple(kept), nats.strength)
        return structs.replace(self, items=tuple(kept), nats=nats, ties=ties)


def build(
    questions: tuple[Question, Question],
    items: tuple[Item, ...],
    table: Priors,
    draws: Draws,
    backing: tuple[Backing, ...] = (),
    known: Known = NOTHING,
) -> Model:
    """Return the model with every item's nats drawn, as far as they are not ``known``.

    Raises:
        ConfigError: when the backings of one executor leave nothing for others, or two are of
            one pair.
    """
    nats = draw(items, table, draws, known)
    priors = (questions[0].prior_draws(table, draws), questions[1].prior_draws(table, draws))
    return Model(
        questions=questions,
        items=items,
        table=table,
        draws=draws,
        priors=priors,
        nats=nats,
        ties=Ties.of(items, nats.strength),
        links=linked(questions, priors[1], backing),
    )


def linked(
    questions: tuple[Question, Question], prior: Floats, backing: tuple[Backing, ...]
) -> tuple[Link, ...]:
    """Return the sponsor's conditional prior of every executor that a backing speaks of.

    The sponsors named take what the backings give them; the others share the rest in their own
    ratios.

    Raises:
        ConfigError: when the backings of one executor leave nothing for others, or two are of
            one pair.
    """
    executor, sponsor = questions
    given: dict[int, dict[int, float]] = {}
    for each in backing:
        column = executor.live.index(f"executor:{each.executor}")
        shares = given.setdefault(column, {})
        index = sponsor.live.index(f"sponsor:{each.sponsor}")
        if index in shares:
            who, whom = sponsor.live[index], executor.live[column]
            raise ConfigError(f"there are two backings of {whom} by {who}", "keep one of them")
        shares[index] = each.probability
    found = []
    for column, shares in sorted(given.items()):
        room = 1 - sum(shares.values())
        if room < LEAST_ROOM:
            name = executor.live[column]
            raise ConfigError(f"the backings of {name} leave nothing for any other sponsor")
        rest = prior.copy()
        rest[:, list(shares)] = 0
        table = rest * room / rest.sum(axis=1, keepdims=True)
        for index, share in shares.items():
            table[:, index] = share
        found.append(Link(column=column, given=table))
    return tuple(found)


def shared(
    peaceful: Floats, sponsor: tuple[Floats, int], table: Priors, links: tuple[Link, ...]
) -> tuple[list[Floats], list[Floats]]:
    """Return groups of executors that share one P(S | E): who is linked, peaceful ones, others.

    For every group 1 for its members, else 0, (hypotheses,), and P(S | E), (draws, sponsors).
    ``sponsor`` is (prior, column of "nobody beyond").
    """
    prior, nobody = sponsor
    alone = np.zeros(prior.shape[1])
    alone[nobody] = 1.0
    leak = table.sponsor_without_attack
    members: list[Floats] = [np.eye(1, len(peaceful), link.column)[0] for link in links]
    members += [peaceful, 1 - peaceful - sum(members)]
    givens = [link.given for link in links]
    return members, [*givens, (1 - leak) * alone + leak * prior, prior]


def mixture(prior: Floats, members: list[Floats], givens: list[Floats]) -> Floats:
    """Return the sponsor's prior (draws, sponsors) from the executor's and groups as shared."""
    result = np.zeros_like(givens[0])
    for member, given in zip(members, givens, strict=True):
        result += (prior @ member)[:, None] * given
    return result


def combine(
    *,
    executor: tuple[Floats, Floats],
    sponsor: tuple[Floats, int],
    logs: tuple[Floats, Floats],
    table: Priors,
    links: tuple[Link, ...] = (),
) -> Joint:
    """Return the posterior of both questions from priors and log-likelihoods, draw by draw.

    ``executor`` is (prior, 1 where nobody hostile), ``sponsor`` (prior, column of "nobody
    beyond"). A share ``misreading`` of belief stays with the prior.
    """
    prior_e, peaceful = executor
    prior_s, nobody = sponsor
    like_e = np.exp(logs[0] - logs[0].max(axis=1, keepdims=True))
    like_s = np.exp(logs[1] - logs[1].max(axis=1, keepdims=True))
    members, givens = shared(peaceful, (prior_s, nobody), table, links)
    weighed = [given * like_s for given in givens]
    sums = [each.sum(axis=1, keepdims=True) for each in weighed]
    factor = sum(total * member for total, member in zip(sums, members, strict=True))
    joint_e = prior_e * like_e * factor
    post_e = joint_e / joint_e.sum(axis=1, keepdims=True)
    post_s = sum(
        (post_e @ member)[:, None] * each / total
        for member, each, total in zip(members, weighed, sums, strict=True)
    )
    marginal = mixture(prior_e, members, givens)
    kept = table.misreading
    return Joint(
        executor=(1 - kept) * post_e + kept * prior_e,
        sponsor=(1 - kept) * post_s + kept * marginal,
        sponsor_prior=marginal,
    )
