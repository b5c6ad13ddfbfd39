"""Trust is fitted so that what was right is trusted more, and kept."""

import numpy as np
from training.trust import crossed, fit


def test_what_tells_right_from_wrong_gets_the_weight() -> None:
    dice = np.random.default_rng(1)
    grounds, right = list[dict[str, float]](), list[bool]()
    for _ in range(400):
        told, noise = dice.random(), dice.random()
        grounds.append({"always": 1.0, "told": told, "noise": noise})
        right.append(bool(dice.random() < told))
    trust = fit(grounds, right, sum(right))
    assert trust.weights["told"] > 3 * abs(trust.weights["noise"])
    kept = [good for one, good in zip(grounds, right, strict=True)
            if trust.probability(one) >= trust.least]  # fmt: skip
    everything = 2 * sum(right) / (len(right) + sum(right))
    chosen = 2 * sum(kept) / (len(kept) + sum(right))
    assert chosen > everything + 0.02
    assert abs(crossed(grounds, right, sum(right)) - chosen) < 0.05


def test_where_nothing_tells_everything_stays() -> None:
    grounds = [{"always": 1.0}] * 20
    trust = fit(grounds, [True] * 15 + [False] * 5, 30)
    assert all(trust.probability(one) >= trust.least for one in grounds)
