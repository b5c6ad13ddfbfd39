"""What an origin stands to win or lose: as a person entered it, or as the target's own side."""

from collections.abc import Iterable, Sequence, Set

from whence.model.origin import Stake
from whence.model.report import Report
from whence.names.countries import split
from whence.names.persons import Person, office, person, same_person, surname_of
from whence.names.spelling import fold, name_words, same_spelling
from whence.trace.nodes import Node
from whence.trace.options import Options
from whence.trace.people import ByName
from whence.trace.sources import Source, bare, official

_STATE_SORTS = ("body", "state", "office")


def targets(reports: Iterable[Report]) -> tuple[str, ...]:
    """Return the words for the incident's targets over all reports, in alphabetical order."""
    return tuple(
        sorted(
            {
                fact.value
                for report in reports
                for fact in report.facts
                if fact.slot == "target" and fact.scope == "incident"
            }
        )
    )


class Targets:
    """The targets of all incidents, and who is on their side."""

    def __init__(self, targeted: Iterable[str]) -> None:
        aimed = [(target, person(bare(target))) for target in targeted]
        self._people = ByName([one for _, one in aimed], lambda one: one.name)
        self._states = {one.iso or _state_of_office(target) for target, one in aimed} - {None}
        held = [_held(target, one) for target, one in aimed]
        self._ruled = {iso for _, iso in filter(None, held) if iso is not None}
        self._offices = {name_words(name) for name, iso in filter(None, held) if iso is None}

    def include(self, node: Node) -> bool:
        """Tell whether a source is a target, holds a targeted office or is its state's."""
        given = node.source.person
        if given is not None and any(_same(given, one) for one in self._people.like(given.name)):
            return True
        if node.source.sort == "role":
            return _authority(node.source, self._states)
        if node.source.sort not in _STATE_SORTS:
            return False
        if node.source.iso in self._ruled:
            return True
        plain, states = split(name_words(node.hop.who))
        return not states and any(plain[:end] in self._offices for end in range(len(plain) + 1))


def _held(target: str, aimed: Person) -> tuple[str, str | None] | None:
    held = (aimed.office, aimed.iso) if aimed.office is not None else None
    return office(bare(target)) or held


def stake(group: Sequence[Node], targeted: Targets, options: Options) -> Stake:
    """Return the stake of an origin; ``unknown`` unless entered or plainly the victim's.

    The victim's side is the target himself, whoever holds or speaks for his office, and bodies and
    officials of the state whose office was targeted.
    """
    for name, value in sorted(options.stakes.items()):
        if any(_named(node, name) for node in group):
            return value
    return "victim" if any(targeted.include(node) for node in group) else "unknown"


def _named(node: Node, name: str) -> bool:
    given = node.source.person
    return (
        fold(bare(name)) in (fold(node.label), fold(bare(node.hop.who)))
        or (given is not None and same_person(given.name, name))
        or (node.source.sort in _STATE_SORTS and same_spelling(bare(name), node.label))
    )


def _state_of_office(target: str) -> str | None:
    held = office(bare(target))
    return held[1] if held is not None else None


def _authority(source: Source, states: Set[str | None]) -> bool:
    """Tell whether nameless people are officials of a state whose office was targeted."""
    return official(source) and not source.belongs and not states.isdisjoint(source.modifiers)


def _same(given: Person, aimed: Person) -> bool:
    return same_person(given.name, aimed.name) or (
        surname_of(given.name, aimed.name)
        and given.office is not None
        and given.office == aimed.office
    )
