"""Signatures over a chain's head: Ed25519 (RFC 8032) with the keys that ssh-keygen makes."""

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from whence.errors import ExtraMissing, InputError, WhenceError
from whence.model.ledger import Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

_KEY = "the private key"
_MAKE = "make one: ssh-keygen -t ed25519"
_OPENSSH = b"-----BEGIN OPENSSH PRIVATE KEY-----"
_MOST_BYTES: Final = 65_536  # of a key file: an Ed25519 key has less than a thousand
# RFC 8709, section 4: the length and the name of the key's type, then the length of the key
_PREFIX = b"\x00\x00\x00\x0bssh-ed25519\x00\x00\x00\x20"


def sign(head_hash: str, private_key: bytes, passphrase: bytes | None = None) -> tuple[str, bytes]:
    """Return the public key (OpenSSH, one line, no comment) and the signature (64 bytes).

    What is signed are the head's 64 hexadecimal digits in ASCII. ``private_key`` is the content of
    a key file, in OpenSSH's form or in PEM (PKCS #8).

    Raises:
        InputError: when it is no Ed25519 key, or locked with another passphrase.
        WhenceError: when ``head_hash`` is not 64 lower-case hexadecimal digits.
        ExtraMissing: when the packages for it are not installed.
    """
    if len(head_hash) != 64 or set(head_hash) - set("0123456789abcdef"):
        raise WhenceError("only the hash of a head is signed: 64 hexadecimal digits")
    key = _private(private_key, passphrase)
    raw = key.public_key().public_bytes_raw()
    public = f"ssh-ed25519 {b64encode(_PREFIX + raw).decode('ascii')}"
    return public, key.sign(head_hash.encode("ascii"))


def check(signature: Signature) -> bool:
    """Tell whether a signature is by its key and over its head; whose key it is, is not known.

    Raises:
        ExtraMissing: when the packages for it are not installed.
    """
    try:
        from cryptography.exceptions import InvalidSignature
    except ImportError as error:
        raise ExtraMissing("a signature", "custody") from error
    try:
        key = _public(signature.key)
        key.verify(signature.signature, signature.head.encode("ascii"))
    except (InvalidSignature, InputError, ValueError):
        return False
    return True


def _blob(key: str) -> bytes:
    """Return the bytes of a public key; only the one way to write it is read."""
    name, _, text = key.partition(" ")
    try:
        blob = b64decode(text, validate=True)
    except ValueError:
        blob = b""
    exact = b64encode(blob).decode("ascii") == text
    if name != "ssh-ed25519" or not exact or len(blob) != 51 or not blob.startswith(_PREFIX):
        raise InputError("the public key", "it is no Ed25519 key in OpenSSH's form", _MAKE)
    return blob


def _public(key: str) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(_blob(key)[len(_PREFIX) :])


def _private(raw: bytes, passphrase: bytes | None) -> "Ed25519PrivateKey":
    try:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import (
            load_pem_private_key,
            load_ssh_private_key,
        )
    except ImportError as error:
        raise ExtraMissing("a signature", "custody") from error
    if len(raw) > _MOST_BYTES:
        raise InputError(_KEY, f"it is larger than {_MOST_BYTES:,} bytes", _MAKE)
    load = load_ssh_private_key if raw.lstrip().startswith(_OPENSSH) else load_pem_private_key
    try:
        key = load(raw, passphrase or None)
    except UnsupportedAlgorithm as error:
        if "bcrypt" in str(error):  # what unlocks OpenSSH's keys is a package of its own
            raise ExtraMissing("a key with a passphrase", "custody") from error
        raise InputError(_KEY, "it is of a kind that is not read here", _MAKE) from error
    except TypeError as error:  # given without need, or needed and not given
        reason = (
            "it has no passphrase"
            if passphrase
            else "it is locked with a passphrase (--locked asks for it)"
        )
        raise InputError(_KEY, reason, "give the passphrase that it has, or none") from error
    except Exception as error:  # hostile files make the parsers fail in many ways
        hint = "check the passphrase" if passphrase else _MAKE
        raise InputError(_KEY, "it cannot be read as a key", hint) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError(_KEY, "it is not an Ed25519 key", _MAKE)
    return key
