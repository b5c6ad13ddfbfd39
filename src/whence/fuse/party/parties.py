"""Parties under all their spellings: unified over reports, never on a surname alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.fuse.options import Options
from whence.fuse.party.classes import in_context, short_classes
from whence.fuse.party.first_letters import full_names, written_out
from whence.fuse.party.initials import by_initials
from whence.fuse.party.known import known
from whence.fuse.party.naming import Named, bare, named
from whence.fuse.party.rulers import of_leader
from whence.fuse.party.shortened import forms
from whence.fuse.witness import Ledger
from whence.model.claim import Claim, PartyKind
from whence.model.document import Document
from whence.model.identity import stable_id
from whence.model.incident import Party
from whence.model.span import Span
from whence.names.countries import state_name
from whence.names.described import is_unnamed
from whence.names.organs import rules
from whence.names.persons import called_by, person, same_person, surname_of
from whence.names.spelling import fold, name_words, same_spelling

_ACRONYM = re.compile(
    r"(?:\(|,? or (?:the )?)(?P<short>[A-Z]{2,6})\b|, (?P<aside>[A-Z]{2,6}), (?!and |or |[A-Z])"
)

_SURNAME = 2
"""Parts of the key of a group that is named by one word, which may be a person's surname."""


@dataclass(frozen=True)
class Parties:
    """The parties of an incident, and which party each claim is about."""

    rows: tuple[Party, ...]
    of_claim: Mapping[str, str]


def unify(claims: Sequence[Claim], ledger: Ledger, options: Options, country: str = "") -> Parties:
    """Unify the subjects of claims.

    The user's table wins; then states, full names, spellings of one name, classes by head noun and
    backer, and short forms inside one document. "The government" and "the army" are those of
    ``country``, where it happened (ISO code), if that state is named as well. The id of a party
    does not depend on how often or in which order it is named.
    """
    elsewhere = _names(ledger)
    rows: dict[tuple[str, ...], list[tuple[Claim, Named]]] = defaultdict(list)
    read = {claim.id: _tabled(claim, options) or _read(claim, ledger) for claim in claims}
    read |= short_classes(claims, read, ledger)
    initials = _declared(read.values(), elsewhere, ledger)
    told = (one.bare for one in read.values() if one.key[0] in _BANDED)
    others = forms((*told, *(bare(name) for names in elsewhere.values() for name in names)))
    persons = full_names(
        [one.bare for one in read.values() if one.kind == "person"],
        [name for names in elsewhere.values() for name in names],
    )
    around: dict[str, list[Named]] = defaultdict(list)
    for claim in claims:
        around[claim.document_id].append(read[claim.id])
    for claim in sorted(claims, key=lambda claim: claim.id):
        own = read[claim.id]
        document = ledger.documents[claim.document_id]
        if own.key[0] != "table":
            own = _long_form(own, around[claim.document_id], document, elsewhere)
            own = initials.get(own.bare, own)
            own = written_out(known(_called_otherwise(own, others)), persons)
        rows[own.key].append((claim, own))
    joined = _governed(_variants(rows), country)
    parties: list[Party] = []
    of_claim: dict[str, str] = {}
    for key in sorted(joined):
        party = _party(key, joined[key], ledger)
        parties.append(party)
        of_claim.update({claim.id: party.id for claim, _ in joined[key]})
    ordered = sorted(parties, key=lambda party: (party.name.casefold(), party.id))
    return Parties(tuple(ordered), of_claim)


def _read(claim: Claim, ledger: Ledger) -> Named:
    document = ledger.documents[claim.document_id]
    kind = claim.subject_kind
    if kind == "group" and is_unnamed(bare(claim.subject)):
        kind = kind if _quoted(claim.subject_span, document.text) else "class"
    own = of_leader(named(claim.subject, kind), ledger.documents.values(), kind == "state")
    return in_context(claim, own, document)


def _quoted(span: Span | None, text: str) -> bool:
    """Tell whether quotation marks stand around words, which may be a name without capitals."""
    return span is None or bool(
        _MARKS & {text[span.start - 1 : span.start], text[span.end : span.end + 1]}
    )


_MARKS = frozenset("\"'“”‘’«»")


def _called_otherwise(own: Named, others: Mapping[str, str]) -> Named:
    """Return a group by the other name that it goes by."""
    other = others.get(own.bare.casefold()) if own.key[0] in _BANDED else None
    return own if other is None else named(other, own.kind)


_BANDED = frozenset(("group", "body"))


def _tabled(claim: Claim, options: Options) -> Named | None:
    subject = bare(claim.subject)
    for name in sorted(options.parties):
        if any(fold(bare(alias)) == fold(subject) for alias in (name, *options.parties[name])):
            kind = claim.subject_kind
            return Named(("table", fold(name)), kind, name)
    return None


def _names(ledger: Ledger) -> Mapping[str, list[str]]:
    """Return the names of persons, parties and organisations that each document mentions."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in ledger.reports:
        for mention in report.mentions:
            if mention.kind in ("person", "party", "organisation"):
                found[report.document_id].append(mention.value or mention.span.text)
        for chain in report.chains:
            found[report.document_id] += [hop.who for hop in chain.hops[1:]]
    return {key: list(dict.fromkeys(names)) for key, names in found.items()}


def _long_form(
    own: Named, around: Iterable[Named], document: Document, elsewhere: Mapping[str, list[str]]
) -> Named:
    """Return the full form of a short name, when its document has exactly one."""
    mentioned = elsewhere.get(document.id, [])
    persons = [one.bare for one in around if one.kind == "person"]
    if own.kind == "person":
        return _one(own, _full_names(own, (*mentioned, *persons)) or _parts(own, persons))
    if own.key[0] == "group" and len(own.key) == _SURNAME and (full := _full_names(own, persons)):
        return _one(replace(own, kind="person"), full)
    if own.kind not in ("group", "body") or own.key[0] != "group":
        return own
    longer = {
        one.bare
        for one in (*around, *(named(name, "group") for name in mentioned))
        if one.key[0] == "group" and len(one.key) > len(own.key) and _shortens(own, one, document)
    }
    return _one(own, sorted(longer))


def _full_names(own: Named, names: Iterable[str]) -> list[str]:
    """Return the names in full that a surname may stand for.

    "Rebel leader Ana Ruiz" is none, nor is whose picture it is with whom it shows.
    """
    full = {name for one in names if surname_of(own.bare, name := person(one).name)}
    return sorted(name for name in full if not (_WITH_OFFICE.match(name) or _CREDIT in name))


def _parts(own: Named, accused: Iterable[str]) -> list[str]:
    """Return the names of others who are tied to the deed that have the short one within them.

    Of all persons of a text that would name many a mayor: a family's name may come first.
    """
    return sorted({*called_by(own.bare, (person(name).name for name in accused))})


_WITH_OFFICE = re.compile(r"[a-z]{3,} ")
"""A word in small letters before a name, longer than "al" and "de"."""
_CREDIT = "/"
"""What parts a photographer from the paper: "Ben Okri/Daily Lamp Ana Ruiz"."""


def _declared(
    read: Iterable[Named], elsewhere: Mapping[str, list[str]], ledger: Ledger
) -> dict[str, Named]:
    """Return the groups by their initials, set behind their names or those of one name alone."""
    read = [*read]
    groups = {one.bare: one for one in read if one.key[0] in ("group", "body")}
    for names in elsewhere.values():
        for one in (named(name, "group") for name in names):
            groups.setdefault(one.bare, one)
    folded = [(name, name.casefold()) for name in groups if " " in name]
    longest = max((len(low) for _, low in folded), default=0)
    found: dict[str, dict[tuple[str, ...], Named]] = defaultdict(dict)
    for key in sorted(ledger.documents):
        text = ledger.documents[key].text
        for mark in _ACRONYM.finditer(text):
            before = _before(text, mark.start(), longest).casefold()
            behind = [name for name, low in folded if before.endswith(low)]
            if behind:
                one = groups[max(behind, key=len)]
                found[mark["short"] or mark["aside"]][one.key] = one
    declared = {short: next(iter(of.values())) for short, of in found.items() if len(of) == 1}
    return {**by_initials(groups, {one for one in read if one.bare not in found}), **declared}


def _before(text: str, end: int, size: int) -> str:
    """Return so many characters before ``end``, without blanks and commas at their end."""
    while end and text[end - 1] in " ,":
        end -= 1
    return text[max(0, end - size) : end]


def _one(own: Named, longer: Sequence[str]) -> Named:
    forms = [named(name, own.kind) for name in longer]
    if len({form.key for form in forms}) != 1 or not forms:
        return own
    return forms[0]


def _shortens(own: Named, longer: Named, document: Document) -> bool:
    """Tell whether a group's name is the beginning of a longer one, or its declared initials."""
    short = own.key[1:]
    if longer.bare[len(own.bare) :].startswith(("'", "’")):
        return False  # "the officers’ statements" are no officers
    if longer.key[1 : 1 + len(short)] == short and same_spelling(
        own.bare, " ".join(name_words(longer.bare)[: len(name_words(own.bare))])
    ):
        return True
    initials = "".join(word[0] for word in longer.bare.replace("-", " ").split()).upper()
    return own.bare == initials and any(
        initials in (found["short"], found["aside"]) for found in _ACRONYM.finditer(document.text)
    )


def _variants(
    rows: Mapping[tuple[str, ...], list[tuple[Claim, Named]]],
) -> dict[tuple[str, ...], list[tuple[Claim, Named]]]:
    """Join what different keys name: middle names, words cut apart, a body of the only state."""
    joined: dict[tuple[str, ...], list[tuple[Claim, Named]]] = {}
    for key in sorted(rows, key=lambda key: (len(key), key)):
        home = next((one for one in joined if _same(one, joined[one], key, rows[key])), key)
        joined.setdefault(home, []).extend(rows[key])
    for key in [key for key in joined if key[0] == "body" and not _states(key)]:
        stated = [one for one in joined if one[0] == "body" and _bare(one) == _bare(key) != one[1:]]
        if len(stated) == 1:
            joined[stated[0]].extend(joined.pop(key))
    return joined


def _governed(
    joined: dict[tuple[str, ...], list[tuple[Claim, Named]]], country: str
) -> dict[tuple[str, ...], list[tuple[Claim, Named]]]:
    """Join a government and its forces, named without any state, to the state of the place."""
    home = ("state", country)
    if home in joined:
        for key in [key for key in joined if key[0] in ("body", "group")]:
            if all(rules(own.bare) == () for _, own in joined[key]):
                joined[home].extend(joined.pop(key))
    return joined


def _states(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ISO codes in a body's key; skeletons are in lower case."""
    return tuple(part for part in key[1:] if part.isupper())


def _bare(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in key[1:] if not part.isupper())


def _same(
    one: tuple[str, ...],
    mine: list[tuple[Claim, Named]],
    other: tuple[str, ...],
    theirs: list[tuple[Claim, Named]],
) -> bool:
    if {one[0], other[0]} == {"person", "group"} or one[0] == other[0] == "person":
        return same_person(mine[0][1].bare, theirs[0][1].bare)
    if {one[0], other[0]} == {"body", "group"}:
        return one[1:] == other[1:] or _of_two_words(mine, theirs)
    if one[0] == other[0] == "group":
        names = (mine[0][1].bare, theirs[0][1].bare)
        return same_spelling(*names) or _singular(names[0]) == _singular(names[1])
    return False


def _of_two_words(mine: list[tuple[Claim, Named]], theirs: list[tuple[Claim, Named]]) -> bool:
    """Tell whether a body and a group bear one name but for what sort of band they are.

    "The Reed Support Forces" are "the Reed Support militia"; of one word alone it is not told.
    """
    keys = {named(rows[0][1].bare, "group").key for rows in (mine, theirs)}
    return len(keys) == 1 and len(next(iter(keys))) > _SURNAME


def _tells(name: str, key: tuple[str, ...]) -> bool:
    return key[0] != "class" or named(name, "class").key == key


def _singular(name: str) -> str:
    """Return a group's name of one word without the plural of its members.

    Behind a name of more words that is a common noun: "Reed Wing squads" and "a Reed Wing squad".
    """
    alone = fold(name)
    kept = " " in alone and not name.rsplit(maxsplit=1)[-1].islower()
    return alone if kept or alone.endswith("ss") else alone.removesuffix("s")


def _party(key: tuple[str, ...], rows: Sequence[tuple[Claim, Named]], ledger: Ledger) -> Party:
    """Build a party; its name is the one that most origins use, copies not counted.

    Of even names a class takes the shortest, anybody else the fullest; a short name that stands
    for this class in one text only names it if there is no other.
    """
    users: dict[str, set[str]] = defaultdict(set)
    for claim, own in rows:
        users[own.bare].add(ledger.origin(claim.chain_id).id)
    sign = 1 if key[0] == "class" else -1
    telling = [one for one in users if _tells(one, key)] or list(users)
    if key[0] == "state":
        telling = [state_name(key[1])]
        users.setdefault(telling[0], set())
    name = min(telling, key=lambda one: (-len(users[one]), sign * len(one), one))
    written = {bare(claim.subject) for claim, _ in rows} | set(users)
    spans = sorted({claim.subject_span for claim, _ in rows if claim.subject_span is not None})
    return Party(
        id=stable_id("party", *key),
        name=name,
        kind="state" if key[0] == "state" else _kind_of(rows),
        aliases=tuple(sorted(written - {name})),
        spans=tuple(spans),
    )


def _kind_of(rows: Sequence[tuple[Claim, Named]]) -> PartyKind:
    return min((own.kind for _, own in rows), key=lambda kind: (kind != "person", kind))
