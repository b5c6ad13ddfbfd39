"""How long a frame takes while somebody pans and zooms the picture of sources, in Chromium.

    python -m benchmarks.graph_frames --library LIBRARY --case NAME
    python -m benchmarks.graph_frames --library LIBRARY --case NAME --open all --open voices

The workbench is served from the library, Debian's Chromium opens the sources of the case, and a
script drags and turns the wheel once a frame as a hand would. Told are the milliseconds between
frames (``requestAnimationFrame``), at 60 Hz 16.7 at best.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from benchmarks.cold_run import machine

_CHROMIUM = "/usr/bin/chromium"
_READY = "() => window.whenceHands && window.whenceHands.nodes().length > 0"

_MEASURE = """async ([frames, name]) => {
    const frame = document.getElementById('hands-picture');
    const next = () => new Promise(requestAnimationFrame);
    frame.scrollIntoView({ block: 'center' });
    for (let n = 0; n < 5; n += 1) await next();
    const box = frame.getBoundingClientRect();
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const at = (clientX, clientY) =>
        ({ bubbles: true, cancelable: true, view: window, clientX, clientY });
    const target = frame.querySelector('canvas');
    const mouse = (kind, x, y) =>
        target.dispatchEvent(new MouseEvent(kind, { ...at(x, y), button: 0, buttons: 1 }));
    const moves = {
        drag: (n) =>
            mouse('mousemove', middle.x + 160 * Math.sin(n / 9), middle.y + 110 * Math.cos(n / 7)),
        wheel: (n) => target.dispatchEvent(new WheelEvent('wheel', {
            ...at(middle.x, middle.y), deltaY: Math.floor(n / 25) % 2 ? 40 : -40,
        })),
    };
    if (name === 'drag') mouse('mousedown', box.left + 4, box.bottom - 4);
    const seen = [];
    const places = new Set();
    let last = await next();
    for (let n = 1; n <= frames; n += 1) {
        moves[name](n);
        const now = await next();
        seen.push(now - last);
        last = now;
        places.add(JSON.stringify([whenceHands.pan(), whenceHands.zoom()]));
    }
    if (name === 'drag') mouse('mouseup', middle.x, middle.y);
    return [seen, places.size];
}"""
_MOVES = ("drag", "wheel")
_MOVING = 0.5
"""The share of frames in which the picture has to have moved, or nothing was measured."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", required=True, help="the library that has the case")
    parser.add_argument("--case", required=True, help="the case's name")
    parser.add_argument("--open", action="append", default=[], help="what is drawn one by one")
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    found = _served(given)
    if given.json:
        print(json.dumps({"machine": machine(), **found}))
    else:
        print(f"{found['stops']} stops, {found['steps']} lines")
        for name, row in found["frames"].items():
            told = ", ".join(f"{key} {value:.1f} ms" for key, value in row.items())
            print(f"{name:>6}: {told}")
    return 0


def _served(given: argparse.Namespace) -> dict[str, Any]:
    command = ["whence", "serve", "--no-browser", "--port", "0", "--library", given.library]
    # beside a workbench that is open on the same library
    own = {**os.environ, "WHENCE_INTAKE__FOLDER": mkdtemp()}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=own)
    try:
        assert server.stdout is not None  # noqa: S101 - a pipe was asked for
        told = server.stdout.readline()
        if not told:
            raise SystemExit("the workbench did not start")
        address = told.split()[-1]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": given.width, "height": 900})
            return _measured(page, address, given)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _measured(page: Page, address: str, given: argparse.Namespace) -> dict[str, Any]:
    page.goto(address)
    link = page.get_by_role("link", name=given.case, exact=True).first
    path = link.get_attribute("href")
    page.goto(
        f"{address.rstrip('/')}{path}/sources?{urlencode([('open', key) for key in given.open])}"
    )
    page.wait_for_function(_READY)
    frames = {}
    for name in _MOVES:
        seen, places = page.evaluate(_MEASURE, [given.frames, name])
        if places < _MOVING * given.frames:
            raise SystemExit(f"the picture hardly moved: {places} places in {given.frames} frames")
        seen.sort()
        frames[name] = {
            "p50": statistics.median(seen),
            "p95": seen[int(0.95 * (len(seen) - 1))],
            "longest": seen[-1],
        }
    counted = page.evaluate("() => [whenceHands.nodes().length, whenceHands.edges().length]")
    return {"stops": counted[0], "steps": counted[1], "frames": frames}


if __name__ == "__main__":
    sys.exit(main())
