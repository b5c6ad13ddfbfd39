"""P(H | statements, theta), written anew from ``docs/concepts/weighing.md`` in plain loops.

Nothing of the engine's calculation is used: only its tables of numbers (``evidence.yaml``,
``priors.yaml``) are read. Both questions are solved by summing over all pairs of answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from random import Random

from msgspec import Struct

from evaluation.recovering.cases import NAMES, Case, Hand, Word, speaks_as_state
from evaluation.recovering.prior import NOBODY, listed, priors_of
from evaluation.recovering.theta import Theta
from whence.weigh.tables import Row, priors, rows

CAP = log(10)
_SELF = {"claim": "owns up", "admission": "owns up", "own_denial": "denies"}
_GAINS = frozenset({"rival", "belligerent"})
_NAMELESS = frozenset({"anonymous", "unknown"})
_ANSWERABLE = frozenset({"named", "organisation", "role"})


class Piece(Struct, frozen=True, kw_only=True):
    """One piece of evidence: its kind, whom it concerns, and the hands that bring it."""

    id: str
    role: str
    kind: str
    about: str
    targets: tuple[str, ...]
    hands: tuple[int, ...]
    stake: str
    hedge: int = 3

    @property
    def row(self) -> Row:
        """Return the numbers of its kind."""
        return rows()[self.kind]

    @property
    def partisan(self) -> bool:
        """Tell whether those who gain by it accuse."""
        return self.row.planted is None and self.row.ratio > 1 and self.stake in _GAINS


def pieces_of(case: Case) -> list[Piece]:
    """Return what bears on the answers: a word each, what a party says for itself once."""
    suspects = _suspects(case)
    found = [_piece(case, word, suspects) for word in case.words]
    once: dict[tuple[str, str], Piece] = {}
    for piece in sorted(found, key=lambda one: (-one.hedge, -one.row.ratio, one.id)):
        voice = _SELF.get(piece.kind)
        once.setdefault((voice, piece.about) if voice else ("", piece.id), piece)
    return sorted([*once.values(), *_silence(case, once.values())], key=lambda one: one.id)


def _piece(case: Case, word: Word, suspects: frozenset[int]) -> Piece:
    hand = case.hands[word.hand]
    stake: str = hand.stake
    sides = _sides(case, word.hand)
    foreign = hand.own != word.party and word.party not in sides
    if stake == "unknown" and _outright(word) and foreign and sides & suspects:
        stake = "rival"
    about = (
        f"executor:{NOBODY['executor']}" if word.accident else f"{word.role}:{NAMES[word.party]}"
    )
    return Piece(
        id=word.id,
        role=word.role,
        kind=_kind(word, hand, stake, speaks_as_state(case, hand)),
        about=about,
        targets=(about,),
        hands=(word.hand,),
        stake=stake,
        hedge=word.hedge,
    )


def _outright(word: Word) -> bool:
    """Tell whether a party is accused, with some commitment and no mere guess."""
    towards = word.manner not in ("deny", "clear", "speculate", "threaten")
    return towards and word.hedge > 0 and not word.accident


def _sides(case: Case, number: int) -> frozenset[int]:
    """Return the party that a hand is or speaks for; an accused one, if it only bears its name."""
    hand = case.hands[number]
    if hand.own is None:
        return frozenset()
    speaks = any(word.hand == number and word.party == hand.own for word in case.words)
    accused = any(_outright(word) and word.party == hand.own for word in case.words)
    return frozenset({hand.own} if speaks or (hand.sort == "party" and accused) else ())


def _suspects(case: Case) -> frozenset[int]:
    """Return the parties that a hand which answers for it firmly accuses, gaining nothing."""
    return frozenset(
        word.party
        for word in case.words
        if _outright(word)
        and word.hedge >= 2
        and case.hands[word.hand].stake not in _GAINS
        and case.hands[word.hand].anonymity in _ANSWERABLE
        and not _sides(case, word.hand)
    )


def _kind(word: Word, hand: Hand, stake: str, state: bool) -> str:
    own = hand.own == word.party
    inside = own and stake != "rival"
    plain = {
        "claim": ("admission" if state else "claim") if inside else "admission_reported",
        "tell admission": "admission_reported",
        "speculate": "speculation",
        "threaten": "threat",
        "clear": "cleared",
    }
    if word.manner in plain:
        return plain[word.manner]
    if word.manner == "inside" and inside:
        return "insider"
    if word.manner == "deny":
        return "own_denial" if own else _denial(hand)
    if stake in _GAINS:
        return "accusation_rival"
    if word.manner in ("find", "report"):
        return {"find": "finding", "report": "reported_as_fact"}[word.manner]
    return _accusation(hand, stake, hand.sort == "office" or state)


def _denial(hand: Hand) -> str:
    if hand.anonymity in _NAMELESS:
        return "denial_anonymous"
    return "denial_authority" if hand.sort == "office" else "denial_other"


def _accusation(hand: Hand, stake: str, services: bool) -> str:
    if not services:
        return "suspicion" if hand.anonymity == "collective" else "accusation_other"
    if stake in ("victim", "neutral"):
        return {"victim": "accusation_victim_authority", "neutral": "accusation_authority"}[stake]
    nameless = hand.anonymity in _NAMELESS or hand.anonymity == "collective"
    return "accusation_anonymous_official" if nameless else "accusation_official"


def _silence(case: Case, pieces: Iterable[Piece]) -> list[Piece]:
    """Return that nobody claims it, if told: it is about all groups without a claim."""
    claimed = {piece.about for piece in pieces if _SELF.get(piece.kind) == "owns up"}
    groups = [
        key
        for key in listed(case, "executor")
        if case.parties[NAMES.index(key.split(":")[1])] == "group" and key not in claimed
    ]
    if not case.silence or not groups:
        return []
    hands = tuple(sorted(case.silence))
    return [
        Piece(
            id="silence", role="executor", kind="silence", about="silence",
            targets=(*groups, "executor:unnamed"), hands=hands, stake="neutral",
        )
    ]  # fmt: skip


def nats_of(piece: Piece, case: Case, theta: Theta) -> tuple[float, float]:
    """Return nats for its targets and for somebody not named, each against any other answer."""
    said = [_said(piece, case, theta, chance) for chance in chances_of(piece, theta)]
    repeated = _repeated(piece, case, theta)
    return log(said[0] / said[2]) * repeated, log(said[1] / said[2]) * repeated


def chances_of(piece: Piece, theta: Theta) -> tuple[float, float, float]:
    """Return P(f | its target did it), P(f | somebody unnamed did), P(f | another did)."""
    did = min(max(1 / (1 + exp(-theta.log_ratio(piece.kind, piece.row))), 0.03), 0.97)
    about_nobody = piece.about == f"executor:{NOBODY['executor']}"
    back = 0.0 if about_nobody else priors().unnamed_shrinkage
    return did, (1 - back) * (1 - did) + back / 2, 1 - did


def _said(piece: Piece, case: Case, theta: Theta, chance: float) -> float:
    """Return P(what was said | H) when an informed and honest source would say it by ``chance``."""
    if piece.row.form == "act":
        return _voiced(piece, case, theta, piece.hands[0], chance)
    present = absent = 1.0
    for hand in piece.hands:
        present *= _voiced(piece, case, theta, hand, 0.97)
        absent *= _voiced(piece, case, theta, hand, 0.03)
    return chance * present + (1 - chance) * absent


def _voiced(piece: Piece, case: Case, theta: Theta, hand: int, chance: float) -> float:
    row, table = piece.row, priors()
    direction = "accusing" if row.ratio >= 1 else "clearing"
    stakes: Mapping[str, float] = dict(getattr(table.modes, direction))
    mean = stakes[piece.stake] if row.planted is None else row.planted
    weight = table.grades[case.hands[hand].anonymity]
    key = (hand, direction, row.planted, mean)
    planted = theta.planted(key, mean, weight)
    informed = theta.informed(hand, piece.kind, row.informed, weight) * table.hedges[piece.hedge]
    return planted * 0.97 + (1 - planted) * (informed * chance + (1 - informed) * 0.5)


def _repeated(piece: Piece, case: Case, theta: Theta) -> float:
    merges = tuple(sure for sure in case.hands[piece.hands[0]].merges if sure < 1)
    if len(piece.hands) > 1 or not merges:
        return 1.0
    return _counted(theta.hands(piece.hands[0], merges), _rho(piece))


def _rho(piece: Piece) -> float:
    return max(piece.row.rho, 0.9) if piece.partisan else piece.row.rho


def _counted(size: float, rho: float) -> float:
    """Return what so many equal items count together."""
    return size / (1 + (size - 1) * rho) if size else 0.0


def weights_of(pieces: list[Piece], strength: list[float]) -> list[float]:
    """Return what each piece counts beside the stronger ones of its own hand and of its group.

    What a hand says once more about a party counts less first, and takes its place in the group
    by what that leaves.
    """
    own = _shares(pieces, strength, [(piece.hands, piece.about) for piece in pieces], least=0.5)
    left = [nats * share for nats, share in zip(strength, own, strict=True)]
    sorts = ["camp" if piece.partisan else piece.row.group for piece in pieces]
    groups = [(piece.role, sort, piece.about) for piece, sort in zip(pieces, sorts, strict=True)]
    beside = _shares(pieces, left, groups)
    return [one * other for one, other in zip(own, beside, strict=True)]


def _shares(
    pieces: list[Piece],
    strength: list[float],
    ties: Sequence[tuple[object, ...]],
    least: float = 0.0,
) -> list[float]:
    order = sorted(range(len(pieces)), key=lambda place: (-strength[place], pieces[place].id))
    met: defaultdict[tuple[object, ...], int] = defaultdict(int)
    result = [1.0] * len(pieces)
    for place in order:
        rho, before = max(_rho(pieces[place]), least), met[ties[place]]
        result[place] = _counted(before + 1, rho) - _counted(before, rho)
        met[ties[place]] += 1
    return result


def _held(pieces: list[Piece], nats: list[tuple[float, float]]) -> list[float]:
    """Return the factor of each piece that holds every hand to a ratio of ten in all."""
    total: defaultdict[int, float] = defaultdict(float)
    for piece, values in zip(pieces, nats, strict=True):
        spread = max(0.0, *values) - min(0.0, *values)
        for hand in piece.hands:
            total[hand] += spread / len(piece.hands)
    return [
        sum(min(1.0, CAP / total[hand]) if total[hand] else 1.0 for hand in piece.hands)
        / len(piece.hands)
        for piece in pieces
    ]


def posterior(case: Case, theta: Theta, ranked: Theta | None = None) -> dict[str, float]:
    """Return the probability of every answer to both questions, given the words and theta.

    Which of two pieces is the stronger is told by ``ranked``: by the point values if not given.
    """
    pieces, usual = pieces_of(case), ranked or Theta()
    plain = [nats_of(piece, case, usual) for piece in pieces]
    # What the cap leaves: a hand that says much takes nobody's place with what is held down.
    strength = [
        held * max(map(abs, values))
        for values, held in zip(plain, _held(pieces, plain), strict=True)
    ]
    weights = weights_of(pieces, strength)
    nats = [nats_of(piece, case, theta) for piece in pieces]
    logs: defaultdict[str, float] = defaultdict(float)
    for piece, values, weight, held in zip(pieces, nats, weights, _held(pieces, nats), strict=True):
        for target in piece.targets:
            logs[target] += weight * held * values[0]
        reserve = f"{piece.role}:unnamed"
        if reserve not in piece.targets:
            logs[reserve] += weight * held * values[1]
    return _solved(priors_of(case, theta), logs)


def _solved(prior: dict[str, dict[str, float]], logs: Mapping[str, float]) -> dict[str, float]:
    """Return the posterior by summing over pairs; a hundredth of belief stays with the prior."""
    table = priors()
    joint: dict[tuple[str, str], float] = {}
    before: defaultdict[str, float] = defaultdict(float)
    for executor, share in prior["executor"].items():
        for sponsor, other in prior["sponsor"].items():
            given = other
            if executor == f"executor:{NOBODY['executor']}":
                leak = table.sponsor_without_attack
                given = leak * other + (1 - leak) * (sponsor == f"sponsor:{NOBODY['sponsor']}")
            before[executor] += share * given
            before[sponsor] += share * given
            likelihood = exp(logs.get(executor, 0.0) + logs.get(sponsor, 0.0))
            joint[executor, sponsor] = share * given * likelihood
    total = sum(joint.values())
    after: defaultdict[str, float] = defaultdict(float)
    for pair, value in joint.items():
        for key in pair:
            after[key] += value / total
    kept = table.misreading
    return {key: (1 - kept) * after[key] + kept * before[key] for key in before}


def likelihood(case: Case, word: Word, answer: str, theta: Theta) -> float:
    """Return the probability that a word is said when ``answer`` is true."""
    piece = _piece(case, word, _suspects(case))
    did, unnamed, other = chances_of(piece, theta)
    if answer in piece.targets:
        return _said(piece, case, theta, did)
    return _said(piece, case, theta, unnamed if answer == f"{piece.role}:unnamed" else other)


def answers(prior: dict[str, dict[str, float]], random: Random) -> dict[str, str]:
    """Draw a true answer to both questions from their priors."""
    drawn = {}
    for role, shares in prior.items():
        drawn[role] = random.choices(list(shares), list(shares.values()))[0]
    nobody = drawn["executor"] == f"executor:{NOBODY['executor']}"
    if nobody and random.random() >= priors().sponsor_without_attack:
        drawn["sponsor"] = f"sponsor:{NOBODY['sponsor']}"
    return drawn
