"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import (
    asof,
    facts,
    help,
    hypotheses,
    ledger,
    library,
    newcase,
    overview,
    panel,
    places,
    reports,
    sections,
    timeline,
    whatif,
    work,
)
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *library.PAGES,
    *newcase.PAGES,
    *overview.PAGES,
    *sections.PAGES,
    *asof.PAGES,
    *facts.PAGES,
    *help.PAGES,
    *hypotheses.PAGES,
    *ledger.PAGES,
    *panel.PAGES,
    *places.PAGES,
    *reports.PAGES,
    *timeline.PAGES,
    *whatif.PAGES,
    *work.PAGES,
)
"""Every page of the workbench."""
