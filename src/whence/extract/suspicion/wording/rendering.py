"""A sentence as one line of lower-case words in which every candidate party is one sign."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.parties import Census, Party
from whence.extract.parties.words import Word, lexicon
from whence.extract.suspicion.naming.beside import borne_beside, past_aside
from whence.extract.suspicion.naming.target import Target
from whence.extract.suspicion.wording.grammar import TARGET, clause_starts
from whence.names.countries import demonym, state, state_name

_POSSESSIVES = frozenset(("its", "his", "her", "their", "our"))
_JOINTS = frozenset(("and", "or", "&", ","))
_LONG_JOINTS = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("and", "/", "or"))


@dataclass(frozen=True)
class Rendered:
    """A rendered sentence: ``line`` starts and ends with a space.

    ``groups[n]`` are the parties behind the sign ``⟦n⟧`` (several where they are coordinated) or
    the state behind the adjective ``⟨n⟩``; ``places`` maps each item of the line to its offset
    there and its range in the document.
    """

    index: int
    line: str
    groups: tuple[tuple[Party, ...], ...]
    places: tuple[tuple[int, int, int], ...]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the document's range behind [start, end) of the line."""
        starts = [place[0] for place in self.places]
        while start < end and self.line[start] == " ":
            start += 1
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        return self.places[first][1], self.places[last][2]


def render(index: int, census: Census, target: Target) -> Rendered:
    """Render one sentence. Phrases that cannot be a party stay plain words."""
    words, phrases = census.words[index], census.phrases[index]
    by_first = {party.first: party for party in phrases if _usable(party, census, index)}
    items: list[tuple[str, int, int]] = []
    groups: list[tuple[Party, ...]] = []
    position = census.heads[index]
    explained = _explained(words, by_first)
    borne = _borne(words, by_first)
    closing: set[int] = set()
    while position < len(words):
        if position in explained:  # "blamed the militia leader, X, for it" blames X
            position = explained[position]
            closing.add(_coordinated(words, by_first, by_first[position])[-1].last)
        elif position in closing and words[position].lower == ",":
            position += 1
            continue
        position = borne.get(position, position)
        party = by_first.get(position)
        if party is None:
            bound = _bound_state(words[position], position)
            if bound is None:
                items.append(_plain(words[position], target))
            else:
                rest = words[position].lower.partition("-")[2]
                items.append((f"⟨{len(groups)}⟩-{rest}", bound.start, words[position].end))
                groups.append((bound,))
            position += 1
        elif party.kind in ("person", "group") and target.is_named_by(party.name):
            items.append((TARGET, words[party.first].start, words[party.last - 1].end))
            position = party.last
        else:
            members = _coordinated(words, by_first, party)
            sign = f"⟨{len(groups)}⟩" if party.adjective else f"⟦{len(groups)}⟧"
            start, position = words[position].start, _past_gloss(words, by_first, members[-1])
            items.append((sign, start, words[position - 1].end))
            groups.append(members)
    return _assemble(index, items, groups)


def _explained(words: tuple[Word, ...], by_first: dict[int, Party]) -> dict[int, int]:
    """Return where names stand behind the noun for them, by where that noun's phrase begins.

    The phrase is an object ("arrested a docker, X, on"): where it begins a clause the name is found
    beside its subject (``matching``). "The wife of the leader, X," may mean either.
    """
    found: dict[int, int] = {}
    for party in by_first.values():
        noun = party.first - 2
        if noun < 1 or party.adjective or party.kind not in ("person", "group", "body"):
            continue
        if not words[party.first].capital_letter or words[party.first - 1].lower != ",":
            continue
        last = _coordinated(words, by_first, party)[-1].last
        if last >= len(words) or words[last].lower not in (",", "."):
            continue
        start = _phrase_start(words, noun) if _is_somebody(words[noun].lower) else 0
        if start and words[start - 1].lower not in _EITHER | clause_starts():
            found[start] = party.first
    return found


def _borne(words: tuple[Word, ...], by_first: dict[int, Party]) -> dict[int, int]:
    """Return where a person's name stands behind what he is, by where the words for that begin.

    "Blamed the Reed Front leader X for it" blames X. Where the words begin a clause they are left
    to ``matching``, and "the bomber X" is no office; "his lawyer X" is of somebody else, and what
    a spokesman owns up to is his group's.
    """
    offices = lexicon()["roles"] - lexicon()["culprits"] - lexicon()["accusing"]
    groups = {one.last: one.first for one in by_first.values() if one.kind == "group"}
    found: dict[int, int] = {}
    for party in by_first.values():
        start = party.first
        while start and party.kind == "person" and words[start - 1].lower in offices:
            start -= 1
        noun = start == party.first and start > 1 and words[start - 1].tag == "other"
        if noun and party.kind == "person" and is_people(words[start - 1].lower):
            start -= words[start - 2].lower in _ARTICLES  # "the banker X"
        if start == party.first or words[party.first - 1].lower.startswith("spokes"):
            continue
        group = groups.get(start, 0)
        if group and words[group - 1].lower not in ("by", "from"):
            start = group
        while start and _qualifies(words[start - 1]):
            start -= 1
        if start and words[start - 1].lower in _ARTICLES:
            start -= 1
        before = words[start - 1] if start else None
        if before is None or before.tag != "other" or before.possessive:
            continue  # "X spokesman Y" is of X
        if before.lower not in closed("determiners") | clause_starts():
            found[start] = party.first
    return found


def _qualifies(word: Word) -> bool:
    return word.tag in ("modifier", "demonym", "head") or word.lower in lexicon()["qualifying"]


_ARTICLES = frozenset(("the", "a", "an"))


def _phrase_start(words: tuple[Word, ...], noun: int) -> int:
    """Return where the phrase of a noun begins with its article, 0 where none is near."""
    for at in range(noun - 1, max(0, noun - _LONGEST_PHRASE), -1):
        lower = words[at].lower
        if lower in closed("determiners") | _COUNTED:
            return at
        if lower in closed("prepositions") or not lower[:1].isalnum():
            return 0
    return 0


def _is_somebody(noun: str) -> bool:
    return is_people(noun) or noun in lexicon()["roles"] or noun in lexicon()["labels"]


_COUNTED = frozenset(("two", "three", "four", "five"))
_LONGEST_PHRASE = 6
_EITHER = frozenset(("of", "for", "with", "to", "from", "and", "or", ",", "than", "as", "like"))
"""Words before such a phrase by which the name may explain what stands before them."""


def _plain(word: Word, target: Target) -> tuple[str, int, int]:
    lower = " ".join(word.lower.split())
    named = word.capital_letter and word.tag != "other" and target.is_named_by(word.text)
    return (TARGET if named else lower, word.start, word.end)


def _bound_state(word: Word, position: int) -> Party | None:
    """Return the state in "Iranian-backed", where no noun follows that makes a party of both."""
    first, joint, rest = word.text.partition("-")
    if not joint or rest.casefold() not in lexicon()["bound_suffixes"]:
        return None
    iso = state(first) or demonym(first)
    if iso is None:
        return None
    end = word.start + len(first)
    return Party(position, position + 1, word.start, end, state_name(iso), "state", adjective=True)


def _usable(party: Party, census: Census, index: int) -> bool:
    if party.negative or (party.owner and not _is_heard(census.words[index], party.last)):
        return False
    if party.anaphor and not party.name:  # "its fighters" are whose they are; "other groups" not
        return census.words[index][party.first].lower not in _POSSESSIVES
    if party.known:
        return True
    words = census.words[index]
    opens = party.first in (0, census.heads[index])
    alone = party.last - party.first == 1 and opens
    if not alone or census.occurs_inside(party.name) or words[party.first].text.isupper():
        return True
    if _JOINED_NAME.search(party.name):
        return True
    spoken = [one.lower for one in words[party.first + 1 : party.first + _NEXT]]
    return _owns_up(spoken) and not is_people(party.name.casefold())


def _is_heard(words: tuple[Word, ...], end: int) -> bool:
    """Tell whether an owner is spoken of himself: "X's chief spokesman", "X's acquittal".

    So he is where what is his was at work: "X's involvement", "from X's camp".
    """
    owned = [word.lower for word in words[end : end + 2]]
    settled = not (_SETTLED | lexicon()["at_work"]).isdisjoint(owned[:1])
    return settled or any(word.startswith("spokes") or word in _ENVOYS for word in owned)


_SETTLED = frozenset(("conviction", "convictions", "acquittal", "alibi", "innocence"))
"""What somebody has who is found to have done it or not to have."""
_ENVOYS = frozenset(("ambassador", "envoy", "embassy", "mission", "delegation"))


_JOINED_NAME = re.compile(r"-[A-Z]")
"""What only a name has: "Al-Shabaab"."""
_NEXT = 9
"""Words of a sentence in which its first one is seen to own up or to deny."""


def _owns_up(after: list[str]) -> bool:
    """Tell whether the words behind the first of a sentence make it somebody: "X claimed it"."""
    said = next((word for word in after if word not in closed("auxiliaries") | {"also"}), "")
    return said in lexicon()["owning_up"] and not lexicon()["what_is_owned"].isdisjoint(after)


def _coordinated(
    words: tuple[Word, ...], by_first: dict[int, Party], party: Party
) -> tuple[Party, ...]:
    """Return the party with those joined to it: "A, B and C". A list without "and" is none."""
    members = [party]
    commas = 0
    while not party.adjective:
        end = _past_gloss(words, by_first, members[-1])
        past = _past_age(words, end)
        if party.kind == "person":
            past = past_aside(words, by_first, past)
        joint, step = _joint(words, past)
        following = by_first.get(past + step) if step else None
        if joint == "and" and following is None and party.kind == "person":
            following = borne_beside(words, by_first, past + step)
        if following is None or following.adjective:
            break
        aged = past == _past_age(words, end) != end
        if aged and _past_age(words, following.last) == following.last:
            break  # "A, 18, and B, 19" are two; "A, 18, and B said" need not be
        members.append(following)
        commas = commas + 1 if joint == "," else 0
    return tuple(members[: len(members) - commas])


def _past_age(words: tuple[Word, ...], position: int) -> int:
    """Return where an age behind a name ends: "X, 18"."""
    aged = (
        position + 2 < len(words)
        and words[position].lower == ","
        and words[position + 1].text.isdigit()
        and len(words[position + 1].text) <= _AGE_DIGITS
    )
    return position + 2 if aged else position


_AGE_DIGITS = 2


def _past_gloss(words: tuple[Word, ...], by_first: dict[int, Party], party: Party) -> int:
    """Return where a party's phrase ends with its other name: "the X (XY)", "XY [X Y] rebels".

    What stands in the brackets must be a name, not an aside; a common noun for its people may
    follow it.
    """
    last = party.last
    opened = _BRACKETS.get(words[last].lower) if last < len(words) else None
    if opened is None or party.kind in ("state", "person"):
        return last
    limit = min(len(words), last + _LONGEST_GLOSS)
    close = next((i for i in range(last + 1, limit) if words[i].lower == opened), 0)
    inside = words[last + 1 : close]
    if not inside or not all(_in_name(word) for word in inside):
        return last
    people = by_first.get(close + 1)
    if people is not None and people.first == close + 1 and people.kind == "class":
        return people.last
    return close + 1


def _in_name(word: Word) -> bool:
    return word.text.isupper() or word.capital_letter or word.lower in lexicon()["particles"]


_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_GLOSS = 10


def _joint(words: tuple[Word, ...], position: int) -> tuple[str, int]:
    lower = [word.lower for word in words[position : position + 3]]
    if lower[:2] in ([",", "and"], [",", "or"]):
        return "and", 2
    if lower and lower[0] in _JOINTS:
        return lower[0], 1
    for phrase in _LONG_JOINTS:
        if tuple(lower[: len(phrase)]) == phrase:
            return "and", len(phrase)
    return "", 0


def _assemble(
    index: int, items: list[tuple[str, int, int]], groups: list[tuple[Party, ...]]
) -> Rendered:
    places: list[tuple[int, int, int]] = []
    line = " "
    for text, start, end in items:
        places.append((len(line), start, end))
        line += text + " "
    return Rendered(index, line, tuple(groups), tuple(places))
