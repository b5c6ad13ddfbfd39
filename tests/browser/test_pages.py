"""Every page of the workbench in a real browser: whole, quick, quiet, and open to everybody."""

import pytest

from tests.browser.conftest import Look
from tests.browser.sites import NAMES, Site, Sites

_MOST = 300_000
"""Bytes over the wire for a page seen for the first time."""

every_page = pytest.mark.parametrize("name", NAMES)


@every_page
def test_page_loads_without_a_complaint(look: Look, name: str) -> None:
    seen = look(name)
    assert (seen.status, seen.told) == (200, [])


@every_page
def test_nothing_is_asked_of_others(look: Look, name: str) -> None:
    assert look(name).outside == []


@every_page
def test_no_page_is_wider_than_the_screen(look: Look, name: str) -> None:
    assert look(name).wide == {1440: [], 1024: [], 390: []}


@every_page
def test_no_barrier_to_anybody(look: Look, name: str) -> None:
    found = look(name).barriers
    told = "\n".join(f"{where}: {one}" for where, rows in found.items() for one in rows)
    assert not told, f"{look(name).address}\n{told}"
    assert set(found) == {"1440 light", "1440 dark", "390 light"}


@every_page
def test_nothing_moves_while_it_loads(look: Look, name: str) -> None:
    seen = look(name)
    assert max(seen.shift.values()) < 0.01, (seen.shift, seen.moved)


@every_page
def test_first_visit_brings_little(look: Look, name: str) -> None:
    assert 1_000 < look(name).bytes <= _MOST


def test_links_lead_to_every_page(sites: Sites, team: dict[str, Site]) -> None:
    """A page that nobody can find is not there."""
    assert sorted(set(NAMES) - set(sites.reached) - set(team)) == []


def test_no_link_is_dead(sites: Sites) -> None:
    assert sites.dead == ()
