"""Who tells what others did, and so owns up to nothing: "X said Y planted it", "it hit X's men"."""

import re

from whence.extract.suspicion.wording.rendering import Rendered


def tells_of_others(after: str) -> bool:
    """Tell whether who speaks tells what others did: "said Y planted it", "it killed its men".

    ``after`` are the words behind the speaker's name, casefolded.
    """
    return _OF_OTHERS.match(after) is not None


_OF_OTHERS = re.compile(
    r"(?: \([^()]{1,12}\))? (?:has |have |had )?(?:said|says|told [a-z]+|announced|claimed|stated)"
    r" (?:that )?(?:"
    r"(?:the|an?) (?:[a-z-]+ ){1,3}?(?:was|had been|is) an? (?:[a-z-]+ ){0,3}?(?:on|against)"
    r" (?:it|its|their|our)\b"
    r"|(?:the|an?) (?:[a-z-]+ ){1,3}?(?:had )?(?:killed|wounded|injured|struck|hit) (?:[a-z]+ of )?"
    r"(?:its|their|our)\b"
    r"|(?:[a-z0-9]+ )?(?:of )?its (?:[a-z]+ ){1,2}?(?:was|were|had been) (?:also )?"
    r"(?:killed|wounded|injured|hurt)\b"
    r"|it (?:had )?(?:foiled|thwarted|prevented|lost)\b)"
)


def names_another(line: Rendered, place: int) -> bool:
    """Tell whether whoever speaks at a place of a line goes on to say what another party did."""
    found = _NAMING.match(line.line, place)
    if found is None:
        return False
    speakers, doers = (line.groups[int(found[name])] for name in ("who", "whom"))
    told = {one.name.split()[-1].casefold() for one in speakers}
    return all(
        one.name[:1].isupper() and not one.anaphor and one.name.split()[-1].casefold() not in told
        for one in doers
    )


_NAMING = re.compile(
    r"⟦(?P<who>\d+)⟧ (?:\( [^()]{1,12} \) )?(?:has |have |had )?"
    r"(?:said|says|claimed|claims|announced|stated) (?:that )?⟦(?P<whom>\d+)⟧ "
    r"(?!(?:said|says|had told|told|claimed)\b)"
)
