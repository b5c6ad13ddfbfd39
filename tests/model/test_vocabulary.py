from pathlib import Path
from typing import get_args

import msgspec
import pytest
import yaml

import whence
from whence.model.claim import Standing
from whence.model.vocabulary import load

PACKAGE = Path(whence.__file__).parent


def test_table_is_read_once_and_typed() -> None:
    kinds = load("incidents", dict[str, dict[str, object]])
    assert kinds is load("incidents", dict[str, dict[str, object]])
    assert kinds["drone_attack"]["label"] == "drone attack"


def test_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-table", dict[str, str])


def test_table_that_does_not_fit_its_type_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError):
        load("incidents", dict[str, int])


def test_every_standing_has_its_row() -> None:
    assert set(load("standings", dict[str, object])) == set(get_args(Standing))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_table_is_plain_yaml(path: Path) -> None:
    """Libyaml takes more than the standard allows, and not every machine has it."""
    assert yaml.load(path.read_bytes(), Loader=yaml.SafeLoader)
