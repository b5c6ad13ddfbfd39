import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import BadQuery
from whence.store.fulltext.folding import words
from whence.store.fulltext.query import All, Any, Phrase, matches, parse, phrases


def one(*said: str, prefix: bool = False) -> Phrase:
    return Phrase(said, prefix)


A, B, C = one("aa"), one("bb"), one("cc")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("aa", A),
        ("AA bb", All((A, B))),
        ("aa AND bb", All((A, B))),
        ("aa OR bb", Any((A, B))),
        ("aa bb OR cc", Any((All((A, B)), C))),
        ("aa (bb OR cc)", All((A, Any((B, C))))),
        ("aa -bb", All((A,), (B,))),
        ("-bb aa", All((A,), (B,))),
        ("aa NOT bb", All((A,), (B,))),
        ("aa -(bb cc)", All((A,), (All((B, C)),))),
        ("aa (-bb -cc)", All((A,), (Any((B, C)),))),
        ("aa -(bb OR -cc)", All((A, All((C,), (B,))))),
        ("-(-aa)", A),
        ('"aa bb" cc', All((one("aa", "bb"), C))),
        ('aa -"bb cc"', All((A,), (one("bb", "cc"),))),
        ("aa-bb", one("aa", "bb")),
        ("dro*", one("dro", prefix=True)),
        ('"aa bb"*', one("aa", "bb", prefix=True)),
        ('"aa bb', one("aa", "bb")),
        ("aa) OR (bb", Any((A, B))),
        ("((aa", A),
        ("OR aa OR OR bb OR", Any((A, B))),
        ("aa AND NOT bb", All((A,), (B,))),
        ("or not", All((one("or"), one("not")))),
        ("aa ! & | :* {x} : ^ + NEAR(bb, 2)", None),
        ("place:aa", one("place", "aa")),
    ],
)
def test_language_is_read_as_written(text: str, query: object) -> None:
    found = parse(text)
    assert query is None or found == query


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing to look for"),
        ("?!", "nothing to look for"),
        ('""', "nothing to look for"),
        ("OR", "nothing to look for"),
        ("-aa", "only what is not to be there"),
        ("aa OR -bb", "only what is not to be there"),
        ("d*", "too short a beginning"),
        ("aa " * 65, "65 words"),
        ("a" * 1001, "1,001 characters"),
        ("(" * 11 + "aa", "brackets"),
    ],
)
def test_query_that_cannot_be_answered_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadQuery, match=said) as caught:
        parse(text)
    assert caught.value.hint


@given(st.text(max_size=200) | st.text('()"-* aORNT', max_size=40))
def test_any_string_is_a_query_or_refused(text: str) -> None:
    try:
        query = parse(text)
    except BadQuery:
        return
    for phrase in phrases(query):
        assert phrase.words
        assert list(phrase.words) == words(" ".join(phrase.words))


def test_matching_asks_for_neighbours_beginnings_and_what_is_missing() -> None:
    text = words("A drone struck the Green Zone at dawn")
    assert matches(parse('"green zone" dro*'), text)
    assert matches(parse('"the green zo"*'), text)
    assert not matches(parse('"zone green"'), text)
    assert not matches(parse("drone -dawn"), text)
    assert matches(parse("missile OR drone"), text)
    assert not matches(parse('"at dawn again"'), text)
