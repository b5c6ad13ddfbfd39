"""What is looked for: a small language, the same on every database.

    harbour drone           both words
    "green zone"            these words beside each other
    drone OR missile        either
    drone -toy              not that word (also: drone NOT toy)
    demol*                  words that begin so
    (drone OR missile) dawn

Everything else is text: signs are left out, and a word that holds some (``green-zone``) is a
phrase. OR, NOT and AND are told by their capitals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from whence.errors import BadQuery
from whence.store.fulltext.folding import words

_LONGEST, _MOST, _DEEPEST = 1000, 64, 10
_TOKENS = re.compile(r'(-?)"([^"]*)(?:"(\*?)|$)|(-?)\(|\)|[^\s()"]+')
_LEAST = 2  # letters before a *: one letter begins half of all words


@dataclass(frozen=True)
class Phrase:
    """Words beside each other; of the last one only the beginning with ``prefix``."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class All:
    """Everything in ``must``, nothing in ``without``; ``must`` is never empty."""

    must: tuple["Query", ...]
    without: tuple["Query", ...] = ()


@dataclass(frozen=True)
class Any:
    """One of ``options`` at least."""

    options: tuple["Query", ...]


Query = Phrase | All | Any


@dataclass(frozen=True)
class _Not:
    query: Query


def parse(text: str) -> Query:
    """Return what a person's query asks for.

    Raises:
        BadQuery: when it asks for nothing, only for what is not to be there, or for too much.
    """
    if len(text) > _LONGEST:
        raise BadQuery(f"a query of {len(text):,} characters", f"at most {_LONGEST:,}")
    found = _Reading(_tokens(text)).options()
    if found is None:
        raise BadQuery(f"nothing to look for in {text!r}", "give a word, or words in quotes")
    if isinstance(found, _Not):
        raise BadQuery(f"{text!r} says only what is not to be there", "add a word that is")
    asked = list(phrases(found))
    if any(phrase.prefix and len(phrase.words[-1]) < _LEAST for phrase in asked):
        raise BadQuery("too short a beginning before *", f"give {_LEAST} letters at least")
    count = sum(len(phrase.words) for phrase in asked)
    if count > _MOST:
        raise BadQuery(f"a query of {count} words", f"at most {_MOST}")
    return found


def phrases(query: Query, *, sought: bool = False) -> Iterator[Phrase]:
    """Yield every phrase of a query; with ``sought`` those that a hit may hold alone."""
    if isinstance(query, Phrase):
        yield query
        return
    inner = query.options if isinstance(query, Any) else query.must
    if isinstance(query, All) and not sought:
        inner += query.without
    for one in inner:
        yield from phrases(one, sought=sought)


def matches(query: Query, text: Sequence[str]) -> bool:
    """Tell whether folded words are what a query asks for."""
    if isinstance(query, Phrase):
        return next(places(query, text), None) is not None
    if isinstance(query, Any):
        return any(matches(one, text) for one in query.options)
    return all(matches(one, text) for one in query.must) and not any(
        matches(one, text) for one in query.without
    )


def places(phrase: Phrase, text: Sequence[str]) -> Iterator[int]:
    """Yield where among folded words a phrase begins."""
    *first, last = phrase.words
    for place in range(len(text) - len(first)):
        end = text[place + len(first)]
        ends = end.startswith(last) if phrase.prefix else end == last
        if ends and all(text[place + at] == word for at, word in enumerate(first)):
            yield place


@dataclass(frozen=True)
class _Token:
    kind: str  # ( ) or text
    negated: bool = False
    phrase: Phrase | None = None


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    opened = 0
    for match in _TOKENS.finditer(text):
        whole = match.group()
        if whole == ")":
            if opened:  # or it closes nothing
                opened -= 1
                found.append(_Token(")"))
        elif whole in ("(", "-("):
            opened += 1
            found.append(_Token("(", whole == "-("))
        elif whole in ("OR", "NOT", "AND"):
            found.append(_Token(whole))
        elif match.group(2) is not None:
            said = _phrase(match.group(2), prefix=bool(match.group(3)))
            found.append(_Token("text", bool(match.group(1)), said))
        else:
            bare = whole.lstrip("-")
            said = _phrase(bare, prefix=bare.endswith("*"))
            found.append(_Token("text", whole.startswith("-"), said))
    return found


def _phrase(text: str, *, prefix: bool) -> Phrase | None:
    folded = tuple(words(text))
    return Phrase(folded, prefix) if folded else None


@dataclass
class _Reading:
    """Reads tokens from left to right; an OR beside nothing is passed over."""

    tokens: list[_Token]
    at: int = 0
    depth: int = field(default=0)

    def options(self) -> Query | _Not | None:
        found = [self.together()]
        while self._next() == "OR":
            self.at += 1
            found.append(self.together())
        return _any(found)

    def together(self) -> Query | _Not | None:
        found: list[Query | _Not | None] = []
        negated = False
        while (kind := self._next()) not in ("OR", ")", ""):
            token = self.tokens[self.at]
            self.at += 1
            if kind in ("NOT", "AND"):
                negated = kind == "NOT"
                continue
            inner = self._inner() if kind == "(" else token.phrase
            found.append(_not(inner) if negated or token.negated else inner)
            negated = False
        return _all(found)

    def _inner(self) -> Query | _Not | None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise BadQuery("too many brackets within each other", f"at most {_DEEPEST}")
        found = self.options()
        self.depth -= 1
        self.at += 1  # the closing bracket, or the end
        return found

    def _next(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""


def _not(query: Query | _Not | None) -> Query | _Not | None:
    if query is None:
        return None
    return query.query if isinstance(query, _Not) else _Not(query)


def _parted(found: Sequence[Query | _Not | None]) -> tuple[list[Query], list[Query]]:
    asked = [one for one in found if one is not None and not isinstance(one, _Not)]
    return asked, [one.query for one in found if isinstance(one, _Not)]


def _all(found: Sequence[Query | _Not | None]) -> Query | _Not | None:
    asked, refused = _parted(found)
    if asked:
        return _flat(asked, refused)
    if refused:  # neither this nor that: not one of them
        return _Not(refused[0] if len(refused) == 1 else Any(tuple(refused)))
    return None


def _flat(asked: list[Query], refused: list[Query]) -> Query:
    return asked[0] if len(asked) == 1 and not refused else All(tuple(asked), tuple(refused))


def _any(found: Sequence[Query | _Not | None]) -> Query | _Not | None:
    asked, refused = _parted(found)
    if refused:  # this or not that: not (that without this)
        return _Not(_flat(refused, asked))
    if not asked:
        return None
    return asked[0] if len(asked) == 1 else Any(tuple(asked))
