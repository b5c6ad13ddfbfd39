"""What the text is about: which sentences tell of the incident, and on which day it happened."""

from whence.extract.scope.find import Scopes, scopes

__all__ = ["Scopes", "scopes"]
