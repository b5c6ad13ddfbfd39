"""One record of each incident: what happened, who is named and who reacted, disagreement typed."""

from whence.fuse.fusing import fuse
from whence.fuse.grouping import DIFFERENT, SAME
from whence.fuse.incidents import Fused, incidents
from whence.fuse.lookup import document_of
from whence.fuse.options import Options
from whence.fuse.statements import restated
from whence.fuse.witness import Ledger

__all__ = [
    "DIFFERENT",
    "SAME",
    "Fused",
    "Ledger",
    "Options",
    "document_of",
    "fuse",
    "incidents",
    "restated",
]
