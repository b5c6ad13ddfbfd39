"""What is sent with a call: its size bounded before it is read, its form by its type."""

from typing import Any, Final

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from whence.run.intake.orders import Upload
from whence.web.api.call import Files
from whence.web.api.operation import Operation
from whence.web.api.problems import Refused

JSON: Final = "application/json"
FORM: Final = "multipart/form-data"

FILES: Final = 200
"""Files that may be sent at once."""

_DIGITS: Final = 12


def query_of(request: Request, operation: Operation) -> Any:
    """Return what stands in the query, as its type.

    Raises:
        Refused: when it does not fit, or something stands in it that means nothing.
    """
    given = request.query_params
    for name in given:
        if len(given.getlist(name)) > 1:
            raise Refused(422, f"{name} is given more than once", "give it once")
    try:
        return msgspec.convert(dict(given), operation.asked, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(422, f"the query does not fit: {error}", _SEE) from error


_SEE: Final = "what fits is told on the page /api"
_FILES: Final = "send files alone, as 'curl -F files=@page.html' does, and no other fields"


async def sent(request: Request, operation: Operation) -> bytes | FormData | None:
    """Return the bytes, or the files, that were sent with a request; None where none are taken.

    Raises:
        Refused: when they are of another type, too many, or of unknown length.
    """
    if operation.takes_files:
        _bound(request, operation, FORM)
        try:
            return await request.form(max_files=FILES, max_fields=0)
        except HTTPException as error:
            raise Refused(400, f"the files cannot be told apart: {error.detail}", _FILES) from error
    if operation.body is None:
        return None
    _bound(request, operation, JSON)
    return await request.body()


def _bound(request: Request, operation: Operation, wanted: str) -> None:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != wanted:
        raise Refused(415, f"this takes {wanted}, and not {media or 'nothing'}", _SEE)
    declared = request.headers.get("content-length", "")
    if not (declared.isascii() and declared.isdigit() and len(declared) <= _DIGITS):
        raise Refused(411, "the request does not say how long it is", "send Content-Length")
    if int(declared) > operation.most:
        raise Refused(413, f"more than {operation.most:,} bytes were sent", "send less at once")


def body_of(given: bytes | FormData | None, operation: Operation) -> Any:
    """Return what was sent, as its type.

    Raises:
        Refused: when it does not fit.
    """
    if isinstance(given, FormData):
        return _files(given)
    if given is None:
        return None
    try:
        return msgspec.json.decode(given, type=operation.body)
    except msgspec.ValidationError as error:
        raise Refused(422, f"what was sent does not fit: {error}", _SEE) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(400, f"what was sent is no JSON: {error}") from error


def _files(form: FormData) -> Files:
    uploads = []
    for name, value in form.multi_items():
        if name != "files" or not isinstance(value, UploadFile) or not value.filename:
            raise Refused(422, f"{name!r} is no file called 'files'", _SEE)
        uploads.append(Upload(name=value.filename, stream=value.file))
    if not uploads:
        raise Refused(422, "no file was sent", "send one or more as 'files'")
    return Files(files=uploads)
