"""The subject before a reporting verb: over its auxiliaries, appositions and relative clauses."""

from dataclasses import dataclass

from whence.extract.lexicon import closed, words
from whence.extract.prose import Token
from whence.extract.rules.phrases import (
    LONGEST,
    Tokens,
    capital,
    head_of,
    is_apposition,
    naming,
    speaks,
    verb_like,
)
from whence.extract.rules.units import QUOTE
from whence.extract.rules.vocabulary import cue_at, cues
from whence.extract.time.words import words as time_words

_MARKS = frozenset(",;:()—–-[]\"“”‘’'") | {QUOTE, "--"}


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens [start, end) of a noun phrase; both 0 when it is shared with the cue before.

    ``left`` is the token index where the clause of the subject begins, ``boundary`` the casefolded
    token before it ("" at the start), ``passive`` describes the verb group.
    """

    start: int
    end: int
    left: int
    boundary: str
    shared: bool = False
    passive: bool = False
    verb_start: int = 0


def before(tokens: Tokens, verb: int) -> Subject | None:
    """Find the subject of the verb at ``tokens[verb]``, going left over its auxiliaries."""
    index, passive = _dated(tokens, verb - 1), False
    while index >= 0 and (_pads(tokens, index) or _on_day(tokens, index)):
        passive = passive or tokens[index].lower in closed("be")
        index -= 1
    if index < 0 or _nominal(tokens[index].lower):
        return None
    low = tokens[index].lower
    verb_start = index + 1
    if low in {"and", "or", "but"} or (low == "," and _shares(tokens, index)):
        return Subject(0, 0, index, low, True, passive, verb_start)
    reach = _reach(tokens, index)
    if reach is None:
        return None
    start, head, end = reach
    boundary = tokens[start - 1].lower if start > 0 else ""
    if boundary in closed("relatives") - {"as"} and _verbal_inside(tokens, start, head):
        main = _main(tokens, start)
        if main is None:
            return None
        # Without a comma the clause in between belongs to the phrase that it describes.
        stop = main[1] if tokens[main[1]].lower in _MARKS else verb_start
        return Subject(main[0], stop, main[0], "", False, passive, verb_start)
    left = _listed(tokens, start)
    start = _trim(tokens, left, head)
    return Subject(start, end, left, boundary, False, passive, verb_start) if start < head else None


def _on_day(tokens: Tokens, index: int) -> bool:
    """Tell whether "on" stands before a day in a verb group: "X on Friday denied"."""
    return tokens[index].lower == "on" and tokens[index + 1].lower in closed("days")


def _dated(tokens: Tokens, index: int) -> int:
    """Step over a date in brackets behind a day: "X on Friday (Oct 20) said"."""
    opened = _bracket(tokens, index) if index >= 0 and tokens[index].lower == ")" else 0
    within = [token.lower.rstrip(".") for token in tokens[opened + 1 : index]]
    day = opened > 0 and tokens[opened - 1].lower in closed("days")
    if day and within and all(one.isdecimal() or one in time_words().months for one in within):
        return opened - 1
    return index


def _nominal(low: str) -> bool:
    """Tell whether the word before a form shows that it is a noun or an infinitive."""
    if low == "to" or low.endswith(("'s", "’s")):
        return True
    return low in closed("determiners") and low not in {"both", "neither"}


def _reach(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Return (start, end of the head, end) of the phrase that ends at ``tokens[index]``."""
    low = tokens[index].lower
    if low == ")":
        bracket = _bracket(tokens, index)
        inner = _reach(tokens, bracket - 1) if bracket > 0 else None
        return (inner[0], inner[1], index + 1) if inner else None
    if low in {",", "—", "–", "--"}:
        opened = _appositive(tokens, index)
        if opened is None:
            return None
        start, head = _named(tokens, opened)
        return start, head, head if _aside(tokens, opened, index) else index
    if low in {"who", "which"} and index > 0:
        end = index - 1 if tokens[index - 1].lower == "," else index
        return _left(tokens, end - 1), end, end
    named = naming(tokens, index)
    if named:
        return _left(tokens, named - 1), index + 1, index + 1
    if low in _MARKS:
        return None
    return _left(tokens, index), index + 1, index + 1


def _named(tokens: Tokens, opened: int) -> tuple[int, int]:
    """Return (start, end of the head) of the phrase before an insertion that opens at ``opened``.

    The head may itself be an apposition ("Name, president of X, which does Y, said"): then the
    name before it is the head.
    """
    start = _left(tokens, opened - 1)
    head = opened
    for _ in range(3):
        if start < 2 or tokens[start - 1].lower != "," or not is_apposition(tokens, start):
            break
        earlier = _left(tokens, start - 2)
        name = tokens[earlier : start - 1]
        dated = bool(name) and name[-1].lower in closed("not_names")
        if dated or not 0 < len(name) <= 6 or not capital(name[-1]):
            break
        start, head = earlier, start - 1
    return start, head


def _pads(tokens: Tokens, index: int) -> bool:
    """Tell whether the token belongs to the verb group rather than to its subject."""
    low = tokens[index].lower
    if low in closed("auxiliaries") | closed("days"):
        return True
    named = capital(tokens[index]) and not tokens[index].text.isupper()
    return not named and (low in closed("adverbs") or (low.endswith("ly") and len(low) > 4))


def _shares(tokens: Tokens, comma: int) -> bool:
    """Tell whether the verb after this comma goes on with the subject of an earlier cue."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    return following is not None and following.lower.endswith("ing")


def _appositive(tokens: Tokens, comma: int) -> int | None:
    """Return the index of the comma or dash that opens the insertion closed at ``comma``."""
    closer = tokens[comma].lower
    for index in range(comma - 1, max(-1, comma - LONGEST), -1):
        if tokens[index].lower == QUOTE:
            return None
        opens = tokens[index].lower == closer and index + 1 < comma
        if opens and (_inserted(tokens[index + 1]) or _role(tokens, index + 1, comma)):
            return index if index > 0 else None
    return None


def _aside(tokens: Tokens, opened: int, closed_at: int) -> bool:
    """Tell whether an insertion says who tells the rest: "X, the Daily Post reported, denied"."""
    if tokens[opened + 1].lower in closed("relatives"):
        return False
    end = closed_at
    while end > opened + 2 and tokens[end - 1].lower in closed("days") | {"on"}:
        end -= 1
    return _says(tokens, end - 1)


def _role(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether an insertion names a role: "security official for X", "harbour pilot"."""
    return any(token.lower in words("persons") for token in tokens[start : min(end, start + 4)])


def _inserted(token: Token) -> bool:
    return (
        token.lower in closed("appositive_starters")
        or token.lower in words("titles")
        or capital(token)
        or token.text.isdigit()
    )


def _left(tokens: Tokens, index: int) -> int:
    """Walk left from ``index`` to where the noun phrase's clause begins."""
    position = index
    while position >= 0:
        low = tokens[position].lower
        if low == ")":
            position = _bracket(tokens, position) - 1
            continue
        if position < index and _says(tokens, position):
            break
        if low in _MARKS or (low in closed("conjunctions") and not _inside(tokens, position)):
            break
        if low in {"and", "or"} and _verbal(tokens, position):
            break
        position -= 1
    return position + 1


def _bracket(tokens: Tokens, index: int) -> int:
    """Return the index of the bracket that is closed at ``index`` (0 when it was never opened)."""
    return next((at for at in range(index - 1, -1, -1) if tokens[at].lower == "("), 0)


def _says(tokens: Tokens, position: int) -> bool:
    """Tell whether an earlier cue stands here: what it says is no part of the next subject."""
    found = cue_at(tokens, position)
    if found is None or not found[0].clausal or found[0].participle:
        return False
    low = tokens[position].lower
    return low not in cues().nouns_too and low.endswith(("s", "d", "t", "e"))


def _inside(tokens: Tokens, position: int) -> bool:
    """Tell whether a conjunction belongs to the phrase: "as well as", "commander in chief as"."""
    low = tokens[position].lower
    return low == "as" and (
        (position + 2 < len(tokens) and tokens[position + 1].lower == "well")
        or (position > 0 and tokens[position - 1].lower == "well")
    )


def _verbal(tokens: Tokens, position: int) -> bool:
    """Tell whether a finite verb stands between the clause's start and ``position``."""
    for index in range(position - 1, -1, -1):
        low = tokens[index].lower
        if low in _MARKS or low in closed("conjunctions"):
            return False
        if verb_like(tokens[index]):
            return True
    return False


def _listed(tokens: Tokens, start: int) -> int:
    """Go further left over the earlier members of a list of names: "A, B and the C said"."""
    position = start
    joined = tokens[start].lower in {"and", "or"} or any(
        token.lower in {"and", "or"} for token in tokens[start : start + 6]
    )
    while joined and position >= 2 and tokens[position - 1].lower == ",":
        member = _left(tokens, position - 2)
        words_before = tokens[member : position - 1]
        if not words_before or len(words_before) > 5 or not capital(words_before[-1]):
            break
        if _verbal_inside(tokens, member, position - 1) or member == position - 1:
            break
        position = member
    return position if position != start else start


def _main(tokens: Tokens, stop: int, first: int = 0) -> tuple[int, int] | None:
    """Return the first noun phrase of the clause, before its relative clauses and its verb.

    "Nobody, among the many who could gain, has claimed": the subject is "Nobody".
    """
    start = first
    for index in range(stop - 1, first - 1, -1):
        if tokens[index].lower in {";", QUOTE, ":"}:
            start = index + 1
            break
    padding = (closed("adverbs") - closed("negations")) | {",", "and", "but"}
    while start < stop and tokens[start].lower in padding | closed("prepositions"):
        adjunct = tokens[start].lower in closed("prepositions")
        comma = (at for at in range(start, stop) if tokens[at].lower == ",")
        start = next(comma, stop) if adjunct else start + 1
    end = start
    while end < stop and not _breaks(tokens, end):
        end += 1
    while end > start and tokens[end - 1].lower in closed("prepositions"):
        end -= 1
    return (start, end) if end > start else None


def main_subject(tokens: Tokens, stop: int, loud: bool, first: int = 0) -> tuple[int, int] | None:
    """Return the subject that a coordinated verb shares with the clause in tokens [first, stop)."""
    found = _main(tokens, stop, first)
    return found if found and speaks(tokens[found[0] : found[1]], loud) else None


def _breaks(tokens: Tokens, index: int) -> bool:
    low = tokens[index].lower
    return low in _MARKS or low in closed("relatives") or verb_like(tokens[index])


def _trim(tokens: Tokens, start: int, end: int) -> int:
    """Cut adverbs, adjuncts and stray clauses off the front of a subject."""
    while start < end and (
        tokens[start].lower in closed("adverbs") | {"and", "or", "but", "yet", "instead", "still"}
        and not _counts_nobody(tokens, start)
    ):
        start += 1
    if start >= end:
        return end
    loose = tokens[start].lower in closed("prepositions") and not _named_start(tokens, start)
    if loose:
        return _last_phrase(tokens, start + 1, end)
    verb = next((at for at in range(start, end) if verb_like(tokens[at])), None)
    if verb is not None and not _speaking(tokens[start:verb]):
        return _last_phrase(tokens, start + 1, end)
    return start


def _counts_nobody(tokens: Tokens, start: int) -> bool:
    """Tell whether an adverb belongs to the subject: "not one", "neither", "both", "all"."""
    low = tokens[start].lower
    if low == "not":
        after_not = tokens[start + 1].lower if start + 1 < len(tokens) else ""
        return after_not in {"a", "one", "even", "all", "every"}
    return low in closed("negations") | {"all", "both"}


def _speaking(tokens: Tokens) -> bool:
    """Tell whether a phrase names persons or bodies before its relative clause begins."""
    lowers = {token.lower for token in head_of(tokens)}
    return bool(lowers & (words("persons") | words("bodies")))


def _named_start(tokens: Tokens, start: int) -> bool:
    return capital(tokens[start]) and start > 0 and tokens[start - 1].lower not in _MARKS


def _verbal_inside(tokens: Tokens, start: int, end: int) -> bool:
    return any(verb_like(token) for token in tokens[start:end])


def _last_phrase(tokens: Tokens, start: int, end: int) -> int:
    """Return where the last noun phrase of [start, end) begins."""
    title = None
    for index in range(end - 1, start - 1, -1):
        low = tokens[index].lower
        if low in words("pronouns") and index == end - 1:
            return index
        if capital(tokens[index]):
            if low in words("titles"):
                title = index
            continue
        if title is not None:
            return title
        if low in closed("determiners"):
            return index
        if index < end - 1 and capital(tokens[index + 1]) and low in closed("prepositions"):
            return index + 1
    return title if title is not None else start
