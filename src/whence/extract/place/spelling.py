"""How names of places are folded, so that spellings of one name are looked up alike."""

from anyascii import anyascii

_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_PLAIN = str.maketrans({"-": " ", ".": " ", "'": None, "`": None, ",": None})


def fold(name: str) -> str:
    """Return the name in lower-case ASCII with plain apostrophes, as it is looked up."""
    plain = name if name.isascii() else anyascii(name)
    return " ".join(plain.casefold().replace("`", "'").split())


def key(name: str) -> str:
    """Return what names of one place share: "St. Louis" and "Saint Louis", "Port-au-Prince".

    Dots, apostrophes and commas go, hyphens are spaces, and saints, forts and mounts are written
    out.
    """
    plain = name if name.isascii() else anyascii(name)
    words = plain.casefold().translate(_PLAIN).split()
    return " ".join([_SHORT.get(word, word) for word in words])
