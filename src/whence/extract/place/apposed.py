"""Names that are a place's because they lie beside a town: "Quellamar, 20 km north of Harrow"."""

from collections.abc import Sequence
from itertools import pairwise

from whence.extract.place.words import is_capital, words
from whence.extract.prose import Token

_AWAY = 5
"""Tokens behind a measure within which the town is named that it is counted from."""
_METRIC = frozenset({"km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"})


def is_measured(tokens: Sequence[Token], at: int, metric: bool) -> bool:
    """Tell whether a distance from a town stands behind the comma at a token.

    ``metric`` asks for kilometres, by which the papers of most lands abroad count.
    """
    if tokens[at].text not in (",", "("):
        return False
    first = at + 1
    while first < len(tokens) and tokens[first].lower in words().roughly:
        first += 1
    if first + 2 >= len(tokens) or not _is_number(tokens[first]):
        return False
    unit = tokens[first + 1].lower
    if unit not in (_METRIC if metric else words().measures):
        return False
    return _is_from(tokens[first + 2 : first + 2 + _AWAY + 4])


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in words().spelled


def _is_from(behind: Sequence[Token]) -> bool:
    """Tell whether "from", "north of" or the like and a name come next: "(12 miles) north of X"."""
    if behind and behind[0].text == "(":
        closed = next((n for n, token in enumerate(behind) if token.text == ")"), len(behind))
        behind = behind[closed + 1 :]
    for one, other in pairwise(behind[: _AWAY + 1]):
        if one.lower in ("from", "of", "outside") and (is_capital(other) or other.lower == "the"):
            return True
        if one.lower not in words().compass | {"away", "to", "the", "outside", "off"}:
            return False
    return False


def is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "near" and a town's name stand behind the comma at a token."""
    if tokens[at].text != ",":
        return False
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    first = at + 3 if behind == ["close", "to"] else at + 2
    near = behind[:1] in (["near"], ["outside"]) or behind == ["close", "to"]
    if near and first + 2 < len(tokens) and tokens[first].lower == "the":
        return tokens[first + 1].lower in words().settlements and tokens[first + 2].lower == "of"
    return near and first < len(tokens) and is_capital(tokens[first])
