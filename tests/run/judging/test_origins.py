"""Two origins are made one, or one is parted, and nothing else changes."""

import msgspec
import pytest
from msgspec.structs import replace

from tests.run.judging.making import CHAINS, REPORTS, bare, case_of, origin, said, traced
from tests.trace.making import Made, document
from tests.trace.making import traced as trace_of
from whence.model.case import Case
from whence.model.origin import Merge, Origin, Trace
from whence.model.report import Report
from whence.run.judging import heeded_trace

POLICE, GUARD, MARSH = (CHAINS[who] for who in ("the harbour police", "coast guard", "Ada Marsh"))
OFFICIAL = CHAINS["a dock official"]
PLAIN = traced().trace


def pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def named(trace: Trace) -> list[tuple[str, int]]:
    return sorted((one.name, len(one.chain_ids)) for one in trace.origins)


def test_without_a_judgement_the_trace_is_as_it_was() -> None:
    assert heeded_trace(PLAIN, REPORTS, ()) is PLAIN
    assert heeded_trace(PLAIN, REPORTS, [said(OFFICIAL, "origin Bo")]) is PLAIN


def test_two_origins_are_one_under_the_better_name() -> None:
    case = traced(said(pair(POLICE, OFFICIAL), "one origin", reason="he is their spokesman"))
    joined = origin(case, "a dock official")
    assert joined == origin(case, "the harbour police")
    before = origin(traced(), "the harbour police")
    assert (joined.id, joined.name, joined.kind) == (before.id, "harbour police", "body")
    assert set(joined.chain_ids) == {POLICE, OFFICIAL}
    (merge,) = joined.merges
    assert {merge.left, merge.right} == {"harbour police", "dock official"}
    assert merge.reason == "judged by ana: he is their spokesman"
    assert merge.probability == 1.0
    assert len(case.trace.origins) == len(PLAIN.origins) - 1
    assert set(case.trace.origin_of()) == set(PLAIN.origin_of())


def test_merging_again_or_what_is_gone_changes_nothing() -> None:
    judgement = said(pair(POLICE, OFFICIAL), "one origin")
    once = heeded_trace(PLAIN, REPORTS, [judgement])
    assert heeded_trace(once, REPORTS, [judgement]) == once
    gone = [said(pair(POLICE, "chain-gone"), "one origin"), said("chain-gone", "separate origins")]
    assert heeded_trace(PLAIN, REPORTS, gone) == PLAIN


def test_what_is_undone_is_as_it_was() -> None:
    judgement = said(pair(POLICE, OFFICIAL), "one origin")
    for undone in ("withdrawn", "separate origins"):
        assert traced(judgement, said(pair(POLICE, OFFICIAL), undone)).trace == PLAIN


def test_a_stake_that_is_known_is_kept() -> None:
    known = [
        replace(one, stake="rival") if OFFICIAL in one.chain_ids else one for one in PLAIN.origins
    ]
    trace = replace(PLAIN, origins=tuple(known))
    made = heeded_trace(trace, REPORTS, [said(pair(POLICE, OFFICIAL), "one origin")])
    (joined,) = (one for one in made.origins if OFFICIAL in one.chain_ids)
    assert (joined.name, joined.stake) == ("harbour police", "rival")


def test_nothing_joins_what_is_judged_to_be_separate() -> None:
    judgements = [
        said(pair(POLICE, GUARD), "separate origins"),
        said(pair(POLICE, OFFICIAL), "one origin"),
        said(pair(GUARD, OFFICIAL), "one origin"),
    ]
    made = heeded_trace(PLAIN, REPORTS, judgements)
    of = made.origin_of()
    assert of[POLICE] == of[OFFICIAL] != of[GUARD]


def several() -> tuple[tuple[Report, ...], Trace, dict[str, str]]:
    """One ministry through many hands, as a trace has it that joined too much."""
    made: list[Made] = []
    chains: dict[str, str] = {}
    for outlet, hands in (
        ("Quay News", ("Reuters:agency", "the harbour ministry:body")),
        ("Herald", ("the harbour ministry:body",)),
        ("Post", ("Harbour Radio:outlet", "a spokesman:role")),
        ("Gazette", ("a spokesman:role",)),
    ):
        page = Made(document(outlet, f"{outlet} on the barge."))
        chains[outlet] = page.chain(*hands).id
        made.append(page)
    reports = tuple(one.report() for one in made)
    apart = trace_of(made)
    held = [one for one in apart.origins if set(one.chain_ids) & set(chains.values())]
    joined = Origin(
        id="origin-joined", name="harbour ministry", kind="body", anonymity="organisation",
        stake="victim", relays=("Harbour Radio", "Reuters", "Wire"),
        chain_ids=tuple(sorted(chains.values())),
        document_ids=tuple(sorted(one.document.id for one in made)),
        merges=(
            Merge(left="harbour ministry", right="spokesman (Post)", reason="", probability=0.7),
            Merge(left="spokesman (Post)", right="spokesman (Gazette)", reason="", probability=0.6),
        ),
    )  # fmt: skip
    rest = tuple(one for one in apart.origins if one not in held)
    return reports, Trace(origins=(*rest, joined)), chains


def parted(subject: str) -> tuple[Origin, Origin]:
    """Return the two sides of the ministry, the one with its name first."""
    reports, trace, chains = several()
    made = heeded_trace(trace, reports, [said(subject, "separate origins")])
    sides = [one for one in made.origins if set(one.chain_ids) & set(chains.values())]
    assert sorted(chain for side in sides for chain in side.chain_ids) == sorted(chains.values())
    assert len(sides) == 2
    first, second = sorted(sides, key=lambda one: one.id != "origin-joined")
    return first, second


def test_the_side_that_bears_the_name_keeps_the_identity() -> None:
    _, _, chains = several()
    ministry, spokesman = parted(f"{chains['Gazette']}+{chains['Post']}")
    assert (ministry.name, ministry.stake) == ("harbour ministry", "victim")
    assert (spokesman.name, spokesman.kind, spokesman.stake) == ("spokesman", "office", "unknown")
    assert ministry.relays == ("Reuters", "Wire")
    assert spokesman.relays == ("Harbour Radio", "Wire")
    assert [row.right for row in spokesman.merges] == ["spokesman (Gazette)"]
    assert ministry.merges == ()
    assert len(ministry.document_ids) == len(spokesman.document_ids) == 2
    again = parted(f"{chains['Quay News']}+{chains['Herald']}")
    assert again[0] == ministry
    assert again[1] == spokesman


def test_two_hands_part_with_all_that_are_called_like_them() -> None:
    _, _, chains = several()
    by_set = parted(f"{chains['Gazette']}+{chains['Post']}")
    assert parted(pair(chains["Gazette"], chains["Herald"])) == by_set
    assert parted(pair(chains["Post"], chains["Quay News"])) == by_set


def test_two_of_one_name_part_alone() -> None:
    _, _, chains = several()
    ministry, other = parted(pair(chains["Herald"], chains["Quay News"]))
    assert len(other.chain_ids) == 1
    assert (other.name, other.stake) == ("harbour ministry", "victim")
    assert other.id != ministry.id


def test_all_chains_of_an_origin_have_nothing_to_part_from() -> None:
    reports, trace, chains = several()
    whole = said("+".join(chains.values()), "separate origins")
    assert heeded_trace(trace, reports, [whole]).origins == tuple(
        sorted(trace.origins, key=lambda one: one.id)
    )


def test_later_words_count_behind_earlier_ones() -> None:
    reports, trace, chains = several()
    post, gazette = chains["Post"], chains["Gazette"]
    split = said(f"{gazette}+{post}", "separate origins")
    one = said(pair(post, chains["Herald"]), "one origin")
    finer = said(gazette, "separate origins")
    assert named(heeded_trace(trace, reports, [split, one])) == named(trace)
    made = heeded_trace(trace, reports, [one, split]).origin_of()
    assert made[post] == made[gazette] != made[chains["Herald"]]
    three = heeded_trace(trace, reports, [split, finer])
    assert len({three.origin_of()[chain] for chain in chains.values()}) == 3
    assert heeded_trace(three, reports, [split, finer]) == three


def test_a_fresh_id_is_no_other_origins() -> None:
    reports, trace, chains = several()
    split = said(chains["Gazette"], "separate origins")
    made = heeded_trace(trace, reports, [split])
    fresh = made.origin_of()[chains["Gazette"]]
    renamed = replace(
        trace,
        origins=tuple(
            replace(one, id=fresh) if one.id == "origin-joined" else one for one in trace.origins
        ),
    )
    again = heeded_trace(renamed, reports, [split])
    assert len(again.origins) == len(made.origins)
    assert again.origin_of()[chains["Gazette"]] != again.origin_of()[chains["Post"]]


@pytest.mark.parametrize("one", [POLICE, GUARD, OFFICIAL])
@pytest.mark.parametrize("other", [MARSH, CHAINS["Lantern Brotherhood"]])
def test_what_is_merged_counts_once_everywhere(one: str, other: str) -> None:
    before, case = case_of(), case_of(said(pair(one, other), "one origin"))
    of = before.trace.origin_of()
    (gone,) = {of[one], of[other]} - {origin.id for origin in case.trace.origins}
    told = msgspec.json.encode((case.incident, case.assessment, case.trace)).decode()
    assert gone in msgspec.json.encode((before.incident, before.assessment)).decode()
    assert gone not in told
    assert case.incident is not None
    for slot in case.incident.slots:
        for value in slot.values:
            assert len(value.origin_ids) == len(set(value.origin_ids))
    assert bare(case_of()) == bare(before)


def backed(case: Case) -> int:
    """Return how many origins say that two were wounded."""
    assert case.incident is not None
    slot = case.incident.slot("wounded")
    assert slot is not None
    return next(len(value.origin_ids) for value in slot.values if value.value == "2")


def test_support_falls_with_the_origins() -> None:
    assert backed(case_of()) == 2
    assert backed(case_of(said(pair(POLICE, MARSH), "one origin"))) == 1
