"""Texts with what the rules attribute in them, by their words."""

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.sourcing import Sourcing
from whence.extract.speech.attribute import attribute
from whence.model.attribution import Attribution


def sourcing(text: str, **metadata: str) -> Sourcing:
    page = document(text, **metadata)  # type: ignore[arg-type]
    return attribute(prose(page), RulesReader().read(page))


def one(text: str) -> Attribution:
    found = sourcing(text).attributions
    assert len(found) == 1, [(a.speaker, [c.text for c in a.content]) for a in found]
    return found[0]


def told(text: str) -> list[tuple[str, str]]:
    return [
        (made.speaker, " / ".join(span.text for span in made.content))
        for made in sourcing(text).attributions
    ]


def hops(text: str, **metadata: str) -> list[list[str]]:
    made = sourcing(text, **metadata)
    return [[hop.who for hop in made.chains[a.chain_id].hops] for a in made.attributions]
