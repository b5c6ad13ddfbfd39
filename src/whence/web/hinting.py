"""What an error says to do next, for somebody who clicks: a command becomes a page."""

import re
from typing import Final

_COMMAND: Final = re.compile(r"\bwhence ([a-z]+)(?: ([a-z]+))?|(?<!\S)(--[a-z]+)")
_SEQ: Final = re.compile(r"#\d{1,10}\b")

_PAGES: Final = {
    "case reopen": ("an editor can open the case again, below its ledger", "ledger"),
    "--reason": ("go back and say why: it is kept with your name", ""),
    "case list": ("the library lists the cases", ""),
    "case new": ("the library lists the cases", ""),
    "case add": ("add reports to the case", "add"),
    "case retract": ("the case's ledger shows every entry", "ledger"),
    "case redact": ("the case's ledger shows every entry", "ledger"),
    "log": ("the case's ledger shows every entry", "ledger"),
    "verify": ("the chain can be verified in the case's ledger", "ledger"),
    "origins": ("choose one on the page of the sources", "sources"),
    "search": ("the search above finds what was read", ""),
    "explain": ("choose one on the page of the hypotheses", "hypotheses"),
    "weigh": ("have the case weighed anew first", "overview"),
    "fuse": ("have the case weighed anew first", "overview"),
    "trace": ("have the case weighed anew first", "overview"),
    "extract": ("add reports to the case", "add"),
    "ingest": ("add reports to the case", "add"),
    "run": ("add reports to the case", "add"),
}
"""What to do in place of a command, and on which page of the case ("" for none)."""

_ELSE: Final = ("go back to the case: it may have changed meanwhile", "overview")


def clicked(hint: str) -> tuple[str, str]:
    """Return a hint without commands, and the page of a case on which it can be followed."""
    found = _COMMAND.search(hint)
    if found is None:
        return hint, ""
    one, two = found[1] or found[3] or "", found[2] or ""
    taken_back = _SEQ.search(hint, found.end()) if two == "retract" else None
    if taken_back:
        return f"in the ledger {taken_back[0]} can be taken back: then it holds again", "ledger"
    return _PAGES.get(f"{one} {two}") or _PAGES.get(one) or _ELSE
