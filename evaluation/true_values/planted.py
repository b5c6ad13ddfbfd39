"""A made table with planted copiers: what copying-aware truth discovery is for.

Independent sources of known accuracy tell values of many items; a third of the sources copy one
bad source nearly word for word, so that its errors outvote the truth.
"""

from random import Random

from whence.fuse.truth.table import Told

ITEMS = 200
_GOOD, _COPIERS, _FALSE = 4, 5, 10
_ACCURACY, _BAD, _COPIED, _COVER = 0.75, 0.5, 0.9, 0.8


def planted(seed: int) -> tuple[list[Told], dict[str, str]]:
    """Return the claims of a made table and its truths. The same seed makes the same table."""
    random = Random(seed)  # noqa: S311 - a made table, nothing secret
    told: list[Told] = []
    truths: dict[str, str] = {}
    for number in range(ITEMS):
        item, base = f"item {number}", 1000 * (number + 1)
        truths[item] = str(base)
        leader = _say(random, base, _BAD)
        given = {f"good {one}": _say(random, base, _ACCURACY) for one in range(_GOOD)}
        given["leader"] = leader
        for one in range(_COPIERS):
            copies = random.random() < _COPIED
            given[f"copier {one}"] = leader if copies else _say(random, base, _BAD)
        told += [
            Told(item=item, source=source, value=value)
            for source, value in given.items()
            if random.random() < _COVER
        ]
    return told, truths


def _say(random: Random, base: int, accuracy: float) -> str:
    right = random.random() < accuracy
    return str(base if right else base + 7 * random.randint(1, _FALSE))
