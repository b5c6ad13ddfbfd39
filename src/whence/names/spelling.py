"""Comparing spellings of one name: transliteration, diacritics, hyphens and doubled letters.

The skeleton is a consonant key in the tradition of Soundex, for names brought into Latin letters
from scripts without written vowels: what translators disagree on (vowels, k/q, doubled letters, a
mute h, an article) is dropped, what they agree on is kept.
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

_MARKS = re.compile(r"['`‘’ʼʻʿʾ\u02bf\u02be]")
_WORD = re.compile(r"[a-z0-9]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_ARTICLES = frozenset({"al", "el", "the", "a", "an"})
_DIGRAPHS = (("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("gh", "g"), ("ph", "f"))
_LATER = (("dh", "z"), ("th", "t"), ("zh", "z"), ("ck", "k"), ("q", "k"))
_SOFT_C = re.compile(r"c(?=[eiy])")
_DROPPED = re.compile(r"[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("oeyw", "uiiu")
_LIKE = 60.0
_LIKE_ALONE = 81.0
_ENDING = 2
_SHORT = 2


_HEARD = 7
"""Letters of the shortest name that may be spelt in several ways by ear."""
_ALIKE = 85
"""How much alike two spellings of it are (rapidfuzz ratio, per cent)."""


def to_ascii(text: str) -> str:
    """Return ``text`` in ASCII letters; what is ASCII already is left as it is."""
    return text if text.isascii() else _FOREIGN.sub(_transliterated, text)


def _transliterated(found: re.Match[str]) -> str:
    return anyascii(found.group())


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in plain lower-case ASCII; apostrophes join, hyphens part."""
    plain = _INITIALS.sub(
        lambda found: found.group().replace(".", ""), to_ascii(_POSSESSIVE.sub("", text)).lower()
    )
    return tuple(_WORD.findall(_MARKS.sub("", plain)))


def fold(text: str) -> str:
    """Return ``text`` as plain words joined by single spaces."""
    return " ".join(words(text))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of one plain word that translators agree on.

    A leading vowel is kept as ``a``, since its place is agreed on even where its letter is not.
    """
    if word.isdigit():
        return word
    key = _heard(word)
    opening = "a" if key[:1] in "aeiou" else key[:1]
    return opening + _DROPPED.sub("", key[1:])


def _heard(word: str) -> str:
    """Return a plain word with its consonants as heard, none doubled, and three vowels."""
    key = _SOFT_C.sub("s", word)
    for written, heard in _DIGRAPHS + _LATER:
        key = key.replace(written, heard)
    return _DOUBLED.sub(r"\1", key.replace("c", "k").translate(_VOWELS))


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without its articles (unless it has nothing else)."""
    every = words(text)
    return tuple(word for word in every if word not in _ARTICLES) or every


def skeletons(text: str) -> tuple[str, ...]:
    """Return the skeleton of every word of a name, articles left out."""
    return tuple(skeleton(word) for word in name_words(text))


def alike(left: str, right: str) -> bool:
    """Tell whether two long names are written so much alike that they may be one as it is heard."""
    one, other = fold(left), fold(right)
    long = min(len(one), len(other)) >= _HEARD
    return long and one[0] == other[0] and fuzz.ratio(one, other) >= _ALIKE


def same_spelling(left: str, right: str) -> bool:
    """Tell whether two names are one name in two spellings, word by word.

    Skeletons must agree; how alike the words must sound on top of it (rapidfuzz ratio, per cent)
    is higher for a name of one word and for short words, which agree by chance. A longer ending
    makes another word ("Niger", "Nigeria").
    """
    mine, theirs = name_words(left), name_words(right)
    if len(mine) != len(theirs):
        return "".join(mine) == "".join(theirs)
    alone = len(mine) == 1
    return all(_same_word(one, other, alone) for one, other in zip(mine, theirs, strict=True))


def _same_word(one: str, other: str, alone: bool) -> bool:
    key = skeleton(one)
    if key != skeleton(other):
        return False
    mine, theirs = sorted((_heard(one), _heard(other)), key=len)
    if theirs.startswith(mine) and len(theirs) >= len(mine) + _ENDING:
        return False
    return fuzz.ratio(mine, theirs) >= (_LIKE_ALONE if alone or len(key) <= _SHORT else _LIKE)
