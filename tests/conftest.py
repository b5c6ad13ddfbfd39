"""What holds for every test: none is timed; in CI, development data that is there must be used."""

import os
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from tests.shared import data_root

for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # as the command line does

settings.register_profile("untimed", deadline=None)  # a busy machine makes no test fail
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a ``needs_shared`` test into a failure in CI when the data is there.

    A test that quietly stops finding its data would otherwise be green for ever.
    """
    report = yield
    watched = os.environ.get("CI") == "true" and item.get_closest_marker("needs_shared")
    if watched and report.skipped and data_root().is_dir():
        report.outcome = "failed"
        report.longrepr = f"{data_root()} is here, and yet: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def library_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the cases of runs in a library of the tests' own, never in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("library")
        patch.setenv("WHENCE_STORE__LIBRARY", str(folder / "library.db"))
        yield
