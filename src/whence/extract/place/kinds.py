"""What the words beside a name say that it is: a region, a county abroad, a river, a town here."""

from whence.extract.place.atlas import Place
from whence.extract.place.words import bare, words
from whence.extract.prose import Token


def is_abroad(found: tuple[Place, ...]) -> bool:
    """Tell whether no place of a name lies where reports are headed by the town they tell of."""
    return all(place.country not in words().local_heads for place in found)


def is_region(tokens: tuple[Token, ...], at: tuple[int, int], found: tuple[Place, ...]) -> bool:
    """Tell whether a name is said to be a region's: "X province", "X oblast", "province of X"."""
    first, last = at
    behind = bare(tokens[last]).casefold() if last < len(tokens) else ""
    before = tokens[first - 2].lower if first > 1 and tokens[first - 1].lower == "of" else ""
    wide = words().wide_nouns if is_abroad(found) else frozenset[str]()
    return bool({behind, before} & (words().region_nouns | wide))


def is_terrain(tokens: tuple[Token, ...], last: int, found: tuple[Place, ...]) -> bool:
    """Tell whether a name abroad is of a river or mountain: it stands behind, in small letters."""
    towns = is_abroad(found) and all(place.kind == "city" for place in found)
    return towns and last < len(tokens) and tokens[last].text in words().lands


def is_rural(kind: Token, found: tuple[Place, ...]) -> bool:
    """Tell whether a "district" is a county abroad, and no quarter of a city."""
    abroad = [one for one in found if one.country not in words().local_heads]
    return kind.lower == "district" and any(one.kind in ("county", "region") for one in abroad)
