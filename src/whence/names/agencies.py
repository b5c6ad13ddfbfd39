"""News agencies by every form of their names: they supply text, so they are hands on its way."""

from functools import cache

from whence.model.vocabulary import load

_SHORT = 4


@cache
def _forms() -> dict[str, str]:
    table = load("agencies", dict[str, list[str]], "whence.names")
    return {form(one): name for name, forms in table.items() for one in (name, *forms)}


def form(name: str) -> str:
    """Return a name as it is looked up.

    Short forms count only as written: "Spa" and "uni" are words, "SPA" and "UNI" agencies.
    """
    return name if len(name) <= _SHORT or name.isupper() else name.casefold()


def agency(name: str) -> str | None:
    """Return the agency that ``name`` stands for ("AP", "The Associated Press"), if it is one."""
    plain = bare(name)
    return _forms().get(plain) or _forms().get(plain.casefold())


def bare(name: str) -> str:
    """Return a name without its article and the marks around it."""
    plain = " ".join(name.split()).strip(" .:")
    return plain[4:] if plain[:4].casefold() == "the " else plain
