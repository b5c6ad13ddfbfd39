"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import ledger, library, newcase, overview, reports, sections, work
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *library.PAGES,
    *newcase.PAGES,
    *overview.PAGES,
    *sections.PAGES,
    *reports.PAGES,
    *ledger.PAGES,
    *work.PAGES,
)
"""Every page of the workbench."""
