"""Bad input to the weighing: a clear error, or a right answer, and never anything in between."""

from math import inf, nan
from typing import Any

import pytest
from msgspec import structs

from tests.weigh.invented import (
    denial,
    incident,
    means,
    named,
    origin,
    party,
    rows,
    slot,
    statement,
)
from tests.weigh.invented import trace as traced
from tests.weigh.worlds import QUICK, furthest, unrounded
from whence.errors import ConfigError, MalformedRecord
from whence.model.origin import Merge, Trace
from whence.weigh import Finding, Options, Override, weigh
from whence.weigh.sensitivity import CROWD

TWO = [party("alder"), party("birch"), party("gangs", "the gangs", "class")]
EVENT = incident(TWO, [statement("envoy", "alder"), statement("clerk", "gangs")])
HEARD = named("envoy", "clerk")
LISTED = ("unnamed", "no_hostile_actor", "alder", "gangs")


def prior(**values: float) -> Options:
    return Options(
        draws=50,
        priors=tuple(
            Override(subject=f"executor:{key}", value=value, reason="r")
            for key, value in values.items()
        ),
    )


@pytest.mark.parametrize("value", [nan, inf, -inf, 0.0, -0.2])
def test_a_number_set_by_hand_is_a_positive_number(value: float) -> None:
    with pytest.raises(ValueError, match="positive value"):
        Override(subject="executor:alder", value=value, reason="r")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (prior(alder=1.0), "leave nothing"),
        (prior(alder=1.5), "leave nothing"),
        (prior(alder=0.7, unnamed=0.6), "leave nothing"),
        (prior(**dict.fromkeys(LISTED, 0.2)), "sum to 0.8 and not to 1"),
        (prior(**dict.fromkeys(LISTED, 0.5)), "sum to 2 and not to 1"),
        (prior(aldr=0.2), "called executor:aldr"),
    ],
)
def test_priors_that_cannot_hold_are_refused(options: Options, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        weigh(EVENT, HEARD, options)


def test_priors_all_set_by_hand_may_sum_to_one() -> None:
    result = weigh(EVENT, HEARD, prior(**dict.fromkeys(LISTED, 0.25)))
    assert {row.prior for row in rows(result).values()} == {0.25}


def test_one_number_is_set_once() -> None:
    twice = tuple(Override(subject="executor:alder", value=v, reason="r") for v in (0.1, 0.3))
    with pytest.raises(ConfigError, match="overridden twice"):
        weigh(EVENT, HEARD, Options(priors=twice))


def test_what_weighs_nothing_has_no_prior_to_set() -> None:
    hinted = incident(TWO, [statement("author", "birch", act="insinuate", insinuation=True)])
    with pytest.raises(ConfigError, match="executor:birch"):
        weigh(hinted, HEARD, prior(birch=0.2))


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (Options(ratios=(Override(subject="clam", value=2, reason="r"),)), "'claim'"),
        (Options(ratios=(Override(subject="qqq", value=2, reason="r"),)), "known are: access, "),
        (Options(findings=(Finding(kind="forensic", party_id="alder", reason="r"),)), "_link'"),
        (Options(findings=(Finding(kind="clam", party_id="alder", reason="r"),)), "known are: "),
        (prior(alter=0.2), "'executor:alder'"),
    ],
)
def test_a_wrong_name_is_told_the_nearest_right_one(options: Options, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        weigh(EVENT, HEARD, options)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "moment",
    ["-5", "0", "", "yesterday", "2031-13-40", "2031-5", "20310508x", "2031-05-08x", "/", "../..",
     "20310508", "2031-W05", "2031-05-08 10:00", "2031-05-08T10:00:00+03:00:15"],
)  # fmt: skip
def test_a_moment_is_a_date(moment: str) -> None:
    with pytest.raises(ConfigError, match="is no date") as caught:
        weigh(EVENT, HEARD, Options(as_of=moment))
    assert "2024-05-03T12:00" in caught.value.hint


@pytest.mark.parametrize(
    "moment",
    ["2031", "2031-05", "2031-05-08", "2031-05-08T10:00", "2031-05-08T10:00+03:00", "2030/2031-05"],
)
def test_every_way_to_write_a_date_will_do(moment: str) -> None:
    assert weigh(EVENT, HEARD, Options(draws=50, as_of=moment)).as_of == moment


def test_a_party_that_the_incident_lacks_is_a_description_and_weighs_nothing() -> None:
    said = (*EVENT.statements, statement("aide", "nobody we know"))
    more = structs.replace(EVENT, statements=said)
    heard = named("envoy", "clerk", "aide")
    assert furthest(unrounded(EVENT, heard), unrounded(more, heard)) == 0
    (shown,) = [
        h
        for h in weigh(more, heard, QUICK).answer("executor").hypotheses
        if h.party_id == "nobody we know"
    ]
    assert shown.weightless


@pytest.mark.parametrize(
    "options",
    [
        Options(findings=(Finding(kind="motive", party_id="elm", reason="r"),)),
        Options(membership={"gangs": ("elm",)}),
        Options(membership={"crews": ("elm",)}),  # of which nobody is weighed at all
        Options(membership={"crews": ()}),
        Options(membership={"gangs": ("alder",), "crews": ("elm",)}),
    ],
)
def test_findings_and_members_are_parties_of_the_incident(options: Options) -> None:
    with pytest.raises(ConfigError, match="no party of the incident"):
        weigh(EVENT, HEARD, options)


def test_classes_and_members_are_known_by_name_too_and_the_nearest_is_told() -> None:
    by_id = weigh(EVENT, HEARD, structs.replace(QUICK, membership={"gangs": ("alder", "birch")}))
    named = {"the gangs": ("Alder",), "gangs": ("Birch", "alder")}
    assert weigh(EVENT, HEARD, structs.replace(QUICK, membership=named)) == by_id
    with pytest.raises(ConfigError) as refused:
        weigh(EVENT, HEARD, Options(membership={"gangs": ("Adler",)}))
    assert "did you mean 'Alder'?" in refused.value.hint
    assert "membership" in refused.value.hint


@pytest.mark.parametrize(
    "membership",
    [
        {"gangs": ("gangs",)},
        {"gangs": ("The Gangs",)},
        {"gangs": ("alder", "mobs"), "mobs": ("gangs",)},
        {"gangs": ("mobs",), "mobs": ("crews",), "crews": ("alder", "gangs", "mobs")},
    ],
)
def test_no_class_belongs_to_itself(membership: dict[str, tuple[str, ...]]) -> None:
    event = structs.replace(EVENT, parties=(*TWO, party("mobs", kind="class"), party("crews")))
    with pytest.raises(ConfigError, match="member of itself"):
        weigh(event, HEARD, Options(membership=membership))


def test_classes_inside_classes_are_no_cycle() -> None:
    event = structs.replace(EVENT, parties=(*TWO, party("mobs", kind="class")))
    inside = {"gangs": ("mobs", "alder"), "mobs": ("alder",)}
    result = weigh(event, HEARD, structs.replace(QUICK, membership=inside))
    assert sum(means(result).values()) == pytest.approx(1, abs=1e-5)


def merged(*merges: tuple[str, str, float]) -> Trace:
    found = tuple(Merge(left=a, right=b, reason="r", probability=p) for a, b, p in merges)
    first, *others = HEARD.origins
    return Trace(origins=(structs.replace(first, merges=found), *others))


def test_a_cycle_of_merges_counts_every_doubt_once() -> None:
    cycle = merged(("a", "b", 0.5), ("b", "c", 0.5), ("c", "a", 0.5))
    chain = merged(("a", "b", 0.5), ("a", "c", 0.5), ("a", "d", 0.5))
    assert furthest(unrounded(EVENT, cycle), unrounded(EVENT, chain)) == 0


@pytest.mark.parametrize("chance", [nan, inf, -0.1, 1.1])
def test_a_merge_has_a_probability(chance: float) -> None:
    with pytest.raises(MalformedRecord, match="no probability of a merge"):
        weigh(EVENT, merged(("a", "b", chance)), QUICK)


def test_taking_back_a_withdrawal_says_nothing_anew() -> None:
    slip = statement("envoy", "birch", at="2031-05-01")
    back = [
        statement("envoy", "birch", act="retract", at=f"2031-05-0{n}", id=f"st-{n}") for n in (2, 3)
    ]
    once, twice = (
        structs.replace(EVENT, statements=(*EVENT.statements, slip, *back[:n])) for n in (1, 2)
    )
    again = structs.replace(
        twice,
        statements=(*twice.statements, structs.replace(slip, id="st-4", at="2031-05-04")),
    )
    assert furthest(unrounded(once, HEARD), unrounded(twice, HEARD)) == 0
    assert "birch" not in means(weigh(twice, HEARD, QUICK))
    # Who says it again says it.
    assert means(weigh(again, HEARD, QUICK))["birch"] > 0.1


@pytest.mark.parametrize("hedge", [4, -4, 99])
def test_a_hedge_lies_on_its_scale(hedge: int) -> None:
    event = structs.replace(EVENT, statements=(statement("envoy", "alder", hedge=hedge),))
    with pytest.raises(MalformedRecord, match=f"hedge {hedge} is not within -3 to 3"):
        weigh(event, HEARD, QUICK)


@pytest.mark.parametrize("hedge", range(-3, 4))
def test_every_hedge_of_the_scale_weighs(hedge: int) -> None:
    event = structs.replace(EVENT, statements=(statement("envoy", "alder", hedge=hedge),))
    assert sum(means(weigh(event, HEARD, QUICK)).values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"statements": (statement("a", "alder", id="x"), denial("b", "birch", id="x"))}, "statem"),
        ({"parties": (party("alder"), party("alder", "Alder Front"))}, "parties"),
    ],
)
def test_one_id_for_two_things_is_refused(fields: dict[str, Any], what: str) -> None:
    with pytest.raises(MalformedRecord, match=f"two different {what}"):
        weigh(structs.replace(EVENT, **fields), HEARD, QUICK)


def test_one_id_for_two_origins_is_refused() -> None:
    with pytest.raises(MalformedRecord, match="two different origins"):
        weigh(EVENT, traced(origin("envoy"), origin("envoy", "office")), QUICK)


def test_the_same_thing_twice_is_one_thing() -> None:
    event = structs.replace(EVENT, statements=EVENT.statements * 2, parties=EVENT.parties * 2)
    twice = Trace(origins=HEARD.origins * 2)
    assert weigh(event, twice, QUICK) == weigh(EVENT, HEARD, QUICK)


def test_an_empty_incident_has_its_priors() -> None:
    result = weigh(incident([]), Trace(), QUICK)
    for answer in result.answers:
        assert answer.verdict is None
        assert not answer.evidence
        assert all(row.mean == pytest.approx(row.prior, abs=0.03) for row in answer.posterior)
        assert {row.words for row in answer.posterior} == {"assumed"}
    assert result.confidence == "low"
    assert result.sensitivity == ()


def test_broken_characters_in_names_weigh_like_others() -> None:
    bad = "\ud800\udfff\x00 \x1f"
    parties = [party("alder", f"Alder {bad}"), *TWO[1:]]
    event = incident(parties, [statement(bad, "alder"), statement("clerk", "gangs")])
    result = weigh(event, traced(origin(bad), origin("clerk")), QUICK)
    assert means(result)["alder"] == pytest.approx(
        means(weigh(EVENT, HEARD, QUICK))["alder"], abs=0.05
    )


def test_three_hundred_parties_share_what_there_is() -> None:
    keys = [f"p{n}" for n in range(300)]
    said = [statement(f"o{n}", key) for n, key in enumerate(keys)]
    shares = means(weigh(incident([party(k) for k in keys], said), named(*keys), QUICK))
    assert sum(shares.values()) == pytest.approx(1, abs=1e-3)
    assert len(shares) == 302
    assert min(shares.values()) > 1e-4


def test_thousands_who_report_one_fact_make_it_no_number_out_of_range() -> None:
    """A product of ten thousand chances leaves the range of floats; the fact is just certain."""
    few, many = ([f"or-w{n}" for n in range(size)] for size in (CROWD, 10_000))
    shares = [
        means(
            weigh(
                structs.replace(EVENT, slots=(slot("responsibility_claim", "no", origins=told),)),
                HEARD,
                Options(draws=4),
            )
        )["alder"]
        for told in (tuple(few), tuple(many))
    ]
    assert shares[0] == pytest.approx(shares[1], abs=1e-3)


def test_ten_thousand_first_hands_give_a_right_answer() -> None:
    """As many hands on each side as the other leave both where one hand each leaves them."""
    names = [f"o{n}" for n in range(10_000)]
    said = [statement(name, ("alder", "birch")[n % 2]) for n, name in enumerate(names)]
    result = weigh(incident(TWO, said), named(*names), Options(draws=20))
    shares = means(result)
    assert shares["alder"] == pytest.approx(shares["birch"], abs=0.06)
    assert shares["alder"] + shares["birch"] > 0.6
    assert len(result.sensitivity) == 10_000
    assert not any(row.flips for row in result.sensitivity[100:])
