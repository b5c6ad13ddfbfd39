"""Who asks, and the people of a team."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import AccountRefused, UnknownId
from whence.model.account import Account, Role
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.audit import Act, Noted
from whence.store.accounts.links import Link
from whence.store.accounts.tokens import ApiToken
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, ByNumber, Listing, behind_id, behind_place
from whence.web.doors import TeamDoor, address_of

_ME: Final = "you"
_TAG: Final = "people"


class Me(Struct, frozen=True, kw_only=True):
    """Whoever asks: the name under which entries are made, and what may be done.

    ``role`` is no more than the token's. ``account_id`` is "" where nobody logs in (``team``).
    """

    name: str
    role: Role
    account_id: str
    team: bool


class Invited(Struct, frozen=True, kw_only=True):
    """A link, told this once: whoever opens it chooses the password of the account.

    ``path`` is its address on this workbench; ``token`` is the secret in it.
    """

    token: str
    path: str


class Invitation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom to invite, and how much the person may do."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    role: Role


class NewRole(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much a person may do from now on."""

    role: Role


def me(call: Call[Nothing, None]) -> Me:
    """Return who asks, and what they may do."""
    person = call.person
    return Me(name=person.name, role=person.role, account_id=person.account_id, team=call.desk.team)


def tokens(call: Call[ById, None]) -> Listing[ApiToken]:
    """List your own tokens, without their secrets; new ones are made on the page /account."""
    rows = _accounts(call).tokens.list(call.person.account_id)
    return behind_id(rows, [row.id for row in rows], call.asked)


def revoke(call: Call[Nothing, None]) -> None:
    """Let a token in no more."""
    _accounts(call).tokens.revoke(call.place("token"), _act(call))


def people(call: Call[ById, None]) -> Listing[Account]:
    """List all accounts, by name; those that are no longer let in too."""
    rows = _accounts(call).people.people()
    return behind_id(rows, [row.id for row in rows], call.asked)


def invitations(call: Call[ByNumber, None]) -> Listing[Link]:
    """List the invitations and password resets that were not used yet, oldest first."""
    return behind_place(_accounts(call).links.links(call.desk.now()), call.asked)


def invite(call: Call[Nothing, Invitation]) -> Invited:
    """Invite somebody, with a link that makes an account."""
    raw = _accounts(call).links.invite(call.body.name, call.body.role, _act(call))
    return _link(raw)


def reset(call: Call[Nothing, None]) -> Invited:
    """Have a person choose a new password, with a link; the old one holds till then."""
    return _link(_accounts(call).links.reset(call.place("account"), _act(call)))


def _link(raw: str) -> Invited:
    return Invited(token=raw, path=f"/accept/{raw}")


def role(call: Call[Nothing, NewRole]) -> Account:
    """Give a person another role; they are logged out."""
    return _accounts(call).people.set_role(call.place("account"), call.body.role, _act(call))


def deactivate(call: Call[Nothing, None]) -> Account:
    """Let a person in no more, by password, session, token or link."""
    return _accounts(call).people.deactivate(call.place("account"), _act(call))


def activate(call: Call[Nothing, None]) -> Account:
    """Let a person in again, with the role and password that they had."""
    return _accounts(call).people.activate(call.place("account"), _act(call))


def audit(call: Call[ByNumber, None]) -> Listing[Noted]:
    """List who did what to accounts, and logins that failed; the latest first.

    `after` is the number of a row; `total` is not told.
    """
    asked = call.asked
    rows = _accounts(call).audit.read(asked.limit + 1, asked.after or None)
    more = str(rows[asked.limit - 1].id) if len(rows) > asked.limit else ""
    return Listing(items=rows[: asked.limit], next=more, total=None)


_Any = (
    Call[Nothing, None] | Call[ById, None] | Call[ByNumber, None] | Call[Nothing, Invitation]
    | Call[Nothing, NewRole]
)  # fmt: skip


def _accounts(call: _Any) -> Accounts:
    if isinstance(call.desk.door, TeamDoor):
        return call.desk.door.accounts
    raise UnknownId("this workbench has no accounts", "a team's has: whence serve --team")


def _act(call: _Any) -> Act:
    at = call.desk.now()
    return Act(by=call.person.account_id, address=address_of(call.request), at=at)


_PERSON: Final = "/people/{account}"
_REFUSED: Final = (AccountRefused, UnknownId)

OPERATIONS: Final = (
    Operation(method="GET", path="/me", name="getMe", answer=me, tag=_ME),
    Operation(
        method="GET", path="/me/tokens", name="listTokens", answer=tokens, tag=_ME,
        errors=(UnknownId,),
    ),
    Operation(
        method="DELETE", path="/me/tokens/{token}", name="revokeToken", answer=revoke, tag=_ME,
        status=204, errors=_REFUSED,
    ),
    Operation(
        method="GET", path="/people", name="listPeople", answer=people, tag=_TAG, needs="admin",
        errors=(UnknownId,),
    ),
    Operation(
        method="GET", path="/people/invitations", name="listInvitations", answer=invitations,
        tag=_TAG, needs="admin", errors=(UnknownId,),
    ),
    Operation(
        method="POST", path="/people/invitations", name="invite", answer=invite, tag=_TAG,
        needs="admin", status=201, errors=_REFUSED,
        example=Invitation(name="Bo", role="analyst"),
    ),
    Operation(
        method="POST", path=f"{_PERSON}/role", name="setRole", answer=role, tag=_TAG,
        needs="admin", errors=_REFUSED, example=NewRole(role="editor"),
    ),
    Operation(
        method="POST", path=f"{_PERSON}/deactivate", name="deactivate", answer=deactivate,
        tag=_TAG, needs="admin", errors=_REFUSED,
    ),
    Operation(
        method="POST", path=f"{_PERSON}/activate", name="activate", answer=activate, tag=_TAG,
        needs="admin", errors=_REFUSED,
    ),
    Operation(
        method="POST", path=f"{_PERSON}/reset", name="resetPassword", answer=reset, tag=_TAG,
        needs="admin", status=201, errors=_REFUSED,
    ),
    Operation(
        method="GET", path="/audit", name="listAudit", answer=audit, tag=_TAG, needs="admin",
        errors=(UnknownId,),
    ),
)  # fmt: skip
