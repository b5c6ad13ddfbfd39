"""Who is the subject of a verb beside what else stands before it: asides, animals, families."""

from dataclasses import replace

from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import AUXILIARIES
from whence.extract.facts.words import casualties
from whence.extract.prose import Token

_ASIDE = 40
"""Tokens of an aside between commas, before the verb."""
_OPENING = frozenset(
    ["including", "among", "mostly", "mainly", "most", "many", "some", "several", "all", "half"]
)
"""Words that open an aside about those who are counted: ", including a nurse,"."""
_CLOSING = frozenset({",", ")", "—", "–"})
_BODY = 3
"""Words of "of the crew"."""
_OF_WHOM = frozenset({"the", "its", "their", "his", "her", "a", "our"})
_BODIES = frozenset(
    ["staff", "staffs", "crew", "crews", "unit", "units", "team", "teams", "personnel", "police"]
).union(("brigade", "brigades", "guard", "forces", "departments", "services", "families"))


def _wounds() -> frozenset[str]:
    return casualties().wounds.nouns | casualties().wounds.treated


def aside_before(tokens: tuple[Token, ...], verb: int) -> int:
    """Return where an aside about the subject opens that ends right before a verb, else ``verb``.

    "Six people, including a nurse and her two sons, were hurt"; "six, three women among them, are".
    """
    if verb < _BODY or tokens[verb - 1].text not in _CLOSING:
        return verb
    closes = [token.lower for token in tokens[verb - _BODY : verb - 1]] == ["among", "them"]
    for index in range(verb - 2, max(0, verb - _ASIDE), -1):
        word = tokens[index].lower
        if word in AUXILIARIES or word in {";", ":", ".", "said"}:
            return verb
        if word in {",", "(", "—", "–"} and (closes or tokens[index + 1].lower in _OPENING):
            return index
    return verb


def without_aside(between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return what stands between subject and verb without an aside at its end.

    "– twelve of them children –" is one, "with gunshot and machete wounds" and "of the cooking and
    cleaning staff" are others.
    """
    if _of_a_body(between):
        return ()
    if between and between[0].lower == "with" and between[-1].lower in _wounds():
        return ()
    marks = [index for index, token in enumerate(between) if token.text in {"–", "—"}]
    return between[: marks[0]] if len(marks) == 2 and marks[1] == len(between) - 1 else between


def _of_a_body(between: tuple[Token, ...]) -> bool:
    """Tell whether the words say of what body the subject is: "of the night and day crews"."""
    if len(between) < _BODY or between[0].lower != "of" or between[1].lower not in _OF_WHOM:
        return False
    plain = all(token.text.isalpha() for token in between)
    return plain and between[-1].lower in _BODIES


def with_people(tokens: tuple[Token, ...], things: tuple[Counted, ...], thing: Counted) -> Counted:
    """Return the people of "five people and 40 goats", of whom the verb is said as well."""
    if thing.kind != "other" or not thing.first or tokens[thing.first - 1].lower != "and":
        return thing
    people = (one for one in things if one.kind == "person" and one.last == thing.first - 1)
    beside = next(people, None)
    return replace(beside, last=thing.last) if beside is not None else thing


def family(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether a number is that of "a family of five", of which a verb is said as of one."""
    before = [token.lower for token in tokens[max(0, thing.first - 2) : thing.first]]
    return thing.kind == "bare" and before == ["family", "of"]
