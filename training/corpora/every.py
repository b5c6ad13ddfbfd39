"""All corpora by name, as a recipe names them."""

from pathlib import Path

from training.corpora import (
    babe,
    entities,
    factuality,
    gva,
    muc,
    ours,
    polnear,
    wikievents,
    wikinews,
)
from training.examples import Example

_ENTITIES = ("wnut17", "wikigold", "re3d", "uner_ewt")
CORPORA = (
    "polnear", "muc", "wikievents", "babe", "wikinews", "passages", "gva",
    *_ENTITIES, *factuality.SETS,
)  # fmt: skip
WATCHED = ("polnear", "muc", "passages")
"""The corpora whose development parts a training is watched on."""


def training(name: str, data: Path) -> list[Example]:
    """Return the training examples of one corpus.

    Raises:
        KeyError: when no corpus has this name.
    """
    if name in _ENTITIES:
        return entities.examples(data, name)
    if name in factuality.SETS:
        return factuality.examples(data, name, "train")
    loaders = {
        "polnear": lambda: polnear.examples(data, "train"),
        "muc": lambda: muc.examples(data, "train"),
        "wikievents": lambda: wikievents.examples(data, "train"),
        "babe": lambda: babe.examples(data),
        "wikinews": lambda: wikinews.examples(data),
        "gva": lambda: gva.examples(data),
        "passages": lambda: ours.examples("train"),
    }
    return loaders[name]()


def watched(name: str, data: Path) -> list[Example]:
    """Return the development examples of one of the corpora that are watched."""
    if name == "passages":
        return ours.examples("dev")
    return (polnear if name == "polnear" else muc).examples(data, "dev")
