"""Just enough of DER (ITU-T X.690) to look where the time-stamp library does not."""

from typing import Final

from msgspec import Struct

_LONG: Final = 0x80
_MOST_OCTETS: Final = 4  # of a length: four gigabytes


class DerError(ValueError):
    """Bytes that are not DER, or not of the shape that was looked for."""


class Element(Struct, frozen=True, kw_only=True):
    """One element of ``data``: its tag byte, where it starts, its content starts, and it ends."""

    data: bytes
    tag: int
    start: int
    inside: int
    end: int

    @property
    def content(self) -> bytes:
        """The bytes of the content, without tag and length."""
        return self.data[self.inside : self.end]

    def children(self) -> tuple["Element", ...]:
        """Return the elements that the content consists of.

        Raises:
            DerError: when it does not consist of elements.
        """
        return _elements(self.data, self.inside, self.end)

    def child(self, *path: int) -> "Element":
        """Return the element that a path of positions leads to; -1 is the last one.

        Raises:
            DerError: when there is no such element.
        """
        here = self
        for position in path:
            inner = here.children()
            if not -len(inner) <= position < len(inner):
                raise DerError("an element is missing")
            here = inner[position]
        return here


def element(data: bytes) -> Element:
    """Return the one element that all of ``data`` is.

    Raises:
        DerError: when it is not one element from end to end.
    """
    found = _elements(data, 0, len(data))
    if len(found) != 1:
        raise DerError("it is not one element")
    return found[0]


def _elements(data: bytes, start: int, end: int) -> tuple[Element, ...]:
    found = []
    while start < end:
        one = _element_at(data, start, end)
        found.append(one)
        start = one.end
    return tuple(found)


def _element_at(data: bytes, start: int, end: int) -> Element:
    if start + 2 > end:
        raise DerError("it breaks off")
    inside, length = start + 2, data[start + 1]
    if length >= _LONG:
        octets = length - _LONG
        if not 1 <= octets <= _MOST_OCTETS or inside + octets > end:
            raise DerError("a length is wrong")
        length = int.from_bytes(data[inside : inside + octets])
        inside += octets
    if inside + length > end:
        raise DerError("it breaks off")
    return Element(data=data, tag=data[start], start=start, inside=inside, end=inside + length)
