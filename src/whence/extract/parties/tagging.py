"""The words of a sentence, each with what it can be in the name of a party."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from whence.extract.parties.capitals import (
    as_acronym,
    capitalised,
    in_capitals,
    personal,
    shouting,
    titled,
)
from whence.extract.parties.words import Tag, Word, adjectival, lexicon, plain
from whence.extract.prose import Sentence, Token
from whence.names.countries import countries

_QUOTES = frozenset("“”\"«»„‘’'`")


@cache
def _places() -> dict[tuple[str, ...], tuple[Tag, str]]:
    """Map the words of states, demonyms and capitals to what they are and the country."""
    found: dict[tuple[str, ...], tuple[Tag, str]] = {}
    for name, row in countries().items():
        told: tuple[tuple[tuple[str, ...], Tag], ...] = (
            ((row.capital, *row.capital_aliases), "capital"),
            (row.demonyms, "demonym"),
            ((name, *row.aliases), "state"),
        )
        for words, tag in told:
            for word in words:
                key = tuple(word.casefold().rstrip(".").replace("’", "'").split())
                if key:
                    found[key] = (tag, name)
    return found


@cache
def _compounds() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in lexicon()["compounds"])


def words_of(
    sentence: Sentence,
    acronyms: frozenset[str] = frozenset(),
    named: Mapping[int, int] = MappingProxyType({}),
    persons: Mapping[int, int] = MappingProxyType({}),
    bands: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Word, ...]:
    """Tag the words of a sentence without its quotation marks; states and compounds are one.

    ``named`` maps where the names of bodies and groups start to where they end: in a sentence set
    in capitals all of them count, elsewhere those with small words or a possessive among theirs.
    ``persons`` does so for the names of persons, ``bands`` for those of armed groups that are one
    name everywhere.
    """
    told = _without_retirement(sentence.tokens)
    tokens = [
        token
        for before, token in zip((None, *told), told, strict=False)
        if token.text not in _QUOTES and not _abbreviates(before, token)
    ]
    quoted = _quoted_names(sentence)
    loud = shouting(sentence)
    groups = _named_groups(tokens, named) if loud else _joined_names(tokens, named)
    groups = {**groups, **bands}
    found: list[Word] = []
    position = 0
    while position < len(tokens):
        start = tokens[position].start
        end = groups.get(start) or quoted.get(start)
        if end is None:
            length, word = _phrase_at(tokens, position, loud)
        else:
            length = sum(start <= token.start < end for token in tokens)
            word = _name(tokens[position : position + length], start in groups)
        found.append(word)
        position += length
    found = _with_initials(found, sentence)
    if loud:
        found = personal(capitalised(found, named), persons, loud)
        return in_capitals(titled(found), acronyms)
    return tuple(personal([as_acronym(word, acronyms) for word in found], persons, loud))


def _name(run: list[Token], group: bool) -> Word:
    """Return a name of one or more words as one word."""
    last, possessive = plain(run[-1].text)
    text = " ".join([*(token.text for token in run[:-1]), last])
    return Word(run[0].start, run[-1].end, text, text.casefold(), "name", "", possessive, True,
                group)  # fmt: skip


def _named_groups(tokens: list[Token], named: Mapping[int, int]) -> dict[int, int]:
    """Return start and end of the names that are no name and head ("THE SHINING ROAD")."""
    found: dict[int, int] = {}
    for run in _runs(tokens, named):
        if run[-1].text[-1].isalpha() and not _generic(run):
            found[run[0].start] = run[-1].end
    return found


def _joined_names(tokens: list[Token], named: Mapping[int, int]) -> dict[int, int]:
    """Return start and end of the names that words of several kinds make up.

    "The Army of the Second Lamp" and "the People's Red Front", where capitals alone would tell of
    an army and a lamp. It begins and ends with a capital or a number.
    """
    found: dict[int, int] = {}
    for run in _runs(tokens, named):
        ends = (run[0].text[:1], run[-1].text[:1])
        joins = any(part.text[:1].islower() or plain(part.text)[1] for part in run[:-1])
        if joins and all(one.isupper() or one.isdigit() for one in ends):
            found[run[0].start] = run[-1].end
    return found


def _runs(tokens: list[Token], named: Mapping[int, int]) -> Iterator[list[Token]]:
    """Yield the words of each name, without its determiners."""
    for at, token in enumerate(tokens):
        end = named.get(token.start, 0)
        last = at
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        run = tokens[at:last]
        while len(run) > 1 and run[0].lower in lexicon()["determiners"]:
            run.pop(0)
        if run:
            yield run


def _generic(run: list[Token]) -> bool:
    """Tell whether known words do for a phrase: it ends in a head, or says nothing but a class."""
    lists = lexicon()
    known = lists["heads"] | lists["labels"] | lists["around"]
    last = plain(run[-1].text)[0].casefold()
    return last in known or last in lists["never_names"] or _is_place(run)


def _is_place(run: list[Token]) -> bool:
    last = plain(run[-1].text)[0].casefold()
    return (*(token.lower for token in run[:-1]), last) in _places()


def _abbreviates(before: Token | None, token: Token) -> bool:
    """Tell the full stop of "Mr." or of an initial from one that ends something."""
    if token.text != "." or before is None or before.end != token.start:
        return False
    return before.lower in _SHORT or (len(before.text) == 1 and before.text.isupper())


_SHORT = frozenset(("mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sen", "rep",
                    "gov", "sgt", "prof", "adm", "brig", "cmdr", "rev", "hon", "st"))  # fmt: skip


_RETIRED = frozenset(("retd", "ret", "rtd", "retired", "res"))


def _without_retirement(tokens: tuple[Token, ...]) -> list[Token]:
    """Return tokens without what parts a rank from a name: "Gen. (retd) Ali Khan"."""
    kept: list[Token] = []
    skip = 0
    for at, token in enumerate(tokens):
        inside = [one.lower for one in tokens[at + 1 : at + 4]] if token.text == "(" else []
        if inside[:1] and inside[0] in _RETIRED and ")" in inside:
            skip = inside.index(")") + 2
        if skip:
            skip -= 1
        else:
            kept.append(token)
    return kept


def _with_initials(found: list[Word], sentence: Sentence) -> list[Word]:
    """Give the first letter of a name back to it, where it is one that is a word as well: "A. Roe".

    The full stop behind it tells it from the article.
    """
    stops = {token.start for token in sentence.tokens if token.text == "."}
    return [
        replace(word, tag="name", capital_letter=True)
        if word.text == "A" and word.end in stops and after is not None and after.tag == "name"
        else word
        for word, after in zip(found, (*found[1:], None), strict=False)
    ]


def _quoted_names(sentence: Sentence) -> dict[int, int]:
    """Return start and end of names that only their quotation marks tell: the "x" militia.

    That is one word in quotation marks before a head, or what follows "called" in them.
    """
    tokens = sentence.tokens
    heads = lexicon()["labels"] | lexicon()["heads"]
    found: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.text not in _QUOTES or index + 2 >= len(tokens):
            continue
        close = next((i for i in range(index + 1, min(index + 9, len(tokens)))
                      if tokens[i].text in _QUOTES), 0)  # fmt: skip
        if close <= index + 1:
            continue
        after = tokens[close + 1].lower if close + 1 < len(tokens) else ""
        called = index > 0 and tokens[index - 1].lower in _CALLED
        if called or (close == index + 2 and after in heads and tokens[index + 1].text.isalpha()):
            found[tokens[index + 1].start] = tokens[close - 1].end
    return found


_CALLED = frozenset(("called", "named", "dubbed", "as", "itself", "themselves"))


def _phrase_at(tokens: list[Token], position: int, loud: bool) -> tuple[int, Word]:
    first = _first(tokens[position].text)
    longest = min(_openers().get(first, 0), len(tokens) - position)
    for length in range(longest, 0, -1):
        run = tokens[position : position + length]
        last, possessive = plain(run[-1].text)
        key = (*(token.lower for token in run[:-1]), last.casefold())
        place = _places().get(tuple(part.rstrip(".").replace("’", "'") for part in key))
        if place and _written_as_name(run, loud):
            return length, _word(run, place[0], place[1], possessive)
        if length > 1 and key in _compounds():
            return length, _word(run, "head", "", possessive)
    return 1, _single(tokens[position], loud)


def _first(text: str) -> str:
    return plain(text)[0].casefold().rstrip(".").replace("’", "'")


@cache
def _openers() -> dict[str, int]:
    """Map the first word of every state and compound to the length of the longest, in words."""
    found: dict[str, int] = {}
    for phrase in (*_places(), *_compounds()):
        key = _first(phrase[0])
        found[key] = max(found.get(key, 0), len(phrase))
    return found


def _written_as_name(run: list[Token], loud: bool) -> bool:
    if loud:
        return len(run) > 1 or len(run[0].text) > 2
    if len(run) == 1 and len(run[0].text.strip(".")) <= 3:
        return plain(run[0].text)[0].isupper()
    return run[0].text[0].isupper()


def _word(run: list[Token], tag: Tag, state: str, possessive: bool) -> Word:
    end = run[-1].end
    text = " ".join(token.text for token in run)
    upper = run[0].text[0].isupper()
    return Word(run[0].start, end, text, text.casefold(), tag, state, possessive, upper)


def _single(token: Token, loud: bool) -> Word:
    text, possessive = plain(token.text)
    lower = text.casefold()
    upper = (text[:1].isupper() or _particle_name(text, loud)) and not loud
    words = lexicon()
    tag: Tag = "other"
    if any(lower in words[name] for name in ("labels", "heads", "around")):
        tag = "head"
    elif lower in words["modifiers"] or _bound(lower) or (not upper and adjectival(lower)):
        tag = "modifier"
    elif upper and lower in words["titles"]:
        tag = "title"
    elif upper and _CONTRACTED.split(lower)[0] not in words["never_names"]:
        tag = "name" if not text[0].isdigit() and not lower.endswith("-year-old") else "other"
    return Word(token.start, token.end, text, lower, tag, "", possessive, upper)


_CONTRACTED = re.compile(r"[’'‘`](?=(?:ve|re|ll|d|m|s|t)$)")


def _particle_name(text: str, loud: bool) -> bool:
    """Tell a name with its article joined on in lower case: "al-Masri"."""
    first, _, rest = text.replace("‑", "-").partition("-")
    return not loud and first.casefold() in ("al", "el", "ul", "as", "ar") and rest[:1].isupper()


def _bound(lower: str) -> bool:
    """Tell a word like "X-backed" or "pro-X": it binds a name to a noun and names no actor."""
    first, _, rest = lower.partition("-")
    if not rest:
        return False
    words = lexicon()
    return rest.rpartition("-")[2] in words["bound_suffixes"] or first in words["bound_prefixes"]
