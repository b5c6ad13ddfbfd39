"""What identifies a party: its key, read off one way of naming it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct

from whence.model.claim import PartyKind
from whence.model.vocabulary import load
from whence.names import countries
from whence.names.organs import rules
from whence.names.persons import office, person
from whence.names.spelling import name_words, skeletons, words


class Table(Struct, frozen=True):
    """``parties.yaml``: words around the names of parties."""

    backed: tuple[str, ...]
    pro: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]
    generic: tuple[str, ...]
    affiliation: tuple[str, ...]
    vague: tuple[str, ...]
    organs: tuple[str, ...]
    ranks: tuple[str, ...]
    dwellings: tuple[str, ...]
    backing: tuple[str, ...]
    foes: tuple[str, ...]
    small: tuple[str, ...]
    foreign: tuple[str, ...]


_SPEAKING = re.compile(r"^(?P<whole>.+?)\s+spokes(?:man|woman|person)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one text names it: ``key`` identifies it, ``bare`` is the name to show."""

    key: tuple[str, ...]
    kind: PartyKind
    bare: str


_ARTICLE = re.compile(
    r"^(?:the|an?|its|his|her|their|(?:at least )?one of the|at least one|some)\s+", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?<=[\w.”\"’)])\s+(?:currently |now |then |still |long )?"
    r"(?:who|that|which|whose|[a-z]{2,}ing|[a-z]+ed (?:by|in|with|to|from|as|for|against))\b.*$",
    re.DOTALL,
)
"""A relative clause, also a reduced one ("fighting against Xland"): no part of a name."""
_TITLED = re.compile(r"^\S+ Forces?$")
"""In capitals and without any other word it is some group's own name."""
_INITIALS = re.compile(r"\s*(?:,? or (?:the )?|\()(?P<short>[A-Z]{2,6})\b\)?")
"""Initials declared beside a name: "X, or ABC," and "X (ABC)"."""


@cache
def table() -> Table:
    """Return the words around the names of parties."""
    rows: Table = load("parties", Table, "whence.fuse.party")
    return rows


@cache
def _heads() -> dict[str, str]:
    return {word: head for head, forms in table().heads.items() for word in forms}


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<whole>.+?)['’]s?\s+(?:[a-z]+\s+)?(?:{'|'.join(table().organs)})$", re.IGNORECASE
    )


@cache
def _ranks() -> re.Pattern[str]:
    """Return how the people of a group with a name of two words or in capitals are told."""
    return re.compile(
        rf"^(?:[a-z-]+ ){{0,2}}(?:{'|'.join(table().ranks)}) (?:from|of) (?:the )?"
        r"(?P<whole>[A-Z][\w’'-]*(?: (?:of |the )*[A-Z][\w’'-]*){1,5}|[A-Z]{2,6})$"
    )


def bare(name: str) -> str:
    """Return a party's name without the article in front."""
    text = " ".join(name.split()).strip(" .,;:“”\"'")
    return _ARTICLE.sub("", text) or text


@lru_cache(maxsize=65536)
def named(name: str, kind: PartyKind) -> Named:
    """Read one way of naming a party.

    A capital that acts is its state; a class of people backed by a state is neither that state nor
    any group of the class.
    """
    shown = bare(name)
    ranks = _ranks().match(shown) if kind in ("class", "description", "group") else None
    if ranks is not None and countries.state(ranks["whole"]) is None:
        return named(ranks["whole"], "group")
    if kind in ("class", "description"):
        return _class(shown, kind)
    if kind == "victim_side":
        return Named((kind,), kind, shown)
    shown = _INITIALS.split(shown)[0].strip(" ,") or shown
    if kind in ("group", "body", "state"):
        shown = _own_name(_CLAUSE.sub("", shown.split(",")[0]))
    iso = countries.state(shown) or organ_of(shown)
    if iso is not None:
        return Named(("state", iso), "state", countries.state_name(iso))
    if kind == "person":
        one = person(shown)
        return Named((kind, *skeletons(one.name)), kind, one.name)
    whole = _organ().match(shown) or _SPEAKING.match(shown)
    if whole is not None and office(whole.group("whole")) is None:
        return named(whole.group("whole"), "group")
    if kind in ("body", "state") and not _armed(shown):
        return Named(_body_key(shown), "body", shown)
    return _group(shown)


def _own_name(shown: str) -> str:
    """Return a name without what is said of its bearer in front: "the left-wing Reed Army"."""
    words = shown.split()
    first = next((at for at, word in enumerate(words) if not word.islower()), 0)
    idle = all(word in table().generic for word in words[:first])
    return " ".join(words[first:]) if idle else shown


def _class(shown: str, kind: PartyKind) -> Named:
    """Read a class or a description; "Xlandish troops" are the state of Xland."""
    plain = _CLAUSE.sub("", shown) if kind == "class" else shown
    iso = organ_of(plain) if kind == "class" else None
    if iso is not None:
        return Named(("state", iso), "state", countries.state_name(iso))
    return Named(_class_key(plain, kind), kind, plain)


def organ_of(shown: str) -> str | None:
    """Return the state whose government or armed forces a phrase names by the state alone.

    "The Xlandish army" and "Xland's authorities" are Xland, as in conflict data ("government of",
    "military forces of"); "Xlandish rebels" and "Xlandish groups" are not.
    """
    codes = rules(shown)
    return codes[0] if codes is not None and len(codes) == 1 and not _TITLED.match(shown) else None


def _armed(shown: str) -> bool:
    """Tell whether a body is named as armed people under a name of their own."""
    plain = name_words(shown)
    left, codes = countries.split(plain)
    core = [word for word in left if word.removesuffix("s") not in table().generic]
    armed = {"force", "movement", "group", "militia", "rebel", "fighter", "faction"}
    named_so = bool(core) and not codes and shown[:1].isupper() and len(core) < len(plain)
    last = shown.rsplit(maxsplit=1)[-1]
    return named_so and plain[-1].removesuffix("s") in armed and not last.istitle()


def _group(shown: str) -> Named:
    """Read a group by the words of its own, without those for what sort of group it is."""
    stripped = _without_backer(shown)
    core = [word for word in name_words(stripped) if word.removesuffix("s") not in table().generic]
    plain = [word for word in core if word not in table().small]
    core = plain if len(plain) > 1 else core
    if not countries.split(tuple(core))[0]:
        core = list(name_words(stripped))
    return Named(("group", *skeletons(" ".join(core))), "group", stripped)


def _body_key(name: str) -> tuple[str, ...]:
    left, codes = countries.split(name_words(name))
    return ("body", *sorted(set(codes)), *skeletons(" ".join(left)))


def _without_backer(name: str) -> str:
    """Drop "Xland-backed" in front of a group's own name."""
    backed, pro = "|".join(table().backed), "|".join(table().pro)
    pattern = rf"^(?:\S+[- ](?:{backed})(?! forces?\b)|(?:{pro})-\S+)\s+"
    shorter = re.sub(pattern, "", name, flags=re.IGNORECASE)
    parts = shorter.split()
    while len(parts) > 1 and parts[0].casefold() in table().generic:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].casefold().removesuffix("s") in table().generic:
        if parts[-1].istitle():
            break
        parts = parts[:-1]
    return " ".join(parts)


def _class_key(name: str, kind: PartyKind) -> tuple[str, ...]:
    """Return head noun and backer of a class ("pro-Xland militias"), else all its words."""
    plain = words(name)
    heads = [_heads()[word] for word in plain if word in _heads()]
    head = min(heads, key=lambda one: (one in table().vague, one == "proxy"), default=None)
    if head is None:
        return (kind, *plain)
    backer = _backer(plain, head)
    if backer is not None:
        return ("class", head, *backer)
    left, codes = countries.split(plain)
    loose = {"of", "the", *table().generic}
    others = sorted({word for word in left if word not in _heads()} - loose)
    return ("class", head, "", *others, *sorted(set(codes)))


def _backer(plain: tuple[str, ...], head: str) -> tuple[str, ...] | None:
    """Return who backs a class, with the sign: "pro" for its friends, "anti" for its foes."""
    for position, word in enumerate(plain):
        proxies = word in table().heads["proxy"] and head != "proxy"
        if word in table().pro:
            who, side = plain[position + 1 : position + 2], word
        elif (word in table().backed or proxies) and position:
            who, side = _before(plain[:position]), "pro"
        else:
            continue
        codes = countries.split(who)[1]
        if proxies and not codes:
            continue
        return (side, codes[0]) if codes else (side, *skeletons(" ".join(who)))
    return None


def _before(plain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longest word for a state right before "backed", else the one word there."""
    for start in range(len(plain)):
        left, codes = countries.split(plain[start:])
        if codes and not left:
            return plain[start:]
    return plain[-1:]
