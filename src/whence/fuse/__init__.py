"""One record of what happened, who is named and who reacted, with every disagreement typed."""

from whence.fuse.fusing import fuse
from whence.fuse.options import Options

__all__ = ["Options", "fuse"]
