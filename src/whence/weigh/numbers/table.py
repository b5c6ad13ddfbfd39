"""The unnormalised table of both questions, from which posteriors under small changes follow."""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.model.claim import Role
from whence.weigh.numbers.leaving import Change
from whence.weigh.numbers.likelihood import Floats
from whence.weigh.numbers.posterior import Model, mixture, shared


class Table(Struct, frozen=True, kw_only=True):
    """Prior times likelihood: the executor's (hypotheses, draws), the sponsor's for each group.

    Executors of one group g share P(S | E): peaceful answers, each party whom a backing speaks
    of, all others. ``member`` (hypotheses,) is the group of every executor, ``sponsor`` (groups,
    hypotheses, draws). With U_g the executor's sums and V_g the sponsor's, all belief is
    sum_g U_g V_g, and

        P(E) = E V_g(E) / sum_g U_g V_g,
        P(S) = sum_g U_g S_g / sum_g U_g V_g.
    """

    executor: Floats
    member: NDArray[np.intp]
    sponsor: Floats
    before: Mapping[Role, Floats]
    kept: float

    @staticmethod
    def of(model: Model, logs: tuple[Floats, Floats]) -> "Table":
        """Return the table for log-likelihoods as from :meth:`Model.logs`."""
        executor, sponsor = model.questions
        prior_e, prior_s = model.priors
        like_e, like_s = (np.exp(log - log.max(axis=1, keepdims=True)).T for log in logs)
        members, givens = shared(
            executor.peaceful, (prior_s, sponsor.column("no_sponsor")), model.table, model.links
        )
        before = mixture(prior_e, members, givens)
        return Table(
            executor=prior_e.T * like_e,
            member=np.argmax(members, axis=0),
            sponsor=np.array([given.T * like_s for given in givens]),
            before={"executor": prior_e.mean(axis=0), "sponsor": before.mean(axis=0)},
            kept=model.table.misreading,
        )

    def part(self, draws: slice) -> "Part":
        """Return the table of some draws, with its sums."""
        executor = np.ascontiguousarray(self.executor[:, draws])
        sponsor = np.ascontiguousarray(self.sponsor[:, :, draws])
        sums = [executor[self.member == group].sum(axis=0) for group in range(len(sponsor))]
        return Part(
            executor=executor,
            member=self.member,
            sponsor=sponsor,
            executors=np.array(sums),
            sponsors=sponsor.sum(axis=1),
        )

    def mixed(self, role: Role, means: Floats) -> Floats:
        """Return means with the share of belief that stays with the prior."""
        result: Floats = (1 - self.kept) * means + self.kept * self.before[role]
        return result


class Part(Struct, frozen=True, kw_only=True):
    """Some draws of a :class:`Table`; ``executors`` are U and ``sponsors`` V, (groups, draws)."""

    executor: Floats
    member: NDArray[np.intp]
    sponsor: Floats
    executors: Floats
    sponsors: Floats

    def totals(self, change: Change) -> dict[Role, Floats]:
        """Return the posteriors summed over the draws, with nats added to some answers."""
        mine, theirs = self.executors.copy(), self.sponsors
        executors: dict[int, Floats] = {}
        sponsors: dict[int, Floats] = {}
        for (question, column), nats in change.items():
            more = np.expm1(nats)
            if question:
                sponsors[column] = self.sponsor[:, column] * more
                theirs = theirs + sponsors[column]
            else:
                executors[column] = self.executor[column] * more
                mine[self.member[column]] += executors[column]
        whole = (mine * theirs).sum(axis=0)
        given_executor, given_sponsor = theirs / whole, mine / whole
        executor = (self.executor @ given_executor.T)[np.arange(len(self.member)), self.member]
        for column, added in executors.items():
            executor[column] += added @ given_executor[self.member[column]]
        sponsor = np.einsum("gsd,gd->s", self.sponsor, given_sponsor)
        for column, added in sponsors.items():
            sponsor[column] += (added * given_sponsor).sum()
        return {"executor": executor, "sponsor": sponsor}
