"""From a document to a report: who says what, what happened, who is suspected, with which words."""

from whence.extract.report import Options, bounded, extract

__all__ = ["Options", "bounded", "extract"]
