"""A team on PostgreSQL: the same pages over the other database."""

from tests.store.accounts.team import ANOTHER, PASSWORD, cheap
from tests.store.conftest import postgres, postgres_address
from tests.store.libraries import opened
from tests.web.desk import texts
from tests.web.team import Clock, Team, unhurried
from whence.store.ledger import open_case

__all__ = ["postgres", "postgres_address"]


def test_first_administrator_invites_and_everybody_works(postgres_address: str) -> None:
    store = opened(postgres_address)
    try:
        team = Team(store=store, accounts=cheap(store), clock=Clock(), paces=unhurried())
        path, admin = team.invitation("Ada Brook", "admin"), team.browser()
        assert admin.post(path, path, password=PASSWORD, again=PASSWORD).status_code == 303
        answer = admin.post("/people/invite", "/people", name="Ben", role="editor")
        [link] = [one for one in answer.text.split('"') if "/accept/" in one]
        ben = team.browser()
        assert ben.post(link, link, password=ANOTHER, again=ANOTHER).status_code == 303
        assert ben.post("/new", "/new", name="quay", question="Who?").status_code == 303
        assert texts(admin.get("/"), "//li[@class='card']//h2") == ["quay"]
        assert {one.entry.author for one in open_case(store, "quay").read()} == {"Ben"}
        assert ben.client.get("/people").status_code == 403
        assert ben.post("/logout").status_code == 303
        assert team.browser().log_in("Ben", PASSWORD).status_code == 401
        assert ("", "login", "refused") in team.log()
    finally:
        store.close()
