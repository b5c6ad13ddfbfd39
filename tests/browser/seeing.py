"""A page as a browser shows it: loaded, measured, and looked through for barriers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext, Page

Theme = Literal["light", "dark"]

SIZES: Final = {1440: 900, 1024: 768, 390: 844}
"""Widths at which pages are looked at, and the heights that go with them."""

THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

_FOLDER: Final = Path(__file__).parent
_WATCH: Final = (_FOLDER / "watch.js").read_text()
_MEASURE: Final = (_FOLDER / "measure.js").read_text()
_SETTLED: Final = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"""
_AXE: Final = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return found.violations.flatMap((one) => one.nodes.map((node) => [
    one.id, node.target.join(" "), node.html.slice(0, 160),
    (node.failureSummary ?? "").split("\\n").slice(1).join(";").trim(),
  ]));
}"""


@dataclass
class Seen:
    """What became of a page in the browser; ``barriers`` are of a width and a theme each.

    ``shift`` is the sum of the page's layout shifts by width, ``bytes`` what came over the wire
    at the first load, packed and with headers.
    """

    address: str
    status: int = 0
    bytes: int = 0
    told: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    shift: dict[int, float] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    wide: dict[int, list[str]] = field(default_factory=dict)
    barriers: dict[str, list[str]] = field(default_factory=dict)


@contextmanager
def page_at(browser: Browser, base: str, **options: Any) -> Iterator[Page]:
    """Give a page in a fresh context, with nothing kept from before; loads within ten seconds."""
    context: BrowserContext = browser.new_context(
        base_url=base, reduced_motion="reduce", locale="en-GB", **options
    )
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def settle(page: Page) -> None:
    """Wait until what runs at the load of a page has run."""
    page.evaluate(_SETTLED)


def see(browser: Browser, base: str, address: str, axe: str, **options: Any) -> Seen:
    """Look at a page at every width and in both themes.

    It is loaded at the widest and at the narrowest, as a big screen and a telephone do; ``options``
    are those of the browser's context.
    """
    seen = Seen(address)
    for width in (1440, 390):
        viewport = {"width": width, "height": SIZES[width]}
        with page_at(browser, base, viewport=viewport, **options) as page:
            _listen(page, base, seen)
            page.add_init_script(_WATCH)
            answer = page.goto(address)
            settle(page)
            seen.status = answer.status if answer else 0
            noted = page.evaluate("() => window.__seen")
            seen.shift[width] = noted["shift"]
            seen.moved += noted["moved"]
            seen.told += noted["refused"]
            page.evaluate(axe)
            _look(page, width, seen)
    return seen


def _look(page: Page, width: int, seen: Seen) -> None:
    seen.wide[width] = page.evaluate(_MEASURE)
    for theme in THEMES if width == 1440 else THEMES[:1]:
        page.emulate_media(color_scheme=theme)
        settle(page)
        rows = page.evaluate(_AXE, list(TAGS))
        seen.barriers[f"{width} {theme}"] = [" | ".join(row) for row in rows]
    if width == 1440:
        page.set_viewport_size({"width": 1024, "height": SIZES[1024]})
        settle(page)
        seen.wide[1024] = page.evaluate(_MEASURE)


def _listen(page: Page, base: str, seen: Seen) -> None:
    first = not seen.bytes

    def requested(url: str) -> None:
        if not url.startswith((f"{base}/", "data:", "blob:")):
            seen.outside.append(url)

    def arrived(event: Any) -> None:
        seen.bytes += int(event["encodedDataLength"]) if first else 0

    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", arrived)
    page.on("request", lambda request: requested(request.url))
    page.on("pageerror", lambda error: seen.told.append(f"uncaught: {error}"))
    page.on(
        "console",
        lambda line: seen.told.append(line.text) if line.type in ("error", "warning") else None,
    )
