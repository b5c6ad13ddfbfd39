"""Model and rules together: what the encoder's reader says in the end.

Where both see a cue and words of the same content, the model's spans stand, and its judgement of
them: on our passages and on PolNeAR it ends sources and contents better. The rules' content stands
where it closes a quotation that the model's leaves open, their source where a preposition goes on
with it, or where the model means somebody else and no words part the rules' speaker from the cue.
Beside these, what only the model sees is kept, unless it links a cue to words that the rules
give to two others, or names no speaker of words that stand in no quotation marks ("results are
expected"), unless it does more there than state them ("whispers that X did it", "has not been
confirmed"): that would make up an unnamed speaker. What only the rules see is taken over where the
model sees nothing at all, where it stands in words that the model gives to another speaker ("the
minister said the group had denied it"), and where they name a second speaker of the same words
("INA quoted a spokesman as saying"), as far as the model sees half of it there (``seconded``).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from whence.extract import acts
from whence.extract.encoder.spans import awaited
from whence.extract.lexicon import closed
from whence.extract.prose import tokenize
from whence.extract.speech.relative import is_relative
from whence.model.reading import Attributed
from whence.model.span import Span

_SAME = 0.5
"""The intersection over union from which on two contents are the same words."""
_ADVERB = 14
"""Code points that an adverb between a speaker and the verb takes with its blanks."""
_NEAR = 8
"""Attributions before and after in the text among which the same words are looked for."""


def joined(
    found: Sequence[Attributed],
    ruled: Iterable[Attributed],
    borne: Callable[[Attributed], bool] | None = None,
) -> tuple[Attributed, ...]:
    """Return the attributions of model and rules together, in the order of the text.

    ``borne`` tells of what only the rules see whether the model bears it out; without it, all is.
    """
    told = sorted(ruled, key=_place)
    ordered = sorted(_ruled(found, told), key=_place)
    taken = _places(span for one in ordered for span in _spans(one))
    cues = _places(one.cue for one in ordered if one.cue)
    added = [
        one
        for one in told
        if taken.isdisjoint(_places(_spans(one))) or _speaks_too(one, ordered, cues)
        if borne is None or borne(one)
    ]
    return tuple(sorted(_spoken([*ordered, *added]), key=_place))


def _spoken(every: Sequence[Attributed]) -> Iterator[Attributed]:
    """Leave out what nobody says within another's words: "retracted the accusation that X did it".

    Such a noun hands on what the other speaker does with it; it is no statement of its own.
    """
    held = _places(span for one in every for span in one.content if one.source is not None)
    for one in every:
        if one.source is not None or one.cue is None or held.isdisjoint(_places([one.cue])):
            yield one


def _ruled(found: Sequence[Attributed], told: Sequence[Attributed]) -> Iterator[Attributed]:
    """Yield what the model found, joined with what the rules see of the same cue and words."""
    free = dict(enumerate(told))
    cues = _cues(told)
    for one in found:
        number = _twin(one, told, cues)
        twin = free.pop(number, None) if number is not None else None
        if twin is not None:
            yield _judged(twin, one)
        elif one.source is None and one.kind == "indirect" and one.act in (None, "say"):
            continue  # nobody is said to speak, and no mark shows that somebody does
        elif not _given_away(one, told, cues):
            yield one


def _cues(told: Sequence[Attributed]) -> list[tuple[int, int]]:
    """Return where the cues of attributions begin, in order, and whose each is."""
    return sorted((one.cue.start, number) for number, one in enumerate(told) if one.cue)


def _twin(
    one: Attributed, told: Sequence[Attributed], cues: Sequence[tuple[int, int]]
) -> int | None:
    """Return which of the rules' attributions has a cue and content in common with one."""
    content = _places(one.content)
    same = _same_cue(one, told, cues)
    return next((each for each in same if content & _places(told[each].content)), None)


def _given_away(
    one: Attributed, told: Sequence[Attributed], cues: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether the rules give the cue of one to other words, and its words to somebody else.

    Whoever is said to say both, its cue and its words, only hands it on.
    """
    same = _same_cue(one, told, cues)
    if one.cue is None or not same:
        return False
    content, cue = _places(one.content), _places([one.cue])
    others = [_places(each.content) for each in _around(one, told)]
    return any(content & each and not cue <= each for each in others)


def _same_cue(
    one: Attributed, told: Sequence[Attributed], cues: Sequence[tuple[int, int]]
) -> list[int]:
    """Return which of the rules' attributions have a cue that shares words with one's."""
    if one.cue is None:
        return []
    at = bisect_left(cues, (one.cue.start, 0))
    near = (number for _, number in cues[max(0, at - _NEAR) : at + _NEAR])
    return [each for each in near if (cue := told[each].cue) and one.cue.overlap(cue)]


def _judged(twin: Attributed, one: Attributed) -> Attributed:
    """Return what both see with the spans, the hands and the judgement of the model.

    Words that hedge are not overheard: the statement is no surer than they let it be. What nobody
    is said to say ("it is believed that") does nothing but say so.
    """
    if twin.unsourced:
        return replace(twin, via=one.via or twin.via)
    sure, worded = one.certainty, acts.worded(twin)
    if sure is not None and 0 <= worded < sure:
        sure = worded
    act = one.act
    if act == "condemn" and acts.act_of(twin) == "call_for":
        act = "call_for"  # who "called on" somebody condemns nobody
    return replace(
        twin,
        source=_source(twin, one),
        cue=one.cue,
        content=twin.content if _fuller(twin, one) else one.content,
        via=one.via or twin.via,
        act=act,
        negated=one.negated,
        certainty=sure,
        speaker=one.speaker,
    )


def _source(twin: Attributed, one: Attributed) -> Span | None:
    """Return the model's source where both mean the same, and else whoever is named surer.

    The rules stop at marks and verbs, the model where the name does; but what a preposition adds
    ("the commander of what is left of the garrison") is a part of who speaks.
    """
    if twin.source is None or one.source is None:
        return twin.source
    told = any(part.overlap(twin.source) for part in one.content)
    if told and one.cue is not None and one.source.end <= one.cue.start:
        return one.source  # "said the army was there": of whom it is told, not who tells it
    if not twin.source.overlap(one.source):
        if is_relative(one.source) and one.source.end <= _start(one.cue):
            return one.source  # whom it stands for is asked later, of the words right before it
        return one.source if _far(twin) and _elsewhere(twin, one) else twin.source
    added = tokenize(twin.source.text[max(0, one.source.end - twin.source.start) :])
    goes_on = bool(added) and added[0].lower in closed("prepositions")
    return twin.source if goes_on else one.source


def _start(cue: Span | None) -> int:
    return cue.start if cue else 0


def _fuller(twin: Attributed, one: Attributed) -> bool:
    """Tell whether the rules' content is the model's with more marks, or closes its quotation.

    A speaker within a quotation is a part of it: "The pier was shut, Radio Sund said."
    """
    mine, theirs = _places(one.content), _places(twin.content)
    if not mine <= theirs:
        return False
    more = (
        letter
        for part in twin.content
        for at, letter in enumerate(part.text, part.start)
        if at not in mine
    )
    return bool(awaited(one.content[-1].text)) or not any(map(str.isalnum, more))


def _far(twin: Attributed) -> bool:
    """Tell whether other words than an adverb part the rules' source from its cue."""
    if twin.source is None or twin.cue is None:
        return False
    return twin.cue.start - twin.source.end > _ADVERB


def _elsewhere(twin: Attributed, one: Attributed) -> bool:
    """Tell whether the model sees another speaker than the rules, before the cue."""
    if twin.source is None or one.source is None or one.cue is None:
        return False
    return not one.source.overlap(twin.source) and one.source.end <= one.cue.start


def _speaks_too(one: Attributed, ordered: Sequence[Attributed], cues: set[int]) -> bool:
    """Tell whether the rules name a speaker within or beside one whom the model has.

    One whom the model has as a hand speaks by handing on; that is no statement of his own.
    """
    if one.cue is None or one.source is None:
        return False
    if not cues.isdisjoint(_places([one.cue, one.source])):
        return False
    content, speaker, cue = (_places(each) for each in (one.content, [one.source], [one.cue]))
    around = list(_around(one, ordered))
    if any(hop.overlap(one.source) for other in around for hop in other.via):
        return False
    for other in around:
        if other.source is None or not speaker.isdisjoint(_places([other.source])):
            continue
        theirs = _places(other.content)
        if speaker | cue <= theirs or len(content & theirs) >= _SAME * len(content | theirs):
            return True
    return False


def _around(one: Attributed, ordered: Sequence[Attributed]) -> Iterator[Attributed]:
    at = bisect_left(ordered, _place(one), key=_place)
    yield from ordered[max(0, at - _NEAR) : at + _NEAR]


def _spans(one: Attributed) -> Iterator[Span]:
    yield from one.content
    if one.cue:
        yield one.cue


def _place(one: Attributed) -> tuple[int, int]:
    spans = list(_spans(one))
    return min(span.start for span in spans), max(span.end for span in spans)


def _places(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}
