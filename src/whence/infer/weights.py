"""The weights of small networks that lie beside the encoder, by their names in training."""

import zipfile
from pathlib import Path

import numpy as np

from whence.errors import ModelMissing
from whence.infer.heads import Vectors


def weights(path: Path) -> dict[str, Vectors]:
    """Return the weights of a file in single precision; none where there is no such file.

    Raises:
        ModelMissing: when the file cannot be read.
    """
    if not path.exists():
        return {}
    try:
        with path.open("rb") as raw, np.load(raw) as file:
            return {name: file[name].astype(np.float32) for name in file.files}
    except (OSError, ValueError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise ModelMissing(f"{path} cannot be read: {error}") from error
