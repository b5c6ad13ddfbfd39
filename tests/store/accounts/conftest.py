"""The accounts of a fresh library, in both databases."""

import pytest

from tests.store.accounts.team import cheap, joined
from whence.model.account import Account
from whence.store.accounts.accounts import Accounts
from whence.store.sql import SqlStore


@pytest.fixture
def accounts(sql_library: SqlStore) -> Accounts:
    """The accounts of a library, with cheap hashes and nobody in it."""
    return cheap(sql_library)


@pytest.fixture
def ada(accounts: Accounts) -> Account:
    """The only administrator."""
    return joined(accounts, "Ada Brook", "admin")


@pytest.fixture
def ben(accounts: Accounts) -> Account:
    """An analyst."""
    return joined(accounts, "Ben")
