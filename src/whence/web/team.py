"""What the pages about accounts have in common: the team's door, who acts, passwords."""

from starlette.responses import Response

from whence.errors import LoginRefused, TooManyTries
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.audit import Act
from whence.store.accounts.sessions import Session
from whence.web.doors import TeamDoor, address_of, token_of
from whence.web.statuses import status_of
from whence.web.visit import Visit

_CONFIRM = "confirm"


def door_of(visit: Visit) -> TeamDoor:
    """Return the team's door; raises UnknownId where the workbench has no accounts."""
    door = visit.desk.door
    if not isinstance(door, TeamDoor):
        hint = "'whence serve --team' opens one for a team"
        raise visit.refuse("this workbench has no accounts", hint)
    return door


def accounts_of(visit: Visit) -> Accounts:
    """Return the team's accounts; raises UnknownId where the workbench has none."""
    return door_of(visit).accounts


def session_of(visit: Visit) -> Session:
    """Return the session of whoever asks.

    Raises:
        UnknownId: where the workbench has no accounts.
        LoginRefused: when it is over.
    """
    session = door_of(visit).session(visit.request, visit.desk.now())
    if session is None:
        raise LoginRefused("nobody is logged in", "log in")
    return session


def act_of(visit: Visit) -> Act:
    """Return who acts, when and from where, for the log."""
    return Act(by=visit.person.account_id, at=visit.desk.now(), address=address_of(visit.request))


def secret_given(visit: Visit, name: str) -> str:
    """Return a field of the form as it was typed: blanks belong to a password."""
    value = visit.form.get(name, "")
    return value if isinstance(value, str) else ""


def refused(
    visit: Visit, error: LoginRefused | TooManyTries, template: str, **more: object
) -> Response:
    """Return a form once more with what was wrong with it, and how long is to be waited."""
    answer = visit.page(template, status_of(error), problem=error, **more)
    if isinstance(error, TooManyTries):
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def unconfirmed(visit: Visit) -> Response | None:
    """Return a page that asks for the password before this is done, None where it was given lately.

    What was sent stands in that page, and is sent again with the password.

    Raises:
        UnknownId: where the workbench has no accounts.
        LoginRefused: when the session is over.
    """
    door, session, at = door_of(visit), session_of(visit), visit.desk.now()
    sent = [
        (name, value)
        for name, value in visit.form.multi_items()
        if name not in (_CONFIRM, "csrf") and isinstance(value, str)
    ]
    password = secret_given(visit, _CONFIRM)
    if password:
        raw, address = token_of(visit.request), address_of(visit.request)
        try:
            door.accounts.sessions.confirm(raw, password, at, address)
        except (LoginRefused, TooManyTries) as error:
            return refused(visit, error, "confirm.html.j2", sent=sent)
        door.confirm(session, at)
    if door.confirmed(session, at):
        return None
    return visit.page("confirm.html.j2", sent=sent, problem=None)
