"""Word lists of the rules: general vocabulary, each table with its source."""

from functools import cache

from whence.model.vocabulary import load

LEXICON = "whence.extract.lexicon"


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of ``sources.yaml`` (who can speak), casefolded."""
    return frozenset(
        word.casefold() for word in load("sources", dict[str, list[str]], LEXICON)[name]
    )


@cache
def closed(name: str) -> frozenset[str]:
    """Return one closed word class of ``function_words.yaml``."""
    return frozenset(load("function_words", dict[str, list[str]], LEXICON)[name])
