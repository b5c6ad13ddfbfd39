"""Who is who in the case: full names per document, holders of offices, speakers of bodies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from whence.model.attribution import Hop
from whence.model.document import Document
from whence.model.report import Report
from whence.names.persons import Person, called_by, offices, person, same_person, surname_of
from whence.names.spelling import skeletons
from whence.trace.people import ByName
from whence.trace.sources import Source, leads_in, plain_body, read, voice

_NAME = (
    r"(?:(?:[Aa]l|[Ee]l|[Bb]in|[Ii]bn|Abu|[Dd]e|[Vv]an|[Vv]on)[- ])?[A-Z][\w’'‘]+"
    r"(?:[ -](?:(?:[Aa]l|[Ee]l|[Bb]in|[Ii]bn|[Dd]e)[- ])?[A-Z][\w’'‘]+){0,3}"
)
_RANK = r"(?:(?:[A-Z][a-z]{1,5}\.|General|Colonel|Major|Brigadier) +)*"
# Words are met at their start alone: a word of many thousand letters is not tried at every letter.
_SPEAKS = re.compile(
    r"(?P<phrase>(?<![\w’'-])(?:[\w’'-]+ +){1,3}(?i:spokes(?:man|woman|person)),? +"
    rf"{_RANK}{_NAME})"
)
_SPEAKS_AFTER = re.compile(
    rf"(?P<phrase>\b{_NAME}, +(?:an? +|the +)?(?i:spokes(?:man|woman|person)) +(?:for|of) +"
    r"(?:the +)?(?:[\w’'-]+ +){0,3}[\w’'-]+)"
)

_SMALL = str.maketrans("ſı", "si")
"""Letters that count as these whatever their case."""


@cache
def _holder() -> re.Pattern[str]:
    names = "|".join(re.escape(" ".join(words)) for words in sorted(offices(), key=_longest_first))
    return re.compile(
        rf"(?P<phrase>(?:\b[A-Z][\w.’'-]+ +)?\b(?i:{names})(?: +of +(?:the +)?[A-Z]\w+)?"
        rf" +{_RANK}{_NAME})"
    )


@cache
def _opening() -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(words[0]) for words in offices()}))
    return re.compile(rf"\b(?={names})")


def _holders(text: str, plain: str) -> Iterator[str]:
    """Yield who holds an office by the words of a text, from left to right; ``plain`` is in small.

    The pattern begins with an office or with the word before it, and is tried there alone.
    """
    if len(plain) != len(text):
        # A capital that is two letters when it is small: places do not agree.
        yield from (found.group("phrase") for found in _holder().finditer(text))
        return
    reached = 0
    for opening in _opening().finditer(plain):
        place = opening.start()
        for start in range(_word_before(text, place, reached), place + 1):
            reached = start + 1
            found = _holder().match(text, start)
            if found is not None:
                yield found.group("phrase")
                reached = found.end()
                break


def _word_before(text: str, place: int, least: int) -> int:
    """Return where the word begins that stands before a place, or around it; ``least`` at least."""
    if place < least:
        return least
    while place > least and text[place - 1] == " ":
        place -= 1
    while place > least and (text[place - 1].isalnum() or text[place - 1] in "_.’'-"):
        place -= 1
    return place


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return (-len(" ".join(words)), words)


@dataclass
class Directory:
    """Names in the case. ``named`` and ``held`` are by document id, ``speaks`` by name skeleton."""

    named: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    held: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    speaks: dict[tuple[str, ...], list[tuple[Source, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def full(self, document_id: str, short: str) -> Person | None:
        """Return the one full name in this document that the ``short`` one stands for."""
        named = self.named[document_id]
        names = {*called_by(short, (one.name for one in named))}
        return _only([one for one in named if one.name in names])

    def office_of(self, document_id: str, short: str) -> tuple[str, str | None] | None:
        """Return the office that this document gives to the surname ``short``."""
        for one in self.held[document_id]:
            if one.office is not None and skeletons(one.name) == skeletons(short):
                return one.office, one.iso
        return None

    def holder(
        self, office: str, iso: str | None, document_id: str | None = None, short: str = ""
    ) -> Person | None:
        """Return the one full name that holds an office, in one document or in the whole case."""
        if document_id is not None:
            found = [one for one in self.held.get(document_id, ()) if one.office == office]
        elif office not in self._holders:
            return None
        elif short:
            found = self._holders[office].like(short)
        else:
            found = self._holders[office].things
        return _only(
            [
                one
                for one in found
                if one.full
                and (iso is None or one.iso is None or one.iso == iso)
                and (not short or surname_of(short, one.name))
            ]
        )

    @cached_property
    def _holders(self) -> dict[str, ByName[Person]]:
        """Everybody to whom the case gives an office, each once."""
        found: dict[str, dict[Person, None]] = defaultdict(dict)
        for key in sorted(self.held):
            for one in self.held[key]:
                if one.office is not None:
                    found[one.office][one] = None
        return {office: ByName(people, _named) for office, people in found.items()}

    def states(self, source: Source) -> set[str]:
        """Return the states whose holders of an office the case names (none for a body)."""
        held = self._holders.get(source.key[0]) if source.sort == "office" else None
        return {one.iso for one in held.things if one.iso is not None} if held else set()

    def principal(self, named: Person) -> tuple[Source, str] | None:
        """Return the one body for which this person speaks, with the words that say so."""
        found = [
            (source, phrase)
            for person, source, phrase in self._speakers.like(named.name)
            if same_person(named.name, person.name)
        ]
        bodies = {entry[0].key for entry in found}
        states = {entry[0].iso for entry in found if entry[0].iso is not None}
        if len(bodies) != 1 or len(states) > 1:
            return None
        return min(found, key=lambda entry: (entry[0].iso is None, entry[1]))

    @cached_property
    def _speakers(self) -> ByName[tuple[Person, Source, str]]:
        entries = [entry for key in sorted(self.speaks) for entry in self.speaks[key]]
        return ByName(
            [
                (source.person, source, phrase)
                for source, phrase in entries
                if source.person is not None
            ],
            _speaker_name,
        )


def _named(one: Person) -> str:
    return one.name


def _speaker_name(entry: tuple[Person, Source, str]) -> str:
    return entry[0].name


def _only(found: list[Person]) -> Person | None:
    """Return the one person that all these names mean; None when there are none or several."""
    if not found:
        return None
    best = max(found, key=lambda one: (len(one.name), one.name))
    return best if all(same_person(best.name, one.name) for one in found) else None


def directory(documents: Iterable[Document], reports: Iterable[Report]) -> Directory:
    """Collect names, offices and speakers from titles, texts, hops and mentions."""
    book = Directory()
    for document in documents:
        text = " ".join((document.title or "", "\n", document.text))
        plain = text.lower() if text.isascii() else text.lower().translate(_SMALL)
        for phrase in _holders(text, plain):
            _enter(book, document.id, phrase)
        for pattern in (_SPEAKS, _SPEAKS_AFTER) if "spokes" in plain else ():
            for found in pattern.finditer(text):
                _speaker(book, document.id, found.group("phrase"))
    for report in reports:
        for mention in report.mentions:
            if mention.kind == "person":
                _enter(book, report.document_id, mention.value or mention.span.text)
        for chain in report.chains:
            for hop in chain.hops:
                _hop(book, report.document_id, hop)
    return book


def _hop(book: Directory, document_id: str, hop: Hop) -> None:
    source = read(hop)
    if source.person is None:
        return
    _enter(book, document_id, hop.who if not source.tied else source.person.name)
    if source.tied and source.person.full:
        book.speaks[skeletons(source.person.name)].append((source, hop.who))


def _enter(book: Directory, document_id: str, phrase: str) -> None:
    named = person(phrase)
    if named.full:
        book.named[document_id].append(named)
    if named.office is not None:
        book.held[document_id].append(named)


def _speaker(book: Directory, document_id: str, phrase: str) -> None:
    """Enter a speaker met in the running text, when the words in front name a plain body."""
    spoken = voice(phrase)
    parts = phrase.split()
    while spoken is not None and _has_more(spoken[0], parts):
        parts = parts[1:]
        spoken = voice(" ".join(parts))
    if spoken is None or not _plain(spoken[0], parts):
        return
    named = person(spoken[1])
    if named.full:
        principal = Source(spoken[0].sort, spoken[0].key, spoken[0].iso, named, spoken[0].key)
        book.named[document_id].append(named)
        book.speaks[skeletons(named.name)].append((principal, " ".join(parts)))


def _has_more(principal: Source, parts: list[str]) -> bool:
    """Tell whether a word stands before a speaker's body that is no part of it."""
    return leads_in(parts[0]) or (not _plain(principal, parts) and len(parts) > 3)


def _plain(principal: Source, parts: list[str]) -> bool:
    """Tell whether a speaker's body is short enough to be one: at most two words and a state."""
    return (
        principal.sort in ("body", "state")
        and len(principal.key) <= 2
        and any(plain_body(part.strip(",.’'s")) for part in parts)
    )
