"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import (
    comments,
    exports,
    ledger,
    library,
    overview,
    reports,
    search,
    sections,
    values,
)
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *comments.PAGES,
    *exports.PAGES,
    *ledger.PAGES,
    *library.PAGES,
    *overview.PAGES,
    *reports.PAGES,
    *search.PAGES,
    *sections.PAGES,
    *values.PAGES,
)
"""Every page of the workbench."""
