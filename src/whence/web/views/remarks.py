"""Comments as they are shown: plain text, with people, entries and ids of the case found in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from whence.model.ledger import Comment, Entry
from whence.publish.texts import clean
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.judged import named
from whence.web.views.readings import readings
from whence.web.views.whole import whole

_ID = r"\b[a-z]{2,8}-[0-9a-f]{12}\b"
_ENTRY = r"(?<![\w&])#\d{1,9}\b"
_NAME = r"(?<![\w@])@[\w](?:[\w.\-]*\w)?"


@dataclass(frozen=True)
class Remark:
    """One comment: who, when, on what, and its words with their ways."""

    seq: int
    author: str
    at: str
    subject: str
    about: str
    about_href: str | None
    html: Markup


def remarks(volume: Volume, me: str) -> tuple[Remark, ...]:
    """Return the comments of a case, newest last; ``me`` is who reads them."""
    people = names(volume)
    return tuple(remark(volume, entry, said, people, me) for entry, said in volume.state.comments)


def remark(
    volume: Volume, entry: Entry, said: Comment, people: Iterable[str], me: str
) -> Remark:  # fmt: skip
    """Return one comment as it is shown."""
    called, href = about(volume, said.subject)
    return Remark(
        seq=entry.seq,
        author=entry.author,
        at=entry.at,
        subject=said.subject,
        about=called,
        about_href=href,
        html=told(volume, said.text, people, me),
    )


def names(volume: Volume) -> tuple[str, ...]:
    """Return who has entered something in the case."""
    return volume.kept(
        "people",
        lambda: tuple(
            sorted({sealed.entry.author for sealed in volume.ledger.read(kinds=_SAYING)})
        ),
    )


_SAYING = frozenset({"opened", "judgement", "override", "estimate", "comment", "description"})


def told(volume: Volume, text: str, people: Iterable[str], me: str) -> Markup:
    """Return a comment's text as markup: escaped, with links to entries and things of the case.

    Who is mentioned (``@name``) is marked; a name with blanks in it is known if it is in
    ``people``.
    """
    known = sorted({name for name in (*people, me) if name}, key=len, reverse=True)
    spelled = "|".join(f"(?<![\\w@])@{re.escape(name)}(?!\\w)" for name in known)
    pattern = "|".join(filter(None, (spelled, _NAME, _ENTRY, _ID)))
    parts, last = [], 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        parts += [escape(clean(text[last : match.start()])), _part(volume, match.group(), me)]
        last = match.end()
    parts.append(escape(clean(text[last:])))
    return Markup("").join(parts)


def mentions(text: str, name: str) -> bool:
    """Tell whether a comment mentions somebody."""
    return bool(name) and bool(
        re.search(f"(?<![\\w@])@{re.escape(name)}(?!\\w)", text, re.IGNORECASE)
    )


def _part(volume: Volume, found: str, me: str) -> Markup:
    if found.startswith("@"):
        mine = " me" if found[1:].casefold() == me.casefold() else ""
        return Markup('<strong class="mention{}">{}</strong>').format(mine, clean(found))
    if found.startswith("#"):
        seq = found[1:]
        if not 1 <= int(seq) <= volume.head.seq:
            return escape(found)
        href = to("ledger", case=volume.case_id, key=str(int(seq)))
        return Markup('<a href="{}">{}</a>').format(href, found)
    thing = named(volume, found)
    if thing.href is None:
        return escape(found)
    return Markup('<a href="{}" title="{}">{}</a>').format(thing.href, clean(thing.name), found)


def about(volume: Volume, subject: str) -> tuple[str, str | None]:
    """Return what a comment is on, in words, and where that is shown."""
    if not subject:
        return "", None
    if re.fullmatch(r"#\d{1,9}", subject):
        return subject, to("ledger", case=volume.case_id, key=subject[1:])
    if subject in whole(volume).origins:
        name = whole(volume).origins[subject].name
        return name, to("sources", case=volume.case_id, key=subject)
    thing = named(volume, subject)
    return thing.name, thing.href


def can_be_on(volume: Volume, subject: str) -> bool:
    """Tell whether there is something of this id, or an entry ``#seq``, to remark on."""
    if re.fullmatch(r"#\d{1,9}", subject):
        return 1 <= int(subject[1:]) <= volume.head.seq
    read = readings(volume)
    known = (
        read.was,
        read.chains,
        whole(volume).documents,
        whole(volume).origins,
        volume.state.media,
    )
    return any(subject in one for one in known) or named(volume, subject).href is not None
