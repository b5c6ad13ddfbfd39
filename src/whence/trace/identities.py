"""Which nodes name the same first hand: spellings, offices, speakers and relays.

The probabilities are elicited, not fitted: how often the authors would expect such an inference to
hold in agency copy. They rank merges and are shown with them; nothing multiplies them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, islice, pairwise

from whence.model.document import Document
from whence.names.persons import Person, same_person
from whence.names.spelling import fold, same_spelling
from whence.trace.credits import outlet_key
from whence.trace.directory import Directory
from whence.trace.merging import Proposal
from whence.trace.nodes import Node
from whence.trace.people import ByName
from whence.trace.shortened import shortened
from whence.trace.sources import Source, paper, pronoun, short_body, without_class

_PERSONAL = ("person", "surname")
_SAME_NAME = 0.98
_SAME_BODY = 0.95
_SPEAKER = 0.93
_SURNAME = 0.92
_ONLY_STATE = 0.9
_NAME_VARIANT = 0.88
_OFFICE = 0.85
_SAME_RELAY = 0.8
_SAME_TEXT = 0.82
_NARROWER = 0.7
_PAPER = 0.65

_REASONS = {
    "person": "one full name",
    "body": "one body, or somebody who speaks for it",
    "state": "one state's government",
    "office": "one office",
    "outlet": "one outlet or agency",
}


def identities(
    every: Sequence[Node], book: Directory, documents: Iterable[Document]
) -> list[Proposal]:
    """Return all proposals that names, offices and relays give."""
    texts = {doc.id: f"{doc.text}\n{doc.title or ''}" for doc in documents}
    return [
        *_equal(every),
        *_variants(every),
        *_only_state(every, book),
        *_groups(every),
        *_surnames(every, book),
        *_of_one_name(every),
        *_speakers(every, book),
        *_offices(every, book),
        *shortened(every, texts),
        *_narrower(every),
        *_handed_on(every),
        *_papers(every),
        *_pronouns(every),
    ]


def _equal(every: Sequence[Node]) -> list[Proposal]:
    """Join nodes of one key: other words for the same name, or the same words and relay."""
    by_key: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in every:
        by_key[node.key].append(node)
    found: list[Proposal] = []
    for group in by_key.values():
        for left, right in pairwise(sorted(group, key=lambda node: node.rank)):
            if same_spelling(_name(left), _name(right)):
                found.append(_same_key(left, right))
    return found


def _same_key(left: Node, right: Node) -> Proposal:
    sort = left.source.sort
    if sort in ("role", "other"):
        reason = f"described in the same words through {left.via}"
        return Proposal(left, right, reason, _SAME_RELAY)
    probability = _SAME_NAME if sort in ("person", "outlet") else _SAME_BODY
    return Proposal(left, right, _REASONS.get(sort, "one short name in one text"), probability)


def _variants(every: Sequence[Node]) -> list[Proposal]:
    """Join full names that differ by a middle name, where first and last agree."""
    # One first and one last name by their sound, or one last name and the same letters in all.
    alike: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in every:
        if node.source.sort == "person":
            first, last = node.source.key[0], node.source.key[-1]
            alike[last, first].append(node)
            alike[last, "", fold(_name(node)).replace(" ", "")].append(node)
    found: dict[tuple[str, str], Proposal] = {}
    for group in alike.values():
        for left, right in combinations(group, 2):
            if left.key != right.key and same_person(_name(left), _name(right)):
                reason = "one person, with and without a middle name"
                found[left.id, right.id] = Proposal(left, right, reason, _NAME_VARIANT)
    return list(found.values())


def _groups(every: Sequence[Node]) -> list[Proposal]:
    """Join a group with its bare name, which may be read as a person's: "Reed League said".

    A single word joins only where nobody in the case has it as his last name.
    """
    last = {key[-1] for key in (n.source.key for n in every if n.source.sort == "person") if key}
    named: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in every:
        key = node.source.key  # empty where a name is all marks or titles
        if node.source.sort in _PERSONAL and key and (len(key) > 1 or key[0] not in last):
            named[key].append(node)
    reason = "one group, with and without the word for what it is"
    return [
        Proposal(node, other, reason, _SAME_BODY)
        for node in every
        if node.source.sort == "body" and (node.hop.kind == "group" or node.source.tied)
        for other in named.get(node.source.key, ())
        if fold(without_class(node.source.words)) == fold(_name(other))
    ]


def _name(node: Node) -> str:
    """Return the person's name where the node is a person's, else ""."""
    named = node.source.person
    return named.name if named is not None and node.source.sort in _PERSONAL else ""


def _only_state(every: Sequence[Node], book: Directory) -> list[Proposal]:
    """Join a body named without its state to the same body of the only state that has one here."""
    by_body: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in every:
        if node.source.sort in ("body", "office") and not short_body(node.source):
            by_body[node.source.sort, *node.source.key].append(node)
    found: list[Proposal] = []
    for group in by_body.values():
        stated = [node for node in group if node.source.iso is not None]
        states = {node.source.iso for node in stated} | book.states(group[0].source)
        bare = [node for node in group if node.source.iso is None]
        if stated and len(states) == 1:
            reason = "no other state's body of this name speaks in the case"
            found += [Proposal(stated[0], node, reason, _ONLY_STATE) for node in bare]
    return found


def _surnames(every: Sequence[Node], book: Directory) -> list[Proposal]:
    """Tie a surname to the full name in the same document, or to the holder of one office."""
    people = ByName([node for node in every if node.source.sort == "person"], _name)
    found: list[Proposal] = []
    for node in every:
        short = node.source.person
        if node.may_be_surname:
            short = Person(_last_word(node.label))
        elif node.source.sort == "person" and short is not None:
            found += _part(node, short, (book, people))
            continue
        elif node.source.sort != "surname" or short is None:
            continue
        found += [
            proposal
            for chain in node.chains[:1]
            for proposal in _surname(node, short, chain.document_id, (book, people))
        ]
    return found


def _of_one_name(every: Sequence[Node]) -> list[Proposal]:
    """Tie a name of one word to the speaker of that name alone in the same document.

    "Ramesh" is "police spokesman Ramesh": many have but one name.
    """
    spoken: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in every:
        named = node.source.person
        if node.source.tied and named is not None and not named.full:
            for document_id in {chain.document_id for chain in node.chains}:
                spoken[document_id, fold(named.name)].append(node)
    found: list[Proposal] = []
    for node in every:
        if node.source.sort == "surname":
            known = spoken.get((node.document_id, fold(_name(node))), [])
            if len({one.key for one in known}) == 1:
                reason = "the speaker of that name in the same document"
                found.append(Proposal(known[0], node, reason, _SURNAME))
    return found


def _part(node: Node, short: Person, known: tuple[Directory, ByName[Node]]) -> list[Proposal]:
    """Tie two words or more that are a part of one longer name in every text that has them."""
    book, people = known
    texts = sorted({chain.document_id for chain in node.chains})
    longer = [book.full(document_id, short.name) for document_id in texts]
    full = next((one for one in longer if one is not None), None)
    if full is None or not all(one and same_person(one.name, full.name) for one in longer):
        return []
    return _to_person(node, full, people, (f"“{full.name}” in the same document", _SURNAME))


def _last_word(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1]


def _surname(
    node: Node, short: Person, document_id: str, known: tuple[Directory, ByName[Node]]
) -> list[Proposal]:
    book, people = known
    full = book.full(document_id, short.name)
    if full is not None:
        reason = f"“{full.name}” in the same document"
        return _to_person(node, full, people, (reason, _SURNAME))
    held = (short.office, short.iso) if short.office else book.office_of(document_id, short.name)
    if held is None:
        return []
    holder = book.holder(held[0], held[1], None, short.name)
    if holder is None:
        return []
    return _to_person(node, holder, people, (f"one surname and one office ({held[0]})", _OFFICE))


def _to_person(
    node: Node, full: Person, people: ByName[Node], why: tuple[str, float]
) -> list[Proposal]:
    alike = people.like(full.name)
    return [Proposal(one, node, *why) for one in alike if same_person(_name(one), full.name)][:1]


def _speakers(every: Sequence[Node], book: Directory) -> list[Proposal]:
    """Give the words of a named speaker to the body for which the case has that person speak."""
    bodies: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in sorted(every, key=lambda node: node.rank):
        if node.source.sort in ("body", "state", "office"):
            bodies[node.source.key].append(node)
    found: list[Proposal] = []
    for node in every:
        named = node.source.person
        if node.source.sort not in ("person", "surname") or named is None:
            continue
        full = book.full(node.document_id, named.name) or named
        entry = book.principal(full)
        if entry is None:
            continue
        principal, phrase = entry
        reason = f"speaks for it: “{phrase}”"
        found += [
            Proposal(one, node, reason, _SPEAKER)
            for one in _best(bodies[principal.key], principal.iso)
        ]
    return found


def _best(bodies: Iterable[Node], iso: str | None) -> list[Node]:
    """Return the first body whose state does not speak against it."""
    fitting = (node for node in bodies if iso is None or node.source.iso in (None, iso))
    return list(islice(fitting, 1))


def _offices(every: Sequence[Node], book: Directory) -> list[Proposal]:
    """Tie an office to the one person who holds it, in its document or else in the case."""
    people = ByName([node for node in every if node.source.sort == "person"], _name)
    found: list[Proposal] = []
    for node in every:
        if node.source.sort != "office":
            continue
        office, iso = node.source.key[0], node.source.iso
        holder = book.holder(office, iso, node.document_id) or book.holder(office, iso)
        if holder is not None:
            reason = f"holds the office: {office}"
            found += _to_person(node, holder, people, (reason, _OFFICE))
    return found


def _papers(every: Sequence[Node]) -> list[Proposal]:
    """Tie "the statement" to the one body or person that speaks by name in the same document."""
    speaking: dict[str, list[Node]] = defaultdict(list)
    for node in every:
        if node.source.sort in ("body", "state", "person", "office"):
            for document_id in sorted({chain.document_id for chain in node.chains}):
                speaking[document_id].append(node)
    found: list[Proposal] = []
    for node in every:
        named = speaking.get(node.document_id, [])
        if paper(node.source) and len({one.key for one in named}) == 1:
            reason = "the only one who speaks by name in the same text"
            found.append(Proposal(named[0], node, reason, _PAPER))
    return found


def _pronouns(every: Sequence[Node]) -> list[Proposal]:
    """Tie "he", whom nothing else identifies, to the one person who speaks in the same document."""
    people: dict[str, list[Node]] = defaultdict(list)
    for node in every:
        if node.source.sort in ("person", "surname", "office") or node.source.person is not None:
            for document_id in sorted({chain.document_id for chain in node.chains}):
                people[document_id].append(node)
    found: list[Proposal] = []
    for node in every:
        named = people.get(node.document_id, [])
        if pronoun(node.source) and len({one.key for one in named}) == 1:
            reason = "a pronoun, and the only person who speaks in the same text"
            found.append(Proposal(named[0], node, reason, _PAPER))
    return found


def _narrower(every: Sequence[Node]) -> list[Proposal]:
    """Tie "the officials" to "two security officials" when only these come through that relay."""
    through: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    inside: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    for node in every:
        if node.source.sort == "role":
            sort = (node.source.head, node.source.plural, node.source.belongs)
            through[*sort, node.via].append(node)
            inside[*sort, node.document_id].append(node)
    found: list[Proposal] = []
    for groups, reason, probability in (
        (inside, "a shorter description in one text", _SAME_TEXT),
        (through, "a shorter description through one relay", _NARROWER),
    ):
        for group in groups.values():
            first = {node.source.modifiers: node for node in reversed(group)}
            widest = {own: _widest(first, own) for own in first}
            for node in group:
                wider = widest[node.source.modifiers]
                if wider is not None:
                    found.append(Proposal(wider, node, reason, probability))
    return found


def _handed_on(every: Sequence[Node]) -> list[Proposal]:
    """Tie people quoted through an outlet of the case to those whom that outlet itself quotes."""
    # By outlet, head and number, one node for each description: more would tell nothing new.
    own: dict[tuple[object, ...], dict[Source, Node]] = defaultdict(dict)
    roles = [node for node in every if node.source.sort == "role"]
    for node in roles:
        outlet = outlet_key(node.chains[0].hops[0].who)
        if node.via != outlet:
            sort = (outlet, node.source.head, node.source.plural)
            own[sort].setdefault(node.source, node)
    found: list[Proposal] = []
    for node in roles:
        fitting = [
            one
            for one in own.get((node.via, node.source.head, node.source.plural), {}).values()
            if one.source.belongs == node.source.belongs
            and (
                node.source.modifiers <= one.source.modifiers
                or one.source.modifiers <= node.source.modifiers
            )
        ]
        if len({one.source.key for one in fitting}) == 1:
            reason = f"taken from {node.via}, which quotes them itself"
            found.append(Proposal(fitting[0], node, reason, _NARROWER))
    return found


def _widest(first: Mapping[frozenset[str], Node], own: frozenset[str]) -> Node | None:
    """Return the node of the fullest description that holds this one, if there is just one such."""
    more = [one for one in first if own < one]
    tops = [one for one in more if not any(one < two for two in more)]
    return first[tops[0]] if len(tops) == 1 else None
