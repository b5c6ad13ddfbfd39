"""``whence people``: a team's accounts from the command line."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.cli.pages import invoke
from tests.store.accounts.team import PASSWORD, cheap
from whence.cli import exits
from whence.cli.people import ROLES
from whence.errors import AccountRefused, LinkRefused, UnknownId
from whence.model import account
from whence.run.clock import now
from whence.store.sqlite import open_sqlite


def used(desk: Desk, link: str) -> str:
    """Use a link as the browser does, and return whose account it is."""
    store = open_sqlite(desk.library)
    try:
        made = cheap(store).links.accept(link.strip().rpartition("/")[2], PASSWORD, now())
        return made.name
    finally:
        store.close()


def test_roles_are_those_of_accounts() -> None:
    assert account.ROLES == ROLES


def test_somebody_is_invited_listed_and_let_in_no_more(desk: Desk) -> None:
    assert "nobody has an account yet" in desk.ask("people", "list").stderr
    link = desk("people", "invite", "Ada Brook", "--role", "admin")
    assert link.startswith("http://127.0.0.1:8421/accept/")
    assert used(desk, link) == "Ada Brook"
    address = ("--address", "https://desk.example/")
    other = desk("people", "invite", "Ben", *address)
    assert other.startswith("https://desk.example/accept/")
    used(desk, other)
    assert [(row["name"], row["role"]) for row in desk.rows("people", "list")] == [
        ("Ada Brook", "admin"),
        ("Ben", "analyst"),
    ]
    assert desk("people", "deactivate", "ben") == "Ben is not let in any more.\n"
    assert "(not let in)" in desk("people", "list")
    assert desk("people", "activate", "Ben") == "Ben is let in again.\n"
    assert used(desk, desk("people", "reset", "Ben", *address)) == "Ben"


def test_link_is_used_once_and_nothing_else_is_printed(desk: Desk) -> None:
    link = desk("people", "invite", "Ada", "--role", "admin")
    assert len(link.splitlines()) == 1
    used(desk, link)
    with pytest.raises(LinkRefused):
        used(desk, link)


def test_what_cannot_be_done_has_its_code(desk: Desk) -> None:
    used(desk, desk("people", "invite", "Ada", "--role", "admin"))
    for arguments, kind in (
        (("people", "reset", "Nobody"), UnknownId),
        (("people", "deactivate", "Nobody"), UnknownId),
        (("people", "deactivate", "Ada"), AccountRefused),
        (("people", "invite", "Ada"), AccountRefused),
    ):
        done = desk.ask(*arguments)
        assert done.exit_code == exits.EXIT_CODES[kind], arguments


def test_options_of_a_team_need_one(tmp_path: Path) -> None:
    for option in ("--name", "--behind-proxy"):
        done = invoke("serve", option, "127.0.0.1", "--library", str(tmp_path / "l.db"))
        assert done.exit_code == exits.USAGE
        assert f"{option} goes with --team" in done.stderr
