from collections.abc import Iterator

import pytest

from whence import errors
from whence.cli import exits
from whence.web import statuses

ERRORS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.WhenceError)
]


def subclasses(kind: type[errors.WhenceError]) -> Iterator[type[errors.WhenceError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from subclasses(child)


def test_every_error_class_has_its_own_exit_code() -> None:
    ours = {kind for kind in subclasses(errors.WhenceError) if kind.__module__.startswith("whence")}
    assert ours == set(exits.EXIT_CODES)
    assert len(set(exits.EXIT_CODES.values())) == len(exits.EXIT_CODES)


def test_every_error_class_has_its_status() -> None:
    ours = {kind for kind in subclasses(errors.WhenceError) if kind.__module__.startswith("whence")}
    assert ours == set(statuses.STATUSES)
    assert all(400 <= status < 600 for status in statuses.STATUSES.values())


def test_error_codes_are_kept_apart_from_the_other_endings() -> None:
    endings = {
        exits.OK, exits.USAGE, exits.PARTIAL, exits.DEFECT, exits.INTERRUPTED, exits.BROKEN_PIPE,
        exits.TERMINATED,
    }  # fmt: skip
    assert len(endings) == 7
    assert not endings & set(exits.EXIT_CODES.values())
    assert all(0 <= code < 256 for code in (*endings, *exits.EXIT_CODES.values()))


def test_class_without_a_row_ends_as_its_base() -> None:
    class Particular(errors.TooLarge):
        pass

    assert exits.code_of(Particular("a.html", "too much")) == exits.EXIT_CODES[errors.TooLarge]


@pytest.mark.parametrize("kind", [k for k in ERRORS if k is not errors.WhenceError])
def test_every_error_says_what_to_do_next(kind: type[errors.WhenceError]) -> None:
    assert kind is errors.InputError or kind.hint
    assert kind.kind != errors.WhenceError.kind


def test_kinds_are_told_apart() -> None:
    kinds = [kind.kind for kind in ERRORS]
    assert len(set(kinds)) == len(kinds)


def test_input_error_names_the_input_and_the_reason() -> None:
    error = errors.TooLarge("a.html", "60 MB, at most 20")
    assert error.message == str(error) == "a.html: 60 MB, at most 20"
    assert (error.location, error.reason) == ("a.html", "60 MB, at most 20")


def test_own_hint_takes_the_place_of_the_class_hint() -> None:
    assert errors.WhenceError("x").hint == ""
    assert errors.ConfigError("x").hint == errors.ConfigError.hint
    assert errors.ConfigError("x", "did you mean y?").hint == "did you mean y?"


def test_fetch_error_knows_the_status() -> None:
    error = errors.FetchError("https://a.example", "not found", 404, "look again")
    assert (error.status, error.location, error.hint) == (404, "https://a.example", "look again")
    assert errors.ForbiddenAddress("file:///etc", "not http").status is None
