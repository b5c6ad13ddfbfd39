"""What an origin stands to win or lose: as a person entered it, or as the target's own side."""

from collections.abc import Iterable, Sequence

from whence.model.origin import Stake
from whence.model.report import Report
from whence.names.countries import split
from whence.names.persons import Person, office, person, same_person, surname_of
from whence.names.spelling import fold, name_words, same_spelling
from whence.trace.nodes import Node
from whence.trace.options import Options
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


def stake(group: Sequence[Node], targeted: Sequence[str], options: Options) -> Stake:
    """Return the stake of an origin; ``unknown`` unless entered or plainly the victim's.

    The victim's side is the target himself, whoever holds or speaks for his office, and bodies and
    officials of the state whose office was targeted.
    """
    for name, value in sorted(options.stakes.items()):
        if any(_named(node, name) for node in group):
            return value
    for target in targeted:
        if any(_targeted(node, target) for node in group):
            return "victim"
    return "unknown"


def _named(node: Node, name: str) -> bool:
    given = node.source.person
    return (
        fold(bare(name)) in (fold(node.label), fold(bare(node.hop.who)))
        or (given is not None and same_person(given.name, name))
        or (node.source.sort in _STATE_SORTS and same_spelling(bare(name), node.label))
    )


def _targeted(node: Node, target: str) -> bool:
    aimed = person(bare(target))
    given = node.source.person
    if given is not None and _same(given, aimed):
        return True
    if node.source.sort == "role":
        return _authority(node.source, aimed.iso or _state_of_office(target))
    held = office(bare(target)) or ((aimed.office, aimed.iso) if aimed.office is not None else None)
    if held is None or node.source.sort not in _STATE_SORTS:
        return False
    name, iso = held
    if iso is not None:
        return node.source.iso == iso
    plain, states = split(name_words(node.hop.who))
    return not states and name_words(name) == plain[: len(name_words(name))]


def _state_of_office(target: str) -> str | None:
    held = office(bare(target))
    return held[1] if held is not None else None


def _authority(source: Source, iso: str | None) -> bool:
    """Tell whether nameless people are officials of the state whose office was targeted."""
    return iso is not None and not source.belongs and official(source) and iso in source.modifiers


def _same(given: Person, aimed: Person) -> bool:
    return same_person(given.name, aimed.name) or (
        surname_of(given.name, aimed.name)
        and given.office is not None
        and given.office == aimed.office
    )
