"""Which reports tell of one incident."""

from whence.fuse.grouping.grouping import bonds, found, given
from whence.fuse.grouping.groups import Groups
from whence.fuse.grouping.judged import DIFFERENT, SAME, bindings
from whence.fuse.grouping.signature import signature

__all__ = ["DIFFERENT", "SAME", "Groups", "bindings", "bonds", "found", "given", "signature"]
