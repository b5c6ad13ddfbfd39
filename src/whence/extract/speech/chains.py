"""Through whose hands a statement came: hops from the outlet to the first speaker."""

import re
from collections.abc import Mapping

from msgspec import structs

from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose
from whence.extract.rules.adjuncts import MEDIUM
from whence.extract.speech.speakers import Speaker, describe, own_voice
from whence.model.attribution import Act, Attribution, Chain, Hop, HopKind
from whence.model.identity import stable_id
from whence.model.reading import Attributed
from whence.model.span import Span
from whence.names.agencies import closing_credit

_CREDIT = re.compile(
    r"(?:^|\n)[^\S\n]*+[(\[]?(?:source|via|with reporting by|additional reporting by|reporting by|"
    r"translated by)(?:\s*+:)?\s++(?P<agency>[A-Z][\w.]++(?:[^\S\n]++[A-Z][\w.]++){0,3})"
    r"[^\S\n]*+[)\]]?[^\S\n]*+(?:\n|\Z)",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(r"translated from (?:the )?(?P<tongue>[A-Z]\w+)")
_POST = re.compile(r"\b(?:tweets?|twitter|telegram|facebook|instagram|posts?|channel|x)\b", re.I)
_TELLING = re.compile(r"\b(?:told|tells?|telling|said)$", re.IGNORECASE)
_CONTRAST = re.compile(
    r"(?:\b(?:but|while|whereas|although|though|yet)|;)\s+(?:(?:the|an?|its|his|her|their|some|other)\s+)?$"
)
"""What stands before a speaker who says something else than the one before him."""
_TO = re.compile(r"\s+to\s")
_TOLD = re.compile(
    r"\s*(?:to\s+)?(?P<who>(?:the\s+)?(?:(?:state|news|local|national|public)\s+)*"
    r"(?:television\s+|radio\s+|newspaper\s+|agency\s+|broadcaster\s+|channel\s+|tv\s+)*"
    r"(?:[A-Z][\w.’'-]*|al-[A-Z]\w+)(?:\s+(?:[A-Z][\w.’'-]*|al-[A-Z]\w+))*"
    r"(?:\s+(?:news\s+agency|newspaper|television|radio|agency|tv|channel))?)"
)


_DAY = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\.?$"
)
"""When somebody was told, behind whom he told it: "told Radio Sund Tuesday"."""
_HOLDS = re.compile(
    r"\b(?:report|statement|letter|document|memo|memorandum|note|transcript|copy|copies|filing|draft"
    r"|e-?mail|cable|message|minutes|text|testimony|indictment|complaint|communiqu[eé])s?,?\s+"
    r"(?:(?:that|which)\s+(?:was|were)\s+)?(?:(?:later|also|first|exclusively)\s+)?"
    r"(?:seen|obtained|viewed|reviewed|read|acquired|published)\s+by"
)
"""A document and those who have seen it: they hand on what stands in it."""
_OUTLETS = frozenset({"outlet", "agency"})
_SPOKEN = frozenset({"interview", "comments", "remarks", "call", "phone", "telephone", "briefing"})
"""What is no document, though words are said in it."""
_PAPERS = frozenset({"document", "recording", "post"})


def outlet_hop(prose: Prose) -> Hop:
    """Return the first hop of every chain in a document: the page's own outlet."""
    return Hop(who=prose.document.name, how="publishes", kind="outlet", anonymity="organisation")


def credit_hops(prose: Prose) -> tuple[Hop, ...]:
    """Return the agencies that the page credits: metadata, dateline and credit lines."""
    hops: list[Hop] = [
        Hop(who=credit, how="cites", kind="agency", anonymity="organisation")
        for credit in prose.document.credits
    ]
    credit = _CREDIT.search(prose.text)
    lines = (line.agency for line in prose.opening_datelines if line.agency)
    closing = closing_credit(prose.text)
    for at in (next(lines, None), credit.span("agency") if credit else None, closing):
        span = prose.span(*at) if at else None
        if span is not None and not any(same_hand(hop.who, span.text) for hop in hops):
            hops.append(
                Hop(who=span.text, how="cites", kind="agency", anonymity="organisation", span=span)
            )
    return tuple(hops)


def narrator_hops(prose: Prose) -> tuple[Hop, ...]:
    """Return the hops of what the document says in its own voice."""
    hops = (outlet_hop(prose), *credit_hops(prose))
    speaker = own_voice(prose.document)
    return (*hops, speaker_hop(speaker, None)) if speaker else hops


def relay_hops(
    prose: Prose,
    attributed: Attributed,
    before: tuple[tuple[Hop, ...], Attribution | None],
    hands: Mapping[Span, Speaker],
) -> tuple[Hop, ...]:
    """Return the hands that the reader saw before the source, less those passed already.

    ``before`` are the hops so far and the attribution that holds it all; ``hands`` says who each
    hand is. A hand counts that its own sentences show or the one before them: what is told further
    up came through it, and what is told here need not. From one paragraph to the next only what
    an outlet passes on goes on. Who stands within the words that are handed on comes after their
    speaker, never before.
    """
    passed = [hop.span for hop in before[0]] + [before[1].source if before[1] else None]
    spans = (*attributed.content, *filter(None, (attributed.source, attributed.cue)))
    first = prose.sentence_at(min(span.start for span in spans)) - 1
    last = prose.sentence_at(max(span.end for span in spans) - 1)
    begins = prose.sentences[first + 1].start
    return tuple(
        _hand_hop(hands[hop], hop)
        for hop in attributed.via
        if first <= prose.sentence_at(hop.start) <= last
        and ("\n" not in prose.text[hop.end : begins] or hands[hop].kind in _OUTLETS)
        and not any(span and hop.overlap(span) for span in passed)
        and not any(said.start <= hop.start and hop.end <= said.end for said in attributed.content)
        and not (hands[hop].kind not in _OUTLETS and _rival(prose, hop, attributed.source))
        and not (hands[hop].kind not in _PAPERS and _is_named_by(attributed.source, hop))
    )


def _hand_hop(speaker: Speaker, span: Span) -> Hop:
    """Return the hop of a hand; a network on which words were posted publishes them."""
    hop = speaker_hop(speaker, span)
    return structs.replace(hop, how="publishes") if hop.kind == "post" else hop


def told_already(medium: Hop, relays: tuple[Hop, ...]) -> bool:
    """Tell whether the hands name where something was spoken or posted: "in a post on X"."""
    words = medium.who.casefold().split()
    spoken = words[-1] in _SPOKEN or words[0] in _SPOKEN
    heard = spoken and any(hop.kind in _OUTLETS for hop in relays)
    return heard or (medium.kind == "post" and any(hop.kind == "post" for hop in relays))


def _is_named_by(source: Span | None, hop: Span) -> bool:
    """Tell whether a source is named within a hand's own words: "the league's head, Ana Ruiz"."""
    return source is not None and hop.covers(source)


def handed_on(
    hops: list[Hop], parent: Attribution | None, relays: tuple[Hop, ...], via: tuple[Span, ...]
) -> list[Hop]:
    """Return the hops so far with a statement's own hands.

    They come behind the parent's speaker, save those that the reader saw before him (``via``):
    "the minister, quoted by Radio Sund, said that the police had ...".
    """
    last = hops[-1].span
    if parent is None or last is None or last != parent.source:
        return [*hops, *relays]
    at = next((place for place, hop in enumerate(via) if hop.overlap(last)), 0)
    before = [hop for hop in relays if hop.span in via[:at]]
    return [*hops[:-1], *before, hops[-1], *(hop for hop in relays if hop not in before)]


def _rival(prose: Prose, hop: Span, source: Span | None) -> bool:
    """Tell whether a speaker is set against a hand: "the police said this, but the mayor that"."""
    if source is None or hop.end > source.start:
        return False
    return _CONTRAST.search(prose.text, hop.end, source.start) is not None


def speaker_hop(speaker: Speaker, span: Span | None, act: Act = "say") -> Hop:
    """Return the hop of a source that speaks, cites or records."""
    relays = speaker.kind in _OUTLETS
    how: HopKind = "records" if act == "record" else "cites" if relays else "says"
    return Hop(who=speaker.who, how=how, kind=speaker.kind, anonymity=speaker.anonymity, span=span)


def holder_hop(prose: Prose, attributed: Attributed) -> Hop | None:
    """Return who has seen the document that the words stand in: "the report, seen by Reuters"."""
    cue = attributed.cue
    if cue is None:
        return None
    sentence = prose.sentences[prose.sentence_at(cue.start)]
    start = min([cue.start, *([attributed.source.start] if attributed.source else [])])
    found = _HOLDS.search(prose.text, start, sentence.end)
    held = _TOLD.match(prose.text, found.end(), sentence.end) if found else None
    if held is None:
        return None
    name = held.group("who").rstrip(".,")
    holder = describe(name)
    if holder.kind not in _OUTLETS or same_hand(holder.who, prose.document.name):
        return None
    span = prose.span(held.start("who"), held.start("who") + len(name))
    return Hop(who=holder.who, how="cites", kind=holder.kind, anonymity="organisation", span=span)


def medium_hop(prose: Prose, attributed: Attributed) -> Hop | None:
    """Return the statement, post or broadcast that carried the words, when the text names one.

    Of what was only spoken it is the outlet that heard it: "in an interview with Radio Sund".
    """
    cue = attributed.cue
    if cue is None:
        return None
    found = _after_cue(prose, attributed) or _before_source(prose, attributed)
    if found is None:
        return None
    noun = " ".join(found.group("noun").split())
    heard = _heard_by(prose, found, noun)
    if heard is not None:
        return heard
    span = prose.span(found.start("noun"), found.end("noun"))
    post = bool(_POST.search(noun))
    sentence = prose.sentences[prose.sentence_at(cue.start)]
    tongue = _TRANSLATED.search(prose.text, sentence.start, sentence.end)
    who = noun.removeprefix("the ")
    if tongue:
        who = f"{who} (translated from {tongue.group('tongue')})"
    return Hop(
        who=who,
        how="translates" if tongue else "publishes",
        kind="post" if post else "document",
        anonymity="organisation",
        span=span,
    )


def _heard_by(prose: Prose, medium: re.Match[str], noun: str) -> Hop | None:
    """Return the outlet to which something was spoken ("in remarks to Radio Sund")."""
    if medium.group("whom") is None or noun.rpartition(" ")[2].casefold() not in _SPOKEN:
        return None
    hearer = describe(medium.group("whom").rstrip(".,"))
    if hearer.kind not in _OUTLETS or same_hand(hearer.who, prose.document.name):
        return None
    span = prose.span(*medium.span("whom"))
    return Hop(who=hearer.who, how="quotes", kind=hearer.kind, anonymity="organisation", span=span)


def _after_cue(prose: Prose, attributed: Attributed) -> re.Match[str] | None:
    assert attributed.cue is not None  # noqa: S101 - asked by medium_hop only
    start = attributed.cue.end
    if attributed.source is not None and attributed.source.start >= attributed.cue.end:
        start = attributed.source.end
    sentence = prose.sentences[prose.sentence_at(attributed.cue.start)]
    stop = max(sentence.end, start)
    for content in attributed.content:
        if content.start >= start:
            stop = min(stop, content.start)
    found = MEDIUM.search(prose.text, start, min(stop, start + 120))
    return found if found and prose.text[start : found.start()].count(",") == 0 else None


def _before_source(prose: Prose, attributed: Attributed) -> re.Match[str] | None:
    if attributed.source is None or attributed.cue is None:
        return None
    sentence = prose.sentences[prose.sentence_at(attributed.cue.start)]
    held = [span for span in attributed.content if span.start <= sentence.start < span.end]
    if held:
        return None
    return MEDIUM.match(prose.text, sentence.start, attributed.source.start) or (
        MEDIUM.search(prose.text, sentence.start, attributed.source.start)
        if _shared_source(prose, attributed)
        else None
    )


def _shared_source(prose: Prose, attributed: Attributed) -> bool:
    """Tell whether the sentence opens with the medium ("In a tweet ... he wrote")."""
    sentence = prose.sentences[
        prose.sentence_at(attributed.source.start if attributed.source else 0)
    ]
    return MEDIUM.match(prose.text, sentence.start, sentence.end) is not None


def told_hop(prose: Prose, attributed: Attributed) -> Hop | None:
    """Return the outlet or agency that was told ("told the Reuters news agency that")."""
    cue = attributed.cue
    if cue is None or not _TELLING.search(cue.text):
        return None
    if cue.text.casefold().endswith("said") and not _TO.match(prose.text, cue.end):
        return None
    sentence = prose.sentences[prose.sentence_at(cue.start)]
    # In a text in capitals nothing but where the words begin tells where the name ends.
    begins = [part.start for part in attributed.content if prose.text[cue.end : part.start].strip()]
    found = _TOLD.match(prose.text, cue.end, min(sentence.end, cue.end + 80, *begins))
    if found is None:
        return None
    told = _DAY.sub("", found.group("who")).rstrip(".,")
    hearer = describe(told)
    named = re.sub(r"^the\s+", "", hearer.who, flags=re.IGNORECASE)
    if hearer.kind not in {"outlet", "agency"} and not _abbreviates(named, prose.document.name):
        return None
    generic = all(word in closed("outlet_words") for word in _PLAIN.findall(named.casefold()))
    if generic or same_hand(named, prose.document.name):
        return None
    return Hop(
        who=named,
        how="quotes",
        kind=hearer.kind if hearer.kind in {"outlet", "agency"} else "outlet",
        anonymity="organisation",
        span=prose.span(found.start("who"), found.start("who") + len(told)),
    )


_PLAIN = re.compile(r"[^\W_]+")


def same_hand(left: str, right: str) -> bool:
    """Tell whether two names of outlets are one: equal words, or one the initials of the other."""
    mine = [word for word in _PLAIN.findall(left.casefold()) if word not in closed("outlet_words")]
    theirs = [
        word for word in _PLAIN.findall(right.casefold()) if word not in closed("outlet_words")
    ]
    return mine == theirs or _abbreviates(left, right) or _abbreviates(right, left)


def _ends(short: str, full: str) -> bool:
    """Tell whether a name is the end of an outlet's, and nothing but words for outlets."""
    said, whole = _PLAIN.findall(short.casefold()), _PLAIN.findall(full.casefold())
    said = said[1:] if said[:1] == ["the"] else said
    general = all(word in words("media") for word in said)
    return general and 0 < len(said) < len(whole) and whole[-len(said) :] == said


def _abbreviates(short: str, full: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", short)
    capitals = [word[0] for word in _PLAIN.findall(full) if word[0].isupper()]
    return len(letters) > 1 and letters.isupper() and letters == "".join(capitals)


def build(document_id: str, hops: list[Hop]) -> Chain:
    """Return the chain of these hops, without a hand that repeats the one before it."""
    kept: list[Hop] = []
    for hop in hops:
        if any(other.who.startswith(f"{hop.who} of ") for other in kept if hop.kind == "outlet"):
            continue  # "the Courier of Lindrosa" and "the Courier"
        if kept and _ends(hop.who, kept[0].who):
            continue  # "told the Courier", as the Lindrosa Courier calls itself
        if kept and same_hand(kept[-1].who, hop.who):
            kept[-1] = kept[-1] if kept[-1].span else hop if len(kept) > 1 else kept[-1]
            continue
        if any(same_hand(hop.who, other.who) for other in kept) and hop.kind in {
            "outlet",
            "agency",
        }:
            continue
        kept.append(hop)
    key = [f"{hop.who}|{hop.how}" for hop in kept]
    return Chain(
        id=stable_id("chain", document_id, *key), document_id=document_id, hops=tuple(kept)
    )
