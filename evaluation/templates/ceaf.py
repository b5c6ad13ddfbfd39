"""MUC-4's role fillers by document: CEAF-REE strict as GRIT scores it, and head match beside it.

CEAF-REE (Du, Rush and Cardie 2021, "GRIT", after Luo 2005). The entities of all templates of a
report are merged by role as GRIT's preparation does: in the order of the key, an entity whose
mentions are all among those of an earlier one, or hold all of an earlier one's, is left out. A
predicted entity is one mention; it *meets* a gold entity when it is one of its mentions
(phi_strict = 1, else 0). Gold and predicted entities of a role are aligned one to one, as many as
possible; hits over predicted and over gold give precision and recall, summed over reports (micro)
for each role and for all five. A second mention of an entity already met is wrong: counting every
predicted mention that stands in some gold entity would give more.

Mentions are compared as GRIT's scorer compares them: lower case, without punctuation, without
"a", "an", "the", with single spaces (its published figures rest on that, not on mere lower case).
**Head match** is the same alignment where the head word of the mention (``heads``) is the head of
one of the gold mentions. Optional templates and fillers count like others, as they do there.
"""

import re
import string
from collections.abc import Mapping, Sequence

from evaluation.comparing.assignment import most_pairs
from evaluation.comparing.heads import head
from evaluation.corpora.muc4 import GoldTemplate
from evaluation.harness.metrics import Counts
from evaluation.readers.predictions import MUC_ROLES, Fillers

_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_MARKS = str.maketrans("", "", string.punctuation)


def plain(mention: str) -> str:
    """Return a mention as it is compared."""
    return " ".join(_ARTICLE.sub(" ", mention.lower().translate(_MARKS)).split())


def merged(templates: Sequence[GoldTemplate]) -> dict[str, list[tuple[str, ...]]]:
    """Return the entities of a report's templates by role, each as its mentions."""
    found: dict[str, list[tuple[str, ...]]] = {role: [] for role in MUC_ROLES}
    for template in templates:
        for role, entities in template.entities.items():
            for entity in entities:
                mine = set(entity.mentions)
                if not any(mine <= set(one) or set(one) <= mine for one in found[role]):
                    found[role].append(entity.mentions)
    return found


def strict(gold: Sequence[str], mention: str) -> bool:
    """Tell whether a mention is one of a gold entity's."""
    return plain(mention) in {plain(one) for one in gold}


def by_head(gold: Sequence[str], mention: str) -> bool:
    """Tell whether a mention has the head of one of a gold entity's."""
    return head(mention) in {head(one) for one in gold} - {""}


METRICS = {"strict": strict, "head": by_head}


def pairs(
    metric: str, gold: Sequence[Sequence[str]], predicted: Sequence[str]
) -> list[tuple[int, int]]:
    """Align gold entities with predicted mentions of one role, as indices (gold, predicted)."""
    return most_pairs(gold, predicted, METRICS[metric])


def counts(
    metric: str, gold: Mapping[str, Sequence[Sequence[str]]], predicted: Fillers
) -> dict[str, Counts]:
    """Return the counts of one report by role."""
    found = {}
    for role in MUC_ROLES:
        mine = predicted.get(role, ())
        theirs = gold.get(role, ())
        found[role] = Counts(len(pairs(metric, theirs, mine)), len(mine), len(theirs))
    return found
