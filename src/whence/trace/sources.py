"""Reading the words for a source: a person, a body and whoever speaks for it, or nobody by name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.model.attribution import Anonymity, Hop, SourceKind
from whence.model.vocabulary import load
from whence.names import countries
from whence.names.persons import Person, office, person
from whence.names.spelling import name_words, skeletons, words
from whence.trace.credits import outlet_key

_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.IGNORECASE)
_QUANTITY = re.compile(
    r"^(?:one|two|three|four|some|both) of (?:the |its |his |her |their )?", re.I
)
_NOBODY = ("role", "anonymous", "collective", "unknown")


@dataclass(frozen=True, slots=True)
class Source:
    """What identifies a source. Equal keys are one first hand.

    ``sort`` is person, surname, office, body, state, outlet, role or other. ``person`` is set when
    a name is given, also beside a body for which that person speaks (``tied``). ``iso`` is the
    state in whose name or of which a body is. Of nameless people ``head`` says what they are,
    ``modifiers`` of which sort and ``belongs`` to whom. ``words`` are those for a body alone.
    """

    sort: str
    key: tuple[str, ...]
    iso: str | None = None
    person: Person | None = None
    tied: tuple[str, ...] = ()
    head: str = ""
    plural: bool = False
    modifiers: frozenset[str] = frozenset()
    belongs: frozenset[str] = frozenset()
    words: str = ""


@cache
def _voices() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load("voices", dict[str, list[str]], "whence.trace")
    return table


def _either(kinds: str) -> str:
    return "|".join(
        re.escape(word) for word in sorted(_voices()[kinds], key=lambda w: (-len(w), w))
    )


@cache
def _voice_after() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<body>.+?)(?:['’]s?)?\s+(?:(?P<voice>{_either('speakers')})|{_either('papers')})\b"
        r"(?!\s+(?:of|for|by|from|on)\b)[,:]?\s*(?P<name>.*)$",
        re.IGNORECASE,
    )


@cache
def _voice_before() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?P<name>[^,]+),\s*)?(?:(?:the|an?|its|his|her)\s+)?(?:\w+\s+){0,2}?"
        rf"(?:{_either('speakers')}|{_either('papers')})\s+(?:of|for|by|from)\s+"
        r"(?P<body>[^,]+?)(?:,\s*(?P<last>.+))?$",
        re.IGNORECASE,
    )


@cache
def _voice_of_paper() -> re.Pattern[str]:
    """Return how a paper is told with whoever made it: "a complaint filed in court by X"."""
    return re.compile(
        rf"^(?:[\w’'-]+\s+){{0,3}}?(?:{_either('papers')}|{_either('authored')})\s+"
        rf"(?:(?:{_either('issuing')})(?:\s+(?!by\b)[\w’'.-]+){{0,6}}?\s+)?by\s+(?:the\s+)?"
        r"(?P<body>[A-Z][^,]+?|[a-z]+(?:[’']s)?(?:\s+[\w’'-]+){0,3})$",
        re.IGNORECASE,
    )


def bare(who: str) -> str:
    """Return the words for a source without an article or possessive in front."""
    return _ARTICLE.sub("", " ".join(who.split()).strip(" .,;:")).strip() or who.strip()


def body(phrase: str) -> Source:
    """Read the name of a body: article and country set apart, "ministry of X" as "X ministry"."""
    phrase = phrase.split(",", maxsplit=1)[0]
    alone = countries.state(phrase)
    if alone is not None:
        return Source("state", (alone,), alone)
    kept, codes = countries.split(name_words(phrase))
    iso = codes[0] if len(codes) == 1 else None
    if not kept or len(codes) > 1:
        kept, iso = name_words(phrase), None
    if kept == ("government",) and iso is not None:
        return Source("state", (iso,), iso)
    held = office(" ".join(kept))
    if held is not None:
        return Source("office", (held[0],), iso)
    if len(kept) > 1 and kept[-1] in _voices()["classing"]:
        kept = kept[:-1]
    if len(kept) > 2 and kept[0] in _voices()["inverted"] and kept[1] == "of":
        kept = tuple(word for word in kept[2:] if word not in ("the", "for")) + kept[:1]
    key = skeletons(" ".join(word for word in kept if word != "of"))
    return Source("body", key, iso, words=bare(phrase))


def voice(who: str) -> tuple[Source, str] | None:
    """Read "X spokesman", "spokesman for X", "a statement by X" as X and the speaker's name.

    The name is empty where none is given; None means that nobody speaks for anything here.
    """
    text = bare(who)
    paper_of = _voice_of_paper().match(text)
    before, after = _voice_before().match(text), _voice_after().match(text)
    if paper_of is not None and before is None:
        said_for, name = paper_of.group("body"), ""
        if not any(one[:1].isupper() or one in _bodies() for one in said_for.split()):
            return None  # "a list made by two survivors"
    elif before is not None:
        said_for = before.group("body")
        name = before.group("name") or before.group("last") or ""
    elif after is not None:
        said_for, name = after.group("body"), after.group("name")
        if after.group("voice"):
            said_for, name = _named_before(said_for, name)
        if not said_for:
            return None  # "Ana Ruiz, spokeswoman": of whom?
    else:
        return None
    if said_for.casefold() in ("its", "their", "his", "her"):
        return None  # "its spokesman in X, Ana Ruiz"
    return _principal(bare(said_for)), name.strip(" ,()")


def _named_before(said_for: str, name: str) -> tuple[str, str]:
    """Return body and speaker of "Ana Ruiz, a police spokeswoman", the body "" where none is told.

    So of "Ana Ruiz, X's spokeswoman in Y": the place is no name.
    """
    first, comma, rest = said_for.rpartition(",")
    alone = not name.strip(" ,()") or _WHERE.match(name) is not None
    return (rest.strip(), first.strip()) if comma and alone else (said_for, name)


_WHERE = re.compile(r"(?:in|at|on|near|there|here|who|abroad|speaking|also|then)\b")


def _principal(phrase: str) -> Source:
    """Read those who are spoken for: a body, an office or a person."""
    read = body(phrase)
    if read.sort != "body" or any(w in _bodies() for w in words(phrase)):
        return read
    named = person(phrase)
    if named.full and (named.office is not None or named.name != phrase):
        return individual(named)
    return read


@cache
def _bodies() -> frozenset[str]:
    return frozenset(part for name in _voices()["plain_bodies"] for part in words(name))


def plain_body(phrase: str) -> bool:
    """Tell whether a phrase is a bare word for a body ("the ministry"), alone or in its state."""
    kept, _ = countries.split(name_words(phrase))
    return " ".join(kept) in _voices()["plain_bodies"]


def leads_in(word: str) -> bool:
    """Tell whether a word before a body is no part of its name ("according to police")."""
    return word.casefold() in _voices()["leading"]


def short_body(source: Source) -> bool:
    """Tell whether a body is named by a word that means something only inside its text."""
    return source.iso is None and source.key in _sounds("short_bodies")


def without_class(phrase: str) -> str:
    """Return a group's name without the word for what it is: "Reed League group"."""
    plain = phrase.split()
    classed = len(plain) > 1 and plain[-1].casefold() in _voices()["classing"]
    return " ".join(plain[:-1] if classed else plain)


def group_word(source: Source) -> bool:
    """Tell whether a short name is a word for a group of people ("the group", "the militia")."""
    return source.key in _sounds("groups")


@cache
def _sounds(kinds: str) -> frozenset[tuple[str, ...]]:
    return frozenset(skeletons(word) for word in _voices()[kinds])


def paper(source: Source) -> bool:
    """Tell whether a source is a bare "statement" or the like, whoever made it."""
    return (source.sort in ("role", "other") and source.key[-1] in _voices()["papers"]) or (
        source.head + "s" in _voices()["papers"] and not source.modifiers
    )


def official(source: Source) -> bool:
    """Tell whether nameless people speak as servants of a state."""
    return source.sort == "role" and source.head in _voices()["officials"]


def pronoun(source: Source) -> bool:
    """Tell whether a source is a pronoun that nobody could resolve."""
    return bool({"he", "she"}.intersection(" ".join(source.key).split())) and source.person is None


def individual(named: Person) -> Source:
    """Return the source that a person's name stands for."""
    key = skeletons(named.name)
    return Source("person" if named.full else "surname", key, named.iso, named)


def read(hop: Hop) -> Source:
    """Read the words for the last hop of a chain."""
    return _read(hop.who, hop.kind, hop.anonymity)


@lru_cache(maxsize=65536)
def _read(who: str, kind: SourceKind, anonymity: Anonymity) -> Source:
    """Read words for a source; many texts have the same, and every text has them more than once."""
    if kind in ("outlet", "agency", "narrator") and not _any_outlet(who):
        return Source("outlet", (outlet_key(who),))
    spoken = voice(who)
    if spoken is not None and spoken[0].key:
        principal, name = spoken
        speaker = person(name) if name else None
        return Source(
            principal.sort,
            principal.key,
            principal.iso,
            speaker or principal.person,
            principal.key,
            words=principal.words,
        )
    if kind == "person" and anonymity == "named":
        return individual(person(who))
    held = office(bare(who))
    if held is not None and not who.lower().startswith(("a ", "an ")):
        return Source("office", (held[0],), held[1])
    if anonymity == "named":
        return individual(person(who)) if kind == "office" else body(bare(who))
    if kind in ("body", "state", "group") and anonymity not in ("anonymous", "role"):
        return body(bare(who))
    if anonymity in _NOBODY or plain_body(who) or _any_outlet(who):
        return body(bare(who)) if plain_body(who) else nameless(who)
    return Source("other", (kind, " ".join(words(bare(who)))))


def _any_outlet(who: str) -> bool:
    """Tell whether words describe some outlets ("a Turkish channel", "other media"), not a name."""
    text = bare(who)
    left, codes = countries.split(tuple(outlet_key(text).split()))
    plain = any(word.islower() for word in text.split())
    anybody = {*_voices()["loose"], *_voices()["outlets"]}
    return plain and bool(codes or left) and anybody.issuperset(left)


def nameless(who: str) -> Source:
    """Read a description of unnamed people: what they are, one or several, of which sort.

    "Two Iraqi security officials" and "one of the security officials" are both several
    officials; "a security official with knowledge of the matter" is one.
    """
    text = " ".join(who.split())
    group = _QUANTITY.match(text) is not None
    plain = words(_QUANTITY.sub("", text))
    for position, word in enumerate(plain):
        if position and word in _voices()["relative"]:
            plain = plain[:position]
            break
    kept, codes = countries.split(tuple(w for w in plain if w not in _voices()["loose"]))
    core = next(
        (kept[:n] for n, w in enumerate(kept) if n and w in ("of", "in", "from", "at")), kept
    )
    core = next((core[:n] for n, w in enumerate(core) if n and w in ("close", "to", "for")), core)
    head = core[-1] if core else ""
    plural = (
        group or (head.endswith("s") and not head.endswith("ss")) or head in ("people", "media")
    )
    single = head.removesuffix("s") if not head.endswith("ss") else head
    small = {"of", "in", "from", "at", "to", "for", head}
    belongs = frozenset(kept[len(core) :]) - small
    modifiers = frozenset(core) - small
    return Source(
        "role",
        (single, "many" if plural else "one", *sorted(modifiers | belongs), *sorted(set(codes))),
        head=single,
        plural=plural,
        modifiers=modifiers | frozenset(codes),
        belongs=belongs,
    )
