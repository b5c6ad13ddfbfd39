"""Hints that accuse nobody outright: rhetorical questions, "who could benefit", "the M.O. fits"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.extract.prose import Prose
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.wording.drafting import Draft
from whence.extract.suspicion.wording.grammar import compiled, insinuations, links
from whence.extract.suspicion.wording.rendering import Rendered

_SIGN = re.compile(r"⟦(\d+)⟧")
_DEED = compiled("(?:{attack}|{aux}(?:{core}|did|killed|murdered|struck))", {"core": "{carried}"})
_NAMED = frozenset(("state", "group", "person"))


def hints(rendered: list[Rendered], resolver: Resolver, prose: Prose) -> list[Draft]:
    """Return the drafts of all hints.

    A hint at somebody undescribed takes up the party that the next sentence ties to it ("look
    back to how X did it, the M.O. fits").
    """
    found: list[Draft] = []
    for line in rendered:
        if prose.block_kind(prose.sentences[line.index].start) in ("title", "heading"):
            continue
        found += _in_sentence(line, resolver)
        linked = _linked(line, resolver)
        if linked is not None:
            found = _taken_up(found, linked)
    return found


def _in_sentence(line: Rendered, resolver: Resolver) -> Iterator[Draft]:
    seen: set[str] = set()
    for pattern in insinuations():
        for match in pattern.finditer(line.line):
            for named in _hinted(line, match, resolver):
                if named.name.casefold() not in seen:
                    seen.add(named.name.casefold())
                    yield _draft(line, named, line.range(match.start(), match.end()))


def _hinted(line: Rendered, match: re.Match[str], resolver: Resolver) -> Iterator[Named]:
    hinted = "d" if match.group("d") else "d_2"
    sign = _SIGN.fullmatch(match.group(hinted))
    if sign is None:
        start, end = line.range(match.start(hinted), match.end(hinted))
        yield Named(resolver.text(start, end), "description", start, end)
        return
    for party in line.groups[int(sign.group(1))]:
        named = resolver.resolve(party, line.index)
        if named is not None:
            yield named


def _draft(line: Rendered, named: Named, words: tuple[int, int]) -> Draft:
    return Draft(
        line.index, "state", "carried_out", named.name, named.kind, named.start, named.end,
        words[0], words[1], polarity=True, hedge=1, insinuation=True,
    )  # fmt: skip


def _linked(line: Rendered, resolver: Resolver) -> Draft | None:
    """Return a hint at the first party of a sentence that ties it to the incident by its manner."""
    tie = next((m for pattern in links() for m in [pattern.search(line.line)] if m), None)
    first = _SIGN.search(line.line[: tie.start()]) if tie else None
    if tie is None or first is None:
        return None
    party = line.groups[int(first.group(1))][0]
    told = party.known or _DEED.match(line.line, first.end() + 1) is not None
    named = resolver.resolve(party, line.index) if told else None
    if named is None:
        return None
    return _draft(line, named, line.range(first.start(), tie.end()))


def _taken_up(found: list[Draft], linked: Draft) -> list[Draft]:
    """Let a named party stand for the description hinted at just before it."""
    last = found[-1] if found else None
    if last is None or last.sentence != linked.sentence - 1 or last.kind in _NAMED:
        return [*found, linked]
    return [*found[:-1], replace(linked, also=(last.start, last.end))]
