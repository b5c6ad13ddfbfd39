"""What a text closes with that is an agency's: "(Reuters)", "- AP"."""

import pytest

from whence.names.agencies import closing_credit


@pytest.mark.parametrize("name", ["Reuters", "AP", "AFP", "The Associated Press"])
@pytest.mark.parametrize("frame", ["It rained. ({})", "It rained.\n\n- {}", "It rained.\n— {}\n"])
def test_a_credit_closes_a_text(frame: str, name: str) -> None:
    text = frame.format(name)
    found = closing_credit(text)
    assert found is not None
    assert text[slice(*found)] == name


@pytest.mark.parametrize(
    "text",
    ["He told (Reuters) so.", "It rained. (Harrow)", "He quoted AP.", "He saw it (Reuters)", ""],
)
def test_and_nothing_else_does(text: str) -> None:
    assert closing_credit(text) is None
