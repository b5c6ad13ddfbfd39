"""Case to what people read and machines take: a page, a text, case files, rows, a map, a summary.

Entry: ``publish(case, options) -> dict of file name to bytes``; ``terminal.render(case, console)``.
"""

from whence.publish.issue import FORMATS, publish
from whence.publish.options import Options
from whence.publish.schema import schema

__all__ = ["FORMATS", "Options", "publish", "schema"]
