"""Who said it first, as a person corrects it."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from whence.model.attribution import Anonymity, Chain, Hop, SourceKind
from whence.model.report import Report
from whence.names.agencies import agency
from whence.names.countries import state
from whence.names.persons import office, person
from whence.names.spelling import fold
from whence.run.judging.corrections import by_hand

Nature = tuple[SourceKind, Anonymity]
Hands = Mapping[str, tuple[str, str]]
"""By the id of a chain, the name of its first hand and who says so."""

_PRINTS = ("outlet", "agency")
_MENTIONED: dict[str, Nature] = {
    "person": ("person", "named"),
    "organisation": ("body", "organisation"),
    "party": ("group", "organisation"),
}


def natures(reports: Iterable[Report], judged: Iterable[str]) -> dict[str, Nature]:
    """Return what sort of source each name is that the reports give, by the name in plain letters.

    First hands that were read come before names that are mentioned only; what is judged is left
    out, so that one judgement does not rest on another.
    """
    found: dict[str, Nature] = {}
    ordered, skipped = sorted(reports, key=lambda report: report.id), frozenset(judged)
    for report in ordered:
        for chain in report.chains:
            if len(chain.hops) > 1 and chain.id not in skipped:
                hop = chain.origin
                found.setdefault(fold(hop.who), (hop.kind, hop.anonymity))
    for report in ordered:
        for mention in report.mentions:
            if (nature := _MENTIONED.get(mention.kind)) is not None:
                for name in (mention.value, mention.span.text):
                    found.setdefault(fold(name), nature)
    return found


def rehanded(report: Report, hands: Hands, known: Mapping[str, Nature]) -> Report:
    """Return a report in which the chains start where ``hands`` say.

    An outlet or agency at the end of a chain stays as the hand that passed it on; any other first
    hand is replaced. Attributions and reactions of a chain are of its first hand as well.
    """
    chains = {
        chain.id: _chain(chain, hands[chain.id][0], known)
        for chain in report.chains
        if chain.id in hands
    }
    old = {chain.id: chain.origin.who for chain in report.chains if chain.id in chains}
    if not chains:
        return report
    return replace(
        report,
        chains=tuple(chains.get(chain.id, chain) for chain in report.chains),
        attributions=tuple(
            replace(
                one,
                speaker=chains[one.chain_id].origin.who,
                anonymity=chains[one.chain_id].origin.anonymity,
                extractor=by_hand(hands[one.chain_id][1]),
            )
            if one.chain_id in chains
            else one
            for one in report.attributions
        ),
        reactions=tuple(
            replace(
                one,
                who=chains[one.chain_id].origin.who,
                extractor=by_hand(hands[one.chain_id][1]),
            )
            if one.chain_id in chains and one.who == old[one.chain_id]
            else one
            for one in report.reactions
        ),
    )


def _chain(chain: Chain, name: str, known: Mapping[str, Nature]) -> Chain:
    last = chain.origin
    if last.who == name:
        return chain
    kind, anonymity = known.get(fold(name)) or _nature(name, last)
    if len(chain.hops) == 1 or last.kind in _PRINTS:
        said = Hop(who=name, how="says", kind=kind, anonymity=anonymity)
        return replace(chain, hops=(*chain.hops, said))
    said = replace(last, who=name, kind=kind, anonymity=anonymity)
    return replace(chain, hops=(*chain.hops[:-1], said))


def _nature(name: str, last: Hop) -> Nature:
    """Tell what sort of source a name is that no report gives, by its words and what was read."""
    if agency(name) is not None:
        return "agency", "organisation"
    if state(name) is not None:
        return "state", "organisation"
    if office(name) is not None or name == name.lower():
        return "office", "role"
    if last.kind == "person" or person(name).office is not None:
        return "person", "named"
    return ("group" if last.kind == "group" else "body"), "organisation"


def first_hands(reports: Sequence[Report], hands: Hands) -> tuple[Report, ...]:
    """Return the reports with the first hands that people corrected; the same where none is."""
    if not hands:
        return tuple(reports)
    known = natures(reports, hands)
    return tuple(rehanded(report, hands, known) for report in reports)
