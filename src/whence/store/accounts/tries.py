"""How often a login may be tried: kept in the library, so that a restart forgives nobody.

Failures are counted by name, known or not, and by address; each one over what is free doubles the
time to wait. At most 20 tries an hour are left for one name (OWASP ASVS 4.0.3, 2.2.1 allows 100).
"""

from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from math import ceil
from typing import Final

from sqlalchemy import delete, select, text, update
from sqlalchemy.engine import Connection

from whence.store.accounts.moments import later, since, whole
from whence.store.tables import TRIES

FREE: Final = 5
"""Failures of one name before there is a time to wait."""

FREE_OF_ADDRESS: Final = 20
"""Failures of one address before there is a time to wait: a whole office may have but one."""

LONGEST_WAIT: Final = 900
"""Seconds that have to be waited for at most: whoever knows a name could lock its owner out."""

FORGIVEN: Final = 3600
"""Seconds without a failure after which none counts any more."""

_KEPT = text(
    "INSERT INTO account_tries (key, failures, at) VALUES (:key, 0, :at) "
    "ON CONFLICT (key) DO UPDATE SET failures = account_tries.failures RETURNING failures, at"
)
"""Reads a row and holds it, whether it was there or not."""


def keys_of(folded: str, address: str) -> tuple[str, ...]:
    """Return under what tries of a name from an address are counted, in the order of locking.

    A name is hashed: it may be a password, typed in the wrong field. Of an IPv6 address the network
    counts, of which every customer has one with endless addresses.
    """
    name = f"name:{sha256(folded.encode('utf-8', 'surrogatepass')).hexdigest()}"
    return tuple(sorted([name, f"address:{network(address)}"])) if address else (name,)


def begun(connection: Connection, keys: tuple[str, ...], at: str) -> int:
    """Count a failure, which ``succeeded`` takes back, unless it must be waited: then the seconds.

    It is counted before the password is looked at, or a hundred tries at once would all be free.
    """
    moment = whole(at)
    failures: dict[str, int] = {}
    wait = 0
    for key in keys:
        row = connection.execute(_KEPT, {"key": key, "at": moment}).one()
        gone = max(0.0, since(row.at, moment))
        failures[key] = 0 if gone > FORGIVEN else row.failures
        wait = max(wait, ceil(waiting(key, failures[key]) - gone))
    if wait > 0:
        return wait
    for key in keys:
        counted = {"failures": failures[key] + 1, "at": moment}
        connection.execute(update(TRIES).where(TRIES.c.key == key).values(counted))
    return 0


def waiting(key: str, failures: int) -> int:
    """Return the seconds to wait after the last of so many failures."""
    over = failures - (FREE if key.startswith("name:") else FREE_OF_ADDRESS)
    # A cap on the power: a count that never ends must not make a number that never ends.
    return min(LONGEST_WAIT, 1 << min(over, 10)) if over >= 0 else 0


def succeeded(connection: Connection, keys: tuple[str, ...]) -> None:
    """Forgive a name its failures; an address but this try, or its own account would free it."""
    for key in keys:
        if key.startswith("name:"):
            connection.execute(delete(TRIES).where(TRIES.c.key == key))
        else:
            once_less = update(TRIES).where(TRIES.c.key == key, TRIES.c.failures > 0)
            connection.execute(once_less.values(failures=TRIES.c.failures - 1))


def forget(connection: Connection, at: str) -> None:
    """Take out what is forgiven anyway, of names and addresses that did not come again."""
    # What somebody else holds is left: who waits for nobody is in nobody's way.
    old = select(TRIES.c.key).where(TRIES.c.at < later(at, -FORGIVEN))
    gone = old.with_for_update(skip_locked=True)
    connection.execute(delete(TRIES).where(TRIES.c.key.in_(gone)))


def network(address: str) -> str:
    """Return what of an address is counted: of IPv6 the network that a customer has."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped else str(IPv6Address(int(found) >> 64 << 64))
    return str(found)
