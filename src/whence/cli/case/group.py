"""The group of case commands, in the order in which a case is kept."""

import click

from whence.cli.case.adding import add
from whence.cli.case.carrying import backup, export_case, import_case, merge, tables
from whence.cli.case.evidence import media
from whence.cli.case.judging import judge
from whence.cli.case.opening import close, list_cases, new, reopen, show
from whence.cli.case.saying import comment, redact, retract
from whence.cli.case.witnessing import head, sign, stamp, witnesses
from whence.cli.in_order import InOrder


@click.group(cls=InOrder)
def case() -> None:
    """Keep a case: an append-only file of what was read, judged and concluded.

    Cases lie in one library, a file in your data folder unless the setting store.library says
    otherwise ('whence config' shows it; teams name a PostgreSQL database). Nothing in a case is
    ever changed: what no longer holds is retracted by a further entry. 'whence log CASE' reads
    like a history, 'whence verify CASE' proves that nothing was touched, 'whence search WORDS'
    finds words in all cases. CASE is the name of a case or its id.

    \b
    Examples:
      whence case new harbour --question "Who burnt the pilot station?"
      whence case add harbour reports/ https://news.example/pilot-station
      whence case show harbour
      whence case judge harbour --apart a.html b.html --reason "b is the fire of 2019"
      whence case retract harbour '#11' --reason "the page was a parody"
      whence case export harbour harbour.zip
    """


for command in (
    new, list_cases, show, add, media, judge, comment, retract, redact, close, reopen,
    export_case, import_case, merge, backup, tables, head, sign, stamp, witnesses,
):  # fmt: skip
    case.add_command(command)
