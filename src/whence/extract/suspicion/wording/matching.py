"""Patterns in a rendered sentence, with the party's place and what the words commit to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.parties.words import lexicon
from whence.extract.suspicion.deed.charges import beside_the_deed, exonerated, for_words, lifted
from whence.extract.suspicion.speaking.speaking_for import speaks_for_another
from whence.extract.suspicion.speaking.voices import BY_HEARSAY, doubtful, forged
from whence.extract.suspicion.wording.clauses import begins_clause
from whence.extract.suspicion.wording.grammar import (
    Pattern,
    patterns,
    phrase_ends,
)
from whence.extract.suspicion.wording.hedging import (
    Commitment,
    of_context,
    of_verb_group,
    of_verdict,
)
from whence.extract.suspicion.wording.rendering import Rendered

_SIGN = re.compile(r"[⟦⟨](\d+)[⟧⟩]")
_PREPOSITIONAL = re.compile(r"⟦(\d+)⟧ (?:in|from|of|inside|within|based in) $")
_DEED_OF = re.compile(
    r" (?:killing|murder|assassination|kidnapping|abduction|execution|shooting|death)s? of"
    r" (?P<whom>(?:(?!(?:[,;.:]|by) )\S+ ){1,8})"
)
_OF_WHOM = 60
_VOICE = re.compile(
    r" (?:spokes\S+|representatives?|leaders?|leadership|commanders?|members?|statement|communique"
    r"|embassy|consulate|mission|delegation|callers?"
    r"|(?:man|woman|person|people|men|somebody|someone) (?:who )?(?:claim\w*|purport\w*)"
    r" to (?:speak|act|call|write)"
    r"|(?:leaflet|sheet|banner|letter|note|video|tape|message|text|pamphlet|post|posting|e-?mail)s?"
    r"(?: (?:signed|issued|sent|posted|written|released|published|circulated))?)"
    r" (?:, )?(?:of|from|for|by|(?:(?:speaking|calling|writing|talking|acting) )?on behalf of"
    r"|(?:speaking|talking) for) $"
)
_ARTICLE = re.compile(r" (?:the|an?|one|another) $")
_SPOKESMAN = re.compile(
    r" (?:(?!(?:of|for|and|or|to) )[^\s,;:.?!]+ ){0,2}?"
    r"(?:spokes\S+|representatives?|leaders?|commanders?) "
)
_APPOSED = re.compile(r" , ⟦(\d+)⟧ ,")
_ASIDE = re.compile(r" , (?:who|which) ")
_OF_A_PLACE = re.compile(
    r" (?:in|at|near|outside|around|from|off|to|through|inside|into) (?:the )?$"
)
"""Before a name that is no subject: "a lodger of the inn in X, which burned, is held"."""
_BESIDE = re.compile(r" , (?=⟦\d+⟧ , )")
_NOUN = re.compile(
    r" (?:the|an?|its|his|her|their|one|both|two|three|four|five|six)"
    r"(?: (?!(?:of|for|with|by|from|in|at|to|and|or) )[^\s,;:.?!(]+){0,5}?"
    r" (?P<noun>[a-z-]+)(?: of(?: [^\s,;:.?!(]+){0,5} (?P<last>[^\s,;:.?!(]+))?"
    r"(?: (?:who|whose)(?: [^\s,;:.?!(⟦]+){2,10})? , $"
)
_NOUN_REACH = 90
"""Characters before a name in which the noun that it explains may stand, with its article."""
_THAT = re.compile(r" that ")
_DOUBTED = re.compile(r" (?:suspected|alleged|presumed|likely|probable|main|prime) $")
_POSSIBLY = re.compile(r" possible $")
_NEGATED_FRAMES = frozenset(("admit", "deny", "accuse", "charge", "convict", "clear", "absent"))
_DENYING = frozenset(("deny", "refute", "clear", "absent"))
_NEEDS_PARTY = frozenset(("subject", "object"))


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern at [start, end) of the line. ``group`` is the sign's number, None without a party.

    ``clause`` is where the clause begins, and ``commitment`` what its words and their context say.
    """

    pattern: Pattern
    start: int
    end: int
    clause: int
    group: int | None
    commitment: Commitment
    words: str = ""
    text: str = ""
    victim: str | None = None


def match(rendered: Rendered, rows: Sequence[Pattern] | None = None) -> Iterator[Found]:
    """Yield every pattern of a sentence that claims something, in the order of the grammar.

    ``rows`` are the patterns to look for, all of the grammar where none are given.
    """
    for pattern in patterns() if rows is None else rows:
        if pattern.slot in _NEEDS_PARTY and not rendered.groups:
            continue
        for found in _each(rendered.line, pattern):
            made = _made(rendered, pattern, found)
            if made is not None:
                yield made


def _each(line: str, pattern: Pattern) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern; a name between commas may be the subject as well.

    "The head of X, Y, denied it" matches with X, whose aside is Y, and then with Y.
    """
    for found in pattern.regex.finditer(line):
        yield found
        if pattern.slot == "subject":
            beside = _BESIDE.match(line, found.end("x") + 1)
            again = pattern.regex.match(line, beside.end()) if beside else None
            if again is not None and again.groupdict().get("lone") is not None:
                yield again


def _made(rendered: Rendered, pattern: Pattern, found: re.Match[str]) -> Found | None:
    named = found.groupdict()
    group = int(named["x"]) if named.get("x") is not None else None
    deed = pattern.name == "false_flag" and not begins_clause(rendered.line[: found.start()])
    if deed or _open_ended(rendered.line, pattern, found):
        return None
    if _taken_back(rendered.line, pattern, found):
        return None
    if _of_another(rendered, found):
        return None
    if pattern.unless is not None and pattern.unless.search(rendered.line[: found.start()]):
        return None
    placed = _placed(rendered, pattern, found, group)
    if placed is None:
        return None
    clause, group, before = placed
    commitment = _commitment(before, pattern, found)
    before_it = rendered.line[: found.start()]
    if pattern.frame == "admit" and forged(before_it, rendered.line[found.start() :]):
        return None
    if pattern.frame in ("admit", "deny") and doubtful(before_it):
        commitment = replace(commitment, hedge=min(commitment.hedge, BY_HEARSAY))
    if group is not None:
        commitment = _doubted(commitment, rendered.line[: found.start("x") - 1])
    if commitment.skip or (pattern.frame in _SETTLED and commitment.hedge <= 1):
        return None  # who "could be acquitted" is not
    told = (text for name, text in named.items() if name.startswith(("who", "what")))
    words = next(filter(None, told), "")
    return Found(
        pattern, found.start(), found.end(), clause, group, commitment, words,
        found.group(),
        _victim(rendered, found),
    )  # fmt: skip


def _of_another(rendered: Rendered, found: re.Match[str]) -> bool:
    """Tell whether a party says it of another: "X said Y had no part", "police said the group did".

    "The Reed Front said the group did not do it" is of itself.
    """
    signs = [sign for name, sign in found.groupdict().items() if name.startswith("selfx") and sign]
    if not signs:
        return False
    group = all(one.kind == "group" for one in rendered.groups[int(found["x"])])
    meant = (one for sign in signs for one in rendered.groups[int(sign[1:-1])])
    return not (group and all(one.anaphor for one in meant))


def _placed(
    rendered: Rendered, pattern: Pattern, found: re.Match[str], group: int | None
) -> tuple[int, int | None, str] | None:
    """Return where the clause begins, the party's sign and what stands before the clause."""
    line, clause = rendered.line, found.start()
    if group is None:
        return clause, None, line[:clause]
    start, end = found.start("x") - 1, found.end("x") + 1
    subject = pattern.slot == "subject"
    if pattern.frame in ("admit", "deny"):
        other, whose = speaks_for_another(line, start, end)
        if other and whose is None:
            return None
        if other:
            return (start, whose, " ") if subject else (clause, whose, line[:clause])
    if not subject:
        return clause, group, line[:clause]
    group = _apposed(rendered, end, group)
    if _speaks_for(line, start, end, pattern):
        return start, group, " "
    if found.groupdict().get("lone") is not None:
        placed = _set_beside(line, start, group)
    elif _ASIDE.match(line, end) and not _OF_A_PLACE.search(line[:start]):
        return start, group, " "
    else:
        placed = _subject(line, start, group)
    return (*placed, line[: placed[0]]) if placed is not None else None


def _taken_back(line: str, pattern: Pattern, found: re.Match[str]) -> bool:
    """Tell whether a charge is for something else, or the rest of a sentence lifts a suspicion.

    Who was "wrongly convicted" did not do it; who was cleared of something else still may have.
    """
    if pattern.frame == "clear":
        return _ELSEWHERE.search(found.group()) is not None
    if pattern.frame in _BLAMING and exonerated(found.group()):
        return True
    if pattern.frame == "charge" and (
        beside_the_deed(found.group())
        or exonerated(_of_it_alone(line, found))
        or for_words(_of_it_alone(line, found))
    ):
        return True
    accusing = pattern.frame in ("accuse", "charge")
    return accusing and lifted(line[: found.start()], line[found.start() :])


_SETTLED = frozenset(("clear", "convict"))
_BLAMING = frozenset(("accuse", "charge", "convict"))
_ELSEWHERE = re.compile(r"\b(?:unrelated|separate|another|different) ")


def _of_it_alone(line: str, found: re.Match[str]) -> str:
    """Return the words of a match and those behind it up to where another party is named."""
    return (
        line[found.start() : found.end()] + line[found.end() :].partition("⟦")[0].partition(";")[0]
    )


def _doubted(commitment: Commitment, before: str) -> Commitment:
    """Return a commitment no firmer than the word before a party: "suspected", "possible"."""
    most = 1 if _POSSIBLY.search(before) else 2 if _DOUBTED.search(before) else 3
    return replace(commitment, hedge=min(commitment.hedge, most))


def _victim(rendered: Rendered, found: re.Match[str]) -> str | None:
    """Return the words for the victim where a pattern speaks of the killing of somebody."""
    line = rendered.line
    if found.groupdict().get("deed"):
        return _in_words(found.group()[found.end("deed") - found.start() :], rendered)
    deed = _DEED_OF.search(line, found.start() - 1, found.end() + 2 * _OF_WHOM)
    near = deed is not None and deed.start() < found.end() + _OF_WHOM
    return _in_words(deed.group("whom"), rendered) if deed and near else None


def _in_words(part: str, rendered: Rendered) -> str:
    """Return part of a line with the names that its signs stand for, in small letters."""
    return _SIGN.sub(
        lambda sign: " ".join(party.name for party in rendered.groups[int(sign.group(1))]), part
    ).casefold()


def _subject(line: str, start: int, group: int | None) -> tuple[int, int | None] | None:
    """Return where the subject begins and its sign, or None where no clause begins there.

    In "groups in X carried out" the subject is the groups, and X is only where they are.
    """
    before = line[:start]
    if begins_clause(before):
        return start, group
    placed = _PREPOSITIONAL.search(before)
    if placed and begins_clause(before[: placed.start()]):
        return placed.start(), int(placed.group(1))
    return None


def _set_beside(line: str, start: int, group: int | None) -> tuple[int, int | None] | None:
    """Return the subject that a name between commas explains: "the militia leader, X, denied it".

    It begins with the noun's article. In "the wife of the leader, X," X is either of two.
    """
    found = _NOUN.search(line, max(0, start - _NOUN_REACH), start)
    if found is None:
        return None
    band = found["noun"] in closed("group_nouns")  # "a group of rebels, X," is X
    if not band and (not _somebody(found["noun"]) or _somebody(found["last"] or "")):
        return None
    return (found.start() + 1, group) if begins_clause(line[: found.start() + 1]) else None


def _somebody(noun: str) -> bool:
    return is_people(noun) or noun in lexicon()["roles"]


def _speaks_for(line: str, start: int, end: int, pattern: Pattern) -> bool:
    """Tell whether somebody owns up or denies in a party's name: "a spokesman of X claimed"."""
    if pattern.frame not in ("admit", "deny"):
        return False
    before = line[:start]
    if _VOICE.search(before):
        return True
    article = _ARTICLE.search(before)
    spoken = article is not None and _SPOKESMAN.match(line, end) is not None
    return spoken and article is not None and begins_clause(before[: article.start() + 1])


def _closed(line: str, end: int) -> bool:
    """Tell whether the party's phrase ends where its sign does ("by X leaders" names no X)."""
    words = line[end:].split(" ", 2)
    following = next((word for word in words if word), "")
    return (
        not following
        or following in phrase_ends()
        or following.endswith(("ly", "ing"))
        or following[0].isdigit()
        or following[0] in "⟦◆"
    )


def _apposed(rendered: Rendered, end: int, group: int | None) -> int | None:
    """Return the sign of the name in "the militant group, X, claimed", else the subject's own."""
    found = _APPOSED.match(rendered.line, end)
    if found is None or group is None or rendered.groups[group][0].kind != "class":
        return group
    apposed = int(found.group(1))
    return apposed if rendered.groups[apposed][0].kind in ("group", "body") else group


def _open_ended(line: str, pattern: Pattern, found: re.Match[str]) -> bool:
    """Tell whether an object's sign is only the beginning of a longer phrase."""
    return (
        pattern.slot == "object"
        and not pattern.open
        and found.end("x") + 1 >= found.end()
        and not _closed(line, found.end("x") + 1)
    )


def _within(found: re.Match[str], context: Commitment) -> Commitment:
    """Return what a context and the clauses opened inside a match say: "it is rumoured that"."""
    line = found.string
    for that in _THAT.finditer(line, found.start(), found.end()):
        inner = of_context(line[: that.end()], "object", accusing=False)
        context = replace(
            context,
            polarity=context.polarity and inner.polarity,
            hedge=min(context.hedge, inner.hedge),
            rejected=context.rejected or inner.rejected,
            skip=context.skip or inner.skip,
            retracted=context.retracted or inner.retracted,
        )
    return context


def _commitment(before: str, pattern: Pattern, found: re.Match[str]) -> Commitment:
    named = found.groupdict()
    verbs = of_verb_group(" ".join(v or "" for name, v in named.items() if name[:3] == "aux"))
    accusing = pattern.frame not in ("state", "stage", "mishap", "describe")
    context = of_context(before, pattern.slot, accusing)
    if pattern.frame == "state" and pattern.slot == "object":
        context = _within(found, context)
    verdict = of_verdict(before, found.string[found.end() :])
    base = pattern.frame not in _DENYING
    if pattern.allow:
        verbs = Commitment(True, 2)
    if (
        pattern.frame in _NEGATED_FRAMES
        and not context.retracted
        and not (verbs.polarity and context.polarity and verdict.polarity)
    ):
        return Commitment(skip=True)
    agrees = ((verbs.polarity == context.polarity) == verdict.polarity) == base
    if pattern.frame in _DENYING:
        agrees = False
    return Commitment(
        agrees,
        min(verbs.hedge, context.hedge, verdict.hedge, pattern.hedge),
        context.rejected or verdict.rejected,
        verbs.skip or context.skip,
        context.start,
        context.retracted,
    )
