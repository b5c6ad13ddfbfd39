"""Which language a text is in."""

import logging
from functools import cache
from typing import Any

from whence.ingest.options import LANGUAGE_WORDS

_SAMPLE = 4_000
_SURE = 0.9


@cache
def _identifier() -> Any:
    from py3langid import langid

    logging.getLogger("py3langid").addHandler(logging.NullHandler())
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of a text's language.

    Texts of fewer than 20 words, and those that the identifier is not sure of (probability below
    0.9), have the language declared for them, or None.
    """
    fallback = language_code(declared)
    sample = text[:_SAMPLE]
    if len(sample.split()) < LANGUAGE_WORDS:
        return fallback
    code, probability = _identifier().classify(sample.lower())
    return str(code) if probability >= _SURE else fallback


def language_code(declared: str | None) -> str | None:
    """Return the ISO 639-1 code of a declared language ("en-GB", "en_US"), None when it is none."""
    code = (declared or "").strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
