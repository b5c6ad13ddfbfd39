from importlib.metadata import EntryPoint
from importlib.util import find_spec

import pytest

from whence.errors import ConfigError, ModelMissing
from whence.model.document import Document
from whence.model.reading import Reading
from whence.run import registry


class Mute:
    name = "mute@1"

    def read(self, document: Document) -> Reading:
        return Reading(document_id=document.id, reader=self.name)


class NoReader:
    pass


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    def found(*, group: str, name: str) -> list[EntryPoint]:
        entry = EntryPoint("mute", value, registry.ENTRY_POINTS)
        return [entry] if (group, name) == (registry.ENTRY_POINTS, "mute") else []

    monkeypatch.setattr(registry, "entry_points", found)


@pytest.mark.parametrize("name", sorted(registry.READERS))
def test_built_in_reader_carries_its_name_and_version(name: str) -> None:
    if name == "encoder-openvino" and find_spec("openvino") is None:
        with pytest.raises(ModelMissing, match="openvino"):
            registry.reader(name)
    else:
        assert registry.reader(name).name.startswith(f"{name}@")


def test_built_in_readers_need_no_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> None:
        raise AssertionError("entry points were consulted")

    monkeypatch.setattr(registry, "entry_points", refuse)
    assert registry.reader("rules").name


def test_reader_of_another_package_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, f"{__name__}:Mute")
    assert registry.reader("mute").name == "mute@1"


@pytest.mark.parametrize("value", ["no.such.module:Mute", f"{__name__}:Absent"])
def test_offer_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    offer(monkeypatch, value)
    with pytest.raises(ConfigError, match="cannot be loaded") as told:
        registry.reader("mute")
    assert value in told.value.hint


def test_what_does_not_read_is_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, f"{__name__}:NoReader")
    with pytest.raises(ConfigError, match="not a reader"):
        registry.reader("mute")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("rulez", "'rules'"),
        ("zzz", "known readers: encoder, encoder-fast, encoder-openvino, rules"),
    ],
)
def test_unknown_reader_gets_the_nearest_name(name: str, hint: str) -> None:
    with pytest.raises(ConfigError) as told:
        registry.reader(name)
    assert hint in told.value.hint
