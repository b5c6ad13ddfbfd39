"""Loaded language and insinuation, and whose words they are. It marks; it never weighs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.model.reading import Mark, MarkKind
from whence.model.vocabulary import load

AUTHOR, QUOTED = "author", "quoted"
_HEAD_LENGTH = 120
_LABELLING = re.compile(
    r"\b(?:condemn|denounc|describ|call|brand|label|term|dubb|decri|slam|blast|deplor|accus|said|says"
    r"|told|according to)\w*\b",
    re.IGNORECASE,
)
_SCARE = re.compile(r"[“‘\"]([a-z][\w-]*(?: [a-z][\w-]*)?)[”’\"]")
_REPORTING = re.compile(
    r"\b(?:said|says|saying|told|called|calls|calling|described|describes|wrote|according|term(?:s|ed)"
    r"|stated|added|quoted|tweet\w*|accus\w+|claim\w*|insist\w*|denounc\w+|condemn\w+|statement|dubbed"
    r"|argu\w+|warn\w+|announc\w+|label\w*|spoke|asked|replied|words?|phrase|indicat\w+"
    r"|known as|means?|referr\w+)\b",
    re.IGNORECASE,
)


class _Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    reason: str
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    loaded: tuple[_Rule, ...]
    insinuation: tuple[_Rule, ...]
    blocks: _Rule


@dataclass(frozen=True, slots=True)
class _Compiled:
    kind: MarkKind
    reason: str
    regex: re.Pattern[str]


@cache
def _table() -> _Table:
    return load("tone", _Table, LEXICON)


@cache
def _rules() -> tuple[_Compiled, ...]:
    found: list[_Compiled] = []
    kinds: tuple[tuple[MarkKind, tuple[_Rule, ...]], ...] = (
        ("insinuation", _table().insinuation),
        ("loaded", _table().loaded),
    )
    for kind, rules in kinds:
        for rule in rules:
            sources = list(rule.patterns)
            if rule.words:
                longest = sorted(rule.words, key=lambda word: (-len(word), word))
                sources.append(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
            found += [
                _Compiled(kind, rule.reason, re.compile(source, re.IGNORECASE))
                for source in sources
            ]
    return tuple(found)


@cache
def _sensational() -> tuple[str, tuple[re.Pattern[str], ...]]:
    rule = _table().blocks
    return rule.reason, tuple(re.compile(source, re.IGNORECASE) for source in rule.patterns)


def marks(prose: Prose) -> tuple[Mark, ...]:
    """Return loaded words and insinuations in the order of the text, none inside another.

    ``whose`` is "author" for the text's own voice and "quoted" inside a quotation or right after a
    word that hands somebody's label on; ``assign`` puts the speaker's name in its place.
    """
    found: list[Mark] = [*_heads(prose)]
    for sentence in prose.sentences:
        for rule in _rules():
            for match in rule.regex.finditer(prose.text, sentence.start, sentence.end):
                if match.end() > match.start() and not _is_name(prose.text, match, sentence.start):
                    found.append(_mark(prose, rule.kind, match.span(), rule.reason))
        found += _scare_quotes(prose, sentence.start, sentence.end)
    return _longest(found)


def _is_name(text: str, match: re.Match[str], start: int) -> bool:
    """Tell a single word that its capital letter inside a sentence makes part of a name."""
    word = match.group()
    return word.istitle() and word.isalpha() and match.start() > start and not text.isupper()


def assign(found: tuple[Mark, ...], sourcing: Sourcing) -> tuple[Mark, ...]:
    """Give each mark inside somebody's words to that speaker; the narrator's stay the author's."""
    given: list[Mark] = []
    for mark in found:
        said = sourcing.at(mark.span.start, mark.span.end)
        given.append(replace(mark, whose=said.speaker) if said else mark)
    return tuple(given)


def _mark(prose: Prose, kind: MarkKind, at: tuple[int, int], reason: str) -> Mark:
    span = prose.span(*at)
    return Mark(kind=kind, span=span, whose=whose(prose, span.start), reason=reason)


def whose(prose: Prose, position: int) -> str:
    """Tell the author's words from those of somebody quoted or labelling within 60 characters."""
    if prose.quotation_at(position) is not None:
        return QUOTED
    start = prose.sentences[prose.sentence_at(position)].start if prose.sentences else 0
    before = prose.text[max(start, position - 60) : position]
    return QUOTED if _LABELLING.search(before) else AUTHOR


def _heads(prose: Prose) -> Iterator[Mark]:
    """Yield a mark for each headline with a sensational word: a title, or a short line unended."""
    reason, patterns = _sensational()
    for block in prose.document.blocks:
        text = prose.text[block.start : block.end]
        head = block.kind in ("title", "heading") or (
            len(text) <= _HEAD_LENGTH and not text.rstrip().endswith((".", "”", '"', ":", ",", ";"))
        )
        if head and any(pattern.search(text) for pattern in patterns):
            span = prose.span(block.start, block.end)
            yield Mark(kind="loaded", span=span, whose=AUTHOR, reason=reason)


def _scare_quotes(prose: Prose, start: int, end: int) -> Iterator[Mark]:
    """Yield short lower-case words in quotation marks where nobody in the sentence speaks."""
    sentence = prose.text[start:end]
    if _REPORTING.search(sentence):
        return
    for match in _SCARE.finditer(prose.text, start, end):
        before, after = (
            prose.text[max(0, match.start() - 1)],
            prose.text[match.end() : match.end() + 1],
        )
        if before in " (—" and not after.isalnum():
            yield Mark(
                kind="loaded", span=prose.span(*match.span()), whose=AUTHOR, reason="scare quotes"
            )


def _longest(found: list[Mark]) -> tuple[Mark, ...]:
    """Drop marks that overlap a longer one; of equals the first rule's stays."""
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(found, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        places = range(mark.span.start, mark.span.end)
        if taken.isdisjoint(places):
            kept.append(mark)
            taken.update(places)
    return tuple(sorted(kept, key=lambda mark: mark.span))
