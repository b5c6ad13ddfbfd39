"""Who is described where the law takes hold of him, and named in what follows.

"Police arrested a part-time cook over the poisoning. Mara Lind has denied it": what is told of the
cook is told of Mara Lind. A name is joined to a description only where words say so ("identified
him as X", "the suspect, X,"), or where the next sentence opens with a new name and tells of it what
fits nobody but a suspect. Where the victim might as well be meant it is nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.extract.lexicon import words as listed
from whence.extract.parties import Census
from whence.extract.prose import Prose
from whence.extract.suspicion.deed.held_for import for_the_deed, told_near
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.speaking.accuser import is_authority
from whence.extract.suspicion.unnamed.described import (
    MANY,
    Taken,
    after,
    described,
    did_it,
    head,
    is_somebody,
    nobody_else,
    patterns,
    table,
)
from whence.extract.suspicion.wording.drafting import Draft
from whence.extract.suspicion.wording.grammar import Frame
from whence.extract.suspicion.wording.matching import Found, match
from whence.extract.suspicion.wording.rendering import Rendered

_NEW = frozenset(("a", "an", "another"))
_FIRST = 4
"""Most words of a sentence before the name of whom it tells."""
_ORDER = frozenset(("elder", "older", "younger", "other", "first", "second", "third", "latter"))
_REACH = 3
"""Sentences behind a description in which the name may be told outright."""
_ASIDE = 80
"""Characters behind a name in which an aside may tell that it is somebody else's."""
_FIRM = 3
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "they", "them", "their", "it"))
_OF_COURTS = ("convict", "clear")
_TITLES = frozenset(("the", "mr", "mrs", "ms", "dr"))
_OPENS = re.compile(r" (?:[a-z.]+ ){0,4}?⟦\d+⟧ ")
_HEADLINES = frozenset(("title", "heading"))


class DescribedFirst:
    """The described of one document, and the names that its sentences give them."""

    def __init__(self, prose: Prose, census: Census, resolver: Resolver) -> None:
        """Know nobody yet: sentences are given in order."""
        self._prose = prose
        self._census = census
        self._resolver = resolver
        self._before: Rendered | None = None
        self._taken: list[Taken] = []
        self._named: list[tuple[Taken, Named]] = []

    def drafts(self, line: Rendered) -> list[Draft]:
        """Return what a sentence, by naming somebody described, tells of whom it names."""
        self._taken += described(self._prose, line)
        found = [
            one for told in match(line, patterns("namings")) for one in self._outright(told, line)
        ]
        if not found:
            for told in match(line, patterns("answers")):
                found += self._answering(told, line)
        for told in match(line, patterns("pronouns")):
            found += self._of_him(told, line)
        self._before = line
        return found

    def renamed(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts in which those described have the names that were told later."""
        known = {one.key for one in drafts}
        made: list[Draft] = []
        for one in drafts:
            name = self._name_of(one)
            if name is None:
                made.append(one)
                continue
            again = replace(
                one, subject=name.name, kind=name.kind,
                subject_start=name.start, subject_end=name.end,
            )  # fmt: skip
            if again.key not in known:
                known.add(again.key)
                made.append(again)
        return made

    def _name_of(self, one: Draft) -> Named | None:
        """Return the name that somebody described in a draft was given, if he was alone."""
        if one.kind == "person" and one.subject[:1].isupper():
            return None
        names = [
            name
            for taken, name in self._named
            if taken.sentence == one.sentence
            and one.subject_start < taken.who[1]
            and taken.who[0] < one.subject_end
        ]
        return names[0] if len({name.name for name in names}) == 1 else None

    def _outright(self, told: Found, line: Rendered) -> Iterator[Draft]:
        """Yield the drafts of a name that words give to somebody described."""
        words = told.words.split()
        if not words or not _may_be_him(told.words) or not _is_of_him(told, line):
            return
        people = self._people(told, line, many=not MANY.isdisjoint(words))
        taken = self._whom(words, line.index)
        suspect = head(told.words) in table().suspects or not table().held.isdisjoint(words)
        suspect = suspect or did_it().search(told.text) is not None
        if not people or not (taken or (suspect and told_near(self._prose, line.index))):
            return
        yield from self._upon(taken, people)
        self._own_words(told, line, people)
        if all(one.frame is None or one.sentence != line.index for one in taken):
            yield from self._by_name(told, line, people)

    def _own_words(self, told: Found, line: Rendered, people: Sequence[Named]) -> None:
        """Note that the noun in the words that name somebody is he: "the driver is X"."""
        at = line.line.find(told.words, told.start)
        who = line.range(at, at + len(told.words))
        for person in people:
            itself = Taken(line.index, None, True, told.words, who, *who, alone=True)
            self._named.append((itself, person))

    def _whom(self, words: list[str], index: int) -> list[Taken]:
        """Return whom a noun or a pronoun takes up among those described just before."""
        near = [one for one in self._taken if index - _REACH <= one.sentence <= index]
        acts = [one for one in near if one.frame is not None]
        near = acts or [one for one in near if one.sentence < index]
        if words[0] in _NEW:  # "a ninth defendant" is none of those told of before
            near = [one for one in near if one.sentence == index]
        last = max((one.sentence for one in near), default=0)
        near = [one for one in near if one.sentence == last]
        noun = head(" ".join(words))
        own = noun not in table().grown
        if len({one.who for one in near}) > 1:
            return [one for one in near if one.noun == noun and own]
        if near and (noun in table().suspects or (noun == near[0].noun and own)):
            return near
        plain = noun in _PRONOUNS or words[-1] in _PRONOUNS or not own
        plain = plain or words[0] == "one" or noun in _ORDER
        return near if near and plain and near[0].alone and index - last <= 1 else []

    def _answering(self, told: Found, line: Rendered) -> Iterator[Draft]:
        """Yield the drafts of a name that opens the sentence behind a description."""
        near = [one for one in self._taken if one.sentence == line.index - 1 and one.frame]
        if not near or len({one.who for one in near}) > 1:
            return
        opens = line.line[: told.start].strip(" \"'“”‘’")
        if told.pattern.slot == "subject" and not _is_title(opens):
            return
        weak = told.pattern.name != "answered_for_it"
        if weak and not (near[0].alone and near[0].frame in _OF_COURTS):
            return
        beside = after(told, line)[:_ASIDE].replace(",", " ").split()
        if not table().others.isdisjoint(beside):
            return
        people = self._people(told, line, many=near[0].many)
        if all(self._is_new(one) for one in people):
            yield from self._upon(near, people)

    def _of_him(self, told: Found, line: Rendered) -> Iterator[Draft]:
        """Yield what the law does to "him", where one person alone is told of before."""
        begins, ends = line.range(told.start, told.end)
        him = self._resolver.person_before(begins, line.index)
        if len(him) != 1:
            return
        before, index = line.line[: told.start], line.index
        if him[0].start < self._prose.sentences[index].start:
            if self._before is None or self._before.index != index - 1:
                return
            before, index = self._before.line, index - 1
        if not nobody_else(before) or not self._opens(before, index, him[0]):
            return
        if any(one.sentence == index for one in self._taken):
            return
        told_of = line.line[: told.start], after(told, line)
        if not for_the_deed(self._prose, line.index, *told_of):
            return
        yield Draft(
            line.index, told.pattern.frame, "carried_out", him[0].name, him[0].kind,
            him[0].start, him[0].end, begins, ends, told.commitment.polarity, _FIRM,
        )  # fmt: skip

    def _opens(self, before: str, index: int, him: Named) -> bool:
        """Tell whether a sentence opens with a person: whom it goes on to tell of is he."""
        start = self._prose.sentences[index].start
        words = self._prose.text[start : him.start].split()
        return _OPENS.match(before) is not None and len(words) <= _FIRST

    def _people(self, told: Found, line: Rendered, *, many: bool) -> list[Named]:
        """Return the persons that a sentence names; one where one is described."""
        members = line.groups[told.group] if told.group is not None else ()
        named = [self._resolver.resolve(party, line.index) for party in members]
        people = [one for one in named if one is not None and one.kind == "person"]
        if len(people) != len(members) or (len(people) > 1 and not many):
            return []
        return people

    def _is_new(self, named: Named) -> bool:
        """Tell whether a name stands here for the first time, but for the headline."""
        return not any(
            party.end <= named.start and self._census.canonical(party) == named.name
            for row in self._census.phrases
            for party in row
            if self._prose.block_kind(party.start) not in _HEADLINES
        )

    def _upon(self, taken: Sequence[Taken], people: Sequence[Named]) -> Iterator[Draft]:
        """Yield what was done to the described, as done to whom a name tells him to be."""
        for one in taken:
            for person in people:
                self._named.append((one, person))
                if one.frame is not None:
                    yield Draft(
                        one.sentence, one.frame, "carried_out", person.name, person.kind,
                        person.start, person.end, one.start, one.end, one.polarity, _FIRM,
                    )  # fmt: skip

    def _by_name(self, told: Found, line: Rendered, people: Sequence[Named]) -> Iterator[Draft]:
        """Yield that somebody is named as the suspect: by an authority, or by who else does it."""
        by = told.text.partition(" by ")[2] or line.line[: told.start].rpartition(" , ")[2]
        frame: Frame = "charge" if not by.strip() or _is_official(by, line) else "accuse"
        frame = next((one for one, said in _SAID_OF_HIM if said.search(told.text)), frame)
        start, end = line.range(told.start, told.end)
        for person in people:
            yield Draft(
                line.index, frame, "carried_out", person.name, person.kind,
                person.start, person.end, start, end, True, _FIRM,
            )  # fmt: skip


_SAID_OF_HIM: tuple[tuple[Frame, re.Pattern[str]], ...] = (
    ("convict", re.compile(r"\b(?:convicted|found guilty|sentenced|jailed)\b")),
    ("admit", re.compile(r"\b(?:confess(?:ed|es)|admit(?:ted|s)|pleaded guilty|pled guilty)\b")),
)
"""What more a description tells of whom it names: "the man who confessed to it is X"."""


def _may_be_him(words: str) -> bool:
    """Tell whether a pronoun or a noun may be of somebody described: "the younger", "him"."""
    if (
        head(words) in _PRONOUNS | _ORDER
        or words.split(maxsplit=1)[0] == "one"
        or words.rsplit(maxsplit=1)[-1] in _PRONOUNS
    ):
        return table().others.isdisjoint(words.split())
    return is_somebody(words)


def _is_title(words: str) -> bool:
    """Tell whether words before a name only are its title: "Corporal"."""
    known = _TITLES | listed("ranks")
    return all(one.rstrip(".") in known for one in words.split())


def _is_official(words: str, line: Rendered) -> bool:
    """Tell whether words for who names a suspect are an authority's; signs stand for names."""
    names = (
        " ".join(party.name for party in group)
        for number, group in enumerate(line.groups)
        if f"⟦{number}⟧" in words
    )
    return is_authority(f"{words} {' '.join(names)}")


_BY_KIN = re.compile(r"\b(?:famil(?:y|ies)|friends?|relatives?|loved ones|coroner\S*|examiner\S*) ")
_AGE = re.compile(r"(?:(?:the|an?) )?\d+-year-old $")


_BY_ANOTHER = re.compile(
    r" (?!(?:police|detectives|officers|agents|troops|soldiers|guards|forces|people) )[a-z-]+ who "
    r"(?:(?:had|has|first|later|also|then) )*[a-z]+(?:ed|ght|ew|ot|aw|et) (?:dead |down )?$"
)
"""Before the words for a suspect: somebody told of by what he did to him."""


def _is_of_him(told: Found, line: Rendered) -> bool:
    """Tell whether words that give a name give it to the described, and not to somebody beside him.

    "The suspect, Ugo Marsh," and "a man named as Ugo Marsh" do; "the grandparents of Ugo Marsh" and
    "a man is held as police ask what befell Ugo Marsh" do not, nor does whom his family names
    where the sentence has victims: "friends identified them as". In "the officer who arrested the
    bomber, Ugo Marsh," he may be either.
    """
    if told.pattern.name == "the_suspect_named":
        if _BY_ANOTHER.search(line.line[: told.start]):
            return False
        head_ = _AGE.sub("", told.text.rpartition("⟦")[0])
        return head_.rstrip().endswith((",", " as", told.words.strip()))
    if told.pattern.name != "named_him_as":
        return True
    before = line.line[: told.start].casefold()
    return _BY_KIN.search(before) is None and table().others.isdisjoint(before.split())
