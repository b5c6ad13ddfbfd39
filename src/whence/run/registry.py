"""Readers by name: the built-in ones, and those of other packages when a setting names them."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import entry_points

from rapidfuzz import process

from whence.errors import ConfigError
from whence.extract.rules.reader import RulesReader
from whence.model.reading import Reader

ENTRY_POINTS = "whence.readers"


def _encoder(name: str, program: str) -> Reader:
    from whence.extract.encoder.reader import EncoderReader  # noqa: PLC0415 - loads the model
    from whence.infer.model import load  # noqa: PLC0415 - imports the program that runs it

    return EncoderReader(load(program), name)


READERS: dict[str, Callable[[], Reader]] = {
    "encoder": partial(_encoder, "encoder", "onnxruntime"),
    "encoder-fast": partial(_encoder, "encoder-fast", "onnxruntime-fast"),
    "encoder-openvino": partial(_encoder, "encoder-openvino", "openvino"),
    "rules": RulesReader,
}
"""The built-in readers: name to a callable that makes one.

The encoders read with the same weights. ``encoder-fast`` takes about an eighth less time than the
default, on whose last digits the model's bars were set; OpenVINO is an extra.
"""


def reader(name: str) -> Reader:
    """Return the reader with this name.

    Built-in names come first. Any other name is looked up among the entry points of the group
    ``whence.readers``, each a callable without arguments that returns a ``Reader``; nothing is
    imported from another package unless it is named.

    Raises:
        ConfigError: when nobody offers this reader, or what is offered is not one.
    """
    make = READERS.get(name) or _offered(name)
    made = make()
    if not callable(getattr(made, "read", None)) or not isinstance(
        getattr(made, "name", None), str
    ):
        raise ConfigError(f"{name!r} is not a reader: it needs a name and a read method")
    return made


def _offered(name: str) -> Callable[[], Reader]:
    for entry in entry_points(group=ENTRY_POINTS, name=name):
        try:
            offered: Callable[[], Reader] = entry.load()
        except (ImportError, AttributeError) as error:
            raise ConfigError(
                f"the reader {name!r} cannot be loaded: {error}",
                f"it is offered by {entry.value}; is that package installed whole?",
            ) from error
        return offered
    near = process.extractOne(name, list(READERS), score_cutoff=60)
    hint = f"did you mean {near[0]!r}?" if near else f"known readers: {', '.join(READERS)}"
    raise ConfigError(f"no reader is called {name!r}", hint)
