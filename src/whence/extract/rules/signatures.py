"""Whose a quotation is that is signed beneath or behind: '"We were afraid." — Ana Ruiz, baker'.

Pages set such quotations apart: collections of reactions, letters, words drawn out of the text. The
name that follows one signs it, and does not lead the next.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.rules.phrases import capital
from whence.model.document import Block
from whence.model.reading import Attributed
from whence.model.span import Span

_MARKS = '"“”„«»'
_DASH = r"(?:--|[–—―-])"
_BEHIND = re.compile(rf"[{_MARKS}]\s*{_DASH}\s*(?P<who>[^{_MARKS}\n]{{3,120}})\Z")
_BENEATH = re.compile(rf"\s*{_DASH}\s*(?P<who>[^{_MARKS}\n]{{3,120}})\Z")
_GOES_ON = re.compile(rf"[,.?!][{_MARKS}]\s+[^\s–—―{_MARKS}-]")
"""Within a block: a quotation ends and somebody else goes on."""


def signed(prose: Prose) -> Iterator[Attributed]:
    """Yield the quotations of a document that are signed, each as its signer's words."""
    before: Block | None = None
    for block in prose.document.blocks:
        found = _read(prose, block, before)
        if found is not None:
            yield found
        before = block


def whose(found: Iterable[Attributed], named: Sequence[Attributed]) -> Iterator[Attributed]:
    """Yield statements with the signed ones among them, whose words are given to nobody else.

    What is said within a signed quotation stays: "He told me that it was over."
    """
    for one in found:
        if not any(_is_of(one, other.content[0]) for other in named):
            yield one
    yield from named


def _is_of(one: Attributed, quotation: Span) -> bool:
    """Tell whether a statement is of a quotation's words and is not told within it."""
    told = one.cue or one.source
    held = any(part.overlap(quotation) for part in one.content)
    return held and (told is None or not quotation.covers(told))


def _read(prose: Prose, block: Block, before: Block | None) -> Attributed | None:
    """Return the signed quotation that a block is, or the block before the signature that it is."""
    if block.kind in {"title", "heading"}:
        return None
    end = block.start + len(prose.text[block.start : block.end].rstrip())
    beneath = _BENEATH.match(prose.text, block.start, end)
    if beneath is not None and before is not None and before.kind not in {"title", "heading"}:
        held = prose.text[before.start : before.end].rstrip()
        quotation = (before.start, before.start + len(held))
        closed = held[-1:] in _MARKS and len(held) > 1
        return _made(prose, quotation, beneath) if closed else None
    behind = _BEHIND.search(prose.text, block.start, end)
    return _made(prose, (block.start, behind.start() + 1), behind) if behind else None


def _made(prose: Prose, quotation: tuple[int, int], named: re.Match[str]) -> Attributed | None:
    start, end = quotation
    signer = named["who"].rstrip(" .")
    if prose.text[start : start + 1] not in _MARKS or not _signs(signer):
        return None
    if _GOES_ON.search(prose.text, start, end):
        return None
    return Attributed(
        source=prose.span(named.start("who"), named.start("who") + len(signer)),
        cue=None,
        content=(prose.span(start, end),),
        kind="direct",
    )


def _signs(phrase: str) -> bool:
    """Tell whether words are somebody's name, or what he is ("a resident of Sund"), and no clause.

    A name is two words or more with capitals, and no body, outlet or paper in it.
    """
    if _CLAUSE.search(phrase) is not None:
        return False
    tokens = [one for one in tokenize(phrase.split(",", maxsplit=1)[0]) if one.text[0].isalnum()]
    if not tokens:
        return False
    if tokens[0].lower in closed("determiners"):
        return any(one.lower in words("persons") for one in tokens[1:4])
    lowers = {one.lower for one in tokens}
    named = sum(map(capital, tokens)) > 1 and capital(tokens[-1])
    small = [one.text for one in tokens if not capital(one)]
    things = words("bodies") | words("media") | words("documents") | closed("not_names")
    return named and lowers.isdisjoint(things) and all(len(one) < _LONG for one in small)


_LONG = 5
"""Letters from which on a word without a capital is none of those within a name ("van der")."""
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|do|does|said|says|told"
    r"|wrote|that|who|when)\b"
)
