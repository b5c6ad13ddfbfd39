"""The readers under test, by the names of ``--reader``."""

from evaluation.predictions import READERS, Predictor, ReaderAbsentError
from evaluation.rules_predictor import RulesPredictor


def predictor(name: str) -> Predictor:
    """Return the reader of this name, ready to be asked.

    Raises:
        ReaderAbsentError: when it is not part of this version of Whence.
    """
    if name == "rules":
        return RulesPredictor()
    if name in READERS:
        raise ReaderAbsentError(f"the {name} is not part of this version of Whence yet")
    raise ReaderAbsentError(f"there is no reader {name!r}, only {', '.join(READERS)}")
