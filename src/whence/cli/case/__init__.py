"""``whence case``: the commands that keep a case."""

from whence.cli.case.group import case

__all__ = ["case"]
