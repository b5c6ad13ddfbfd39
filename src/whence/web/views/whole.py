"""The whole case looked up, with the reports of other incidents that it may hold.

The parts of the report know the one incident alone that the question is about; every report of a
case can be read, whatever it tells of.
"""

from whence.publish.index import Index
from whence.publish.places import Places, places
from whence.web.shelf import Volume


def whole(volume: Volume) -> Index:
    """Return look-ups over the whole case, made once for a volume."""
    if not volume.case.others:
        return volume.index
    return volume.kept("whole", lambda: Index(volume.case))


def whole_places(volume: Volume) -> Places:
    """Return every mark of every document of the whole case, made once for a volume."""
    if not volume.case.others:
        return volume.parts.places
    return volume.kept("whole places", lambda: places(whole(volume)))


def elsewhere_told(volume: Volume) -> frozenset[str]:
    """Return the ids of the documents that tell of other incidents alone."""
    return frozenset(whole(volume).documents) - frozenset(volume.index.documents)
