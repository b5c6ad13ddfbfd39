import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from tests.store.accounts.team import ANOTHER, CHEAP, PASSWORD
from whence.store.accounts.passwords import Passwords


def test_hashes_are_those_of_rfc_9106_and_each_has_its_salt() -> None:
    passwords = Passwords()
    kept = passwords.hash(PASSWORD)
    parameters = extract_parameters(kept)
    assert parameters == RFC_9106_LOW_MEMORY
    assert (parameters.type, parameters.memory_cost) == (Type.ID, 65_536)
    assert passwords.agrees(PASSWORD, kept)
    assert not passwords.agrees(ANOTHER, kept)
    assert passwords.anew(PASSWORD, kept) is None
    assert passwords.hash(PASSWORD) != kept


def test_nobody_agrees_with_no_hash_or_a_broken_one() -> None:
    passwords = Passwords(CHEAP)
    for kept in (None, "", "$argon2id$v=19$", "plain"):
        assert not passwords.agrees(PASSWORD, kept)


@pytest.mark.parametrize("password", ["\ud800", "x" * 1_000_000, "\x00" * 12])
def test_any_text_can_be_compared(password: str) -> None:
    passwords = Passwords(CHEAP)
    assert not passwords.agrees(password, passwords.hash(PASSWORD))


def test_weaker_hash_is_made_anew() -> None:
    weak = Passwords(CHEAP)
    strong = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    renewed = strong.anew(PASSWORD, weak.hash(PASSWORD))
    assert renewed is not None
    assert strong.agrees(PASSWORD, renewed)
    assert strong.anew(PASSWORD, renewed) is None
