"""What was read wrongly in our own passages, to look at: spans first, then classes."""

from collections.abc import Sequence

from evaluation.harness.scores import Misreading
from evaluation.passages import Passage, Range
from evaluation.readers.predictions import PassageReading, Said
from evaluation.statements.passage_match import Text, chain_met, match_statements, match_suspects


def misreadings(
    passage: Passage, text: Text, gold: PassageReading, mine: PassageReading
) -> list[Misreading]:
    """Return every misreading of one passage."""
    found = _statements(passage, text, gold.statements, mine.statements)
    found += _suspects(passage, text, gold, mine)
    found += _insinuations(passage, text, gold, mine)
    return [
        Misreading(where=passage.id, kind=kind, expected=left, got=right, context=passage.text)
        for kind, left, right in found
    ]


def _statements(
    passage: Passage, text: Text, gold: Sequence[Said], mine: Sequence[Said]
) -> list[tuple[str, str, str]]:
    pairs = match_statements(text, gold, mine)
    found = []
    for here, there in pairs:
        left, right = gold[here], mine[there]
        words = _words(passage, left.content)
        if left.act != right.act or left.negated != right.negated:
            found.append((f"act: {_act(left)}", f"{_act(left)}: {words}", _act(right)))
        if left.speaker != right.speaker:
            shown = f"{left.speaker}: {_words(passage, [left.source])}"
            found.append((f"speaker: {left.speaker}", shown, right.speaker))
        if not chain_met(text, left, right):
            kind = "chain" if left.via or right.via else "source"
            found.append((kind, f"{_chain(passage, left)}: {words}", _chain(passage, right)))
    met, used = {here for here, _ in pairs}, {there for _, there in pairs}
    found += [
        ("statement missed", _shown(passage, one), "") for n, one in enumerate(gold) if n not in met
    ]
    found += [
        ("statement spurious", "", _shown(passage, one))
        for n, one in enumerate(mine)
        if n not in used
    ]
    return found


def _suspects(
    passage: Passage, text: Text, gold: PassageReading, mine: PassageReading
) -> list[tuple[str, str, str]]:
    pairs = dict(match_suspects(text, gold.suspects, mine.suspects))
    found = []
    for n, one in enumerate(gold.suspects):
        words = f"{_words(passage, [one.who])}: {one.standing}"
        if n not in pairs:
            found.append(("suspect missed", words, ""))
        elif (other := mine.suspects[pairs[n]].standing) != one.standing:
            found.append((f"standing: {one.standing}", words, other))
    found += [
        ("suspect spurious", "", f"{_words(passage, [one.who])}: {one.standing}")
        for n, one in enumerate(mine.suspects)
        if n not in pairs.values()
    ]
    return found


def _insinuations(
    passage: Passage, text: Text, gold: PassageReading, mine: PassageReading
) -> list[tuple[str, str, str]]:
    def lone(these: Sequence[Range], those: Sequence[Range]) -> list[str]:
        other = text.words(those)
        return [_words(passage, [one]) for one in these if not text.words([one]) & other]

    missed = lone(gold.insinuations, mine.insinuations)
    spurious = lone(mine.insinuations, gold.insinuations)
    return [("insinuation missed", one, "") for one in missed] + [
        ("insinuation spurious", "", one) for one in spurious
    ]


def _words(passage: Passage, ranges: Sequence[Range | None]) -> str:
    return " … ".join(" ".join(passage.text[slice(*one)].split()) for one in ranges if one)


def _act(said: Said) -> str:
    return f"{said.act}{', negated' if said.negated else ''}"


def _chain(passage: Passage, said: Said) -> str:
    return " > ".join([*said.via, _words(passage, [said.source]) or "nobody"])


def _shown(passage: Passage, said: Said) -> str:
    return f"[{_chain(passage, said)}] {_act(said)}: {_words(passage, said.content)}"
