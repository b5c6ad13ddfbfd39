"""Who a phrase names: the kind of source, whether it has a name, one or several."""

import re
from dataclasses import dataclass
from functools import cache

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed, words
from whence.extract.parties.words import lexicon
from whence.extract.prose import Token, tokenize
from whence.extract.rules.phrases import capital
from whence.model.attribution import Anonymity, SourceKind
from whence.model.document import Document
from whence.model.span import Span
from whence.names import countries
from whence.names.agencies import agency
from whence.names.outlets import known_outlet

_RELATIVE = re.compile(
    r",?\s+(?:who|which|whose|whom|most of|some of|many of)\b.*"
    r"|\s+(?:for|of|in|from) what\b.*"
    r"|\s+under\s+(?:\S+\s+){1,3}?(?:regime|administration|government|presidency|rule)\b.*",
    re.DOTALL,
)
_OPEN = re.compile(r"(?<=\w)\s*\([^()]*$")
"""A bracket that the source's words leave open: "Senator Ana Ruiz (D-Norra"."""
BESIDE = re.compile(r",|\s*[–—]\s*|\s-+\s")
"""What parts a phrase from what is said beside it: "Ana Ruiz – a baker"."""
_OF_COURT = re.compile(
    r"\b(?:court|legal|charging|trial|bankruptcy|ship|identity)\b", re.IGNORECASE
)
"""Before "papers": newspapers are none of these."""
_IN_CHARGE = re.compile(r"\bin charge\s+(?=[A-Z])")
_QUALIFIED = re.compile(
    r"^(?:so-?\s?called|self-\s?(?:styled|proclaimed|described))\s+", re.IGNORECASE
)
"""What a reporter puts before a name that he does not vouch for, and is no part of it."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MEMBER = r"one of (?:the|its|his|her|their|our|those|these)\s+"
ONE_OF = re.compile(rf"^{_MEMBER}", re.IGNORECASE)
PART_OF = re.compile(
    rf"^(?:{_MEMBER}|(?:some|many|most|several|two|three|four) of (?:the|its|his|her|their)\s+)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?i:statement|remarks?|speech|address|letter|message)\s+(?:by|from|of)\s+"
    r"(?P<who>(?:the\s+)?[A-Z].*?)(?=\s+(?:on|regarding|about|to|at|following|after|concerning|in)\b|[(:;,]|$)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as the document means it: ``who`` in words, its kind, and how far it is named.

    ``unresolved`` is a pronoun of which the document does not tell whom it stands for.
    """

    who: str
    kind: SourceKind
    anonymity: Anonymity
    plural: bool = False
    position: int = 0
    unresolved: bool = False


def describe(text: str, position: int = 0) -> Speaker:
    """Classify a noun phrase that speaks; the phrase itself is kept, without relative clauses."""
    phrase = " ".join(_OPEN.sub("", _RELATIVE.sub("", text)).strip(" ,").split())
    called = _called(phrase, position)
    if called is not None:
        return called
    role = _role_before_name(phrase)
    ordered = _named_first(phrase, role)
    definite = ordered.casefold().startswith("the ")
    phrase = _ARTICLE.sub("", ordered) or phrase
    phrase = _QUALIFIED.sub("", phrase) or phrase
    head = phrase.split(",")[0]
    first = BESIDE.split(head)[0]
    head = first if has_name(first) else head
    single = ONE_OF.match(head) is not None
    head = PART_OF.sub("", head) or head
    lowers = [token.lower for token in tokenize(head)]
    kind = _kind_told(role) or _kind(head, lowers)
    if kind == "person" and definite and all(capital(token) for token in tokenize(head)):
        kind = "body"  # "the Brigade of X", "the Norra": persons go without the article
    last = head_noun(lowers)
    plural = (last.endswith("s") and not last.endswith("ss")) or last in {
        "people",
        "police",
        "media",
    }
    if kind in {"outlet", "agency"} and lowers and head.split()[-1][:1].isupper():
        plural = False  # "The Harbour Times"
    anonymity = _anonymity(head, kind, last)
    if anonymity == "named" and not words("titles").isdisjoint(lowers):
        plural = False  # "Minister Aren Tolkas"
    if single:  # one man's word is not that of all who are like him
        plural, anonymity = False, "anonymous" if anonymity == "collective" else anonymity
    return Speaker(phrase, kind, anonymity, plural, position)


def _called(phrase: str, position: int) -> Speaker | None:
    """Return the body of "an organisation called X", X itself; None where nothing is called so."""
    found = _naming().match(phrase)
    if found is None:
        return None
    lowers = [token.lower for token in tokenize(found.group("what"))]
    noun = head_noun(lowers)
    bodily = noun in words("bodies") | closed("group_nouns")
    if not bodily or not closed("prepositions").isdisjoint(set(lowers) - {"of"}):
        return None
    kind: SourceKind = "group" if noun in closed("group_nouns") else "body"
    return Speaker(found.group("name").strip('"“ '), kind, "organisation", False, position)


@cache
def _naming() -> re.Pattern[str]:
    said = "|".join(sorted(closed("naming")))
    return re.compile(
        rf"^(?P<what>[^\"“”]+?)\s+(?:{said})\s+(?:the\s+)?(?P<name>[\"“]?[A-Z][^\"“”,]*)[\"”]?$"
    )


def _role_before_name(phrase: str) -> str:
    """Return what is said of somebody before his name: "a senior officer", "" where nothing is."""
    parts = [part.strip() for part in phrase.split(",")]
    if len(parts) != 2 or has_name(parts[0]) or not _is_name(parts[1], parts[0]):
        return ""
    return _ARTICLE.sub("", parts[0])


def _named_first(phrase: str, role: str) -> str:
    """Put the name before the role: "a senior officer, Col. X" gives "Col. X, a senior officer"."""
    return f"{phrase.rpartition(',')[2].strip()}, {role}" if role else phrase


def _kind_told(role: str) -> SourceKind | None:
    """Return the kind of a body, group or outlet that is named behind what it is, else None."""
    noun = head_noun([token.lower for token in tokenize(role)])
    if noun not in words("bodies") | closed("group_nouns") | words("media"):
        return None
    kind = _kind(role, [token.lower for token in tokenize(role)])
    return kind if kind in {"body", "group", "agency", "outlet"} else None


def _is_name(part: str, role: str) -> bool:
    """Tell whether a phrase is a name: a person's, or one that "the" and capitals alone make up.

    Behind what somebody is and no name ("a local group") a name may have small words within it, or
    be an acronym.
    """
    tokens = tokenize(_ARTICLE.sub("", part))
    if has_name(part) or (len(tokens) > 1 and all(capital(token) for token in tokens)):
        return True
    if not tokens or any(capital(token) for token in tokenize(_ARTICLE.sub("", role))):
        return False
    small = closed("prepositions") | closed("determiners") | set(lexicon()["particles"])
    named = capital(tokens[0]) and capital(tokens[-1])
    if len(tokens) == 1:
        return named and tokens[0].text.isupper() and len(tokens[0].text) > 1
    return named and all(capital(token) or token.lower in small for token in tokens)


def has_name(part: str) -> bool:
    """Tell whether a phrase ends in a personal name: two capitalised words, or a role and one."""
    tokens = [token for token in _upto_preposition(part) if token.text != "."]
    roles = words("persons") | words("titles")
    generic = words("bodies") | words("media") | words("documents")
    run = 0
    for token in reversed(tokens):
        if token.lower in roles:
            return run >= 1
        if not capital(token) or token.text.endswith(("'s", "’s")):
            break  # "Norra's Commissioner"
        if token.lower in generic:
            return False
        run += 1
    return run >= 2


def _upto_preposition(part: str) -> tuple[Token, ...]:
    tokens = tokenize(part)
    for index, token in enumerate(tokens):
        if index and token.lower in closed("prepositions"):
            return tokens[:index]
    return tokens


def head_noun(lowers: list[str]) -> str:
    """Return the noun that a phrase is about: the last before a preposition, or the last."""
    for index, low in enumerate(lowers):
        modified = low.endswith("ing") and lowers[index - 1] in words("persons") | words("bodies")
        modified = modified and low not in words("documents")  # "a court filing"
        modified = modified or _is_told_of(lowers, index)
        if index and (modified or low in closed("prepositions") | {"close", "who", "familiar"}):
            return lowers[index - 1]
    return lowers[-1] if lowers else ""


def _is_told_of(lowers: list[str], index: int) -> bool:
    """Tell whether a participle goes on about the noun before it: "two officials briefed on it"."""
    low = lowers[index]
    participle = low.endswith("ed") or low in _PARTICIPLES
    behind = lowers[index + 1 : index + 2]
    follows = not behind or behind[0] in closed("prepositions") | {"by"}
    return participle and follows and lowers[index - 1] in words("persons") | words("documents")


_PARTICIPLES = frozenset(
    {"seen", "read", "sent", "written", "given", "made", "taken", "known", "drawn", "put"}
)


def _kind(head: str, lowers: list[str]) -> SourceKind:
    if agency(head):
        return "agency"  # "SANA" is no capital of a state
    if known_outlet(head):
        return "outlet"
    if countries.state(head):
        return "state"
    if has_name(head):
        return "person"
    noun = head_noun(lowers)
    return _kind_of_noun(noun, head) or _kind_of_words(head, lowers, noun)


def _kind_of_noun(noun: str, head: str) -> SourceKind | None:
    """Return the kind that the head noun alone tells, if it does."""
    if noun in words("media") and _capitalised(head, noun):
        return "outlet"
    if noun in words("persons"):
        return "office" if noun in words("role_heads") else "person"
    if noun in ("tweet", "tweets"):
        return "post"
    if noun == "papers" and _OF_COURT.search(head):
        return "document"
    if noun in words("documents"):
        return "recording" if noun in words("recordings") else "document"
    return None


def _kind_of_words(head: str, lowers: list[str], noun: str) -> SourceKind:
    """Return the kind of a phrase from all its words: agency, body, group, outlet, or a name."""
    named = (head, *(token for token in head.split() if token[:1].isupper()))
    if any(agency(name) for name in named) or ("agency" in lowers and "news" in lowers):
        return "agency"
    if set(lowers) & words("broadcasters"):
        return "outlet"
    if noun in words("bodies"):
        return "group" if noun in closed("group_nouns") else "body"
    capitals = any(capital(token) for token in tokenize(head))
    if len(lowers) == 1 and head.isupper() and len(head) > 1:
        return "body"  # an acronym
    if noun in words("media") or (capitals and set(lowers) & words("media")):
        return "outlet"
    if set(lowers) & words("bodies"):
        return "body"
    return "person" if capitals else "unknown"


def _capitalised(head: str, noun: str) -> bool:
    """Tell whether the head noun stands in a proper name ("The Daily Post", not "a post")."""
    return any(token.lower == noun and token.text[0].isupper() for token in tokenize(head))


def _anonymity(head: str, kind: SourceKind, noun: str) -> Anonymity:
    if kind == "state":
        return "organisation"
    if kind in {"agency", "outlet", "body", "group", "document", "recording", "post"}:
        plural_class = noun in words("collective_heads") and noun not in {"media"}
        return "collective" if plural_class else "organisation"
    if has_name(head):
        return "named"
    if kind == "person" and noun not in words("persons"):
        return "role" if _by_trade(head, noun) else "named"
    if noun in words("role_heads"):
        return "role"
    if noun in words("anonymous_heads"):
        return "anonymous"
    if noun in words("collective_heads"):
        return "collective"
    return "role" if noun in words("persons") else "unknown"


def _by_trade(head: str, noun: str) -> bool:
    """Tell whether a phrase says only what somebody is: "FBI agent", "citizen of Malta"."""
    written = any(token.text == noun for token in tokenize(head))
    return written and is_people(noun) and _IN_CHARGE.search(head) is None


def posted_on(hand: Span) -> Speaker | None:
    """Return a network, or an account there, on which words were posted, None for another hand.

    "In a post on X", "on its Telegram channel": it is nobody who speaks.
    """
    said = [token.lower for token in tokenize(hand.text)]
    if not said or words("platforms").isdisjoint(said):
        return None
    rest = [
        one for one in said if one not in words("platforms") | closed("determiners") | {"’s", "'s"}
    ]
    if rest and rest[-1] not in _PAGES:
        return None
    return Speaker(" ".join(hand.text.split()), "post", "organisation", position=hand.start)


_PAGES = frozenset(
    {
        "account",
        "accounts",
        "channel",
        "channels",
        "page",
        "pages",
        "group",
        "feed",
        "post",
        "posts",
    }
)


def own_voice(document: Document) -> Speaker | None:
    """Return who says "I" in a document that is one person's statement by its title."""
    found = _FIRST_PERSON.search(document.title or "")
    return describe(found.group("who")) if found else None
