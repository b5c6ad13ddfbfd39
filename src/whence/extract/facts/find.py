"""The one entry of the facts: every slot that one document fills."""

from whence.extract.facts.build import Context, Draft, build
from whence.extract.facts.counts import counts
from whence.extract.facts.evidence import evidence
from whence.extract.facts.outcome import damage, outcome
from whence.extract.facts.recalled import recalled
from whence.extract.facts.site import where
from whence.extract.facts.targets import targets
from whence.extract.facts.weapon import weapon
from whence.extract.facts.when import when
from whence.extract.place import Located
from whence.extract.prose import Prose
from whence.extract.scope import Scopes
from whence.extract.sourcing import Sourcing
from whence.model.fact import Fact
from whence.model.reading import Mention


def find(
    prose: Prose,
    sourcing: Sourcing,
    dates: tuple[Mention, ...],
    places: tuple[Located, ...],
    scope: Scopes,
) -> tuple[Fact, ...]:
    """Return the facts of one document (slots of ``vocabulary/slots.yaml``) in the text's order.

    What belongs to another incident is kept with scope "other". ``dates`` tell as of when a count
    is given.
    """
    context = Context(prose, sourcing, scope, dates)
    inside = frozenset(
        index
        for index, sentence in enumerate(prose.sentences)
        if scope.at(sentence.start) == "incident"
    )
    drafts: list[Draft] = [*counts(context), *weapon(prose), *evidence(prose)]
    placed = where(context, places)
    drafts.extend(recalled(context, targets(prose, inside), next(iter(placed), None), places))
    drafts.extend(outcome(prose, inside))
    drafts.extend(damage(prose, inside))
    drafts.extend(when(context))
    drafts.extend(placed)
    return build(context, drafts)
