"""What an analyst may set: each setting moves what it should and says why."""

import subprocess
import sys
from time import perf_counter

import pytest
from msgspec import structs

from tests.weigh.invented import incident, means, named, party, rows, statement
from tests.weigh.stories import TWO, contested_attack, opinionated_page, settled_case
from whence.errors import ConfigError
from whence.weigh import Added, Finding, Options, Override, subjects, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws


def test_later_statements_are_left_out_and_undated_ones_kept() -> None:
    event, heard = contested_attack()
    early = weigh(event, heard, Options(as_of="2031-05-07"))
    assert early.as_of == "2031-05-07"
    ids = {row.hypothesis_id for row in early.answer("executor").posterior}
    assert "executor:tanks" in ids
    assert "executor:birch" not in ids
    undated = early.answer("sponsor").evidence
    assert undated
    assert all("undated" in item.reason for item in undated)


def test_a_priors_override_holds_and_says_why() -> None:
    event, heard = settled_case()
    raised = Override(subject="executor:birch", value=0.5, reason="three earlier attacks")
    result = weigh(event, heard, Options(priors=(raised,)))
    assert rows(result)["birch"].prior == pytest.approx(0.5)
    assert means(result)["birch"] > means(weigh(event, heard))["birch"]
    basis = result.answer("executor").prior_basis
    assert basis.endswith("Set by hand: Birch Brigade at 50% (three earlier attacks).")


@pytest.mark.parametrize("share", [0.0001, 0.001, 0.01, 0.05, 0.6, 0.985, 0.999])
def test_a_reserve_set_by_hand_is_used_as_it_is_shown(share: float) -> None:
    event, heard = settled_case()
    by_hand = Override(subject="executor:unnamed", value=share, reason="all are known")
    chosen = Options(priors=(by_hand,), draws=20_000)
    model = model_of(event, heard, chosen, Draws(seed=chosen.seed, count=chosen.draws))
    question = model.questions[0]
    drawn = model.priors[0][:, question.column("unnamed")]
    assert drawn.mean() == pytest.approx(share, rel=0.03)
    assert 1 - drawn.mean() == pytest.approx(1 - share, rel=0.03)
    assert 0 < drawn.min() < drawn.max() < 1
    answer = weigh(event, heard, chosen).answer("executor")
    start = next(row for row in answer.posterior if row.hypothesis_id == answer.candidate)
    assert answer.steps[0].mean == pytest.approx(start.prior, rel=0.03)
    point = model_of(event, heard, chosen, Draws(seed=0, count=0))
    assert point.priors[0][0, question.column("unnamed")] == pytest.approx(share)


def test_a_ratio_override_changes_the_weight_and_says_why() -> None:
    event, heard = settled_case()
    lower = Override(subject="claim", value=1.5, reason="claims everything")
    result = weigh(event, heard, Options(ratios=(lower,)))
    before = next(e for e in weigh(event, heard).answer("executor").evidence if e.kind == "claim")
    after = next(e for e in result.answer("executor").evidence if e.kind == "claim")
    assert after.diagnosticity < before.diagnosticity
    assert after.reason.endswith("Its ratio was set by hand to 1.5: claims everything.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(priors=(Override(subject="executor:x", value=0.1, reason="r"),)), "executor:x"),
        (Options(ratios=(Override(subject="x", value=2, reason="r"),)), "called x"),
        (Options(findings=(Finding(kind="motive", party_id="x", reason="r"),)), "the id x"),
        (Options(findings=(Finding(kind="claim", party_id="osk", reason="r"),)), "observed fact"),
        (Options(findings=(Finding(kind="x", party_id="osk", reason="r"),)), "observed fact"),
        (
            Options(priors=(Override(subject="executor:alder", value=1.0, reason="r"),)),
            "leave nothing",
        ),
    ],
)
def test_what_does_not_fit_the_incident_is_refused(options: Options, message: str) -> None:
    event, heard = contested_attack()
    with pytest.raises(ConfigError, match=message):
        weigh(event, heard, options)


def test_an_added_party_competes_and_says_who_added_it() -> None:
    event, heard = settled_case()
    wider = incident([*TWO, party("cedar")], event.statements)
    wanted = Added(role="executor", party="cedar", reason="seen near the pier")
    result = weigh(wider, heard, Options(added=(wanted,)))
    assert means(result)["cedar"] > 0
    entered = {h.party_id: h.entered_by for h in result.answer("executor").hypotheses}
    assert entered["cedar"] == "an analyst: seen near the pier"
    assert "cedar" not in means(result, "sponsor")


def test_an_analyst_may_add_a_party_that_was_only_hinted_at() -> None:
    event, heard = opinionated_page()
    wanted = Added(role="executor", party="osk", reason="own reporting")
    result = weigh(event, heard, Options(added=(wanted,)))
    assert [h.weightless for h in result.answer("executor").hypotheses if h.party_id == "osk"] == [
        False
    ]


def test_findings_weigh_by_the_fact_and_not_by_the_number_of_reporters() -> None:
    event = incident(TWO, [statement("envoy", "birch")])
    heard = named("envoy", "wire", "paper", "radio")

    def share(*origins: str, kind: str = "forensic_link") -> float:
        finding = Finding(
            kind=kind,
            party_id="alder",
            origin_ids=tuple(f"or-{key}" for key in origins),
            reason="serial numbers",
        )
        return means(weigh(event, heard, Options(findings=(finding,))))["alder"]

    one, three = share("wire"), share("wire", "paper", "radio")
    assert share("wire", kind="motive") < one < three < 0.9
    assert share() == pytest.approx(one, abs=0.1)


def test_a_finding_keeps_its_other_hands_when_one_is_left_out() -> None:
    event = incident(TWO, [statement("envoy", "birch", hedge=1)])
    finding = Finding(
        kind="forensic_link", party_id="alder", origin_ids=("or-wire", "or-lab"), reason="prints"
    )
    result = weigh(event, named("envoy", "wire", "lab"), Options(findings=(finding,)))
    left = {s.origin_name: s for s in result.sensitivity}
    assert set(left) == {"wire", "lab", "envoy"}
    assert left["wire"].mean_without > rows(result)["alder"].prior
    evidence = result.answer("executor").evidence[0]
    assert evidence.text == "traces leading to Alder Front"
    assert evidence.reason.endswith("Held to bear on the party by an analyst: prints.")


def test_two_findings_of_one_kind_have_two_ids() -> None:
    event = incident(TWO, [statement("envoy", "alder")])
    findings = tuple(Finding(kind="motive", party_id="alder", reason=r) for r in ("land", "pay"))
    result = weigh(event, named("envoy"), Options(findings=findings))
    ids = [e.id for e in result.answer("executor").evidence if e.kind == "motive"]
    assert sorted(ids) == [f"finding:motive:executor:alder:{n}" for n in (1, 2)]


def test_a_class_supports_its_members_only_when_told_so() -> None:
    parties = [*TWO, party("militias", "militias", "class")]
    said = [statement("envoy", "militias", standing="found"), statement("clerk", "alder")]
    event, heard = incident(parties, said), named("envoy", "clerk")
    apart = means(weigh(event, heard))
    told = weigh(event, heard, Options(membership={"militias": ("alder", "birch")}))
    inside = means(told)
    assert apart["alder"] < inside["alder"]
    assert "birch" in inside
    assert "birch" not in apart
    entered = {h.party_id: h.entered_by for h in told.answer("executor").hypotheses}
    assert entered["birch"] == "an analyst, as a member of a class"
    assert "A class stands for" in weigh(event, heard).answer("executor").prior_basis
    assert "A class stands for" not in told.answer("executor").prior_basis
    assert "sponsor:alder" not in means(told, "sponsor")


def test_the_settings_load_without_numpy() -> None:
    """A command line that weighs nothing does not pay for the numerical code."""
    code = "import sys, whence.weigh; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_large_case_stays_quick() -> None:
    """Twenty answers, 150 statements, all origins left out in turn: well under a second alone."""
    names = [f"o{n}" for n in range(150)]
    kinds = ["accused", "accused_by_authority", "speculated", "found", "reported_as_fact"]
    said = [
        statement(name, f"p{n % 18}", standing=kinds[n % len(kinds)])
        for n, name in enumerate(names)
    ]
    event = incident([party(f"p{n}") for n in range(18)], said)
    start = perf_counter()
    result = weigh(event, named(*names))
    # Ten times what one core needs, so that only a change of order of magnitude fails here.
    assert perf_counter() - start < 5
    assert len(result.sensitivity) == 150


def test_a_question_on_which_nothing_bears_gets_no_likelihood_word() -> None:
    event, heard = opinionated_page()
    result = weigh(event, heard)
    silent = [answer for answer in result.answers if not answer.evidence]
    assert [answer.role for answer in silent] == ["sponsor"]
    assert {row.words for row in silent[0].posterior} == {"assumed"}
    assert "assumed" not in {row.words for row in result.answer("executor").posterior}


def test_a_mere_speculation_that_tells_nothing_apart_earns_no_likelihood_word() -> None:
    """What a gossip holds possible moves nothing: "likely" would be a judgement on nothing."""
    done = statement("envoy", "alder", standing="found")
    aside = statement("gossip", "osk", standing="speculated", act="speculate", hedge=1)
    hushed = structs.replace(aside, role="sponsor", predicate="ordered")
    event = incident([party("alder"), party("osk", kind="person")], [done, hushed])
    result = weigh(event, named("envoy", "gossip"))
    assert result.answer("sponsor").evidence
    assert {row.words for row in result.answer("sponsor").posterior} == {"assumed"}
    assert "assumed" not in {row.words for row in result.answer("executor").posterior}
    outright = structs.replace(hushed, standing="found", act="accuse", hedge=3)
    told = weigh(structs.replace(event, statements=(done, outright)), named("envoy", "gossip"))
    assert "assumed" not in {row.words for row in told.answer("sponsor").posterior}


def test_every_item_may_have_a_number_of_its_own_whoever_is_left_out() -> None:
    event, heard = contested_attack()
    told = subjects(event, heard)
    result = weigh(event, heard)
    items = {item.id for answer in result.answers for item in answer.evidence}
    priors = {row.hypothesis_id for answer in result.answers for row in answer.posterior}
    assert items | priors <= told
    options = Options(
        ratios=tuple(Override(subject=one, value=2.0, reason="own files") for one in sorted(items))
    )
    assert subjects(event, heard, options) == told
    assert means(weigh(event, heard, options)) != means(result)
    first = next(origin.id for origin in heard.origins)
    left = weigh(event, heard, structs.replace(options, without=(first,)))
    assert left.left_out == (first,)
    stray = Override(subject="evidence:gone", value=2.0, reason="own files")
    with pytest.raises(ConfigError, match="evidence:gone"):
        weigh(event, heard, Options(ratios=(stray,), without=(first,)))


def test_a_number_for_the_word_of_an_origin_that_sways_others_is_no_mistake() -> None:
    """The weighing leaves each such origin out in turn: then what was decided has no subject."""
    said = [statement("envoy", "alder"), statement("Alder", "birch", standing="found")]
    world = incident([party("alder"), party("birch")], said), named("envoy", "Alder")
    item = next(
        one.id
        for one in weigh(*world, Options(draws=50)).answer("executor").evidence
        if one.origin_ids == ("or-envoy",)
    )
    set_so = Options(draws=50, ratios=(Override(subject=item, value=6.0, reason="own files"),))
    moved = weigh(*world, set_so).sensitivity
    assert {row.origin_id for row in moved if row.role == "executor"} == {"or-envoy", "or-Alder"}
    without = weigh(*world, structs.replace(set_so, without=("or-envoy",)))
    assert all(one.id != item for one in without.answer("executor").evidence)
    typo = structs.replace(set_so.ratios[0], subject="evidence:st-typo")
    with pytest.raises(ConfigError, match="nothing to override is called evidence:st-typo"):
        weigh(*world, Options(draws=50, ratios=(typo,), without=("or-envoy",)))
