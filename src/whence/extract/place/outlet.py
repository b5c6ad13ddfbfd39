"""Where a page's own name stands in its headline: "Two hurt in fire - Harrow News: Harrow, WI"."""

import re
from functools import cache

from whence.extract.place.words import words
from whence.extract.prose import Prose

_MARK = re.compile(r"\s(?:[-–—|]|>>|::?)\s")
"""What stands between a headline and the name of the outlet in the title of a page."""


def headline(title: str) -> str:
    """Return a page's title without what stands behind a dash or bar, which is the outlet.

    A label before it ("BREAKING - ") is no headline yet.
    """
    label = _label().match(title)
    return _MARK.split(title[label.end() :] if label else title, maxsplit=1)[0]


@cache
def _label() -> re.Pattern[str]:
    """Return what labels a headline: "BREAKING - ", "Update 2: "."""
    known = "|".join(map(re.escape, sorted(words().labels, reverse=True)))
    return re.compile(rf"\s*(?:{known})(?: \d)?\s*(?:[-–—|:]|>>)\s*", re.IGNORECASE)


def is_outlet(prose: Prose, position: int) -> bool:
    """Tell whether a position lies in the name of the outlet behind a headline.

    Where an outlet is at home tells nothing of where an incident was.
    """
    if prose.block_kind(position) != "title":
        return False
    start = prose.text.rfind("\n", 0, position) + 1
    label = _label().match(prose.text, start)
    return _MARK.search(prose.text, label.end() if label else start, position) is not None
