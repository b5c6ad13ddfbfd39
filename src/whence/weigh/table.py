"""The unnormalised table of both questions, from which posteriors under small changes follow."""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.model.claim import Role
from whence.weigh.leaving import Change
from whence.weigh.likelihood import Floats
from whence.weigh.posterior import Model


class Table(Struct, frozen=True, kw_only=True):
    """Prior times likelihood, (hypotheses, draws): the executor's, and the sponsor's for each case.

    With U, V the executor's sums over hostile and peaceful answers and S, T the sponsor's if there
    was an attack and if there was none, all belief is U S + V T, and

        P(E) = E S / (U S + V T) for hostile answers, E T / (U S + V T) for peaceful ones,
        P(S) = (U S_attack + V S_none) / (U S + V T).
    """

    executor: Floats
    peaceful: NDArray[np.bool_]
    attack: Floats
    none: Floats
    before: Mapping[Role, Floats]
    kept: float

    @staticmethod
    def of(model: Model, logs: tuple[Floats, Floats]) -> "Table":
        """Return the table for log-likelihoods as from :meth:`Model.logs`."""
        executor, sponsor = model.questions
        prior_e, prior_s = (prior.T for prior in model.priors)
        like_e, like_s = (np.exp(log - log.max(axis=1, keepdims=True)).T for log in logs)
        leak = model.table.sponsor_without_attack
        alone = np.zeros((len(prior_s), 1))
        alone[sponsor.column("no_sponsor")] = 1
        none = (1 - leak) * alone + leak * prior_s
        peace = (prior_e * executor.peaceful[:, None]).sum(axis=0)
        return Table(
            executor=prior_e * like_e,
            peaceful=executor.peaceful == 1,
            attack=prior_s * like_s,
            none=none * like_s,
            before={
                "executor": prior_e.mean(axis=1),
                "sponsor": ((1 - peace) * prior_s + peace * none).mean(axis=1),
            },
            kept=model.table.misreading,
        )

    def part(self, draws: slice) -> "Part":
        """Return the table of some draws, with its sums."""
        executor, attack, none = (
            np.ascontiguousarray(rows[:, draws]) for rows in (self.executor, self.attack, self.none)
        )
        return Part(
            executor=executor,
            peaceful=self.peaceful,
            attack=attack,
            none=none,
            sums=(
                executor[~self.peaceful].sum(axis=0),
                executor[self.peaceful].sum(axis=0),
                attack.sum(axis=0),
                none.sum(axis=0),
            ),
        )

    def mixed(self, role: Role, means: Floats) -> Floats:
        """Return means with the share of belief that stays with the prior."""
        result: Floats = (1 - self.kept) * means + self.kept * self.before[role]
        return result


class Part(Struct, frozen=True, kw_only=True):
    """Some draws of a :class:`Table`; ``sums`` are U, V, S_attack and S_none."""

    executor: Floats
    peaceful: NDArray[np.bool_]
    attack: Floats
    none: Floats
    sums: tuple[Floats, Floats, Floats, Floats]

    def totals(self, change: Change) -> dict[Role, Floats]:
        """Return the posteriors summed over the draws, with nats added to some answers."""
        hostile, peaceful, attack, none = self.sums
        executors: dict[int, Floats] = {}
        sponsors: dict[int, tuple[Floats, Floats]] = {}
        for (question, column), nats in change.items():
            more = np.expm1(nats)
            if question:
                sponsors[column] = (self.attack[column] * more, self.none[column] * more)
                attack = attack + sponsors[column][0]
                none = none + sponsors[column][1]
                continue
            executors[column] = self.executor[column] * more
            if self.peaceful[column]:
                peaceful = peaceful + executors[column]
            else:
                hostile = hostile + executors[column]
        whole = hostile * attack + peaceful * none
        if_attack, if_none = attack / whole, none / whole
        executor = np.where(self.peaceful, self.executor @ if_none, self.executor @ if_attack)
        for column, added in executors.items():
            executor[column] += added @ (if_none if self.peaceful[column] else if_attack)
        if_hostile, if_peaceful = hostile / whole, peaceful / whole
        sponsor = self.attack @ if_hostile + self.none @ if_peaceful
        for column, (in_attack, in_none) in sponsors.items():
            sponsor[column] += in_attack @ if_hostile + in_none @ if_peaceful
        return {"executor": executor, "sponsor": sponsor}
