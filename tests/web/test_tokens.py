"""Proof that a form comes from our own page."""

from hypothesis import given
from hypothesis import strategies as st

from whence.web.tokens import fresh, proves, token


def test_token_proves_its_own_secret_and_no_other() -> None:
    one, other = fresh(), fresh()
    assert proves(token(one), one)
    assert not proves(token(one), other)


def test_tokens_of_one_secret_differ() -> None:
    secret = fresh()
    assert len({token(secret) for _ in range(20)}) == 20


def test_nothing_proves_an_empty_secret() -> None:
    assert not proves(token(""), "")


@given(st.text())
def test_whatever_is_sent_proves_nothing(sent: str) -> None:
    assert not proves(sent, "a secret")
