"""Which addresses are public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import ForbiddenAddress
from whence.ingest.web.addresses import is_public, target_of


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fec0::1",
        "192.88.99.1",
        "::ffff:192.88.99.1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "localhost",
        "",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_embedded_public_addresses_stay_public() -> None:
    assert is_public("::ffff:8.8.8.8")
    assert is_public("64:ff9b::808:808")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Courier.example/a?b#c", "https://courier.example:443"),
        ("http://courier.example.:8080/", "http://courier.example:8080"),
        ("https://кур.example/", "https://xn--j1ami.example:443"),
        ("http://8.8.8.8/", "http://8.8.8.8:80"),
        ("http://[2606:2800:220:1::1]/", "http://[2606:2800:220:1::1]:80"),
    ],
)
def test_where_addresses_lead(url: str, origin: str) -> None:
    assert target_of(url).origin == origin


HOSTILE = [
    "http://courier.example/\udcff",
    "file:///etc/passwd",
    "gopher://courier.example/",
    "ftp://courier.example/",
    "data:text/html,x",
    "//courier.example/",
    "http://",
    "http:///x",
    "http://user@courier.example/",
    "http://user:word@courier.example/",
    "http://8.8.8.8@127.0.0.1/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1%25eth0]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://printer/",
    "http://router.local/",
    "http://metadata.google.internal/",
    "http://courier.example:22/",
    "http://courier.example:6379/",
    "http://courier.example:99999/",
    "http://courier.example\\@127.0.0.1/",
    "http://courier .example/",
    "http://courier.example/\r\nHost: x",
    "http://①②⑦.⓪.⓪.①/",
    "https://courier.example/" + "a" * 5_000,
]


@pytest.mark.parametrize("url", HOSTILE)
def test_hostile_addresses_are_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddress) as caught:
        target_of(url)
    assert caught.value.reason
    assert len(caught.value.location) <= 4_096


@given(st.text(max_size=60))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    for url in (text, f"http://{text}/", f"https://{text}.example/"):
        try:
            target = target_of(url)
        except ForbiddenAddress:
            continue
        assert target.port in (80, 443, 8080, 8443)
        assert target.host
