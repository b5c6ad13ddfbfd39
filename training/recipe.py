"""A training's recipe: which corpora, how often each is read, how fast the model learns."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).parent / "recipes"


class Recipe(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One training.

    ``rounds`` passes over the corpora, of each of which ``corpora`` gives the share (or the
    multiple) read in a round. ``encoder_rate`` and ``head_rate`` are peak learning rates, with
    ``layer_decay`` multiplied on for each layer below the top; ``warm_up`` is the share of the
    training until the peak, from which the rate falls linearly to the share ``final`` of it.
    ``frozen`` layers stay as they were. ``average`` is the decay per step of the averaged weights
    that are kept.
    ``tokens`` is the most pieces of a batch: few where a small corpus is to move the model often.
    ``start`` names the training whose weights this one goes on from, and ``teachers`` those that
    it learns from, with ``taught`` the share of their word against that of the labels.
    ``encoder`` is the name of one of ``encoder.SHAPES``, ``minilm`` for all that ships.
    ``inner_dropout`` is that of the encoder's layers, ``dropout`` that of the vectors it gives.
    """

    rounds: int
    encoder: str = "minilm"
    corpora: dict[str, float]
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.08
    final: float = 0.0
    frozen: int = 2
    average: float = 0.998
    dropout: float = 0.1
    inner_dropout: float = 0.0
    tokens: int = 4096
    seed: int = 20
    start: str | None = None
    teachers: tuple[str, ...] = ()
    taught: float = 0.7


def read(name: str) -> Recipe:
    """Return the recipe of this name.

    Raises:
        FileNotFoundError: when there is none.
        msgspec.ValidationError: when a field is unknown or of another type.
    """
    return msgspec.convert(_fields(name), Recipe)


def _fields(name: str) -> dict[str, Any]:
    """Return what a recipe's file says, on top of the recipe that it is ``like``."""
    given: dict[str, Any] = msgspec.yaml.decode((FOLDER / f"{name}.yaml").read_bytes())
    like = given.pop("like", None)
    return {**_fields(like), **given} if like else given
