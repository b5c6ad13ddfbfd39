"""Who is named as behind the incident, with which standing, and who only hints."""

from whence.extract.suspicion.find import find

__all__ = ["find"]
