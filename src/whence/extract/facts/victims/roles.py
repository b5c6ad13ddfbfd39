"""Who is the subject and who the object of a predicate of harm, by their places in the sentence."""

from itertools import pairwise

from whence.extract.facts.language.predicates import AUXILIARIES
from whence.extract.facts.victims.complement import beyond
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.words import singulars, taking, victim_words
from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.possessives import owns, plain
from whence.extract.prose import Token

_BACK = 30
"""Tokens before a predicate within which its subject must stand."""
_YOUNG = 19
"""Years up to which somebody is told of as another's child."""
_LIGHT = 5
"""Tokens between an auxiliary and its participle: adverbs, "later", "pronounced"."""
_ADVERBS = frozenset(
    ("also", "both", "all", "then", "later", "already", "just", "since", "reportedly", "either")
).union(
    ("apparently", "allegedly", "and", "himself", "herself", "being", "been", "first", "the"),
    ("reported", "in"),
)
_RELATIVES = closed("relative_pronouns")
_SUFFERED = frozenset(
    {"shot", "stabbed", "struck", "hit", "wounded", "injured", "hurt", "hospitalized"}
)
"""Participles that go on about their noun: "a man shot in the back has died"."""
_GOING_ON = frozenset({"and", "but", "before", "then", "found", "discovered"}) | _SUFFERED
_OBJECTS = frozenset(
    (
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
        "me",
        "us",
        "it",
    )
).union(("two", "three", "four", "five", "six", "seven", "eight"))
_INVOLVED = frozenset({"involved", "caught", "targeted"})
"""Participles that bring somebody into the event: "the boy involved in the shooting remains"."""
_ENDS = frozenset({"dies", "died", "has", "succumbs", "succumbed", "survives", "survived"}).union(
    ("remains", "remained")
)
_WITHIN = frozenset({"shooting", "after", "when", "while"})
"""Breaks that go on about the noun within its own clause: "the man hurt in a shooting has died"."""
_FROM = 3
"""Fewer capitalised words than this before a noun may say where somebody is from."""
_FOUND = frozenset({"found", "left"})
"""Participles between an auxiliary and a state: "was found wounded"."""
_TELLING = frozenset(
    {"saying", "explaining", "claiming", "reporting", "alleging", "fearing"}
).union(
    ("stating", "adding", "believing", "thinking", "telling", "insisting", "noting", "indicating")
)
"""Participles behind which a clause of its own stands: "saying the child was shot"."""
_HAVING = frozenset({"has", "had", "have"})
_BEFORE_NAME = frozenset({",", "that", "because", "when", "after", "before", "while"})
"""What a name stands behind that is the subject of a clause of its own."""


def passive(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether an auxiliary makes the participle at ``first`` passive."""
    for index in range(first - 1, max(-1, first - 1 - _LIGHT), -1):
        lower = tokens[index].lower
        if lower in AUXILIARIES or lower in {"getting", "’s"}:
            return True
        joined = lower.endswith("ed") or lower in {"shot"} | _FOUND
        if not (lower.endswith("ly") or lower in _ADVERBS or joined or lower == ","):
            return False
    return False


def transitive(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether an object follows that is no single person: "shot two men", "killed himself"."""
    return tokens[last].lower in _OBJECTS or tokens[last].lower.isdigit()


_EARLIER = frozenset({"earlier", "first", "initially", "previously", "wrongly", "originally"})
_REPORTED = frozenset({"reported", "feared", "believed", "thought", "presumed", "said"})


def subjects(
    tokens: tuple[Token, ...], found: tuple[Person, ...], first: int, reduced: bool = False
) -> tuple[Person, ...]:
    """Return the persons who are the subject of the predicate at ``first``: the nearest before."""
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.last > first or _who_acts(tokens, one):
            continue
        between = _without_found(tokens[one.last : first])
        joined = _goes_on(between, tokens[first].lower in _ENDS)
        if len(between) > _BACK or (_broken(between) and not joined):
            return ()
        if named_between(between, tokens[first]) or _thing_of(between):
            return ()
        if place and _held(tokens, found[place - 1], one):
            continue  # "a man holding his son was shot": the man was
        being = bool(between) and between[0].lower in {"being", "getting"}
        before = tokens[one.first - 1].lower if one.first else ""
        being = being or (not between and before == "with")  # "ended with one man dead"
        if one.oblique and not being and not _relative(between):
            if reduced and not between and _child_of(tokens, found, place):
                return (one,)
            continue
        if reduced and _of_people(between):
            return ()  # "the friend of one of seven clerks killed"
        if reduced and not joined and (not _adjoins(between) or one.form == "partitive"):
            return ()  # "one of the aides killed" tells of all of them
        return _conjuncts(tokens, found, place)
    return ()


def _thing_of(between: tuple[Token, ...]) -> bool:
    """Tell whether something of somebody's was struck: "an officer whose helmet was"."""
    words = [token.lower for token in between if token.text != ","]
    if words[:1] != ["whose"] or (between[-1].text == "," and len(between) > 1):
        return False
    noun = next((at for at, word in enumerate(words) if word in AUXILIARIES | _HAVING), len(words))
    light = AUXILIARIES | _HAVING | _ADVERBS
    own = all(word in light or word.endswith("ly") for word in words[noun:])
    return own and words[noun - 1] not in victim_words().struck_by | victim_words().body


def _without_found(between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out the "found" of "was found wounded", and the aside of "earlier reported missing"."""
    words = [token.lower for token in between[:2]]
    if words[:1] and words[0] in _EARLIER and words[1:] and words[1] in _REPORTED:
        between = between[3:]
    return between[:-1] if between and between[-1].lower in _FOUND else between


def _who_acts(tokens: tuple[Token, ...], one: Person) -> bool:
    """Tell whether somebody only does something to another: "the girl, whom he did not name"."""
    before = tokens[one.first - 1].lower if one.first else ""
    return one.form == "pronoun" and before == "whom"


def _of_people(between: tuple[Token, ...]) -> bool:
    """Tell whether a participle follows others to whom somebody belongs ("of two clerks")."""
    if len(between) < 2 or between[0].lower != "of":
        return False
    last = between[-1].lower
    return is_people(last) and last.endswith(("s", "men", "people", "women", "children"))


def _held(tokens: tuple[Token, ...], before: Person, one: Person) -> bool:
    """Tell whether somebody is only the object of what another does: "holding", "walking with"."""
    doing = tokens[before.last : one.first]
    word = doing[0].lower if len(doing) == 1 and doing[0].text.islower() else ""
    return word.endswith("ing") and word not in _TELLING


def _child_of(tokens: tuple[Token, ...], found: tuple[Person, ...], place: int) -> bool:
    """Tell whether it is the child who suffered in "mother of a 7-year-old boy killed"."""
    child = found[place]
    if not place or tokens[child.first - 1].lower != "of":
        return False
    young = child.ages is not None and child.ages[1] <= _YOUNG
    return (
        young
        and found[place - 1].last == child.first - 1
        and (found[place - 1].noun in victim_words().parents)
    )


def _broken(between: tuple[Token, ...]) -> bool:
    """Tell whether a clause or another subject stands between."""
    relative = _relative(between)
    words = [token.lower for token in between]
    words = [one for at, one in enumerate(words) if words[at + 1 : at + 3] != ["to", "have"]]
    if relative:
        return False
    asked = any(
        word in _RELATIVES | {"whom"}
        and place
        and words[place - 1] in {"about", "of", "on", "know"}
        for place, word in enumerate(words)
    )
    return asked or any(word in victim_words().breaks for word in words) or _plural(between)


def _goes_on(between: tuple[Token, ...], finite: bool) -> bool:
    """Tell whether a further predicate follows of whom something else is told already.

    "The boy was shot and later", "the boy, who was shot on Sunday,", "the boy shot on Sunday has".
    """
    words = [token.lower for token in between if token.text != "," or token is between[-1]]
    breaks = set(words) & victim_words().breaks - _GOING_ON
    inside = words[0] in _SUFFERED | _INVOLVED | _RELATIVES if words else False
    if len(words) < 2 or breaks - (_WITHIN if inside else set()) or _plural(between):
        return False
    left = words
    while left and (
        left[-1] in AUXILIARIES | _HAVING | _ADVERBS - {"and"} or left[-1].endswith("ly")
    ):
        left = left[:-1]
    helped = finite or (len(left) < len(words) and words[len(left)] in AUXILIARIES | _HAVING)
    if words[0] in AUXILIARIES | _HAVING:
        return bool(left) and left[-1] in {"and", "but", "before", "then"}
    if words[0] in _RELATIVES and len(words) > 3:
        return helped or words[-1] == ","
    going = words[0] in _SUFFERED | _INVOLVED and words[1] not in _OBJECTS
    return going and (helped or words[-1] == ",")


def _plural(between: tuple[Token, ...]) -> bool:
    """Tell whether "two men", "officers", "others" stand nearer."""
    return any(
        is_people(token.lower)
        and token.lower.endswith(("s", "men", "people", "women", "children", "police"))
        and not (place and between[place - 1].lower in victim_words().oblique)
        and not (place > 1 and between[place - 2].lower in victim_words().oblique)
        for place, token in enumerate(between)
    )


def named_between(between: tuple[Token, ...], first: Token) -> bool:
    """Tell whether a name opens a clause of its own: "when the clerk came, Marsh had died".

    So it does in "she learned that Joe had been shot", though nobody else calls him by that name.
    In "the boy, Ilo Marsh, had died" the name ends with a comma, and in "the boy from Harrow, Ohio,
    had died" it goes on with another.
    """
    after = [*between[1:], first]
    for place, token in enumerate(between[1:], 1):
        opens = between[place - 1].lower in _BEFORE_NAME and token.text[:1].isupper()
        place_name = place > 1 and between[place - 2].text[:1].isupper()
        if opens and not place_name and place > 1 and token.text.isalpha():
            following = after[place].lower
            if following in AUXILIARIES | _HAVING | _ADVERBS or after[place] is first:
                return True
    return False


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


def they(tokens: tuple[Token, ...], found: tuple[Person, ...], first: int) -> tuple[Person, ...]:
    """Return the two or more of whom "they" tells: "a boy and a girl sat there when they were"."""
    start = first
    while start and tokens[start - 1].lower in AUXILIARIES | _HAVING | {"both"}:
        start -= 1
    if start == first or not start or tokens[start - 1].lower != "they":
        return ()
    before = [one for one in found if one.last < start]
    groups = [_conjuncts(tokens, tuple(before), place) for place in range(len(before))]
    most = max(groups, key=len, default=())
    rest = [one for one in before if one not in most]
    if len(most) < 2 or len(rest) > 0 or _plural(tokens[: start - 1]):
        return ()
    return most


def _conjuncts(
    tokens: tuple[Token, ...], found: tuple[Person, ...], place: int
) -> tuple[Person, ...]:
    """Return the person at ``place`` with those listed before: "A, B and C were killed"."""
    group = [found[place]]
    while place:
        between = beyond(tokens, found[place - 1].last, found[place].first)
        words = {token.lower for token in between}
        bare = found[place - 1].form == found[place].form == "bare"  # "Man, woman shot"
        twice = found[place - 1].form == found[place].form == "pronoun"  # "saw him, and he was"
        if (
            twice
            or not words <= {",", "and", "&", ";"}
            or not (len(group) > 1 or bare or words & {"and", "&"})
        ):
            break
        place -= 1
        if not found[place].oblique:
            group.append(found[place])
    return tuple(reversed(group))


def objects(tokens: tuple[Token, ...], found: tuple[Person, ...], last: int) -> tuple[Person, ...]:
    """Return the persons right after a verb or "death of", with those listed after them."""
    for place, one in enumerate(found):
        if one.first < last:
            continue
        between = tokens[last : one.first]
        if (
            one.form == "bare"
            and 0 < len(between) < _FROM
            and (all(map(_is_title, between)) or _described(tokens, last, one))
        ):
            between = ()  # "killed Harrow teen", "kills store clerk"
        if one.form == "bare" and len(between) == 1 and _is_owner(between[0]):
            between = ()  # "the shooting of girlfriend's 9-year-old"
        if [token.lower for token in between] in (["at", "least"], ["both"]):
            between = ()  # "wounded at least one other person", "hit both the clerk and a boy"
        if len(between) > 1 or any(
            not token.lower.endswith("ly") and token.text != ":" for token in between
        ):
            return ()
        group = [one]
        for before, after in pairwise(found[place:]):
            joint = {token.lower for token in beyond(tokens, before.last, after.first)}
            if not joint or not joint <= {",", "and", "&", "then"} or acts(tokens, after):
                break
            if joint == {","} and _subject_after(tokens, after):
                break
            group.append(after)
        return tuple(group)
    return ()


def _described(tokens: tuple[Token, ...], last: int, one: Person) -> bool:
    """Tell whether only words that say more of a noun stand between a headline's verb and it."""
    words = [token.lower for token in tokens[last : one.first]]
    grammar = closed("prepositions") | closed("conjunctions") | closed("auxiliaries")
    plain_ones = all(word.isalpha() and word not in grammar for word in words)
    return (
        tokens[last - 1].lower in taking() and plain_ones and not _plural(tokens[last : one.first])
    )


def _is_owner(token: Token) -> bool:
    """Tell whether a word is a person's in the possessive: "girlfriend's"."""
    return owns(token) and plain(token) in singulars()


def _is_title(token: Token) -> bool:
    names = ("prepositions", "conjunctions", "determiners", "auxiliaries")
    grammar = frozenset[str]().union(*(closed(name) for name in names))
    return token.text.istitle() and token.text.isalpha() and token.lower not in grammar


def _subject_after(tokens: tuple[Token, ...], one: Person) -> bool:
    """Tell whether a word follows that ends the list: "after shooting a clerk, the boy ran"."""
    after = tokens[one.last] if one.last < len(tokens) else None
    if after is None or not after.text.isalpha() or not after.text.islower():
        return False
    return after.text not in closed("prepositions") | closed("conjunctions") | {"and"}


def acts(tokens: tuple[Token, ...], one: Person) -> bool:
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
