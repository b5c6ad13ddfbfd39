"""What would be believed of a case if something were otherwise: nothing is kept of it."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import NothingRead
from whence.fuse import Ledger, restated
from whence.model.case import Case
from whence.model.incident import Incident
from whence.run.config import Config
from whence.run.overrides import decided
from whence.weigh import Supposed, Supposition, prepare

if TYPE_CHECKING:  # it loads NumPy, which is needed only once something is weighed
    from whence.weigh.supposing import Prepared


class Supposing(Struct, frozen=True, kw_only=True):
    """A case ready for suppositions; never changed, so that threads may share it."""

    incident: Incident
    ledger: Ledger
    prepared: "Prepared"

    def suppose(self, supposition: Supposition) -> Supposed:
        """Return what would be believed; statements that lose claims are stated anew from the rest.

        Raises:
            ConfigError: when the supposition is about something that is not there.
        """
        claims = supposition.without_claims
        if claims and not supposition.restated:
            left = restated(self.incident, self.ledger, claims)
            supposition = replace(supposition, restated=left)
        return self.prepared.suppose(supposition)


def supposing(case: Case, config: Config) -> Supposing:
    """Make a case ready for suppositions, with what its people decided about the weighing.

    Raises:
        NothingRead: when there is no incident of which anything could be supposed.
        ConfigError: when a setting or a judgement does not fit the incident.
    """
    if case.incident is None or case.incident.empty:
        raise NothingRead("there is no incident to weigh", "run 'whence fuse' before")
    return Supposing(
        incident=case.incident,
        ledger=Ledger(case.documents, case.reports, case.trace),
        prepared=prepare(case.incident, case.trace, decided(config.weigh, case.judgements)),
    )
