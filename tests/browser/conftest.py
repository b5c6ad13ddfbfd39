"""One browser, one workbench and one walk through it for all tests here."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.programs import ARGUMENTS, AXE, HOW, chromium
from tests.browser.seeing import Seen, see
from tests.browser.served import Served, copied, example, served
from tests.browser.sites import Site, Sites, of_team, sample
from tests.wanting import absent

Look = Callable[[str], Seen]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = chromium()
    if program is None:
        absent(HOW.format("Chromium"))
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for barriers."""
    if not AXE.exists():
        absent(HOW.format("axe-core"))
    return AXE.read_text()


@pytest.fixture(scope="session")
def original(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library into which the example was read, by one click."""
    return example(browser, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def library(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the example that nobody opens: whoever changes something takes a copy."""
    return copied(original, tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="session")
def bench(library: Path, original: Path) -> Iterator[Served]:
    """A workbench in which nothing is changed."""
    assert library != original
    with served(original) as running:
        yield running


@pytest.fixture(scope="session")
def sites(browser: Browser, bench: Served) -> Sites:
    """Every page of a workbench for one."""
    return sample(browser, bench.base)


@pytest.fixture(scope="session")
def team(
    browser: Browser, library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Site]]:
    """Pages that there are for a team alone, seen by its first administrator."""
    with served(copied(library, tmp_path_factory.mktemp("team")), "--team") as running:
        yield of_team(browser, running)


@pytest.fixture(scope="session")
def look(browser: Browser, sites: Sites, team: dict[str, Site], axe: str) -> Look:
    """Looks at a page, once for all who ask; skips what answers with a piece or a file."""
    there = sites.whole | team

    @cache
    def seen(name: str) -> Seen:
        site = there[name]
        return see(browser, site.base, site.address, axe, storage_state=site.state)

    def asked(name: str) -> Seen:
        if name not in there:
            pytest.skip("this address answers with no whole page")
        return seen(name)

    return asked
