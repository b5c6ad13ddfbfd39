"""Which act a statement is: what the model judges and what the rules make of its words, together.

The model's probability of an act is multiplied by how often the rules say what they say of such
an act (Bayes' rule; ``Settings.acts``, counted on our own passages).
"""

from collections.abc import Mapping, Sequence

from whence.infer.labels import ACTS
from whence.model.attribution import Act

_SURE = 0.6
"""The probability from which on an act is recorded."""
_SURE_UNSEEN: Mapping[str, float] = {"correct": 0.9, "retract": 0.9}
"""The same for acts that the rules do not see there.

Our passages are fuller of them than news is, and a correction takes back what nobody took back.
"""
_LEAST = 1e-6

Table = Mapping[str, Mapping[str, float]]
"""For each act of ``ACTS``: how often the rules say which act of it, as probabilities."""


def act(judged: Sequence[float], ruled: Act, table: Table) -> Act | None:
    """Return the likeliest act; None where the words are to decide, by rules.

    They do where no act is likely enough, and where they name one that the model does not know.

    Args:
        judged: the model's probabilities in the order of ``ACTS``.
        ruled: what the rules make of the words.
        table: how the rules speak of each act; empty when nothing is known of that.
    """
    if ruled not in ACTS:
        return None
    said: str = ruled
    nothing: Mapping[str, float] = {}
    shares = [
        (chance + _LEAST) * (table.get(one, nothing).get(said, 0) + _LEAST)
        for one, chance in zip(ACTS, judged, strict=True)
    ]
    best = max(shares)
    found: Act = ACTS[shares.index(best)]
    sure = _SURE_UNSEEN.get(found, _SURE) if ruled == "say" else _SURE
    return found if best >= sure * sum(shares) else None
