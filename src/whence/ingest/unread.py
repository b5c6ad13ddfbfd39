"""Files that are of no kind that is read: what to do about each, and which a folder tells of."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from whence.errors import UnsupportedInput
from whence.ingest.described import is_sidecar

_TOLD = 5
"""Files of one type that are named each; more are told in one row."""
_SAVE = "save it as text (.txt) or as a page (.html), and give that"
_HINTS: dict[str, str] = {
    **dict.fromkeys(
        (".pdf", ".doc", ".docx", ".docm", ".odt", ".rtf", ".pages", ".epub", ".mobi", ".mht",
         ".mhtml", ".webarchive", ".msg", ".tex", ".ppt", ".pptx", ".odp", ".key", ".djvu"),
        _SAVE,
    ),
    **dict.fromkeys(
        (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".json"),
        "write its reports as JSON lines (.jsonl), one record a line",
    ),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic",
         ".avif", ".mp4", ".mov", ".mkv", ".webm", ".avi", ".mp3", ".wav", ".m4a", ".ogg", ".opus"),
        "type what it says into a .txt file; 'whence case media' keeps it as evidence",
    ),
    **dict.fromkeys((".zip", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz"), "unpack it first"),
}  # fmt: skip
_JUNK = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_MACHINE = frozenset(
    {".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".cur"}
)
"""Parts of saved pages that hold no words of a report."""
_PAGES = (".html", ".htm", ".xhtml")


def unsupported(path: Path, location: str) -> UnsupportedInput:
    """Return the error that a file of a type that is not read becomes."""
    suffix = path.suffix.lower()
    if not suffix:
        reason = "a file without an ending is not looked for in a folder"
        return UnsupportedInput(location, reason, "give the file itself, or name it .txt")
    return UnsupportedInput(
        location, f"files of type '{suffix}' are not read", _HINTS.get(suffix, "")
    )


class Passed:
    """Files that a folder or pattern passes over, so that none of them is lost in silence.

    Passed over without a word is what nobody takes for a report: side-cars, hidden files, what
    systems and editors leave behind, the parts of a saved page, of an archive all but documents.
    ``known`` are files, resolved, that were told before; it grows by those told here.
    """

    def __init__(self, source: Path, known: set[Path], *, archive: bool = False) -> None:
        self._source = source
        self._known = known
        self._archive = archive
        self._by_type: dict[str, list[Path]] = defaultdict(list)

    def __bool__(self) -> bool:
        """Tell whether there is any to be told."""
        return bool(self._by_type)

    def add(self, path: Path) -> None:
        """Remember a file to be told, unless it is one that is passed over without a word."""
        if _silent(path) or (self._archive and not _is_document(path)):
            return
        if (resolved := path.resolve()) not in self._known:
            self._known.add(resolved)
            self._by_type[path.suffix.lower()].append(path)

    def told(self) -> Iterator[UnsupportedInput]:
        """Yield what is to be told: the first files of each type, and how many more there are."""
        for suffix, paths in sorted(self._by_type.items()):
            for path in paths[:_TOLD]:
                yield unsupported(path, str(path))
            if more := len(paths[_TOLD:]):
                reason = f"{more} more files of type '{suffix}' are not read"
                if not suffix:
                    reason = f"{more} more files without an ending are not looked for"
                yield UnsupportedInput(str(self._source), reason, _HINTS.get(suffix, ""))


def _silent(path: Path) -> bool:
    name, suffix = path.name.lower(), path.suffix.lower()
    left_behind = name.startswith((".", "~$")) or name.endswith("~") or name in _JUNK
    return left_behind or suffix in _MACHINE or is_sidecar(path) or _is_part(path)


def _is_document(path: Path) -> bool:
    return _HINTS.get(path.suffix.lower()) == _SAVE


def _is_part(path: Path) -> bool:
    """Tell whether a picture or the like lies in the folder that a browser saves beside a page.

    That folder is called as the page, with a word behind it in the language of the browser.
    """
    if _is_document(path):
        return False
    stems = {path.parent.name.rpartition(mark)[0] for mark in "_-."} - {""}
    pages = (path.parent.with_name(stem + suffix) for stem in stems for suffix in _PAGES)
    return any(page.is_file() for page in pages)
