"""Whence: who was behind it, and who says so."""

__version__ = "0.1.0"
