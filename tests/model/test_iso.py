import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.iso import earlier, order, same_day

_STAMPS = st.sampled_from(
    ["2031", "2031-05", "2031-05-04", "2031-05-04T09:30", "2031-05-04T09:30+03:00",
     "2031-05-04T07:00Z", "2031-05-05", "2032", "2031-05-04T09:30+99:00"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2031-05-04", "2031-05-05", True),
        ("2031-05-05", "2031-05-04", False),
        ("2031-05", "2031-05-04", None),
        ("2031", "2032-01", True),
        ("2031-05-04T09:30", "2031-05-04T10:00", True),
        ("2031-05-04T09:30", "2031-05-04", None),
        ("2031-05-04T09:30+03:00", "2031-05-04T07:00+00:00", True),
        ("2031-05-04T09:30+03:00", "2031-05-04T06:30Z", None),
        ("2031-05-04T09:30+03:00", "2031-05-04T10:00", None),
    ],
)
def test_earlier(left: str, right: str, expected: bool | None) -> None:
    assert earlier(left, right) is expected


@given(_STAMPS, _STAMPS)
def test_earlier_is_antisymmetric(left: str, right: str) -> None:
    found = earlier(left, right)
    assert earlier(right, left) is (None if found is None else not found)


def test_same_day_goes_as_far_as_the_less_precise() -> None:
    assert same_day("2031-05", "2031-05-04T09:30")
    assert not same_day("2031-05-04", "2031-05-05")


def test_order_sorts_instants_with_different_offsets() -> None:
    stamps = ["2031-05-04T09:30+03:00", "2031-05-04T07:00Z", "2031-05", "2031-05-04", "2032"]
    assert sorted(stamps, key=order) == [
        "2031-05",
        "2031-05-04",
        "2031-05-04T09:30+03:00",
        "2031-05-04T07:00Z",
        "2032",
    ]
