"""Suppositions on a case: what they have in common is drawn once, beside the pages."""

from threading import Lock, Thread

from whence.errors import WhenceError
from whence.run.case.supposing import Supposing, supposing
from whence.web.shelf import Volume


class Preparation:
    """Makes a volume ready for suppositions, once; whoever asks meanwhile waits for it.

    It has a lock of its own, so that the other pages of the case go on.
    """

    def __init__(self, volume: Volume) -> None:
        self._volume = volume
        self._lock = Lock()
        self._begun = False
        self._made: Supposing | None = None

    def begin(self) -> None:
        """Start in a thread of its own, unless it was started before; nobody waits for it."""
        if not self._begun:
            self._begun = True
            Thread(target=self._quietly, name="supposing", daemon=True).start()

    def ready(self) -> Supposing:
        """Return the case ready for suppositions, made now where it is not yet.

        Raises:
            NothingRead: when there is no incident of which anything could be supposed.
            ConfigError: when a setting or a judgement does not fit the incident.
        """
        with self._lock:
            self._begun = True
            if self._made is None:
                self._made = supposing(self._volume.case, self._volume.config)
            return self._made

    def _quietly(self) -> None:
        try:
            self.ready()
        except WhenceError:
            return  # whoever asks is told


def preparation(volume: Volume) -> Preparation:
    """Return the preparation of a volume; its first use does not begin it."""
    return volume.kept("preparation", lambda: Preparation(volume))
