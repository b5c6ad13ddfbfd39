"""Two do the same at the same moment, each with connections of their own."""

from collections.abc import Iterator, Sequence
from functools import partial

import pytest

from tests.store.accounts.team import (
    ANOTHER,
    AT,
    PASSWORD,
    actions,
    at,
    at_once,
    by,
    cheap,
    joined,
)
from tests.store.libraries import opened
from whence.errors import AccountRefused, LinkRefused, LoginRefused
from whence.model.account import Account
from whence.store.accounts.accounts import Accounts

ROUNDS = range(6)


@pytest.fixture
def two(sql_address: str) -> Iterator[tuple[Accounts, Accounts]]:
    """The accounts of one library, as two servers have them."""
    stores = opened(sql_address), opened(sql_address)
    yield cheap(stores[0]), cheap(stores[1])
    for store in stores:
        store.close()


def test_invitation_makes_one_account(two: tuple[Accounts, Accounts]) -> None:
    one, other = two
    for number in ROUNDS:
        raw = one.links.invite(f"Ada {number}", "admin", by())
        said = at_once(
            partial(one.links.accept, raw, PASSWORD, AT),
            partial(other.links.accept, raw, ANOTHER, AT),
        )
        assert {type(result) for result in said} == {Account, LinkRefused}
        (made,) = [result for result in said if isinstance(result, Account)]
        assert one.people.named(f"ada {number}") == made
    assert len(one.people.people()) == len(ROUNDS)
    assert [action for _, action, _, _ in actions(one)].count("accept") == len(ROUNDS)


def test_two_administrators_cannot_demote_each_other(two: tuple[Accounts, Accounts]) -> None:
    one, other = two
    team = joined(one, "Ada", "admin"), joined(one, "Ben", "admin")
    for number in ROUNDS:
        ada, ben = team
        said = at_once(
            partial(one.people.set_role, ben.id, "reader", by(ada))
            if number % 2
            else partial(one.people.deactivate, ben.id, by(ada)),
            partial(other.people.set_role, ada.id, "reader", by(ben)),
        )
        kinds = [type(result) for result in said]
        assert kinds.count(Account) == kinds.count(AccountRefused) == 1
        left = [p for p in one.people.people() if p.role == "admin" and p.active]
        assert len(left) == 1
        for person in team:
            one.people.activate(person.id, by())
            one.people.set_role(person.id, "admin", by())


def test_the_last_administrator_is_not_demoted_from_the_machine_twice(
    two: tuple[Accounts, Accounts],
) -> None:
    one, other = two
    team = joined(one, "Ada", "admin"), joined(one, "Ben", "admin")
    for _ in ROUNDS:
        said = at_once(
            partial(one.people.set_role, team[0].id, "reader", by()),
            partial(other.people.set_role, team[1].id, "reader", by()),
        )
        kinds = [type(result) for result in said]
        assert kinds.count(Account) == kinds.count(AccountRefused) == 1
        for person in team:
            one.people.set_role(person.id, "admin", by())


def test_old_password_opens_no_session_behind_a_new_one(two: tuple[Accounts, Accounts]) -> None:
    one, other = two
    ben = joined(one, "Ben")
    passwords = [PASSWORD, ANOTHER]
    for number in ROUNDS:
        old, new = passwords[number % 2], passwords[(number + 1) % 2]
        reset = one.links.reset(ben.id, by())
        said: Sequence[object] = at_once(
            partial[object](one.links.accept, reset, new, at(number)),
            partial[object](other.sessions.log_in, "Ben", old, "", at(number)),
        )
        assert isinstance(said[0], Account)
        if isinstance(said[1], tuple):
            assert one.sessions.session(said[1][0], at(number)) is None
        else:
            assert isinstance(said[1], LoginRefused)
        assert one.sessions.sessions(ben.id, at(number)) == ()


def test_token_is_rotated_once(two: tuple[Accounts, Accounts]) -> None:
    one, other = two
    joined(one, "Ben")
    passwords = [PASSWORD, ANOTHER]
    for number in ROUNDS:
        old, new = passwords[number % 2], passwords[(number + 1) % 2]
        raw = one.sessions.log_in("Ben", old, "", at(number))[0]
        said = at_once(
            partial(one.sessions.change_password, raw, old, new, at(number)),
            partial(other.sessions.change_password, raw, old, new, at(number)),
        )
        (token,) = [result for result in said if isinstance(result, str)]
        assert [type(result) for result in said].count(LoginRefused) == 1
        assert one.sessions.session(token, at(number)) is not None


def test_many_may_log_in_at_once(two: tuple[Accounts, Accounts]) -> None:
    for number in range(4):
        joined(two[0], f"name {number}")
    said = at_once(
        *(
            partial(two[n % 2].sessions.log_in, f"name {n % 4}", PASSWORD, f"192.0.2.{n}", AT)
            for n in range(12)
        )
    )
    assert [one for one in said if isinstance(one, Exception)] == []
    assert sum(len(two[0].sessions.sessions(p.id, AT)) for p in two[0].people.people()) == 12
