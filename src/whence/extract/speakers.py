"""Who a source span names: pronouns, titles and short forms resolved inside the document."""

import re
from dataclasses import dataclass, replace

from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose, Token, tokenize
from whence.extract.rules.phrases import capital
from whence.extract.titled import titled
from whence.model.attribution import Anonymity, SourceKind
from whence.model.document import Document
from whence.model.span import Span
from whence.names import countries
from whence.names.agencies import agency

_HE = frozenset({"he", "she", "his", "her", "him"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})
_GAP = re.compile(r"\[(?:\.{3}|…)\]")
_RELATIVE = re.compile(
    r",?\s+(?:who|which|whose|whom|most of|some of|many of)\b.*"
    r"|\s+(?:for|of|in|from) what\b.*"
    r"|\s+under\s+(?:\S+\s+){1,3}?(?:regime|administration|government|presidency|rule)\b.*",
    re.DOTALL,
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MEMBER = r"one of (?:the|its|his|her|their|our|those|these)\s+"
_ONE_OF = re.compile(rf"^{_MEMBER}", re.IGNORECASE)
_PART_OF = re.compile(
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
    phrase = " ".join(_RELATIVE.sub("", text).strip(" ,").split())
    ordered = _named_first(phrase)
    definite = ordered.casefold().startswith("the ")
    phrase = _ARTICLE.sub("", ordered) or phrase
    head = phrase.split(",")[0]
    single = _ONE_OF.match(head) is not None
    head = _PART_OF.sub("", head) or head
    lowers = [token.lower for token in tokenize(head)]
    kind = _kind(head, lowers)
    if kind == "person" and definite and all(capital(token) for token in tokenize(head)):
        kind = "body"  # "the Brigade of X", "the Norra": persons go without the article
    last = _head_noun(lowers)
    plural = (last.endswith("s") and not last.endswith("ss")) or last in {
        "people",
        "police",
        "media",
    }
    anonymity = _anonymity(head, lowers, kind, last)
    if anonymity == "named" and not words("titles").isdisjoint(lowers):
        plural = False  # "Minister Aren Tolkas"
    if single:  # one man's word is not that of all who are like him
        plural, anonymity = False, "anonymous" if anonymity == "collective" else anonymity
    return Speaker(phrase, kind, anonymity, plural, position)


def _named_first(phrase: str) -> str:
    """Put the name before the role: "a senior officer, Col. X" gives "Col. X, a senior officer"."""
    parts = [part.strip() for part in phrase.split(",")]
    if len(parts) != 2 or _has_name(parts[0]) or not _is_name(parts[1]):
        return phrase
    return f"{parts[1]}, {_ARTICLE.sub('', parts[0])}"


def _is_name(part: str) -> bool:
    """Tell whether a phrase is a name: a person's, or one that "the" and capitals alone make up."""
    tokens = tokenize(_ARTICLE.sub("", part))
    return _has_name(part) or (len(tokens) > 1 and all(capital(token) for token in tokens))


def _has_name(part: str) -> bool:
    """Tell whether a phrase ends in a personal name: two capitalised words, or a role and one."""
    tokens = [token for token in _upto_preposition(part) if token.text != "."]
    roles = words("persons") | words("titles")
    generic = words("bodies") | words("media") | words("documents")
    run = 0
    for token in reversed(tokens):
        if token.lower in roles:
            return run >= 1
        if not capital(token):
            break
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


def _head_noun(lowers: list[str]) -> str:
    """Return the noun that a phrase is about: the last before a preposition, or the last."""
    for index, low in enumerate(lowers):
        modified = low.endswith("ing") and lowers[index - 1] in words("persons") | words("bodies")
        if index and (modified or low in closed("prepositions") | {"close", "who", "familiar"}):
            return lowers[index - 1]
    return lowers[-1] if lowers else ""


def _kind(head: str, lowers: list[str]) -> SourceKind:
    if countries.state(head):
        return "state"
    if _has_name(head):
        return "person"
    noun = _head_noun(lowers)
    return _kind_of_noun(noun, head) or _kind_of_words(head, lowers, noun)


def _kind_of_noun(noun: str, head: str) -> SourceKind | None:
    """Return the kind that the head noun alone tells, if it does."""
    if noun in words("media") and _capitalised(head, noun):
        return "outlet"
    if noun in words("persons"):
        return "office" if noun in words("role_heads") else "person"
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


def _anonymity(head: str, lowers: list[str], kind: SourceKind, noun: str) -> Anonymity:
    if kind == "state":
        return "organisation"
    if kind in {"agency", "outlet", "body", "group", "document", "recording"}:
        plural_class = noun in words("collective_heads") and noun not in {"media"}
        return "collective" if plural_class else "organisation"
    if _has_name(head) or (kind == "person" and noun not in words("persons")):
        return "named"
    if noun in words("role_heads"):
        return "role"
    if noun in words("anonymous_heads"):
        return "anonymous"
    if noun in words("collective_heads"):
        return "collective"
    return "role" if noun in words("persons") else "unknown"


def own_voice(document: Document) -> Speaker | None:
    """Return who says "I" in a document that is one person's statement by its title."""
    found = _FIRST_PERSON.search(document.title or "")
    return describe(found.group("who")) if found else None


def resolve(prose: Prose, source: Span, cue: str, known: list[Speaker]) -> Speaker:
    """Return who ``source`` stands for, given the speakers ``known`` so far, in text order.

    What cannot be resolved keeps its own words and is marked unknown: nothing is guessed across a
    gap in the text ("[...]").
    """
    low = source.text.casefold().strip()
    if low in _HE:
        return _person_before(prose, source, known) or _unresolved(source, "person")
    if low in _THEY:
        return _people_before(prose, source, cue, known) or _unresolved(source)
    if low in _IT:
        return _body_before(prose, source, known) or _unresolved(source)
    if low in {"i", "we"}:
        return own_voice(prose.document) or Speaker(low, "narrator", "unknown")
    speaker = describe(source.text, source.start)
    reachable = [one for one in known if _near(prose, one.position, source.start, 4000)]
    return _earlier_form(source.text, speaker, reachable) or speaker


def _unresolved(source: Span, kind: SourceKind = "unknown") -> Speaker:
    return Speaker(f"“{source.text}” (not identified)", kind, "unknown", unresolved=True)


def _near(prose: Prose, start: int, end: int, reach: int = 900) -> bool:
    between = prose.text[start:end]
    return len(between) <= reach and not _GAP.search(between)


def _person_before(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return the nearest person before a pronoun, sources and titled names alike."""
    candidates = [*known, *_titled(prose, source.start)]
    persons = [
        speaker
        for speaker in candidates
        if speaker.kind in {"person", "office"}
        and not speaker.plural
        and speaker.position < source.start
        and speaker.anonymity != "unknown"
    ]
    nearest = max(persons, key=lambda speaker: speaker.position, default=None)
    if nearest and _near(prose, nearest.position, source.start):
        return nearest
    return None


def _titled(prose: Prose, limit: int) -> list[Speaker]:
    """Return persons introduced by a title outside quotations before ``limit``."""
    return [describe(prose.text[start:end], start) for start, end in titled(prose, limit)]


def _people_before(prose: Prose, source: Span, cue: str, known: list[Speaker]) -> Speaker | None:
    """Return the plural or corporate party that "they" stands for.

    Who denies is who was accused: the nearest plural group named. Who goes on speaking is the
    last plural or corporate source.
    """
    index = prose.sentence_at(source.start)
    if cue.casefold().startswith(("den", "reject", "dismiss")) and index > 0:
        group = _group_in(prose, prose.sentences[index - 1].start, source.start)
        if group is not None:
            return group
    plural = [
        speaker
        for speaker in known
        if speaker.position < source.start
        and (speaker.plural or speaker.kind in {"outlet", "agency", "body", "group"})
    ]
    nearest = max(plural, key=lambda speaker: speaker.position, default=None)
    return nearest if nearest and _near(prose, nearest.position, source.start, 600) else None


def _body_before(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return the last body, group, state or outlet that spoke before "it"."""
    bodies = [
        speaker
        for speaker in known
        if speaker.kind in {"body", "group", "state", "outlet", "agency", "document"}
        or (speaker.kind == "person" and speaker.anonymity == "named" and not speaker.plural)
    ]
    nearest = max(
        (speaker for speaker in bodies if speaker.position < source.start),
        key=lambda speaker: speaker.position,
        default=None,
    )
    person = nearest is not None and nearest.kind == "person" and _has_name(nearest.who)
    if nearest is None or person or not _near(prose, nearest.position, source.start, 600):
        return None
    return nearest


def _group_in(prose: Prose, start: int, end: int) -> Speaker | None:
    tokens = tokenize(prose.text, start, end)
    for index in range(len(tokens) - 1, -1, -1):
        low = tokens[index].lower
        if low in closed("group_nouns") and low.endswith("s"):
            first = index
            while first > 0 and (
                tokens[first - 1].text[0].isupper() or "-" in tokens[first - 1].text
            ):
                first -= 1
            return describe(
                prose.text[tokens[first].start : tokens[index].end], tokens[first].start
            )
    return None


def _earlier_form(text: str, speaker: Speaker, known: list[Speaker]) -> Speaker | None:
    """Match a short or definite form with its earlier full form: "the officials", "Mr X"."""
    single = _ONE_OF.match(text) is not None
    definite = single or re.match(r"(?:the|these|those|both)\s", text, re.IGNORECASE)
    noun = _noun_of(speaker)
    for earlier in reversed(known):
        if speaker.anonymity == "named" and _extends(earlier.who, speaker.who):
            return earlier
        if not definite or speaker.anonymity in {"named", "organisation"}:
            continue
        if single and not (earlier.plural or _ONE_OF.match(earlier.who)):
            continue
        if speaker.plural != earlier.plural and not single:
            continue  # "the official" is not "two officials"
        other = _noun_of(earlier)
        if other.rstrip("s") == noun.rstrip("s") and _agrees(speaker.who, earlier.who):
            return _one_of(earlier, speaker) if single and earlier.plural else earlier
    return None


def _noun_of(speaker: Speaker) -> str:
    """Return the noun of a description: "officials" in "one of the officials"."""
    head = _PART_OF.sub("", speaker.who.split(",")[0])
    return _head_noun([token.lower for token in tokenize(head)])


def _one_of(several: Speaker, speaker: Speaker) -> Speaker:
    """Return one of several people introduced before, in the words of their description."""
    tokens = tokenize(several.who.split(",")[0])
    first = 0
    while first < len(tokens) - 1 and tokens[first].lower in closed("determiners"):
        first += 1
    described = several.who.split(",")[0][tokens[first].start :]
    return replace(speaker, who=f"one of the {described}")


def _agrees(short: str, full: str) -> bool:
    """Tell whether every word of the short form stands in the full one ("security officials")."""
    mine = {token.lower.rstrip("s") for token in tokenize(short)} - {"the", "two", "three", "both"}
    mine -= {"one", "of", "these", "those", "a"}
    return mine <= {token.lower.rstrip("s") for token in tokenize(full)}


def _extends(full: str, short: str) -> bool:
    """Tell whether ``short`` is the surname of the person whom ``full`` names in full."""
    names = [token.text for token in tokenize(short) if token.lower not in words("titles")]
    names = [name for name in names if name[0].isalnum()]
    whole = [token.text.casefold() for token in tokenize(full.split(",", maxsplit=1)[0])]
    if len(names) != 1 or len(whole) < 2:
        return False
    name = names[0].casefold().removeprefix("al-")
    return any(word.removeprefix("al-") == name for word in whole[1:])
