"""What a form gives to be read: looked at before anything of it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import UploadFile

from whence.errors import CaseRefused
from whence.ingest.dates import iso_prefix
from whence.run.intake.orders import Paste, Upload
from whence.store.ledger import case_name
from whence.web.visit import Visit

ABOUT: Final = ("text_outlet", "text_title", "text_published", "text_url")
"""Fields that say something of the text that is pasted."""

FIELDS: Final = (
    "name", "question", "addresses", "text", *ABOUT, "files_outlet", "files_published",
)  # fmt: skip

_NOTHING: Final = "nothing was given: choose files, or give addresses or a text"
_NO_DATE: Final = "this is no date: write a day as 2031-03-08, a month as 2031-03, or a year"


@dataclass(frozen=True)
class Giving:
    """The fields of a form by their names, and what is amiss with them.

    What is amiss with the whole stands under "". ``files`` tells whether files came along: a
    browser does not keep them when the form is shown again.
    """

    texts: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    amiss: dict[str, str] = field(default_factory=dict)
    files: bool = False

    @property
    def pasted(self) -> bool:
        """Whether there is something in the fields of a pasted text."""
        return any(self.texts[name] for name in ("text", *ABOUT))


def given(visit: Visit, opens: bool = False) -> Giving:
    """Return what a form gives; one that ``opens`` a case may give a name or a question alone."""
    texts = {name: visit.given(name) for name in FIELDS}
    files = any(uploads(visit))
    amiss = {}
    enough = files or texts["addresses"] or texts["text"]
    if not enough and not (opens and (texts["name"] or texts["question"])):
        amiss[""] = _NOTHING
    for name in ("text_published", "files_published"):
        if texts[name] and iso_prefix(texts[name]) is None:
            amiss[name] = _NO_DATE
    if opens and texts["name"]:
        try:
            case_name(texts["name"])
        except CaseRefused as error:
            amiss["name"] = f"{error.message}: {error.hint}"
    return Giving(texts, amiss, files)


def uploads(visit: Visit) -> Iterator[Upload]:
    """Yield the files that came with a form."""
    for value in visit.form.getlist("files"):
        # A browser sends an empty one where no file was chosen.
        if isinstance(value, UploadFile) and value.filename:
            yield Upload(name=value.filename, stream=value.file)


def paste(giving: Giving) -> Paste:
    """Return the text that was pasted, with what is said of it."""
    texts = giving.texts
    return Paste(
        text=texts["text"],
        url=texts["text_url"],
        outlet=texts["text_outlet"],
        title=texts["text_title"],
        published=texts["text_published"],
    )
