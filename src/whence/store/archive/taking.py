"""An exported case taken into a library: in one append, or not at all."""

from typing import Final

from whence.errors import CaseRefused, StoreLocked
from whence.model.ledger import START, Head
from whence.store.archive.reading import Exported
from whence.store.ledger import case_name
from whence.store.protocol import Batch, HeadMoved, NameTaken, Store

_TRIES: Final = 20


def take(store: Store, exported: Exported, name: str = "") -> Head:
    """Take an exported case into a library, and return the head that it has there then.

    A case that the library holds is brought up to the export; when it goes on further than the
    export, nothing is taken. A new one gets ``name``, or else the name that it had.

    Raises:
        CaseRefused: when the library's case went another way than the export, or another case has
            the name.
        StoreLocked: when others kept writing to the case.
    """
    for _ in range(_TRIES):
        held = next(iter(store.heads(exported.case_id)), None)
        batch = _rest(store, exported, held) if held else _new(exported, name)
        if batch is None:
            break
        try:
            store.append(batch)
        except HeadMoved:
            continue
        except NameTaken as error:
            reason = f"another case is called {batch.name!r}"
            raise CaseRefused(reason, "take it in under another name: --name") from error
        break
    else:
        raise StoreLocked(store.place, f"others kept writing to the case {exported.name}")
    return store.heads(exported.case_id)[0]


def _new(exported: Exported, name: str) -> Batch:
    return Batch(
        case_id=exported.case_id, name=case_name(name or exported.name), previous=START,
        entries=exported.entries(), captures=exported.captures(),
    )  # fmt: skip


def _rest(store: Store, exported: Exported, held: Head) -> Batch | None:
    """Return what the library lacks, None when that is nothing."""
    head = exported.head()
    shared = min(held.seq, head.seq)
    ours = next(store.read(held.case_id, after=shared - 1, through=shared), None)
    if ours is None or ours.entry.hash != exported.entry(shared).entry.hash:
        reason = f"the case {held.name} is here already, and went another way than the export"
        raise CaseRefused(reason, "'whence case merge' takes over what the other one holds")
    if held.seq >= head.seq:
        return None
    return Batch(
        case_id=held.case_id, name=held.name, previous=held.hash,
        entries=exported.entries(held.seq), captures=exported.captures(),
        # What was taken out there since is taken out here too.
        erased_seqs=[seq for seq in exported.manifest.redacted.seqs if seq <= held.seq],
        erased_captures=exported.manifest.redacted.captures,
    )  # fmt: skip
