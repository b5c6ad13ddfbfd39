"""Python literals as ``repr`` writes them, read without running anything."""

import ast
import re
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>[bB]?(?:'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"))
    | (?P<number>-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)
    | (?P<name>-?[A-Za-z_][\w.]*)
    | (?P<mark>[{}\[\](),:=])
    )""",
    re.DOTALL | re.VERBOSE,
)
_DEEPEST = 30
_CLOSING = {"{": "}", "[": "]", "(": ")"}
_NAMES = {"True": True, "False": False, "datetime.timezone.utc": UTC}
_UTC = frozenset({"tzutc", "tzlocal", "dateutil.tz.tzutc"})


def read_literal(text: str) -> object:
    """Return what a ``repr`` stands for: texts, numbers, lists, sets as lists, dictionaries.

    A ``datetime`` becomes ISO 8601, any other call and any other name None.

    Raises:
        ValueError: when it is no such literal, or nested more than 30 deep.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # an escape that means nothing is none of repr's
        reader = _Reader(text)
        value = _plain(reader.value(0))
        if reader.kind:
            raise ValueError("there is something behind it")
    return value


def _plain(value: object) -> object:
    return None if isinstance(value, timezone | timedelta) else value


class _Reader:
    """The tokens of a literal, one at a time; ``kind`` is "" at the end."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self.kind = self.token = ""
        self._next()

    def _next(self) -> str:
        token = self.token
        self.kind, self.token = next(self._tokens, ("", ""))
        return token

    def _at(self, mark: str) -> bool:
        return self.kind == "mark" and self.token == mark

    def _take(self, mark: str) -> bool:
        found = self._at(mark)
        if found:
            self._next()
        return found

    def value(self, depth: int) -> object:
        if depth > _DEEPEST:
            raise ValueError(f"it is nested more than {_DEEPEST} deep")
        kind, token = self.kind, self._next()
        if kind == "text":
            return _text(token)
        if kind == "number":
            return float(token) if re.search(r"[.eE]", token) else int(token)
        if kind == "name":
            return self._call(token, depth) if self._take("(") else _NAMES.get(token)
        if kind == "mark" and token in _CLOSING:
            return self._many(_CLOSING[token], depth)
        raise ValueError(f"{token!r} stands where a value should")

    def _many(self, closing: str, depth: int) -> object:
        items: list[object] = []
        pairs: dict[str, object] = {}
        paired = closing == "}"
        while not self._take(closing):
            first = _plain(self.value(depth + 1))
            if paired and self._take(":"):
                pairs[str(first)] = _plain(self.value(depth + 1))
            else:
                items.append(first)
            if not self._take(",") and not self._at(closing):
                raise ValueError(f"{closing!r} is missing")
        return items if items or not paired else pairs

    def _call(self, name: str, depth: int) -> object:
        given: list[object] = []
        named: dict[str, object] = {}
        while not self._take(")"):
            first_kind, first = self.kind, self.token
            value = self.value(depth + 1)
            if first_kind == "name" and self._take("="):
                named[first] = self.value(depth + 1)
            else:
                given.append(value)
            if not self._take(",") and not self._at(")"):
                raise ValueError("')' is missing")
        return _called(name, given, named)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise ValueError(f"{text[at : at + 20]!r} is no literal")
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()


def _text(token: str) -> str:
    try:
        value = ast.literal_eval(token)  # of one text alone: nothing that could be nested
    except (SyntaxError, MemoryError) as error:
        raise ValueError("a text is broken") from error
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _called(name: str, given: list[object], named: dict[str, object]) -> object:
    numbers = [one for one in given if isinstance(one, int)]
    if name in _UTC:
        return UTC
    try:
        if name == "datetime.timedelta":
            spans = {key: one for key, one in named.items() if isinstance(one, int)}
            return timedelta(*numbers, **spans)
        if name == "datetime.timezone" and given and isinstance(given[0], timedelta):
            return timezone(given[0])
        if name in ("datetime.datetime", "datetime.date"):
            zone = named.get("tzinfo")
            year, month, day, hour, minute, second, micro = (*numbers, 0, 0, 0, 0)[:7]
            found = datetime(year, month, day, hour, minute, second, micro)
            if isinstance(zone, timezone):
                found = found.replace(tzinfo=zone)
            return found.isoformat() if name.endswith("time") else found.date().isoformat()
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"{name} has values that it cannot have") from error
    return None
