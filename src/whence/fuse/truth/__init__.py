"""Truth discovery: how probable each told value is, when sources err and copy each other."""

from whence.fuse.truth.posterior import Posterior, Voice, posterior
from whence.fuse.truth.relations import Relation

__all__ = ["Posterior", "Relation", "Voice", "posterior"]
