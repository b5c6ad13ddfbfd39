"""News in which most who are named are no suspects: what our passages and crime reports lack.

Passages are written to accuse, so that what learns from them takes a state, an army or a sect in
any report of violence for a suspect. In WikiEvents' training part the annotators say who attacked,
killed or was tried; in MUC-4's messages the key says who did it; in PolNeAR's articles on politics
hardly anybody is suspected of a deed. Whoever else is named there is no suspect.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from evaluation.corpora import muc4, wikievents
from evaluation.corpora.polnear import Annotated
from evaluation.readers.plain import plain_document

from training.corpora.gva import Known
from whence.extract.prose import prose
from whence.extract.suspicion.deed.blame import tells_a_deed

Range = tuple[int, int]

_DOERS = frozenset(("Attacker", "Killer", "Injurer", "Perpetrator", "Defendant"))
_CULPRITS = ("PerpInd", "PerpOrg")


def events(stories: Iterable[wikievents.Story]) -> Iterator[Known]:
    """Yield stories with who did it or is tried in some event, and with who is none of these.

    Not every event is annotated: others are those with another part in one, and who is named where
    no deed is told.
    """
    for story in stories:
        parts = [
            (one.span, one.role in _DOERS)
            for event in story.events
            for one in event.arguments
            if one.span is not None
        ]
        told = [span for span, did in parts if did]
        names = {story.text[start:end] for start, end in told}
        alike = [at for name in sorted(names) for at in muc4.occurrences(story.text, name)]
        others = [*(span for span, did in parts if not did), *_peaceful(story.id, story.text)]
        yield Known(
            text=story.text,
            suspected=tuple(told),
            others=_less(others, [*told, *alike]),
            guessed=True,
        )


def messages(reports: Iterable[muc4.Report]) -> Iterator[Known]:
    """Yield messages with those whom the key does not blame.

    The key tells of whole messages: which mention of a culprit carries the suspicion is not known.
    """
    for report in reports:
        names = {
            name
            for template in report.templates
            for role in _CULPRITS
            for entity in template.entities.get(role, ())
            for name in entity.mentions
        } | {name for one in report.blamed for name in one.names}
        alike = [at for name in sorted(names) for at in muc4.occurrences(report.text, name)]
        yield Known(
            text=report.text,
            suspected=(),
            others=_without(alike, 0, len(report.text)),
            guessed=True,
        )


def politics(articles: Iterable[Annotated]) -> Iterator[Known]:
    """Yield articles with everybody who is named where no deed is told."""
    for article in articles:
        others = tuple(_peaceful(article.name, article.text))
        yield Known(text=article.text, suspected=(), others=others, guessed=True)


def everyone(data: Path, articles: Sequence[Annotated]) -> Iterator[Known]:
    """Yield all of these; of ``data`` the training parts alone."""
    yield from chain(
        events(wikievents.stories(data, "train")[0]),
        messages(muc4.reports(data, "train")[0]),
        politics(articles),
    )


def _peaceful(name: str, text: str) -> Iterator[Range]:
    """Yield the sentences of a text that tell of no deed."""
    cut = prose(plain_document(name, text))
    if cut.text != text:
        return
    for one in cut.sentences:
        if not tells_a_deed(text[one.start : one.end]):
            yield one.start, one.end


def _less(places: Iterable[Range], taken: Sequence[Range]) -> tuple[Range, ...]:
    """Return places without what others take of them."""
    found: list[Range] = []
    for start, end in places:
        within = [(max(one, start), min(other, end)) for one, other in taken]
        free = _without([(one, other) for one, other in within if one < other], start, end)
        found += free
    return tuple(found)


def _without(taken: Iterable[Range], first: int, size: int) -> tuple[Range, ...]:
    """Return what lies beside some places, from ``first`` to ``size``."""
    found, at = [], first
    for start, end in sorted(taken):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    return (*found, (at, size)) if at < size else tuple(found)
