"""How far a run of words goes that may belong to one name."""

import re

from whence.extract.parties.words import Word, lexicon

_PARTED = re.compile(r"[A-Z][\w’']+(?:-[a-z]{1,3})+-[A-Z][\w’']+")
"""A name that no state's begins with, and that one may end: "Jabha-e-Sahil Norra"."""


def run_end(words: tuple[Word, ...], first: int) -> int:
    """Return where the run of words ends that may belong to one name."""
    position = first + 1
    while position < len(words):
        before, word = words[position - 1], words[position]
        if before.possessive:
            return position
        if word.tag == "other":
            link = _link(words, position)
            if not link:
                return position
            position += link + 1
            continue
        if _breaks(before, word):
            return position
        position += 1
    return position


def _breaks(before: Word, word: Word) -> bool:
    """Tell whether a name starts anew here: "groups Chile has supported", "Chile Front"."""
    common_head = before.tag == "head" and not before.capital_letter
    if word.tag in ("state", "capital"):
        return not (word.tag == "state" and _PARTED.fullmatch(before.text))
    if common_head and word.tag in ("demonym", "title", "modifier"):
        return True
    return common_head and word.tag == "name" and before.lower not in NAMED_HEADS


NAMED_HEADS = frozenset(
    ("group", "groups", "movement", "militia", "militias", "faction", "factions", "organization",
     "organisation", "organizations", "organisations", "network", "gang", "outfit", "cartel",
     "brigade", "party", "army")
)  # fmt: skip


def _link(words: tuple[Word, ...], position: int) -> int:
    """Return how many joining words ("of the", "al") stand between two parts of a name."""
    before = words[position - 1]
    if not (
        before.capital_letter and before.tag in ("name", "head", "modifier", "demonym", "state")
    ):
        return 0
    length = 0
    while position + length < len(words) and length < 2:
        word = words[position + length]
        if word.lower not in lexicon()["particles"] and not (length and word.lower == "the"):
            break
        length += 1
    following = words[position + length] if position + length < len(words) else None
    if not length or following is None or not following.capital_letter:
        return 0
    if position == 1 and before.lower in members() and words[position].lower == "of":
        return 0  # a sentence opens with "Fighters of the Reed Front"
    if [word.lower for word in words[position : position + length]] == ["and", "the"]:
        return length if any(w.lower == "of" for w in words[max(0, position - 2) : position]) else 0
    joined = words[position].lower
    if joined in ("and", "for", "of", "as"):
        known = lexicon()["fraternal"] | lexicon()["described"]
        organised = before.tag in ("head", "modifier") or before.lower in known
        return length if organised and following.tag != "other" and joined == "of" else 0
    return length if following.tag in ("name", "head") else 0


def members() -> frozenset[str]:
    """Return the words for those who make up a group: "members", "guerrillas"."""
    return lexicon()["part_of"] | lexicon()["criminals"]
