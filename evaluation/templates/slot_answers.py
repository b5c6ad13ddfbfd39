"""What a reader answers in MUC-4's slots: response templates composed of what it reads.

- **Type.** The kind that the reader tells where it is sure of it by ``SURE``, else "attack", which
  is above all others and earns half. A wrong kind costs the whole template: it is mapped to none,
  and its two or three other right fills are lost with it. Where these are worth R and the kind p,
  p (1 + R) beats 1/2 + R from p of .8 on (R is 2.5 then .86, 1.5 then .8).
- **Organisations** are the fillers of that role. Names of one organisation are one answer, the
  first of them: names of which all words of one stand in the other, a label behind it aside ("THE
  REED GROUP"), or of which the text sets the last word of one in brackets behind the other ("REED
  LEAGUE [RL]", "LEFTIST RL"). A mere label ("THE ARMED MOVEMENT") takes up the one organisation
  beside it, and a part ("NORTHERN WING OF THE RL") is its organisation: the task has the part in
  slot 9. A name with fewer than three letters in its words is none. Where the report blames one
  organisation, it does so for each of its incidents: of dev messages with several incidents and
  one organisation in the key, 227 of 290 templates hold it. Adding the named parties of claims,
  which go on to blame for what else the report tells, was worse on tst1 and tst2 and on the first
  300 messages of dev.
- **Confidence** is how the suspicion stands (``standing.MUC_OF``), or "reported as fact" where the
  reader cannot tell, as the task says for what is not in question.
- **Date and place** are those that the report holds (``slot_places``).
- **Templates.** Where a reader tells several incidents apart, each is one template. Where it gives
  one incident for a report, targets and victims of which more than
  ``APART`` words part the first mentions are told of as incidents of their own, all by the
  perpetrators of the report. Splitting there was better than one template on tst1 and tst2 and on
  the first 250 messages of dev at any distance from 45 words to 150; one template for each
  organisation was not.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from evaluation.comparing.naming import words_of
from evaluation.corpora.muc4 import occurrences
from evaluation.readers.predictions import Predictor, ReaderAbsentError, Template
from evaluation.readers.suspicions import same_party
from evaluation.standing import MUC_OF
from evaluation.templates.slot_credit import ANY_TYPE, Graded, Response
from evaluation.templates.slot_places import Scene, scene
from whence.extract.parties.words import lexicon

SURE = 0.8
"""Probability of a type from which it is answered; on tst1 and tst2 0.8 to 1 do as well."""
APART = 60
"""Words between the first mentions of targets or victims beyond which an incident is another."""
USUAL = "REPORTED AS FACT"
_LETTERS = 3
_PARTED = ("Target", "Victim")
_WORD = re.compile(r"\S+")
_BEHIND = re.compile(
    r"(?:['’]s)?[\"'’]?\s*(?:,\s+|,?\s*(?P<bracket>[\[(])\s*)[\"'‘]?", re.IGNORECASE
)
"""What stands between a name and a short one behind it."""
_PART = re.compile(
    r"^.*\b(?:cell|column|squad|unit|commando|command|wing|branch|faction)s? of (?:the )?(?=\w)",
    re.IGNORECASE,
)
"""A part of an organisation that the text names: it is told of in slot 9, the whole in slot 10."""


def responses(reader: Predictor, text: str, known: frozenset[str] = frozenset()) -> list[Response]:
    """Return the templates that a reader answers for a report, none when it sees no incident.

    ``known`` are the names of places that slot 3 may hold.

    Raises:
        ReaderAbsentError: when the reader gives no templates or no standings.
    """
    templates = reader.templates(text)
    seen = _scene(reader, text, known) if templates else Scene()
    whole = grouped(text, [name for one in templates for name in one.fillers.get("PerpOrg", ())])
    found = []
    for template in templates:
        incident = template.incident if template.sure >= SURE else ANY_TYPE
        own = grouped(text, template.fillers.get("PerpOrg", ()))
        groups = whole if len(whole) == 1 else own
        standings = reader.standings(text, groups) if groups else ()
        organisations = tuple(
            Graded(organisation=names[0], confidence=MUC_OF.get(standing or "", USUAL))
            for names, standing in zip(groups, standings, strict=True)
        )
        found += [
            Response(
                incident=incident,
                roles=roles,
                organisations=organisations,
                date=seen.date,
                location=seen.location,
            )
            for roles in (parted(text, template) if len(templates) == 1 else [template.fillers])
        ]
    return found


def _scene(reader: Predictor, text: str, known: frozenset[str]) -> Scene:
    try:
        return scene(reader.whole(text), known)
    except ReaderAbsentError:  # hand-made answers without a report
        return Scene()


def grouped(text: str, names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the names of each organisation, all in the order in which they are given."""
    names = [_PART.sub("", name) for name in names]
    groups: list[list[str]] = []
    for name in dict.fromkeys(names):
        if len("".join(words_of(name))) < _LETTERS:
            continue
        same = [one for one in groups if any(_same(text, name, other) for other in one)]
        if not same:
            groups.append([name])
            continue
        same[0] += [name, *(other for one in same[1:] for other in one)]
        groups = [one for one in groups if one not in same[1:]]
    named = [one for one in groups if not all(map(_label, one))]
    if len(named) == 1:
        groups = [[name for one in groups for name in one]]
        return [tuple(sorted(groups[0], key=lambda name: (_label(name), names.index(name))))]
    return [tuple(sorted(one, key=names.index)) for one in groups]


def parted(text: str, template: Template) -> list[Mapping[str, Sequence[str]]]:
    """Return the roles of each incident of a template, organisations left out.

    Targets and victims that do not stand in the text stay with the first incident.
    """
    starts = [found.start() for found in _WORD.finditer(text)]
    placed = sorted(
        (bisect_left(starts, places[0][0]) if places else 0, role, name)
        for role in _PARTED
        for name in template.fillers.get(role, ())
        for places in [occurrences(text, name)]
    )
    shared = {"PerpInd": tuple(template.fillers.get("PerpInd", ()))}
    clusters: list[list[tuple[int, str, str]]] = []
    for one in placed:
        if clusters and one[0] - clusters[-1][-1][0] <= APART:
            clusters[-1].append(one)
        else:
            clusters.append([one])
    return [
        {**shared, **{role: tuple(n for _, r, n in one if r == role) for role in _PARTED}}
        for one in clusters
    ] or [shared]


def _same(text: str, name: str, other: str) -> bool:
    return (
        same_party(_unlabelled(name), _unlabelled(other))
        or _beside(text, name, other)
        or _beside(text, other, name)
    )


def _unlabelled(name: str) -> str:
    """Return a name without the words behind it that only say what it is."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in lexicon()["labels"]:
        words.pop()
    return " ".join(words)


def _label(name: str) -> bool:
    """Tell whether a name only says what somebody is, as "the armed movement"."""
    *before, last = name.lower().split()
    general = lexicon()["modifiers"] | lexicon()["determiners"]
    several = last.endswith("s")
    return last in lexicon()["bare_anaphors"] and not several and set(before) <= general


def _beside(text: str, name: str, short: str) -> bool:
    """Tell whether a text has a name with the other, or its last word, in brackets behind it.

    Behind a comma the other must be an abbreviation: initials of the name are half of its letters.
    """
    starts = {at for one in (short, short.rpartition(" ")[2]) for at, _ in occurrences(text, one)}
    for _, end in occurrences(text, name):
        behind = _BEHIND.match(text, end)
        if behind and behind.end() in starts and (behind["bracket"] or _initials(name, short)):
            return True
    return False


def _initials(name: str, short: str) -> bool:
    letters, words = short.lower().rpartition(" ")[2], name.lower().split()
    shared = (Counter(letters) & Counter(word[0] for word in words)).total()
    return letters.isalpha() and len(letters) <= len(words) and 2 * shared >= len(letters)
