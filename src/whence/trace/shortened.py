"""Short names for bodies: "the ministry", "the group" and initials, tied to the full name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from whence.names.spelling import fold, skeletons, words
from whence.trace.merging import Proposal
from whence.trace.nodes import Node
from whence.trace.sources import body, group_word, short_body

_SHORT = 0.83
_INITIALS = 0.86
_FEWEST = 2
"""Letters that initials have at least."""


def shortened(every: Sequence[Node], texts: dict[str, str]) -> list[Proposal]:
    """Tie every short name to the one body that it stands for in its text; others stay open.

    "The ministry" is the one whose name ends or begins in that word, "the group" the one group
    that the text names; of several, the one named last before. Initials are the one body whose
    capitals they are, where its name stands in the same text.
    """
    bodies = [n for n in every if n.source.sort == "body" and not short_body(n.source)]
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


def _meant(bodies: Sequence[Node], node: Node, text: str) -> list[Node]:
    """Return the bodies that a short name may mean, in the order in which the text names them."""
    long = [one for one in bodies if len(one.source.key) > 1]
    named = _ending_in(long, node, text)
    if not named and group_word(node.source):
        named = _groups(long, text)
    return named


def _ending_in(bodies: Sequence[Node], node: Node, text: str) -> list[Node]:
    """Return the bodies whose names end or begin in the short word."""
    last = node.source.key[-1]
    named = [
        body(f"{before} {word}").key
        for before, word in pairwise(words(text))
        if skeletons(word)[-1] == last
    ]
    found = [one for key in named for one in bodies if one.source.key == key]
    return found or [
        one
        for one in bodies
        if skeletons(one.source.words)[:1] == (last,)
        and node.document_id in {chain.document_id for chain in one.chains}
    ]


def _groups(bodies: Sequence[Node], text: str) -> list[Node]:
    """Return the groups that speak somewhere in the case and whose names stand in a text."""
    plain = f" {fold(text)} "
    placed = [
        (plain.rfind(f" {fold(one.source.words)} "), one)
        for one in bodies
        if one.hop.kind == "group"
    ]
    return [one for _, one in sorted(((at, one) for at, one in placed if at >= 0), key=_place)]


def _place(row: tuple[int, Node]) -> tuple[int, str]:
    return row[0], row[1].id


def _initials(bodies: Sequence[Node], node: Node, text: str) -> Iterator[Proposal]:
    """Propose the one body that "XYZ" abbreviates, where the text names it in full."""
    letters = node.source.words
    if not (letters.isupper() and letters.isalpha() and len(letters) >= _FEWEST):
        return
    plain = f" {fold(text)} "
    full = _only(
        [
            one
            for one in bodies
            if one is not node
            and _capitals(one.source.words) == letters
            and f" {fold(one.source.words)} " in plain
        ]
    )
    if full is not None:
        yield Proposal(full, node, "its initials", _INITIALS)


def _capitals(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())
