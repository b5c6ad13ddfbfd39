"""Every mention of a party in a document."""

from whence.extract.parties.party import Party
from whence.extract.parties.phrases import phrases
from whence.extract.parties.registry import Census, build
from whence.extract.parties.words import acronyms_of, words_of
from whence.extract.prose import Prose
from whence.model.reading import Mention


def census(prose: Prose) -> Census:
    """Return all phrases of a document that can name a party, settled over the whole document."""
    acronyms = acronyms_of(prose.text)
    words = tuple(words_of(sentence, acronyms) for sentence in prose.sentences)
    return build(words, tuple(phrases(row, prose.text) for row in words))


def find(prose: Prose) -> tuple[Mention, ...]:
    """Return the mentions of parties with their names in full, in the order of the text.

    A state in an adjective ("X-backed", a demonym before a noun) is no mention of that state, a
    capital is a place until it acts, and a capitalised name of unknown kind is none.
    """
    counted = census(prose)
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
