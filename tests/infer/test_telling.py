"""Who only tells what another does, by statements and judgements written down by hand."""

import pytest

from whence.infer.drafts import Draft
from whence.infer.heads import Judged
from whence.infer.labels import ACTS
from whence.infer.telling import told

# The mayor said the guard had accused the league of theft .
OUTER = Draft(cue=(2, 3), source=(0, 2), parts=[(3, 11)], cue_link=1, source_link=1)
INNER = Draft(cue=(5, 7), source=(3, 5), parts=[(7, 11)], cue_link=1, source_link=1)


def judged(act: str) -> Judged:
    acts = tuple(0.9 if one == act else 0.1 / (len(ACTS) - 1) for one in ACTS)
    return Judged(acts=acts, negated=0, certainty=3)


def outer(act: str, within: str, inner: Draft = INNER, held: Draft = OUTER) -> str:
    found, _ = told([held, inner], [None, 0], [judged(act), judged(within)])
    assert sum(found.acts) == pytest.approx(1)
    return ACTS[found.acts.index(max(found.acts))]


@pytest.mark.parametrize("act", ["accuse", "claim_responsibility", "speculate", "retract"])
def test_who_tells_of_an_act_does_not_do_it(act: str) -> None:
    assert outer(act, act) == "say"


def test_an_act_of_the_speakers_own_stays() -> None:
    assert outer("confirm", "claim_responsibility") == "confirm"
    assert outer("condemn", "condemn") == "condemn"
    assert outer("say", "say") == "say"


@pytest.mark.parametrize(
    ("inner", "held"),
    [
        (INNER._replace(source=None), OUTER),
        (INNER._replace(cue=None), OUTER),
        (INNER, OUTER._replace(parts=[(3, 14)])),
        (INNER, OUTER._replace(parts=[(3, 11), (12, 13)])),
        (INNER._replace(parts=[(7, 12)]), OUTER),
    ],
)
def test_what_is_only_a_part_of_the_words_takes_no_act(inner: Draft, held: Draft) -> None:
    assert outer("accuse", "accuse", inner, held) == "accuse"


def test_a_statement_in_nobodys_words_is_left_as_it_is() -> None:
    one = judged("accuse")
    assert told([OUTER], [None], [one]) == [one]
