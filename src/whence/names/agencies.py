"""News agencies by every form of their names: they supply text, so they are hands on its way."""

from functools import cache

from whence.model.vocabulary import load

_SHORT = 4


@cache
def _forms() -> dict[str, str]:
    table = load("agencies", dict[str, list[str]], "whence.names")
    return {_form(form): name for name, forms in table.items() for form in (name, *forms)}


def _form(name: str) -> str:
    """Short forms count only as written: "Spa" and "uni" are words, "SPA" and "UNI" agencies."""
    return name if len(name) <= _SHORT or name.isupper() else name.casefold()


def agency(name: str) -> str | None:
    """Return the agency that ``name`` stands for ("AP", "The Associated Press"), if it is one."""
    bare = " ".join(name.split()).strip(" .:")
    bare = bare[4:] if bare[:4].casefold() == "the " else bare
    return _forms().get(bare) or _forms().get(bare.casefold())
