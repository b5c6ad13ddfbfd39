from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.grouping.making import ALONE, DEPOT, EVERY, FERRY, made
from tests.trace.making import Made, document
from whence.fuse.grouping import Groups, found, signature
from whence.fuse.grouping.signature import Signature

_MADE = [[signature(one.document, one.report()) for one in made(rows)] for rows in EVERY]
_ALL = [one for rows in _MADE for one in rows]
_APART = sorted(tuple(sorted(one.document_id for one in rows)) for rows in _MADE)


def _grouped(signatures: list[Signature]) -> Groups:
    groups = Groups()
    for one in signatures:
        groups.add(one)
    return groups


def test_reports_of_one_incident_are_together_and_others_apart() -> None:
    assert _grouped(_ALL).groups() == _APART


@given(st.permutations(_ALL))
def test_the_order_in_which_reports_come_in_is_irrelevant(signatures: list[Signature]) -> None:
    groups = _grouped(signatures)
    assert groups.groups() == _APART
    assert groups.odds() == _grouped(_ALL).odds()


def test_adding_a_report_touches_only_what_it_is_tied_to() -> None:
    groups = _grouped([*_MADE[1], *_MADE[2], *_MADE[0][:2]])
    touched = groups.add(_MADE[0][2])
    assert touched == {one.document_id for one in _MADE[0]}
    assert groups.groups() == _APART


def test_a_report_is_added_once() -> None:
    groups = _grouped(_ALL)
    assert groups.add(_ALL[0]) == frozenset()
    assert set(groups.signatures()) == {one.document_id for one in _ALL}


def test_a_judgement_parts_what_the_words_bring_together() -> None:
    groups = _grouped(_ALL)
    one, other = (made.document_id for made in _MADE[1])
    assert groups.judge(one, other, same=False) == {one, other}
    assert (one,) in groups.groups()
    assert (other,) in groups.groups()
    groups.judge(other, one, same=True)
    assert groups.groups() == _APART


def test_a_judgement_binds_what_the_words_keep_apart_and_holds_from_then_on() -> None:
    groups = Groups()
    left, right = _MADE[1][0].document_id, _MADE[2][0].document_id
    assert groups.judge(left, right, same=True) == frozenset()
    for one in _ALL:
        groups.add(one)
    whole = tuple(sorted(one.document_id for one in (*_MADE[1], *_MADE[2])))
    assert whole in groups.groups()


@settings(max_examples=40)
@given(
    st.permutations(range(len(_ALL))),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=4),
)
def test_judgements_give_the_same_groups_before_and_after_the_reports(
    order: list[int], given_pairs: list[tuple[int, int, bool]]
) -> None:
    pairs = [row for row in given_pairs if row[0] != row[1]]
    before, after = Groups(), Groups()
    for one, other, same in pairs:
        before.judge(_ALL[one].document_id, _ALL[other].document_id, same)
    for place in order:
        before.add(_ALL[place])
        after.add(_ALL[place])
    for one, other, same in pairs:
        after.judge(_ALL[one].document_id, _ALL[other].document_id, same)
    assert before.groups() == after.groups()


def test_capitals_throughout_are_grouped_like_other_texts() -> None:
    shouting = []
    for one in (*made(FERRY), *made(DEPOT)):
        loud = document(
            one.document.outlet or "", one.document.text.upper(), one.document.published
        )
        other = Made(loud)
        shouting.append(signature(loud, other.report()))
    assert all(one.names for one in shouting)
    found = _grouped(shouting).groups()
    ferry = {one.document_id for one in shouting[:3]}
    assert all(set(group) <= ferry or not set(group) & ferry for group in found)


def test_undated_reports_are_compared_by_their_rarest_words() -> None:
    undated = []
    for one in made(FERRY)[:2]:
        text = document(one.document.outlet or "", one.document.text)
        undated.append(signature(text, Made(text).report()))
    assert len(_grouped(undated).odds()) == 1
    assert len(_grouped([*undated, *_MADE[2]]).odds()) == 1


def test_a_report_long_after_is_found_by_names_alone() -> None:
    later = made(FERRY)[2]
    text = document("Tide Weekly", later.document.text, "2033-05-01")
    late = signature(text, Made(text).report())
    groups = _grouped([*_MADE[0], *_MADE[2], late])
    assert any(late.document_id in pair for pair in groups.odds())
    assert (_MADE[2][0].document_id,) in groups.groups()


def test_one_rare_word_in_common_is_too_little_to_compare() -> None:
    pair = [document("Quay News", text, "2031-03-02") for text in ("A bridge.", "The bridge.")]
    assert _grouped([signature(one, Made(one).report()) for one in pair]).odds() == {}


def test_a_report_without_its_document_is_not_grouped() -> None:
    ferry, alone = made(FERRY), made(ALONE)
    reports = [one.report() for one in (*ferry, *alone)]
    assert set(found([one.document for one in ferry], reports).signatures()) == {
        one.document.id for one in ferry
    }
