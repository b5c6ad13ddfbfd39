"""Cases made at random: reports, chains of hands, values, copies."""

from hypothesis import strategies as st

from tests.publish.desk import RUN, Desk, document, trace
from whence.model.attribution import Anonymity, HopKind, SourceKind
from whence.model.case import Case
from whence.model.origin import Copy

Hands = tuple[tuple[str, HopKind, SourceKind, Anonymity], ...]

_TEXT = "Attack on the quay\nThree drones came, it was said. The Tidewatch did it."
_RELAYS: Hands = tuple((f"Agency {name}", "quotes", "agency", "organisation") for name in "ABC")
_ENDS: Hands = (
    ("the ministry", "says", "body", "organisation"),
    ("a spokesman", "says", "office", "role"),
    ("an official", "says", "person", "anonymous"),
    ("Ana Holm", "says", "person", "named"),
)
_ways = st.builds(
    lambda relays, end: (*relays, *end),
    st.lists(st.sampled_from(_RELAYS), max_size=3, unique=True),
    st.lists(st.sampled_from(_ENDS), max_size=1),
).map(lambda way: way if not way or way[-1] in _ENDS else ())
_values = st.lists(st.tuples(_ways, st.sampled_from(("fact", "claim", "other"))), max_size=6)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a case of up to seven reports; some say nothing, some copy an earlier one."""
    told = draw(st.lists(_values, min_size=1, max_size=7))
    desks = []
    for number, values in enumerate(told):
        desk = Desk(document(f"Paper {number}", f"{_TEXT} {number}", f"2031-03-0{number + 1}"))
        for way, kind in values:
            chain = desk.chain(*way)
            if kind == "claim":
                desk.claim(chain, "The Tidewatch", "accused", "The Tidewatch did it")
            else:
                scope = "other" if kind == "other" else "incident"
                desk.fact(chain, "munitions_launched", "3", "Three drones", scope=scope)
        desks.append(desk)
    pairs = draw(
        st.lists(st.tuples(*[st.integers(0, len(desks) - 1)] * 2, st.floats(0, 1)), max_size=4)
    )
    copies = tuple(
        Copy(copy_id=desks[max(pair)].document.id, original_id=desks[min(pair)].document.id,
             probability=chance, basis="whole")
        for *pair, chance in pairs
        if pair[0] != pair[1]
    )  # fmt: skip
    return Case(
        id="case-invented",
        run=RUN,
        documents=tuple(desk.document for desk in desks),
        reports=tuple(desk.report() for desk in desks),
        trace=trace(desks, copies),
    )
