"""Short names for bodies: "the ministry", "the group" and initials, tied to the full name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from whence.names.spelling import fold, skeleton, skeletons, words
from whence.trace.merging import Proposal
from whence.trace.nodes import Node
from whence.trace.sources import body, group_word, short_body

_SHORT = 0.83
_INITIALS = 0.86
_LONG = 2
"""Words that a body's name has at least to be meant by a short one."""
_FEWEST = 2
"""Letters that initials have at least."""


class _Bodies:
    """The bodies that are named in full, by whatever a short name may have in common with them."""

    def __init__(self, every: Sequence[Node]) -> None:
        self.by_key: dict[tuple[str, ...], list[Node]] = defaultdict(list)
        self.by_first: dict[tuple[str, str], list[Node]] = defaultdict(list)
        self.by_capitals: dict[str, list[Node]] = defaultdict(list)
        self._groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
        for node in every:
            if node.source.sort == "body" and not short_body(node.source):
                self._enter(node)

    def _enter(self, node: Node) -> None:
        self.by_capitals[_capitals(node.source.words)].append(node)
        if len(node.source.key) < _LONG:
            return
        self.by_key[node.source.key].append(node)
        for document_id in {chain.document_id for chain in node.chains}:
            for first in skeletons(node.source.words)[:1]:
                self.by_first[document_id, first].append(node)
        if node.hop.kind == "group":
            self._groups[words(node.source.words)[:2]].append(node)

    def groups(self, text: str) -> list[tuple[int, Node]]:
        """Return the groups that speak somewhere in the case and that a text names; with a place.

        The place is where a plain text names them last.
        """
        plain = words(text)
        joined = f" {' '.join(plain)} "
        openings = {*pairwise(plain), *((word,) for word in plain)}
        found = [
            (joined.rfind(f" {fold(one.source.words)} "), one)
            for opening in openings & self._groups.keys()
            for one in self._groups[opening]
        ]
        return sorted(((at, one) for at, one in found if at >= 0), key=_place)


def shortened(every: Sequence[Node], texts: Mapping[str, str]) -> list[Proposal]:
    """Tie every short name to the one body that it stands for in its text; others stay open.

    "The ministry" is the one whose name ends or begins in that word, "the group" the one group
    that the text names; of several, the one named last before. Initials are the one body whose
    capitals they are, where its name stands in the same text.
    """
    bodies = _Bodies(every)
    found: list[Proposal] = []
    for node in every:
        if node.source.sort != "body":
            continue
        text = texts[node.document_id]
        if not short_body(node.source):
            found += _initials(bodies, node, text)
            continue
        full = _only(_meant(bodies, node, text))
        if full is None and node.hop.span is not None:
            full = _only(_meant(bodies, node, text[: node.hop.span.start])[-1:])
        if full is not None:
            found.append(Proposal(full, node, "the one of its sort in the same text", _SHORT))
    return found


def _only(found: Sequence[Node]) -> Node | None:
    return found[0] if len({one.source.key for one in found}) == 1 else None


def _meant(bodies: _Bodies, node: Node, text: str) -> list[Node]:
    """Return the bodies that a short name may mean, in the order in which the text names them."""
    named = _ending_in(bodies, node, text)
    if not named and group_word(node.source):
        named = [one for _, one in bodies.groups(text)]
    return named


def _ending_in(bodies: _Bodies, node: Node, text: str) -> list[Node]:
    """Return the bodies whose names end or begin in the short word."""
    last = node.source.key[-1]
    named = [
        body(f"{before} {word}").key
        for before, word in pairwise(words(text))
        if skeleton(word) == last
    ]
    found = [one for key in named for one in bodies.by_key.get(key, ())]
    return found or bodies.by_first.get((node.document_id, last), [])


def _place(row: tuple[int, Node]) -> tuple[int, str]:
    return row[0], row[1].id


def _initials(bodies: _Bodies, node: Node, text: str) -> Iterator[Proposal]:
    """Propose the one body that "XYZ" abbreviates, where the text names it in full."""
    letters = node.source.words
    if not (letters.isupper() and letters.isalpha() and len(letters) >= _FEWEST):
        return
    spelled = [one for one in bodies.by_capitals.get(letters, ()) if one is not node]
    if not spelled:
        return
    plain = f" {fold(text)} "
    full = _only([one for one in spelled if f" {fold(one.source.words)} " in plain])
    if full is not None:
        yield Proposal(full, node, "its initials", _INITIALS)


def _capitals(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())
