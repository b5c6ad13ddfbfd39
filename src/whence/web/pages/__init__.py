"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import (
    account,
    ledger,
    library,
    login,
    newcase,
    overview,
    people,
    reports,
    sections,
    work,
)
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *account.PAGES,
    *ledger.PAGES,
    *library.PAGES,
    *login.PAGES,
    *newcase.PAGES,
    *overview.PAGES,
    *people.PAGES,
    *reports.PAGES,
    *sections.PAGES,
    *work.PAGES,
)
"""Every page of the workbench."""
