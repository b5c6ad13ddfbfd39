"""Who is only described where a report begins, and named further on.

"A little-known group said it planted the bomb. The Reed Front said in a fax ...": an agency's first
sentence keeps the name for the second. Where only one group of the report owns up, or denies, by
name, it is the one that was described.
"""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.suspicion.wording.drafting import Draft

_OF_ONESELF = ("admit", "deny")
_ARTICLES = frozenset(("a", "an"))
_KINDS = frozenset(("group", "class"))


def by_name(drafts: Sequence[Draft], prose: Prose) -> list[Draft]:
    """Return drafts in which a described group that speaks for itself has the name told later."""
    found = [*drafts]
    for frame in _OF_ONESELF:
        own = [one for one in drafts if one.frame == frame and one.kind in _KINDS]
        named = [one for one in own if one.subject.split()[-1][:1].isupper()]
        if len({one.subject for one in named}) != 1:
            continue
        name = named[0]
        for number, one in enumerate(found):
            if one in own and one.sentence < name.sentence and _described(one, prose):
                found[number] = replace(one, subject=name.subject, kind=name.kind)
    return found


def _described(one: Draft, prose: Prose) -> bool:
    """Tell whether words say of a group no more than that it is some group: "a new militia"."""
    before = prose.text[max(0, one.subject_start - 8) : one.subject_start].split()[-1:]
    told = one.subject.split()
    article = told[0].casefold() if len(told) > 1 else ""
    introduced = article in _ARTICLES or any(word.casefold() in _ARTICLES for word in before)
    return introduced and told[-1] in lexicon()["bare_anaphors"]
