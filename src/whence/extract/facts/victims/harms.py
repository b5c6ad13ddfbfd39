"""What is told to have happened to whom: predicates of harm with the persons who suffered it."""

from dataclasses import dataclass
from functools import cache

from whence.extract.facts.predicates import AUXILIARIES
from whence.extract.facts.victims.mentions import Person
from whence.extract.facts.victims.words import HarmWords, victim_words
from whence.extract.facts.words import plain
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_BACK = 30
"""Tokens before a predicate within which its subject must stand."""
_LIGHT = 5
"""Tokens between an auxiliary and its participle: adverbs, "later", "pronounced"."""
_UNREAL = 4
"""Tokens before a predicate within which "could", "tried", "not" make it unreal."""
_ADVERBS = frozenset(["also", "both", "all", "then", "later", "already", "just", "since", "reportedly", "apparently", "allegedly", "and", "himself", "herself", "being", "been", "first", "reported", "in", "the", "either"])  # fmt: skip
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
_RELATIVES = frozenset({"who", "that", "which"})


@dataclass(frozen=True, kw_only=True)
class Harm:
    """A predicate over tokens [first, last): outcome, persons who suffered it, in a sentence.

    ``outcome`` is "killed", "wounded" or "shot" (of which the text may still tell the end);
    ``own`` marks who did it to himself or herself, ``sex`` the reflexive's; ``unsure`` is what is
    only feared, believed or reported so; ``nominal`` is "the killing of" alone.
    """

    outcome: str
    first: int
    last: int
    whom: tuple[Person, ...]
    own: bool = False
    sex: str = ""
    unsure: bool = False
    nominal: bool = False

    @property
    def struck(self) -> bool:
        """Whether the words have somebody do it to them ("killed his wife")."""
        return not self.own and bool(self.whom) and self.whom[0].first >= self.first


@cache
def _tables() -> tuple[tuple[str, str, Phrases], ...]:
    return tuple(
        (outcome, form, phrases(getattr(words, form)))
        for outcome, words in victim_words().harms.items()
        for form in HarmWords.__struct_fields__
        if form != "owned"
    )


def harms(tokens: tuple[Token, ...], found: tuple[Person, ...]) -> tuple[Harm, ...]:
    """Return the harms that a sentence tells, each with those who suffered it; none without."""
    rows: list[Harm] = []
    index = 0
    while index < len(tokens):
        hit = _at(tokens, index)
        if hit is None:
            carried = _carried(tokens, found, index)
            rows.extend([carried] if carried else [])
            index += 1
            continue
        outcome, form, last = hit
        free = [one for one in found if not any(one in row.whom for row in rows)]
        if _goes_on(tokens, rows, index, form):
            index = last
            continue
        harm = _harm(tokens, found if form != "own" else tuple(free), (outcome, form), index, last)
        rows.extend([harm] if harm is not None else [])
        index = last
    return tuple((*rows, *_owned(tokens, found)))


def _goes_on(tokens: tuple[Token, ...], rows: list[Harm], index: int, form: str) -> bool:
    """Tell whether a verb goes on after the object of another: "killed a man and injured three"."""
    if index and tokens[index - 1].lower.endswith("ly"):
        index -= 1
    if form != "both" or not rows or not index or tokens[index - 1].lower not in {"and", ","}:
        return False
    before = rows[-1]
    return (
        bool(before.whom)
        and before.whom[-1].last == index - 1
        and before.last <= before.whom[0].first
    )


def _at(tokens: tuple[Token, ...], index: int) -> tuple[str, str, int] | None:
    """Return (outcome, form, end) of the longest phrase of harm at ``index``."""
    best: tuple[str, str, int] | None = None
    for outcome, form, table in _tables():
        _, length = match(table, tokens, index)
        if length and (best is None or index + length > best[2]):
            best = outcome, form, index + length
    return best


def _harm(
    tokens: tuple[Token, ...],
    found: tuple[Person, ...],
    what: tuple[str, str],
    first: int,
    last: int,
) -> Harm | None:
    outcome, form = what
    if _unreal(tokens, first) or (outcome == "shot" and _noun_or_miss(tokens, first, last)):
        return None
    if form == "both" and first and tokens[first - 1].lower in _OWNERS and last < len(tokens):
        return None  # "her slain daughter"
    if form == "own" and _aimed(tokens, first):
        return None
    if form == "own":
        return _own(tokens, found, outcome, first, last)
    whom = _whom(tokens, found, form, first, last)
    if (
        tokens[last - 1].lower in {"survived", "survives"}
        and tokens[last : last + 1]
        and (tokens[last].lower == "by")
    ):
        return None
    if not whom:
        return None
    near = {token.lower for token in tokens[max(0, first - _UNREAL) : first]}
    unsure = bool(near & victim_words().unsure)
    return Harm(
        outcome=outcome,
        first=first,
        last=last,
        whom=whom,
        unsure=unsure,
        nominal=form == "noun" and last - first < 3,
    )


def _whom(
    tokens: tuple[Token, ...], found: tuple[Person, ...], form: str, first: int, last: int
) -> tuple[Person, ...]:
    match form:
        case "noun" | "active":
            return _objects(tokens, found, last)
        case "intransitive":
            return _subjects(tokens, found, first)
        case "state":
            return _state(tokens, found, first, last)
        case _:
            return _participle(tokens, found, first, last)


def _unreal(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the predicate is not told to have happened ("could have", "tried to", "not")."""
    before = tokens[max(0, first - _UNREAL) : first]
    for token in reversed(before):
        if token.lower in {",", ";", "who", "and", "when"}:
            return False
        if token.lower in victim_words().unreal and token.text != "May":
            return True
    return False


def _noun_or_miss(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether "shot" is a noun ("one shot rang out") or a miss ("shot at him")."""
    word = tokens[last - 1].lower
    after = [token.lower for token in tokens[last : last + 12]]
    if word in {"struck", "hit", "striking", "hitting", "strikes", "hits"}:
        return not set(after) & victim_words().struck_by
    before = tokens[first - 1].lower if first else ""
    if word == "shot" and before in {
        "a",
        "one",
        "single",
        "each",
        "another",
        "gun",
        "warning",
        "every",
        "fatal",
        "first",
        "mug",
        "head",
        "slap",
        "the",
    }:
        return before not in {"one", "another"} or after[:1] != ["in"]
    if after[:1] == ["at"]:
        return len(after) < 2 or after[1] in victim_words().missed - {"the"}
    return after[:1] in (["back"], ["up"], ["down"], ["clock"], ["video"], ["glass"])


def _aimed(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "and himself" goes on after "wanted to kill her"."""
    if tokens[first].lower not in {"and", "then"}:
        return False
    before = [token.lower for token in tokens[max(0, first - 12) : first]]
    return bool({"kill", "shoot", "murder", "harm", "hurt"} & set(before)) or not (
        {"killed", "killing", "kills", "shot", "shoots", "shooting", "murdered", "executed"}
        & set(before)
    )


def _own(
    tokens: tuple[Token, ...], found: tuple[Person, ...], outcome: str, first: int, last: int
) -> Harm:
    """Read who does it to himself: the nearest before who agrees and is nobody's object."""
    sex = (
        "female"
        if any(t.lower == "herself" or t.lower == "her" for t in tokens[first:last])
        else ""
    )
    if any(token.lower in {"himself", "his"} for token in tokens[first:last]):
        sex = "male"
    agreeing = [
        one for one in found if one.last <= first and one.sex in {"", sex} and not one.oblique
    ]
    return Harm(
        outcome=outcome, first=first, last=last, whom=tuple(agreeing[-1:]), own=True, sex=sex
    )


def _participle(
    tokens: tuple[Token, ...], found: tuple[Person, ...], first: int, last: int
) -> tuple[Person, ...]:
    """Bind "was shot" to its subject, "shot the man" to its object, "the man shot" to the noun."""
    if _passive(tokens, first):
        return _subjects(tokens, found, first)
    objects = _objects(tokens, found, last)
    if objects:
        return objects
    if last < len(tokens) and _transitive(tokens, last):
        return ()
    return _subjects(tokens, found, first, reduced=True)


def _passive(tokens: tuple[Token, ...], first: int) -> bool:
    for index in range(first - 1, max(-1, first - 1 - _LIGHT), -1):
        lower = tokens[index].lower
        if lower in AUXILIARIES or lower in {"getting", "’s"}:
            return True
        joined = lower.endswith("ed") or lower == "shot"
        if not (lower.endswith("ly") or lower in _ADVERBS or joined or lower == ","):
            return False
    return False


def _transitive(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether an object follows that is no single person: "shot two men", "killed himself"."""
    after = tokens[last].lower
    return after in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "himself",
        "herself",
        "them",
        "several",
        "at",
    } or (after.isdigit() or after in {"two", "three", "four", "five", "six", "seven", "eight"})


def _subjects(
    tokens: tuple[Token, ...], found: tuple[Person, ...], first: int, reduced: bool = False
) -> tuple[Person, ...]:
    """Return the persons who are the subject of the predicate at ``first``: the nearest before."""
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.last > first:
            continue
        between = tokens[one.last : first]
        if len(between) > _BACK or _broken(between):
            return ()
        being = [token.lower for token in between][:1] == ["being"]
        if one.oblique and not being and not _relative(between):
            continue
        if reduced and (not _adjoins(between) or one.form == "partitive"):
            return ()  # "one of the aides killed" tells of all of them
        return _conjuncts(tokens, found, place)
    return ()


def _broken(between: tuple[Token, ...]) -> bool:
    """Tell whether a clause or another subject stands between."""
    relative = _relative(between)
    words = [token.lower for token in between]
    if relative:
        return False
    asked = any(
        word in _RELATIVES | {"whom"}
        and place
        and words[place - 1] in {"about", "of", "on", "know"}
        for place, word in enumerate(words)
    )
    return asked or any(word in victim_words().breaks for word in words) or _plural(between)


def _plural(between: tuple[Token, ...]) -> bool:
    """Tell whether "two men", "officers", "others" stand nearer."""
    from whence.extract.facts.words import is_people

    return any(
        is_people(token.lower)
        and token.lower.endswith(("s", "men", "people", "women", "children", "police"))
        and not (place and between[place - 1].lower in victim_words().oblique)
        and not (place > 1 and between[place - 2].lower in victim_words().oblique)
        for place, token in enumerate(between)
    )


def _relative(between: tuple[Token, ...]) -> bool:
    words = [token.lower for token in between if token.text not in {","}]
    if not words or words[0] not in _RELATIVES or len(words) > 4:
        return False
    return not set(words[1:]) & victim_words().breaks and not _plural(between[1:])


def _adjoins(between: tuple[Token, ...]) -> bool:
    """Tell whether nothing but commas, adverbs and a place stands before a bare participle."""
    if len(between) > 8:
        return False
    return not any(token.lower in AUXILIARIES | {"has", "have", "had"} for token in between)


def _conjuncts(
    tokens: tuple[Token, ...], found: tuple[Person, ...], place: int
) -> tuple[Person, ...]:
    """Return the person at ``place`` with those listed before: "A, B and C were killed"."""
    group = [found[place]]
    while place:
        between = tokens[found[place - 1].last : found[place].first]
        words = {token.lower for token in between}
        if not words <= {",", "and", "&"} or "and" not in words | (
            {"and"} if len(group) > 1 else set()
        ):
            break
        place -= 1
        if not found[place].oblique:
            group.append(found[place])
    return tuple(reversed(group))


def _objects(tokens: tuple[Token, ...], found: tuple[Person, ...], last: int) -> tuple[Person, ...]:
    """Return the persons right after a verb or "death of", with those listed after them."""
    for place, one in enumerate(found):
        if one.first < last:
            continue
        between = tokens[last : one.first]
        if len(between) > 1 or any(
            not token.lower.endswith("ly") and token.text != ":" for token in between
        ):
            return ()
        group = [one]
        while place + 1 < len(found):
            joint = [token.lower for token in tokens[found[place].last : found[place + 1].first]]
            if not joint or not set(joint) <= {",", "and", "&", "then"}:
                break
            if _verb_after(tokens, found[place + 1]):
                break
            place += 1
            group.append(found[place])
        return tuple(group)
    return ()


def _verb_after(tokens: tuple[Token, ...], one: Person) -> bool:
    """Tell whether a person is the subject of a clause of its own ("and a woman was hurt")."""
    after = tokens[one.last].lower if one.last < len(tokens) else ""
    return after in AUXILIARIES | {
        "has",
        "had",
        "have",
        "who",
        "died",
        "told",
        "said",
        "then",
        "fled",
    }


def _state(
    tokens: tuple[Token, ...], found: tuple[Person, ...], first: int, last: int
) -> tuple[Person, ...]:
    """Bind "is dead", "left a man dead", "Man dead, woman injured", "was in critical condition"."""
    return _subjects(tokens, found, first)


def _carried(tokens: tuple[Token, ...], found: tuple[Person, ...], index: int) -> Harm | None:
    """Read "was taken to a hospital", "medics rushed him to the trauma center"."""
    table = victim_words()
    if tokens[index].lower not in table.carried or _unreal(tokens, index):
        return None
    after = [token.lower for token in tokens[index + 1 : index + 16]]
    stop = next(
        (i for i, word in enumerate(after) if word in {".", ";", "where", "after"}), len(after)
    )
    near = " ".join(after[:stop])
    if not any(word in after[:stop] or (" " in word and word in near) for word in table.hospitals):
        return None
    whom = (
        _subjects(tokens, found, index)
        if _passive(tokens, index)
        else _objects(tokens, found, index + 1)
    )
    if not whom:
        return None
    return Harm(outcome="carried", first=index, last=index + 1, whom=whom)


def _owned(tokens: tuple[Token, ...], found: tuple[Person, ...]) -> list[Harm]:
    """Read "Hale's death", "the man's body"."""
    rows: list[Harm] = []
    for outcome, words in victim_words().harms.items():
        table = phrases(words.owned)
        for index in range(1, len(tokens)):
            _, length = match(table, tokens, index)
            owner = tokens[index - 1]
            if not length or plain(owner) == owner.lower.replace("’", "'") or outcome != "killed":
                continue
            one = _owner(tokens, index - 1)
            if one is not None:
                rows.append(
                    Harm(
                        outcome=outcome,
                        first=index - 1,
                        last=index + length,
                        whom=(one,),
                        nominal=True,
                    )
                )
    return rows


def _owner(tokens: tuple[Token, ...], index: int) -> Person | None:
    from whence.extract.facts.victims.words import singulars

    word = plain(tokens[index])
    if word in singulars():
        sex = (
            "male"
            if word in victim_words().male
            else "female"
            if word in victim_words().female
            else ""
        )
        return Person(first=index, last=index + 1, form="definite", sex=sex, noun=word)
    if tokens[index].text[0].isupper() and word not in victim_words().no_names:
        return Person(first=index, last=index + 1, form="name", names=(word,))
    return None
