"""HTTP statuses: one for every error class, so that a program can tell what happened."""

from typing import Final

from whence import errors

STATUSES: Final[dict[type[errors.WhenceError], int]] = {
    errors.WhenceError: 400,
    errors.NothingRead: 422,
    errors.ConfigError: 422,
    errors.OutputError: 500,
    errors.ModelMissing: 503,
    errors.InputError: 422,
    errors.MissingInput: 404,
    errors.UnreadablePage: 422,
    errors.TooLarge: 413,
    errors.UnsupportedInput: 415,
    errors.FetchError: 422,
    errors.ForbiddenAddress: 422,
    errors.MalformedRecord: 422,
    errors.UnknownId: 404,
    errors.BadArchive: 422,
    errors.StoreError: 503,
    errors.StoreLocked: 503,
    errors.StoreFull: 507,
    errors.StoreReadOnly: 403,
    errors.StoreDamaged: 503,
    errors.SchemaOutdated: 503,
    errors.UnknownCase: 404,
    errors.CaseRefused: 409,
    errors.Touched: 409,
    errors.ExtraMissing: 501,
    errors.BadQuery: 400,
    errors.AccountRefused: 409,
    errors.PasswordRefused: 422,
    errors.LinkRefused: 410,
    errors.LoginRefused: 401,
    errors.TooManyTries: 429,
}
"""The status of every error class; a test demands that none is missing."""


def status_of(error: errors.WhenceError) -> int:
    """Return the status of an error: its class's, or the nearest base class's."""
    for kind in type(error).__mro__:
        if kind in STATUSES:
            return STATUSES[kind]
    return STATUSES[errors.WhenceError]
