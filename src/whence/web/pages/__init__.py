"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import (
    api,
    comments,
    exports,
    ledger,
    library,
    newcase,
    overview,
    reports,
    search,
    sections,
    values,
    work,
)
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *api.PAGES,
    *comments.PAGES,
    *exports.PAGES,
    *ledger.PAGES,
    *library.PAGES,
    *newcase.PAGES,
    *overview.PAGES,
    *reports.PAGES,
    *search.PAGES,
    *sections.PAGES,
    *values.PAGES,
    *work.PAGES,
)
"""Every page of the workbench."""
