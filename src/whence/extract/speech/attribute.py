"""From what a reader saw to attributions with speakers, acts and sourcing chains."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from msgspec import structs

from whence.extract import acts
from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.sourcing import Sourcing
from whence.extract.speech import chains, relative, unsaid
from whence.extract.speech.bare_sources import bare
from whence.extract.speech.issued import issued, issued_hop
from whence.extract.speech.owning import owns_up
from whence.extract.speech.papers import Papers, paper_hop
from whence.extract.speech.quoted_through import through
from whence.extract.speech.referents import resolve
from whence.extract.speech.rejecting import told_apart
from whence.extract.speech.seen_speakers import seen_as
from whence.extract.speech.speakers import Speaker, describe, own_voice, posted_on
from whence.extract.speech.surnames import stands_alone
from whence.extract.stretches import Stretches
from whence.model.attribution import Act, Attribution, Chain, Hop
from whence.model.identity import stable_id
from whence.model.reading import Attributed, Reading
from whence.model.span import Span
from whence.names import countries


@dataclass
class _State:
    """What is known while a document is read from top to bottom; every chain begins alike."""

    begins: tuple[Hop, ...]
    hands: dict[Span, Speaker] = field(default_factory=dict)
    done: list[Attribution] = field(default_factory=list)
    firsts: dict[int, Attribution] = field(default_factory=dict)
    chains: dict[str, Chain] = field(default_factory=dict)


def attribute(prose: Prose, reading: Reading) -> Sourcing:
    """Resolve, nest and chain what the reader saw. Parents come before their children."""
    document_id = prose.document.id
    narrator = chains.build(document_id, list(chains.narrator_hops(prose)))
    telling = [
        relative.named(prose, issued(prose, bare(prose, one)))
        for one in through(prose, list(reading.attributed))
        if relative.speaks(prose, one.source) and not acts.excuses(prose, one)
    ]
    ordered = sorted(telling, key=_outer_first)
    speakers, hands = _speakers(prose, ordered, reading.persons)
    ordered = [one for one in ordered if unsaid.said(prose, one)]  # who is accused is known by now
    begins = (chains.outlet_hop(prose), *chains.credit_hops(prose))
    state = _State(begins=begins, chains={narrator.id: narrator}, hands=hands)
    parents: dict[int, Attributed | None] = {}
    contents = Stretches((one, one.content) for one in ordered)
    ordered = [one for one in ordered if not _is_others(one, contents)]
    contents = Stretches((one, one.content) for one in ordered)
    for before, one in zip((None, *ordered), ordered, strict=False):
        parents[id(one)] = _parent(prose, one, contents, before and parents[id(before)])
    for one in sorted(ordered, key=lambda one: _depth(one, parents)):
        parent = state.firsts.get(id(parents[id(one)]))
        for attributed, speaker in _split(prose, one, speakers[id(one)]):
            made = _make(prose, reading, attributed, speaker, parent, state)
            state.done.append(made)
            state.firsts.setdefault(id(one), made)
    attributions = sorted(state.done, key=_position)
    return Sourcing(tuple(attributions), state.chains, narrator)


def _is_others(one: Attributed, contents: Stretches[Attributed]) -> bool:
    """Tell whether who rejects an offer is taken for who made it: "rejected the offer of help"."""
    if one.cue is None or one.source is None:
        return False
    return any(
        other is not one and other.source == one.source and acts.denies_outright(other.cue)
        for _, other in contents.holding(one.cue.start, one.cue.end)
    )


def _outer_first(one: Attributed) -> tuple[int, int]:
    spans = [*one.content, *filter(None, (one.source, one.cue))]
    return min(span.start for span in spans), -max(span.end for span in spans)


def _position(made: Attribution) -> tuple[int, int, str]:
    spans = [*made.content, *filter(None, (made.source, made.cue))]
    return min(span.start for span in spans), -max(span.end for span in spans), made.id


def _speakers(
    prose: Prose, ordered: list[Attributed], persons: tuple[Span, ...]
) -> tuple[dict[int, Speaker], dict[Span, Speaker]]:
    """Resolve the sources in the order of the text, so that "he" finds who spoke before.

    Returns the speaker of each attribution, and who each hand is that the reader saw on the way.
    """
    known: list[Speaker] = []
    found: dict[int, Speaker] = {}
    hands: dict[Span, Speaker] = {}
    last: Speaker | None = None
    papers = Papers(prose)
    surnames = {_last(name.text) for name in persons}
    by_source = sorted(ordered, key=lambda one: (one.source or one.content[0]).start)
    for one in by_source:
        hands.update(
            (hop, posted_on(hop) or resolve(prose, hop, "", known))
            for hop in one.via
            if hop not in hands
        )
        if one.source is None:
            goes_on = None if one.unsourced else last
            speaker = goes_on or Speaker("unnamed speaker", "unknown", "unknown")
        else:
            cue = one.cue.text if one.cue else ""
            goes_on = papers.whose(one.source)
            speaker = goes_on or _named(prose, one.source, cue, known)
            is_person = (
                _holds_name(one.source, persons)
                or _last(speaker.who) in surnames
                or stands_alone(prose, one, speaker)
            )
            speaker = speaker if goes_on else seen_as(speaker, one, is_person)
            members = [describe(part.text, part.start) for part in _members(prose, one.source)]
            named = members if len(members) > 1 else [speaker]
            known.extend(replace(member, position=one.source.start) for member in named)
        last = speaker
        papers.note(one, speaker)
        found[id(one)] = speaker
    return found, hands


def _last(name: str) -> str:
    return name.casefold().rpartition(" ")[2]


def _holds_name(source: Span, names: tuple[Span, ...]) -> bool:
    """Tell whether one of some names, in the order of the text, stands in a source."""
    at = bisect_left(names, source.end, key=lambda name: name.start)
    return at > 0 and names[at - 1].overlap(source) > 0


def _named(prose: Prose, source: Span, cue: str, known: list[Speaker]) -> Speaker:
    if relative.is_relative(source):
        return Speaker(f"“{source.text}” (not identified)", "unknown", "unknown")
    return relative.as_person(prose, source, resolve(prose, source, cue, known))


def _parent(
    prose: Prose,
    one: Attributed,
    contents: Stretches[Attributed],
    before: Attributed | None,
) -> Attributed | None:
    """Return the attribution in whose content this one stands, the smallest if several do.

    ``before`` is in whose content the one before it stands.
    """
    inner = _voice(one)
    holding = [
        other
        for _, other in contents.holding(inner[0].start, inner[0].end)
        if other is not one and _holds(other, inner) and not _is_in(other, one)
    ]
    if holding:
        return min(holding, key=lambda other: sum(span.end - span.start for span in other.content))
    if one.source is None and one.cue is None and not _reopens(prose, one):
        return before
    return _continued(prose, one, contents)


def _voice(one: Attributed) -> tuple[Span, ...]:
    own = tuple(filter(None, (one.source, one.cue)))
    return own or one.content


def _holds(other: Attributed, inner: tuple[Span, ...]) -> bool:
    return all(any(held.covers(span) for held in other.content) for span in inner)


def _is_in(other: Attributed, one: Attributed) -> bool:
    """Guard against two attributions that would each hold the other."""
    return _holds(one, _voice(other))


def _continued(prose: Prose, one: Attributed, contents: Stretches[Attributed]) -> Attributed | None:
    """Find who is quoted at length when a paragraph reopens a quotation that was left open."""
    if not _reopens(prose, one):
        return None
    before = prose.quotation_before(min(span.start for span in one.content))
    held = contents.holding(before.start, before.end) if before else []
    return next((other for _, other in held if other is not one and other.cue is not None), None)


def _reopens(prose: Prose, one: Attributed) -> bool:
    """Tell whether a paragraph reopens a quotation that was left open before it."""
    quotation = prose.quotation_at(min(span.start for span in one.content))
    return quotation is not None and quotation.continues


def _depth(one: Attributed, parents: dict[int, Attributed | None]) -> tuple[int, tuple[int, int]]:
    depth, current = 0, parents[id(one)]
    while current is not None and depth < 8:
        depth, current = depth + 1, parents[id(current)]
    return depth, _outer_first(one)


def _split(prose: Prose, one: Attributed, speaker: Speaker) -> list[tuple[Attributed, Speaker]]:
    """Part a list of speakers ("A, B and the C") into one attribution each."""
    if one.source is None:
        return [(one, speaker)]
    parts = _members(prose, one.source)
    if len(parts) < 2:
        return [(one, speaker)]
    return [
        (
            structs.replace(one, source=part),
            describe(part.text, part.start),
        )
        for part in parts
    ]


def _members(prose: Prose, source: Span) -> list[Span]:
    found: list[Span] = []
    position = source.start
    for separator in re.finditer(r",\s+(?:and\s+)?|\s+and\s+", source.text):
        found.append(prose.span(position, source.start + separator.start()))
        position = source.start + separator.end()
    found.append(prose.span(position, source.end))
    if not re.search(r"\band\s", source.text):
        return [source]  # a comma alone sets off an apposition
    states = [countries.state(part.text) is not None for part in found]
    if len(found) > 1 and all(states):
        return found
    heads = [
        any(token.lower in words("persons") for token in tokenize(part.text)) for part in found
    ]
    counted = [
        tokenize(part.text)[0].lower in closed("determiners")
        or part.text[:1].isupper()
        or heads[at]
        for at, part in enumerate(found)
        if part.text
    ]
    if len(found) == 2 and all(heads) and all(counted) and not _titles_only(found):
        return found
    return [source]


def _titles_only(parts: list[Span]) -> bool:
    """Tell whether the first part is a bare office: "President and commander X" is one person."""
    return all(len(tokenize(part.text)) == 1 for part in parts[:1])


def _make(
    prose: Prose,
    reading: Reading,
    one: Attributed,
    speaker: Speaker,
    parent: Attribution | None,
    state: _State,
) -> Attribution:
    chain = _chain(prose, one, speaker, parent, state)
    state.chains[chain.id] = chain
    act, is_negated = _act(prose, one, speaker)
    reason = acts.anonymity_reason(prose, one)
    anonymity = speaker.anonymity
    withheld = anonymity == "collective" and one.speaker == "anonymous"
    if reason is not None and (withheld or anonymity in {"role", "unknown"}):
        anonymity = "anonymous"
    key = [(span.start, span.end) for span in one.content]
    return Attribution(
        id=stable_id("att", prose.document.id, one.source, one.cue, key, speaker.who),
        document_id=prose.document.id,
        source=one.source,
        cue=one.cue,
        content=one.content,
        kind=one.kind,
        act=act,
        speaker=speaker.who,
        anonymity=anonymity,
        anonymity_reason=reason if anonymity in {"anonymous", "collective"} else None,
        hedge=acts.hedge_of(one) if one.certainty is None else one.certainty,
        negated=is_negated,
        chain_id=chain.id,
        parent_id=parent.id if parent else None,
        extractor=reading.reader,
    )


def _act(prose: Prose, one: Attributed, speaker: Speaker) -> tuple[Act, bool]:
    """Return what a speaker does by saying it, and whether it is said *not* to be done."""
    act = one.act or acts.act_of(one)
    is_negated = acts.negated(prose, one) if one.negated is None else one.negated
    is_negated = is_negated or acts.is_nobody(one)
    content = " ".join(span.text for span in one.content)
    if acts.is_decline(act, is_negated, content) or unsaid.noncommittal(prose, one):
        act = "decline"
    if act == "decline" and acts.act_of(one) != "decline":
        if acts.is_nobody(one):
            act = "say"  # "nobody will say": the negation is theirs
        else:
            is_negated = False  # "has not said who": the negation is the act
    if act == "claim_responsibility" and (
        not owns_up(content, speaker.who) or unsaid.only_meant(prose, one)
    ):
        act = "say"
    return told_apart(act, content, speaker.who), is_negated


def _chain(
    prose: Prose, one: Attributed, speaker: Speaker, parent: Attribution | None, state: _State
) -> Chain:
    if parent is not None:
        hops: list[Hop] = list(state.chains[parent.chain_id].hops)
    else:
        hops = list(state.begins)
    relays = chains.relay_hops(prose, one, (tuple(hops), parent), state.hands)
    relays = tuple(hop for hop in relays if hop.who != speaker.who)  # "he" is no hand to himself
    hops = chains.handed_on(hops, parent, relays, one.via)
    told = chains.told_hop(prose, one)
    holder = chains.holder_hop(prose, one)
    medium = chains.medium_hop(prose, one) or issued_hop(prose, one)
    if medium is not None and chains.told_already(medium, relays):
        medium = None
    hops.extend(hop for hop in (told, holder, medium) if hop is not None)
    if acts.is_nobody(one):  # "no group claimed": it is the narrator, or the parent, who says so
        return chains.build(prose.document.id, hops)
    if speaker.kind == "narrator" and own_voice(prose.document) is None:
        return chains.build(prose.document.id, hops)
    if speaker.unresolved and hops[-1].kind == "document":
        return chains.build(prose.document.id, hops)  # "he said, according to a statement from X"
    paper = paper_hop(one.source, speaker)
    hops.extend(() if paper is None or medium is not None else (paper,))
    hops.append(chains.speaker_hop(speaker, one.source, acts.act_of(one)))
    return chains.build(prose.document.id, hops)
