"""Signatures over a head: by the keys people have, and refused once anything differs."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.authority import program
from whence.errors import ExtraMissing, InputError, WhenceError
from whence.model.ledger import Signature
from whence.store.custody.signatures import check, sign

HEAD = "5e" * 32
KEY = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OPENSSH = KEY.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
LOCKED = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"open"))
PUBLIC, SIGNED = sign(HEAD, OPENSSH)


def signature(head: str = HEAD, key: str = PUBLIC, signed: bytes = SIGNED) -> Signature:
    return Signature(seq=1, head=head, key=key, signature=signed)


def test_key_made_by_ssh_keygen_signs(tmp_path: Path) -> None:
    keygen, path = program("ssh-keygen"), tmp_path / "key"
    subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-C", "Ada", "-f", path], check=True)
    public, signed = sign(HEAD, path.read_bytes())
    assert check(signature(key=public, signed=signed))
    assert path.with_suffix(".pub").read_text() == f"{public} Ada\n"


def test_both_forms_of_a_key_give_the_same_signature() -> None:
    assert sign(HEAD, PEM) == sign(HEAD, OPENSSH) == sign(HEAD, LOCKED, b"open")
    assert check(signature())
    assert KEY.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH) == PUBLIC.encode()


def test_openssl_confirms_the_signature_over_the_digits(tmp_path: Path) -> None:
    openssl = program("openssl")
    pem = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for name, data in {"key": pem, "head": HEAD.encode(), "signed": SIGNED}.items():
        (tmp_path / name).write_bytes(data)
    call = [
        openssl, "pkeyutl", "-verify", "-pubin", "-inkey", "key",
        "-rawin", "-in", "head", "-sigfile", "signed",
    ]  # fmt: skip
    told = subprocess.run(call, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "Verified Successfully" in told.stdout


def test_locked_key_needs_its_passphrase() -> None:
    with pytest.raises(InputError, match="locked with a passphrase"):
        sign(HEAD, LOCKED)
    with pytest.raises(InputError, match="cannot be read") as told:
        sign(HEAD, LOCKED, b"shut")
    assert "passphrase" in told.value.hint


def test_passphrase_for_an_open_key_is_an_error() -> None:
    for key in (PEM, OPENSSH):
        with pytest.raises(InputError, match="has no passphrase"):
            sign(HEAD, key, b"open")


def test_locked_openssh_key_is_opened_where_bcrypt_is_there(tmp_path: Path) -> None:
    path = tmp_path / "key"
    keygen = program("ssh-keygen")
    call = [keygen, "-q", "-t", "ed25519", "-N", "open sesame", "-f", str(path)]
    subprocess.run(call, check=True)
    with pytest.raises(InputError, match="locked with a passphrase"):
        sign(HEAD, path.read_bytes())
    if find_spec("bcrypt") is None:
        with pytest.raises(ExtraMissing, match="a key with a passphrase"):
            sign(HEAD, path.read_bytes(), b"open sesame")
        return
    public, signed = sign(HEAD, path.read_bytes(), b"open sesame")
    assert check(signature(key=public, signed=signed))
    with pytest.raises(InputError, match="cannot be read"):
        sign(HEAD, path.read_bytes(), b"open wheat")


@pytest.mark.parametrize("form", [PrivateFormat.OpenSSH, PrivateFormat.PKCS8])
def test_other_kinds_of_keys_are_refused_with_the_way_to_make_one(form: PrivateFormat) -> None:
    for other in (rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1())):
        raw = other.private_bytes(Encoding.PEM, form, NoEncryption())
        with pytest.raises(InputError, match="not an Ed25519 key") as told:
            sign(HEAD, raw)
        assert "ssh-keygen -t ed25519" in told.value.hint


@pytest.mark.parametrize("raw", [b"", PUBLIC.encode(), OPENSSH[:200], PEM[:60], bytes(70_000)])
def test_what_is_no_key_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="the private key"):
        sign(HEAD, raw)


@given(place=st.integers(0, len(OPENSSH) - 1), byte=st.integers(0, 255))
def test_hostile_key_file_never_crashes(place: int, byte: int) -> None:
    raw = OPENSSH[:place] + bytes([byte]) + OPENSSH[place + 1 :]
    try:
        public, signed = sign(HEAD, raw)
    except InputError:
        return
    assert check(signature(key=public, signed=signed))


@pytest.mark.parametrize("head", ["", HEAD.upper(), HEAD + "\n", HEAD[1:]])
def test_what_is_no_head_is_not_signed(head: str) -> None:
    with pytest.raises(WhenceError, match="64 hexadecimal digits"):
        sign(head, OPENSSH)


@given(head=st.text(max_size=70) | st.text("0123456789abcdef", min_size=64, max_size=64))
def test_any_other_head_is_refused(head: str) -> None:
    assert check(signature(head=head)) == (head == HEAD)


@given(place=st.integers(0, 63), mask=st.integers(1, 255))
def test_any_changed_byte_of_a_signature_is_refused(place: int, mask: int) -> None:
    changed = bytearray(SIGNED)
    changed[place] ^= mask
    assert not check(signature(signed=bytes(changed)))


@given(signed=st.binary(max_size=80))
def test_signature_of_another_length_is_refused(signed: bytes) -> None:
    assert not check(signature(signed=signed))


@given(seed=st.binary(min_size=32, max_size=32))
def test_any_other_key_is_refused(seed: bytes) -> None:
    key = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    assert check(signature(key=public)) == (public == PUBLIC)


@given(place=st.integers(0, len(PUBLIC) - 1), letter=st.characters())
def test_any_changed_letter_of_a_key_is_refused(place: int, letter: str) -> None:
    changed = PUBLIC[:place] + letter + PUBLIC[place + 1 :]
    assert check(signature(key=changed)) == (changed == PUBLIC)


@pytest.mark.parametrize("tail", [" Ada", "\n", "=", " ", "\x1b[2J"])
def test_key_with_anything_after_it_is_refused(tail: str) -> None:
    assert not check(signature(key=PUBLIC + tail))


def test_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(ExtraMissing, match="a signature needs more packages"):
        sign(HEAD, OPENSSH)
    with pytest.raises(ExtraMissing):
        check(signature())
