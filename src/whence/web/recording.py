"""A judgement from a page into the ledger: nobody's word is passed over, and the case follows."""

from collections.abc import Sequence
from typing import Final, Protocol

from starlette.responses import Response

from whence.errors import ConfigError
from whence.run.case.judging import judge_each
from whence.store.ledger import Ledger
from whence.web.addresses import local, to
from whence.web.desk import Desk
from whence.web.person import Person
from whence.web.shelf import Volume
from whence.web.views.judged import Judged, pieces, since
from whence.web.visit import Visit

_DIGITS: Final = 9


def record(visit: Visit, volume: Volume, subjects: Sequence[str], verdict: str) -> Response:
    """Keep a judgement that a form gave, have the case weighed anew and go back to the form's page.

    Where it is given of several subjects, there is an entry of each. If others judged the same
    since the form was opened (``head`` in it is the last entry then), both words are shown, and the
    judgement is kept once the person confirms it.

    Raises:
        WhenceError: as ``judge_each`` does, and when no reason is given, or no subject.
    """
    word = visit.word()
    if not subjects:
        raise ConfigError("nothing is chosen that could be judged", "tick one at least")
    unseen = since(volume, subjects, _seen(visit, volume), visit.person.name)
    if unseen:
        return _asked_again(visit, volume, (subjects, verdict), unseen)
    judge_each(volume.ledger, volume.state, subjects, verdict, word)
    follow(visit, volume.ledger)
    return visit.onward(back(visit, to("overview", case=volume.case_id)))


class Asker(Protocol):
    """Whoever asks for something to be done, by a page or as a program."""

    @property
    def desk(self) -> Desk:
        """What every request works with."""

    @property
    def person(self) -> Person:
        """Who it is."""


def follow(visit: Asker, ledger: Ledger) -> None:
    """Have a case weighed anew after something in it was judged or taken back.

    A closed case, and one that has no report left, stays as it was last weighed.
    """
    state = visit.desk.shelf.volume(ledger.case_id).state
    if not state.closed and state.extractions:
        visit.desk.derive(ledger, visit.person.name)


def back(visit: Visit, otherwise: str) -> str:
    """Return where a form wants to go back to: a page of ours, or else ``otherwise``."""
    return local(visit.given("back")) or otherwise


def _seen(visit: Visit, volume: Volume) -> int:
    """Return the entry up to which the person knew the case; the last one where no form tells."""
    given = visit.given("head")
    known = given.isascii() and given.isdigit() and len(given) <= _DIGITS
    return int(given) if known else volume.head.seq


def _asked_again(
    visit: Visit, volume: Volume, said: tuple[Sequence[str], str], unseen: tuple[Judged, ...]
) -> Response:
    subjects, verdict = said
    return visit.page(
        "judged_meanwhile.html.j2",
        409,
        volume=volume,
        subjects=subjects,
        verdict=verdict,
        mine=pieces(verdict),
        reason=visit.given("reason"),
        unseen=unseen,
        back=back(visit, to("overview", case=volume.case_id)),
    )
