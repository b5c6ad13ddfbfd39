import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store.accounts.team import (
    ANOTHER,
    AT,
    CHEAP,
    DAY,
    HOUR,
    PASSWORD,
    actions,
    at,
    by,
    everything,
    joined,
    logged_in,
)
from whence.errors import AccountRefused, LoginRefused, PasswordRefused, StoreFull, TooManyTries
from whence.model.account import Account
from whence.store.accounts.accounts import Accounts, accounts_of
from whence.store.sql import SqlStore


def test_who_logs_in_has_a_session_with_their_role(accounts: Accounts, ben: Account) -> None:
    raw, session = accounts.sessions.log_in("ben", PASSWORD, "192.0.2.7", AT)
    assert session.account == ben
    assert (session.address, session.began_at, session.seen_at) == ("192.0.2.7", AT, AT)
    assert accounts.sessions.session(raw, at(1)) == session
    assert actions(accounts)[-1] == ("Ben", "login", "Ben", "ok")


def test_token_and_csrf_are_secret_and_never_the_same(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    found = [accounts.sessions.log_in("Ben", PASSWORD, "", AT) for _ in range(3)]
    secrets = {raw for raw, _ in found} | {session.csrf for _, session in found}
    assert len(secrets) == 6
    assert all(len(secret) >= 43 for secret in secrets)
    held = everything(sql_library)
    assert not [secret for secret in secrets if secret in held]


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ben", ANOTHER), ("Ben", ""), ("Ben", PASSWORD + " "), ("Nobody", PASSWORD), ("", "")],
)
def test_who_is_refused_is_not_told_why(
    accounts: Accounts, ben: Account, name: str, password: str
) -> None:
    with pytest.raises(LoginRefused) as refused:
        accounts.sessions.log_in(name, password, "192.0.2.9", AT)
    assert refused.value.message == "name and password do not fit"
    known = "Ben" if name == "Ben" else ""
    assert actions(accounts)[-1] == ("", "login", known, "refused")
    assert accounts.audit.read(1)[0].address == "192.0.2.9"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(), st.text(), st.text())
@example("\x00", "\x00", "\x00")
@example("\ud800", "\udfff", "\ud800")
@example("ben", "\ufdfa" * 128, "fe80::1%eth0")
def test_whatever_is_typed_nobody_is_let_in_and_nothing_breaks(
    accounts: Accounts, name: str, password: str, address: str
) -> None:
    with pytest.raises((LoginRefused, TooManyTries)):
        accounts.sessions.log_in(name, password, address, AT)
    assert accounts.sessions.session(name, AT) is None
    assert accounts.tokens.bearer(password, AT) is None
    assert accounts.audit.read(1)[0].name == ""


def test_password_is_the_same_from_every_keyboard(accounts: Accounts) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    accounts.links.accept(raw, "größere Kähne dümpeln", AT)
    _, session = accounts.sessions.log_in("Ada", "gro\u0308ßere Ka\u0308hne du\u0308mpeln", "", AT)
    assert session.account.name == "Ada"


def test_unknown_name_costs_a_hash_as_well(
    sql_library: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, kept: str, password: bytes) -> bool:
        compared.append(kept)
        return verify(self, kept, password)

    accounts = accounts_of(sql_library, CHEAP)
    joined(accounts, "Ben")
    monkeypatch.setattr(PasswordHasher, "verify", watched)
    for name in ("Ben", "Nobody", "\x00"):
        with pytest.raises(LoginRefused):
            accounts.sessions.log_in(name, ANOTHER, "", AT)
    parameters = {kept.rpartition("$")[0].rpartition("$")[0] for kept in compared}
    assert (len(compared), len(set(compared)), len(parameters)) == (3, 2, 1)


def test_hash_is_made_anew_when_its_parameters_are_of_yesterday(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    stronger = accounts_of(sql_library, PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert "t=2" not in everything(sql_library)
    raw, _ = stronger.sessions.log_in("Ben", PASSWORD, "", AT)
    assert "m=8,t=2,p=1" in everything(sql_library)
    assert "m=8,t=1,p=1" not in everything(sql_library)
    assert stronger.sessions.session(raw, AT) is not None
    stronger.sessions.log_in("Ben", PASSWORD, "", AT)


def test_session_ends_when_nothing_is_heard_for_twelve_hours(
    accounts: Accounts, ben: Account
) -> None:
    raw = logged_in(accounts, "Ben")
    assert accounts.sessions.session(raw, at(12 * HOUR - 1)) is not None
    assert accounts.sessions.session(raw, at(24 * HOUR - 2)) is not None
    assert accounts.sessions.session(raw, at(36 * HOUR)) is None


def test_session_ends_after_seven_days_whatever_is_done(accounts: Accounts, ben: Account) -> None:
    raw, step = logged_in(accounts, "Ben"), 10 * HOUR
    hours = 0.0
    while hours + step < 7 * DAY:
        hours += step
        assert accounts.sessions.session(raw, at(hours)) is not None
    assert accounts.sessions.session(raw, at(7 * DAY)) is None
    with pytest.raises(LoginRefused, match="session is over"):
        accounts.sessions.change_password(raw, PASSWORD, ANOTHER, at(7 * DAY))


def test_session_is_written_at_most_once_a_minute(
    accounts: Accounts, ben: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = logged_in(accounts, "Ben")
    seen = []
    for seconds in (59.0, 60.0, 61.0, 119.0, 120.0):
        accounts.sessions.session(raw, at(seconds))
        seen.append(accounts.sessions.sessions(ben.id, AT)[0].seen_at)
    assert seen == [AT, at(60), at(60), at(60), at(120)]
    # A clock that is set back neither ends a session nor moves it back.
    assert accounts.sessions.session(raw, at(-600)) is not None
    assert accounts.sessions.sessions(ben.id, AT)[0].seen_at == at(120)


def test_who_may_look_is_not_kept_out_by_a_full_disk(
    accounts: Accounts, ben: Account, sql_library: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = logged_in(accounts, "Ben")
    token = accounts.tokens.issue(ben.id, "script", "reader", 3, by(ben))

    def full() -> None:
        raise StoreFull(sql_library.place, "there is no room left")

    monkeypatch.setattr(sql_library, "writing", full)
    assert accounts.sessions.session(raw, at(HOUR)) is not None
    assert accounts.tokens.bearer(token, at(HOUR)) is not None


def test_changed_password_rotates_this_session_and_ends_the_others(
    accounts: Accounts, ben: Account
) -> None:
    raw, other = logged_in(accounts, "Ben"), logged_in(accounts, "Ben")
    before = accounts.sessions.session(raw, AT)
    new = accounts.sessions.change_password(raw, PASSWORD, ANOTHER, at(9), "192.0.2.7")
    assert [accounts.sessions.session(one, at(9)) for one in (raw, other)] == [None, None]
    session = accounts.sessions.session(new, at(9))
    assert before is not None
    assert session is not None
    assert session.account == ben
    assert (session.id, session.began_at) == (before.id, before.began_at)
    assert session.csrf != before.csrf
    assert actions(accounts)[-1] == ("Ben", "password", "Ben", "ok")
    with pytest.raises(LoginRefused):
        logged_in(accounts, "Ben", 9)
    accounts.sessions.log_in("Ben", ANOTHER, "", at(99))


def test_password_is_not_changed_without_the_old_one_or_for_a_weak_one(
    accounts: Accounts, ben: Account
) -> None:
    raw = logged_in(accounts, "Ben")
    with pytest.raises(LoginRefused):
        accounts.sessions.change_password(raw, ANOTHER, "five clean words in a row", AT)
    assert actions(accounts)[-1] == ("Ben", "password", "Ben", "refused")
    with pytest.raises(PasswordRefused):
        accounts.sessions.change_password(raw, PASSWORD, "ben ben ben ben", AT)
    with pytest.raises(LoginRefused, match="session is over"):
        accounts.sessions.change_password("another", PASSWORD, ANOTHER, AT)
    assert accounts.sessions.session(raw, AT) is not None
    logged_in(accounts, "Ben")


def test_old_password_cannot_be_guessed_in_a_session(accounts: Accounts, ben: Account) -> None:
    raw = logged_in(accounts, "Ben")
    for _ in range(5):
        with pytest.raises(LoginRefused):
            accounts.sessions.change_password(raw, "a guess or another", ANOTHER, AT)
    with pytest.raises(TooManyTries):
        accounts.sessions.change_password(raw, PASSWORD, ANOTHER, AT)


def test_who_logs_out_is_out_and_only_there(accounts: Accounts, ben: Account) -> None:
    raw, other = logged_in(accounts, "Ben"), logged_in(accounts, "Ben")
    for _ in range(2):
        accounts.sessions.log_out(raw, at(1), "192.0.2.7")
    assert accounts.sessions.session(raw, at(1)) is None
    assert accounts.sessions.session(other, at(1)) is not None
    assert [one for one in actions(accounts) if one[1] == "logout"] == [
        ("Ben", "logout", "Ben", "ok")
    ]


def test_sessions_are_listed_without_secrets_and_ended_one_by_one(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    first, second = logged_in(accounts, "Ben"), logged_in(accounts, "Ben", 5)
    listed = accounts.sessions.sessions(ben.id, at(5))
    assert [(one.began_at, one.csrf) for one in listed] == [(at(5), ""), (at(0), "")]
    with pytest.raises(AccountRefused):
        accounts.sessions.end(listed[0].id, ada.id, by(ben))
    assert not accounts.sessions.end(listed[0].id, ada.id, by(ada))
    assert not accounts.sessions.end("\x00", ben.id, by(ben))
    assert accounts.sessions.end(listed[0].id, ben.id, by(ben))
    assert accounts.sessions.session(second, at(6)) is None
    assert accounts.sessions.session(first, at(6)) is not None


def test_who_logs_out_everywhere_is_out_everywhere(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    theirs = [logged_in(accounts, "Ben") for _ in range(3)]
    mine = logged_in(accounts, "Ada Brook")
    accounts.sessions.log_out_everywhere(ben.id, by(ben))
    assert [accounts.sessions.session(one, at(1)) for one in theirs] == [None] * 3
    assert accounts.sessions.session(mine, at(1)) is not None
    again = logged_in(accounts, "Ben")
    accounts.sessions.log_out_everywhere(ben.id, by(ada))
    assert accounts.sessions.session(again, at(1)) is None


def test_sessions_that_are_over_are_taken_out_by_the_next_login(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    for seconds in (0.0, 1.0, 30 * HOUR):
        logged_in(accounts, "Ben", seconds)
    with sql_library.reading() as connection:
        left = connection.exec_driver_sql("SELECT began_at FROM account_sessions").scalars().all()
    assert left == [at(30 * HOUR)]


@pytest.mark.parametrize("moment", ["yesterday", "2031-03-08", "2031-03-08T09:00:00", ""])
def test_a_time_that_is_none_is_an_error_of_the_caller(accounts: Accounts, moment: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        accounts.sessions.session("x", moment)
