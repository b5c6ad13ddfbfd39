"""The standing of a suspicion, decided in the order of the MUC-4 decision tree."""

from dataclasses import dataclass

from whence.extract.suspicion.wording.grammar import Frame
from whence.model.attribution import Act
from whence.model.claim import Standing

_FIRM = 3


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that decides how a suspicion stands.

    ``sourced`` is False where the narrator speaks without a source, ``by_party`` True where the
    party speaks of itself (an official who concedes his own side's guilt admits nothing for it:
    only the perpetrator's own claim is an admission), ``finding`` True where a court or an inquiry
    found it. ``retracted`` is True where an accusation is taken back: nobody says that the party
    did not do it, yet nobody stands by it any more. ``looked_into`` is True where police,
    prosecution or court speak, or any authority of a single person; ``unfinished`` is True where
    they have found nothing "so far".
    """

    frame: Frame
    polarity: bool
    hedge: int
    sourced: bool
    authority: bool
    finding: bool
    by_party: bool
    insinuation: bool
    rejected: bool = False
    on_record: bool = False
    retracted: bool = False
    looked_into: bool = False
    unfinished: bool = False


def standing(case: Circumstances) -> Standing:
    """Decide the standing in order: cleared, denied, admitted, found, uncertain, by an authority.

    Source: MUC-4 task documentation part 2, slot 11, extended with ``found`` and ``denied``.
    """
    if case.retracted:
        return "denied"
    if case.frame == "clear" or (not case.polarity and case.finding) or _exonerated(case):
        return "cleared"
    if not case.polarity:
        return "denied"
    if case.insinuation:
        return "speculated"
    if (case.frame == "admit" and case.hedge > 1) or (case.by_party and case.hedge == _FIRM):
        return "admitted"
    finding = case.finding and case.hedge >= 2 and case.frame != "charge"
    if case.frame == "convict" or finding:
        return "found"
    return _suspicion(case)


def _exonerated(case: Circumstances) -> bool:
    """Tell whether an authority says on the record of somebody else that they did not do it.

    "Had no part in it" may be said of one's own side, and is heard from who looked into it; that
    there is no evidence against somebody is heard from them as well, unless there is none yet.
    """
    absent = case.frame == "absent" and case.looked_into and not case.unfinished
    return (
        (case.hedge == _FIRM if case.frame == "state" else absent and case.hedge > 1)
        and not case.polarity
        and not case.rejected
        and not case.by_party
        and case.authority
        and case.on_record
    )


def _suspicion(case: Circumstances) -> Standing:
    if case.hedge <= 1:
        return "speculated"
    if case.frame == "charge":
        return "accused_by_authority"
    if case.sourced or case.frame == "accuse" or case.hedge < 3:
        return "accused_by_authority" if case.authority else "accused"
    return "reported_as_fact"


def act(case: Circumstances, said: Act | None) -> Act:
    """Name what is done with the words: the speaker's act as far as it fits the claim."""
    if case.retracted:
        return "retract"
    if case.insinuation:
        return "insinuate"
    if not case.polarity:
        return "deny_involvement" if case.by_party and not case.rejected else "reject_accusation"
    if case.frame == "admit" or (case.by_party and case.hedge == _FIRM):
        return "claim_responsibility"
    if case.hedge <= 1:
        return "speculate"
    if case.frame in ("accuse", "charge", "convict") or case.sourced:
        return "confirm" if said == "confirm" else "accuse"
    return "say"
