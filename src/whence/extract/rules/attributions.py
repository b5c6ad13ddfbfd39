"""Who says what: sources, cues and contents found by reporting verbs and quotation marks."""

from dataclasses import dataclass, replace

import msgspec

from whence.extract.lexicon import closed
from whence.extract.prose import Prose, Token
from whence.extract.rules import contents
from whence.extract.rules.contents import Said
from whence.extract.rules.phrases import after, capital, shouting, speaks, verb_like
from whence.extract.rules.saying import cues_of
from whence.extract.rules.units import QUOTE, Unit, units
from whence.model.attribution import AttributionKind
from whence.model.reading import Attributed
from whence.model.span import Span

Chars = tuple[int, int]
_LEAD = 6
"""Tokens of a name that stands before a quotation without a verb."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A speaker whose words stand in the next paragraph: "He explained:"."""

    source: Span | None
    cue: Span | None


def find(prose: Prose) -> tuple[Attributed, ...]:
    """Return the attributions of a document in the order of its text."""
    loud = shouting(prose.text)
    found: list[Attributed] = []
    waiting: _Waiting | None = None
    for unit in units(prose):
        if prose.block_kind(unit.start) in {"title", "heading"}:
            continue
        said = cues_of(unit, loud)
        here, still = _read(prose, unit, said, waiting if unit.depth == 0 else None)
        here.extend(_leftover(prose, unit, here, found, loud))
        if not _goes_on(prose, unit, here, found):
            found.extend(here)
        if unit.depth == 0:
            waiting = still
    return tuple(sorted(found, key=_order))


def _goes_on(prose: Prose, unit: Unit, here: list[Attributed], found: list[Attributed]) -> bool:
    """Add a quotation without a cue to the quotation before it in the same paragraph."""
    alone = len(here) == 1 and here[0].source is None and here[0].cue is None
    if not alone or unit.depth:
        return False
    block = prose.document.blocks[unit.block]
    for index in range(len(found) - 1, -1, -1):
        last = found[index]
        start = min(span.start for span in last.content)
        if start < block.start or last.kind == "indirect":
            continue
        if prose.quotation_at(start) is None or last.cue is None or _inside_quotation(prose, last):
            continue
        found[index] = _attributed(last.source, last.cue, (*last.content, *here[0].content))
        return True
    return False


def _inside_quotation(prose: Prose, one: Attributed) -> bool:
    anchor = one.cue or one.source
    return anchor is not None and prose.quotation_at(anchor.start) is not None


def _order(attributed: Attributed) -> tuple[int, int]:
    spans = [*attributed.content, *filter(None, (attributed.source, attributed.cue))]
    return min(span.start for span in spans), max(span.end for span in spans)


def _read(
    prose: Prose, unit: Unit, said_here: list[Said], waiting: _Waiting | None
) -> tuple[list[Attributed], _Waiting | None]:
    """Give every cue its content; return also a speaker whose words are still to come."""
    found: list[Attributed] = []
    if waiting is not None and unit.tokens and unit.tokens[0].lower == QUOTE:
        first = unit.quotes[0]
        words_to_come = prose.span(first.start, first.end)
        found.append(_attributed(waiting.source, waiting.cue, (words_to_come,)))
    still: _Waiting | None = None
    for said in said_here:
        source = _span(prose, unit, said.source)
        cue = _span(prose, unit, _group(said))
        content = tuple(prose.span(*chars) for chars in _content(prose, unit, said, said_here))
        if content and _enough(unit, said, content):
            made = _attributed(source, cue, content)
            found.append(msgspec.structs.replace(made, unsourced=said.impersonal))
        elif said.clausal and unit.tokens[-1].lower in {",", ":"}:
            still = _Waiting(source, cue)
    return found, still


def _enough(unit: Unit, said: Said, content: tuple[Span, ...]) -> bool:
    """Tell whether a content says something: a scrap after "told" or "said" is no statement."""
    if not said.clausal or said.passive or any(span.text[:1] in "“\"«„'" for span in content):
        return True
    inside = [
        token
        for token in unit.tokens
        if any(span.start <= token.start < span.end for span in content)
    ]
    return len(inside) > 2 or any(verb_like(token) for token in inside)


def _group(said: Said) -> Chars:
    """Return the cue with its auxiliaries and adverbs ("has also said")."""
    if said.subject is None or said.participle:
        return said.cue
    if said.source != (said.subject.start, said.subject.end):
        return said.cue
    return min(said.cue[0], said.subject.verb_start), said.cue[1]


def _span(prose: Prose, unit: Unit, at: Chars | None) -> Span | None:
    if at is None or at[0] >= at[1]:
        return None
    start, end = unit.tokens[at[0]].start, unit.tokens[at[1] - 1].end
    text, following = prose.text[start:end], prose.text[end : end + 1]
    # A name in quotation marks keeps both of them.
    opened = text.count("“") > text.count("”") if following == "”" else text.count('"') % 2
    return prose.span(start, end + 1 if following in {'"', "”"} and opened else end)


def _attributed(source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> Attributed:
    quoted = [span.text[:1] in '“"«„' or span.text[:2] in {"''", "``"} for span in content]
    partly = any(mark in span.text for span in content for mark in '“"«„')
    kind: AttributionKind = "direct" if all(quoted) else "mixed" if partly else "indirect"
    return Attributed(source=source, cue=cue, content=content, kind=kind)


def _content(prose: Prose, unit: Unit, said: Said, others: list[Said]) -> list[Chars]:
    text = prose.text
    if said.family == "according":
        return _according(unit, said)
    if not said.clausal:
        held = contents.object_of(unit, text, said)
        return [held] if held else []
    right = contents.right_of(unit, text, said)
    left = contents.left_of(unit, said, _floor(said, others)) if _sets_off(said) else None
    if left is not None and not said.passive and not _states(unit, left):
        left = None
    if said.subject is not None and said.subject.boundary == "as":
        left = None
    if left is None:
        return [right] if right else []
    if right is None or said.participle:
        return [left] if not said.participle or right is None else [right]
    quote_follows = right[0] in {token.start for token in unit.quotes}
    quote_left = any(token.end >= left[1] - 1 for token in unit.quotes if token.end <= left[1] + 1)
    if contents.detached(unit, text, said):
        if quote_follows and not quote_left and _whole(text, right[0]):
            return [right]
        return [left, right] if quote_follows or not quote_left else [left]
    return [left] if quote_left else [right]


def _states(unit: Unit, chars: Chars) -> bool:
    """Tell whether words before a subject are a statement, not an adjunct ("In a statement,")."""
    inside = [token for token in unit.tokens if chars[0] <= token.start < chars[1]]
    if any(token.lower == QUOTE for token in inside):
        return True
    adjunct = bool(inside) and inside[0].lower in closed("prepositions") | closed("relatives")
    return any(verb_like(token) for token in inside) if not adjunct else len(inside) > 8


def _whole(text: str, start: int) -> bool:
    """Tell whether a quotation begins a sentence of its own rather than going on with one."""
    return text[start + 1 : start + 2].isupper()


def _floor(said: Said, others: list[Said]) -> int:
    """Return the token index from which words before the subject can be this cue's content."""
    if said.family == "say" and any(_quotes(other, said) for other in others):
        return 0
    ended = [cue.ends for cue in others if cue.ends is not None and cue.cue[0] < said.cue[0]]
    return max(ended, default=0) if said.subject is not None and not said.subject.shared else 0


def _quotes(other: Said, said: Said) -> bool:
    return other.family == "quote" and other.cue[0] < said.cue[0]


def _sets_off(said: Said) -> bool:
    """Tell whether the subject is set off from the words before it by a comma or a quotation."""
    if said.inverted:
        return True
    if said.subject is None or said.subject.shared:
        return False
    return said.subject.boundary in {",", QUOTE, "—", "–", "--"}


def _according(unit: Unit, said: Said) -> list[Chars]:
    tokens = unit.tokens
    assert said.source is not None  # noqa: S101 - "according" is made with a source only
    ahead = contents.left_of(unit, said)
    if ahead is not None and _states(unit, ahead):
        return [ahead]
    rest = Said(None, (said.source[1] - 1, said.source[1]), "according", False)
    behind = contents.right_of(unit, "", replace(rest, ends=None))
    return [behind] if behind and said.source[1] < len(tokens) else []


def _leftover(
    prose: Prose, unit: Unit, here: list[Attributed], earlier: list[Attributed], loud: bool
) -> list[Attributed]:
    """Read quotations that no cue has claimed: verbless tags and quotations that go on."""
    found: list[Attributed] = []
    for number, token in enumerate(unit.tokens):
        if token.lower != QUOTE or any(_holds(one, token) for one in here):
            continue
        content = (prose.span(token.start, token.end),)
        rest = unit.tokens[number + 1 :]
        tag = after(unit.tokens, number + 1) if rest else None
        if tag and token.text.rstrip('”"»').endswith((",", "?", "!")):
            source = _tag(unit.tokens, tag)
            if speaks(unit.tokens[source[0] : source[1]], loud):
                found.append(_attributed(_span(prose, unit, source), None, content))
                continue
        lead = _lead(unit, number, loud)
        if lead is not None:
            found.append(_attributed(_span(prose, unit, lead), None, content))
            continue
        alone = all(not other.lower[0].isalnum() or other is token for other in unit.tokens)
        if alone and any(_near(prose, one, unit) for one in [*earlier, *here]):
            found.append(_attributed(None, None, content))
    return found


def _lead(unit: Unit, number: int, loud: bool) -> Chars | None:
    """Return the name that alone stands before a quotation: "Col. Brek: "We ..."", "Al-Brek, "We".

    One capitalised word may be a place or a day; with an article bound to it, it is a name.
    """
    phrase, mark = unit.tokens[: max(0, number - 1)], unit.tokens[number - 1 : number]
    if unit.depth or not phrase or mark[0].lower not in {",", ":"} or len(phrase) > _LEAD or loud:
        return None
    names = [token for token in phrase if token.text != "."]
    named = all(capital(token) and token.text[0].isalpha() for token in names)
    if not named or not {token.lower for token in names}.isdisjoint(closed("not_names")):
        return None
    several = len(names) > 1 or "-" in names[0].text
    return (0, number - 1) if several and speaks(phrase, loud) else None


def _tag(tokens: tuple[Token, ...], phrase: Chars) -> Chars:
    """Cut "on condition of anonymity ..." off a source without a verb."""
    for index in range(phrase[0] + 1, phrase[1]):
        if tokens[index].lower in {"on", "in", "as"} and index > phrase[0]:
            return phrase[0], index
    return phrase


def _holds(one: Attributed, token: Token) -> bool:
    return any(span.start <= token.start and token.end <= span.end for span in one.content)


def _near(prose: Prose, one: Attributed, unit: Unit) -> bool:
    """Tell whether an attribution stands in the same or the paragraph before a unit."""
    last = max(span.end for span in one.content)
    blocks = prose.document.blocks
    start = blocks[max(0, unit.block - 1)].start if blocks else 0
    return one.kind != "indirect" and start <= last <= unit.start + 1
