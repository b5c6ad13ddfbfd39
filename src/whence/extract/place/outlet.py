"""Where a page's own name stands in its headline: "Two hurt in fire - Harrow News: Harrow, WI"."""

import re

from whence.extract.prose import Prose

_MARK = re.compile(r"\s(?:[-–—|]|>>|::?)\s")
"""What stands between a headline and the name of the outlet in the title of a page."""


def headline(title: str) -> str:
    """Return a page's title without what stands behind a dash or bar, which is the outlet."""
    return _MARK.split(title, maxsplit=1)[0]


def is_outlet(prose: Prose, position: int) -> bool:
    """Tell whether a position lies in the name of the outlet behind a headline.

    Where an outlet is at home tells nothing of where an incident was.
    """
    if prose.block_kind(position) != "title":
        return False
    start = prose.text.rfind("\n", 0, position) + 1
    return _MARK.search(prose.text, start, position) is not None
