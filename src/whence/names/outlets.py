"""Newspapers and broadcasters that are known by a name which does not say what they are."""

from functools import cache

from whence.model.vocabulary import load
from whence.names.agencies import bare, form


@cache
def _forms() -> dict[str, str]:
    table = load("outlets", dict[str, list[str]], "whence.names")
    return {form(one): name for name, forms in table.items() for one in (name, *forms)}


def known_outlet(name: str) -> str | None:
    """Return the outlet that ``name`` stands for ("Al-Jazeera"), if it is a known one."""
    plain = bare(name)
    return _forms().get(plain) or _forms().get(form(plain))
