"""Deaths told as somebody's own: "Hale's death", "the man's body"."""

from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.words import singulars, victim_words
from whence.extract.matching import match, phrases
from whence.extract.possessives import owns, plain
from whence.extract.prose import Token

_WORN = frozenset({"armor", "armour", "camera", "cameras", "cam", "cams", "worn", "language"})
"""Words behind "body" that make it no dead one's: "the officer's body camera"."""


def owned(tokens: tuple[Token, ...]) -> list[Harm]:
    """Read "Hale's death", "the man's body"."""
    rows: list[Harm] = []
    for outcome, words in victim_words().harms.items():
        table = phrases(words.owned)
        for index in range(1, len(tokens)):
            _, length = match(table, tokens, index)
            owner = tokens[index - 1]
            if not length or not owns(owner) or outcome != "killed":
                continue
            if {token.lower for token in tokens[index + length : index + length + 2]} & _WORN:
                continue
            one = owner_of(tokens, index - 1)
            if one is not None:
                rows.append(
                    Harm(
                        outcome=outcome,
                        first=index - 1,
                        last=index + length,
                        whom=(one,),
                        nominal=True,
                    )
                )
    return rows


def owner_of(tokens: tuple[Token, ...], index: int) -> Person | None:
    """Return the person of a possessive, None where it is no single one's."""
    word = plain(tokens[index])
    if word in singulars():
        sex = (
            "male"
            if word in victim_words().male
            else "female"
            if word in victim_words().female
            else ""
        )
        return Person(first=index, last=index + 1, form="definite", sex=sex, noun=word)
    if tokens[index].text[0].isupper() and word not in victim_words().no_names:
        return Person(first=index, last=index + 1, form="name", names=(word,))
    return None
