"""Witnesses of a case's head: signatures by people, time-stamps by authorities, both checked."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from whence.model.ledger import Head, Signature, Stamp
from whence.run.case.stamping import fetch_stamp
from whence.store.custody import signatures, stamps
from whence.store.ledger import Ledger
from whence.store.mentions import said
from whence.store.sealing import Draft


class Witness(Struct, frozen=True, kw_only=True):
    """A signature or a stamp of the chain, at the entry ``seq``, and what it is worth.

    ``of`` is the seq of the entry that it vouches for, with all before it, 0 where that cannot be
    read. ``at`` is the time that an authority vouches for, None for a signature: that says by
    which key, not when.
    """

    seq: int
    kind: str
    of: int
    by: str
    holds: bool
    at: str | None = None
    reason: str = ""


class Key(Struct, frozen=True, kw_only=True):
    """A private key as its file holds it, and what unlocks it."""

    raw: bytes
    passphrase: bytes | None = None


def sign(ledger: Ledger, key: Key, author: str, at: str) -> tuple[int, Head]:
    """Sign a case's head and append the signature; return its seq and what was signed.

    Raises:
        InputError: when the key cannot be used.
        ExtraMissing: when the packages for it are not installed.
    """
    head = ledger.head()
    public, signature = signatures.sign(head.hash, key.raw, key.passphrase)
    made = Signature(seq=head.seq, head=head.hash, key=public, signature=signature)
    draft = Draft(kind="signature", author=author, at=at, payload=made)
    return ledger.append([draft])[0].seq, head


def stamp(
    ledger: Ledger,
    url: str,
    author: str,
    now: Callable[[], str],
    fetch: Callable[[str, bytes], bytes] = fetch_stamp,
) -> tuple[int, Head]:
    """Have a case's head stamped and append the stamp; return its seq and what was stamped.

    Raises:
        FetchError: when the authority does not answer as it should.
        WhenceError: when its answer is no stamp of this head.
        ExtraMissing: when the packages for it are not installed.
    """
    head = ledger.head()
    asked = stamps.request(head.hash)
    token = stamps.accept(asked, fetch(url, asked))
    made = Stamp(seq=head.seq, head=head.hash, authority=url, token=token)
    draft = Draft(kind="stamp", author=author, at=now(), payload=made)
    return ledger.append([draft])[0].seq, head


def witnesses(ledger: Ledger, roots: Sequence[bytes] = ()) -> Iterator[Witness]:
    """Yield what every signature and stamp of a case is worth, in their order.

    One that is gone or cannot be read is told as well, and holds nothing.

    ``roots`` are the certificates (PEM) of authorities that are trusted; without them a stamp says
    its time and proves nothing.

    Raises:
        InputError: when a root is none.
        ExtraMissing: when the packages for it are not installed.
    """
    for sealed in ledger.read(kinds={"signature", "stamp"}):
        found, seq = said(sealed), sealed.entry.seq
        if isinstance(found, Signature):
            yield _signature(seq, found, _stands(ledger, found))
        elif isinstance(found, Stamp):
            yield _stamp(seq, found, _stands(ledger, found), roots)
        else:
            reason = "it is gone, or cannot be read"
            yield Witness(seq=seq, kind=sealed.entry.kind, of=0, by="", holds=False, reason=reason)


def _stands(ledger: Ledger, found: Signature | Stamp) -> bool:
    """Tell whether the hash that is vouched for is that of the entry in the chain."""
    read = ledger.store.read(ledger.case_id, after=found.seq - 1, through=found.seq)
    return any(sealed.entry.hash == found.head for sealed in read)


_ELSEWHERE = "it is of another chain"


def _signature(seq: int, found: Signature, stands: bool) -> Witness:
    right = signatures.check(found)
    reason = "" if right and stands else ("the signature is wrong" if stands else _ELSEWHERE)
    return Witness(
        seq=seq, kind="signature", of=found.seq, by=found.key, holds=not reason, reason=reason
    )


def _stamp(seq: int, found: Stamp, stands: bool, roots: Sequence[bytes]) -> Witness:
    checked = stamps.check(found, roots)
    reasons = [*([] if stands else [_ELSEWHERE]), *checked.reasons]
    return Witness(
        seq=seq, kind="stamp", of=found.seq, by=checked.authority or found.authority,
        holds=not reasons, at=checked.at, reason="; ".join(reasons),
    )  # fmt: skip
