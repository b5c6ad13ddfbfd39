"""How far what was found can be trusted: a logistic judgement over a few features.

Taggers and links each say how sure they are; whether the whole they make is right is another
question, and its answer is fitted on development data (``training.tune``).
"""

import math
from collections.abc import Mapping

from msgspec import Struct

Features = Mapping[str, float]


class Trust(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights of features by name, and the probability below which a finding is left out.

    A feature without a weight has no say; without any weight everything is as likely as not, and
    stays, since ``least`` is zero then.
    """

    weights: dict[str, float] = {}
    least: float = 0.0

    def probability(self, features: Features) -> float:
        """Return how probably a finding with these features is right."""
        logit = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 0.5 * (1 + math.tanh(0.5 * logit))
