from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.accounts.team import actions, at, by, joined, logged_in
from whence.errors import (
    AccountRefused,
    LinkRefused,
    LoginRefused,
    StoreDamaged,
    UnknownId,
    WhenceError,
)
from whence.model.account import ROLES, Account, Role
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.audit import Act
from whence.store.sql import SqlStore


def test_nobody_is_there_at_first(accounts: Accounts) -> None:
    assert accounts.people.people() == ()
    assert accounts.people.account("person-1") is None
    assert accounts.people.named("Ada") is None


def test_people_are_found_by_id_and_by_name_in_any_case(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    assert accounts.people.people() == (ada, ben)
    assert accounts.people.account(ada.id) == ada
    assert accounts.people.named("  ADA   brook ") == ada
    assert (ada.name, ada.role, ada.active, ada.created_at) == ("Ada Brook", "admin", True, at(0))


@pytest.mark.parametrize("odd", ["", "\x00", "\ud800", "x" * 10_000, "a\nb", "' OR 1=1 --"])
def test_what_can_be_no_name_or_id_finds_nobody(accounts: Accounts, ada: Account, odd: str) -> None:
    assert accounts.people.named(odd) is None
    assert accounts.people.account(odd) is None
    with pytest.raises(UnknownId):
        accounts.people.set_role(odd, "reader", by(ada))


def test_role_is_changed_noted_and_ends_the_sessions(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    raw, others = logged_in(accounts, "Ben"), logged_in(accounts, "Ada Brook")
    changed = accounts.people.set_role(ben.id, "editor", by(ada, 5))
    assert (changed.role, changed.name) == ("editor", "Ben")
    assert accounts.people.account(ben.id) == changed
    assert accounts.sessions.session(raw, at(6)) is None
    assert accounts.sessions.session(others, at(6)) is not None
    noted = accounts.audit.read(1)[0]
    assert (noted.at, noted.account_id, noted.name) == (at(5), ada.id, "Ada Brook")
    assert (noted.address, noted.action) == ("192.0.2.7", "role")
    assert (noted.subject, noted.outcome) == ("Ben", "editor")


def test_the_role_that_somebody_has_anyway_changes_nothing(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    raw, before = logged_in(accounts, "Ben"), actions(accounts)
    assert accounts.people.set_role(ben.id, "analyst", by(ada)) == ben
    assert accounts.people.activate(ben.id, by(ada)) == ben
    assert accounts.sessions.session(raw, at(1)) is not None
    assert actions(accounts) == before


def test_role_that_is_none_is_refused(accounts: Accounts, ada: Account) -> None:
    joined(accounts, "Cem", "admin")
    with pytest.raises(AccountRefused, match="'owner' is no role"):
        accounts.people.set_role(ada.id, "owner", by(ada))  # type: ignore[arg-type]
    assert accounts.people.account(ada.id) == ada


def test_who_is_let_in_no_more_keeps_the_name_and_may_come_back(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    raw = logged_in(accounts, "Ben")
    token = accounts.tokens.issue(ben.id, "script", "reader", 3, by(ben))
    reset = accounts.links.reset(ben.id, by(ada))
    assert not accounts.people.deactivate(ben.id, by(ada)).active
    assert accounts.sessions.session(raw, at(1)) is None
    assert accounts.tokens.bearer(token, at(1)) is None
    with pytest.raises(LoginRefused):
        logged_in(accounts, "Ben", 1)
    with pytest.raises(LinkRefused):
        accounts.links.look(reset, at(1))
    with pytest.raises(AccountRefused, match="already"):
        accounts.links.invite("ben", "reader", by(ada))
    with pytest.raises(AccountRefused, match="not let in"):
        accounts.links.reset(ben.id, by(ada))
    assert accounts.people.activate(ben.id, by(ada)) == ben
    assert accounts.sessions.session(raw, at(2)) is None
    assert accounts.sessions.session(logged_in(accounts, "Ben", 2), at(2)) is not None
    assert [a for _, a, subject, _ in actions(accounts) if subject == "Ben"][-4:] == [
        "deactivate", "login", "activate", "login",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda a, ada: a.people.set_role(ada.id, "editor", by(ada)),
        lambda a, ada: a.people.deactivate(ada.id, by(ada)),
        lambda a, ada: a.people.deactivate(ada.id, by()),
    ],
)
def test_the_last_active_administrator_stays(
    accounts: Accounts, ada: Account, ben: Account, change: Callable[[Accounts, Account], Account]
) -> None:
    raw = logged_in(accounts, "Ada Brook")
    cem = joined(accounts, "Cem", "admin")
    accounts.people.deactivate(cem.id, by(ada))
    with pytest.raises(AccountRefused, match="last active administrator") as refused:
        change(accounts, ada)
    assert "somebody else" in refused.value.hint
    assert accounts.people.account(ada.id) == ada
    assert accounts.sessions.session(raw, at(1)) is not None
    accounts.people.set_role(ben.id, "admin", by(ada))
    changed = change(accounts, ada)
    assert not changed.active or changed.role == "editor"


@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
def test_only_administrators_change_accounts(
    accounts: Accounts, ada: Account, ben: Account, role: Role
) -> None:
    dee = joined(accounts, "Dee", role)
    tries: list[Callable[[], object]] = [
        lambda: accounts.people.set_role(ben.id, "reader", by(dee)),
        lambda: accounts.people.set_role(dee.id, "admin", by(dee)),
        lambda: accounts.people.deactivate(ben.id, by(dee)),
        lambda: accounts.people.activate(ben.id, by(dee)),
        lambda: accounts.links.invite("Eve", "admin", by(dee)),
        lambda: accounts.links.reset(ada.id, by(dee)),
        lambda: accounts.links.withdraw("Eve", by(dee)),
        lambda: accounts.sessions.log_out_everywhere(ben.id, by(dee)),
    ]
    before = accounts.people.people(), actions(accounts)
    for one in tries:
        with pytest.raises(AccountRefused, match="only an administrator"):
            one()
    assert (accounts.people.people(), actions(accounts)) == before


def test_links_of_somebody_demoted_are_void(accounts: Accounts, ada: Account) -> None:
    cem = joined(accounts, "Cem", "admin")
    raw = accounts.links.invite("Friend", "admin", by(cem))
    accounts.people.set_role(cem.id, "reader", by(ada))
    with pytest.raises(LinkRefused):
        accounts.links.look(raw, at(1))


def test_role_that_was_written_into_the_database_is_no_right(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    raw = logged_in(accounts, "Ben")
    with sql_library.writing() as connection:
        connection.exec_driver_sql("UPDATE accounts SET role = 'owner'")
    with pytest.raises(StoreDamaged, match="an account in it is none"):
        accounts.sessions.session(raw, at(1))
    with pytest.raises(StoreDamaged):
        accounts.people.people()


_CHANGES = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 2),
        st.sampled_from([*ROLES, "on", "off"]),
    ),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_CHANGES)
def test_whatever_is_changed_an_administrator_is_left(
    accounts: Accounts, changes: list[tuple[int, int, str]]
) -> None:
    for name in ("Ada", "Ben", "Cem"):
        if accounts.people.named(name) is None:
            joined(accounts, name, "admin")
    team = accounts.people.people()
    for actor, subject, what in changes:
        act = by(team[actor] if actor < 3 else None)
        before = accounts.people.people()
        try:
            _change(accounts, team[subject].id, what, act)
        except WhenceError:
            assert accounts.people.people() == before
        assert any(one.role == "admin" and one.active for one in accounts.people.people())


def _change(accounts: Accounts, account_id: str, what: str, act: Act) -> None:
    people = accounts.people
    if what in ("on", "off"):
        (people.activate if what == "on" else people.deactivate)(account_id, act)
    else:
        people.set_role(account_id, what, act)  # type: ignore[arg-type]
