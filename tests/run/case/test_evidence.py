from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageFilter

from tests.run.case.kept import AT, opened
from whence.errors import CaseRefused, MissingInput, TooLarge
from whence.model.ledger import Opened
from whence.run.case.evidence import Told, add_media, read_media, seen_before
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word, close, redact
from whence.run.config import Config
from whence.store.ledger import Ledger, new_case
from whence.store.protocol import Kinds, Sealed
from whence.store.verify import verify

SMALL = replace(Config(), ingest=replace(Config().ingest, max_bytes=10))
TOLD = Told(author="Ana", at=AT, text="smoke over the quay")


def picture(size: int = 640, quality: int = 90) -> bytes:
    """A picture with enough in it to be known again."""
    image = Image.new("RGB", (size, size * 3 // 4), "lightblue")
    draw = ImageDraw.Draw(image)
    for step in range(12):
        box = (step * size // 12, size // 8 * (step % 5), (step + 2) * size // 12, size // 2)
        draw.ellipse(box, fill=(20 * step, 255 - 20 * step, 40 + 10 * step))
    kept = BytesIO()
    image.filter(ImageFilter.GaussianBlur(size / 200)).save(kept, "JPEG", quality=quality)
    return kept.getvalue()


def put(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def test_media_are_kept_with_their_bytes_and_words(tmp_path: Path) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    kept = add_media(ledger, media, raw, TOLD)
    state = state_of(ledger)
    assert kept.seq == state.seqs[media.sha256]
    assert ledger.store.capture(ledger.case_id, media.sha256) == raw
    assert state.descriptions[media.sha256].text == "smoke over the quay"
    assert (state.media[media.sha256].width, state.media[media.sha256].height) == (640, 480)
    assert verify(ledger).findings == ()


def test_the_same_file_again_is_described_and_not_kept_twice(tmp_path: Path) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    add_media(ledger, media, raw, TOLD)
    again = add_media(ledger, media, raw, Told(author="Bo", at=AT, text="steam, not smoke"))
    assert [one.distance for one in again.seen] == [0]
    assert again.seq == 0
    state = state_of(ledger)
    assert len(state.media) == 1
    assert state.descriptions[media.sha256].text == "steam, not smoke"


def test_a_picture_scaled_and_packed_anew_is_known_in_another_case(tmp_path: Path) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    add_media(ledger, media, raw, TOLD)
    other = new_case(ledger.store, Opened(name="pier"), "Bo", AT)
    small, smaller = read_media(put(tmp_path / "small.jpg", picture(320, 40)), Config())
    (seen,) = add_media(other, small, smaller, TOLD).seen
    assert (seen.case, seen.sha256) == ("quay", media.sha256)
    assert 0 < seen.distance <= 31


def test_another_picture_is_another(tmp_path: Path) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    add_media(ledger, media, raw, TOLD)
    image = Image.effect_mandelbrot((640, 480), (-2.2, -1.5, 1.0, 1.5), 90)
    kept = BytesIO()
    image.save(kept, "PNG")
    other, _ = read_media(put(tmp_path / "other.png", kept.getvalue()), Config())
    assert list(seen_before(ledger.store, other)) == []


def test_what_is_closed_taken_out_or_unknown_is_refused(tmp_path: Path) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    with pytest.raises(CaseRefused, match="claim-none"):
        add_media(ledger, media, raw, Told(author="Ana", at=AT, claim_ids=("claim-none",)))
    seq = add_media(ledger, media, raw, TOLD).seq
    word = Word(author="Ana", at=AT, reason="order")
    redact(ledger, seq, word)
    assert ledger.store.capture(ledger.case_id, media.sha256) is None
    with pytest.raises(CaseRefused, match="taken out"):
        add_media(ledger, media, raw, TOLD)
    close(ledger, word, closed=True)
    with pytest.raises(CaseRefused, match="closed"):
        add_media(ledger, media, raw, TOLD)


def test_a_file_that_is_missing_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_media(tmp_path / "none.jpg", Config())
    with pytest.raises(TooLarge):
        read_media(put(tmp_path / "large", b"x" * 200), SMALL)


def test_of_other_cases_media_alone_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = opened()
    media, raw = read_media(put(tmp_path / "quay.jpg", picture()), Config())
    read, asked = Ledger.read, list[object]()

    def watched(self: Ledger, *, kinds: Kinds = None) -> Iterator[Sealed]:
        asked.append(kinds)
        return read(self, kinds=kinds)

    monkeypatch.setattr(Ledger, "read", watched)
    add_media(ledger, media, raw, TOLD)
    assert asked
    assert all(isinstance(kinds, frozenset) and "document" not in kinds for kinds in asked)
