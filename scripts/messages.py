"""Write the catalogue of the workbench's words, or tell with --check that it is out of date.

A translator copies ``workbench.pot`` to ``LANGUAGE/LC_MESSAGES/workbench.po`` beside it; with
``--compile`` every such file is made ready for use.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src" / "whence" / "web"
FOLDER = WEB / "locale"
DOMAIN = "workbench"
_METHODS = [("templates/**.j2", "jinja2")]
_OPTIONS = {"templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true"}}


def catalogue() -> bytes:
    """Return all words that the templates mark, as a template for translators."""
    made = Catalog(project="Whence", charset="utf-8", fuzzy=False)
    found = extract_from_dir(WEB, method_map=_METHODS, options_map=_OPTIONS)
    for file, line, message, comments, context in found:
        made.add(message, None, [(file, line)], auto_comments=comments, context=context)
    into = BytesIO()
    # Without lines and days: the file changes when the words do, and then alone.
    write_po(into, made, omit_header=True, sort_output=True, include_lineno=False, width=0)
    return into.getvalue()


def compiled() -> list[Path]:
    """Make every translation ready for use, and return what was made."""
    made = []
    for source in sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as read, target.open("wb") as written:
            write_mo(written, read_po(read))
        made.append(target)
    return made


if __name__ == "__main__":
    place = FOLDER / f"{DOMAIN}.pot"
    if "--compile" in sys.argv:
        print(*compiled(), sep="\n")
    elif "--check" not in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        place.write_bytes(catalogue())
    elif place.read_bytes() != catalogue():
        sys.exit(f"{place} is out of date: python scripts/messages.py")
