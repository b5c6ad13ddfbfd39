"""A comment into the ledger, once what it is on is there."""

from typing import Final

from whence.errors import CaseRefused, UnknownId
from whence.model.ledger import Comment, Entry
from whence.store.sealing import Draft
from whence.web.shelf import Volume
from whence.web.views.remarks import can_be_on

LONGEST: Final = 10_000
"""Characters that a comment may have."""


def remark(volume: Volume, who: tuple[str, str], text: str, subject: str = "") -> Entry:
    """Keep a comment; ``who`` is its author and the time, ``subject`` what it is on.

    Raises:
        CaseRefused: when it is empty, or too long.
        UnknownId: when there is nothing in the case of the id that it is to be on.
    """
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise CaseRefused("the comment is empty", "write a word or a few")
    if len(said) > LONGEST:
        hint = f"at most {LONGEST:,}: several comments hold more"
        raise CaseRefused(f"a comment of {len(said):,} characters", hint)
    if subject and not can_be_on(volume, subject):
        hint = "go back to the case: it may have changed meanwhile"
        raise UnknownId("what the comment was to be on is not in the case", hint)
    author, at = who
    payload = Comment(text=said, subject=subject)
    draft = Draft(kind="comment", author=author, at=at, payload=payload)
    return volume.ledger.append([draft])[0]
