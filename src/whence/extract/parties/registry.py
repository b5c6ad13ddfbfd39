"""The parties of one whole document: spellings brought together, names told from titles."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from whence.extract.parties.party import Party
from whence.extract.parties.words import Word, adjectival, lexicon, plain


@dataclass(frozen=True)
class Census:
    """The phrases of every sentence, with what the whole document tells about the names in them.

    ``phrases``, ``words`` and ``heads`` run parallel to the sentences of the prose; ``heads`` are
    how many words of each are those of a dateline.
    """

    words: tuple[tuple[Word, ...], ...]
    phrases: tuple[tuple[Party, ...], ...]
    heads: tuple[int, ...]
    full: dict[str, str] = field(default_factory=dict)

    def canonical(self, party: Party) -> str:
        """Return the longest name by which the document calls a party ("X" for "X movement")."""
        return self.full.get(party.name.casefold(), party.name)

    def occurs_inside(self, name: str) -> bool:
        """Tell whether a name stands inside a sentence too, where its capital letter means one."""
        return name in self._inside

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(
            party.name
            for head, row in zip(self.heads, self.phrases, strict=True)
            for party in row
            if party.first > head
        )

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of the groups in the document, in lower case."""
        return frozenset(
            party.name.casefold()
            for row in self.phrases
            for party in row
            if party.known and party.kind == "group" and not party.anaphor
        )


def build(
    words: tuple[tuple[Word, ...], ...],
    phrases: tuple[tuple[Party, ...], ...],
    heads: tuple[int, ...],
) -> Census:
    """Settle what kind each name is by all its mentions, and join short names to long ones."""
    kinds = _kinds(phrases)
    settled = tuple(tuple(_settle(party, kinds) for party in row) for row in phrases)
    every = [party for row in settled for party in row]
    return Census(words, settled, heads, {**_by_the_last(words, settled), **_longer(every)})


def _by_the_last(
    words: tuple[tuple[Word, ...], ...], phrases: tuple[tuple[Party, ...], ...]
) -> dict[str, str]:
    """Map "the Vanguard" to the one group of the document whose name ends so: "Reed Vanguard".

    It has an article and is no word for a kind of body ("the Army" is that of some state) and no
    initials ("the RL" is no "New RL"), and the name in full was told before.
    """
    longer: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for row, told in zip(phrases, words, strict=True):
        for party in row:
            name = party.name.casefold()
            if party.kind != "group" or party.anaphor or not party.name[:1].isupper():
                continue
            if party.name.split()[-1].isupper() or " and " in name:
                continue
            first, _, last = name.rpartition(" ")
            if first and party.name.split()[-1][:1].isupper() and not _is_body(last):
                longer.setdefault(last, set()).add(party.name)
            elif told[party.first].lower == "the" and len(longer.get(name, ())) == 1:
                found[name] = next(iter(longer[name]))
    return {name: full for name, full in found.items() if len(longer[name]) == 1}


def _kinds(phrases: tuple[tuple[Party, ...], ...]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for row in phrases:
        for party in row:
            first, _, rest = party.name.partition(" ")
            first = plain(first)[0]
            governs = rest.casefold() in lexicon()["government"] and not adjectival(first)
            if party.kind == "body" and governs:
                state = replace(party, name=first, kind="state", end=party.start + len(first))
                found.setdefault(first.casefold(), state)
            if party.known and party.kind in ("group", "person") and party.name[:1].isupper():
                found.setdefault(party.name.casefold(), party)
                if party.kind == "person":
                    found.setdefault(party.name.split()[-1].casefold(), party)
    return found


def _settle(party: Party, kinds: dict[str, Party]) -> Party:
    if party.known:
        return _as_state(party, kinds)
    for key in (party.name.casefold(), party.name.split()[-1].casefold()):
        other = kinds.get(key)
        if other is not None:
            return replace(party, known=True, kind=other.kind)
    return party


def _as_state(party: Party, kinds: dict[str, Party]) -> Party:
    """Read "the X regime" as X where X by itself is taken for a state."""
    first, _, rest = party.name.partition(" ")
    first = plain(first)[0]
    state = kinds.get(first.casefold()) if rest.casefold() in lexicon()["government"] else None
    if state is None or party.kind != "body" or state.kind != "state":
        return party
    return replace(party, name=first, kind="state")


def _longer(parties: list[Party]) -> dict[str, str]:
    """Map short names to long ones where the document leaves one choice.

    A group goes by the first word of the name, unless a word for a kind of body follows it (a
    bureau of X is not X). "X fighters" are X where X stands alone as well.
    """
    named = sorted({(p.name, p.kind) for p in parties if not p.anaphor and _is_name(p)})
    by_part: dict[str, set[str]] = {}
    for name, kind in named:
        parts = name.split()
        if len(parts) < 2 or name.isupper() or kind == "person":
            continue
        if not any(_is_body(part) for part in parts[1:]):
            by_part.setdefault(parts[0].casefold(), set()).add(name)
    by_name = _persons([name for name, kind in named if kind == "person"])
    short_for = {initials(name): name for name, kind in named if kind == "group" and " " in name}
    alone = {name for name, _ in named}
    found: dict[str, str] = {}
    for name, kind in named:
        short = kind == "person" or not (" " in name or name.isupper())
        longer = by_name.get(_bare(name)) or by_part.get(name.casefold(), set())
        longer = longer - {name}
        front = name.rpartition(" ")[0]
        if name in short_for:
            found[name.casefold()] = short_for[name]
        elif len(longer) == 1 and short:
            found[name.casefold()] = next(iter(longer))
        elif name.split()[-1].islower() and front in alone:
            found[name.casefold()] = front
    return found


def _persons(names: list[str]) -> dict[str, set[str]]:
    """Return the full names of persons by each of their words and of their first or last words.

    Who is called by the last word comes before who has it among the others.
    """
    by_last: dict[str, set[str]] = {}
    by_other: dict[str, set[str]] = {}
    for name in names:
        *others, last = name.split()
        if others:
            by_last.setdefault(_bare(last), set()).add(name)
        parts = name.split()
        cuts = range(2, len(parts))
        for part in (*others, *(" ".join(each) for n in cuts for each in (parts[:n], parts[-n:]))):
            by_other.setdefault(_bare(part), set()).add(name)
    return {**by_other, **by_last}


def _is_name(party: Party) -> bool:
    return party.kind in ("group", "person") and bool(party.name.strip())


def _bare(word: str) -> str:
    lower = word.casefold().replace("‑", "-")
    return lower.partition("-")[2] if lower.startswith(("al-", "el-")) else lower


def initials(name: str) -> str:
    """Return the acronym of a name: the first letters of its capitalised words."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_body(word: str) -> bool:
    lower = word.casefold()
    return any(lower in lexicon()[name] for name in ("labels", "heads", "body_heads"))
