import pytest

from tests.store.accounts.team import DAY, actions, at, by, everything
from whence.errors import AccountRefused, UnknownId
from whence.model.account import Account, Role
from whence.store.accounts.accounts import Accounts
from whence.store.sql import SqlStore


def test_token_lets_its_owner_in_until_it_runs_out(accounts: Accounts, ben: Account) -> None:
    raw = accounts.tokens.issue(ben.id, "  nightly   import ", "admin", 3, by(ben))
    assert raw.startswith("whence_")
    assert accounts.tokens.bearer(raw, at(3 * DAY - 1)) == ben
    assert accounts.tokens.bearer(raw, at(3 * DAY)) is None
    for wrong in ("", "whence_", raw[:-1], raw + "x", raw.removeprefix("whence_")):
        assert accounts.tokens.bearer(wrong, at(1)) is None
    assert actions(accounts)[-1] == ("Ben", "token", "nightly import", "admin")


def test_only_the_hash_of_a_token_is_kept(
    accounts: Accounts, ben: Account, sql_library: SqlStore
) -> None:
    raw = accounts.tokens.issue(ben.id, "script", "reader", 3, by(ben))
    assert raw.removeprefix("whence_") not in everything(sql_library)


@pytest.mark.parametrize(
    ("role", "cap", "left"),
    [("admin", "reader", "reader"), ("reader", "admin", "reader"), ("editor", "editor", "editor")],
)
def test_token_has_no_more_than_its_role_and_its_owners_present_one(
    accounts: Accounts, ada: Account, ben: Account, role: Role, cap: Role, left: Role
) -> None:
    raw = accounts.tokens.issue(ben.id, "script", cap, 3, by(ben))
    accounts.people.set_role(ben.id, role, by(ada))
    found = accounts.tokens.bearer(raw, at(1))
    assert found is not None
    assert (found.id, found.name, found.role) == (ben.id, "Ben", left)


def test_tokens_are_listed_with_their_last_use_to_the_minute(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    first = accounts.tokens.issue(ben.id, "first", "reader", 1, by(ben))
    accounts.tokens.issue(ben.id, "second", "analyst", 366, by(ben, 5))
    accounts.tokens.issue(ada.id, "another's", "reader", 1, by(ada))
    used = []
    for seconds in (10.0, 69.0, 70.0):
        accounts.tokens.bearer(first, at(seconds))
        used.append(accounts.tokens.list(ben.id)[1].last_used_at)
    assert used == [at(10), at(10), at(70)]
    second, _ = accounts.tokens.list(ben.id)
    assert (second.label, second.role_cap, second.last_used_at) == ("second", "analyst", None)
    assert (second.created_at, second.expires_at) == (at(5), at(5 + 366 * DAY))


def test_token_is_revoked_by_its_owner_or_an_administrator(
    accounts: Accounts, ada: Account, ben: Account
) -> None:
    raws = [accounts.tokens.issue(ben.id, name, "reader", 3, by(ben)) for name in ("a", "b")]
    adas = accounts.tokens.issue(ada.id, "hers", "reader", 3, by(ada))
    with pytest.raises(AccountRefused, match="only an administrator"):
        accounts.tokens.revoke(accounts.tokens.list(ada.id)[0].id, by(ben))
    for actor in (ada, ben):
        accounts.tokens.revoke(accounts.tokens.list(ben.id)[0].id, by(actor))
    assert accounts.tokens.list(ben.id) == ()
    assert [accounts.tokens.bearer(raw, at(1)) for raw in raws] == [None, None]
    assert accounts.tokens.bearer(adas, at(1)) is not None
    for odd in ("token-1", "\x00", ""):
        with pytest.raises(UnknownId):
            accounts.tokens.revoke(odd, by(ada))
    assert [name for name, action, _, _ in actions(accounts) if action == "revoke"] == [
        "Ada Brook", "Ben",
    ]  # fmt: skip


def test_token_that_cannot_be_is_refused(accounts: Accounts, ada: Account, ben: Account) -> None:
    issue = accounts.tokens.issue
    for days in (0, -1, 367, 10**30):
        with pytest.raises(AccountRefused, match="1 to 366 days"):
            issue(ben.id, "script", "reader", days, by(ben))
    with pytest.raises(AccountRefused, match="no label"):
        issue(ben.id, "\x00", "reader", 3, by(ben))
    with pytest.raises(AccountRefused, match="no role"):
        issue(ben.id, "script", "root", 3, by(ben))  # type: ignore[arg-type]
    with pytest.raises(AccountRefused, match="somebody else"):
        issue(ben.id, "script", "reader", 3, by(ada))
    with pytest.raises(UnknownId):
        issue("person-1", "script", "reader", 3, by())
    accounts.people.deactivate(ben.id, by(ada))
    with pytest.raises(AccountRefused, match="not active"):
        issue(ben.id, "script", "reader", 3, by(ben))
    assert accounts.tokens.list(ben.id) == ()
