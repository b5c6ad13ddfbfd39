"""Who owns up by what the reader takes a statement for, where no pattern finds the words.

"The group published a video. It said its men had gone to the depot that night": the statement is
read as a claim of responsibility, and its speaker is a group that the text names.
"""

import re
from collections.abc import Iterator, Sequence

from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.bystanders.near_to import accuses_others, stands_by
from whence.extract.suspicion.bystanders.of_others import names_another, tells_of_others
from whence.extract.suspicion.deed.blame import tells_a_deed
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.speaking.spoken_for import Voices
from whence.extract.suspicion.speaking.voices import BY_HEARSAY, doubtful, forged
from whence.extract.suspicion.wording.drafting import Draft
from whence.extract.suspicion.wording.rendering import Rendered
from whence.model.attribution import Attribution
from whence.model.span import Span

_ANOTHER = re.compile(
    r"\W*(?:that )?(?:an?|another|one|two|three|several|many|most|recent|earlier) "
)
"""How a deed begins that is not the one that a report is about."""
_WENT = re.compile(
    r"\b(?:men|fighters|forces|members|units?|cells?|soldiers|comrades) (?:had |have )?"
    r"(?:gone|went|entered|visited|moved|reached|arrived|broken|broke)\b"
    r"|\b(?:responsibility|credit|as much|it was|did it|done it)\b|^\w+ (?:it|this|that)\W*$"
    r"|\b(?:ours|theirs|mine|(?:its|their|our|his|her|my) (?:own )?(?:work|doing|deed|hand))\b"
)
"""How a group tells by halves what it did: "its men had gone to the depot", "it was its work"."""
_AT = re.compile(r"\b(?:at|in|on|near|outside|around) (?:the )?(?!\w+day\b)([A-Z][\w’'-]{2,})")
_GOES_ON = 2
"""Sentences behind a claim of responsibility over which it goes on."""
_SURE = 3
_OWNING = "claim_responsibility"
_SAME = frozenset(("admit", "state"))


def owned_up(
    prose: Prose,
    sourcing: Sourcing,
    lines: Sequence[Rendered],
    resolver: Resolver,
    voices: Voices,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each statement by which a named group owns up, and no draft says so.

    A person's words count where the deed was laid to him before: to own up to something is less
    plain there. What a state or its forces say of their operations is left to patterns.
    """
    same = [one for one in found if one.frame in _SAME and one.polarity]
    told = {(one.sentence, one.subject) for one in same}
    for said in sourcing.attributions:
        if said.act != _OWNING or said.negated or said.source is None or _nobody(said.source):
            continue
        if any(said.source.start <= one.subject_start < said.source.end for one in same):
            continue
        index = prose.sentence_at(said.source.start)
        if not any(prose.sentence_at(one.start) == index for one in said.content):
            continue  # "it said." shows nobody what was owned up to
        named = _owner(said, said.source, resolver, voices)
        if named is None or not _of_this_deed(said, prose):
            continue
        if any((at, named.name) in told for at in range(index - _GOES_ON, index + 1)):
            continue  # "X claimed the attack. Our men did it, it said": one claim
        line = lines[index]
        place = next((at for at, left, right in line.places if left <= named.start < right), 0)
        before, after = line.line[:place], line.line[place:]
        if forged(before, after) or _of_others(prose, line, place, index, named):
            continue
        told.add((index, named.name))
        words = (said.source, *filter(None, [said.cue]), *said.content)
        within = [one for one in words if prose.sentence_at(one.start) == index]
        yield Draft(
            index, "admit", "carried_out", named.name, named.kind, named.start, named.end,
            min(one.start for one in within), max(one.end for one in within), True,
            BY_HEARSAY if doubtful(before) else _SURE,
        )  # fmt: skip


def _of_others(prose: Prose, line: Rendered, place: int, index: int, named: Named) -> bool:
    """Tell whether who is named speaks of another's deed, or only stands beside who speaks."""
    sentence = prose.sentences[index]
    before = prose.text[sentence.start : max(sentence.start, named.start)]
    after = prose.text[named.end : sentence.end].casefold()
    beside = accuses_others(before) or stands_by(before)
    return beside or tells_of_others(after) or names_another(line, place)


def _owner(said: Attribution, source: Span, resolver: Resolver, voices: Voices) -> Named | None:
    """Return the group for which somebody owns up, or the person who was accused of the deed."""
    named = voices.of(said, source)
    if named is None or named.kind in ("state", "body"):
        return None
    if named.kind == "person":
        return named if resolver.was_accused(named.name) else None
    return named if voices.sure(said, named, source) or resolver.was_accused(named.name) else None


def _of_this_deed(said: Attribution, prose: Prose) -> bool:
    """Tell whether what is owned up to is a deed, and no other one: "an ambush in Lindvik".

    One at a place that the report names nowhere else is taken for another.
    """
    content = " ".join(one.text for one in said.content)
    told = f"{said.cue.text} {content}" if said.cue else content
    if not (tells_a_deed(told) or _WENT.search(told)):
        return False
    if _ANOTHER.match(content):
        return False
    return all(prose.text.count(one) > 1 for one in _AT.findall(content))


def _nobody(source: Span) -> bool:
    """Tell whether "no" or "nobody" stands among the words for who speaks."""
    return not lexicon()["negatives"].isdisjoint(source.text.casefold().split())
