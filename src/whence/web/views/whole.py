"""The whole case looked up, with the reports of other incidents that it may hold.

The parts of the report know the one incident alone that the question is about; every report of a
case can be read, whatever it tells of.
"""

from whence.publish.index import Index
from whence.publish.places import Place, places
from whence.web.shelf import Volume


def whole(volume: Volume) -> Index:
    """Return look-ups over the whole case, made once for a volume."""
    if not volume.case.others:
        return volume.index
    return volume.kept("whole", lambda: Index(volume.case))


def places_in(volume: Volume, document_id: str) -> dict[tuple[int, int], Place]:
    """Return every mark of a document by its range, made once for a volume."""
    return volume.kept(
        f"places {document_id}",
        lambda: places(whole(volume), document_id).get(document_id, {}),
    )


def elsewhere_told(volume: Volume) -> frozenset[str]:
    """Return the ids of the documents that tell of other incidents alone."""
    return frozenset(whole(volume).documents) - frozenset(volume.index.documents)
