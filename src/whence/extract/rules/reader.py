"""The reader that works by rules: no model file, nothing learnt, every decision readable."""

from whence.extract.prose import prose
from whence.extract.rules import attributions, signatures, tone, transcripts
from whence.model.document import Document
from whence.model.reading import Reading


class RulesReader:
    """Reads attributions and tone by lexicons and patterns. English only."""

    name = "rules@1"

    def read(self, document: Document) -> Reading:
        """Read one document. Same document, same reading."""
        cut = prose(document)
        told = attributions.find(cut)
        found = tuple(signatures.whose(told, tuple(signatures.signed(cut))))
        return Reading(
            document_id=document.id,
            reader=self.name,
            attributed=(*found, *transcripts.spoken(cut, found)),
            marks=tone.marks(cut),
        )
