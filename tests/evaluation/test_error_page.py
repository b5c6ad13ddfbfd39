"""The page of misreadings: escaped, grouped, whole in itself."""

from pathlib import Path

from evaluation.harness.command import Request, main
from evaluation.harness.error_page import SHOWN, page
from evaluation.harness.scores import Misreading, Outcome


def outcome(*misreadings: Misreading) -> Outcome:
    return Outcome(name="a <b> & c", corpus="c1", scores=(), misreadings=misreadings)


def test_everything_is_escaped_and_the_commonest_kind_comes_first() -> None:
    one = Misreading(
        where="<i>", kind="rare", expected="<script>", got='"x" & y', context="</td><b>"
    )
    often = [Misreading(where=str(n), kind="often", expected="e", got="g") for n in range(2)]
    made = page(outcome(one, *often))
    assert "<script>" not in made
    assert "&lt;script&gt;" in made
    assert "&lt;/td&gt;&lt;b&gt;" in made
    assert "a &lt;b&gt; &amp; c" in made
    assert made.index("often (2)") < made.index("rare (1)")
    assert "http" not in made


def test_long_groups_are_cut_and_say_so() -> None:
    many = [Misreading(where=str(n), kind="k", expected="", got="") for n in range(SHOWN + 1)]
    made = page(outcome(*many))
    assert f"k ({SHOWN + 1}, {SHOWN} shown)" in made
    assert made.count("<tr>") == SHOWN + 1
    assert "None." in page(outcome())


def test_the_command_writes_it(tmp_path: Path) -> None:
    def toy(request: Request) -> Outcome:
        assert request.reader == "encoder"
        return outcome(Misreading(where="w", kind="k", expected="é", got="g"))

    path = tmp_path / "errors.html"
    arguments = ["--data", str(tmp_path), "--html", str(path), "--reader", "encoder"]
    assert main(toy, arguments) == 0
    assert "é" in path.read_text(encoding="utf-8")
