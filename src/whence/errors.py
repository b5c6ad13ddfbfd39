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
    hint = "Whence reads .html, .txt, .md, .eml, .jsonl, .warc(.gz), .wacz, feeds and addresses"


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


class StoreError(WhenceError):
    """A case library that cannot be opened, read or written; ``path`` is its file or address."""

    kind = "store"
    hint = "check the path under [store] library in whence.toml, or give --library"

    def __init__(self, path: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}", hint)
        self.path = path
        self.reason = reason


class StoreLocked(StoreError):
    """Others kept writing to the library, or to the case, for longer than was waited."""

    kind = "locked"
    hint = "nothing was lost: try again when the others are done"


class StoreFull(StoreError):
    """There is no room to write; what was written before stays."""

    kind = "full"
    hint = "make room and repeat the command: what is kept already is not done again"


class StoreReadOnly(StoreError):
    """The library, or the folder it lies in, may not be written to."""

    kind = "read_only"
    hint = "change its permissions, or name another library with --library"


class StoreDamaged(StoreError):
    """The library's file is broken: not by Whence, which never leaves half an entry."""

    kind = "damaged"
    hint = "keep the file as it is, and go on from a backup: --library BACKUP"


class SchemaOutdated(StoreError):
    """A library that another version of Whence wrote: ``found`` and ``expected`` are revisions."""

    kind = "schema"

    def __init__(self, path: str, found: str, expected: str, hint: str = "") -> None:
        reason = f"its form is {found or 'unknown'}, this version of Whence knows {expected}"
        super().__init__(path, reason, hint or "install a newer version of Whence")
        self.found = found
        self.expected = expected


class UnknownCase(WhenceError):
    """A case that the library does not hold."""

    kind = "unknown_case"
    hint = "'whence case list' shows the cases there are; 'whence case new NAME' opens one"


class BadQuery(WhenceError):
    """A search that asks for nothing, or for more than can be looked for."""

    kind = "query"
    hint = "'whence search --help' shows what can be asked"


class CaseRefused(WhenceError):
    """A case that cannot take what it is given: closed, its name in use, or of another history."""

    kind = "case_refused"
    hint = "'whence log CASE' shows its history"


class BadArchive(InputError):
    """An exported case that is not whole, not safe to unpack, or not what it says it is."""

    kind = "bad_archive"
    hint = "nothing was taken over; ask for the export again"


class Touched(WhenceError):
    """A case file in which something was changed or is missing; every finding is told before."""

    kind = "touched"
    hint = "keep the file as it is: the findings say what was touched"


class AccountRefused(WhenceError):
    """A change of accounts that cannot be made: a name in use, the last administrator, a right."""

    kind = "account_refused"
    hint = "an active administrator may change accounts, and one of them must stay"


class PasswordRefused(WhenceError):
    """A new password that is too easily guessed, or too long."""

    kind = "password_refused"
    hint = "take four or five words at random, or what a password manager makes"


class LinkRefused(WhenceError):
    """An invitation or password reset that does not hold: used, run out, replaced or unknown."""

    kind = "link_refused"
    hint = "ask an administrator for a new one"

    def __init__(self) -> None:
        super().__init__("this link was used, has run out, or was replaced by another")


class LoginRefused(WhenceError):
    """A name and password that do not let anybody in; which of them is wrong is never told."""

    kind = "login_refused"
    hint = "try again, or ask an administrator to reset the password"

    def __init__(self, message: str = "name and password do not fit", hint: str = "") -> None:
        super().__init__(message, hint)


class TooManyTries(WhenceError):
    """Too many failed logins; ``retry_after`` is the number of seconds to wait."""

    kind = "too_many_tries"
    hint = "wait, then try again"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"too many failed logins: wait {retry_after} s")
        self.retry_after = retry_after


class ExtraMissing(WhenceError):
    """A part of Whence that needs packages beyond the default install."""

    kind = "extra_missing"
    hint = "install Whence with the extra that is named"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs more packages", f"pip install 'whence[{extra}]'")
        self.extra = extra
