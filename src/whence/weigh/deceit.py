"""How many hands somebody would have to forge to bring an answer to a verdict.

Forged hands are taken for officials who seem neutral, all of one sort: the strongest that cost no
inquiry or court to forge. n of them count as n / (1 + (n - 1) rho), so their nats never pass those
of one times 1 / rho, and some answers no number of them can reach.
"""

from functools import cache
from math import ceil, log

from whence.model.origin import Stake
from whence.weigh.likelihood import CEILING
from whence.weigh.tables import priors, rows

KIND = "accusation_authority"
STAKE: Stake = "neutral"


@cache
def nats_of_one() -> float:
    """Return what one such hand adds to the log-odds of the accused, at point values, in nats."""
    row = rows()[KIND]
    planted = priors().modes.accusing[STAKE]
    did = row.ratio / (1 + row.ratio)

    def says(honest: float) -> float:
        knows = row.informed * honest + (1 - row.informed) / 2
        return (1 - planted) * knows + planted * CEILING

    return log(says(did) / says(1 - did))


def forged(needed: float | None) -> int | None:
    """Return the smallest number of forged hands whose ratio is ``needed``; None where none is.

    0 where nothing is needed. The number is a floor: what was said before by others of that sort
    would leave each of them less.
    """
    if needed is None:
        return None
    if needed <= 1:
        return 0
    # n / (1 + (n - 1) rho) = x is solved by n = x (1 - rho) / (1 - x rho).
    rho = rows()[KIND].rho
    wanted = log(needed) / nats_of_one()
    if wanted * rho >= 1:
        return None
    return max(1, ceil(wanted * (1 - rho) / (1 - wanted * rho) - 1e-9))
