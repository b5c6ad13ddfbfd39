"""``whence case judge``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.cli.deciding import Deciding, judging_options
from whence.cli.library import configured, library_options, opened_case, word
from whence.cli.ties import Grouping, tie_options, user

if TYPE_CHECKING:
    from whence.run.case.state import CaseState
    from whence.run.config import Config
    from whence.store.ledger import Ledger

F = TypeVar("F", bound=Callable[..., object])


def _verdict_options(command: F) -> F:
    """Add the options that say what is judged of a SUBJECT."""
    for option in reversed(
        (
            click.option("--accept", is_flag=True, help="The claim or fact was read rightly."),
            click.option("--reject", is_flag=True, help="It was not said so: it counts no more."),
            click.option(
                "--correct",
                metavar="JSON",
                help="What it should be, field by field; it counts as corrected.",
            ),
            click.option(
                "--origin",
                "hand",
                metavar="NAME",
                help="Who said it first; of a chain, or the chain of a claim or fact.",
            ),
            click.option(
                "--one-origin",
                metavar="OTHER",
                help="These two first hands are one; origins, or chains that stand for them.",
            ),
            click.option(
                "--separate",
                is_flag=True,
                help="These chains (CHAIN+CHAIN), or all that name their source so, are a first "
                "hand of their own.",
            ),
            click.option(
                "--withdraw",
                is_flag=True,
                help="What was judged about it before no longer holds.",
            ),
            click.option("--by", default="", metavar="NAME", help="Whose judgement it is."),
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("case")
@click.argument("subject", required=False)
@_verdict_options
@tie_options
@judging_options
@library_options
def judge(
    case: str, subject: str | None, library: str | None, config_file: Path | None, **options: Any
) -> None:
    """Judge: what was read rightly, who said it first, what belongs together, what weighs.

    SUBJECT is the id of a claim, a fact or a chain ('whence search' tells them), or the id or name
    of an origin. What you judge of it is kept; weigh the case when you are through. What you judge
    without a SUBJECT (--same, --apart, --set, --unset, --add) is weighed at once.

    Every judgement is kept with your name, the time and your --reason, and binds whenever the case
    is weighed. Of several on one subject the last holds; none is lost.

    \b
    Examples:
      whence case judge harbour claim-1f2e3d4c5b6a --reject --reason "irony"
      whence case judge harbour fact-0a1b2c3d4e5f --correct '{"value": "3"}' --reason "see caption"
      whence case judge harbour claim-1f2e3d4c5b6a --origin "Ada Marsh" --reason "he is a she"
      whence case judge harbour "harbour police" --one-origin "the police" --reason "same desk"
      whence case judge harbour claim-1f2e3d4c5b6a --withdraw --reason "it was no irony"
      whence case judge harbour --same a.html b.html --reason "one night, one quay"
      whence case judge harbour --set "somebody not named=40%" --reason "many groups"
      whence case judge harbour --unset "somebody not named" --reason "agreed otherwise"
    """
    reason, by = options["reason"], options["by"]
    own = {name: options.pop(name) for name in _Verdict.NAMES}
    ties = Grouping(same=options.pop("same"), apart=options.pop("apart"), reason=reason)
    deciding = Deciding(**options)
    verdict = _Verdict.of(own, subject)
    _check(verdict, deciding, ties, reason)
    config = configured(library, config_file)
    with opened_case(case, library, config_file) as ledger:
        if verdict is None:
            _weigh(ledger, ties, deciding, config)
        else:
            _keep(ledger, verdict, reason, by)


@dataclass(frozen=True, kw_only=True)
class _Verdict:
    """What is said of a subject: the verdict in words, and a second subject where there is one."""

    NAMES = ("accept", "reject", "correct", "hand", "one_origin", "separate", "withdraw")

    subject: str
    verdict: str
    other: str | None = None

    @classmethod
    def of(cls, given: dict[str, Any], subject: str | None) -> "_Verdict | None":
        """Return what was given, None where nothing is said of any subject."""
        told = [name for name, value in given.items() if value not in (None, False)]
        if not told and subject is None:
            return None
        if not told or subject is None:
            lacking = "say what of it: --accept, --reject, ..." if subject else "name the SUBJECT"
            raise click.UsageError(lacking)
        if len(told) > 1:
            raise click.UsageError("one verdict at a time")
        (name,) = told
        value = given[name]
        verdict = {
            "accept": "accepted", "reject": "rejected", "correct": f"corrected {value}",
            "hand": f"origin {value}", "one_origin": "one origin",
            "separate": "separate origins", "withdraw": "withdrawn",
        }[name]  # fmt: skip
        return cls(subject=subject, verdict=verdict, other=value if name == "one_origin" else None)

    def whole_subject(self, state: "CaseState") -> str:
        """Return the subject as it is judged; of two origins the chains that stand for them."""
        from whence.run.case.judging import chain_for

        if self.other is None:
            return self.subject
        return " ".join(chain_for(state, name) for name in (self.subject, self.other))


def _check(verdict: _Verdict | None, deciding: Deciding, ties: Grouping, reason: str) -> None:
    weighs = bool(ties.same or ties.apart or deciding.any)
    if verdict is None and not weighs:
        raise click.UsageError(
            "nothing to judge: name a SUBJECT, or give --same, --apart, --set, --unset or --add"
        )
    if verdict is not None and weighs:
        raise click.UsageError("judge the SUBJECT by itself")
    if not reason.strip():
        raise click.UsageError("say why: --reason TEXT")
    if deciding.without:
        raise click.UsageError("--without is a question, not a judgement: ask 'whence explain'")


def _keep(ledger: "Ledger", verdict: _Verdict, reason: str, by: str) -> None:
    from whence.run.case.judging import judge as kept
    from whence.run.case.state import state_of

    state = state_of(ledger)
    subject = verdict.whole_subject(state)
    entry = kept(ledger, state, subject, verdict.verdict, word(reason), by)
    again = f"whence weigh {quote(ledger.name)} --save"
    click.echo(f"#{entry.seq}: kept. To weigh the case anew: {again}")


def _weigh(ledger: "Ledger", ties: Grouping, deciding: Deciding, config: "Config") -> None:
    from whence.run.case.deriving import case_of
    from whence.run.case.keeper import CaseKeeper
    from whence.run.clock import now
    from whence.run.judging import judged
    from whence.run.pipeline import fused

    keeper, given = CaseKeeper(ledger, user(), now), ties.ties(deciding.by)
    found = judged(case_of(keeper.state, config, now()), given)
    found = deciding.weighed(fused(found, config) if given else found, config)
    entry = keeper.keep(found, config)
    click.echo(f"#{entry.seq}: weighed anew." if entry else "Nothing new.")
    if found.assessment is not None:
        for answer in found.assessment.answers:
            click.echo(f"{answer.role}: {answer.wording}")
