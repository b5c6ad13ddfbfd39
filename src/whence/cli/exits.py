"""Exit codes: one for every error class, so that a script can tell what happened.

0 and 2 follow the shell's and click's customs; 130, 141 and 143 are 128 plus the signal's number,
as a shell reports it; 70 is EX_SOFTWARE of sysexits.h.
"""

from whence import errors

OK = 0
"""Every input was read and the result was written."""

USAGE = 2
"""The command line itself is wrong (click's code)."""

PARTIAL = 3
"""A result was written, but at least one input is missing from it: see the lines on stderr."""

DEFECT = 70
"""Whence itself failed: a defect, with its traceback."""

INTERRUPTED = 130
"""Stopped by Ctrl-C."""

BROKEN_PIPE = 141
"""Whoever read the output stopped reading."""

TERMINATED = 143
"""Ended by SIGTERM, as ``kill`` does; 'whence serve' clears up then and ends as with Ctrl-C."""

EXIT_CODES: dict[type[errors.WhenceError], int] = {
    errors.WhenceError: 1,
    errors.NothingRead: 4,
    errors.ConfigError: 5,
    errors.OutputError: 6,
    errors.ModelMissing: 7,
    errors.InputError: 10,
    errors.MissingInput: 11,
    errors.UnreadablePage: 12,
    errors.TooLarge: 13,
    errors.UnsupportedInput: 14,
    errors.FetchError: 15,
    errors.ForbiddenAddress: 16,
    errors.MalformedRecord: 17,
    errors.UnknownId: 18,
    errors.BadArchive: 19,
    errors.StoreError: 20,
    errors.StoreLocked: 21,
    errors.StoreFull: 22,
    errors.StoreReadOnly: 23,
    errors.StoreDamaged: 24,
    errors.SchemaOutdated: 25,
    errors.UnknownCase: 26,
    errors.CaseRefused: 27,
    errors.Touched: 28,
    errors.ExtraMissing: 29,
    errors.BadQuery: 30,
    errors.AccountRefused: 40,
    errors.PasswordRefused: 41,
    errors.LinkRefused: 42,
    errors.LoginRefused: 43,
    errors.TooManyTries: 44,
}
"""Exit code of every error class; a test demands that none is missing."""


def code_of(error: errors.WhenceError) -> int:
    """Return the exit code of an error: its class's, or the nearest base class's."""
    for kind in type(error).__mro__:
        if kind in EXIT_CODES:
            return EXIT_CODES[kind]
    return EXIT_CODES[errors.WhenceError]
