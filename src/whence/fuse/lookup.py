"""Documents by what a person calls them."""

from collections.abc import Iterable

from whence.errors import UnknownId
from whence.model.document import Document


def document_of(documents: Iterable[Document], name: str) -> Document:
    """Return the document of this id, address, path or file name.

    Raises:
        UnknownId: when no document is called so, or several are.
    """
    found = [
        document
        for document in documents
        if name
        in (
            document.id,
            document.url,
            document.location,
            document.location.rstrip("/").rsplit("/", 1)[-1],
        )
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownId(
            f"{name}: no report of this name was read",
            "give a report's file name, its address or its document's id",
        )
    paths = ", ".join(sorted(document.location for document in found))
    raise UnknownId(f"{name}: several reports are called so", f"give one of {paths}")
