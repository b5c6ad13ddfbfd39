"""One's own account: the password, where one is logged in, tokens for programs."""

from typing import Final

from starlette.responses import Response

from whence.errors import LoginRefused, PasswordRefused, TooManyTries, WhenceError
from whence.model.account import ROLES, Role, at_least
from whence.store.accounts.choosing import LONGEST, SHORTEST
from whence.store.accounts.tokens import LONGEST as MOST_DAYS
from whence.web.doors import address_of, dismiss, hand, token_of
from whence.web.routing import Answer, Page
from whence.web.statuses import status_of
from whence.web.team import accounts_of, act_of, secret_given, session_of, unconfirmed
from whence.web.visit import Visit


def account(visit: Visit) -> Response:
    """Show the account of whoever asks."""
    return _shown(visit)


def password(visit: Visit) -> Response:
    """Set another password: all other sessions end, this one gets another token."""
    new, old = secret_given(visit, "new"), secret_given(visit, "old")
    raw, address = token_of(visit.request), address_of(visit.request)
    if new != secret_given(visit, "again"):
        return _shown(visit, PasswordRefused("the two new passwords differ", "type both anew"))
    try:
        sessions = accounts_of(visit).sessions
        fresh = sessions.change_password(raw, old, new, visit.desk.now(), address)
    except (PasswordRefused, LoginRefused, TooManyTries) as error:
        return _shown(visit, error)
    answer = visit.onward("/account?changed=password")
    hand(answer, visit.request, fresh)
    return answer


def ended(visit: Visit) -> Response:
    """End one session of one's own."""
    own, key = session_of(visit), visit.place("key")
    accounts_of(visit).sessions.end(key, visit.person.account_id, act_of(visit))
    return _gone(visit) if key == own.id else visit.onward("/account")


def everywhere(visit: Visit) -> Response:
    """End all sessions of one's own, this one too."""
    accounts_of(visit).sessions.log_out_everywhere(visit.person.account_id, act_of(visit))
    return _gone(visit)


def issued(visit: Visit) -> Response:
    """Make a token for a program and show it, this once."""
    tokens, days = accounts_of(visit).tokens, visit.given("days")
    asked = unconfirmed(visit)
    if asked is not None:
        return asked
    number = int(days) if days.isascii() and days.isdigit() and len(days) < 6 else 0
    label = visit.given("label")
    role: Role = visit.given("role")  # type: ignore[assignment] # the accounts refuse any other
    raw = tokens.issue(visit.person.account_id, label, role, number, act_of(visit))
    return visit.page("token.html.j2", raw=raw, label=label)


def revoked(visit: Visit) -> Response:
    """Let a token in no more."""
    accounts_of(visit).tokens.revoke(visit.place("key"), act_of(visit))
    return visit.onward("/account")


def _shown(visit: Visit, problem: WhenceError | None = None) -> Response:
    accounts, own, at = accounts_of(visit), session_of(visit), visit.desk.now()
    answer = visit.page(
        "account.html.j2",
        200 if problem is None else status_of(problem),
        problem=problem,
        changed=visit.asked("changed") == "password",
        own=own,
        sessions=accounts.sessions.sessions(own.account.id, at),
        tokens=accounts.tokens.list(own.account.id),
        now=at,
        roles=[role for role in ROLES if at_least(own.account.role, role)],
        shortest=SHORTEST,
        longest=LONGEST,
        most_days=MOST_DAYS,
    )
    if isinstance(problem, TooManyTries):
        answer.headers["Retry-After"] = str(problem.retry_after)
    return answer


def _gone(visit: Visit) -> Response:
    answer = visit.onward("/login")
    dismiss(answer, visit.request)
    return answer


def _posting(path: str, name: str, answer: Answer) -> Page:
    return Page(path=f"/account/{path}", name=name, answer=answer, method="POST")


PAGES: Final = (
    Page(path="/account", name="account", answer=account),
    _posting("password", "password", password),
    _posting("sessions/{key}/end", "end session", ended),
    _posting("everywhere", "log out everywhere", everywhere),
    _posting("tokens", "issue token", issued),
    _posting("tokens/{key}/revoke", "revoke token", revoked),
)
