"""Which act a statement is: what the model judges and what the rules make of its words, together.

The model's probability of an act is multiplied by how often the rules say what they say of such
an act (Bayes' rule; ``Settings.acts``, counted on our own passages).
"""

from collections.abc import Mapping, Sequence

from whence.infer.labels import ACTS
from whence.model.attribution import Act

_SURE = 0.6
"""The probability from which on an act is recorded."""
_SURE_UNSEEN: Mapping[str, float] = {"correct": 0.8}
"""The same for acts that the rules do not see there.

Our passages are fuller of them than news is, and a correction takes back what nobody took back.
"""
_REJECTS = 0.9
"""The probability from which on a statement rejects what others say, of its speaker or another.

Which of the two it is may be open where neither is likely enough; then the lesser is recorded.
"""
_DENIALS = ("deny_involvement", "reject_accusation")
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
    if best >= sure * sum(shares):
        return found
    rejects = sum(shares[ACTS.index(one)] for one in _DENIALS)
    return "reject_accusation" if rejects >= _REJECTS * sum(shares) else None
