"""Every job as it stands now; whoever wants to know waits here for the next change."""

import logging
from collections.abc import Callable
from threading import Condition
from typing import Any

from msgspec.structs import replace

from whence.errors import UnknownId
from whence.run.intake.orders import Job

Listener = Callable[[Job], None]
_log = logging.getLogger(__name__)


class Board:
    """The jobs of one desk. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._changed = Condition()
        self._listeners: list[Listener] = []

    def put(self, job: Job) -> Job:
        """Take a job, in place of what was known of it, and return it with its version."""
        with self._changed:
            known = self._jobs.get(job.id)
            job = replace(job, version=known.version + 1 if known else 1)
            self._jobs[job.id] = job
            self._changed.notify_all()
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(job)
            except Exception:  # whoever listens must not stop the work
                _log.exception("a listener failed on order %s", job.id)
        return job

    def change(self, key: str, **fields: Any) -> Job:
        """Change what is known of a job, and return it.

        Raises:
            UnknownId: when there is none.
        """
        return self.put(replace(self.job(key), **fields))

    def job(self, key: str) -> Job:
        """Return a job as it stands.

        Raises:
            UnknownId: when there is none, or it was long ago.
        """
        with self._changed:
            return self._known(key)

    def jobs(self, case_id: str | None = None) -> tuple[Job, ...]:
        """Return all jobs, or those of a case, in the order in which they were given."""
        with self._changed:
            found = [job for job in self._jobs.values() if case_id in (None, job.case_id)]
        return tuple(sorted(found, key=lambda job: job.number))

    def drop(self, keys: set[str]) -> None:
        """Forget jobs."""
        with self._changed:
            for key in keys:
                self._jobs.pop(key, None)
            self._changed.notify_all()

    def latest(self, key: str, after_version: int, timeout: float) -> Job:
        """Return a job once its version is another, or as it stands after ``timeout`` seconds.

        Raises:
            UnknownId: when there is none.
        """
        with self._changed:
            # Another, not a higher one: versions begin anew with the server.
            self._changed.wait_for(lambda: self._known(key).version != after_version, timeout)
            return self._known(key)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have every change told to ``listener``; what is returned ends that.

        It is called in the thread that changed something, and must not take long.
        """
        with self._changed:
            self._listeners.append(listener)

        def end() -> None:
            with self._changed:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def _known(self, key: str) -> Job:
        if key not in self._jobs:
            raise UnknownId(f"there is no order {key}", "what came of it is kept for a day")
        return self._jobs[key]
