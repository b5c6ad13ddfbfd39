"""All corpora by name, as a recipe names them."""

from pathlib import Path

from training.corpora import babe, entities, factuality, muc, ours, polnear, wikievents, wikinews
from training.examples import Example

_ENTITIES = ("wnut17", "wikigold", "re3d", "uner_ewt")


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
        "passages": lambda: ours.examples("train"),
    }
    return loaders[name]()
