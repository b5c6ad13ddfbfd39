"""When and where of single articles: gold and answers by hand, and a real reading."""

import json
from pathlib import Path

import pytest
from evaluation.corpora.giveme5w1h import Article, Given, answers, articles, part
from evaluation.giveme5w1h import given, grade, graded, measure, read, same_place, scores
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.scores import Outcome

from tests.shared import require
from whence.extract.rules.reader import RulesReader

TEXT = (
    "A bomb exploded on Tuesday at a market in Kirkuk, Iraq, killing four people, police said. "
    "Nobody has claimed responsibility for the attack."
)
OTHER = "The museum opens a new wing next year and expects many visitors, its director said."


def write(
    folder: Path, name: str, category: str, text: str, when: object, where: object, **more: object
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    questions = {
        "when": {"annotated": when, **more},
        "where": {"annotated": where},
    }
    row = {
        "dId": name, "category": category, "title": "News", "text": text,
        "date_publish": "2019-05-15 00:00:00", "fiveWoneH": questions,
    }  # fmt: skip
    (folder / f"{name}.json").write_text(json.dumps(row))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    gold = tmp_path / "gold_standard"
    write(
        gold, "a1", "tram", TEXT,
        [{"text": "on Tuesday", "parsed": "2019-05-14", "coderPhraseCount": 3}],
        [{"text": "a market in Kirkuk ", "coderPhraseCount": 2}, {"coderPhraseCount": 1}],
    )  # fmt: skip
    write(
        gold, "b2", "museum", OTHER,
        [{"parsed": "2020", "coderPhraseCount": 3}], [{"coderPhraseCount": 3}],
    )  # fmt: skip
    return tmp_path


def value(outcome: Outcome, name: str) -> float:
    return outcome.score(name).value


def test_an_article_keeps_phrases_that_have_words_and_the_day_that_is_meant(corpus: Path) -> None:
    found, files = articles(corpus, "all")
    assert [one.id for one in found] == ["a1", "b2"]
    assert len(files) == 2
    first, second = found
    assert (first.day, first.when, first.where) == (
        "2019-05-14", ("on Tuesday",), ("a market in Kirkuk",)
    )  # fmt: skip
    assert first.published == "2019-05-15"
    assert (second.day, second.when, second.where) == ("2020", (), ())


def test_the_parts_are_fixed_and_cover_the_set(corpus: Path) -> None:
    halves = [{one.id for one in articles(corpus, split)[0]} for split in ("dev", "held")]
    assert halves[0] | halves[1] == {"a1", "b2"}
    assert not halves[0] & halves[1]
    assert [part(str(number)) for number in range(6)].count("dev") in range(1, 6)


def test_the_answers_of_a_system_are_its_best_ones(tmp_path: Path) -> None:
    best = {"text": "Tuesday .", "enhancement": {"timex": {"start_date": "2019-05-14T00:00:00"}}}
    write(tmp_path, "a1", "tram", TEXT, [], [], extracted=[best, {"text": "later"}])
    found, _ = answers(tmp_path)
    assert found == {"a1": Given(when="Tuesday .", day="2019-05-14")}
    with pytest.raises(DataAbsentError):
        answers(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("answer", "phrase", "expected"),
    [
        ("Thursday", "late on Thursday", 1.0),
        ("the northern city of Velm", "in Velm", 1.0),
        ("Velm harbour", "Velm station", 0.5),
        ("the city", "the city of Velm", 0.0),
        ("", "Velm", 0.0),
        ("Orlo", "Velm", 0.0),
    ],
)
def test_words_are_relevant_partly_relevant_or_not(
    answer: str, phrase: str, expected: float
) -> None:
    assert grade(answer, phrase) == expected


def test_a_place_is_the_same_by_whole_names() -> None:
    assert same_place(["Mill Lane", "Velm"], ["downtown Velm"])
    assert same_place(["Velm harbour"], ["Velm"])
    assert not same_place(["Velm"], ["Velmora"])
    assert not same_place([], ["Velm"])


def test_the_right_day_is_relevant_whatever_its_words() -> None:
    gold = Article(id="a", event="tram", title="", text="", day="2019-05-14", when=("at noon",))
    assert graded(gold, Given(when="Tuesday", day="2019-05-14")).grades["when"] == 1
    assert graded(gold, Given(when="Tuesday", day="2019-05-13")).grades["when"] == 0
    assert graded(gold, Given(when="about noon", day="2019-05-13")).grades["when"] == 1


def test_a_day_is_right_as_far_as_the_gold_tells_it() -> None:
    gold = Article(id="a", event="tram", title="", text="", day="2019-05")
    assert graded(gold, Given(day="2019-05-14")).grades["day"] == 1
    assert graded(gold, Given(day="2019")).grades["day"] == 0


def test_what_nobody_answers_counts_in_all_and_not_in_answered(corpus: Path) -> None:
    outcome = measure(Request(data=corpus, split="all"))
    assert value(outcome, "when answered") == 0.5
    assert value(outcome, "day, of all") == 0.5
    assert value(outcome, "day, of answered") == 1
    assert value(outcome, "day, of incidents") == 1
    assert value(outcome, "place, of all") == 1
    assert [one.kind for one in outcome.misreadings] == ["day unanswered"]
    assert any(".82" in line for line in outcome.notes)


def test_an_article_is_read_with_its_title_and_its_day(corpus: Path) -> None:
    article = articles(corpus, "all")[0][0]
    found = given(read(article, RulesReader()))
    assert (found.day, found.when) == ("2019-05-14", "on Tuesday")
    assert found.where[0] in ("Kirkuk", "market")


def test_another_system_stands_beside_where_it_answers(corpus: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    best = {"text": "May", "enhancement": {"timex": {"start_date": "2019-05-01T00:00:00"}}}
    write(theirs, "a1", "tram", TEXT, [], [], extracted=[best])
    outcome = measure(Request(data=corpus, split="all", options={"theirs": str(theirs)}))
    assert value(outcome, "giveme5w1h's: when answered") == 0.5
    assert value(outcome, "giveme5w1h's: day, of all") == 0
    assert value(outcome, "day, of those that it answers") == 1
    assert outcome.score("giveme5w1h's: day, of all").measure == "baseline"


def test_an_article_without_text_has_no_answer() -> None:
    empty = Article(id="e", event="tram", title="", text=" ")
    assert given(read(empty, RulesReader())) == Given()


def test_no_articles_give_figures_of_nothing() -> None:
    assert {one.value for one in scores([], [])} == {0.0}


@pytest.mark.needs_shared
def test_the_gold_standard_is_read_whole() -> None:
    found, files = articles(require("data/giveme5w1h"), "all")
    assert len(found) == len(files) == 96
    assert sum(bool(one.day) for one in found) == 95
    assert sum(bool(one.where) for one in found) == 72
