"""A predicate of harm with those who suffered it."""

from dataclasses import dataclass

from whence.extract.facts.victims.person import Person


@dataclass(frozen=True, kw_only=True)
class Harm:
    """A predicate over tokens [first, last): outcome, persons who suffered it, in a sentence.

    ``outcome`` is "killed", "wounded", or what may still end either way: "shot", "carried" to a
    hospital, "critical";
    ``own`` marks who did it to himself or herself, ``sex`` the reflexive's; ``unsure`` is what is
    only feared, believed or reported so; ``nominal`` is "the killing of" alone; ``by`` is what
    somebody told of before may have done; ``fell`` is who killed others "before he was killed";
    ``also`` sets apart from who was told of before; ``lingered`` is a death that ends a wound,
    ``lived`` a wound that is survived.
    """

    outcome: str
    first: int
    last: int
    whom: tuple[Person, ...]
    own: bool = False
    sex: str = ""
    unsure: bool = False
    nominal: bool = False
    by: bool = False
    fell: bool = False
    also: bool = False
    lingered: bool = False
    lived: bool = False

    @property
    def struck(self) -> bool:
        """Whether the words have somebody do it to them ("killed his wife")."""
        event = self.nominal and self.outcome == "shot"  # "the shooting of a boy" may be his own
        innocent = self.own or event or self.outcome == "carried"
        return not innocent and bool(self.whom) and self.whom[0].first >= self.first
