"""How far a case has come."""

from msgspec import Struct

from whence.web.shelf import Volume


class Standing(Struct, frozen=True, kw_only=True):
    """What of a case was read, what failed, what waits to be read or weighed.

    ``left`` are the documents that nobody tried to read yet: the work was stopped before them.
    """

    documents: int
    read: int
    left: int
    failed: int
    judgements: int
    weighed: bool
    fresh: bool


def standing(volume: Volume) -> Standing:
    """Return how far a case has come."""
    return volume.kept("standing", lambda: _standing(volume))


def _standing(volume: Volume) -> Standing:
    state = volume.state
    tried = {one.location for one in volume.case.failures}
    return Standing(
        documents=len(state.documents),
        read=len(state.extractions),
        left=sum(
            key not in state.extractions and one.location not in tried
            for key, one in state.documents.items()
        ),
        failed=len(volume.case.failures),
        judgements=len(state.judgements),
        weighed=volume.case.assessment is not None,
        fresh=volume.fresh,
    )
