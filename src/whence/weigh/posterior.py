"""Prior times likelihood over both linked questions, exactly, for every draw at once.

    P(E, S | r)  is proportional to  P(E) P(S | E) L_E(E) L_S(S)

P(S | E) is the sponsor's prior when somebody hostile carried it out; when nobody did, "nobody
beyond" takes all of it but ``sponsor_without_attack``. Since E enters P(S | E) only by that, the
sum over the other question has two values and needs no table of all pairs.
"""

import numpy as np
from msgspec import Struct, structs

from whence.model.claim import Role
from whence.weigh.hypotheses import Listed
from whence.weigh.items import Item
from whence.weigh.likelihood import Draws, Floats, Ties, caps, increments, reserve_varied
from whence.weigh.tables import Priors


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
        drawn = draws.beta(point[column], table.concentration, "prior", self.role)
        return reserve_varied(point, column, drawn)


class Joint(Struct, frozen=True, kw_only=True):
    """Posterior of both questions, (draws, hypotheses) each, and the marginal prior."""

    executor: Floats
    sponsor: Floats
    sponsor_prior: Floats

    def of(self, role: Role) -> Floats:
        """Return the posterior draws of one question."""
        return self.executor if role == "executor" else self.sponsor


class Model(Struct, frozen=True, kw_only=True):
    """Both questions with their evidence, ready to be evaluated under any dependence weights.

    ``raw`` (items, 3, draws) are the nats of :func:`increments`; ``capped`` the same with every
    origin held to its cap; ``ties`` say which items repeat each other.
    """

    questions: tuple[Question, Question]
    items: tuple[Item, ...]
    table: Priors
    draws: Draws
    priors: tuple[Floats, Floats]
    raw: Floats
    capped: Floats
    ties: Ties

    def logs(self, question: Question, weight: Floats) -> Floats:
        """Return (draws, hypotheses): log-likelihood of one question in nats, 0 where untouched."""
        mine = [
            index
            for index, item in enumerate(self.items)
            if item.role == question.role and weight[index] != 0
        ]
        concerns = np.zeros((3, len(mine), len(question.live)))
        reserve = question.column("unnamed")
        for row, index in enumerate(mine):
            columns = [question.live.index(target) for target in self.items[index].targets]
            concerns[0, row, columns] = weight[index]
            concerns[1, row, reserve] = 0.0 if reserve in columns else weight[index]
            kin = [question.live.index(one) for one in self.items[index].kin]
            concerns[2, row, kin] = weight[index]
        total: Floats = self.capped[mine, 0].T @ concerns[0]
        total += self.capped[mine, 1].T @ concerns[1]
        if concerns[2].any():
            total += self.capped[mine, 2].T @ concerns[2]
        return total

    def candidate(self, question: Question, means: Floats) -> int:
        """Return the column of the likeliest answer that some source gives.

        "Nobody stood behind it" is one only where a source speaks for it: its prior alone is no
        answer. Where no source gives any, the likeliest besides somebody not named.
        """
        given = {
            target
            for index, item in enumerate(self.items)
            for target in item.targets
            if self.raw[index, 0].mean() > 0
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
        )

    def evaluate(self) -> Joint:
        """Return the posterior under all the evidence."""
        weight = self.ties.weights()
        executor, sponsor = self.questions
        return self.posterior((self.logs(executor, weight), self.logs(sponsor, weight)))

    def without(self, origin_id: str) -> "Model":
        """Return the model without what one origin says; shared facts keep their other hands."""
        kept = []
        for item in self.items:
            voices = tuple(voice for voice in item.voices if voice.origin_id != origin_id)
            if voices:
                kept.append(structs.replace(item, voices=voices))
        return build(self.questions, tuple(kept), self.table, self.draws)


def build(
    questions: tuple[Question, Question], items: tuple[Item, ...], table: Priors, draws: Draws
) -> Model:
    """Return the model with every item's nats drawn."""
    shape = (3, max(draws.count, 1))
    raw = np.zeros((len(items), *shape))
    for index, item in enumerate(items):
        raw[index] = np.broadcast_to(increments(item, table, draws), shape)
    hands = [tuple(voice.origin_id for voice in item.voices) for item in items]
    return Model(
        questions=questions,
        items=items,
        table=table,
        draws=draws,
        priors=(questions[0].prior_draws(table, draws), questions[1].prior_draws(table, draws)),
        raw=raw,
        capped=raw * caps(hands, raw)[:, None, :],
        ties=Ties.of(items, np.abs(raw.mean(axis=2)).max(axis=1, initial=0.0)),
    )


def combine(
    *,
    executor: tuple[Floats, Floats],
    sponsor: tuple[Floats, int],
    logs: tuple[Floats, Floats],
    table: Priors,
) -> Joint:
    """Return the posterior of both questions from priors and log-likelihoods, draw by draw.

    ``executor`` is (prior, 1 where nobody hostile), ``sponsor`` (prior, column of "nobody
    beyond"). A share ``misreading`` of belief stays with the prior.
    """
    prior_e, peaceful = executor
    prior_s, nobody = sponsor
    like_e = np.exp(logs[0] - logs[0].max(axis=1, keepdims=True))
    like_s = np.exp(logs[1] - logs[1].max(axis=1, keepdims=True))
    alone = np.zeros(prior_s.shape[1])
    alone[nobody] = 1.0
    leak = table.sponsor_without_attack
    if_attack = prior_s * like_s
    if_none = ((1 - leak) * alone + leak * prior_s) * like_s
    sums = (if_attack.sum(axis=1, keepdims=True), if_none.sum(axis=1, keepdims=True))
    joint_e = prior_e * like_e * np.where(peaceful == 1, sums[1], sums[0])
    post_e = joint_e / joint_e.sum(axis=1, keepdims=True)
    none = (post_e * peaceful).sum(axis=1, keepdims=True)
    post_s = (1 - none) * if_attack / sums[0] + none * if_none / sums[1]
    none_before = (prior_e * peaceful).sum(axis=1, keepdims=True)
    marginal = (1 - none_before) * prior_s + none_before * ((1 - leak) * alone + leak * prior_s)
    kept = table.misreading
    return Joint(
        executor=(1 - kept) * post_e + kept * prior_e,
        sponsor=(1 - kept) * post_s + kept * marginal,
        sponsor_prior=marginal,
    )
