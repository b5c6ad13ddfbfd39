"""Plain text, often copied off a page: kept word for word, page furniture cut."""

from itertools import islice

from whence.ingest.article.authorship import mark_authorship
from whence.ingest.article.boilerplate import mark_captions, mark_furniture
from whence.ingest.article.labels import label
from whence.ingest.article.masthead import outlet_of
from whence.ingest.article.paragraphs import units_of
from whence.ingest.capture import Metadata
from whence.ingest.dates import dateline_date
from whence.ingest.draft import Draft, cut


def read_plain(text: str, known: Metadata) -> Draft:
    """Read a plain text. What remains after the cuts stands as it stood, white space included."""
    units = units_of(text)
    authorship = mark_authorship(units, known.byline)
    mark_furniture(units)
    title = label(units, known.title)
    mark_captions(units)
    opening = (unit.text for unit in units if unit.kind == "paragraph" and unit.reason is None)
    dated = next(filter(None, map(dateline_date, islice(opening, 3))), None)
    found = (
        Metadata(title=title, outlet=outlet_of(units))
        .over(authorship.metadata())
        .over(Metadata(published=dated))
    )
    return cut(text, units, found)
