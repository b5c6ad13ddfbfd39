import re
from pathlib import Path

import pytest

from tests.store.accounts.team import at, by
from whence.model.account import Account
from whence.store.accounts import audit
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.audit import Act


def test_rows_are_read_latest_first_and_page_by_page(accounts: Accounts) -> None:
    for number in range(7):
        accounts.audit.note(by(seconds=number), "export", f"case {number}")
    first = accounts.audit.read(3)
    second = accounts.audit.read(3, before=first[-1].id)
    third = accounts.audit.read(3, before=second[-1].id)
    subjects = [row.subject for row in (*first, *second, *third)]
    assert subjects == [f"case {number}" for number in reversed(range(7))]
    assert accounts.audit.read(3, before=third[-1].id) == ()
    assert [row.at for row in first] == [at(6), at(5), at(4)]


def test_any_page_can_be_asked_for(accounts: Accounts, ben: Account) -> None:
    assert accounts.audit.read(0) == accounts.audit.read(-5) == ()
    assert accounts.audit.read(10**30) == accounts.audit.read()
    assert accounts.audit.read(5, before=10**30) == accounts.audit.read(5)
    assert accounts.audit.read(5, before=-(10**30)) == ()


def test_row_says_who_acted_from_where(accounts: Accounts, ben: Account) -> None:
    act = Act(by=ben.id, at="2031-03-08T10:30:00.7+01:30", address="2001:db8::1")
    accounts.audit.note(act, "publish", "bridge", "refused")
    (row,) = accounts.audit.read(1)
    assert (row.at, row.account_id, row.name) == (at(0), ben.id, "Ben")
    assert (row.address, row.action) == ("2001:db8::1", "publish")
    assert (row.subject, row.outcome) == ("bridge", "refused")


@pytest.mark.parametrize(
    ("given", "kept"),
    [("\x00", r"\x00"), ("a\nb", r"a\nb"), ("\ud800", r"\ud800"), ("橋 é", "橋 é"), ("", "")],
)
def test_what_cannot_be_printed_is_kept_as_an_escape(
    accounts: Accounts, given: str, kept: str
) -> None:
    accounts.audit.note(Act(by="", at=at(0), address=given), "note", given, given)
    (row,) = accounts.audit.read()
    assert (row.address, row.subject, row.outcome) == (kept, kept, kept)


def test_long_text_has_an_end(accounts: Accounts) -> None:
    accounts.audit.note(by(), "note", "x" * 10_000)
    assert accounts.audit.read()[0].subject == "x" * 200


def test_no_code_changes_a_row_or_takes_one_out() -> None:
    changing = re.compile(r"(update|delete)\(AUDIT|(UPDATE|DELETE FROM) account_audit")
    folder = Path(audit.__file__).parent.parent
    assert [path for path in folder.rglob("*.py") if changing.search(path.read_text())] == []
