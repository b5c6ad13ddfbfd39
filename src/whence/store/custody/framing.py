"""How a time-stamp's token is put together (RFC 5652), where the library looks too hard or not."""

from typing import Final

from whence.store.custody.der import DerError, Element, element

_FIRST = 0xA0  # the tag of [0]: SignedData's certificates, signed attributes, a version

# What signs which digest, as the content of DER object identifiers. A signature does not cover
# the name of its own method, and the library does not look at it.
_RSA = "2a864886f70d0101"
_EC = "2a8648ce3d0403"
_METHODS: Final = {
    "608648016503040201": {_RSA + "01", _RSA + "0b", _EC + "02"},  # SHA-256
    "608648016503040202": {_RSA + "01", _RSA + "0c", _EC + "03"},  # SHA-384
    "608648016503040203": {_RSA + "01", _RSA + "0d", _EC + "04"},  # SHA-512
}


def in_order(token: bytes) -> bytes:
    """Return a token with its certificates in DER's order: OpenSSL's authorities leave it out.

    No signature covers that order, and the library refuses any other.
    """
    try:
        certificates = element(token).child(1, 1, 0, 3)
        inner = certificates.children()
    except DerError:
        return token
    if certificates.tag != _FIRST:
        return token
    pieces = sorted(token[one.start : one.end] for one in inner)
    return token[: certificates.inside] + b"".join(pieces) + token[certificates.end :]


def odd_framing(token: bytes) -> list[str]:
    """Return what is odd in a token where no signature covers it and OpenSSL passes over.

    That is: the versions, the name of the method, how the name of the signer's issuer is coded.
    """
    try:
        data = element(token).child(1, 1, 0)
        signer = data.child(-1, 0)
        issuers = [_issuer(one) for one in data.child(3).children()]
        named = signer.child(1, 0).content in issuers
        signed = signer.child(3).tag == _FIRST
        digest = signer.child(2, 0).content.hex()
        method = signer.child(4 if signed else 3, 0).content.hex()
        versions = data.child(0).content, signer.child(0).content
    except DerError:
        return ["its signature cannot be read"]
    if method not in _METHODS.get(digest, ()):
        return ["it is signed by a method that is not known here"]
    if not named:
        return ["its signer is named otherwise than in the certificate"]
    # RFC 5652, sections 5.1 and 5.3: what a time-stamp's content and signer ask for
    return [] if versions == (b"\x03", b"\x01") else ["its versions are not those of a time-stamp"]


def _issuer(certificate: Element) -> bytes:
    inner = certificate.child(0).children()
    place = 3 if inner and inner[0].tag == _FIRST else 2  # the version may be left out
    return certificate.child(0, place).content
