"""Every setting of every stage, read once: defaults, files, variables, command line.

Later sources win: (1) the defaults, (2) ``whence.toml`` in the user's configuration folder,
(3) ``whence.toml`` in the working directory or the file named by ``--config``, (4) variables such
as ``WHENCE_WEIGH__SEED=3``, (5) options of the command line. Nothing is read at import: the
environment and the folders are arguments.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from rapidfuzz import process

from whence.errors import ConfigError
from whence.extract import Options as ExtractOptions
from whence.fuse import Options as FuseOptions
from whence.ingest import Options as IngestOptions
from whence.model.iso import WRITTEN, is_prefix
from whence.publish import Options as PublishOptions
from whence.store.options import Options as StoreOptions
from whence.trace import Options as TraceOptions
from whence.weigh import Options as WeighOptions

FILE_NAME = "whence.toml"
PREFIX = "WHENCE_"
_TOML = "settings are written in TOML, in UTF-8"


class Options(Struct, frozen=True, kw_only=True):
    """How a run goes about its work: which reader reads, in how many processes.

    A document on which ingest, or reading, takes more than ``document_seconds`` of processor time
    is left out, and the reason told (0: no limit). There is no such limit on Windows.
    """

    reader: str = "encoder"
    jobs: Annotated[int, Meta(ge=1, le=256)] = 1
    document_seconds: Annotated[float, Meta(ge=0, le=1_000_000)] = 600.0


class IntakeOptions(Struct, frozen=True, kw_only=True):
    """How the workbench takes in reports, and how much at once (an order).

    ``folder``: where what is given waits until the library has it; "" is in the user's data. One
    order may bring ``files`` files with ``max_bytes`` bytes in all, ``addresses`` addresses,
    ``texts`` pasted texts, and ``pages`` pages from each archive or feed. The process that reads
    ends after ``idle_seconds`` without work. The results of ``results`` orders are kept, for a day.
    """

    folder: str = ""
    files: Annotated[int, Meta(ge=1, le=10_000)] = 200
    max_bytes: Annotated[int, Meta(ge=1, le=10_000_000_000)] = 300_000_000
    addresses: Annotated[int, Meta(ge=1, le=10_000)] = 200
    texts: Annotated[int, Meta(ge=1, le=10_000)] = 200
    pages: Annotated[int, Meta(ge=1)] = 2_000
    idle_seconds: Annotated[float, Meta(ge=0)] = 600.0
    results: Annotated[int, Meta(ge=0)] = 200


class Config(Struct, frozen=True, kw_only=True):
    """The options of every stage, composed once; field names are the sections of whence.toml."""

    run: Options = Options()
    ingest: IngestOptions = IngestOptions()
    extract: ExtractOptions = ExtractOptions()
    trace: TraceOptions = TraceOptions()
    fuse: FuseOptions = FuseOptions()
    weigh: WeighOptions = WeighOptions()
    publish: PublishOptions = PublishOptions()
    store: StoreOptions = StoreOptions()
    intake: IntakeOptions = IntakeOptions()


@dataclass(frozen=True)
class Setting:
    """One setting: its section and name, its value, and where the value comes from."""

    section: str
    name: str
    value: object
    origin: str


@dataclass(frozen=True)
class Sources:
    """Where settings may stand besides the defaults; the later wins."""

    files: tuple[Path, ...] = ()
    variables: Mapping[str, str] | None = None
    options: Mapping[str, object] | None = None


def load(sources: Sources) -> tuple[Config, tuple[Setting, ...]]:
    """Return the configuration, and every setting with its origin in the order of the sections.

    ``sources.options`` maps "section.name" to values of the command line; None means not given.

    Raises:
        ConfigError: for an unreadable file, an unknown section or key, or an impossible value.
    """
    known = _known()
    given: dict[str, tuple[object, str]] = {}
    for key, value, origin in _given(sources, known):
        try:
            given[key] = (msgspec.convert(value, known[key]), origin)
        except msgspec.ValidationError as error:
            raise ConfigError(f"{origin}: {key} = {value!r}: {error}") from error
    config = msgspec.structs.replace(
        Config(), **{section.name: _section(section, given) for section in _sections()}
    )
    for key in ("fuse.as_of", "weigh.as_of"):
        _check_date(key, given)
    return config, tuple(_settings(config, given))


def explain(key: str, known: list[str]) -> str:
    """Return a hint naming the known key nearest to an unknown one, if one is near."""
    best = process.extractOne(key, known, score_cutoff=60)
    return f"did you mean {best[0]!r}?" if best else ConfigError.hint


def _sections() -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(Config)


def _known() -> dict[str, object]:
    """Map "section.name" to the type of every setting."""
    return {
        f"{section.name}.{field.name}": field.type
        for section in _sections()
        for field in msgspec.structs.fields(section.type)
    }


def _given(sources: Sources, known: Mapping[str, object]) -> Iterator[tuple[str, object, str]]:
    for path in sources.files:
        yield from _from_file(path, known)
    yield from _from_variables(sources.variables or {}, known)
    for key, value in (sources.options or {}).items():
        if value is not None:
            yield key, value, "command line"


def _from_file(path: Path, known: Mapping[str, object]) -> Iterator[tuple[str, object, str]]:
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8"))
    except RecursionError as error:  # lists within lists, by the thousand
        raise ConfigError(f"{path}: it is nested too deeply", _TOML) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}", _TOML) from error
    names = [section.name for section in _sections()]
    for section, table in content.items():
        if section not in names or not isinstance(table, dict):
            raise ConfigError(f"{path}: no section [{section}]", explain(section, names))
        for name, value in table.items():
            key = f"{section}.{name}"
            if key not in known:
                raise ConfigError(f"{path}: no setting {key}", explain(key, list(known)))
            # TOML has dates of its own; ours are ISO text, since they may be a year or month alone.
            yield key, value.isoformat() if isinstance(value, date) else value, str(path)


def _from_variables(
    variables: Mapping[str, str], known: Mapping[str, object]
) -> Iterator[tuple[str, object, str]]:
    # Without the double underscore a variable belongs to somebody else: wrappers and tests also
    # name theirs WHENCE_SOMETHING.
    for variable, text in sorted(variables.items()):
        if not variable.startswith(PREFIX) or "__" not in variable:
            continue
        key = variable.removeprefix(PREFIX).replace("__", ".", 1).lower()
        if key not in known:
            raise ConfigError(f"{variable}: no setting {key}", explain(key, list(known)))
        yield key, _parsed(text, known[key]), variable


def _parsed(text: str, kind: object) -> object:
    """Read a variable's text as the setting's type: as it stands, or else as a TOML value."""
    try:
        return msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError:
        try:
            return tomllib.loads(f"value = {text}")["value"]
        except (tomllib.TOMLDecodeError, RecursionError):
            return text


def _section(section: msgspec.structs.FieldInfo, given: Mapping[str, tuple[object, str]]) -> Struct:
    prefix = f"{section.name}."
    chosen = {
        key.removeprefix(prefix): held for key, held in given.items() if key.startswith(prefix)
    }
    values = {name: value for name, (value, _) in chosen.items()}
    options: Struct = section.default
    try:
        return msgspec.structs.replace(options, **values)
    except ValueError as error:
        origins = ", ".join(sorted({origin for _, origin in chosen.values()}))
        raise ConfigError(f"{origins}: [{section.name}] {error}") from error


def _check_date(key: str, given: Mapping[str, tuple[object, str]]) -> None:
    """Refuse what is no date: compared as text, "tomorrow" would lie after everything."""
    value, origin = given.get(key, (None, ""))
    if value is not None and not is_prefix(str(value)):
        raise ConfigError(f"{origin}: {key} = {value!r} is no date", WRITTEN)


def _settings(config: Config, given: Mapping[str, tuple[object, str]]) -> Iterator[Setting]:
    for section in _sections():
        options = getattr(config, section.name)
        for field in msgspec.structs.fields(options):
            _, origin = given.get(f"{section.name}.{field.name}", (None, "default"))
            yield Setting(section.name, field.name, getattr(options, field.name), origin)
