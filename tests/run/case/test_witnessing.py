"""What is told of signatures and stamps that are gone or cannot be read."""

import pytest
from msgspec import Raw

from tests.run.case.kept import AT, opened
from whence.model.ledger import Redaction
from whence.run.case.witnessing import witnesses
from whence.store.ledger import Beside
from whence.store.sealing import Draft


@pytest.mark.parametrize("kind", ["signature", "stamp"])
def test_a_witness_that_cannot_be_read_or_is_gone_is_told_and_holds_nothing(kind: str) -> None:
    ledger = opened()
    for number in (2, 3):
        draft = Draft(kind=kind, author="Ana", at=AT, payload=Raw(b'{"seq":"%d"}' % number))
        ledger.append([draft])
    gone = Redaction(reason="a test", seqs=(3,))
    draft = Draft(kind="redaction", author="Ana", at=AT, payload=gone)
    ledger.append([draft], Beside(erased_seqs=(3,)))
    assert [(one.seq, one.kind, one.holds) for one in witnesses(ledger)] == [
        (2, kind, False),
        (3, kind, False),
    ]
