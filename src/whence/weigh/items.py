"""What bears on the hypotheses: one item per origin and party, or per observed fact."""

from msgspec import Struct

from whence.model.attribution import Anonymity
from whence.model.claim import Role
from whence.model.incident import Statement
from whence.model.origin import Stake
from whence.model.span import Span
from whence.weigh.acts import RIVALS
from whence.weigh.moments import taken_back
from whence.weigh.options import Options
from whence.weigh.tables import Row

ANALYST = "analyst"
"""Stands in as the origin of a finding that only the analyst vouches for."""

CAMP_RHO = 0.9
"""Correlation between accusations that rivals of a party make: hardly more than one voice."""

OWN_VOICE = {"claim": "owns up", "admission": "owns up", "own_denial": "denies"}
"""Kinds by which a party speaks for itself: it does either with one voice, whoever quotes it."""


class Voice(Struct, frozen=True, kw_only=True):
    """A first hand as it speaks here; ``doubts`` are the probabilities of uncertain merges."""

    origin_id: str
    name: str
    anonymity: Anonymity
    stake: Stake
    doubts: tuple[float, ...] = ()


class Item(Struct, frozen=True, kw_only=True):
    """One piece of evidence: ``kind`` is its row, ``targets`` the hypotheses that it concerns.

    ``kin`` are hypotheses of groups that may belong to the class it speaks of, and
    ``echoes`` further origins through which the same voice says the same. ``government`` is the
    state (ISO code) whose word an accusation by an office is, "" where that is not known.
    """

    id: str
    role: Role
    kind: str
    row: Row
    voices: tuple[Voice, ...]
    targets: tuple[str, ...]
    kin: tuple[str, ...] = ()
    about: str
    party: str
    hedge: int = 3
    text: str
    claim_ids: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    note: str = ""
    echoes: tuple[str, ...] = ()
    government: str = ""

    @property
    def own(self) -> bool:
        """Tell whether a party speaks for itself: that is one voice, whoever quotes it."""
        return self.kind in OWN_VOICE

    @property
    def partisan(self) -> bool:
        """Tell whether it is an accusation by those who gain by it: their side is one voice."""
        stakes = {voice.stake for voice in self.voices}
        return self.row.planted is None and self.row.ratio > 1 and stakes <= RIVALS

    @property
    def group(self) -> str:
        """Return the dependence group: items of one sort, or of one camp, about the same party."""
        sort = "camp" if self.partisan else self.row.group
        return f"{self.role}/{sort}/{self.about}"

    @property
    def rho(self) -> float:
        """Return the correlation inside the group."""
        return max(self.row.rho, CAMP_RHO) if self.partisan else self.row.rho


def heard_of(statements: tuple[Statement, ...], options: Options) -> tuple[Statement, ...]:
    """Return the statements that weigh: not taken back, and not by an origin that is left out.

    What a party says for itself is one voice: it goes whole, whoever quotes it.
    """
    gone = taken_back(statements)
    silent = {
        statement.party_id
        for statement in statements
        if statement.origin_id in options.without and owns(statement)
    }
    return tuple(
        statement
        for statement in statements
        if statement.id not in gone
        and statement.origin_id not in options.without
        and not (owns(statement) and statement.party_id in silent)
    )


def owns(statement: Statement) -> bool:
    """Tell whether a party speaks for itself there: it claims or denies, with one voice."""
    claims = statement.standing == "admitted" or statement.act == "claim_responsibility"
    return statement.speaks_for_party and (claims or statement.standing == "denied")
