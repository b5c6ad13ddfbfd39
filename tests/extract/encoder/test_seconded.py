"""Whether a model set by hand bears out what only the rules see."""

from pathlib import Path

import pytest

from tests.extract.seen import Page
from tests.infer.hand import Given, by_hand
from whence.extract.encoder import seconded

TEXT = "Ana Ruiz denied the raid."


@pytest.mark.parametrize(
    ("spans", "cue", "borne"),
    [
        ({"source": ["ana ruiz"], "cue": ["denied"]}, "denied", True),
        ({"source": ["ruiz"], "cue": ["denied"]}, "denied", True),
        ({"cue": ["denied"]}, "denied", False),
        ({"source": ["ana ruiz"]}, "denied", False),
        ({}, "denied", False),
        ({}, "", True),
    ],
)
def test_cue_and_speaker_must_both_be_seen(
    tmp_path: Path, spans: dict[str, list[str]], cue: str, borne: bool
) -> None:
    page = Page(TEXT)
    model = by_hand(tmp_path, TEXT, Given(spans=spans))
    told = page.saw("Ana Ruiz" if cue else "", cue, "the raid")
    assert seconded.by(model, [model.encode(TEXT)])(told) is borne


def test_words_of_no_stretch_are_not_borne_out(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given(spans={"cue": ["denied"]}))
    assert not seconded.by(model, [])(Page(TEXT).saw("", "denied", "the raid"))


def test_whom_nobody_names_needs_a_cue_alone(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given(spans={"cue": ["denied"]}))
    assert seconded.by(model, [model.encode(TEXT)])(Page(TEXT).saw("", "denied", "the raid"))
