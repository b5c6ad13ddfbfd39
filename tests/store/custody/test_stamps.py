"""Time-stamps: a real authority's are accepted and hold; whatever was touched is refused."""

import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authority import Authority
from whence.errors import ExtraMissing, InputError, WhenceError
from whence.model.ledger import Stamp
from whence.store.custody.stamps import MOST_BYTES, Checked, accept, check, request

HEAD = sha256(b"the last entry").hexdigest()
OTHER = sha256(b"another entry").hexdigest()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def curves(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("curves"), key="ec")


@pytest.fixture(scope="module")
def token(authority: Authority) -> bytes:
    return authority.answer(request(HEAD))


@pytest.fixture(scope="module")
def curved(curves: Authority) -> bytes:
    return curves.answer(request(HEAD))


def stamp(token: bytes, head: str = HEAD) -> Stamp:
    return Stamp(seq=1, head=head, authority="http://hours.example", token=token)


def test_stamp_of_a_real_authority_is_accepted_and_holds(authority: Authority) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    asked = request(HEAD)
    found = check(stamp(accept(asked, authority.answer(asked))), [authority.root])
    assert found.holds
    assert found.authority == "CN=Made Time Authority,O=Made Hours"
    assert found.at is not None
    assert before <= datetime.fromisoformat(found.at) <= datetime.now(UTC)
    assert found.at.endswith("+00:00")
    assert found.serial is not None
    assert int(found.serial, 16) > 0


def test_openssl_confirms_the_stamp_from_the_heads_digits_alone(
    authority: Authority, token: bytes
) -> None:
    assert authority.confirms(HEAD.encode(), token)
    assert not authority.confirms(OTHER.encode(), token)


def test_stamp_by_an_elliptic_key_holds(curves: Authority, curved: bytes) -> None:
    assert check(stamp(curved), [curves.root]).holds


def test_answer_with_the_whole_chain_holds_in_whatever_order_it_is(
    tmp_path: Path, curves: Authority
) -> None:
    for key in ("rsa", "ec"):
        whole = Authority(tmp_path / key, key=key, chain=True)
        asked = request(HEAD)
        answer = accept(asked, whole.answer(asked))
        assert check(stamp(answer), [whole.root]).holds
        assert not check(stamp(answer), [curves.root]).holds


def test_certificates_that_are_not_needed_change_nothing_that_is_said(tmp_path: Path) -> None:
    whole = Authority(tmp_path, key="ec", chain=True)
    token = whole.answer(request(HEAD))
    right = check(stamp(token), [whole.root])
    found = [check(stamp(touched(token, at, 0x01)), [whole.root]) for at in range(len(token))]
    assert {one for one in found if one.holds} == {right}


def test_two_requests_differ_by_their_nonce() -> None:
    assert request(HEAD) != request(HEAD)


@pytest.mark.parametrize("head", ["", HEAD.upper(), HEAD[:-1], HEAD + "\n", "\x1b" * 64])
def test_what_is_no_hash_is_not_stamped(head: str) -> None:
    with pytest.raises(WhenceError, match="not the hash of a head"):
        request(head)


def test_answer_to_another_request_is_not_accepted(authority: Authority, token: bytes) -> None:
    with pytest.raises(WhenceError, match="nonce differs"):
        accept(request(HEAD), token)
    with pytest.raises(WhenceError, match="something else than what was asked"):
        accept(request(OTHER), token)


def test_answer_without_a_certificate_is_not_accepted(authority: Authority) -> None:
    asked = request(HEAD)
    # certReq is the last element: its length is taken out of the whole, and the default is no
    bare = asked[:1] + bytes([asked[1] - 3]) + asked[2:-3]
    with pytest.raises(WhenceError, match="certificate is not in it"):
        accept(bare, authority.answer(bare))


def test_refusal_is_told_in_the_authoritys_words(authority: Authority) -> None:
    asked = request(HEAD)
    refused = authority.refuse(asked)
    with pytest.raises(WhenceError, match="the authority refused") as told:
        accept(asked, refused)
    assert "Message digest algorithm is not supported" in told.value.message
    assert told.value.hint
    found = check(stamp(refused), [authority.root])
    assert found.at is None
    assert "refused" in found.reasons[0]


def test_granted_with_changes_is_not_accepted(authority: Authority) -> None:
    asked = request(HEAD)
    answer = bytearray(authority.answer(asked))
    assert answer[4:9] == b"\x30\x03\x02\x01\x00"
    answer[8] = 1
    with pytest.raises(WhenceError, match="changed what was asked"):
        accept(asked, bytes(answer))
    assert check(stamp(bytes(answer)), [authority.root]).reasons == (
        "the authority changed what was asked",
    )


@given(garbage=st.binary(max_size=300))
def test_garbage_is_refused_without_a_crash(garbage: bytes) -> None:
    with pytest.raises(WhenceError):
        accept(request(HEAD), garbage)
    found = check(stamp(garbage), [])
    assert found == Checked(reasons=("it is no answer of a time-stamp authority (RFC 3161)",))
    with pytest.raises(WhenceError):
        accept(garbage, garbage)


def test_huge_token_is_not_read(token: bytes) -> None:
    found = check(stamp(token + bytes(MOST_BYTES)), [])
    assert found.reasons == ("it is larger than 65,536 bytes",)


def test_request_that_is_none_is_refused(token: bytes) -> None:
    with pytest.raises(WhenceError, match="no request"):
        accept(b"\x30\x00", token)


def test_stamp_of_another_head_is_refused(authority: Authority, token: bytes) -> None:
    found = check(stamp(token, OTHER), [authority.root])
    assert found.reasons == ("it is a stamp of something else than this head",)


@given(head=st.text(max_size=80).filter(lambda head: head != HEAD))
def test_any_other_head_is_refused(head: str, authority: Authority, token: bytes) -> None:
    assert not check(stamp(token, head), [authority.root]).holds


def test_stamp_without_or_under_another_root_proves_nothing(
    token: bytes, curves: Authority
) -> None:
    assert check(stamp(token), []).reasons == ("no root certificate was given to check it by",)
    found = check(stamp(token), [curves.root])
    assert found.reasons == ("the authority's certificate leads to none of the roots given",)


def test_one_fitting_root_of_several_is_enough(
    authority: Authority, curves: Authority, token: bytes
) -> None:
    assert check(stamp(token), [curves.root, authority.root]).holds
    assert check(stamp(token), [curves.root + authority.root, authority.root]).holds


@pytest.mark.parametrize("root", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAA"])
def test_root_that_is_none_is_an_error_of_input(root: bytes, token: bytes) -> None:
    with pytest.raises(InputError, match="no certificate in PEM"):
        check(stamp(token), [root])


def signer_anew(authority: Authority, first: datetime, last: datetime) -> None:
    """Give an authority's key a new certificate by its root, good from first to last."""
    folder = authority.folder
    old = x509.load_pem_x509_certificate((folder / "stamps.pem").read_bytes())
    key = load_pem_private_key((folder / "root.key").read_bytes(), None)
    builder = x509.CertificateBuilder(
        old.issuer, old.subject, old.public_key(), x509.random_serial_number(), first, last
    )
    for extension in old.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    made = builder.sign(key, hashes.SHA256())  # type: ignore[arg-type]  # it is an RSA key
    (folder / "stamps.pem").write_bytes(made.public_bytes(Encoding.PEM))


def test_stamp_by_a_certificate_that_had_run_out_is_refused(tmp_path: Path) -> None:
    late = Authority(tmp_path / "late")
    today = datetime.now(UTC)
    signer_anew(late, today - timedelta(days=9), today - timedelta(days=1))
    found = check(stamp(late.answer(request(HEAD))), [late.root])
    assert found.reasons == ("a certificate was not valid at the time stamped",)


def touched(token: bytes, place: int, mask: int) -> bytes:
    changed = bytearray(token)
    changed[place % len(token)] ^= mask
    return bytes(changed)


@settings(max_examples=300)
@given(place=st.integers(min_value=0, max_value=9999), mask=st.integers(min_value=1, max_value=255))
def test_any_changed_byte_of_a_token_is_refused(
    place: int, mask: int, curves: Authority, curved: bytes
) -> None:
    assert not check(stamp(touched(curved, place, mask)), [curves.root]).holds


@pytest.mark.parametrize("mask", [0x01, 0x18, 0x80])
def test_every_byte_of_a_token_counts(mask: int, authority: Authority, token: bytes) -> None:
    kept = [
        place
        for place in range(len(token))
        if check(stamp(touched(token, place, mask)), [authority.root]).holds
    ]
    assert kept == []


def test_the_two_names_of_rsa_are_the_same_method(authority: Authority, token: bytes) -> None:
    names = bytes.fromhex("2a864886f70d010101"), bytes.fromhex("2a864886f70d01010b")
    place = token.rindex(names[0]) + len(names[0]) - 1
    assert check(stamp(touched(token, place, 0x01 ^ 0x0B)), [authority.root]).holds
    found = check(stamp(touched(token, place, 0x01 ^ 0x0C)), [authority.root])
    assert found.reasons == ("it is signed by a method that is not known here",)


@given(end=st.integers(min_value=0, max_value=9999))
def test_cut_token_is_refused(end: int, authority: Authority, token: bytes) -> None:
    assert not check(stamp(token[: end % len(token)]), [authority.root]).holds


def test_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(ExtraMissing, match="a time-stamp needs more packages") as told:
        request(HEAD)
    assert told.value.extra == "custody"
    with pytest.raises(ExtraMissing):
        check(stamp(b""), [])
