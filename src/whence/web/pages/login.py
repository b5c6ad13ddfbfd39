"""Coming in and leaving: the login, the links of invitations and resets, the log-out."""

from typing import Final

from starlette.responses import Response

from whence.errors import LoginRefused, PasswordRefused, TooManyTries
from whence.store.accounts.choosing import LONGEST, SHORTEST
from whence.store.accounts.links import Link
from whence.web.addresses import local
from whence.web.doors import address_of, dismiss, hand, token_of
from whence.web.routing import Page
from whence.web.statuses import status_of
from whence.web.team import accounts_of, door_of, refused, secret_given
from whence.web.visit import Visit

_SMALL: Final = 20_000
"""Bytes of a form that anybody may send."""


def form(visit: Visit) -> Response:
    """Show where name and password are given; whoever is in already goes on."""
    door_of(visit)
    wanted = local(visit.asked("next"))
    if visit.person.account_id:
        return visit.onward(wanted or "/")
    return visit.page("login.html.j2", wanted=wanted, name="", problem=None)


def logged_in(visit: Visit) -> Response:
    """Begin a session, with a token that nobody had before; one that was there ends."""
    door_of(visit)
    wanted, name = local(visit.given("next")), visit.given("name")
    try:
        return _began(visit, name, secret_given(visit, "password"), wanted)
    except (LoginRefused, TooManyTries) as error:
        return refused(visit, error, "login.html.j2", wanted=wanted, name=name)


def logged_out(visit: Visit) -> Response:
    """End the session, here and in the browser."""
    sessions = accounts_of(visit).sessions
    sessions.log_out(token_of(visit.request), visit.desk.now(), address_of(visit.request))
    answer = visit.onward("/login")
    dismiss(answer, visit.request)
    return answer


def invited(visit: Visit) -> Response:
    """Show where whoever has a link chooses a password; nothing is used up by looking."""
    return _choosing(visit, _link(visit))


def accepted(visit: Visit) -> Response:
    """Use a link, and let its person in."""
    link, links = _link(visit), accounts_of(visit).links
    password = secret_given(visit, "password")
    if password != secret_given(visit, "again"):
        return _choosing(visit, link, PasswordRefused("the two passwords differ", "type both anew"))
    raw, address = visit.place("token"), address_of(visit.request)
    try:
        account = links.accept(raw, password, visit.desk.now(), address)
    except PasswordRefused as error:
        return _choosing(visit, link, error)
    try:
        return _began(visit, account.name, password, "")
    except (LoginRefused, TooManyTries):
        return visit.onward("/login")  # somebody tries the name: its owner waits, too


def _link(visit: Visit) -> Link:
    return accounts_of(visit).links.look(visit.place("token"), visit.desk.now())


def _choosing(visit: Visit, link: Link, problem: PasswordRefused | None = None) -> Response:
    status = 200 if problem is None else status_of(problem)
    return visit.page(
        "accept.html.j2", status, link=link, problem=problem, shortest=SHORTEST, longest=LONGEST
    )


def _began(visit: Visit, name: str, password: str, wanted: str) -> Response:
    sessions, at = accounts_of(visit).sessions, visit.desk.now()
    address, before = address_of(visit.request), token_of(visit.request)
    raw, _ = sessions.log_in(name, password, address, at)
    if before:
        sessions.log_out(before, at, address)
    answer = visit.onward(wanted or "/")
    hand(answer, visit.request, raw)
    return answer


PAGES: Final = (
    Page(path="/login", name="login", answer=form, needs="nobody"),
    Page(
        path="/login", name="log in", answer=logged_in, needs="nobody", method="POST", most=_SMALL
    ),
    Page(path="/logout", name="log out", answer=logged_out, method="POST", most=_SMALL),
    Page(path="/accept/{token}", name="invited", answer=invited, needs="nobody"),
    Page(
        path="/accept/{token}",
        name="accept",
        answer=accepted,
        needs="nobody",
        method="POST",
        most=_SMALL,
    ),
)
