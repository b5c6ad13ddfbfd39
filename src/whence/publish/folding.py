"""How much of a part stands open where another page holds the rest.

The report is one page and shows everything. The workbench has a page for each thing, so that its
lists may end early: each then leads on.
"""

from msgspec import Struct


class Folding(Struct, frozen=True, kw_only=True):
    """Where lists end; None is nowhere. What is left out is counted, with a link to all of it.

    ``items`` are rows of the matrix, ``quotes`` wordings under one value, event or item,
    ``reports`` those named beside one wording, ``origins`` those named beside one value,
    ``pivots`` those whose absence is told.
    ``pages`` tells that items and values have pages of their own, which their names then lead to.
    """

    items: int | None = None
    quotes: int | None = None
    reports: int | None = None
    origins: int | None = None
    pivots: int | None = None
    pages: bool = False
