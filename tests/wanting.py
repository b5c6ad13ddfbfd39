"""What a test needs from the machine and does not find."""

import os

import pytest


def absent(reason: str) -> None:
    """Skip for want of something; in CI, where nothing may be wanting, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
