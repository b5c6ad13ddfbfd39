"""What the words beside a mention of a place say of it: put there, come from there, held there."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.facts.build import Context
from whence.extract.facts.words import numbers, verb_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.place import Located
from whence.extract.place.neighbours import between
from whence.extract.place.outlet import headline
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.extract.prose import Sentence

_IN_PART = re.compile(r"\b[A-Z][\w'’-]+, in (?:the )?$")
_LINE = 40
"""Code points before a district within which what lies in it is named."""
_NEAR = 12
"""Tokens before a place within which a word for the event puts it there."""
_REACH = 5
"""Tokens before a place within which a preposition places it ("in the heavily fortified ...")."""
_STAYING = 4
"""Tokens before a place within which "in" and who is there stand."""
_SPEAKING = 12
"""Tokens beside a place within which somebody there speaks."""
_CONVEYED = 5
"""Tokens before a place within which it is told that somebody is brought to it."""
_EXAMINED = 5
"""Tokens beside a place within which it is told that somebody is examined or held."""


def is_district(sentence: Sentence, one: Located) -> bool:
    """Tell whether a place is called a district or quarter, of a town or of a land."""
    after = tokens_after(sentence.tokens, one.span.end, 1)
    return bool(after) and after[0].lower in words().quarters


def acts(sentence: Sentence, one: Located) -> bool:
    """Tell whether a name is followed by what somebody did, and not by what befell a town."""
    if one.evidence != "plain":
        return False
    after = [token.lower for token in tokens_after(sentence.tokens, one.whole.end, 2)]
    after = after[1:] if after and after[0].endswith("ly") else after
    if after and after[0] in event_words().saying | words().acting:
        return True
    befell = event_words().incident_nouns | event_words().outcomes | words().happened
    return bool(after) and after[0].endswith("ed") and after[0] not in befell


def bears(sentence: Sentence, one: Located) -> bool:
    """Tell whether the event or its people are called by the place ("a Harrow shooting")."""
    if one.evidence not in ("plain", "possessive", "part"):
        return False
    after = [token.lower for token in tokens_after(sentence.tokens, one.whole.end, 3)]
    if after and after[0] in words().acting:
        return False  # "X arrests an officer"
    events = event_words().incident_nouns | words().happened
    return any(word in events or word in words().people for word in after)


def in_title(context: Context, one: Located) -> bool:
    """Tell whether the title names the place; what stands behind a dash or bar is the outlet.

    Abroad a name that opens it before a verb is who speaks there ("Velm says rebels shot first").
    """
    title = headline(context.prose.document.title or "")
    name, said = f" {key(one.span.text)} ", f" {key(title)} "
    if name not in said:
        return False
    behind = said.partition(name)[2].split()[:1]
    acts = event_words().saying | words().acting
    silent = not said.startswith(name) or acts.isdisjoint(behind)
    return silent or not _is_abroad(one)


def where_treated(sentence: Sentence, one: Located) -> bool:
    """Tell whether the place is where the wounded were brought.

    Not one whose police are named, in which the event right before it was, or by which it is
    called: "released from the hospital after the shooting in X, Y police said"; "hospitalized
    following X shooting".
    """
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _NEAR)]
    if one.evidence == "force" or _happened(before) or _names_event(sentence, one):
        return False
    if _befell(before) or _is_hit(before):
        return False
    text = " ".join(before)
    if before[-1:] == ["to"] and not words().conveyed.isdisjoint(before[-_CONVEYED:]):
        return True
    after = [token.text for token in tokens_after(sentence.tokens, one.whole.end, 1)]
    if not words().taken.isdisjoint(after) and after[0].islower():
        return True  # "died in X hospital"
    if any(word in words().taken for word in before) or _died_later(before):
        return True
    return any(clinic in text for clinic in words().clinics)


def _befell(before: Sequence[str]) -> bool:
    """Tell whether a hospital is what was struck ("the shelling of a hospital in X")."""
    at = next((n for n in range(len(before) - 1, 0, -1) if before[n] in words().wards), 0)
    first = at - 1
    while first > 0 and before[first] in words().onto:
        first -= 1
    events = event_words().incident_nouns - event_words().outcomes
    return 0 <= first < at - 1 and before[first] in events


def _is_hit(before: Sequence[str]) -> bool:
    """Tell whether a place's own hospital is what was struck ("the strike on X hospital")."""
    if before[-1:] == ["on"]:
        return before[-2:-1] != [] and before[-2] in words().onslaughts
    return bool(before) and before[-1] in words().entered | words().shaken | words().fallen_on


def _died_later(before: Sequence[str]) -> bool:
    """Tell whether words end with one of the wounded who died ("of the wounded two died in")."""
    dying = max((at for at, word in enumerate(before) if word in words().perished), default=0)
    wounded = any(
        one in words().hurt and two in words().stricken for one, two in pairwise(before[:dying])
    )
    return wounded and "scene" not in before[dying:]


def where_examined(sentence: Sentence, one: Located) -> bool:
    """Tell whether the place is where the dead are examined, or somebody is held.

    "Held at the detention center in X", "the body will be sent to X for an autopsy". Not one in a
    sentence that has told before what happened.
    """
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _NEAR)]
    after = [token.lower for token in tokens_after(sentence.tokens, one.whole.end, _EXAMINED)]
    if before and before[-1] == "to" and not words().examined.isdisjoint(after):
        return True
    events = event_words().incident_nouns | words().happened
    if one.evidence == "force" or not events.isdisjoint(before) or _names_event(sentence, one):
        return False
    text = " ".join(before[-_EXAMINED:])
    return any(place in text for place in words().examinations)


def credits(sentence: Sentence) -> bool:
    """Tell whether a sentence says who wrote the report, and nothing of the event.

    "X and Y in Z contributed to this report"; what "contributed to the crash" is no author.
    """
    said = {token.lower for token in sentence.tokens}
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    return not said.isdisjoint(words().crediting) and said.isdisjoint(events)


def is_whose(context: Context, one: Located) -> bool:
    """Tell whether a place only says whose somebody or something is ("X-based", "a X paper")."""
    sentence = context.prose.sentences[context.sentence(one.span.start)]
    after = [token.text for token in tokens_after(sentence.tokens, one.whole.end, 1)]
    told = one.evidence in ("plain", "possessive") and not words().media.isdisjoint(after)
    return told or context.prose.text.startswith(words().whose, one.whole.end)


def holds_another(context: Context, one: Located) -> bool:
    """Tell whether a district is named for what lies in it ("in X, in the Y district")."""
    before = context.prose.text[max(0, one.span.start - _LINE) : one.span.start]
    district = context.prose.text.startswith(" district", one.span.end)
    return district and one.evidence == "quarter" and _IN_PART.search(before) is not None


def of_kin(sentence: Sentence, one: Located) -> bool:
    """Tell whether the police of a place are only somebody's kin ("son of a X police officer")."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, 3)]
    return one.evidence == "force" and "of" in before and not words().kin.isdisjoint(before)


def tells(sentence: Sentence, one: Located) -> bool:
    """Tell whether the event right before a place was in it, or is called by it."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _NEAR)]
    return _happened(before) or _names_event(sentence, one)


def _names_event(sentence: Sentence, one: Located) -> bool:
    """Tell whether the event is called by the place ("the Harrow shooting")."""
    after = [token.lower for token in tokens_after(sentence.tokens, one.whole.end, 1)]
    return bool(after) and after[0] in event_words().incident_nouns | words().happened


def _happened(before: Sequence[str]) -> bool:
    """Tell whether words end with what happened and a preposition of place ("a shooting in")."""
    if len(before) < 2 or before[-1] not in words().strong:
        return False
    return before[-2] in event_words().incident_nouns | words().happened


def bounds(sentence: Sentence, one: Located) -> bool:
    """Tell whether only the bounds of the place are meant ("on the X County line")."""
    after = tokens_after(sentence.tokens, one.span.end, 1)
    return bool(after) and after[0].lower in words().borders


def telling(sentence: Sentence, one: Located) -> float:
    """Return what the sentence's words for the event add, more so right before or behind it."""
    events = event_words().incident_nouns | words().happened
    telling = events | event_words().outcomes
    weight = 0.0
    if any(token.lower in telling for token in sentence.tokens):
        weight += 1.0
    before = tokens_before(sentence.tokens, one.span.start, _NEAR)
    after = tokens_after(sentence.tokens, one.whole.end, 3)
    if any(token.lower in events for token in (*before, *after)):
        weight += 1.0
    return weight


def stays(sentence: Sentence, one: Located) -> bool:
    """Tell whether "in" before a place says only where somebody is ("a source in X")."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _STAYING)]
    if _names_event(sentence, one):
        return False  # "arrested in the Harrow murder"
    for at in range(len(before) - 1, 0, -1):
        if before[at] in words().strong:
            tried = before[at - 1] in words().courts and _is_abroad(one)
            return tried or before[at - 1] in words().stays or speaks(sentence, one)
    return speaks(sentence, one)


def speaks(sentence: Sentence, one: Located) -> bool:
    """Tell whether who speaks is in a place abroad: "In X, the minister said", "a bank in X said".

    Not where somebody tells what happened in it, and not its police.
    """
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _SPEAKING)]
    after = [token.lower for token in tokens_after(sentence.tokens, one.whole.end, _SPEAKING)]
    if not _is_abroad(one) or not before or before[-1] not in ("in", "at") or not after:
        return False
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    told = event_words().saying | event_words().reacting | words().acting
    if len(before) == 1:  # the sentence opens with it
        said = next((at for at, word in enumerate(after) if word in told), 0)
        return not words().rulers.isdisjoint(after[:said]) and events.isdisjoint(after[:said])
    silent = events.isdisjoint(before) and words().forces.isdisjoint(before)
    after = after[1:] if after[0] == "," else after
    who = len(before) > 1 and before[-2] in words().speakers
    return bool(after) and after[0] in told and (silent or who)


def _is_abroad(one: Located) -> bool:
    return one.place is not None and one.place.country not in words().local_heads


def answered(sentence: Sentence, one: Located) -> bool:
    """Tell whether a place is of what the incident is revenge for ("in revenge for")."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _NEAR)]
    first = next((at for at, word in enumerate(before) if word in words().answers), None)
    return first is not None and "for" in before[first:]


def is_near(sentence: Sentence, one: Located) -> bool:
    """Tell whether the event was "near", "outside", "south of" the place, or "suburban" to it."""
    if _is_beside(sentence, one):
        return True
    before = tokens_before(sentence.tokens, one.span.start, 1)
    return bool(before) and before[0].lower in ("near", "outside", "around", "suburban")


def is_from(sentence: Sentence, one: Located) -> bool:
    """Tell whether "of" before a place says only where somebody is from ("Ann Lee, 24, of X")."""
    if _left_from(sentence, one):
        return True
    before = tokens_before(sentence.tokens, one.span.start, 2)
    if not before or before[-1].lower not in ("of", "from"):
        return False
    kinds = words().settlements | words().sites | words().routes
    kinds |= words().parts - words().quarters
    if one.evidence == "told" or one.place is None or _is_abroad(one):
        kinds |= words().natives
    return before[0].lower not in kinds and not _is_beside(sentence, one)


def is_around(sentence: Sentence, one: Located) -> bool:
    """Tell whether a town only says whose suburb another is ("the Harrow suburb of X")."""
    after = [token.lower for token in tokens_after(sentence.tokens, one.span.end, 2)]
    return after in (["suburb", "of"], ["suburbs", "of"])


def _is_beside(sentence: Sentence, one: Located) -> bool:
    """Tell whether "south of" or the like stands before a place, and no distance before that."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, 3)]
    before = (before[:-1] if before[-1:] == ["the"] else before)[-2:]  # "of the Kenyan capital"
    compass = len(before) == 2 and before[1] == "of" and before[0] in words().compass
    return compass and one.evidence == "located"


def _is_between(sentence: Sentence, one: Located) -> bool:
    """Tell whether something is on the way between a town abroad and another."""
    if one.place is not None and not (_is_abroad(one) and one.place.kind == "city"):
        return False
    first = bisect_left(sentence.tokens, one.span.start, key=lambda token: token.start)
    return between(sentence.tokens, first)


def _is_struck(sentence: Sentence, one: Located) -> bool:
    """Tell whether what is called by a place is what was struck ("stormed Harrow Airport")."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, 2)]
    before = before[:-1] if before[-1:] == ["the"] else before
    return one.evidence == "part" and _is_hit(before)


def _left_from(sentence: Sentence, one: Located) -> bool:
    """Tell whether somebody set out from the place ("set sail from the port of X")."""
    before = [token.lower for token in tokens_before(sentence.tokens, one.span.start, _NEAR)]
    for at in range(len(before) - 1, 0, -1):
        if before[at] == "from":
            return before[at - 1] in words().departures
        if not before[at].isalpha() or before[at] in words().strong:
            return False
    return False


def is_placed(sentence: Sentence, one: Located) -> bool:
    """Tell whether a preposition of place governs the mention.

    A country before a noun ("in a U.S. plane", "on Iran's envoy") is where something is from, and
    before a verb it is not ("forces in Kenya killed").
    """
    state = one.place is not None and one.place.kind == "country"
    if state:
        after = tokens_after(sentence.tokens, one.span.end, 1)
        free = numbers().stops | verb_words()
        if after and after[0].text[0].isalpha() and after[0].lower not in free:
            return False
    if _is_beside(sentence, one) or _is_between(sentence, one) or _is_struck(sentence, one):
        return True
    before = tokens_before(sentence.tokens, one.span.start, _REACH)
    for token in reversed(before):
        if token.lower in words().strong:
            return True
        if token.lower in {"on", "targeted", "targeting", "hit"}:
            return not state
        if not token.text[0].isalpha() or (state and token.lower in words().joined):
            return False
    return False
