"""Whose words "the statement" goes on with: those of whoever spoke in one shortly before."""

import re

from whence.extract.prose import Prose
from whence.extract.speech.chains import medium_hop
from whence.extract.speech.speakers import Speaker
from whence.model.attribution import Hop
from whence.model.reading import Attributed
from whence.model.span import Span

_NOUNS = r"statement|communiqu[eé]|message|letter|post|tweet|leaflet|note"
_BARE = re.compile(rf"(?:the|this|that|the same|its) (?P<noun>{_NOUNS})", re.IGNORECASE)
_NAMED = re.compile(rf"(?:^|\s)(?P<noun>{_NOUNS})$", re.IGNORECASE)
_MADE = re.compile(rf"(?:[\w’'-]+\s)*?(?P<noun>{_NOUNS})\b", re.IGNORECASE)
_REACH = 900
"""Characters before "the statement" within which somebody spoke in one."""


class Papers:
    """Who spoke last in a statement, a letter, a post, while a text is read from top to bottom."""

    def __init__(self, prose: Prose) -> None:
        """Begin a text, in which nobody has spoken so far."""
        self._prose = prose
        self._last: dict[str, tuple[int, Speaker]] = {}

    def note(self, one: Attributed, speaker: Speaker) -> None:
        """Remember in what somebody spoke: "said in a statement"."""
        if one.cue is None or speaker.unresolved:
            return
        if speaker.kind in _PAPERS:
            named = _MADE.match(speaker.who)  # "a statement from the army" is another one
            if named is not None:
                self._last[named["noun"].casefold()] = (one.cue.start, speaker)
            return
        medium = medium_hop(self._prose, one)
        told = [hop.text for hop in one.via] + ([medium.who] if medium is not None else [])
        for words in told:
            found = _NAMED.search(words)
            if found is not None:
                self._last[found["noun"].casefold()] = (one.cue.start, speaker)

    def whose(self, source: Span) -> Speaker | None:
        """Return who speaks in "the statement", None where nobody spoke in one shortly before."""
        found = _BARE.fullmatch(" ".join(source.text.split()))
        at, speaker = self._last.get(found["noun"].casefold(), _NOBODY) if found else _NOBODY
        return speaker if 0 <= source.start - at <= _REACH else None


_PAPERS = frozenset({"document", "recording", "post", "narrator", "unknown"})
_NOBODY: tuple[int, Speaker | None] = (0, None)


def paper_hop(source: Span | None, speaker: Speaker) -> Hop | None:
    """Return the paper in which somebody goes on to speak: "the statement" of the Reed League."""
    found = _BARE.fullmatch(" ".join(source.text.split())) if source is not None else None
    if found is None or source is None or speaker.kind in _PAPERS:
        return None
    who = found["noun"].casefold()
    return Hop(
        who=who, how="publishes", kind="post" if who in ("post", "tweet") else "document",
        anonymity="organisation",
    )  # fmt: skip
