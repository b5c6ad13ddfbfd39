"""The files of a report, each behind the same small protocol: a case to bytes."""

from collections.abc import Callable, Iterable
from typing import Final

from whence.model.case import Case
from whence.publish import geojson, html, json, markdown
from whence.publish.coding import acled, ucdp
from whence.publish.options import Options

Exporter = Callable[[Case, Options], bytes]

FORMATS: Final[dict[str, tuple[str, Exporter]]] = {
    "html": ("report.html", lambda case, options: html.render(case, options).encode("utf-8")),
    "md": ("report.md", lambda case, _: markdown.render(case).encode("utf-8")),
    "json": ("case.json", lambda case, _: json.render(case)),
    "incident": ("incident.json", lambda case, _: json.incident(case)),
    "csv-acled": ("acled.csv", lambda case, _: acled.rows(case)),
    "csv-ucdp": ("ucdp.csv", lambda case, _: ucdp.rows(case)),
    "geojson": ("places.geojson", lambda case, _: geojson.render(case)),
}
"""What can be written: the name of a format, the name of its file, and what makes it."""


def publish(case: Case, options: Options, formats: Iterable[str] = FORMATS) -> dict[str, bytes]:
    """Return the files of a report by name, in UTF-8; all of them unless ``formats`` are named.

    The same case gives the same bytes.

    Raises:
        ValueError: when the case holds a number that is not finite.
        KeyError: when there is no such format.
    """
    chosen = [FORMATS[name] for name in dict.fromkeys(formats)]
    return {file: make(case, options) for file, make in chosen}
