"""Case to what people read: one page, one Markdown text, one case file, one summary.

Entry: ``publish(case, options) -> dict of file name to bytes``; ``terminal.render(case, console)``.
"""

from whence.publish.issue import publish
from whence.publish.options import Options
from whence.publish.schema import schema

__all__ = ["Options", "publish", "schema"]
