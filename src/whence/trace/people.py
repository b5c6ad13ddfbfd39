"""Looking people up by name without comparing every name with every other."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from whence.names.spelling import name_words, skeleton

T = TypeVar("T")
Key = tuple[str, ...]


class ByName(Generic[T]):
    """Things that bear names, found by any name that may be spelled like theirs.

    Two names are spelled alike only when their last words sound alike or all their letters agree
    (``whence.names.spelling.same_spelling``), so that few are to be compared in earnest.
    """

    def __init__(self, things: Iterable[T], name: Callable[[T], str]) -> None:
        self.things = list(things)
        self._found: dict[Key, list[tuple[int, T]]] = defaultdict(list)
        for number, thing in enumerate(self.things):
            for key in _keys(name(thing)):
                self._found[key].append((number, thing))

    def like(self, name: str) -> list[T]:
        """Return what may bear this name, in the order in which it was given."""
        rows = {number: thing for key in _keys(name) for number, thing in self._found.get(key, ())}
        return [rows[number] for number in sorted(rows)]


def _keys(name: str) -> tuple[Key, ...]:
    """Return the sound of a name's last word, and all its letters in a row."""
    plain = name_words(name)
    return (("last", skeleton(plain[-1])), ("all", "".join(plain))) if plain else ()
