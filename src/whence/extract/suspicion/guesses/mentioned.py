"""Which party the words are that a reader takes for a suspect: a name, or a description.

The words are a party's where its name, with what only says what bears it, is most of them. A rival,
a victim or an owner among them ("a rival of X") makes them somebody else's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.parties import Census, Party
from whence.extract.parties.phrases import THEIR
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose, Token
from whence.extract.suspicion.guesses.at_work import behind_senders, owns_the_deed, state_with_means
from whence.extract.suspicion.naming.bands import has_band, is_body, without_kind
from whence.extract.suspicion.naming.naming_words import (
    QUOTES,
    bears_a_name,
    describes_nobody,
    says_more_of_another,
    without,
    without_people,
)
from whence.model.reading import Suspected
from whence.model.span import Span

_NAME = 2
"""Fewest capitalised words of a name that nothing else tells of."""
_QUALITIES = 2
"""Most words between a name and the kind of body it is: "the Reed extortion gang"."""
_OTHER_NAME = re.compile(
    r"(?<=\w)\W*?(?:\(|,? (?:alias|a\.?k\.?a\.?|also known as|nicknamed)\b)", re.IGNORECASE
)
_WHERE = re.compile(
    r" (?:at|in|near|from|based in) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"| (?:aboard|abroad|from abroad|on board|in|on|with|at|from|near) (?:(?:the|an?|its|their) )?"
    r"(?:[a-z-]+ ){0,3}[a-z-]+"
)
_HOME = re.compile(r"(?<=\w) of (?:[A-Z][\w’'.-]+ ?){1,3}\Z")
"""What stands behind a person's name and tells where the home is: "Ana Ruiz of Port Hale"."""
_AGE = 12
"""Characters before a name in which its age ends."""
_AGED = re.compile(r"-year-old\s+")
_PLACE = re.compile(r"\b(?:from|in|at|near) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,\s*\Z")
"""What stands before the state of a place: "a man from Farley, Norra"."""
_CAPITAL = re.compile(r"(?:\w+-)?[^\W\d_a-z]|\d+(?:st|nd|rd|th)?$")
"""How a word of a name begins: "Jama'at an-Nizam", "18th Brigade"."""
_COMMA = re.compile(r",\s*")
_DESCRIBING = 8
"""Most words of a description."""
_PART = 0.6
"""How much of a mention the party's name must fill: "a rival of X" names somebody else."""
_PARTING = frozenset(",;:—–()[]")


_DOUBTING = frozenset(("suspected", "alleged", "presumed", "reputed", "purported"))
_CELLS = frozenset(("hackers", "cell", "cells", "squad", "squads"))
_FURTHER = frozenset(("more", "further", "additional"))
_ANYBODY = frozenset(("men", "people", "boys", "youths"))
"""Words for people who need not belong together."""
_POINTING = frozenset(("this", "that", "these", "those"))


class Named(NamedTuple):
    """The party that a mention names, where the words for it begin, and whether more follows.

    ``more`` is true where small words stand behind the name: "the X extortion gang".
    """

    party: Party | None
    start: int
    more: bool = False


class Mentions:
    """The mentions of one document, held against the parties that it names."""

    def __init__(self, prose: Prose, census: Census) -> None:
        self._prose = prose
        self._census = census

    def apart(self, one: Suspected) -> Iterator[Suspected]:
        """Yield a suspicion of two who are named beside each other for each: "X and Y"."""
        first, joined, second = one.span.text.partition(" and ")
        index = self._prose.sentence_at(one.span.start)
        start = one.span.start
        parts = [(start, start + len(first)), (one.span.end - len(second), one.span.end)]
        if joined and all(
            any(part == (party.start, party.end) for party in self._census.phrases[index])
            for part in parts
        ):
            for part in parts:
                yield replace(one, span=self._prose.span(*part))
        else:
            yield one

    def party(self, index: int, mention: Span, *, whose: bool = True) -> Named:
        """Return the party that a mention names, if there is one.

        "A diver, Ana Ruiz" and "the Reed League, a movement of the south" are who is named there;
        "a platoon of the Reed League" is the league, if it may be told by ``whose`` people it is:
        that one of them was cleared clears nobody else.
        """
        start, end = mention.start, mention.end
        if self._is_of_others(index, start):
            return Named(None, start)
        if other := _OTHER_NAME.search(mention.text):
            end = start + other.start()
        elif home := self._home(index, mention):
            end = start + home
        full = self._whole(index, start, end)
        if full is not None:
            if not full.name[:1].isupper() and self._named_behind(index, end):
                return Named(None, start)
            return Named(full, start, self._prose.text[full.end : end].strip()[:1].islower())
        if "," in mention.text:
            edges = [start, *(start + at.end() for at in _COMMA.finditer(mention.text)), end]
            parts = [(left, right) for left, right in pairwise(edges) if left < right]
            found = [
                (self._party(index, *part), part[0])
                for part in parts
                if not _PLACE.search(self._prose.text, start, part[0])
            ]
            names = [(who, at) for who, at in found if who and who.name[:1].isupper()]
            if len(names) == 1:
                return Named(*names[0])
            end = edges[1] - 1  # "fighters of the Reed League, a militia of the south"
        behind = self._whose(index, start, end) if whose else 0
        owner = self._whole(index, behind, end) if behind else None
        if owner is None and whose:
            owner = state_with_means(self._census, index, self._tokens(index, start, end))
        return Named(owner if owner and owner.kind != "person" else None, start)

    def _home(self, index: int, mention: Span) -> int:
        """Return where the home begins behind the name of a person in a mention, 0 without one.

        The reader knows the name for a person's, or an age stands before it.
        """
        home = _HOME.search(mention.text)
        if home is None:
            return 0
        name = mention.start + home.start()
        known = any(
            party.kind == "person" and party.start >= mention.start and party.end == name
            for party in self._census.phrases[index]
        )
        before = self._prose.text[max(0, mention.start - _AGE) : name]
        return home.start() if known or _AGED.search(before) else 0

    def _whole(self, index: int, start: int, end: int) -> Party | None:
        return self._party(index, start, end) or self._named(index, start, end)

    def _whose(self, index: int, start: int, end: int) -> int:
        """Return where a name starts behind those who make it up: "a platoon of the X"; else 0."""
        tokens = self._tokens(index, start, end)
        sent = behind_senders(tokens)
        if sent:
            return sent[0].start if sent[0].text[:1].isupper() else 0
        at = next((n for n, one in enumerate(tokens) if one.lower in ("of", "from")), 0)
        own = lexicon()["part_of"] | lexicon()["criminals"] | lexicon()["units"]
        own = own | lexicon()["people_of"]
        if tokens[0].lower in THEIR:
            own = own | lexicon()["foes"]  # "its enemies of the Reed Front"
        if not at or tokens[at - 1].lower not in own:
            return 0
        if any(one.lower in lexicon()["no_longer"] for one in tokens[:at]):
            return 0
        behind = without(closed("determiners"), tokens[at + 1 :])
        people = tokens[at - 1].lower in lexicon()["people_of"]  # "men of Oren" are not he
        single = len(behind) == 1 and not people
        band = len(behind) != len(tokens) - at - 1 or single or has_band(behind)
        band = band or self._has_members(index, tokens[at - 1], behind)
        return behind[0].start if band and behind and behind[0].text[:1].isupper() else 0

    def _has_members(self, index: int, noun: Token, name: Sequence[Token]) -> bool:
        """Tell whether a name is one that "members of" tells to be a body's, and no person's."""
        if noun.lower not in lexicon()["part_of"] | _CELLS or not name:
            return False
        return any(
            party.kind == "group" and (party.start, party.end) == (name[0].start, name[-1].end)
            for party in self._census.phrases[index]
        )

    def _is_of_others(self, index: int, start: int) -> bool:
        """Tell whether a sentence opens with people around somebody: "Elders of the X clan"."""
        first, *others = self._prose.sentences[index].tokens[:2]
        lists = lexicon()
        known = lists["part_of"] | lists["criminals"] | lists["fraternal"]
        around = is_people(first.lower) and first.lower not in known
        return start == first.start and around and [one.lower for one in others] == ["of"]

    def _party(self, index: int, start: int, end: int) -> Party | None:
        """Return the party that a mention is, but for determiners and titles before the name."""
        inside = [
            party
            for party in self._census.phrases[index]
            if start <= party.start
            and party.end <= end + len("’s")
            and not (party.negative or party.adjective or party.anaphor)
            and (not party.owner or owns_the_deed(self._census, index, party.end))
        ]
        # "the tribal alliance X": what a name stands behind says what bears it.
        named = (party for party in inside if party.kind != "class" or len(inside) == 1)
        whole = max(named, key=lambda party: party.end - party.start, default=None)
        if whole is None or not self._ends(index, whole, end):
            return None
        words = without(closed("determiners"), self._tokens(index, start, end))
        bare = bool(words) and words[0].start >= whole.start  # "the army" is the army
        first = whole.start if bare else start
        mostly = whole.end - whole.start >= _PART * (end - first)
        return whole if mostly or self._apposed(index, start, whole) else None

    def _tokens(self, index: int, start: int, end: int) -> list[Token]:
        """Return the tokens of a sentence that begin within [start, end)."""
        return [one for one in self._prose.sentences[index].tokens if start <= one.start < end]

    def _ends(self, index: int, party: Party, end: int) -> bool:
        """Tell whether nothing but what kind of body it is, or where, stands behind a party."""
        if self._extent(index, party) >= end - len("’s"):
            return True
        behind = self._prose.text[party.end : end]
        if party.name[:1].isupper() and _WHERE.fullmatch(behind):
            return True
        *qualities, noun = behind.split() or [""]
        if party.last and self._vague(index, party):
            return False
        if noun in _ANYBODY and not party.known:
            return False  # "two Port Hale men": a town's, as far as anything tells
        bands = lexicon()["labels"] | (lexicon()["heads"] - lexicon()["body_heads"])
        bands = bands | lexicon()["people_of"]
        return noun in bands and len(qualities) <= _QUALITIES and all(map(str.islower, qualities))

    def _extent(self, index: int, party: Party) -> int:
        """Return where the phrase of a party ends: "the Reed Front militia" is the Reed Front.

        "A Tolvik rebel group" is a group of Tolvik, whatever it is called.
        """
        if not party.last or self._vague(index, party):
            return party.end
        return max(party.end, self._census.words[index][party.last - 1].end)

    def _vague(self, index: int, party: Party) -> bool:
        """Tell whether a name may be a place's or a people's: "a Tolvik rebel group"."""
        vague = " " not in party.name and not party.name.isupper()
        return vague and self._census.words[index][party.first].lower in ("a", "an")

    def _apposed(self, index: int, start: int, party: Party) -> bool:
        """Tell whether the words before a name only say what bears it: "the crime ring X".

        A state may own it: "Chile's rebel X".
        """
        if not party.name[:1].isupper():
            return False
        owner = max(
            (
                one.end
                for one in self._census.phrases[index]
                if one.owner and one.kind == "state" and start == one.start < party.start
            ),
            default=start,
        )
        return bears_a_name(self._prose.text[owner : party.start])

    def _named(self, index: int, start: int, end: int) -> Party | None:
        """Return a mention as a group's name where every word of it is written as one.

        "the Vanguard of the Wadi": capitals but for what joins them, in a text that has small
        letters, and nothing in it that is known as somebody or something else.
        """
        sentence = self._prose.sentences[index]
        if self._prose.text[sentence.start : sentence.end].isupper():
            return None
        tokens = [
            one
            for one in sentence.tokens
            if start <= one.start and one.end <= end and one.text not in QUOTES
        ]
        named = next((n for n, one in enumerate(tokens) if one.text[:1].isupper()), 0)
        if named and bears_a_name(self._prose.text[start : tokens[named].start]):
            tokens = tokens[named:]
        tokens = without(closed("determiners"), tokens)
        if tokens and tokens[0].start in (sentence.tokens[0].start, sentence.body):
            tokens = without_people(tokens)
        the = self._prose.text[start:end].casefold().startswith("the ")
        tokens, kind = without_kind(tokens)
        joining = lexicon()["particles"] | closed("determiners")
        capitals = [one for one in tokens if _CAPITAL.match(one.text) and one.lower not in joining]
        others = [one for one in tokens if one not in capitals and one.lower not in joining]
        enough = len(capitals) >= _NAME or (bool(capitals) and kind is not None and the)
        if not enough or others or tokens[0] not in capitals:
            return None
        first, last = tokens[0].start, (kind or tokens[-1]).end
        joined = tokens[0].text[:1].isdigit() or any(one not in capitals for one in tokens)
        if any(
            self._is_another(party, first, last, joined or kind is not None)
            for party in self._census.phrases[index]
            if party.start < end and start < party.end
        ):
            return None
        name = " ".join(self._prose.text[first:last].split())
        return Party(0, 0, first, last, name, "group", known=False)

    def _is_another(self, party: Party, first: int, last: int, joined: bool) -> bool:
        """Tell whether a party among the words of a name is who is meant, and not a part of it.

        ``joined`` tells that more than capitals make the name up: "the Army of the Lamp" is more
        than an army, and so is "the New People's Army", and "the Tide Brigades Norra" are no state.
        """
        if party.kind == "group":
            return False
        if joined or (party.kind == "state" and first < party.start and party.end == last):
            return party.start <= first and last <= party.end
        before = self._prose.text[first : party.start].split()
        return party.kind != "body" or len(before) < _NAME or party.end != last

    def _named_behind(self, index: int, end: int) -> bool:
        """Tell whether the name follows between commas: "a new militia, the Reed League, said"."""
        behind = [one for one in self._prose.sentences[index].tokens if one.start >= end]
        if not behind or behind[0].text != ",":
            return False
        name = next(iter(without(closed("determiners"), behind[1:])), None)
        return name is not None and any(
            name.start == party.start
            and party.name[:1].isupper()
            and self._prose.text[party.end : party.end + 2].lstrip()[:1] == ","
            for party in self._census.phrases[index]
        )

    def described(self, index: int, mention: Span) -> Party | None:
        """Return a mention as a party that is described and not named.

        Its head, the word before the first preposition, means people or a body, in small letters
        ("two men of the Reed League"). A name behind the noun ("the trader Ana Ruiz"), "the group"
        and "any group" are none of these; in capitals an article shows it.
        """
        start, end = mention.start, mention.end
        sentence = self._prose.sentences[index]
        tokens = [one for one in sentence.tokens if start <= one.start and one.end <= end]
        told = [one for one in sentence.tokens if one.end <= start]
        if any(one.lower in lexicon()["negatives"] for one in (*told[-1:], *tokens)):
            return None
        pointing = bool(tokens) and tokens[0].lower in _POINTING  # "that gang" was named before
        if pointing or says_more_of_another(told) or self._named_behind(index, end):
            return None
        tokens = without(closed("determiners"), tokens)
        at = next((n for n, one in enumerate(tokens) if one.lower in closed("prepositions")), None)
        before = tokens[:at]
        if any(one.lower in lexicon()["doers"] for one in tokens[len(before) :]):
            return None  # "a relative of the gunman" is somebody near him
        marks = any(token.text in _PARTING for token in tokens)
        if not before or marks or len(tokens) > _DESCRIBING:
            return None
        head = before[-1].text
        if head.casefold() in lexicon()["culprits"] or describes_nobody(
            [one.lower for one in tokens]
        ):
            return None  # "three men" are described by nothing, "smugglers" by what they do
        loud = self._prose.text[sentence.start : sentence.end].isupper()
        if loud:
            article = next((each.lower for each in sentence.tokens if each.start == start), "")
            if article not in ("a", "an") or not is_people(head.casefold()):
                return None  # "A GUARD OF THE MINE", and not "ANA BAKER"
        elif not head.islower() or not (is_people(head) or is_body(head)):
            return None
        overlapping = [
            one for one in self._census.phrases[index] if one.start < end and start < one.end
        ]
        if any(one.anaphor or one.negative for one in overlapping):
            return None
        tokens = without(_DOUBTING | _FURTHER, tokens)
        name = " ".join(self._prose.text[tokens[0].start : tokens[-1].end].split())
        return Party(0, 0, tokens[0].start, tokens[-1].end, name, "group")
