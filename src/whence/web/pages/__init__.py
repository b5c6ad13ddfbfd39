"""What people see: a module a page, or a few that belong together; each lists its addresses."""

from whence.web.pages import (
    api,
    asof,
    comments,
    exports,
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
    search,
    sections,
    timeline,
    values,
    whatif,
    work,
)
from whence.web.routing import Page

PAGES: tuple[Page, ...] = (
    *api.PAGES,
    *asof.PAGES,
    *comments.PAGES,
    *exports.PAGES,
    *facts.PAGES,
    *help.PAGES,
    *hypotheses.PAGES,
    *ledger.PAGES,
    *library.PAGES,
    *newcase.PAGES,
    *overview.PAGES,
    *panel.PAGES,
    *places.PAGES,
    *reports.PAGES,
    *search.PAGES,
    *sections.PAGES,
    *timeline.PAGES,
    *values.PAGES,
    *whatif.PAGES,
    *work.PAGES,
)
"""Every page of the workbench."""
