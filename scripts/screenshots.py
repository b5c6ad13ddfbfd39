"""Pictures of every screen of the workbench, as people see the example case.

    python scripts/screenshots.py docs/pictures/workbench
    python scripts/screenshots.py /tmp/pictures --only overview facts

Each page that a link of the example leads to is taken at 1440, 1024 and 390 pixels, light and dark,
as PAGE-WIDTH-THEME.webp: what one sees without scrolling, in few colours, so that all of them
together stay below three megabytes. The example is read anew each time.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser.programs import ARGUMENTS, HOW, chromium
from tests.browser.seeing import SIZES, THEMES, page_at, settle
from tests.browser.served import copied, example, served
from tests.browser.sites import UNLINKED, Site, of_team, sample

_COLOURS = 8
_LEFT_OUT = frozenset({*UNLINKED, "api_types"})
"""Pages that no link of the example leads to, and a long list of types."""

_MOST = 3_000_000
"""Bytes of all pictures together."""


def packed(png: bytes) -> bytes:
    """Return a picture of few colours, without loss beyond that."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    few = picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    out = BytesIO()
    few.convert("RGB").save(out, "WEBP", lossless=True, quality=100, method=4)
    return out.getvalue()


def taken(browser: Browser, sites: dict[str, Site]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every picture."""
    for width, height in SIZES.items():
        for theme in THEMES:
            viewport = {"width": width, "height": height}
            for name, site in sites.items():
                seen_by = {"color_scheme": theme, "storage_state": site.state}
                with page_at(browser, site.base, viewport=viewport, **seen_by) as page:
                    page.goto(site.address)
                    settle(page)
                    yield f"{name.replace(' ', '-')}-{width}-{theme}", packed(page.screenshot())


def main(given: Sequence[str]) -> int:
    """Take all pictures; return 1 where they are too large to be kept."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", default=[], metavar="PAGE", help="names of pages")
    chosen = parser.parse_args(given)
    program = chromium()
    if program is None:
        print(HOW.format("Chromium"), file=sys.stderr)
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    total = 0
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        with served(example(browser, Path(folder))) as running:
            team = copied(running.library, Path(folder) / "team")
            with served(team, "--team") as together:
                sites = sample(browser, running.base).whole | of_team(browser, together)
                names = set(chosen.only or sites).difference(_LEFT_OUT)
                wanted = {name: at for name, at in sites.items() if name in names}
                for name, picture in taken(browser, wanted):
                    (chosen.out / f"{name}.webp").write_bytes(picture)
                    total += len(picture)
        browser.close()
    print(f"{len(list(chosen.out.glob('*.webp')))} pictures, {total:,} bytes")
    return 0 if total <= _MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
