"""Loaders of third-party corpora, on invented files in their forms."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation.corpora import babe, conll, factuality, folds, wikievents
from evaluation.corpora.spacing import covering, joined
from evaluation.harness.corpus import DataAbsentError
from evaluation.passages import Range

from tests.shared import require


def words(text: str, ranges: Sequence[Range]) -> list[str]:
    return [text[slice(*one)] for one in ranges]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("He said , `` Go . ''", 'He said, "Go."'),
        ("'' Off he went . `` Why", '" Off he went. "Why'),
        ('" Go , " she said , " now . "', '"Go," she said, "now."'),
        ("the boys ' well - known dog", "the boys' well-known dog"),
        ("they do n't , I 'm sure , we haven ’ t", "they don't, I'm sure, we haven’t"),
        ("33 , 000 ( or 34 ) at 13 : 21 -", "33,000 (or 34) at 13:21 -"),
        ("in 2016 , 3 fell", "in 2016, 3 fell"),
    ],
)
def test_tokens_become_a_text_with_their_places(tokens: str, text: str) -> None:
    made, places = joined(tokens.split())
    assert made == text
    assert len(places) == len(tokens.split())
    assert all(start < end for start, end in places)


def test_places_of_several_tokens() -> None:
    text, places = joined(["A", "well", "-", "known", "dog", "."])
    assert text[slice(*covering(places, 1, 4))] == "well-known"


def test_a_sentence_has_its_part_for_ever() -> None:
    assert folds.fifth("He  said so.") == folds.fifth("he said SO")
    assert {folds.split_of(f"sentence {n}") for n in range(50)} == {"train", "dev", "test"}
    assert folds.fifth("The harbour was shut.") == folds.fifth("The harbour was shut.")


@pytest.mark.parametrize(
    ("labels", "entities"),
    [
        ("O B-PER I-PER O", [(1, 3, "PER")]),
        ("I-PER I-PER I-LOC", [(0, 2, "PER"), (2, 3, "LOC")]),
        ("B-PER B-PER I-PER", [(0, 1, "PER"), (1, 3, "PER")]),
        ("I-PER B-PER O I-PER", [(0, 1, "PER"), (1, 2, "PER"), (3, 4, "PER")]),
        ("B-creative-work I-creative-work", [(0, 2, "creative-work")]),
    ],
)
def test_both_manners_of_labels_are_read(labels: str, entities: list[tuple[int, int, str]]) -> None:
    assert conll.spans(labels.split()) == entities


def test_columns_are_read_with_comments_and_odd_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(
        "-DOCSTART- O\n\n# text = ignored\n1\tIn\tO\t-\n2\tTal\tB-LOC\t-\n3\tMirza\tI-LOC\t-\n"
        "\t\n1\t#\tO\t-\n2\tYusuf\tB-PER\t-\n3\tThing\tB-MISC\t-"
    )
    corpus = conll.Corpus(
        labels={"PER": "person", "LOC": "place"},
        folds={"facility": "place"},
        columns=conll.Columns(token=1, label=2),
    )
    first, second = conll.read(path, "invented", corpus)
    assert first.text == "In Tal Mirza"
    assert [(one.kind, first.text[slice(*one.span)]) for one in first.entities] == [
        ("place", "Tal Mirza")
    ]
    assert [one.kind for one in second.entities] == ["person"]
    assert corpus.folded("facility") == "place"
    assert corpus.folded("weapon") is None


def test_every_corpus_maps_to_kinds_that_there_are() -> None:
    for corpus in conll.corpora().values():
        assert {*corpus.labels.values(), *corpus.folds, *corpus.folds.values()} <= {*conll.KINDS}
        assert set(corpus.folds.values()) <= corpus.annotated


def test_factuality_keeps_its_events_in_place(tmp_path: Path) -> None:
    line = {
        "text": "It `` may '' burn .",
        "targets": [{"span1": [4, 5], "label": 0.5, "span_text": "burn"}],
    }
    for name in factuality.SETS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "dev.jsonl").write_text(json.dumps(line) + "\n")
    found, files = factuality.sentences(tmp_path, "dev")
    assert [one.set for one in found] == list(factuality.SETS)
    assert found[0].text == 'It "may" burn.'
    assert words(found[0].text, found[0].events) == ["burn"]
    assert len(files) == 3
    with pytest.raises(DataAbsentError):
        factuality.sentences(tmp_path, "train")


BABE_HEAD = "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words\n"


def test_babe_with_its_quirks(tmp_path: Path) -> None:
    first = (
        '"""Vile"" men; vile deeds";l;Alpha;t;left;Biased;o;[\'vile\', "men\'s", \'deed\']\n'
        "It rained.;l;Alpha;t;;Non-biased;o;[]\nWho knows?;l;A;t;;No agreement;o;[]\n"
        "It snowed.;l;A;t;;Non-biased;o;[]\n"
    )
    second = "It  RAINED;l;Beta;t;;Biased;o;['rained']\n"
    (tmp_path / babe.FILES[0]).write_text("\ufeff" + BABE_HEAD + first, encoding="utf-8")
    (tmp_path / babe.FILES[1]).write_text("\ufeff" + BABE_HEAD + second, encoding="utf-8")
    found, _ = babe.sentences(tmp_path, "all")
    assert [(one.text, one.loaded, one.outlet) for one in found] == [
        ('"Vile" men; vile deeds', True, "Alpha"),
        ("It  RAINED", True, "Beta"),
        ("It snowed.", False, "A"),
    ]
    assert words(found[0].text, found[0].words) == ["Vile", "vile"]
    parts = [babe.sentences(tmp_path, name)[0] for name in ("train", "dev", "test")]
    assert sum(map(len, parts)) == 3


def test_babe_takes_no_code_for_words() -> None:
    with pytest.raises(ValueError):
        babe.places("It rained.", "__import__('os')")
    with pytest.raises(ValueError, match="not a list"):
        babe.places("It rained.", "'rained'")


def test_wikievents_in_its_published_form(tmp_path: Path) -> None:
    sentences = [
        [[["Men", 0, 3], ["-", 3, 4], ["folk", 4, 8], ["attacked", 9, 17]], "Men-folk attacked"],
        [[["It", 40, 42], ["burned", 43, 49]], "It burned"],
    ]
    line = {
        "doc_id": "d1",
        "tokens": ["Men", "-", "folk", "attacked", "It", "burned"],
        "text": "not used",
        "sentences": sentences,
        "entity_mentions": [{"id": "T1", "start": 0, "end": 3, "text": "Men - folk"}],
        "event_mentions": [
            {
                "event_type": "Conflict.Attack.Unspecified",
                "trigger": {"start": 3, "end": 4, "text": "attacked"},
                "arguments": [{"entity_id": "T1", "role": "Attacker", "text": "Men - folk"}],
            }
        ],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(line))
    (story,), _ = wikievents.stories(tmp_path, "dev")
    assert story.text == "Men-folk attacked\nIt burned"
    (event,) = story.events
    assert story.text[slice(*event.trigger)] == "attacked"
    assert event.arguments[0].placed
    assert event.arguments[0].span == (0, 8)


def test_wikievents_in_its_shortened_form(tmp_path: Path) -> None:
    line = {
        "docid": "d2",
        "tokens": ["Men", "fled", ".", "Men", "went", "off", "."],
        "sentences": ["Men fled ", " Men went off "],
        "event_mentions": [
            {
                "event_type": "Conflict.Attack",
                "trigger": {"start_idx": 4, "end_idx": 6, "text": "went of"},
                "arguments": [
                    {"role": "Attacker", "text": "Men"},
                    {"role": "Target", "text": "gone"},
                ],
            },
            {
                "event_type": "Life.Die",
                "trigger": {"start_idx": 2, "end_idx": 2, "text": ""},
                "arguments": [],
            },
        ],
    }
    (tmp_path / "train.jsonl").write_text(json.dumps(line))
    (story,), _ = wikievents.stories(tmp_path, "train")
    (event,) = story.events
    assert story.text == "Men fled. Men went off."
    assert story.text[slice(*event.trigger)] == "went off"
    assert [(one.span, one.placed) for one in event.arguments] == [((10, 13), False), (None, False)]


def test_the_mapping_of_events() -> None:
    mapped = wikievents.mapping()
    assert mapped.label("Conflict.Attack.DetonateExplode") == "detonation"
    assert mapped.label("Conflict.Attack") == "attack"
    assert mapped.event_class("Justice.Sentence") is None
    assert mapped.is_ignored("Justice.ArrestJailDetain.Unspecified")
    ours = {"perpetrator", "victim", "target", "weapon", "place"}
    assert {role for one in mapped.classes.values() for role in one.roles.values()} <= ours


@pytest.mark.needs_shared
def test_the_published_files_are_read_whole() -> None:
    data = require("data").parent
    assert sum(len(one.events) for one in factuality.sentences(data, "dev")[0]) == 3358 + 195 + 2642
    found, _ = conll.sentences(data, "dev")
    assert sum(one.corpus == "uner_ewt" for one in found) == 2001
    assert all(one.text[slice(*entity.span)].strip() for one in found for entity in one.entities)
    sizes = [len(babe.sentences(data, part)[0]) for part in ("train", "dev", "test")]
    assert sum(sizes) == len(babe.sentences(data, "all")[0]) > 3600
    assert len(wikievents.stories(data, "dev")[0]) == 20
    assert len(wikievents.stories(data, "train")[0]) == 206
