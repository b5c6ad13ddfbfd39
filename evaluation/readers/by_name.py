"""The readers under test, by the names of ``--reader``."""

from evaluation.readers.encoder_predictor import EncoderPredictor, TogetherPredictor
from evaluation.readers.predictions import READERS, Predictor, ReaderAbsentError
from evaluation.readers.report_predictor import ReportPredictor
from whence.errors import ConfigError
from whence.extract.rules.reader import RulesReader
from whence.model.reading import Reader
from whence.run import registry


def reader(name: str) -> Reader:
    """Return a reader for measurements of all of extraction.

    Raises:
        ReaderAbsentError: when there is none of this name.
    """
    try:
        return registry.reader("encoder" if name == "together" else name)
    except ConfigError as error:
        raise ReaderAbsentError(str(error)) from error


def predictor(name: str) -> Predictor:
    """Return the reader of this name, ready to be asked.

    Raises:
        ReaderAbsentError: when it is not part of this version of Whence.
    """
    if name == "rules":
        return ReportPredictor(RulesReader())
    if name == "encoder":
        return EncoderPredictor()
    if name == "together":
        return TogetherPredictor()
    raise ReaderAbsentError(f"there is no reader {name!r}, only {', '.join(READERS)}")
