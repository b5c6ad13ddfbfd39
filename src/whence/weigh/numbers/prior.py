"""What each hypothesis is worth before any evidence."""

from whence.errors import ConfigError
from whence.weigh.hypotheses import CLASSES, Listed
from whence.weigh.options import Options, Override
from whence.weigh.tables import Base, Priors

_UNNAMED = "unnamed"
_ROUNDING = 1e-6


def prior_of(
    base: Base, listed: tuple[Listed, ...], table: Priors, options: Options
) -> dict[str, float]:
    """Return the prior probability of every hypothesis that is not weightless; they sum to 1.

    Weightless entries have none: what they might be worth stays inside "somebody not named", so
    that listing them moves nothing.

    Raises:
        ConfigError: when overrides leave nothing for the other hypotheses.
    """
    blocks: dict[str, list[Listed]] = {}
    for entry in listed:
        if entry.entry != "weightless":
            blocks.setdefault(entry.block, []).append(entry)
    named = sum(_counted(entries) for entries in blocks.values())
    # Over ninety parties cannot all have a hundredth and leave something unnamed.
    floor = min(table.floor, 0.9 / max(named, 1))
    shares = _floored(_shared(base, blocks, table), blocks, floor)
    single = {
        key: share
        for block, entries in blocks.items()
        for key, share in _split(block, shares[block], entries, (table, floor)).items()
    }
    return _overridden(single, options.priors)


def _shared(base: Base, blocks: dict[str, list[Listed]], table: Priors) -> dict[str, float]:
    """Share the pool of named and unnamed out; staged theories have their own small pool.

    A class narrows down who somebody not named may be: classes take their part from that reserve
    and nothing from the parties that have a name.
    """
    kinds = {block: entries[0].hypothesis.kind for block, entries in blocks.items()}
    worth = {
        block: (max if block == CLASSES else sum)(_worth(entry, table) for entry in entries)
        for block, entries in blocks.items()
    }
    named = [block for block in blocks if kinds[block] == "named" and block != CLASSES]
    staged = [block for block in blocks if kinds[block] == "staged"]
    shares = {block: base.staged / len(staged) if worth[block] else 0.0 for block in staged}
    pool = 1 - base.nobody - sum(shares.values())
    total = sum(worth[block] for block in named)
    # The fewer names there are, the likelier the right one is still missing.
    most = pool / (total + table.reserve_worth) if base.spare == "unnamed" else base.unnamed
    unit = min((pool - base.unnamed) / max(total, 1.0), most)
    shares |= {block: unit * worth[block] for block in named}
    spare = pool - base.unnamed - sum(shares[block] for block in named)
    nobody = next(block for block, kind in kinds.items() if kind.startswith("no_"))
    reserve = base.unnamed + (spare if base.spare == "unnamed" else 0.0)
    if CLASSES in blocks:
        shares[CLASSES] = reserve * table.class_share * worth[CLASSES]
    shares[_UNNAMED] = reserve - shares.get(CLASSES, 0.0)
    shares[nobody] = base.nobody + (spare if base.spare == "nobody" else 0.0)
    return shares


def _worth(entry: Listed, table: Priors) -> float:
    """Return what an entry counts against a party that somebody accuses."""
    worth = {
        "accused": 1.0,
        "claimed": table.claimed_share,
        "speculated": table.speculated_share,
    }
    return worth.get(entry.entry, 0.0)


def _counted(entries: list[Listed]) -> int:
    """Return how many parties of a block some source names."""
    return sum(entry.entry not in ("reserve", "member") for entry in entries)


def _split(
    block: str, share: float, entries: list[Listed], terms: tuple[Priors, float]
) -> dict[str, float]:
    """Share a block out: classes by how they came in, a class and its known members equally."""
    table, floor = terms
    worth = [_worth(entry, table) if block == CLASSES else 0.0 for entry in entries]
    if not sum(worth):
        return {entry.id: share / len(entries) for entry in entries}
    spare = share - floor * len(entries)
    return {
        entry.id: floor + spare * own / sum(worth)
        for entry, own in zip(entries, worth, strict=True)
    }


def _floored(
    shares: dict[str, float], blocks: dict[str, list[Listed]], floor: float
) -> dict[str, float]:
    """Raise blocks to the floor, once for every party that a source names, at the others' cost."""
    names = {block: _counted(entries) for block, entries in blocks.items()}
    low: set[str] = set()
    while True:
        room = 1 - floor * sum(names[block] for block in low)
        rest = sum(share for block, share in shares.items() if block not in low)
        raised = {
            block: floor * names[block] if block in low else share * room / rest
            for block, share in shares.items()
        }
        below = {block for block in blocks if raised[block] < floor * names[block]} - low
        if not below:
            return raised
        low |= below


def _overridden(shares: dict[str, float], overrides: tuple[Override, ...]) -> dict[str, float]:
    fixed = {
        override.subject: override.value for override in overrides if override.subject in shares
    }
    rest = sum(share for key, share in shares.items() if key not in fixed)
    room = 1 - sum(fixed.values())
    if len(fixed) == len(shares):
        if abs(room) > _ROUNDING:
            raise ConfigError(f"the priors set by hand sum to {1 - room:g} and not to 1")
        return {key: share / (1 - room) for key, share in fixed.items()}
    if fixed and (room <= 0 or rest <= 0):
        raise ConfigError("the priors set by hand leave nothing for the other hypotheses")
    return {key: fixed.get(key, share * room / rest) for key, share in shares.items()}


def basis_of(base: Base, options: Options, listed: tuple[Listed, ...]) -> str:
    """Return where the priors come from, with every number that a person set and why."""
    sentences = [base.basis, *_classes(listed, options)]
    labels = {entry.id: entry.hypothesis.label for entry in listed}
    sentences += [
        f"Set by hand: {labels[override.subject]} at {override.value:.0%} ({override.reason})."
        for override in options.priors
        if override.subject in labels
    ]
    return " ".join(sentences)


def _classes(listed: tuple[Listed, ...], options: Options) -> list[str]:
    """Say what a class stands for, since it may overlap with parties named beside it."""
    vague = any(
        entry.vague and entry.entry != "weightless" and entry.block not in options.membership
        for entry in listed
    )
    if not vague:
        return []
    return [
        "A class stands for somebody of that sort whom no report names: its share is taken from "
        "somebody not named, and whether a named party belongs to it is not assumed."
    ]
