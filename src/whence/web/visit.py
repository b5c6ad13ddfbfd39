"""One request with everything that answering it needs."""

from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from whence.errors import UnknownId
from whence.run.case.withdrawing import Word
from whence.web import tokens
from whence.web.desk import Desk
from whence.web.person import Person
from whence.web.render import rendered
from whence.web.shelf import Volume


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A request, who sends it, and the desk it is answered from.

    ``form`` is what was sent with it, already checked to come from one of our own pages.
    """

    request: Request
    desk: Desk
    person: Person
    form: FormData = field(default_factory=FormData)

    def place(self, name: str) -> str:
        """Return a piece of the address, as in ``/cases/{case}``."""
        return str(self.request.path_params[name])

    def asked(self, name: str, default: str = "") -> str:
        """Return a value of the address's query."""
        return self.request.query_params.get(name, default)

    def given(self, name: str) -> str:
        """Return a field of the form without blanks around it; "" where there is none."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def given_each(self, name: str) -> list[str]:
        """Return all values that the form has under a name, without those that are empty."""
        values = (one.strip() for one in self.form.getlist(name) if isinstance(one, str))
        return [one for one in values if one]

    @property
    def htmx(self) -> bool:
        """Whether a script asks for a piece of a page."""
        return self.request.headers.get("hx-request") == "true"

    def volume(self) -> Volume:
        """Return the case that the address names; raises UnknownCase."""
        return self.desk.shelf.volume(self.place("case"))

    def word(self) -> Word:
        """Return who judges, when, and the reason given; raises CaseRefused without a reason."""
        return Word(author=self.person.name, at=self.desk.now(), reason=self.given("reason"))

    def page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page, or a piece of one."""
        secret = self.person.secret
        known = {
            "visit": self,
            "person": self.person,
            "team": self.desk.team,
            "csrf": tokens.token(secret) if secret else "",
            "here": self.request.url.path,
        }
        accepted = self.request.headers.get("accept-language", "")
        return HTMLResponse(rendered(template, accepted, {**known, **context}), status_code=status)

    def onward(self, path: str) -> Response:
        """Send the browser to another page of ours, after something was done.

        A script is told by a header, so that the whole page changes and not a piece of it.
        """
        if self.htmx:
            return Response(status_code=204, headers={"HX-Redirect": path})
        return RedirectResponse(path, status_code=303)

    def refuse(self, what: str, hint: str = "") -> UnknownId:
        """Return the error for something that is not there."""
        return UnknownId(what, hint or "go back to the case: it may have changed meanwhile")
