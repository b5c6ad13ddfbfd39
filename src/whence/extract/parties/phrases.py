"""Noun phrases that can name a party: their extent, the name proper and what kind it is."""

from dataclasses import replace

from whence.extract.lexicon import closed
from whence.extract.parties.party import Party, kind_of, kind_of_head, name_end, name_of
from whence.extract.parties.runs import NAMED_HEADS, members, run_end
from whence.extract.parties.words import Word, lexicon
from whence.model.claim import PartyKind

_PLACES = frozenset(("in", "from", "inside", "within"))
_LOYAL = frozenset(
    ("loyal", "linked", "close", "affiliated", "allied", "aligned", "connected", "opposed")
)
_BACKED = frozenset(("backed", "supported", "trained", "funded", "sponsored", "armed", "led"))


def phrases(words: tuple[Word, ...], text: str) -> tuple[Party, ...]:
    """Return the phrases of one sentence that can name a party, in the order of the text."""
    found: list[Party] = []
    position = 0
    while position < len(words):
        if words[position].tag == "other":
            position += 1
            continue
        last = run_end(words, position)
        party = _party(words, position, last, text)
        if party is not None:
            found.append(party)
            last = max(last, party.last)
        position = max(last, position + 1)
    return tuple(found)


def _party(words: tuple[Word, ...], first: int, last: int, text: str) -> Party | None:
    run = words[first:last]
    if run[-1].possessive:
        owner = _bare(words, first, last, text)  # the owner is part of the next phrase
        return replace(owner, owner=True) if owner else None
    start = _owner(words, first)
    titled = [i for i, word in enumerate(run) if word.tag == "title"]
    head = max((i for i, word in enumerate(run) if word.tag == "head"), default=-1)
    if head == len(run) - 1:
        called = _called(words, last)
        if called and not run[head].capital_letter:
            end = run_end(words, called)
            return _built(words, called, end, text, "group", (start, end, False))
        return _headed(words, (first, last), start, text)
    if head >= 0 and not run[head].capital_letter and run[head].lower in NAMED_HEADS:
        return _labelled(words, (first + head, last), start, text)
    if titled and max(titled) > head and run[-1].tag == "name":
        return _bare(words, first, last, text)
    part = run[-1].text[0] in "(0123456789"  # "Unit 313" is no office
    if head == 0 and run[-1].tag == "name" and run[1].lower != "of" and not part:
        return _after_office(words, first, last, text)
    if head >= 0 and run[head].capital_letter and run[-1].tag == "name":
        return _built(words, first, last, text, "group")
    if run[-1].tag == "state" and len(run) > 1 and run[-2].tag == "name":
        return _built(words, first, last, text, "group")  # "Jabha-e-Sahil Norra"
    return _bare(words, first, last, text)


def _after_office(words: tuple[Word, ...], first: int, last: int, text: str) -> Party | None:
    """Read the name in "Secretary of State X": the office ends in a word that heads parties."""
    office = first > 1 and words[first - 1].lower == "of" and words[first - 2].tag == "title"
    if office:
        return _built(words, first + 1, last, text, "person", (first - 2, last, False))
    return _bare(words, first + 1, last, text)


def _called(words: tuple[Word, ...], last: int) -> int:
    """Return where the name starts in "a group called X", "an outfit calling itself X"; else 0."""
    lower = [word.lower for word in words[last : last + 3]]
    length = next((size for size in (1, 2, 3) if " ".join(lower[:size]) in closed("naming")), 0)
    name = last + length
    if length and name < len(words) and words[name].lower in _ARTICLES:
        name += 1  # "a group calling itself the X"
    if not length or name >= len(words) or not words[name].capital_letter:
        return 0
    return name if words[name].tag in ("name", "head") or _opens_names(words[name]) else 0


def _owner(words: tuple[Word, ...], first: int) -> int:
    """Step back over a possessor, determiners and quantities that belong to the phrase."""
    position = first
    owned = position and words[position - 1].possessive
    while owned and position and (words[position - 1].possessive or _namelike(words[position - 1])):
        position -= 1
    while position:
        step = _before_head(words, position)
        if not step:
            break
        position -= step
    return position


def _before_head(words: tuple[Word, ...], position: int) -> int:
    """Return how many words right before ``position`` count or determine what follows."""
    lists = lexicon()
    lower = words[position - 1].lower
    before = words[position - 2].lower if position > 1 else ""
    if lower == "of":
        earlier = words[position - 3].lower if position > 2 else ""
        still = before in lists["part_of"] and earlier not in lists["no_longer"]
        return 2 if before in lists["quantifiers"] or still else 0
    if (before, lower) in (("at", "least"), ("at", "most")):
        return 2
    if lower in _RELATIVE and words[position].lower in _ARTICLES:
        return 0  # "the attack which the X ..." opens a clause and asks for nobody
    if lower in _NEITHER and words[position + (words[position].lower == "the")].capital_letter:
        return 0  # "neither the X nor the Y" names two
    return int(any(lower in lists[name] for name in ("determiners", "negatives", "quantifiers")))


_NEITHER = frozenset(("neither", "nor"))
_RELATIVE = frozenset(("which", "what", "whatever"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))


def _namelike(word: Word) -> bool:
    return word.tag in ("name", "state", "title", "demonym")


def _negative(words: tuple[Word, ...], start: int, first: int) -> bool:
    lists = lexicon()
    return any(word.lower in lists["negatives"] for word in words[start:first])


def _headed(words: tuple[Word, ...], run: tuple[int, int], start: int, text: str) -> Party | None:
    """Read a phrase that ends in a head noun: "Iranian-backed militia groups", "X rebels"."""
    first, last = run
    head = words[last - 1]
    negative = _negative(words, start, first)
    named = [i for i in range(first, last - 1) if words[i].tag == "name"]
    state = next((words[i] for i in range(first, last - 1) if words[i].state), None)
    if state and head.lower in lexicon()["government"] and not named and last - first == 2:
        return Party(start, last, words[first].start, head.end, state.state, "state",
                     negative=negative)  # fmt: skip
    following = _following(words, last)
    if last - first == 1 and not following and not head.capital_letter:
        return _alone(words, start, first, text, negative)
    if following and last - first == 1 and (whose := _whose(words, last, following)):
        return _built(words, whose, following, text, "group", (start, following, negative))
    stop = following or last
    labelled = _label(words, run, (start, negative), named, text)
    if labelled is not None:
        return labelled
    name_first = _strip_label(words, first, last)
    if start < first and words[first - 1].possessive and not head.capital_letter:
        name_first = _possessor(words, start, first)
    kind = kind_of(words[first:last], bool(named), state is not None)
    if kind == "description" and not following and not head.lower.endswith("s"):
        return None
    name = name_of(words, name_first, stop, text)
    definite = words[start].lower == "the" and head.lower in lexicon()["bare_anaphors"]
    definite = definite and kind == "class" and not following
    return Party(start, stop, words[name_first].start, words[stop - 1].end, name, kind,
                 negative=negative, definite=definite)  # fmt: skip


def _label(
    words: tuple[Word, ...],
    run: tuple[int, int],
    before: tuple[int, bool],
    named: list[int],
    text: str,
) -> Party | None:
    """Read a phrase whose head only says what a name is: "the X group", "the same group"."""
    (first, last), (start, negative) = run, before
    head = words[last - 1]
    if head.capital_letter or head.lower not in lexicon()["labels"]:
        return None
    if named:
        return _built(words, named[0], named[-1] + 1, text, "group", (start, last, negative))
    capitals = _capitals(words, first, last - 1)
    if capitals > first + 1:
        return _built(words, first, capitals, text, "group", (start, last, negative))
    if last - first > 1 and all(word.lower in _IDLE for word in words[first : last - 1]):
        return Party(start, last, head.start, head.end, head.text, "group", anaphor=True,
                     negative=negative)  # fmt: skip
    return None


def _possessor(words: tuple[Word, ...], start: int, first: int) -> int:
    """Return where the possessor's name starts: "the army" is nobody's, "X's army" is X's."""
    position = first - 1
    while position > start and _namelike(words[position - 1]):
        position -= 1
    return position


def _capitals(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return the end of a capitalised name that holds a head ("Northern State militant group")."""
    position = first
    while position < last and words[position].capital_letter:
        position += 1
    named = any(word.tag == "head" for word in words[first:position])
    return position if named else first


def _strip_label(words: tuple[Word, ...], first: int, last: int) -> int:
    """Leave out what says nothing about who it is: "fellow", "powerful", "so-called"."""
    position = first
    while position < last - 1 and words[position].lower in _IDLE and last - position > 2:
        position += 1
    return position


_IDLE = frozenset(("fellow", "powerful", "so-called", "same", "new", "major", "independent"))


def _alone(
    words: tuple[Word, ...], start: int, first: int, text: str, negative: bool
) -> Party | None:
    """Read a bare head noun: "the group" points back, "the army" and "X's army" stand for it."""
    head = words[first]
    lists = lexicon()
    determiner = words[start].lower if start < first else ""
    definite = determiner in ("the", "this", "that", "these", "those", "both") or (
        determiner in ("at", "one", "several", "some")
        and words[first - 1].lower in ("those", "these")
    )
    owned = start < first and words[first - 1].possessive
    if head.lower in lists["bare_anaphors"] | lists["state_anaphors"] and definite and not owned:
        return Party(start, first + 1, head.start, head.end, head.text, "group",
                     anaphor=True, negative=negative)  # fmt: skip
    if head.lower in lists["bare_bodies"] and (owned or determiner in ("the", "")):
        whose = _possessor(words, start, first) if owned else first
        return Party(start, first + 1, words[whose].start, head.end,
                     name_of(words, whose, first + 1, text),
                     kind_of_head(head.lower, owned), negative=negative)  # fmt: skip
    if head.lower.endswith("s") and determiner:  # "other groups": somebody, and nobody named
        return Party(start, first + 1, head.start, head.end, "", "class", anaphor=True,
                     negative=negative)  # fmt: skip
    return None


def _following(words: tuple[Word, ...], last: int) -> int:
    """Return the end of what narrows a head down: "in Iraq", "loyal to X", "of X"; 0 for none."""
    if last + 1 >= len(words):
        return 0
    lower, head = words[last].lower, words[last - 1].lower
    if lower in _PLACES and words[last + 1].tag in ("state", "capital"):
        return last + 2
    if lower in _PLACES and head in lexicon()["part_of"]:  # "elements in the army"
        return _object_end(words, last + 1)
    if lower == "of" and head in lexicon()["around"] | members():
        return _object_end(words, last + 1)
    joined = words[last + 1].lower
    if (lower in _LOYAL and joined in ("to", "with")) or (lower in _BACKED and joined == "by"):
        return _object_end(words, last + 2)
    return 0


THEIR = frozenset(("its", "his", "her", "their", "our"))
"""Words that say whose somebody is."""


def _whose(words: tuple[Word, ...], last: int, stop: int) -> int:
    """Return where the name starts in "fighters of the X": they are the X; 0 where it has none."""
    if words[last].lower != "of":
        return 0
    owner = words[last - 2].lower if last > 1 else ""
    foes = words[last - 1].lower in lexicon()["foes"] and owner in THEIR
    if not foes and words[last - 1].lower not in members():
        return 0  # "its enemies of the X" are the X
    if last > 1 and words[last - 2].lower in lexicon()["no_longer"]:
        return 0
    first = next(at for at in range(last + 1, stop) if words[at].lower != "the")
    run = words[first:stop]
    named = any(word.tag == "name" and not word.person for word in run)
    # "The men of Ana Ruiz" are not she: an article, a head or a single word tells of a band.
    band = first > last + 1 or len(run) == 1 or any(w.tag == "head" or w.group for w in run)
    return first if named and band and run[0].capital_letter else 0


def _object_end(words: tuple[Word, ...], first: int) -> int:
    position = first
    while position < len(words) and words[position].lower in lexicon()["determiners"]:
        position += 1
    if position >= len(words) or words[position].tag == "other":
        return 0
    return run_end(words, position)


def _labelled(words: tuple[Word, ...], run: tuple[int, int], start: int, text: str) -> Party | None:
    """Read "the terror groups X": the name after a common noun is the party."""
    head, last = run
    names = [i for i in range(head + 1, last) if words[i].tag == "name"]
    if not names:
        return None
    negative = _negative(words, start, head)
    return _built(words, names[0], last, text, "group", (start, last, negative))


def _bare(words: tuple[Word, ...], first: int, last: int, text: str) -> Party | None:
    """Read a run without a head: a state, a person after a title, or an unknown name."""
    run = words[first:last]
    states = [word for word in run if word.tag in ("state", "capital")]
    if states and len(run) == 1:
        word = run[0]
        start = first
        while start and (words[start - 1].tag == "modifier" or words[start - 1].lower == "the"):
            start -= 1
        return Party(start, last, word.start, word.end, word.state, "state",
                     capital=word.tag == "capital")  # fmt: skip
    if len(run) == 1 and run[0].tag == "demonym":
        word = run[0]
        return Party(first, last, word.start, word.end, word.state, "state",
                     adjective=True)  # fmt: skip
    titles = [i for i, word in enumerate(run) if word.tag == "title"]
    names = [i for i, word in enumerate(run) if word.tag == "name"]
    if not names:
        return None
    begin = max((i for i in titles if i < names[-1]), default=-1) + 1
    while begin < names[-1] and run[begin].tag != "name":
        begin += 1
    if titles:
        return _built(words, first + begin, last, text, "person", (first, last, False))
    end = names[-1] + 1
    if all(word.tag == "modifier" for word in run[end:]):
        run, last = run[:end], first + end  # "Ana Ruiz armed her men": what follows is no name
    own = lexicon()["national"]  # "the Xlandish Taliban" are not those of another country
    if [word.tag for word in run] == ["demonym", "name"] and run[1].lower in own:
        return _built(words, first, last, text, "group")
    if any(word.tag in ("modifier", "demonym", "state", "capital") for word in run):
        name = _opening(words, first, first + names[0])
        return _unknown(words, first, name, last, text) if end == len(run) else None
    return _unknown(words, first, first, last, text)


def _opening(words: tuple[Word, ...], first: int, name: int) -> int:
    """Return where a name begins that a quality with a capital opens: "New Dawn"."""
    while name > first and words[name - 1].capital_letter and _opens_names(words[name - 1]):
        name -= 1
    return name


def _opens_names(word: Word) -> bool:
    return word.tag == "modifier" and word.lower in lexicon()["opening"]


def _unknown(words: tuple[Word, ...], start: int, first: int, last: int, text: str) -> Party:
    while start == first and first and words[first - 1].lower in _BEFORE_NAMES:
        start, first = start - 1, first - 1
    while start and words[start - 1].lower in ("the", "both"):
        start -= 1
    first = _personal(words, first, last)
    name = name_of(words, first, last, text)
    run = words[first:last]
    person = run[-1].person and all(word.person for word in run if word.tag == "name")
    return Party(start, last, words[first].start, name_end(words[last - 1], text), name,
                 "person" if person else "group",
                 known=person or any(word.group for word in run))  # fmt: skip


def _personal(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return where a person's name begins in a run that ends in one which a reader knows.

    What stands before it is an office ("Officer Ana Ruiz"), or the page's own words before a full
    name: whose picture it is ("Ben Okri/Daily Lamp Ana Ruiz"), the head of a list. A single word
    may be a rare first name, which the reader does not know for one.
    """
    begin = last
    while begin > first and words[begin - 1].person:
        begin -= 1
    if begin == last or words[begin - 1].lower in lexicon()["particles"] | _BEFORE_NAMES:
        return first
    initials = words[first].text.isupper() and len(words[first].text) > 1
    if last - begin > 1 and (begin - first > 1 or initials):
        return begin
    while first < begin and _is_role(words[first]):
        first += 1
    return first


def _is_role(word: Word) -> bool:
    return word.lower in lexicon()["roles"]


_BEFORE_NAMES = frozenset(("bin", "ibn", "bint", "abu", "van", "von", "de", "al", "el"))


def _built(  # the extent is given where the phrase is wider than the name
    words: tuple[Word, ...],
    first: int,
    last: int,
    text: str,
    kind: PartyKind,
    extent: tuple[int, int, bool] | None = None,
) -> Party:
    start, stop, negative = extent or (_owner(words, first), last, False)
    name = name_of(words, first, last, text)
    return Party(start, stop, words[first].start, name_end(words[last - 1], text), name, kind,
                 negative=negative)  # fmt: skip
