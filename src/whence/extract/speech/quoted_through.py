"""Chains told in one breath: "A, citing B, quoted C", "A reported it, citing B, which quoted C".

Readers take one of several who pass it on for the speaker. Where the order of the words says who
quotes whom, the last of them speaks, and the others are the hands that it came through.
"""

import re
from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from whence.extract.prose import Prose
from whence.extract.speech.speakers import describe
from whence.model.reading import Attributed
from whence.model.span import Span

_NAME = r"[^,;:.“”\"()\n]{1,80}?"
_CALLED = r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})?"
_CITES = r"(?:citing|quoting)"
_QUOTED = r"(?:quoted|quotes|cited|cites|reported|quoting|citing)"
_BE = r"(?:(?:has|have|had) been|is|was|were|are)(?: also| later)?"
_SAYING = r"as (?:having )?(?:saying|said|telling it|telling reporters|stating|reporting)"
_FORMS = (
    # "Reuters, citing Radio Sund, quoted the mayor as saying that ..."
    re.compile(
        rf"(?P<a>{_NAME}), {_CITES} (?P<b>{_NAME}), {_QUOTED}"
        rf" (?P<z>{_NAME}(?:, {_NAME},)?) (?P<cue>{_SAYING})\b"
    ),
    # "Reuters reported that ..., citing Radio Sund, which quoted the mayor"
    re.compile(
        rf", {_CITES} (?P<b>{_NAME}), (?:which|who) (?:in turn |itself )?(?P<cue>{_QUOTED})"
        rf" (?P<z>{_NAME}{_CALLED})(?: {_SAYING}(?: so)?)?(?=[.,;]|$)"
    ),
    # "Reuters, which cited the mayor, reported that ..."
    re.compile(
        rf"(?P<a>{_NAME}), (?:which|who) {_QUOTED} (?P<z>{_NAME}),"
        r" (?P<cue>reported|said|wrote|says|reports)\b"
    ),
    # "...," the mayor was quoted as saying by Reuters
    re.compile(
        rf"(?P<z>{_NAME}) {_BE} (?P<cue>(?:quoted|cited|reported)"
        rf" {_SAYING}) (?:by|in|on) (?P<a>{_NAME})(?=[.,;]|$)"
    ),
    # The mayor was quoted in the Courier as saying that ...
    re.compile(
        rf"(?P<z>{_NAME}) {_BE} (?:quoted|cited|reported)"
        rf" (?:by|in|on) (?P<a>{_NAME}) (?P<cue>{_SAYING})\b"
    ),
    # The mayor, Radio Sund reported, said that ...
    re.compile(
        rf"(?P<z>{_NAME}{_CALLED}), (?P<a>{_NAME}) (?:reported|reports|said|wrote),"
        r" (?P<cue>said|says|added|claimed|insisted)\b"
    ),
    # According to the Courier, which cited the mayor, ...
    re.compile(
        rf"\b[Aa]ccording to (?P<a>{_NAME}), (?:which|who) (?:in turn |itself )?(?P<cue>{_QUOTED})"
        rf" (?P<z>{_NAME}{_CALLED}),"
    ),
)
_LEADS = re.compile(r"^(?:(?:but|and|yet|while|meanwhile|later|earlier|on \w+day)\b,? )+", re.I)
_SAME = 0.5
"""The share of a content that another one has to have in common with it to be the same words."""


def through(prose: Prose, told: list[Attributed]) -> list[Attributed]:
    """Return statements with the one who speaks as their source where several pass them on."""
    kept = [made for one in told if (made := _by_who_cites(prose, one)) is not None]
    for found, form in _found(prose, told):
        kept = _mended(prose, kept, found, form)
    return [_cited(one, kept) for one in kept]


def _by_who_cites(prose: Prose, one: Attributed) -> Attributed | None:
    """Return a statement as that of who makes it where nobody is cited: "without citing sources".

    None where nobody else is known to make it.
    """
    if one.cue is None or one.source is None or one.cue.text.casefold() not in _CITING:
        return one
    before = prose.text[max(0, one.cue.start - _NEAR) : one.cue.start]
    if one.source.start < one.cue.start or not _WITHOUT.search(before):
        return one
    if not one.via:
        return None
    return replace(one, source=one.via[-1], via=one.via[:-1], cue=None, speaker=None)


_CITING = frozenset(("citing", "quoting", "naming", "identifying"))
_WITHOUT = re.compile(r"\b(?:without|not|never) (?:[a-z]+ly )?$", re.IGNORECASE)
_NEAR = 30
"""Characters before a cue in which it may be taken back."""


def _found(prose: Prose, told: list[Attributed]) -> list[tuple[re.Match[str], int]]:
    """Return where such words stand in the sentences in which somebody is said to say something."""
    marks = (one.cue or one.source for one in told)
    places = {prose.sentence_at(mark.start) for mark in marks if mark is not None}
    rows: list[tuple[re.Match[str], int]] = []
    for index in sorted(places):
        sentence = prose.sentences[index]
        text = prose.text[sentence.start : sentence.end]
        if not _HANDED_ON.search(text):
            continue
        for number, form in enumerate(_FORMS):
            match = form.search(prose.text, sentence.body, sentence.end)
            if match is not None and _may_be(match):
                rows.append((match, number))
                break
    return rows


def _may_be(found: re.Match[str]) -> bool:
    """Tell whether those whom such words name can speak: nobody quotes "safety reasons"."""
    names = found.groupdict()
    speaks = describe(found["z"]).kind not in ("unknown", "document", "recording")
    outlet = not names.get("a") or describe(_LEADS.sub("", found["a"].strip())).kind in _OUTLETS
    return speaks and outlet


_OUTLETS = frozenset(("outlet", "agency"))
_HANDED_ON = re.compile(r"\b(?:citing|quoting|quoted|cited|reported|reports)\b")


def _mended(
    prose: Prose, told: list[Attributed], found: re.Match[str], form: int
) -> list[Attributed]:
    """Return the statements with the one that such words tell in place of those within them."""
    names = found.groupdict()
    speaker = _span(prose, found, "z")
    hands = [_span(prose, found, name) for name in ("a", "b") if names.get(name)]
    within = [one for one in told if _cue_within(one, found)]
    said = [one for one in within if one.content and not _inside(one, found)]
    if not said:
        return told
    best = max(said, key=lambda one: (one.source == speaker, -_length(one)))
    content = tuple(part for part in best.content if not _overlaps(part, found)) or best.content
    main = _main(told, content) if form == 1 else None
    if main is not None and main.source is not None:
        hands = [main.source, *hands]
    elif form == 1:
        hands = [*(hop for hop in best.via if hop not in hands), *hands]
    cue = prose.span(*found.span("cue"))
    made = replace(
        best, source=speaker, cue=cue, content=content, via=tuple(hands), speaker=None,
        unsourced=False,
    )  # fmt: skip
    gone = [*within, *([main] if main is not None else [])]
    return [one for one in told if not any(one is each for each in gone)] + [made]


def _span(prose: Prose, found: re.Match[str], name: str) -> Span:
    """Return the words of a name, less what only leads into the sentence."""
    start, end = found.span(name)
    lead = _LEADS.match(found.group(name))
    start += lead.end() if lead else 0
    start += len(prose.text[start:end]) - len(prose.text[start:end].lstrip())
    return prose.span(start, end)


def _cue_within(one: Attributed, found: re.Match[str]) -> bool:
    """Tell whether a statement has its verb, or its speaker, in such words."""
    if one.cue is not None:
        return found.start() <= one.cue.start < found.end()
    return one.source is not None and found.start() <= one.source.start < found.end()


def _overlaps(part: Span, found: re.Match[str]) -> bool:
    return part.start < found.end() and found.start() < part.end


def _inside(one: Attributed, found: re.Match[str]) -> bool:
    """Tell whether all that is said there is within such words, or holds them all."""
    return all(_overlaps(part, found) for part in one.content)


def _length(one: Attributed) -> int:
    return sum(part.end - part.start for part in one.content)


def _main(told: list[Attributed], content: tuple[Span, ...]) -> Attributed | None:
    """Return who is said to report the same words in front: "Reuters reported that"."""
    return next(
        (
            one
            for one in told
            if one.source is not None and one.cue is not None
            and one.cue.end <= content[0].start and one.source.end <= one.cue.start
            and _share(one.content, content) >= _SAME
        ),
        None,
    )  # fmt: skip


def _cited(one: Attributed, told: list[Attributed]) -> Attributed:
    """Return a statement that is cited with who cites it, where the reader has both apart.

    "The daily said it had been there, citing two officials": the officials say so, and the daily
    passes it on.
    """
    if one.via or one.source is None or one.cue is None:
        return one
    if one.cue.text.casefold() not in ("citing", "quoting"):
        return one
    citing = _main([each for each in told if each is not one], one.content)
    if citing is None or citing.source is None or citing.source.end > one.cue.start:
        return one
    return replace(one, via=(citing.source,))


def _share(mine: tuple[Span, ...], theirs: tuple[Span, ...]) -> float:
    """Return how much of the longer of two contents they have in common."""
    starts = [span.start for span in mine]
    common = 0
    for span in theirs:
        low = max(0, bisect_left(starts, span.start) - 1)
        for other in mine[low : bisect_right(starts, span.end)]:
            common += max(0, min(span.end, other.end) - max(span.start, other.start))
    longer = max(sum(s.end - s.start for s in each) for each in (mine, theirs))
    return common / longer if longer else 0.0
