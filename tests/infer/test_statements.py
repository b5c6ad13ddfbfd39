"""Linking, decided by numbers set by hand: which content, cue, source and hop belong together."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.infer.hand import Given, Tables, by_hand
from whence.infer import statements
from whence.infer.labels import ACTS, SPEAKERS
from whence.infer.statements import Statement

Read = Callable[..., list[Statement]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads a text by a model set by hand."""

    def reading(text: str, given: Given, raw: Tables | None = None) -> list[Statement]:
        model = by_hand(tmp_path, text, given, raw=raw)
        seen = model.encode(text)
        found = statements.read(model, seen)
        assert list(found) == sorted(found, key=lambda one: min(one.anchor, one.content[0][0]))
        return [*found]

    return reading


def shown(text: str, found: list[Statement]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return source, cue and contents of each statement in words."""
    return [
        (
            words(text, one.source) if one.source else "",
            words(text, one.cue) if one.cue else "",
            tuple(words(text, part) for part in one.content),
        )
        for one in found
    ]


def words(text: str, part: tuple[int, int]) -> str:
    return " ".join(text.split()[slice(*part)])


TWO = "Ana Ruiz said tides rose and Ben Oak added boats sank"
SPANS = {
    "source": ["ana ruiz", "ben oak"],
    "cue": ["said", "added"],
    "content": ["tides rose", "boats sank"],
}


def test_each_content_goes_to_its_cue_and_each_cue_to_its_source(read: Read) -> None:
    links = {
        "cue": [("tides", "said"), ("boats", "added")],
        "source": [("said", "ana"), ("added", "ben")],
    }
    assert shown(TWO, read(TWO, Given(spans=SPANS, links=links))) == [
        ("Ana Ruiz", "said", ("tides rose",)),
        ("Ben Oak", "added", ("boats sank",)),
    ]


def test_the_links_decide_and_not_what_stands_near(read: Read) -> None:
    links = {
        "cue": [("tides", "added"), ("boats", "said")],
        "source": [("said", "ben"), ("added", "ana")],
    }
    assert shown(TWO, read(TWO, Given(spans=SPANS, links=links))) == [
        ("Ben Oak", "said", ("boats sank",)),
        ("Ana Ruiz", "added", ("tides rose",)),
    ]


def test_a_content_without_a_cue_goes_to_its_source_or_stands_alone(read: Read) -> None:
    links = {"source": [("tides", "ben"), ("said", "ana"), ("added", "ana")]}
    found = read(TWO, Given(spans=SPANS, links=links))
    assert shown(TWO, found) == [("Ben Oak", "", ("tides rose",)), ("", "", ("boats sank",))]
    assert [one.anchor for one in found] == [3, 9]


def test_without_spans_there_is_nothing(read: Read) -> None:
    assert read(TWO, Given()) == []
    assert read(TWO, Given(spans={"cue": ["said"], "source": ["ana ruiz"]})) == []


@pytest.mark.parametrize(
    ("text", "gap", "expected"),
    [
        ("Ana said tides rose boats sank", 0, ("tides rose boats sank",)),
        ("Ana said tides rose , and boats sank", 2, ("tides rose , and boats sank",)),
        ("Ana said tides rose , and boats sank", 1, ("tides rose", "boats sank")),
        ("Tides rose said Ana boats sank", 2, ("Tides rose", "boats sank")),
        ("Ana tides rose said boats sank", 2, ("tides rose", "boats sank")),
    ],
)
def test_contents_join_over_a_gap_that_holds_no_other_part(
    read: Read, text: str, gap: int, expected: tuple[str, ...]
) -> None:
    given = Given(
        spans={"source": ["ana"], "cue": ["said"], "content": ["tides rose", "boats sank"]},
        links={"cue": [("tides", "said"), ("boats", "said")], "source": [("said", "ana")]},
        settings={"gap": gap},
    )
    assert shown(text, read(text, given)) == [("Ana", "said", expected)]


NESTED = "Ana said officials denied the gate burned"
NESTED_SPANS = {
    "source": ["ana", "officials"],
    "cue": ["said", "denied"],
    "content": ["officials denied the gate burned"],
}


def nested(begin: str, end: str) -> Given:
    return Given(
        spans=NESTED_SPANS,
        links={
            "cue": [("officials", "said")],
            "source": [("said", "ana"), ("denied", "officials")],
            "begin": [("denied", begin)],
            "end": [("denied", end)],
        },
    )


def test_a_cue_without_a_content_is_pointed_to_one_inside_another(read: Read) -> None:
    assert shown(NESTED, read(NESTED, nested("the", "burned"))) == [
        ("Ana", "said", ("officials denied the gate burned",)),
        ("officials", "denied", ("the gate burned",)),
    ]


@pytest.mark.parametrize(
    ("begin", "end"), [("burned", "the"), ("officials", "burned"), ("denied", "denied")]
)
def test_a_pointed_content_runs_forward_and_leaves_out_its_cue(
    read: Read, begin: str, end: str
) -> None:
    assert [one[1] for one in shown(NESTED, read(NESTED, nested(begin, end)))] == ["said"]


def test_a_pointer_below_the_setting_leaves_the_cue_out(read: Read) -> None:
    unsure = Given(
        spans=NESTED_SPANS,
        links={
            "cue": [("officials", "said")],
            "begin": [("denied", "the"), ("denied", "gate")],
            "end": [("denied", "burned")],
        },
        settings={"pointed": 0.6},
    )
    assert [one[1] for one in shown(NESTED, read(NESTED, unsure))] == ["said"]


def test_contents_are_pointed_to_only_where_that_is_asked(tmp_path: Path) -> None:
    model = by_hand(tmp_path, NESTED, nested("the", "burned"))
    text = model.encode(NESTED)
    found = statements.tagged(model, text)
    assert [one.cue for one in statements.link(model, text, found)] == [(1, 2), (3, 4)]
    assert [one.cue for one in statements.link(model, text, found, pointing=False)] == [(1, 2)]


RELAYED = "Agency cites radio quoting Ana , who said tides rose"
RELAY_SPANS = {
    "relay": ["agency", "radio"], "source": ["ana"], "cue": ["said"], "content": ["tides rose"],
}  # fmt: skip


def via(read: Read, relays: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    given = Given(
        spans={**RELAY_SPANS, "relay": relays},
        links={"cue": [("tides", "said")], "source": [("said", "ana")], "relay": pairs},
    )
    (one,) = read(RELAYED, given)
    return [words(RELAYED, hop) for hop in one.via]


def test_hops_stand_outermost_first(read: Read) -> None:
    pairs = [("said", "radio"), ("radio", "agency")]
    assert via(read, ["agency", "radio"], pairs) == ["Agency", "radio"]
    assert via(read, ["agency", "radio"], [("said", "radio")]) == ["radio"]
    assert via(read, ["agency", "radio"], [("radio", "agency")]) == []


def test_hops_never_run_in_a_loop(read: Read) -> None:
    pairs = [("said", "radio"), ("radio", "agency"), ("agency", "radio")]
    assert via(read, ["agency", "radio"], pairs) == ["Agency", "radio"]
    assert via(read, ["agency", "radio"], [("said", "radio"), ("radio", "radio")]) == ["radio"]


def test_a_source_is_no_hop_before_itself(read: Read) -> None:
    assert via(read, ["agency", "ana"], [("said", "ana"), ("ana", "agency")]) == ["Agency"]


def test_a_chain_has_at_most_four_hops(read: Read) -> None:
    text = "One two three four five six said tides rose"
    names = text.lower().split()[:6]
    given = Given(
        spans={"relay": names, "cue": ["said"], "content": ["tides rose"]},
        links={
            "cue": [("tides", "said")],
            "relay": [("said", "six"), *zip(names[1:], names[:-1], strict=True)],
        },
    )
    (one,) = read(text, given)
    assert [words(text, hop) for hop in one.via] == ["three", "four", "five", "six"]


@pytest.mark.parametrize(("apart", "source"), [(96, "Ana"), (97, "")])
def test_nothing_is_linked_beyond_the_reach(read: Read, apart: int, source: str) -> None:
    text = f"Ana {'so ' * (apart - 1)}said tides rose"
    given = Given(
        spans={"source": ["ana"], "cue": ["said"], "content": ["tides rose"]},
        links={"cue": [("tides", "said")], "source": [("said", "ana")]},
    )
    assert shown(text, read(text, given)) == [(source, "said", ("tides rose",))]


def test_however_sure_of_somebody_a_source_out_of_reach_is_none(read: Read) -> None:
    """With scores this far apart the chance of nobody is zero."""
    text = f"Ana noted boats sank {'so ' * 120}said tides rose"
    given = Given(
        spans={
            "source": ["ana"],
            "cue": ["noted", "said"],
            "content": ["boats sank", "tides rose"],
        },
        links={
            "cue": [("boats", "noted"), ("tides", "said")],
            "source": [("noted", "ana"), ("said", "ana")],
        },
    )
    somebody = {"links.source.nobody.bias": np.array([-2000], np.float32)}
    assert [one[0] for one in shown(text, read(text, given, somebody))] == ["Ana", ""]


def test_a_statement_is_judged_at_its_cue(read: Read) -> None:
    given = Given(
        spans=SPANS,
        links={
            "cue": [("tides", "said"), ("boats", "added")],
            "source": [("said", "ana"), ("added", "ben")],
        },
        acts={"said": "accuse", "added": "confirm"},
        negated=["added"],
        certainty={"said": -2.0},
        speakers={"ana": "role", "ben": "collective"},
    )
    first, second = read(TWO, given)
    assert ACTS[int(np.argmax(first.judged.acts))] == "accuse"
    assert ACTS[int(np.argmax(second.judged.acts))] == "confirm"
    assert (first.judged.negated < 0.1, second.judged.negated > 0.9) == (True, True)
    assert (first.judged.certainty, second.judged.certainty) == pytest.approx((-2, 3))
    kinds = [SPEAKERS[int(np.argmax(one.speaker))] for one in (first, second)]
    assert kinds == ["role", "collective"]


def test_many_statements_are_linked_as_few_are(tmp_path: Path) -> None:
    """Queries are linked in stretches of 64: the keys of each are counted from its own first."""
    names = [(f"who{n}", f"says{n}", f"what{n}") for n in range(150)]
    text = " ".join(" ".join(one) for one in names)
    model = by_hand(
        tmp_path,
        text,
        Given(
            spans={
                "source": [who for who, _, _ in names],
                "cue": [cue for _, cue, _ in names],
                "content": [what for _, _, what in names],
            },
            links={
                "cue": [(what, cue) for _, cue, what in names],
                "source": [(cue, who) for who, cue, _ in names],
            },
        ),
    )
    seen = model.encode(text)
    assert shown(text, [*statements.read(model, seen)]) == [
        (who, cue, (what,)) for who, cue, what in names
    ]


def test_a_statement_in_anothers_words_came_through_that_speaker(read: Read) -> None:
    text = "Radio cited Ana as saying officials noted Ben denied the gate burned"
    given = Given(
        spans={
            "source": ["ana", "officials", "ben"],
            "cue": ["saying", "noted", "denied"],
            "content": ["officials noted ben denied the gate burned"],
            "relay": ["radio"],
        },
        links={
            "cue": [("officials", "saying")],
            "source": [("saying", "ana"), ("noted", "officials"), ("denied", "ben")],
            "begin": [("noted", "ben"), ("denied", "the")],
            "end": [("noted", "burned"), ("denied", "burned")],
            "relay": [("saying", "radio")],
        },
    )
    chains = [[*(words(text, hop) for hop in one.via)] for one in read(text, given)]
    assert chains == [["Radio"], ["Radio", "Ana"], ["Radio", "Ana", "officials"]]


def test_a_hand_named_within_the_source_is_no_hop(read: Read) -> None:
    text = "Video from Radio showed tides rose"
    given = Given(
        spans={
            "source": ["video from radio"],
            "cue": ["showed"],
            "content": ["tides rose"],
            "relay": ["radio"],
        },
        links={
            "cue": [("tides", "showed")],
            "source": [("showed", "video")],
            "relay": [("showed", "radio")],
        },
    )
    (one,) = read(text, given)
    assert one.source == (0, 3)
    assert one.via == ()


HELD = "Ana , cited by radio , said Ben , quoted by Cleo , noted tides rose"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("radio", ["radio", "Ana"]),
        ("cleo", ["Ana", "Cleo"]),
        ("gazette", ["Ana", "Gazette"]),
    ],
)
def test_a_hand_in_the_words_of_a_speaker_comes_after_him_and_one_beside_them_before(
    read: Read, own: str, expected: list[str]
) -> None:
    text = f"{HELD} . The Gazette met him"
    given = Given(
        spans={
            "source": ["ana", "ben"],
            "cue": ["said", "noted"],
            "content": ["ben , quoted by cleo , noted tides rose"],
            "relay": ["radio", "cleo", "gazette"],
        },
        links={
            "cue": [("ben", "said")],
            "source": [("said", "ana"), ("noted", "ben")],
            "begin": [("noted", "tides")],
            "end": [("noted", "rose")],
            "relay": [("noted", own)],
        },
    )
    found = read(text, given)
    assert [words(text, hop) for hop in found[-1].via] == expected
