"""Towns that the gazetteer has not, by what a text says of them again and again."""

from collections import defaultdict
from collections.abc import Sequence

from whence.extract.events import event_words
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import demonyms, lookup
from whence.extract.place.located import Located, in_region
from whence.extract.place.names import heads
from whence.extract.place.spelling import fold, key
from whence.extract.place.words import bare, is_capital, words
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.time.words import words as time_words
from whence.model.span import Span

_LONGEST = 3
"""Words in a town's name."""
_AGAIN = 2
"""Times that "in X" must stand, in a text about one region, to make X a town of it."""
_IN = frozenset({"in", "near", "outside", "at"})
_BESIDE = 6
"""Code points between a street or building and the "in" behind it ("Mill Road in Harrow")."""
_NEAR = 12
"""Tokens before "in" within which a word for the event puts it there."""


def unlisted(prose: Prose, found: Sequence[Located], region: Place) -> list[Located]:
    """Return towns of ``region``, which a text is about: it says repeatedly what is "in" them.

    The title counts as once. Once is enough where the sentence tells of the event or names the
    street before, of a name that is no town's elsewhere. They are given no point of their own,
    only their region's.
    """
    taken = [(one.span.start, one.span.end) for one in found]
    rows: dict[str, list[Span]] = defaultdict(list)
    placed: set[str] = set()
    for sentence in prose.sentences:
        for at, token in enumerate(sentence.tokens[:-1]):
            span = _run(prose, sentence.tokens, at + 1) if token.lower in _IN else None
            if span is not None and not any(s < span.end and span.start < e for s, e in taken):
                rows[key(span.text)].append(span)
                if not lookup(span.text) and _tells(prose, sentence, at, found):
                    placed.add(key(span.text))
    title = f" {key(prose.document.title or '')} "
    small = _small(prose) if rows else frozenset()
    return [
        Located(span, span, span.text, in_region(span.text, region), "located", settled=True)
        for name, spans in rows.items()
        if name not in small
        and (name in placed or _times_told(prose, spans) + (f" {name} " in title) >= _AGAIN)
        for span in spans
    ]


def _tells(prose: Prose, sentence: Sentence, at: int, found: Sequence[Located]) -> bool:
    """Tell whether "in" at a token places the event or a street, in the text and not its title."""
    here = sentence.tokens[at]
    if here.text == "at" or not here.text.islower():
        return False
    if prose.block_kind(here.start) == "title":
        return False
    if any(one.facility and 0 <= here.start - one.span.end <= _BESIDE for one in found):
        return True
    events = event_words().incident_nouns | words().happened
    before = sentence.tokens[max(0, at - _NEAR) : at]
    return any(token.lower in events for token in before)


def _times_told(prose: Prose, spans: Sequence[Span]) -> int:
    """Return how often the text, but for its title, says what is in a town, or starts from it."""
    told = sum(prose.block_kind(span.start) != "title" for span in spans)
    return told + heads(prose, spans[0].text)


def _run(prose: Prose, tokens: tuple[Token, ...], at: int) -> Span | None:
    """Return the run of capitalised words at ``at``, where it may be a town's name."""
    last = at
    while last < len(tokens) and last - at <= _LONGEST and is_capital(tokens[last]):
        if bare(tokens[last]).casefold() in _times():
            break
        last += 1
    run = tokens[at:last]
    if last < len(tokens) and tokens[last].text in "&'’":
        return None
    if not run or len(run) > _LONGEST or not all(_may_name(token) for token in run):
        return None
    names = {fold(bare(token)) for token in run}
    if names <= words().ordinary or names & _heading() or fold(bare(run[-1])) in words().waters:
        return None
    if _begins_with_town(run):
        return None
    end = run[-1].start + len(bare(run[-1]))
    return prose.span(run[0].start, end)


def _small(prose: Prose) -> frozenset[str]:
    """Return the words that a text also writes in small letters: such a word is no name."""
    every = (token.text for sentence in prose.sentences for token in sentence.tokens)
    return frozenset(fold(word) for word in every if word.islower())


def _begins_with_town(run: Sequence[Token]) -> bool:
    """Tell whether a headline's capitals go on behind a known town ("Port Harrow Party")."""
    if fold(bare(run[-1])) in words().settlements:
        return False
    starts = (" ".join(bare(token) for token in run[:size]) for size in range(2, len(run)))
    return any(place.kind == "city" for start in starts for place in lookup(start))


def _heading() -> frozenset[str]:
    """Return words that stand behind a name in a headline, where all have capitals."""
    return event_words().incident_nouns | words().happened | words().people | words().forces


def _times() -> frozenset[str]:
    return frozenset((*time_words().weekdays, *time_words().months))


def _may_name(token: Token) -> bool:
    word = fold(bare(token))
    known = word in demonyms()
    long = len(word) > 2 and not token.text.isupper()
    return bare(token).isalpha() and long and not known and not _wide(word)


def _wide(word: str) -> bool:
    return any(place.kind in ("country", "region") for place in lookup(word))
