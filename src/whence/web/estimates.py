"""People's own estimates of who was behind it: given in the workbench, hidden until given."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from whence.errors import ConfigError
from whence.model.assessment import Answer
from whence.model.case import Case
from whence.model.claim import Role
from whence.model.panel import Estimate
from whence.publish.numbers import probability
from whence.run.case.deriving import case_of, fresh
from whence.run.case.history import Line
from whence.run.case.keeper import CaseKeeper
from whence.run.panel import Given, polled
from whence.store.protocol import Sealed
from whence.web.shelf import Volume
from whence.weigh.forecasts.panel import judge_key

_WHOLE: Final = 100.0
_OFF: Final = 0.5
"""Per cent by which shares may miss the whole: what rounding to whole numbers leaves."""


class Earlier(Struct, frozen=True, kw_only=True):
    """One estimate of a person, as it was given."""

    at: str
    shares: tuple[tuple[str, float, str], ...]
    reason: str


def answers_of(case: Case) -> tuple[Answer, ...]:
    """Return the questions that can be estimated, executor before sponsor."""
    answers = case.assessment.answers if case.assessment else ()
    return tuple(sorted(answers, key=lambda answer: answer.role))


def of_judge(panel: Sequence[Estimate], name: str, role: Role) -> list[Estimate]:
    """Return a person's estimates of one question, in the order in which they were given."""
    return [one for one in panel if one.role == role and judge_key(one.judge) == judge_key(name)]


def visible(case: Case, name: str) -> Case:
    """Return the case with those estimates alone that a person may see.

    Others' estimates of a question are seen once the person has given one of it; what they come to
    together tells them too, and goes the same way.
    """
    mine = {answer.role for answer in answers_of(case) if of_judge(case.panel, name, answer.role)}
    panel = tuple(
        one for one in case.panel if one.role in mine or judge_key(one.judge) == judge_key(name)
    )
    pooled = tuple(one for one in case.pooled if one.role in mine)
    return replace(case, panel=panel, pooled=pooled)


def unseen(line: Line, name: str) -> Line:
    """Return a line of the ledger without the figures of somebody else's estimate.

    Its own page shows them, to whoever has given an estimate too.
    """
    if line.kind != "estimate" or line.author == name or line.redacted:
        return line
    return replace(line, text="an estimate of who was behind it; what people think has a page")


def payload_for(sealed: Sealed, case: Case, name: str) -> bytes | None:
    """Return what an entry says as it is kept, without what a person may not see yet.

    That is somebody else's estimate, and what all come to, as long as the person gave none. None
    where the entry's words were taken out.
    """
    if sealed.payload is None or visible(case, name) == case:
        return sealed.payload
    if sealed.entry.kind == "estimate" and sealed.entry.author != name:
        return b'{"hidden": "until you have given your own estimate"}'
    if sealed.entry.kind == "assessment":
        told = msgspec.json.decode(sealed.payload)
        return msgspec.json.encode({**told, "pooled": "hidden"})
    return sealed.payload


def judges(case: Case, role: Role) -> int:
    """Return how many people gave an estimate of a question."""
    return len({judge_key(one.judge) for one in case.panel if one.role == role})


def earlier(mine: Sequence[Estimate], labels: Mapping[str, str]) -> tuple[Earlier, ...]:
    """Return a person's estimates for reading, the latest first."""
    return tuple(
        Earlier(
            at=one.at,
            shares=tuple(
                (labels.get(key, key), share, probability(share))
                for key, share in sorted(one.shares.items(), key=lambda row: (-row[1], row[0]))
            ),
            reason=one.reason,
        )
        for one in reversed(mine)
    )


def shares_of(given: Mapping[str, str]) -> dict[str, float]:
    """Return shares in [0, 1] of what was given in per cent, by hypothesis id.

    Raises:
        ConfigError: when a number is none, or they do not come to the whole.
    """
    found = {}
    for key, text in given.items():
        try:
            share = float(text or 0)
        except ValueError as error:
            raise ConfigError(f"{text!r} is no number", "give per cent, such as 35") from error
        if not 0 <= share <= _WHOLE:
            raise ConfigError(f"{text} is not from 0 to 100", "give per cent, such as 35")
        found[key] = share
    total = sum(found.values())
    if abs(total - _WHOLE) > _OFF:
        raise ConfigError(
            f"the shares come to {total:g} per cent", "they must come to 100: nothing was kept"
        )
    return {key: share / total for key, share in found.items()}


def keep(volume: Volume, given: Sequence[Given], now: Callable[[], str]) -> bool:
    """Keep one person's estimates in the case; no figure of the inference moves.

    Returns False where the case waited to be weighed anyway: then it still does.

    Raises:
        CaseRefused: when the case is closed.
        NothingRead: when nothing was weighed that could be estimated.
    """
    keeper = CaseKeeper(volume.ledger, given[0].judge, now)
    if fresh(keeper.state, volume.config):
        keeper.keep(polled(case_of(keeper.state, volume.config, now()), given), volume.config)
        return True
    told = polled(volume.case, given).panel
    new = [one for one in told if one not in keeper.state.estimates]
    volume.ledger.append([keeper.draft("estimate", one) for one in new])
    return False
