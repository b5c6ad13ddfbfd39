"""Open world: where the true party is missing, somebody unnamed rises and nobody is named."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import denial, incident, means, named, origin, party, statement
from tests.weigh.worlds import PARTIES, QUICK, STANDINGS, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import weigh

TRUE = st.sampled_from(["accused_by_authority", "found", "accused"])


@settings(max_examples=200, deadline=None)
@given(
    worlds(),
    st.lists(st.tuples(TRUE, st.sampled_from(["neutral", "victim"])), min_size=3, max_size=6),
)
def test_without_the_true_party_somebody_unnamed_rises(
    world: tuple[Incident, Trace], true: list[tuple[str, str]]
) -> None:
    """Whatever else is said: take away what is said of the true party, and he is unnamed."""
    event, heard = world
    names = [f"witness {n}" for n in range(len(true))]
    said = [
        statement(name, "dogwood", standing=standing, stake=stake)
        for name, (standing, stake) in zip(names, true, strict=True)
    ]
    known = structs.replace(
        event,
        parties=(*event.parties, party("dogwood")),
        statements=(*event.statements, *said),
    )
    both = Trace(origins=(*heard.origins, *(origin(n, "office", "organisation") for n in names)))
    full, lacking = weigh(known, both, QUICK), weigh(event, both, QUICK)
    before, after = means(full), means(lacking)
    assume(before["dogwood"] > before["unnamed"])
    assert after["unnamed"] > before["unnamed"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["alder", "birch", "cedar"]), max_size=6),
    st.lists(st.sampled_from(["speculated", "accused"]), min_size=6, max_size=6),
    st.sampled_from(["accused_by_authority", "found"]),
    st.integers(4, 6),
)
def test_rumours_alone_name_nobody_once_the_true_party_is_missing(
    false: list[str], standings: list[str], standing: str, hands: int
) -> None:
    rumours = [
        statement(f"rumour {n}", key, standing=standings[n], stake="unknown", hedge=2)
        for n, key in enumerate(false)
    ]
    true = [statement(f"w{n}", "dogwood", standing=standing, stake="neutral") for n in range(hands)]
    parties = [*PARTIES, party("dogwood")]
    heard = named(*(f"w{n}" for n in range(hands)), *(f"rumour {n}" for n in range(len(false))))
    full = weigh(incident(parties, [*true, *rumours]), heard, QUICK)
    lacking = weigh(incident(parties, rumours), heard, QUICK)
    assert means(lacking)["unnamed"] > means(full)["unnamed"]
    names = [value for key, value in means(lacking).items() if key in false]
    assert max(names, default=0.0) < means(full)["dogwood"]
    assert lacking.answer("executor").verdict is None


@settings(max_examples=200, deadline=None)
@given(STANDINGS, st.integers(1, 5), st.sampled_from(["neutral", "unknown", "victim"]))
def test_clearing_the_only_suspect_raises_somebody_unnamed(
    standing: str, courts: int, stake: str
) -> None:
    accused = statement("envoy", "alder", standing=standing, stake=stake)
    names = [f"court {n}" for n in range(courts)]
    fields: dict[str, Any] = {"speaks_for_party": False, "standing": "cleared"}
    cleared = [denial(name, "alder", **fields) for name in names]
    heard = named("envoy", *names)
    before = means(weigh(incident(PARTIES, [accused]), heard, QUICK))
    after = means(weigh(incident(PARTIES, [accused, *cleared]), heard, QUICK))
    assert after["unnamed"] > before["unnamed"]
    assert after["alder"] < before["alder"]


@settings(max_examples=200, deadline=None)
@given(STANDINGS, st.integers(1, 4), st.sampled_from(["neutral", "unknown", "victim", "ally"]))
def test_an_accusation_lowers_somebody_unnamed_less_than_rivals(
    standing: str, hands: int, stake: str
) -> None:
    calm = [statement("a", "birch", hedge=0), statement("b", "alder", hedge=0)]
    names = [f"w{n}" for n in range(hands)]
    loud = [*calm, *(statement(n, "alder", standing=standing, stake=stake) for n in names)]
    if standing != "speculated":
        # The prior is to stay as it is: both parties are accused outright from the start.
        calm = [structs.replace(s, hedge=1, act="accuse") for s in calm]
        loud = [*calm, *loud[2:]]
    heard = named("a", "b", *names)
    before = means(weigh(incident(PARTIES, calm), heard, QUICK))
    after = means(weigh(incident(PARTIES, loud), heard, QUICK))
    assert after["birch"] / before["birch"] < after["unnamed"] / before["unnamed"] < 1
