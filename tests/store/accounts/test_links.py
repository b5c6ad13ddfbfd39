import pytest

from tests.store.accounts.team import (
    ANOTHER,
    AT,
    DAY,
    PASSWORD,
    actions,
    at,
    by,
    cheap,
    everything,
    joined,
    logged_in,
)
from tests.store.libraries import opened
from whence.errors import AccountRefused, LinkRefused, LoginRefused, PasswordRefused
from whence.model.account import Account
from whence.store.accounts.accounts import Accounts
from whence.store.sql import SqlStore


def test_the_first_administrator_is_invited_on_the_machine_itself(accounts: Accounts) -> None:
    raw = accounts.links.invite("  Ada   Brook ", "admin", by())
    link = accounts.links.look(raw, AT)
    assert (link.kind, link.name, link.role, link.made_by) == (
        "invitation", "Ada Brook", "admin", "",
    )  # fmt: skip
    assert accounts.links.links(AT) == (link,)
    account = accounts.links.accept(raw, PASSWORD, at(60), "192.0.2.8")
    assert (account.name, account.role, account.created_at) == ("Ada Brook", "admin", at(60))
    assert accounts.people.people() == (account,)
    assert accounts.links.links(AT) == ()
    assert actions(accounts) == [
        ("", "invite", "Ada Brook", "admin"),
        ("Ada Brook", "accept", "Ada Brook", "invitation"),
    ]


def test_only_the_hash_of_a_link_and_of_a_password_is_kept(
    accounts: Accounts, sql_library: SqlStore
) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    assert len(raw) == 43
    assert raw not in everything(sql_library)
    accounts.links.accept(raw, PASSWORD, AT)
    held = everything(sql_library)
    assert raw not in held
    assert PASSWORD not in held
    assert "$argon2id$v=19$" in held


def test_a_link_is_used_once(accounts: Accounts) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    accounts.links.accept(raw, PASSWORD, AT)
    for _ in range(2):
        with pytest.raises(LinkRefused) as refused:
            accounts.links.accept(raw, ANOTHER, AT)
    assert "ask an administrator" in refused.value.hint
    assert len(accounts.people.people()) == 1
    accounts.sessions.log_in("Ada", PASSWORD, "", AT)


@pytest.mark.parametrize("raw", ["", "x", "\x00", "\ud800", "x" * 10_000])
def test_token_that_nobody_made_is_refused(accounts: Accounts, raw: str) -> None:
    accounts.links.invite("Ada", "admin", by())
    with pytest.raises(LinkRefused):
        accounts.links.accept(raw, PASSWORD, AT)
    assert accounts.people.people() == ()


def test_invitation_holds_for_seven_days(accounts: Accounts) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    assert accounts.links.look(raw, AT).expires_at == at(7 * DAY)
    with pytest.raises(LinkRefused):
        accounts.links.accept(raw, PASSWORD, at(7 * DAY))
    assert accounts.links.links(at(7 * DAY)) == ()
    assert accounts.links.accept(raw, PASSWORD, at(7 * DAY - 1)).name == "Ada"


def test_invitation_survives_a_password_that_is_refused(accounts: Accounts) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    with pytest.raises(PasswordRefused):
        accounts.links.accept(raw, "short", AT)
    assert accounts.links.accept(raw, PASSWORD, AT).name == "Ada"


def test_second_invitation_of_a_name_takes_the_place_of_the_first(
    accounts: Accounts, ada: Account
) -> None:
    first = accounts.links.invite("Ben", "editor", by(ada))
    second = accounts.links.invite("BEN", "reader", by(ada, 1))
    with pytest.raises(LinkRefused):
        accounts.links.look(first, at(2))
    assert [(one.name, one.role) for one in accounts.links.links(at(2))] == [("BEN", "reader")]
    assert accounts.links.accept(second, PASSWORD, at(2)).role == "reader"


def test_invitation_can_be_withdrawn(accounts: Accounts, ada: Account) -> None:
    raw = accounts.links.invite("Ben", "editor", by(ada))
    assert accounts.links.withdraw("ben", by(ada))
    assert not accounts.links.withdraw("ben", by(ada))
    with pytest.raises(LinkRefused):
        accounts.links.accept(raw, PASSWORD, AT)
    assert [one for one in actions(accounts) if one[1] == "withdraw"] == [
        ("Ada Brook", "withdraw", "ben", "ok")
    ]


@pytest.mark.parametrize("same", ["Ada Brook", "ada brook", "ADA  BROOK", "Ａda Brook"])
def test_name_in_use_is_refused(accounts: Accounts, ada: Account, same: str) -> None:
    with pytest.raises(AccountRefused, match="already"):
        accounts.links.invite(same, "reader", by(ada))


def test_name_taken_meanwhile_is_told_and_nothing_is_made(
    accounts: Accounts, sql_library: SqlStore
) -> None:
    raw = accounts.links.invite("Ada", "admin", by())
    with sql_library.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO accounts VALUES ('x', 'ADA', 'ada', '', 1, 'reader', '1', '2031')"
        )
    with pytest.raises(AccountRefused, match="called 'Ada' already"):
        accounts.links.accept(raw, PASSWORD, AT)
    assert [one.id for one in accounts.people.people()] == ["x"]
    assert accounts.links.look(raw, AT).name == "Ada"


@pytest.mark.parametrize("name", ["", "  ", "\x00", "a\x07b", "\ud800", "x" * 81])
def test_what_can_be_no_name_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountRefused):
        accounts.links.invite(name, "admin", by())
    with pytest.raises(AccountRefused, match="no role"):
        accounts.links.invite("Ada", "root", by())  # type: ignore[arg-type]
    assert accounts.links.links(AT) == ()


def test_reset_sets_a_password_and_ends_all_that_the_old_one_opened(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    session = logged_in(accounts, "Ben")
    token = accounts.tokens.issue(ben.id, "script", "reader", 9, by(ben))
    raw = accounts.links.reset(ben.id, by(ada))
    link = accounts.links.look(raw, AT)
    assert (link.kind, link.account_id, link.expires_at) == ("reset", ben.id, at(DAY))
    # Until it is used nothing has changed: whoever asked for it need not be Ben.
    assert accounts.sessions.session(session, at(1)) is not None
    assert accounts.links.accept(raw, ANOTHER, at(2)) == ben
    assert accounts.sessions.session(session, at(3)) is None
    assert accounts.tokens.bearer(token, at(3)) is None
    with pytest.raises(LoginRefused):
        logged_in(accounts, "Ben", 3)
    accounts.sessions.log_in("Ben", ANOTHER, "", at(9))
    with pytest.raises(LinkRefused):
        accounts.links.accept(raw, PASSWORD, at(9))


def test_reset_by_the_machine_itself_lets_a_lone_administrator_back_in(
    accounts: Accounts, ada: Account
) -> None:
    accounts.links.accept(accounts.links.reset(ada.id, by()), ANOTHER, at(1))
    _, session = accounts.sessions.log_in("ada brook", ANOTHER, "", at(2))
    assert session.account == ada


def test_reset_runs_out_and_a_second_one_replaces_it(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    first = accounts.links.reset(ben.id, by(ada))
    second = accounts.links.reset(ben.id, by(ada))
    for raw, moment in ((first, at(1)), (second, at(DAY))):
        with pytest.raises(LinkRefused):
            accounts.links.accept(raw, ANOTHER, moment)
    logged_in(accounts, "Ben")


def test_accounts_are_there_after_a_restart(sql_address: str) -> None:
    store = opened(sql_address)
    ada = joined(cheap(store), "Ada", "admin")
    raw = logged_in(cheap(store), "Ada")
    store.close()
    store = opened(sql_address)
    session = cheap(store).sessions.session(raw, at(5))
    assert session is not None
    assert session.account == ada
    store.close()
