import pytest

from whence.store.accounts.moments import later, since, whole


@pytest.mark.parametrize(
    "at",
    [
        "2031-03-08T09:00:00Z",
        "2031-03-08T09:00:00.999Z",
        "2031-03-08T09:00:00+00:00",
        "2031-03-08T14:30:00+05:30",
        "20310308T090000Z",
    ],
)
def test_one_moment_has_one_form(at: str) -> None:
    assert whole(at) == "2031-03-08T09:00:00+00:00"


def test_moments_are_counted_from() -> None:
    assert later("2031-12-31T23:59:59Z", 2) == "2032-01-01T00:00:01+00:00"
    assert later("2031-12-31T23:59:59Z", -86_400) == "2031-12-30T23:59:59+00:00"
    assert since("2031-03-08T09:00:00Z", "2031-03-08T11:00:01+01:00") == 3601
    assert since("2031-03-08T09:00:00Z", "2031-03-08T08:59:59Z") == -1


@pytest.mark.parametrize("at", ["", "2031", "2031-03-08T09:00:00", "now"])
def test_what_is_no_moment_is_told(at: str) -> None:
    with pytest.raises(ValueError, match=r"offset|Invalid"):
        whole(at)
