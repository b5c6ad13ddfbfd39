"""A document's text as paragraphs, sentences, tokens and quotations, all with offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from whence.extract.lexicon import LEXICON
from whence.model.document import Document
from whence.model.span import Span
from whence.model.vocabulary import load
from whence.names.dateline import Dateline, datelines

_TOKEN = re.compile(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|[#@]?\w+(?:[’'‘`‑-]\w+)*"
    r"|[^\w\s]"
)
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[”’\"')\]»]*+(?=\s|$)"
    # "was hurt.The driver": pages lose the space where their lines were joined
    r"|(?:(?<=[a-z]{3})|(?<=[\d)]))[.!?][”\"]?(?=[“‘]?(?!(?:Com|Org|Net|Gov|Edu)\b)(?:[A-Z][a-z]+|A|I)[\s,’'])"
)
_LONGEST = 2000
"""Most characters of a sentence; the longest of real reports, a list of names, has a thousand."""
_OPENING = 3
"""Paragraphs of which a dateline is the whole report's."""
_PAUSE = re.compile(r"[,;:](?=\s)")
_OPENERS = "“\"«„‘'([#—–-"
_CLOSERS = "”’\"')]»"
_PAIRS = {"“": '”"', "«": "»", "„": "“"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark at [start, end) of the text; ``lower`` is its casefolded form."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at [start, end) with its tokens and the index of its block.

    Its own words start at token ``head``, behind those of a dateline.
    """

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]
    head: int = 0

    @property
    def body(self) -> int:
        """Where its own words start, behind a dateline."""
        return self.tokens[self.head].start if self.head < len(self.tokens) else self.end


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at [start, end), marks included; ``closed`` is False when its end is missing.

    ``continues`` is True when the paragraph before left its quotation open and this one reopens
    it, as newspapers do in quotations over several paragraphs.
    """

    start: int
    end: int
    closed: bool
    continues: bool


@dataclass(frozen=True)
class Prose:
    """The text of one document, cut up once and used by every rule."""

    document: Document
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    datelines: tuple[Dateline, ...] = ()

    @property
    def text(self) -> str:
        """The document's clean text."""
        return self.document.text

    def span(self, start: int, end: int) -> Span:
        """Return the span [start, end) without white space at its edges."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.document.span(start, end)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _quotation_starts(self) -> tuple[int, ...]:
        return tuple(quotation.start for quotation in self.quotations)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.document.blocks)

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that holds ``position``, or the one before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def quotation_at(self, position: int) -> Quotation | None:
        """Return the quotation that holds ``position``, if there is one."""
        index = bisect_right(self._quotation_starts, position) - 1
        if index < 0 or position >= self.quotations[index].end:
            return None
        return self.quotations[index]

    def dateline_at(self, position: int) -> Dateline | None:
        """Return the dateline that holds ``position``, if there is one."""
        return _holding(self.datelines, position)

    @cached_property
    def opening_datelines(self) -> tuple[Dateline, ...]:
        """The datelines in the first paragraphs, which tell of the whole report."""
        opening = [block for block in self.document.blocks if block.kind == "paragraph"][:_OPENING]
        return tuple(
            line
            for line in self.datelines
            if any(line.start < block.end and block.start < line.end for block in opening)
        )

    def quotation_before(self, position: int) -> Quotation | None:
        """Return the quotation that ends before the one that holds ``position``, if any does."""
        index = bisect_right(self._quotation_starts, position) - 2
        return self.quotations[index] if index >= 0 else None

    def block_kind(self, position: int) -> str:
        """Return the kind of the block at ``position`` ("paragraph" between blocks)."""
        index = bisect_right(self._block_starts, position) - 1
        if index < 0 or position >= self.document.blocks[index].end:
            return "paragraph"
        return self.document.blocks[index].kind


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut ``text[start:end]`` into tokens whose offsets count from the start of ``text``."""
    stop = len(text) if end is None else end
    return tuple(
        Token(found.start(), found.end(), found.group(), _lower(found.group()))
        for found in _TOKEN.finditer(text, start, stop)
    )


def _lower(word: str) -> str:
    """Return the word as vocabularies have it: casefolded, and with the plain hyphen."""
    return word.casefold().replace("‑", "-")


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    table = load("abbreviations", dict[str, list[str]], LEXICON)
    return {name: frozenset(words) for name, words in table.items()}


_TWO_INITIALS = re.compile(r"(?<![\w.])[A-Z]\.[A-Z]$")
"""Two first letters of a name, before the full stop of the second: "J.K. Moreau"."""


def _ends_sentence(text: str, found: re.Match[str], stop: int) -> bool:
    """Tell whether the marks at ``found`` end a sentence of the block that ends at ``stop``."""
    if found.end() >= stop:
        return True
    if found.group()[-1] in _CLOSERS and text[found.end() :].lstrip()[:1].islower():
        return False  # "Why?" he asked.
    if not found.group().startswith("."):
        return True
    before = re.search(r"[\w.’'-]+$", text[max(0, found.start() - 20) : found.start()])
    word = before.group().casefold() if before else ""
    after = text[found.end() : found.end() + 40].lstrip()
    if not after:
        return True
    if "…" in found.group() or found.group().startswith(".."):
        return after[0].isupper() or after[0] in _OPENERS
    if word in _abbreviations()["never_final"]:
        return False
    initial = len(word) == 1 and word.isalpha() and text[found.start() - 1].isupper()
    if initial:
        return False
    starts_anew = after[0].isupper() or after[0] in _OPENERS or after[0].isdigit()
    initials = _TWO_INITIALS.search(text, max(0, found.start() - 4), found.start())
    of_a_name = initials is not None and after[0].isupper()
    if of_a_name or word in _abbreviations()["sometimes_final"]:
        following = re.match(r"[“\"'‘]?(\w+)", after)
        return following is not None and following.group(1) in _abbreviations()["starters"]
    return starts_anew or after[0] in "[@"


def _holding(datelines: tuple[Dateline, ...], position: int) -> Dateline | None:
    index = bisect_right(datelines, position, key=lambda one: one.start) - 1
    return datelines[index] if index >= 0 and position < datelines[index].end else None


def _sentences(document: Document, heads: tuple[Dateline, ...]) -> tuple[Sentence, ...]:
    text = document.text
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        start = block.start
        quoting, counted = False, block.start
        for mark in _SENTENCE_END.finditer(text, block.start, block.end):
            end = mark.end()
            quoting ^= text.count('"', counted, end) % 2 == 1
            counted = end
            if quoting and text[end - 1] == '"' and end < block.end and text[end].isalpha():
                end -= 1  # 'was hurt."The car came': the mark opens what comes next
            if mark.start() < start or not _ends_sentence(text, mark, block.end):
                continue
            if _holding(heads, mark.start()) is not None:
                continue  # "HARROW, Ark. - A boat burned."
            found += _pieces(text, start, end, index)
            start = end
        if text[start : block.end].strip():
            found += _pieces(text, start, block.end, index)
    return tuple(_headed(sentence, _holding(heads, sentence.start)) for sentence in found)


def _headed(sentence: Sentence, line: Dateline | None) -> Sentence:
    """Mark how many tokens of a sentence are those of the dateline that it starts with."""
    if line is None:
        return sentence
    return replace(sentence, head=sum(token.start < line.end for token in sentence.tokens))


def _pieces(text: str, start: int, end: int, block: int) -> Iterator[Sentence]:
    """Yield what stands between two ends as one sentence, or as several where it is too long.

    Patterns look from each place of a sentence to all others: no page may be one long sentence.
    A piece ends behind a mark of its second half, else before a word, else anywhere.
    """
    while end - start > _LONGEST:
        half, stop = start + _LONGEST // 2, start + _LONGEST
        marks = [mark.end() for mark in _PAUSE.finditer(text, half, stop)]
        cut = marks[-1] if marks else max(text.rfind(" ", half, stop), half)
        if text[start:cut].strip():
            yield _sentence(text, start, cut, block)
        start = cut
    if text[start:end].strip():
        yield _sentence(text, start, end, block)


def _sentence(text: str, start: int, end: int, block: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, block, tokenize(text, start, end))


def _quotations(document: Document) -> tuple[Quotation, ...]:
    """Pair the double quotation marks of each block; an unclosed one ends with its block."""
    found: list[Quotation] = []
    left_open = False
    for block in document.blocks:
        pairs = _pairs(document.text, block.start, block.end)
        for number, (start, end, closed) in enumerate(pairs):
            continues = number == 0 and left_open and start <= block.start + 1
            found.append(Quotation(start, end, closed, continues))
        left_open = bool(pairs) and not pairs[-1][2]
    return tuple(found)


def _mark(text: str, position: int) -> str:
    """Return the quotation mark at ``position``; two single marks count as one double mark."""
    if text[position : position + 2] in {"''", "``"}:
        return '"'
    second = position > 0 and text[position - 1 : position + 1] in {"''", "``"}
    return "" if second else text[position]


def _pairs(text: str, start: int, stop: int) -> list[tuple[int, int, bool]]:
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    closer = ""
    for position in range(start, stop):
        mark = _mark(text, position)
        if opened is not None and mark and mark in closer:
            width = 1 if text[position] in closer else 2
            pairs.append((opened, position + width, True))
            opened = None
        elif mark in _PAIRS or (mark == '"' and opened is None):
            if opened is not None:  # reopened without having been closed: newspapers do this
                pairs.append((opened, position, False))
            opened, closer = position, _PAIRS.get(mark, '"”')
    if opened is not None:
        pairs.append((opened, stop, False))
    return pairs


def prose(document: Document) -> Prose:
    """Cut a document up. Blocks bound sentences and quotations. Linear in the text's length."""
    heads = datelines(document.text)
    return Prose(document, _sentences(document, heads), _quotations(document), heads)
