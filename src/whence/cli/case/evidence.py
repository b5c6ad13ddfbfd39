"""``whence case media``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.console import clean_line
from whence.cli.library import configured, library_options, opened_case
from whence.cli.ties import user

if TYPE_CHECKING:
    from whence.run.case.evidence import Kept
    from whence.store.ledger import Ledger


@click.command()
@click.argument("case")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@click.option("--describe", metavar="TEXT", help="What the files show, in your words.")
@click.option("--claim", "claims", multiple=True, metavar="ID", help="A claim that they bear on.")
@library_options
def media(
    case: str,
    files: tuple[Path, ...],
    describe: str | None,
    claims: tuple[str, ...],
    **options: Any,
) -> None:
    """Add pictures, films or sounds to a case as evidence; without FILE, list those it holds.

    Kept are the bytes, their SHA-256, what the file says of itself and, with the extra 'media', a
    perceptual hash, by which the same picture is found again though it was scaled or compressed,
    in any case of the library.

    \b
    Examples:
      whence case media harbour quay.jpg --describe "smoke over the pilot station, from the quay"
      whence case media harbour film.mp4 --claim claim-1f2e3d4c5b6a
      whence case media harbour
    """
    from whence.run.case.evidence import Told, add_media, limits_told, read_media
    from whence.run.clock import now

    library, config_file = options["library"], options["config_file"]
    with opened_case(case, library, config_file) as ledger:
        if not files:
            _list(ledger)
            return
        config = configured(library, config_file)
        if missing := limits_told():
            click.echo(f"note: {missing}", err=True)
        for file in files:
            found, raw = read_media(file, config)
            told = Told(author=user(), at=now(), text=describe or "", claim_ids=claims)
            _tell(add_media(ledger, found, raw, told))


def _tell(kept: "Kept") -> None:
    media = kept.media
    number = f"#{kept.seq}" if kept.seq else "held already"
    click.echo(f"{number}: {clean_line(media.location)} ({media.media_type}, {media.size:,} bytes)")
    if kept.seq and (note := dict(media.details).get("note")):
        click.echo(f"note: {clean_line(media.location)}: {clean_line(note)}", err=True)
    for seen in kept.seen:
        how = "the same file" if seen.distance == 0 else f"looks alike, {seen.distance} bits of 256"
        click.echo(f"  seen in {seen.case}: {clean_line(seen.location)} ({how})")


def _list(ledger: "Ledger") -> None:
    from whence.run.case.state import state_of

    state = state_of(ledger)
    if not state.media:
        click.echo(f"The case {ledger.name} holds no media.")
    for sha256, media in state.media.items():
        size = f", {media.width} x {media.height} pixels" if media.width else ""
        size += f", {media.seconds:.0f} seconds" if media.seconds else ""
        place = clean_line(media.url or media.location)
        click.echo(f"#{state.seqs[sha256]} {place} ({media.media_type}{size}) SHA-256 {sha256}")
        if (said := state.descriptions.get(sha256)) is not None:
            bears = f" [{', '.join(said.claim_ids)}]" if said.claim_ids else ""
            click.echo(f"  {clean_line(said.text)}{bears}")
