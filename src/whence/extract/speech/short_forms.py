"""Which body "the bureau", "the group" or "it" is where nobody spoke under its name before.

The body is told by the text all the same: by a name that ends or begins in the word ("the State
Bureau of X" is "the bureau"), or as what the sentence before is about ("the Reed Centre has counted
forty cases. In a report the group said"). A name that may be a person's is nobody's short form.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON, closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.speech.speakers import Speaker, describe
from whence.model.attribution import SourceKind
from whence.model.span import Span
from whence.model.vocabulary import load

_REACH = 4000
"""Characters before a short form in which the name in full may stand."""
_NAME = re.compile(
    r"[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|on|and|to|de|da|do|del|des|du|la|las|los|the|al)\s+){0,2}"
    r"[A-Z0-9][\w’'&.-]*){0,8}(?:\s*\((?P<short>[A-Z][\w /-]{1,20})\))?"
)
"""A name of capitalised words with small ones between, and what it is called for short."""
_THE = re.compile(r"(?:the|this|that|its|their)\s+", re.IGNORECASE)


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    heads: tuple[str, ...]
    general: tuple[str, ...]
    offices: dict[str, str]


@cache
def _table() -> _Table:
    return load("short_forms", _Table, LEXICON)


@cache
def _general() -> frozenset[str]:
    return frozenset(_table().general)


@cache
def _heads() -> frozenset[str]:
    return frozenset((*_table().heads, *_table().general))


def in_office(word: str) -> str:
    """Return an office, rank or trade as it is called in full: "prime minister" for "premier"."""
    return _table().offices.get(word, word)


def in_full(prose: Prose, source: Span) -> Speaker | None:
    """Return the body that "the" and one word for a body stand for, None where that is not told."""
    opening = _THE.match(source.text)
    if opening is not None and source.text[opening.end() :].casefold() in words("documents"):
        return _paper(prose, source, source.text[opening.end() :].casefold())
    noun = source.text[opening.end() :].casefold() if opening else source.text.casefold()
    if opening is None or noun not in _heads():
        return None
    named = [one for one in _names(prose, source.start) if _ends_in(one, noun)]
    if named:
        return _speaker(named[-1], noun)
    if noun in _general():
        return subject_before(prose, source.start)
    return None


def _paper(prose: Prose, source: Span, noun: str) -> Speaker | None:
    """Return a paper told of before with whoever made it: "a report by X" is "the report"."""
    made = re.compile(
        rf"\b{noun}\b(?:\s+(?!by\b|said\b|says\b)[\w’'-]+){{0,6}}?\s+(?:by|from)\s+(?:the\s+)?"
        rf"(?P<who>{_NAME.pattern})"
    )
    found = list(made.finditer(prose.text, max(0, source.start - _REACH), source.start))
    if not found:
        return None
    who = " ".join(found[-1]["who"].split()).strip(" .,")
    return Speaker(f"{noun} by {who}", "document", "organisation", False, found[-1].start())


def subject_before(prose: Prose, start: int) -> Speaker | None:
    """Return the body that the sentence before is about, where it begins with one."""
    index = prose.sentence_at(start)
    if not index:
        return None
    sentence = prose.sentences[index - 1]
    found = _subject(prose.text, sentence.body, sentence.end)
    if found is None or prose.quotation_at(found.start()) is not None:
        return None
    return _speaker(found, "")


def _subject(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the name with which a sentence begins, if its words are a body's."""
    begin = start
    article = _THE.match(text, begin, end)
    begin = article.end() if article else begin
    found = _NAME.match(text, begin, end)
    if found is None:
        return None
    known = _is_body(found.group()) or found["short"]
    behind = text[found.end() : found.end() + 1]
    return found if known and behind in (" ", ",") else None


def _is_body(name: str) -> bool:
    tokens = [one.lower for one in tokenize(name)]
    bodily = words("bodies") | closed("group_nouns") | _heads()
    return any(one in bodily for one in tokens)


def _names(prose: Prose, end: int) -> Iterator[re.Match[str]]:
    """Yield the names of more words than one before a place, in the order of the text."""
    for found in _NAME.finditer(prose.text, max(0, end - _REACH), end):
        if len(found.group().split()) > 1:
            yield found


def _ends_in(found: re.Match[str], noun: str) -> bool:
    """Tell whether a name ends or begins in a word for a body, or bears it before an "of"."""
    name = found.group().partition("(")[0].split()
    plain = [one.casefold().strip(".,’'") for one in name]
    if noun not in plain or len(plain) < len(("name", noun)):
        return False
    at = plain.index(noun)
    following = plain[at + 1 : at + 2]
    return name[at][:1].isupper() and (not following or following[0] in _OF)


_OF = frozenset(("of", "for", "on", "de", "del", "da", "do", "against", "to"))


def _speaker(found: re.Match[str], noun: str) -> Speaker:
    name = " ".join(found.group().split()).strip(" .,")
    known = describe(name, found.start())
    kind: SourceKind = known.kind if known.kind in ("body", "group", "outlet", "agency") else "body"
    if noun in closed("group_nouns"):
        kind = "group"
    return Speaker(known.who, kind, "organisation", False, found.start())
