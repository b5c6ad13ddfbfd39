import msgspec
import pytest

from whence.model.panel import Estimate


def estimate(**fields: object) -> Estimate:
    given = {"judge": "Ada", "role": "executor", "shares": {"a": 0.5}, "at": "2031-03"} | fields
    return msgspec.convert(given, Estimate)


def test_shares_need_not_sum_to_one() -> None:
    assert estimate(shares={"a": 0.9, "b": 0.9}).shares == {"a": 0.9, "b": 0.9}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"judge": "  "}, "needs the name"),
        ({"shares": {}}, "gives no answer"),
        ({"shares": {"a": -0.1}}, "Ada gives a -0.1: not from 0 to 1"),
        ({"shares": {"a": 1.2}}, "not from 0 to 1"),
        ({"shares": {"a": float("nan")}}, "not from 0 to 1"),
        ({"at": "yesterday"}, "'yesterday' is no date"),
    ],
)
def test_an_estimate_that_is_none(fields: dict[str, object], words: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=words):
        estimate(**fields)
