"""Every error that a user can meet, each with its message and what to do next.

Exit codes live in ``whence.cli.exits``; a test demands that every class has one.
"""


class WhenceError(Exception):
    """Base of everything that Whence raises on purpose. ``hint`` says what to do next."""

    kind = "error"
    hint = ""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        if hint:
            self.hint = hint


class InputError(WhenceError):
    """An input that cannot be used; ``location`` is the file or address as the user gave it."""

    kind = "input"

    def __init__(self, location: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{location}: {reason}", hint)
        self.location = location
        self.reason = reason


class MissingInput(InputError):
    """A file, folder or pattern that leads to nothing."""

    kind = "missing"
    hint = "check the spelling; patterns such as 'reports/*.html' are expanded by Whence too"


class UnreadablePage(InputError):
    """A document that holds no readable article (empty, binary, markup without text)."""

    kind = "unreadable"
    hint = "open it in a browser and save it as a complete page, or paste its text into a .txt file"


class TooLarge(InputError):
    """An input over the size limit."""

    kind = "too_large"
    hint = "cut it to the article, or raise [ingest] max_bytes in whence.toml"


class UnsupportedInput(InputError):
    """A file type that is not read."""

    kind = "unsupported"
    hint = "Whence reads .html, .txt, .md, .eml, .jsonl, .warc(.gz), feeds and addresses"


class FetchError(InputError):
    """An address that could not be fetched; ``status`` is the HTTP status, if there was one."""

    kind = "fetch"
    hint = "check the address and the network, or save the page and give the file instead"

    def __init__(self, url: str, reason: str, status: int | None = None, hint: str = "") -> None:
        super().__init__(url, reason, hint)
        self.status = status


class ForbiddenAddress(FetchError):
    """An address that is never fetched: not http(s), private, link-local, or against robots.txt."""

    kind = "forbidden"
    hint = "only public http and https addresses are fetched; save the page and give the file"


class MalformedRecord(InputError):
    """A line of a JSON-lines stream or a case file that does not fit its schema."""

    kind = "malformed"
    hint = "'whence schema' prints what each stage reads and writes"


class NothingRead(WhenceError):
    """Not one of the inputs could be read."""

    kind = "nothing_read"
    hint = "see the lines above: each input has its reason"


class ModelMissing(WhenceError):
    """The reading model, or a program that runs it, is not there or not whole."""

    kind = "model_missing"
    hint = "install Whence anew, or read by rules: --reader rules"


class ConfigError(WhenceError):
    """A setting that does not exist or has a value it cannot have."""

    kind = "config"
    hint = "'whence config' shows every setting with its value and where it comes from"


class OutputError(WhenceError):
    """A result that could not be written."""

    kind = "output"
    hint = "check that the folder exists, that you may write there and that the disk has room"


class UnknownId(WhenceError):
    """An id that nothing in the case has."""

    kind = "unknown_id"
    hint = "ids stand in case.json and in the report's links"
