"""Readers of a served library: one after the other for times, many at once for endurance."""

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from statistics import quantiles

import httpx
from msgspec import Struct

_PATIENCE = 30.0


class Times(Struct, frozen=True, kw_only=True):
    """How long answers took, in milliseconds: half of all, 95 in 100, and the longest first one.

    A first answer is that to an address nobody had asked for; the others are warm. ``bytes`` is the
    size of the largest body as sent, packed. ``errors`` counts answers of a status from 400 on, and
    those that never came.
    """

    first: float
    half: float
    most: float
    count: int
    bytes: int = 0
    errors: int = 0

    @classmethod
    def of(
        cls, took: Sequence[float], *, first: float = 0, size: int = 0, errors: int = 0
    ) -> "Times":
        """Sum up what was measured, in milliseconds."""
        cuts = quantiles(took, n=20, method="inclusive") if len(took) > 1 else [*took] * 19
        return cls(
            first=first, half=cuts[9], most=cuts[18], count=len(took), bytes=size, errors=errors
        )


def timed(
    base: str, addresses: Sequence[str], rounds: int, headers: Mapping[str, str] | None = None
) -> Times:
    """Ask for the addresses of a page in turn, one answer after the other.

    Each is asked for once before; without ``rounds`` that is all, and counts.
    """
    found, size, errors = [], 0, 0
    with httpx.Client(base_url=base, timeout=_PATIENCE, headers=headers) as client:
        for number in range(len(addresses) + rounds):
            started = time.perf_counter()
            with client.stream("GET", addresses[number % len(addresses)]) as answer:
                size = max(size, sum(len(piece) for piece in answer.iter_raw()))
                errors += answer.status_code >= 400
            found.append((time.perf_counter() - started) * 1000)
    cold, warm = found[: len(addresses)], found[len(addresses) :]
    return Times.of(warm or cold, first=max(cold), size=size, errors=errors)


def crowd(base: str, pages: Mapping[str, Sequence[str]], readers: int, seconds: float) -> Times:
    """Have so many readers ask for pages at random, each for the next once it has one."""
    addresses = [address for some in pages.values() for address in some]
    return asyncio.run(_crowd(base, addresses, readers, seconds))


async def _crowd(base: str, addresses: list[str], readers: int, seconds: float) -> Times:
    took: list[float] = []
    errors = 0
    until = time.perf_counter() + seconds

    async def reader(number: int) -> None:
        nonlocal errors
        dice = random.Random(number)  # noqa: S311 - the same mix each time, no secret
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(base_url=base, timeout=_PATIENCE, limits=limits) as client:
            while time.perf_counter() < until:
                started = time.perf_counter()
                try:
                    async with client.stream("GET", dice.choice(addresses)) as answer:
                        async for _ in answer.aiter_raw():
                            pass
                        errors += answer.status_code >= 400
                except httpx.HTTPError:
                    errors += 1
                took.append((time.perf_counter() - started) * 1000)

    await asyncio.gather(*(reader(number) for number in range(readers)))
    return Times.of(took, errors=errors)


def memory(process: int) -> float:
    """Return the megabytes that a process and those it started hold in memory (RSS)."""
    total = 0.0
    for one in (process, *_children(process)):
        with open(f"/proc/{one}/status") as status:  # noqa: PTH123 - no file of a disk
            rows = dict(line.split(":", 1) for line in status)
        total += int(rows.get("VmRSS", "0 kB").split()[0]) / 1000
    return total


def _children(process: int) -> list[int]:
    with open(f"/proc/{process}/task/{process}/children") as told:  # noqa: PTH123
        return [int(one) for one in told.read().split()]
