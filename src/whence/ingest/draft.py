"""What the readers of the single formats hand over, before a document is made of it."""

from msgspec import Struct

from whence.errors import TooLarge
from whence.ingest.capture import Metadata
from whence.ingest.options import Options
from whence.model.document import Block, BlockKind, RemovalReason, Removed


class Draft(Struct, frozen=True, kw_only=True):
    """A clean text with its blocks, what was cut from it, and what it says about itself.

    ``notices`` tell what a person should know of how it was read.
    """

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    found: Metadata = Metadata()
    declared_language: str | None = None
    notices: tuple[str, ...] = ()


class Unit(Struct, kw_only=True):
    """A stretch [start, end) of a text that stands alone: a paragraph, a line, a heading.

    ``kind`` is None for what separates ("[...]", "* * *"): it stays in the text and is no block.
    ``line`` is where the unit's first line starts, ``blank_after`` tells whether a blank line
    (or the end) follows, ``reason`` is set once the unit is known to be no part of the article.
    """

    text: str
    start: int
    end: int
    line: int
    kind: BlockKind | None = "paragraph"
    blank_after: bool = True
    reason: RemovalReason | None = None


def check_length(text: str, location: str, options: Options) -> None:
    """Refuse a text that is too long to be a report, before time is spent on it.

    Raises:
        TooLarge: when it has more characters than the options allow.
    """
    if len(text) > options.max_characters:
        raise TooLarge(
            location,
            f"its text is longer than {options.max_characters:,} characters",
            hint="cut it to what tells of the incident, or raise [ingest] max_characters "
            "in whence.toml",
        )


def cut(text: str, units: list[Unit], found: Metadata) -> Draft:
    """Make a draft of a text and its units, leaving out those that have a reason.

    Everything else of the text stays as it is, so that offsets move only behind a cut.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0  # in the clean text
    source = 0  # in the text given
    for index, unit in enumerate(units):
        following = units[index + 1].line if index + 1 < len(units) else len(text)
        if unit.reason is not None:
            pieces.append(text[source : unit.line])
            position += max(0, unit.line - source)
            source = following
            continue
        if unit.kind is not None:
            shift = position - source
            blocks.append(Block(kind=unit.kind, start=unit.start + shift, end=unit.end + shift))
    pieces.append(text[source:])
    removed = tuple(Removed(text=unit.text, reason=unit.reason) for unit in units if unit.reason)
    return Draft(text="".join(pieces).rstrip(), blocks=tuple(blocks), removed=removed, found=found)
