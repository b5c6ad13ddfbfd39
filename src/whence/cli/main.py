"""The ``whence`` command: its subcommands, and what becomes of an error."""

import errno
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Any

import click

from whence import __version__
from whence.cli import exits
from whence.cli.calibrate import calibrate
from whence.cli.case import case
from whence.cli.config import config
from whence.cli.console import show_defect, show_error
from whence.cli.explain import explain
from whence.cli.extract import extract
from whence.cli.fuse import fuse
from whence.cli.in_order import InOrder
from whence.cli.ingest import ingest
from whence.cli.log import log
from whence.cli.origins import origins
from whence.cli.people import people
from whence.cli.publish import publish
from whence.cli.read import read
from whence.cli.run import run
from whence.cli.schema import schema
from whence.cli.search import search
from whence.cli.serve import serve
from whence.cli.sources import sources
from whence.cli.trace import trace
from whence.cli.verify import verify
from whence.cli.version import version
from whence.cli.weigh import weigh
from whence.errors import OutputError, WhenceError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

_EPILOG = """\b
Exit codes:
   0  every input was read                  3  a result, but not from every input
   2  wrong command line                    4  not one input could be read
   5  wrong setting                         6  the result could not be written
   7  the reading model is missing          1x  an input of that kind (see docs)
  28  a case file was touched               2x  the case library (see docs)
  70  a defect of Whence
"""


class Commands(InOrder):
    """All commands, in the order of the pipeline; an error becomes an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a reader of our output that has gone away ends it quietly."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _give_up_stdout()
            return ctx.exit(exits.BROKEN_PIPE)
        except OSError as error:  # files report their own errors: this is the standard output
            if error.errno not in _FULL:
                raise
            _give_up_stdout()
            raise OutputError(f"the standard output: {error.strerror}") from error
        return outcome

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command line and leave with a code of ``whence.cli.exits``."""
        options["standalone_mode"] = False
        sys.exit(_code(lambda: super(Commands, self).main(*args, **options)))


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="whence %(version)s")
def main() -> None:
    """Who was behind it, and who says so.

    Whence reads many reports of one incident and answers: what happened, who says so and through
    whose hands, who was behind it (or that this cannot be told), and what would settle it.

    \b
    Examples:
      whence run reports/                        read a folder, write ./whence-report/
      whence run a.html b.html --out attack      read two saved pages, write ./attack/
      whence run reports/ --json | jq .incident  only the case, as JSON
      whence origins whence-report --claim launched   how many origins one claim has
      whence case add harbour reports/           keep a case: add to it, judge, retract
      whence explain whence-report               why it says what it says of who did it
      whence ingest reports/ | whence extract    one stage at a time
    """


for command in (
    run, ingest, extract, trace, fuse, weigh, explain, publish, sources, origins, read,
    serve, people, case, log, verify, search, calibrate, schema, config, version,
):  # fmt: skip
    main.add_command(command)


def _give_up_stdout() -> None:
    # The interpreter flushes stdout once more at its end and would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed() -> None:
    """Put the null device where a stream was closed (``2>&-``): writing to it is no defect."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(null, mode, encoding="utf-8"))


def _one_thread() -> None:
    """Let each process compute on one core: reading uses several by ``--jobs``, one process each.

    Threads within a process would fight over these cores, and the last digits of what they
    compute would depend on how many cores there are. Takes effect since nothing that computes has
    been imported yet; whoever sets the variables is left his way.
    """
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _code(work: Callable[[], object]) -> int:
    """Run ``work`` and return the exit code; what went wrong is said on stderr."""
    _open_closed()
    _one_thread()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows only ASCII gets "?", not a traceback; files are always UTF-8.
            stream.reconfigure(errors="replace")
    try:
        outcome = work()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except WhenceError as error:
        show_error(error)
        return exits.code_of(error)
    except (click.Abort, KeyboardInterrupt):
        return exits.INTERRUPTED
    except Exception as error:  # the outermost frame: a defect is shown whole, with its own code
        show_defect(error)
        return exits.DEFECT
    return outcome if isinstance(outcome, int) else exits.OK
