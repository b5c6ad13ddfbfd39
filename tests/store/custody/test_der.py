"""DER read: elements from end to end, and nothing beyond the bytes there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.store.custody.der import DerError, Element, element


def written(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    octets = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 + len(octets)]) + octets + content


@given(contents=st.lists(st.binary(max_size=400), max_size=5))
def test_elements_come_back_as_they_were_written(contents: list[bytes]) -> None:
    whole = element(written(0x30, b"".join(written(0x04, one) for one in contents)))
    assert whole.tag == 0x30
    assert [one.content for one in whole.children()] == contents


@given(data=st.binary(max_size=60))
def test_hostile_bytes_never_lead_beyond_their_end(data: bytes) -> None:
    try:
        whole = element(data)
    except DerError:
        return
    assert (whole.start, whole.end) == (0, len(data))
    assert whole.inside <= whole.end


@pytest.mark.parametrize("data", ["", "30", "3005", "3080", "3085ffffffffff", "308201", "30000400"])
def test_broken_bytes_are_refused(data: str) -> None:
    with pytest.raises(DerError):
        element(bytes.fromhex(data))


def test_path_leads_to_an_element_or_to_an_error() -> None:
    whole = element(written(0x30, written(0x02, b"\x01") + written(0x30, written(0x04, b"ab"))))
    assert whole.child(1, 0).content == b"ab"
    assert whole.child(-1, -1).content == b"ab"
    assert isinstance(whole.child(), Element)
    with pytest.raises(DerError, match="missing"):
        whole.child(2)
