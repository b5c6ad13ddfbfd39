"""Words that own something, with marks of either kind."""

import pytest

from whence.extract.possessives import is_owner, owner, owns, plain
from whence.extract.prose import tokenize


@pytest.mark.parametrize(
    ("written", "without_s", "without_any"),
    [
        ("Mayor's", "mayor", "mayor"),
        ("MAYOR’S", "mayor", "mayor"),
        ("’", "’", ""),
        ("O’Dell", "o’dell", "o'dell"),
        ("miller", "miller", "miller"),
    ],
)
def test_endings_of_owners(written: str, without_s: str, without_any: str) -> None:
    (token,) = tokenize(written)
    assert (owner(token), plain(token)) == (without_s, without_any)
    assert is_owner(token) == (without_s == "mayor")
    assert owns(token) == (without_any in {"mayor", ""})
