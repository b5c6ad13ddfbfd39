"""Who copied whom, and at how many first hands the statements of all reports start."""

from whence.trace.options import Options
from whence.trace.origins import count_origins
from whence.trace.tracing import trace

__all__ = ["Options", "count_origins", "trace"]
