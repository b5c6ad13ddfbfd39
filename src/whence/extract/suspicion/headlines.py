"""Which sentences are headlines, by their place or by how they are set: headlines claim nothing."""

import re

from whence.extract.prose import Prose

_HEADLINES = frozenset(("title", "heading"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4
"""Letters of a word that a headline in title case sets with a capital."""
_MOST = 24
"""Words of the longest headline."""
_FEWEST = 3
"""Long words by which a headline is told from a name."""
_SHARE = 0.85
"""Share of the long words that have a capital in a headline in title case."""
_STOPS = (".", "!", "?", "”", '"', "’", "…", ":", ",", ";")


def is_headline(prose: Prose, start: int) -> bool:
    """Tell whether the sentence at ``start`` is a headline.

    So is a paragraph of its own that no mark ends and whose words have capitals: "Army Officers
    Held Over Blast". There capitals tell no name from other words.
    """
    if prose.block_kind(start) in _HEADLINES:
        return True
    sentence = prose.sentences[prose.sentence_at(start)]
    block = prose.document.blocks[sentence.block] if prose.document.blocks else None
    return block is not None and _in_title_case(prose.text[block.start : block.end])


def _in_title_case(text: str) -> bool:
    """Tell whether a paragraph is one line without a full stop whose long words have capitals."""
    line = text.strip()
    if len(line) > _MOST * 12 or "\n" in line or line.endswith(_STOPS):
        return False
    told = _WORD.findall(line)
    if len(told) > _MOST or line.isupper():
        return False
    long = [word for word in told if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _FEWEST and capitals >= _SHARE * len(long)
