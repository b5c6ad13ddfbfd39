"""``whence schema``."""

import click

from whence.errors import UnknownId


@click.command()
@click.argument("record", default="case")
def schema(record: str) -> None:
    """Print the JSON schema of the case or of a RECORD.

    \b
    RECORD is one of: case (the default), line, run, document, failure, report,
    trace, incident, other_incident, assessment, judgement, estimate, pooled.

    \b
    Examples:
      whence schema > case.schema.json
      whence schema document
    """
    import msgspec

    from whence.publish import schema as case_schema
    from whence.run.stream import schemas

    known = schemas()
    if record not in known:
        raise UnknownId(f"no record is called {record!r}", f"known: {', '.join(known)}")
    definition = case_schema() if record == "case" else msgspec.json.schema(known[record])
    click.echo(msgspec.json.format(msgspec.json.encode(definition)))
