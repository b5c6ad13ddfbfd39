"""How a request's person is known: the one analyst here, or whoever has logged in."""

from threading import Lock
from typing import Final, Literal, Protocol

from starlette.requests import Request
from starlette.responses import Response

from whence.model.account import Account
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.moments import since
from whence.store.accounts.sessions import Session
from whence.store.accounts.tokens import PREFIX
from whence.web.person import Person
from whence.web.tokens import fresh

COOKIE: Final = "whence_form"
"""Holds the secret of a browser that nobody has logged in with."""

SESSION: Final = "whence_session"
"""Holds the token of a session where the browser asks this machine itself, without TLS."""

SAFE_SESSION: Final = "__Host-whence"
"""Holds it where the browser asks by https: no other host, and no page without TLS, can set it."""

CONFIRMED: Final = 600
"""Seconds for which a password that was given counts for what is not lightly undone."""


class Door(Protocol):
    """Tells who sends a request."""

    def person(self, request: Request, at: str) -> Person | None:
        """Return who it is, None for somebody unknown."""


class Alone:
    """Lets everybody on this machine in as one analyst: for a workbench on the loopback address."""

    def __init__(self, author: str) -> None:
        self._author = author

    def person(self, request: Request, at: str) -> Person | None:
        """Return the analyst; the browser's own secret goes with it."""
        del at
        return Person(name=self._author, role="admin", secret=secret_of(request))


class TeamDoor:
    """Lets in whoever has logged in: browsers by a cookie, programs by a token."""

    def __init__(self, accounts: Accounts) -> None:
        self.accounts = accounts
        self._confirmed: dict[str, str] = {}
        self._lock = Lock()

    def person(self, request: Request, at: str) -> Person | None:
        """Return whose session the browser's cookie stands for."""
        session = self.session(request, at)
        return None if session is None else _person(session.account, session.csrf)

    def bearer(self, request: Request, at: str) -> Person | None:
        """Return whose token ``Authorization: Bearer`` holds, with no more than the token's role.

        The person has no secret: what a browser sends by itself never holds such a token, so no
        form has to be proved.
        """
        scheme, _, raw = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not raw.strip().startswith(PREFIX):
            return None
        account = self.accounts.tokens.bearer(raw.strip(), at)
        return None if account is None else _person(account)

    def session(self, request: Request, at: str) -> Session | None:
        """Return the session of the browser, None where nobody is logged in; looked up once."""
        if not hasattr(request.state, "session"):
            raw = token_of(request)
            request.state.session = self.accounts.sessions.session(raw, at) if raw else None
        found: Session | None = request.state.session
        return found

    def confirm(self, session: Session, at: str) -> None:
        """Keep that the person of a session has just given the password."""
        with self._lock:
            lately = {key: then for key, then in self._confirmed.items() if _lately(then, at)}
            self._confirmed = lately | {session.id: at}

    def confirmed(self, session: Session, at: str) -> bool:
        """Tell whether the person has given the password lately, to log in or to confirm."""
        with self._lock:
            then = self._confirmed.get(session.id, session.began_at)
        return _lately(then, at)


def address_of(request: Request) -> str:
    """Return the network address that a request comes from; a trusted proxy's word for it."""
    return request.client.host if request.client else ""


def token_of(request: Request) -> str:
    """Return the token of the browser's session, "" where it has none."""
    return request.cookies.get(_session_name(request), "")


def hand(answer: Response, request: Request, raw: str) -> None:
    """Give the browser the token of its session, and take the secret that it had before."""
    # A strict cookie would not come along with a link in a message: people would log in again.
    _set(answer, request, _session_name(request), raw, "lax")
    _drop(answer, request, _form_name(request))


def dismiss(answer: Response, request: Request) -> None:
    """Have the browser forget its session, and whatever it keeps of our pages."""
    _drop(answer, request, _session_name(request))
    _drop(answer, request, _form_name(request))
    # Not "cookies": that would take the cookies of every other service under the same domain too.
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'


def secret_of(request: Request) -> str:
    """Return the browser's secret: of its cookie, or a new one, kept for this request."""
    if not hasattr(request.state, "secret"):
        request.state.secret = request.cookies.get(_form_name(request), "") or fresh()
    return str(request.state.secret)


def keep_secret(answer: Response, request: Request) -> None:
    """Give a browser its secret, once it has seen a page of ours."""
    made = getattr(request.state, "secret", "")
    if made and request.cookies.get(_form_name(request)) != made:
        _set(answer, request, _form_name(request), made, "strict")


def _person(account: Account, secret: str = "") -> Person:
    return Person(name=account.name, role=account.role, account_id=account.id, secret=secret)


def _lately(then: str, at: str) -> bool:
    return 0 <= since(then, at) < CONFIRMED


def _secure(request: Request) -> bool:
    return request.url.scheme == "https"


def _session_name(request: Request) -> str:
    return SAFE_SESSION if _secure(request) else SESSION


def _form_name(request: Request) -> str:
    return f"__Host-{COOKIE}" if _secure(request) else COOKIE


def _set(
    answer: Response, request: Request, name: str, value: str, site: Literal["lax", "strict"]
) -> None:
    answer.set_cookie(name, value, httponly=True, samesite=site, secure=_secure(request))


def _drop(answer: Response, request: Request, name: str) -> None:
    # A browser lets nobody touch a "__Host-" cookie without these, not even to take it away.
    answer.delete_cookie(name, httponly=True, samesite="lax", secure=_secure(request))
