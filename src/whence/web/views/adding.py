"""A party that nobody named, to be weighed all the same: what may be entered, and what is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.errors import ConfigError
from whence.model.assessment import Hypothesis
from whence.model.incident import Party
from whence.names.spelling import same_spelling
from whence.publish.words import words
from whence.run.overrides import LISTED, party_of
from whence.web.shelf import Volume
from whence.weigh.options import ROLES

_LONGEST = 300
"""Letters of a name."""


@dataclass(frozen=True)
class Adding:
    """What somebody enters: the party's name, the question that it may answer, and why."""

    party: str = ""
    role: str = ROLES[0]
    reason: str = ""


@dataclass(frozen=True)
class Entered:
    """What a party can be entered as: the questions, and names that are no answer yet."""

    questions: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


def adding(volume: Volume) -> Entered | None:
    """Return what can be entered, None where nothing is weighed."""
    if volume.case.assessment is None:
        return None
    found = words().roles
    known = {one.party_id for role in ROLES for one in _answers(volume, role)}
    names = sorted({one.name for one in _parties(volume) if one.id not in known})
    return Entered(tuple((role, found[role]) for role in ROLES), tuple(names))


def checked(volume: Volume, given: Adding) -> tuple[str, str]:
    """Return the party and the verdict that lists it.

    Raises:
        ConfigError: when no party is named, it is an answer already, or nothing is weighed.
    """
    party = " ".join(given.party.split())
    if given.role not in ROLES:
        raise ConfigError(f"{given.role!r} is no question", f"choose one of {', '.join(ROLES)}")
    if not party:
        raise ConfigError("no party is named", "write the name by which it is known")
    if len(party) > _LONGEST:
        raise ConfigError(f"the name has {len(party)} letters", f"at most {_LONGEST} may be")
    if volume.case.assessment is None:
        hint = "it can be done once the reports tell of an incident"
        raise ConfigError("nothing is weighed in this case yet", hint)
    incident = volume.case.incident
    party = party_of(party, incident.parties if incident is not None else ())
    for one in _answers(volume, given.role):
        if any(same_spelling(party, name) for name in _names(volume, one)):
            hint = "give it another start under 'What if?', and keep that"
            raise ConfigError(f"{one.label} is an answer to this question already", hint)
    return party, f"{LISTED} {given.role}"


def _answers(volume: Volume, role: str) -> Iterator[Hypothesis]:
    """Yield the answers to a question that carry a probability."""
    assessment = volume.case.assessment
    for answer in assessment.answers if assessment else ():
        if answer.role == role:
            yield from (one for one in answer.hypotheses if not one.weightless)


def _names(volume: Volume, answer: Hypothesis) -> Iterator[str]:
    yield answer.label
    for party in _parties(volume) if answer.kind == "named" else ():
        if party.id == answer.party_id:
            yield from (party.name, *party.aliases)


def _parties(volume: Volume) -> tuple[Party, ...]:
    incident = volume.case.incident
    return incident.parties if incident else ()
