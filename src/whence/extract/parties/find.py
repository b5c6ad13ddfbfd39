"""Every mention of a party in a document."""

import re
from collections.abc import Iterable

from whence.extract.parties.beside import joined
from whence.extract.parties.known_bands import known_bands
from whence.extract.parties.party import Party
from whence.extract.parties.phrases import phrases
from whence.extract.parties.registry import Census, build
from whence.extract.parties.tagging import words_of
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.model.reading import Mention
from whence.model.span import Span


def census(prose: Prose, named: Iterable[Span] = (), persons: Iterable[Span] = ()) -> Census:
    """Return all phrases of a document that can name a party, settled over the whole document.

    ``named`` are names of bodies and groups that the reader saw (``words_of`` says where they
    count), ``persons`` those of persons.
    """
    acronyms = _acronyms_of(prose.text)
    names = {span.start: span.end for span in named}
    bands = known_bands(prose.text)
    people = {span.start: span.end for span in persons}
    words = tuple(
        joined(words_of(sentence, acronyms, names, people, bands), prose.text)
        for sentence in prose.sentences
    )
    heads = tuple(
        sum(word.start < sentence.body for word in row)
        for sentence, row in zip(prose.sentences, words, strict=True)
    )
    return build(words, tuple(phrases(row, prose.text) for row in words), heads)


def _acronyms_of(text: str) -> frozenset[str]:
    """Return the acronyms that a text explains: "X Y Z (XYZ)", "XYZ [X Y Z]"."""
    found = (before or after for before, after in _ACRONYM.findall(text))
    return frozenset(word for word in found if word.casefold() not in lexicon()["never_names"])


_ACRONYM = re.compile(r"[(\[]([A-Z]{3,6})[)\]]|\b([A-Z]{3,6}) [(\[](?=[A-Z][\w’'-]+ [A-Za-z])")


def find(prose: Prose, counted: Census | None = None) -> tuple[Mention, ...]:
    """Return the mentions of parties with their names in full, in the order of the text.

    A state in an adjective ("X-backed", a demonym before a noun) is no mention of that state, a
    capital is a place until it acts, and a capitalised name of unknown kind is none. ``counted``
    is the document's ``census``, where it is known already.
    """
    counted = counted or census(prose)
    return tuple(
        Mention(
            kind="party", span=prose.span(party.start, party.end), value=counted.canonical(party)
        )
        for row in counted.phrases
        for party in row
        if _is_mention(party)
    )


def _is_mention(party: Party) -> bool:
    return party.known and not (party.anaphor or party.negative or party.capital or party.adjective)
