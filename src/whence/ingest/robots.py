"""What sites ask of programs that read them (RFC 9309)."""

from collections.abc import Callable

from whence.ingest.addresses import Target

Rules = Callable[[str], bool]


class Robots:
    """The robots.txt of every host asked so far, each read once.

    ``read`` fetches an address and returns status and text; errors of the network pass through.
    """

    def __init__(self, read: Callable[[str], tuple[int, str]], agent: str) -> None:
        self._read = read
        self._agent = agent
        self._rules: dict[str, Rules] = {}

    def allow(self, url: str, target: Target) -> bool:
        """Tell whether the host at ``target`` lets programs read ``url``."""
        if target.origin not in self._rules:
            self._rules[target.origin] = self._learn(f"{target.origin}/robots.txt")
        return self._rules[target.origin](url)

    def _learn(self, url: str) -> Rules:
        from protego import Protego

        status, text = self._read(url)
        if status >= 500 or status == 429:  # RFC 9309, section 2.3.1.4: assume all is forbidden
            return lambda _: False
        if status >= 400:  # section 2.3.1.3: there is none, all is allowed
            return lambda _: True
        rules = Protego.parse(text)
        return lambda page: bool(rules.can_fetch(page, self._agent))
