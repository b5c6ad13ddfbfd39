"""Heads of state and government named with their title, and when they held office."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from anyascii import anyascii

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose, Token
from whence.extract.time.words import words
from whence.model.span import Span
from whence.names.countries import countries

_TABLE = "office_holders.tsv"
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "an", "ar", "at", "az", "ben", "bin", "de"})
_GIVEN = 3
"""Tokens of a name that may stand between a title and the surname."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office: ISO country code, name, first and last day (either may be open)."""

    iso: str
    name: str
    start: date | None
    end: date | None

    def on(self, day: date) -> bool:
        """Tell whether the office was held on ``day``."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Holding:
    """A holder of high office as the text names one, with every term that the name may mean."""

    span: Span
    label: str
    terms: tuple[Term, ...]

    def on(self, day: date) -> bool:
        """Tell whether one of the possible holders held office on ``day``."""
        return any(term.on(day) for term in self.terms)


def key(name: str) -> tuple[str, ...]:
    """Return the tokens of a name without articles, diacritics and case ("al-Azm" is "azm")."""
    plain = re.sub(r"'s\b", "", anyascii(name).casefold())
    parts = re.findall(r"[a-z]+", plain.replace("'", "").replace("`", ""))
    kept = tuple(part for part in parts if part not in _ARTICLES)
    return kept or tuple(parts)


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """Return every known term of office by the last token of the holder's name."""
    found: dict[str, list[Term]] = {}
    for line in (files(LEXICON) / _TABLE).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        iso, name, start, end = line.split("\t")
        term = Term(iso, name, _first(start), _last(end))
        found.setdefault(key(name)[-1], []).append(term)
    return {surname: tuple(rows) for surname, rows in sorted(found.items())}


def _first(prefix: str) -> date | None:
    if not prefix:
        return None
    parts = [int(part) for part in prefix.split("-")]
    return date(*[*parts, 1, 1][:3])


def _last(prefix: str) -> date | None:
    """Return the last day that an ISO prefix allows."""
    if not prefix:
        return None
    parts = [int(part) for part in prefix.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], (parts[1] if len(parts) == 2 else 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def holdings(prose: Prose) -> tuple[Holding, ...]:
    """Return the holders of high office named with their title, or by "the X administration"."""
    named: dict[str, Holding] = {}
    codes = _countries_named(prose.text)
    for sentence in prose.sentences:
        tokens = sentence.tokens
        for index in range(len(tokens)):
            for holding in _at(prose, tokens, index, codes):
                named.setdefault(holding.label, holding)
    return tuple(named[label] for label in sorted(named))


def _at(
    prose: Prose, tokens: tuple[Token, ...], index: int, codes: frozenset[str]
) -> list[Holding]:
    after = _title_end(tokens, index)
    if after is not None:
        found = _named_after(prose, tokens, after, codes)
        return [found] if found else []
    if (
        tokens[index].lower in words().terms_in_office
        and index
        and tokens[index - 1].text[0].isupper()
    ):
        return _in_term(prose, tokens[index - 1], codes)
    return []


def _title_end(tokens: tuple[Token, ...], index: int) -> int | None:
    """Return the index after a title at ``index``, unless the office is over or not yet held."""
    if index and tokens[index - 1].lower in words().not_in_office:
        return None
    if index > 1 and tokens[index - 2].lower in words().not_in_office:
        return None
    for title in words().titles:
        parts = title.split()
        if [token.lower for token in tokens[index : index + len(parts)]] == parts:
            return index + len(parts)
    return None


def _named_after(
    prose: Prose, tokens: tuple[Token, ...], after: int, codes: frozenset[str]
) -> Holding | None:
    """Read the name after a title; "of Country" may stand between."""
    if after < len(tokens) and tokens[after].lower == "of":
        after += 2
    name: list[Token] = []
    for token in tokens[after : after + _GIVEN + 1]:
        if not token.text[0].isupper() and token.lower.split("-")[0] not in _ARTICLES:
            break
        name.append(token)
    for length in range(len(name), 0, -1):
        spelled = " ".join(token.text for token in name[:length])
        fitting = _fitting(key(spelled), codes)
        if fitting:
            span = prose.span(name[0].start, name[length - 1].end)
            return Holding(span, re.sub(r"['’]s$", "", span.text), fitting)
    return None


def _in_term(prose: Prose, token: Token, codes: frozenset[str]) -> list[Holding]:
    """Read "the X administration"; of "X-Y" every half that is a known holder counts."""
    found = []
    for part in re.split(r"[-–]", token.text):
        fitting = _fitting(key(part), codes) if part[:1].isupper() else ()
        if fitting:
            found.append(Holding(prose.span(token.start, token.end), part, fitting))
    return found


def _fitting(name: tuple[str, ...], codes: frozenset[str]) -> tuple[Term, ...]:
    """Return the terms that a name may mean, in countries that the text names.

    Given names must not contradict: where both sides have some, one must be shared.
    """
    if not name:
        return ()
    fitting = []
    for term in terms().get(name[-1], ()):
        known = key(term.name)
        given = set(name[:-1]), set(known[:-1])
        if term.iso in codes and (not all(given) or given[0] & given[1]):
            fitting.append(term)
    return tuple(fitting)


def _countries_named(text: str) -> frozenset[str]:
    """Return the codes of the countries that the text names by name, people or capital."""
    codes = _name_pattern()
    return frozenset(codes[1][word] for word in codes[0].findall(text))


@cache
def _name_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = {}
    for name, country in countries().items():
        for word in filter(None, (name, *country.demonyms, *country.aliases, country.capital)):
            table.setdefault(word, country.iso)
    ordered = sorted(table, key=lambda word: (-len(word), word))
    found = "|".join(re.escape(word) for word in ordered)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)"), table
