"""When the incident was, as the facts of a report tell it."""

from whence.extract.facts.build import Context, Draft


def when(context: Context) -> tuple[Draft, ...]:
    """Return the incident's date with the words that tell it."""
    mention = context.scopes.date_mention
    if mention is None:
        return ()
    note = None
    if "night" in mention.span.text.casefold():
        note = "a night is given the date of its morning"
    return (Draft(slot="date", value=mention.value, spans=(mention.span,), note=note),)
