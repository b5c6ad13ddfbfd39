"""What sites ask of programs that read them (RFC 9309)."""

from collections.abc import Callable

from whence.ingest.web.addresses import Target

Rules = Callable[[str], str | None]
_ASKED = "the site's robots.txt asks not to read it"


class Robots:
    """The robots.txt of every host asked so far, each read once.

    ``read`` fetches an address and returns status and text; errors of the network pass through.
    """

    def __init__(self, read: Callable[[str], tuple[int, str]], agent: str) -> None:
        self._read = read
        self._agent = agent
        self._rules: dict[str, Rules] = {}

    def refusal(self, url: str, target: Target) -> str | None:
        """Return why the host at ``target`` does not let programs read ``url``, None if it does."""
        if target.origin not in self._rules:
            self._rules[target.origin] = self._learn(f"{target.origin}/robots.txt")
        return self._rules[target.origin](url)

    def _learn(self, url: str) -> Rules:
        from protego import Protego

        status, text = self._read(url)
        if status >= 500 or status == 429:  # RFC 9309, section 2.3.1.4: assume all is forbidden
            failed = f"what the site's robots.txt asks cannot be known (the host answered {status})"
            return lambda _: failed
        if status >= 400:  # section 2.3.1.3: there is none, all is allowed
            return lambda _: None
        rules = Protego.parse(text)
        return lambda page: None if rules.can_fetch(page, self._agent) else _ASKED
