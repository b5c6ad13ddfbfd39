"""Wikinews articles (CC BY 2.5) whose named entities we marked, other than those that measure.

``wikinews_entities.yaml`` beside this file has the form and the rules of
``evaluation/corpora/wikinews_entities.yaml``, and 247 of the other articles, interviews left out,
each up to the end of a sentence after 200 to 450 words.
"""

from pathlib import Path

from evaluation.corpora.wikinews import SPLIT, articles

from training.examples import Cut, Example
from whence.infer.labels import ENTITIES

GOLD = Path(__file__).with_name("wikinews_entities.yaml")
_KINDS = ("person", "organisation", "place", "armed_group", "facility")
_KNOWN = frozenset(ENTITIES.index(kind) for kind in _KINDS)
_LABELS = {kind: kind for kind in (*_KINDS, "other")}
"""A body without a name is marked "other": here it is no entity."""


def examples(data: Path) -> list[Example]:
    """Return the articles."""
    found, _ = articles(data, SPLIT, GOLD, _LABELS)
    made = []
    for number, article in enumerate(found):
        cut = Cut(article.text)
        spans = ((cut.range(*one.span), ENTITIES.index(one.kind)) for one in article.entities)
        made.append(
            Example(
                name=f"wikinews:{number}",
                words=cut.words,
                entities=tuple((one, kind) for one, kind in spans if one and kind in _KNOWN),
                entity_kinds=_KNOWN,
            )
        )
    return made
