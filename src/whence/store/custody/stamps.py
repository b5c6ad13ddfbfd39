"""Time-stamps of a chain's head by an authority (RFC 3161): asked for, accepted, checked.

What is stamped is the SHA-256 of the head's 64 hexadecimal digits in ASCII, so that other tools
can check it as well: ``printf %s HEAD > head.txt; openssl ts -verify -data head.txt ...``
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from types import ModuleType
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from whence.errors import ExtraMissing, InputError, WhenceError
from whence.model.ledger import Stamp
from whence.store.custody.der import DerError, element
from whence.store.custody.framing import in_order, odd_framing

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

MOST_BYTES: Final = 65_536
"""Bytes that an authority's answer may have; real ones have two to eight thousand."""

_HEAD = re.compile(r"[0-9a-f]{64}")
_ASK_AGAIN = "nothing was written: ask again, or ask another authority"
_GRANTED, _CHANGED = 0, 1  # RFC 3161, section 2.4.2
_SHA256 = "2.16.840.1.101.3.4.2.1"
_INTEGER = 0x02

# What OpenSSL says, in the order in which it is looked for, and what it means to a reader.
_MEANINGS: Final = (
    (r"local issuer|self.signed", "the authority's certificate leads to none of the roots given"),
    (r"has expired|not yet valid", "a certificate was not valid at the time stamped"),
    (r"purpose|EKU", "the authority's certificate is not one for time-stamps"),
    (r"certificate signature failure", "a certificate was changed, or is not by whom it names"),
    (r"digest failure", "what it says was changed after it was signed"),
)


class Checked(Struct, frozen=True, kw_only=True):
    """What a stamp says, and why it proves nothing, if it does not.

    ``at`` is the time stamped, ISO 8601 in UTC; ``serial`` the authority's number of the stamp,
    in hexadecimal with 0x; ``authority`` the name in its certificate (RFC 4514). They are None
    where they cannot be read, and prove nothing unless the stamp ``holds``.
    """

    at: str | None = None
    serial: str | None = None
    authority: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the head is stamped, the signature is right and leads to a root given."""
        return not self.reasons


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep in what cryptography warns of strangers' certificates: the outcome tells what counts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def request(head_hash: str) -> bytes:
    """Return a request (DER) for a stamp of a head; it asks for a certificate, with a nonce.

    The library takes no ready digest: the 64 digits are what is hashed. The nonce is new each time.

    Raises:
        WhenceError: when ``head_hash`` is not 64 lower-case hexadecimal digits.
        ExtraMissing: when the packages for it are not installed.
    """
    client = _client()
    if not _HEAD.fullmatch(head_hash):
        raise WhenceError(f"{_shown(head_hash)!r} is not the hash of a head")
    builder = client.TimestampRequestBuilder(
        data=head_hash.encode("ascii"), hash_algorithm=client.HashAlgorithm.SHA256
    )
    made: bytes = builder.build().as_bytes()
    return made


@_quietly()
def accept(request: bytes, response: bytes) -> bytes:
    """Return an authority's answer as it is, if it answers this request.

    Its signature is not looked at: that needs a root, and is for :func:`check`.

    Raises:
        WhenceError: when it is refused, unreadable, of another hash or nonce, or unsigned.
        ExtraMissing: when the packages for it are not installed.
    """
    answer = _parsed(response)
    if isinstance(answer, str):
        raise WhenceError(answer, _ASK_AGAIN)
    if reason := _refusal(answer) or _other_answer(request, answer) or _unsigned(answer):
        raise WhenceError(reason, _ASK_AGAIN)
    return response


@_quietly()
def check(stamp: Stamp, roots: Sequence[bytes]) -> Checked:
    """Tell what a stamp proves, by root certificates (PEM, one or several in each).

    Certificates count as they were at the time stamped; whether one was revoked is not asked.
    One byte of a token may differ without a reason here: RSA's method has two names.

    Raises:
        InputError: when a root is not a certificate in PEM.
        ExtraMissing: when the packages for it are not installed.
    """
    client = _client()
    trusted = _roots(roots)
    answer = _parsed(stamp.token)
    if isinstance(answer, str):
        return Checked(reasons=(answer,))
    try:
        info = answer.tst_info
        said = {"at": info.gen_time.isoformat(), "serial": hex(info.serial_number)}
        imprint = info.message_imprint
        same = imprint.hash_algorithm.dotted_string == _SHA256 and (
            imprint.message == sha256(stamp.head.encode()).digest()
        )
        authority = _authority(answer)
    except Exception:  # the library parses late, and fails in many ways
        return Checked(reasons=(_refusal(answer) or "it holds no readable time-stamp",))
    reasons = [] if same else ["it is a stamp of something else than this head"]
    if not trusted:
        reasons.append("no root certificate was given to check it by")
    else:
        reasons.extend(_broken(client, answer, imprint.message, trusted))
        reasons.extend(odd_framing(stamp.token))
    return Checked(authority=authority, reasons=tuple(reasons), **said)


def _client() -> ModuleType:
    try:
        import rfc3161_client
    except ImportError as error:
        raise ExtraMissing("a time-stamp", "custody") from error
    return rfc3161_client


def _parsed(token: bytes) -> "TimeStampResponse | str":
    """Return the answer that bytes are, or why they are none."""
    client = _client()
    if len(token) > MOST_BYTES:
        return f"it is larger than {MOST_BYTES:,} bytes"
    try:
        answer: TimeStampResponse = client.decode_timestamp_response(in_order(token))
    except Exception:  # whatever the library fails with, these are not bytes to trust
        return "it is no answer of a time-stamp authority (RFC 3161)"
    return answer


def _refusal(answer: "TimeStampResponse") -> str:
    if answer.status == _GRANTED:
        return ""
    if answer.status == _CHANGED:
        return "the authority changed what was asked"
    try:
        said = _shown(" ".join(answer.status_string))
    except Exception:  # free text in an odd coding is no reason to fail
        said = ""
    return f"the authority refused ({said or f'status {answer.status}'})"


def _other_answer(request: bytes, answer: "TimeStampResponse") -> str:
    try:
        asked = element(request)
        imprint = asked.child(1, 1).content
        nonces = [one.content for one in asked.children()[2:] if one.tag == _INTEGER]
    except DerError:
        return "what was asked is no request for a time-stamp"
    nonce = int.from_bytes(nonces[0]) if nonces else None
    try:
        info = answer.tst_info
        algorithm = info.message_imprint.hash_algorithm.dotted_string
        same = algorithm == _SHA256 and info.message_imprint.message == imprint
        if not same:
            return "it is a stamp of something else than what was asked"
        return "" if info.nonce == nonce else "it answers another request (its nonce differs)"
    except Exception:
        return "it holds no readable time-stamp"


def _unsigned(answer: "TimeStampResponse") -> str:
    try:
        return "" if _authority(answer) else "the authority's certificate is not in it"
    except Exception:
        return "the authority's certificate cannot be read"


def _authority(answer: "TimeStampResponse") -> str | None:
    """Return the subject of the certificate that the one signer names, None without one."""
    from cryptography.x509 import load_der_x509_certificate

    signers = answer.signed_data.signer_infos
    if len(signers) != 1:
        return None
    signer = next(iter(signers))
    for raw in answer.signed_data.certificates:
        one = load_der_x509_certificate(raw)
        if (one.issuer, one.serial_number) == (signer.issuer, signer.serial_number):
            return _shown(one.subject.rfc4514_string())
    return None


def _roots(roots: Sequence[bytes]) -> "list[Certificate]":
    from cryptography.x509 import load_pem_x509_certificates

    found: list[Certificate] = []
    for number, pem in enumerate(roots, 1):
        try:
            found.extend(one for one in load_pem_x509_certificates(pem) if one not in found)
        except ValueError as error:
            hint = "a root is a text that begins with -----BEGIN CERTIFICATE-----"
            raise InputError(f"root {number}", "it is no certificate in PEM", hint) from error
    return found


def _broken(
    client: ModuleType, answer: "TimeStampResponse", digest: bytes, roots: "list[Certificate]"
) -> list[str]:
    try:
        client.VerifierBuilder(roots=roots).build().verify(answer, digest)
    except client.VerificationError as error:
        told = str(error)
        return [_refusal(answer) or _meaning(told)]
    except Exception:
        return ["its signature cannot be read"]
    return []


def _meaning(told: str) -> str:
    found = [means for pattern, means in _MEANINGS if re.search(pattern, told)]
    return found[0] if found else "its signature does not hold"


def _shown(text: str) -> str:
    """Return a stranger's text fit for a terminal: printable, 200 characters at most."""
    return "".join(one if one.isprintable() else "?" for one in text[:200])
