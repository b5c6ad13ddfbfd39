from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.accounts.team import CHEAP
from whence.errors import PasswordRefused
from whence.store.accounts.choosing import fit, left
from whence.store.accounts.opaque import drawn
from whence.store.accounts.passwords import Passwords


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "quay lantern eleven otters",
        "Tr0ub4dor&3xq",
        "kX9!vb2#Lm0z",
        "дом у синего моря",
        "橋の下で待つ猫は誰も知らない夜",
        "🦊🐻🦉🐌🦀🐙🐝🦔🐢🦋🐚🐞",
        "Ich liebe Kartoffelpuffer",
        "x" + drawn() + "y" * 60,
    ],
)
def test_what_is_hard_to_guess_will_do(password: str) -> None:
    assert fit(password, "Ada Brook") == normalize("NFKC", password)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "fewer than 12"),
        ("kX9!vb2#Lm0", "fewer than 12"),
        ("a         b         c", "fewer than 12"),
        (drawn() * 3, "more than 128"),
        ("\ufdfa" * 10, "more than 128"),
        ("kX9!vb2#Lm0\ud800", "half a character"),
        ("the ADA BROOK of 1931", "your name"),
        ("myadabrook!!1931", "your name"),
        ("over the brook we go", "your name"),
        ("aaaaaaaaaaaaaaaa", "very many"),
        ("abababababababab", "very many"),
        ("123456789012", "very many"),
        ("098765432109876", "very many"),
        ("abcdefghijklmnop", "very many"),
        ("qwertyuiopasdfgh", "very many"),
        ("1qaz2wsx3edc", "very many"),
        ("passwordpassword", "very many"),
        ("Password1234!", "very many"),
        ("P@ssw0rd2024", "very many"),
        ("Summer2024!!", "very many"),
        ("letmein-letmein", "very many"),
        ("admin admin admin", "very many"),
        ("dragonmonkeyshadow", "very many"),
        ("iloveyou123456", "very many"),
    ],
)
def test_what_is_easily_guessed_is_refused(password: str, why: str) -> None:
    with pytest.raises(PasswordRefused, match=why) as refused:
        fit(password, "Ada Brook")
    assert refused.value.hint


@pytest.mark.parametrize("name", ["Al", "A", "Jo Wu", "", "!?"])
def test_short_name_is_in_many_words(name: str) -> None:
    assert fit("always joyful wunderkind", name)


@given(st.text(max_size=140), st.text(max_size=20))
def test_what_is_fit_is_recognised_in_every_form(password: str, name: str) -> None:
    try:
        fitting = fit(password, name)
    except PasswordRefused:
        return
    passwords = Passwords(CHEAP)
    kept = passwords.hash(fitting)
    assert passwords.agrees(password, kept)
    assert not passwords.agrees(password[:-1], kept)
    decomposed = normalize("NFD", password)
    assert len(decomposed) > 128 or passwords.agrees(decomposed, kept)


@given(st.text(max_size=128))
def test_no_more_is_left_than_there_was(password: str) -> None:
    assert 0 <= left(password) <= len(password.casefold())


@given(st.text(min_size=1, max_size=9), st.integers(2, 14))
def test_repeating_something_short_adds_nothing(unit: str, times: int) -> None:
    assert left(unit * times) <= len(unit.casefold()) * 2
