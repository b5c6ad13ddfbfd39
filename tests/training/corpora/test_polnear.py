"""PolNeAR as examples: spans, and which of them belong together."""

from pathlib import Path

import pytest
from evaluation.harness.corpus import DataAbsentError
from training.corpora.polnear import examples
from training.examples import NOBODY, Example

from tests.training.corpora.read import spans

TEXT = "“Tides rose,” Ana Ruiz said, “and fell.” Officials denied it. “Boats sank.”\n"


def annotation(text: str, *relations: dict[str, list[str]]) -> str:
    """Write relations down in PolNeAR's form; words mean the first place where they stand."""
    lines: list[str] = []
    events: list[str] = []
    for number, relation in enumerate(relations):
        arguments = []
        for role, parts in relation.items():
            name = f"T{len(lines) + 1}"
            places = [(text.index(part), text.index(part) + len(part)) for part in parts]
            offsets = ";".join(f"{start} {end}" for start, end in places)
            lines.append(f"{name}\t{role} {offsets}\t{' '.join(parts)}")
            arguments.append(f"{role}:{name}")
        events.append(f"E{number + 1}\tAttribution:T1 {' '.join(arguments)}")
    return "\n".join([*lines, *events]) + "\n"


def written(folder: Path, text: str, *relations: dict[str, list[str]]) -> list[Example]:
    base = folder / "dev"
    for name in ("text", "attributions"):
        (base / name).mkdir(parents=True)
    (base / "text" / "page.txt").write_bytes(text.encode())
    (base / "attributions" / "page_one.ann").write_bytes(annotation(text, *relations).encode())
    return examples(folder, "dev")


def test_spans_and_links_are_those_of_the_relations(tmp_path: Path) -> None:
    (made,) = written(
        tmp_path,
        TEXT,
        {"Source": ["Ana Ruiz"], "Cue": ["said"], "Content": ["“Tides rose,”", "“and fell.”"]},
        {"Source": ["Officials"], "Cue": ["denied"], "Content": ["it"]},
        {"Content": ["“Boats sank.”"]},
    )
    assert made.name == "page"
    assert spans(made) == {
        "source": ["Ana Ruiz", "Officials"],
        "cue": ["said", "denied"],
        "content": ["Tides rose", "and fell", "it", "Boats sank"],
    }
    place = {word: number for number, word in enumerate(made.words)}
    said, denied, boats = place["said"], place["denied"], place["Boats"]
    assert dict(made.links["source"]) == {
        said: place["Ana"], denied: place["Officials"], boats: NOBODY,
    }  # fmt: skip
    assert dict(made.links["cue"]) == {
        place["Tides"]: said, place["and"]: said, place["it"]: denied, boats: NOBODY,
    }  # fmt: skip
    assert dict(made.links["begin"]) == {said: place["Tides"], denied: place["it"]}
    assert dict(made.links["end"]) == {said: place["rose"], denied: place["it"]}


def test_a_content_without_a_cue_hangs_on_its_own_source(tmp_path: Path) -> None:
    text = "“Boats sank.” – Ana Ruiz\n"
    (made,) = written(tmp_path, text, {"Source": ["Ana Ruiz"], "Content": ["Boats sank"]})
    place = {word: number for number, word in enumerate(made.words)}
    assert made.links["source"] == ((place["Boats"], place["Ana"]),)
    assert made.links["cue"] == ((place["Boats"], NOBODY),)
    assert made.links["begin"] == made.links["end"] == ()


def test_a_content_inside_another_is_pointed_to_and_not_tagged(tmp_path: Path) -> None:
    text = "Ana Ruiz said officials denied boats sank.\n"
    (made,) = written(
        tmp_path,
        text,
        {"Source": ["officials"], "Cue": ["denied"], "Content": ["boats sank"]},
        {"Source": ["Ana Ruiz"], "Cue": ["said"], "Content": ["officials denied boats sank"]},
    )
    assert spans(made)["content"] == ["officials denied boats sank"]
    assert spans(made)["cue"] == ["said", "denied"]
    place = {word: number for number, word in enumerate(made.words)}
    assert dict(made.links["begin"])[place["denied"]] == place["boats"]
    assert dict(made.links["end"])[place["denied"]] == place["sank"]


def test_of_contents_with_one_beginning_the_longer_is_linked(tmp_path: Path) -> None:
    text = "Tides rose, officials noted, Ana Ruiz said.\n"
    outer = {"Source": ["Ana Ruiz"], "Cue": ["said"], "Content": ["Tides rose, officials noted"]}
    inner = {"Source": ["officials"], "Cue": ["noted"], "Content": ["Tides rose"]}
    for number, relations in enumerate(([outer, inner], [inner, outer])):
        (made,) = written(tmp_path / str(number), text, *relations)
        assert spans(made)["content"] == ["Tides rose , officials noted"]
        assert made.links["cue"] == ((0, made.words.index("said")),)


def test_what_the_rules_see_comes_along(tmp_path: Path) -> None:
    text = "Ana Ruiz said that tides rose.\n"
    (made,) = written(tmp_path, text)
    assert spans(made) == {"source": [], "cue": [], "content": []}
    assert made.hints == {"source": ((0, 2),), "cue": ((2, 3),), "content": ((3, 6),)}


def test_a_split_that_is_not_there_is_told(tmp_path: Path) -> None:
    written(tmp_path, "Tides rose.\n")
    with pytest.raises(DataAbsentError):
        examples(tmp_path, "train")
