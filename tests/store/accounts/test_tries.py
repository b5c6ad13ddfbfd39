from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.accounts.team import (
    ANOTHER,
    HOUR,
    PASSWORD,
    actions,
    at,
    at_once,
    by,
    cheap,
    everything,
    joined,
    logged_in,
)
from tests.store.libraries import opened
from whence.errors import LoginRefused, TooManyTries
from whence.model.account import Account
from whence.store.accounts import tries
from whence.store.accounts.accounts import Accounts
from whence.store.sql import SqlStore

_RUNS = count()


def failed(accounts: Accounts, name: str, seconds: float = 0, address: str = "192.0.2.7") -> int:
    """Try a wrong password; return the seconds that are to be waited, 0 when it was looked at."""
    try:
        accounts.sessions.log_in(name, ANOTHER, address, at(seconds))
    except TooManyTries as error:
        return error.retry_after
    except LoginRefused:
        return 0
    raise AssertionError(f"{name} was let in")


@pytest.mark.parametrize("name", ["Ben", "Nobody", ""])
def test_after_five_failures_each_one_doubles_the_time_to_wait(
    accounts: Accounts, ben: Account, name: str
) -> None:
    assert [failed(accounts, name) for _ in range(5)] == [0] * 5
    waited: list[int] = []
    now = 0.0
    while len(waited) < 12:
        wait = failed(accounts, name, now)
        assert failed(accounts, name, now + wait - 1) == 1
        now += wait
        waited.append(wait)
        assert failed(accounts, name, now) == 0
    assert waited == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_right_password_must_wait_as_well_and_is_forgiven(accounts: Accounts, ben: Account) -> None:
    for _ in range(5):
        failed(accounts, "ben")
    with pytest.raises(TooManyTries, match="wait 1 s") as refused:
        logged_in(accounts, "BEN")
    assert refused.value.retry_after == 1
    logged_in(accounts, "Ben", 1)
    assert [failed(accounts, "Ben", 2) for _ in range(6)] == [0] * 5 + [1]


def test_one_name_is_not_in_the_way_of_another(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    for _ in range(6):
        failed(accounts, "Ben")
    session = accounts.sessions.session(logged_in(accounts, "Ada Brook"), at(0))
    assert session is not None
    assert session.account.id == ada.id


def test_failures_survive_a_restart(sql_address: str) -> None:
    store = opened(sql_address)
    joined(cheap(store), "Ben")
    for _ in range(5):
        failed(cheap(store), "Ben")
    store.close()
    store = opened(sql_address)
    assert failed(cheap(store), "Ben") == 1
    store.close()


def test_failures_are_forgiven_after_an_hour_of_peace(accounts: Accounts, ben: Account) -> None:
    for _ in range(5):
        failed(accounts, "Ben")
    assert [failed(accounts, "Ben", HOUR + 1) for _ in range(6)] == [0] * 5 + [1]


def test_many_names_from_one_address_must_wait(accounts: Accounts, ben: Account) -> None:
    assert [failed(accounts, f"name {number}") for number in range(22)] == [0] * 20 + [1, 1]
    with pytest.raises(TooManyTries):
        logged_in(accounts, "Ben")
    accounts.sessions.log_in("Ben", PASSWORD, "192.0.2.8", at(0))
    # An account of one's own does not buy another twenty guesses.
    logged_in(accounts, "Ben", 1)
    assert failed(accounts, "name", 1) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("unix", "unix", True),
        ("unix", "\x00", False),
    ],
)
def test_addresses_of_one_customer_count_together(one: str, other: str, same: bool) -> None:
    assert (tries.keys_of("ben", one) == tries.keys_of("ben", other)) is same


def test_no_address_is_nobodys(accounts: Accounts) -> None:
    waits = [failed(accounts, f"name {number}", address="") for number in range(25)]
    assert waits == [0] * 25


def test_name_that_may_be_a_password_is_kept_nowhere(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    failed(accounts, PASSWORD)
    assert PASSWORD not in everything(sql_library)


def test_a_hundred_tries_at_once_are_not_free(accounts: Accounts, ben: Account) -> None:
    waits = at_once(*[partial(failed, accounts, "Ben")] * 30)
    assert sorted(map(str, waits)) == ["0"] * 5 + ["1"] * 25
    assert actions(accounts).count(("", "login", "Ben", "refused")) == 5


def test_what_is_forgiven_is_taken_out_by_the_next_login(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    for number in range(3):
        failed(accounts, f"name {number}", number * HOUR, f"192.0.2.{number}")
    logged_in(accounts, "Ben", 2.5 * HOUR)
    with sql_library.reading() as connection:
        left = connection.exec_driver_sql("SELECT at FROM account_tries").scalars().all()
    assert set(left) == {at(2 * HOUR), at(2.5 * HOUR)}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 400), min_size=30, max_size=90))
def test_however_tries_are_timed_few_are_looked_at_in_an_hour(
    sql_library: SqlStore, pauses: list[int]
) -> None:
    # The library is the same for all examples.
    keys, now, looked_at = tries.keys_of(f"name {next(_RUNS)}", ""), 0.0, []
    with sql_library.writing() as connection:
        for pause in pauses:
            now += pause
            if tries.begun(connection, keys, at(now)) == 0:
                looked_at.append(now)
    assert max(sum(start <= one < start + HOUR for one in looked_at) for start in looked_at) <= 20


def test_clock_that_is_set_back_locks_nobody_out_for_longer(
    accounts: Accounts, ben: Account
) -> None:
    for _ in range(5):
        failed(accounts, "Ben", HOUR)
    assert failed(accounts, "Ben", 0) == 1
    accounts.links.accept(accounts.links.reset(ben.id, by()), ANOTHER, at(0))
