"""The shapes of the standings: told apart by outline and filling, never by colour."""

from markupsafe import Markup

from whence.publish.words import words

_SHAPES = {
    "disc": Markup('<circle cx="8" cy="8" r="6" class="full"/>'),
    "square": Markup('<rect x="2.5" y="2.5" width="11" height="11" class="full"/>'),
    "diamond": Markup('<path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" class="full"/>'),
    "triangle": Markup('<path d="M8 1.8 15 14H1Z" class="full"/>'),
    "hollow-triangle": Markup('<path d="M8 3 13.8 13.2H2.2Z" class="hollow"/>'),
    "hollow-diamond": Markup('<path d="M8 2 14 8 8 14 2 8Z" class="hollow dashed"/>'),
    "struck-disc": Markup(
        '<circle cx="8" cy="8" r="5.6" class="hollow"/>'
        '<path d="M3.6 12.4 12.4 3.6" class="hollow"/>'
    ),
    "ring": Markup('<circle cx="8" cy="8" r="5.6" class="hollow"/>'),
}


def symbols() -> Markup:
    """Return all shapes as symbols, once for the whole page."""
    drawn = Markup("").join(
        Markup('<symbol id="shape-{}" viewBox="0 0 16 16">{}</symbol>').format(name, outline)
        for name, outline in _SHAPES.items()
    )
    return Markup(
        '<svg class="defs" aria-hidden="true" focusable="false" width="0" height="0">{}</svg>'
    ).format(drawn)


def shape(standing: str) -> Markup:
    """Return the shape of a standing; its word always stands beside it."""
    return Markup(
        '<svg class="shape" aria-hidden="true" viewBox="0 0 16 16"><use href="#shape-{}"/></svg>'
    ).format(words().shapes[standing])
