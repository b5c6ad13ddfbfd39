"""Where an incident was at sea: "40 miles off Harrow", "in the Black Sea".

What befell a ship is told by the coast that it was off. That is no town: no point is given.
"""

from collections.abc import Sequence

from whence.extract.events import event_words
from whence.extract.facts.build import Context, Draft
from whence.extract.lexicon import closed
from whence.extract.place.gazetteer import is_land
from whence.extract.place.words import bare, is_capital, words
from whence.extract.prose import Sentence, Token
from whence.extract.time.words import words as time_words
from whence.model.location import AT_SEA
from whence.model.span import Span

_LEAD = 4
"""Sentences in which a report tells where its incident was."""
_GAP = 6
"""Words between "off" and the name: "off the southern coast of Harrow"."""
_LONGEST = 3
"""Words in a name."""


def at_sea(context: Context) -> Draft | None:
    """Return the coast or the sea off which a report puts what befell a ship; None without one.

    A town off which it was goes before a sea, which is wide.
    """
    lead = [
        sentence
        for sentence in context.prose.sentences[:_LEAD]
        if context.scopes.at(sentence.start) == "incident"
    ]
    able = [sentence for sentence in lead if _tells_of_ship(sentence)]
    off = [found for sentence in able for found in _off(context, sentence)]
    off.sort(key=lambda one: is_land(one.value.removeprefix("off ")))  # a town goes before a state
    return next(iter(off + [found for one in able for found in _named(context, one)]), None)


def _tells_of_ship(sentence: Sentence) -> bool:
    said = {token.lower for token in sentence.tokens}
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    return not said.isdisjoint(words().vessels) and not said.isdisjoint(
        events | time_words().violence | words().vessel_events
    )


def _off(context: Context, sentence: Sentence) -> list[Draft]:
    """Return where "off X" and "miles south-east of X" stand in a sentence."""
    tokens = sentence.tokens
    found: list[Draft] = []
    for at in range(len(tokens) - 1):
        before = tokens[at - 1].lower if at else ""
        off = tokens[at].lower == "off" and before not in words().off_verbs
        off = off or _is_far(tokens, at)
        first = _past_coast(tokens, at + 1) if off else 0
        run = _run(tokens, first) if first else ()
        if run:
            span = context.prose.span(tokens[at].start, run[-1].start + len(bare(run[-1])))
            found.append(_draft(f"off {_spelt(run)}", span))
    return found


def _is_far(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "miles south-east of" ends at a token."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    if tokens[at].lower not in ("of", "from") or not before:
        return False
    if tokens[at].lower == "from":
        return before[-1] in words().measures
    return len(before) > 1 and before[0] in words().measures and before[1] in words().compass


def _past_coast(tokens: Sequence[Token], first: int) -> int:
    """Return where the name may begin behind "the southern coast of"."""
    for at in range(first, min(first + _GAP, len(tokens))):
        if is_capital(tokens[at]) and tokens[at].lower not in words().coasts:
            return at
        if tokens[at].lower not in words().coasts:
            return 0
    return 0


def _run(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """Return the name that begins at a token; nothing where it is a road's or a person's."""
    last = first
    while last < len(tokens) and last - first < _LONGEST and _goes_on(tokens[last]):
        last += 1
    run = tokens[first:last]
    after = tokens[last].text if last < len(tokens) else ""
    if not run or after.isdigit() or (after and is_capital(tokens[last])):
        return ()
    return () if bare(run[-1]).casefold() in words().heads | words().ordinary else run


def _goes_on(token: Token) -> bool:
    when = time_words().weekdays | time_words().months
    grammar = closed("prepositions") | closed("determiners")
    return is_capital(token) and bare(token).isalpha() and token.lower not in {*when, *grammar}


def _named(context: Context, sentence: Sentence) -> list[Draft]:
    """Return the seas in which a sentence tells of a ship ("in the Black Sea")."""
    found: list[Draft] = []
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at].lower not in words().seas or not is_capital(tokens[at]):
            continue
        first, last = _sea(tokens, at)
        before = [one.lower for one in tokens[max(0, first - 2) : first] if one.lower != "the"]
        if last - first > 1 and before and before[-1] in words().strong:
            run = tokens[first:last]
            end = run[-1].start + len(bare(run[-1]))
            found.append(_draft(_spelt(run), context.prose.span(run[0].start, end)))
    return found


def _sea(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Return where the name of a sea starts and ends: "Black Sea", "Gulf of Oman"."""
    first = at
    while first and at - first < _LONGEST and _goes_on(tokens[first - 1]):
        first -= 1
    if first < at or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return first, at + 1
    last = at + 2
    while last < len(tokens) and last - at < _LONGEST + 1 and _goes_on(tokens[last]):
        last += 1
    return first, last if last > at + 2 else at + 1


def _spelt(run: Sequence[Token]) -> str:
    name = " ".join(bare(token) for token in run)
    return name.title().replace(" Of ", " of ") if name.isupper() else name


def _draft(value: str, span: Span) -> Draft:
    return Draft(slot="place", value=value, spans=(span,), note=AT_SEA, scope="incident")
