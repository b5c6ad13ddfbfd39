"""Pictures, films and sounds: what they are, whether one is another, whatever the bytes."""

import struct
import zlib
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.ingest.made_media import film, saved, scene, sound
from whence.ingest.media import examine as media_module
from whence.ingest.media.examine import MediaLimits, can_examine, examine
from whence.ingest.media.likeness import NEAR, alike
from whence.ingest.media.signatures import UNKNOWN, is_media, media_type_of
from whence.model.ledger import Media

PICTURE = saved(scene(1))
FILM = film((1, 2, 3))


def test_a_picture_is_measured_and_hashed() -> None:
    found = examine(PICTURE, "quay.png", url="https://courier.example/quay.png")
    assert (found.sha256, found.size) == (sha256(PICTURE).hexdigest(), len(PICTURE))
    assert (found.media_type, found.width, found.height) == ("image/png", 640, 480)
    (hashed,) = found.perceptual
    assert len(hashed) == 64
    assert int(hashed, 16)
    assert (found.location, found.url) == ("quay.png", "https://courier.example/quay.png")
    assert found.details == ()
    assert can_examine()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_every_kind_of_picture_gives_its_size_and_is_near_itself(kind: str) -> None:
    image = scene(1).quantize(256) if kind == "GIF" else scene(1)
    found = examine(saved(image, kind), "quay")
    assert (found.media_type, found.width) == (f"image/{kind.lower()}", 640)
    distance = alike(found, examine(PICTURE, "quay.png"))
    assert distance is not None
    assert distance <= NEAR


def test_a_picture_rescaled_and_packed_anew_is_near_and_another_is_far() -> None:
    first = examine(PICTURE, "a")
    smaller = scene(1).resize((300, 225))
    again = examine(saved(smaller, "JPEG", quality=40), "b")
    larger = examine(saved(scene(1).resize((3_000, 2_250)), "JPEG"), "c")
    for one in (again, larger):
        distance = alike(first, one)
        assert distance is not None
        assert distance <= NEAR, "the same picture"
    for seed in range(2, 8):
        distance = alike(first, examine(saved(scene(seed)), "d"))
        assert distance is not None
        assert distance > 2 * NEAR, "another picture"


def test_what_has_no_hash_is_like_nothing() -> None:
    plain = examine(saved(Image.new("RGB", (500, 500), "white")), "a")
    tiny = examine(saved(scene(1).resize((16, 16))), "b")
    assert plain.perceptual == tiny.perceptual == ()
    assert alike(plain, plain) is None
    assert alike(plain, examine(PICTURE, "c")) is None


def test_what_a_camera_wrote_is_told_and_a_turned_picture_is_as_shown() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Invented\x00Works"
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2031:11:09 07:30:00"
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (59.0, 26.0, 13.2), 3: "W", 4: (24.0, 45.0, 10.8)},
    )
    found = examine(saved(scene(1), "JPEG", exif=exif), "a.jpg")
    told = dict(found.details)
    assert told["Make"] == "Invented Works"
    assert told["DateTimeOriginal"] == "2031:11:09 07:30:00"
    assert told["place"] == "59.437000, -24.753000"
    assert (found.width, found.height) == (480, 640)


@pytest.mark.parametrize("kind", ["mp4", "matroska", "avi", "mov"])
def test_a_film_is_measured_and_hashed_by_frames(kind: str) -> None:
    found = examine(film((1, 2, 3), kind), "a")
    assert found.media_type.startswith("video/")
    assert (found.width, found.height) == (320, 240)
    assert found.seconds == pytest.approx(3.0, abs=0.2)
    assert dict(found.details)["video codec"] == "mpeg4"
    assert len(found.perceptual) >= 3
    for seed in (1, 2, 3):
        distance = alike(found, examine(saved(scene(seed)), "b"))
        assert distance is not None
        assert distance <= NEAR, "a still of the film"
    other = alike(found, examine(saved(scene(9)), "c"))
    assert other is not None
    assert other > NEAR
    assert dict(examine(FILM, "a").details)["title"] == "The quay"


def test_a_sound_has_a_length_and_no_picture() -> None:
    found = examine(sound(), "a.wav")
    assert (found.media_type, found.seconds) == ("audio/wav", 1.5)
    assert (found.width, found.perceptual) == (None, ())
    assert dict(found.details)["audio codec"] == "pcm_s16le"


def test_no_more_of_a_film_is_looked_at_than_the_limits_say() -> None:
    few = examine(FILM, "a", limits=MediaLimits(frames=1))
    assert len(few.perceptual) == 1
    beginning = examine(FILM, "a", limits=MediaLimits(seconds=0.5))
    assert alike(beginning, examine(saved(scene(3)), "b")) != 0
    assert len(beginning.perceptual) <= 2
    small = MediaLimits(pixels=1_000)
    for raw in (PICTURE, FILM):
        found = examine(raw, "a", limits=small)
        assert found.width
        assert found.perceptual == ()
        assert "1,000 pixels" in dict(found.details)["note"]


def test_bombs_are_not_decoded() -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        size, check = struct.pack(">I", len(body)), struct.pack(">I", zlib.crc32(name + body))
        return size + name + body + check

    for side in (20_000, 60_000):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        body = chunk(b"IDAT", zlib.compress(b"\x00" * 1_000_000))
        found = examine(b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b""), "bomb.png")
        assert found.perceptual == ()
        assert dict(found.details)["note"]


def test_a_cut_picture_and_a_cut_film_are_noted() -> None:
    for raw in (PICTURE, FILM):
        found = examine(raw[: len(raw) // 2], "a")
        assert "damaged" in dict(found.details)["note"]
        assert found.sha256 == sha256(raw[: len(raw) // 2]).hexdigest()


def test_without_the_packages_there_is_a_hash_and_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_module, "find_spec", lambda _: None)
    assert not can_examine()
    found = examine(PICTURE, "a.png")
    assert (found.media_type, found.sha256) == ("image/png", sha256(PICTURE).hexdigest())
    assert (found.width, found.perceptual) == (None, ())
    assert "whence[media]" in dict(found.details)["note"]


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (b"", UNKNOWN),
        (b"Boats burn.", UNKNOWN),
        (b"RIFF....XXXX", UNKNOWN),
        (b"#EXTM3U\nfile:///etc/hostname\n", UNKNOWN),
        (b"ffconcat version 1.0\nfile /etc/hostname\n", UNKNOWN),
        (b"%!PS-Adobe-3.0 EPSF-3.0", UNKNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", UNKNOWN),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"ID3\x03", "audio/mpeg"),
        (b"OggS" + b"\x00" * 30 + b"theora", "video/ogg"),
        (b"\x1aE\xdf\xa3\x01webm", "video/webm"),
        (b"\x00\x00\x00\x08wide", "video/quicktime"),
        (b"G" + (b"\x00" * 187 + b"G") * 2, "video/mp2t"),
        (b"\xff\xfe<\x00h\x00", UNKNOWN),
    ],
)
def test_types_by_first_bytes(raw: bytes, media_type: str) -> None:
    assert media_type_of(raw) == media_type
    assert is_media(media_type) == (media_type != UNKNOWN)
    found = examine(raw, "a")
    assert (found.media_type, found.size) == (media_type, len(raw))
    assert found.details[0][0] == "note"


SAMPLES = (PICTURE, saved(scene(1), "JPEG"), saved(scene(1), "WEBP"), FILM, film((1,), "avi"))
SMALL = (saved(scene(2, 80, 70), "GIF"), saved(scene(2, 80, 70), "TIFF"), sound(0.1))


def sane(found: Media, raw: bytes) -> None:
    assert (found.sha256, found.size) == (sha256(raw).hexdigest(), len(raw))
    assert len(found.details) <= 60
    for name, value in found.details:
        assert len(name) <= 60
        assert len(value) <= 300
        assert (name + value).isprintable()
    assert all(len(one) == 64 for one in found.perceptual)


@settings(max_examples=150, deadline=None)
@given(
    raw=st.sampled_from(SAMPLES + SMALL),
    changes=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=30),
    early=st.booleans(),
    cut=st.floats(0.05, 1.0),
)
def test_fuzzed_files_never_break_it(
    raw: bytes, changes: list[tuple[int, int]], early: bool, cut: float
) -> None:
    fuzzed = bytearray(raw)
    for where, value in changes:
        fuzzed[where % (min(len(raw), 600) if early else len(raw))] = value
    fuzzed = fuzzed[: int(len(raw) * cut)]
    sane(examine(bytes(fuzzed), "a", limits=MediaLimits(pixels=4_000_000)), bytes(fuzzed))


@settings(max_examples=100, deadline=None)
@given(
    start=st.sampled_from([raw[:24] for raw in SAMPLES + SMALL]) | st.just(b"ID3"),
    rest=st.binary(max_size=400),
)
def test_made_up_bytes_never_break_it(start: bytes, rest: bytes) -> None:
    raw = start + rest
    sane(examine(raw, "a"), raw)


def test_a_playlist_within_a_film_opens_nothing() -> None:
    raw = b"\x00\x00\x00\x18ftypisom" + b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n"
    assert "damaged" in dict(examine(raw, "a").details)["note"]


def test_what_decoders_remark_on_odd_files_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    samples = struct.pack("<HHII", 277, 3, 1, 127)  # TIFF 6.0: samples per pixel
    raw = b"II*\x00\x08\x00\x00\x00\x01\x00" + samples + b"\x00" * 4
    assert "damaged" in dict(examine(raw, "a.tif").details)["note"]
    assert capfd.readouterr() == ("", "")
