"""One browser, one workbench and one walk through it for all tests here."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.programs import ARGUMENTS, AXE, HOW, chromium
from tests.browser.seeing import Seen, see
from tests.browser.served import Served, example, served
from tests.browser.sites import Sites, sample
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
def library(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the example case, read; tests that change something take a copy."""
    return example(browser, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def bench(library: Path) -> Iterator[Served]:
    """A workbench in which nothing is changed."""
    with served(library) as running:
        yield running


@pytest.fixture(scope="session")
def sites(browser: Browser, bench: Served) -> Sites:
    """An address of every page."""
    return sample(browser, bench.base)


@pytest.fixture(scope="session")
def look(browser: Browser, bench: Served, sites: Sites, axe: str) -> Look:
    """Looks at a page, once for all who ask; skips what answers with a piece or a file."""

    @cache
    def seen(name: str) -> Seen:
        return see(browser, bench.base, sites.whole[name], axe)

    def asked(name: str) -> Seen:
        if name not in sites.whole:
            pytest.skip("this address answers with no whole page")
        return seen(name)

    return asked
