"""The reading of a reader that saw nothing: what patterns find stands alone."""

from whence.model.reading import Reading

READING = Reading(document_id="doc", reader="rules@1")
