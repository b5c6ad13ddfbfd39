"""How cases begin in the workbench: under a name that is free, the example with its reports."""

from typing import Final

from whence.model.ledger import Opened
from whence.run.intake.orders import Given, Job, Upload
from whence.store.ledger import Ledger, new_case
from whence.web import example
from whence.web.desk import Desk

_TRIES: Final = 100


def open_free(desk: Desk, author: str, name: str, question: str) -> Ledger:
    """Open a case under a name, with a number behind it where it is taken.

    Raises:
        CaseRefused: when the name is none, or very many have it.
    """
    taken = {head.name for head in desk.store.heads()}
    names = (name if not number else f"{name} {number + 1}" for number in range(_TRIES))
    free = next((one for one in names if one not in taken), name)
    return new_case(desk.store, Opened(name=free, question=question), author, desk.now())


def example_given(desk: Desk, author: str) -> Job:
    """Open the example case and have its reports read.

    Raises:
        CaseRefused: when very many examples were opened.
        OutputError: when the order cannot be written.
    """
    ledger = open_free(desk, author, example.NAME, example.QUESTION)
    files = [path.open("rb") for path in example.reports()]
    try:
        uploads = [Upload(name=file.name.rpartition("/")[2], stream=file) for file in files]
        given = Given(case_id=ledger.case_id, author=author, at=desk.now(), files=uploads)
        return desk.intake.put(given)
    finally:
        for file in files:
            file.close()
