"""Every value survives the wire: encoded and decoded it is the same value of the same type."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model import made
from whence.model.attribution import Chain, Hop
from whence.model.case import Case
from whence.model.document import Document
from whence.model.fact import Quantity
from whence.model.span import Span

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
spans = st.builds(
    lambda start, text: Span(document_id="d", start=start, end=start + len(text), text=text),
    st.integers(0, 10_000),
    words,
)
hops = st.builds(
    Hop,
    who=words,
    how=st.sampled_from(["says", "cites", "reposts"]),
    kind=st.sampled_from(["agency", "person", "unknown"]),
    anonymity=st.sampled_from(["named", "anonymous"]),
    span=st.none() | spans,
)
chains = st.builds(
    Chain, id=words, document_id=words, hops=st.lists(hops, min_size=1, max_size=4).map(tuple)
)
quantities = st.lists(st.integers(0, 10**9), min_size=3, max_size=3).map(
    lambda numbers: Quantity(low=min(numbers), best=sorted(numbers)[1], high=max(numbers))
)


@given(spans | chains | quantities)
def test_value_survives_json(value: Any) -> None:
    assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value


@given(words)
def test_case_survives_json(text: str) -> None:
    case = made.case(made.document(text))
    encoded = msgspec.json.encode(case)
    decoded = msgspec.json.decode(encoded, type=Case)
    assert decoded == case
    assert msgspec.json.encode(decoded) == encoded


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Span, b'{"document_id":"d","start":3,"end":1,"text":""}'),
        (Quantity, b'{"low":5,"best":4,"high":9}'),
        (Chain, b'{"id":"c","document_id":"d","hops":[]}'),
        (Case, b'{"schema":"whence.case/0"}'),
        (Document, b'{"id":1}'),
    ],
)
def test_wire_refuses_what_the_type_refuses(kind: type[Any], raw: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(raw, type=kind)


def test_values_are_frozen() -> None:
    field = "text"
    with pytest.raises(AttributeError):
        setattr(made.document(), field, "other")
