"""What a reader saw, as one self-contained page for a person to check."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from whence.publish.views.seen import KINDS, View


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("whence.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(views: Sequence[View], version: str) -> str:
    """Return the page. All words of the documents are escaped; the same readings, the same page."""
    page = _environment().get_template("seen.html.j2")
    return page.render(views=views, kinds=KINDS, version=version)
