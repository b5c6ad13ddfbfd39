import msgspec
import pytest

from tests.run.case.kept import AT, opened
from whence.errors import MalformedRecord, UnknownCase
from whence.model.ledger import Comment, Head, Opened
from whence.run.case.proving import prove, saved_heads
from whence.store.ledger import Ledger, new_case
from whence.store.sealing import Draft


def lines(*rows: object) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def test_all_cases_are_proven_each_against_its_own_saved_heads() -> None:
    ledger = opened("quay")
    pier = new_case(ledger.store, Opened(name="pier"), "Bo", AT)
    saved = saved_heads(lines(ledger.head(), pier.head()), "heads")
    ledger.append([Draft(kind="comment", author="Bo", at=AT, payload=Comment(text="later"))])
    proofs = list(prove(ledger.store, (), saved))
    assert [(proof.name, proof.findings) for proof in proofs] == [("pier", ()), ("quay", ())]


def test_proofs_serve_as_saved_heads() -> None:
    ledger = opened("quay")
    (proof,) = prove(ledger.store, ("quay",), ())
    assert saved_heads(lines(proof) + b"\n", "heads") == (ledger.head(),)


def test_a_case_that_is_gone_is_a_finding_of_its_own() -> None:
    ledger = opened("quay")
    gone = Head(case_id="case-gone", name="pier", seq=7, hash="0" * 64, at=AT)
    proofs = list(prove(ledger.store, (), (gone, gone)))
    assert [proof.name for proof in proofs] == ["quay", "pier"]
    assert "#7" in proofs[1].findings[0].what
    assert [proof.name for proof in prove(ledger.store, ("quay",), (gone,))] == ["quay"]


def test_another_case_under_the_name_of_a_saved_head_does_not_pass_for_it() -> None:
    saved = opened("quay").head()
    other = opened("quay")
    proofs = list(prove(other.store, ("quay",), (saved,)))
    assert [proof.findings == () for proof in proofs] == [True, False]
    assert proofs[1].head == saved


def test_a_case_that_cannot_be_read_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ledger = opened("quay")
    new_case(ledger.store, Opened(name="pier"), "Bo", AT)
    real = Ledger.head

    def lost(self: Ledger) -> Head:
        if self.name == "pier":
            raise UnknownCase("lost")
        return real(self)

    monkeypatch.setattr(Ledger, "head", lost)
    first, second = prove(ledger.store, (), ())
    assert "lost" in first.findings[0].what
    assert second.findings == ()


@pytest.mark.parametrize("raw", [b"{}", b"no json", b"\xff", b'{"head": 1}'])
def test_what_is_no_head_is_refused_with_its_line(raw: bytes) -> None:
    with pytest.raises(MalformedRecord, match="line 2"):
        saved_heads(b"\n" + raw + b"\n", "heads")
