"""The words that go with an exported case, for whoever gets it without Whence."""

from collections.abc import Iterable
from typing import Final

from whence.model.ledger import Head
from whence.store.archive.manifest import File

PROOF: Final = """\
import hashlib, json
before = "0" * 64
for line in open("entries.jsonl", "rb"):
    fields, payload = line[:-2].split(b',"payload":', 1)
    entry = json.loads(fields + b"}")
    said = ["whence.ledger/1", *list(entry.values())[:-1]]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    assert entry["previous"] == before, ("out of order", entry["seq"])
    assert entry["hash"] == hashlib.sha256(text).hexdigest(), ("changed", entry["seq"])
    digest = hashlib.sha256(payload).hexdigest()
    assert payload == b"null" or digest == entry["payload_sha256"], ("changed", entry["seq"])
    before = entry["hash"]
print("whole, up to", before)
"""
"""A program that proves the chain with nothing but Python."""

_TEXT: Final = """\
THE CASE "{name}"

This is a case file exported by Whence, which reads many news reports of one incident and weighs
who was behind it. The case's id is {case_id}.
Its last entry is number {seq}, of {at}, with the hash
{hash}.

WHAT IS HERE

entries.jsonl     everything that was done, one entry a line, oldest first. "payload" is what the
                  entry says, null where it was taken out: a later entry then says why.
captures.warc     the pages and files as they were taken in (WARC 1.1, ISO 28500).
signatures.jsonl  time-stamps (RFC 3161, "token" is the response in DER, in base64) and
                  signatures (Ed25519, "signature" in base64) with what they are of.
manifest.json     what the files are, with sizes and hashes.

IS IT WHOLE?

The files are those that were exported when "sha256sum -c README.txt" finds these as they were
(it passes over the other lines):

{sums}

Nothing was changed, added in between or taken away before the last entry when this program,
saved as proof.py beside the files, ends with the hash above:

{proof}
What was cut off after an entry, this cannot tell: compare the hash above with one that you were
told earlier, or with a time-stamp. Whence itself proves all of this, and the captures too:

whence case import FOLDER-OR-ZIP
whence verify "{name}"
"""


def readme(head: Head, files: Iterable[File]) -> str:
    """Return the words for an export with that head and these files."""
    sums = "\n".join(f"{file.sha256}  {file.name}" for file in files)
    return _TEXT.format(
        name=head.name, case_id=head.case_id, seq=head.seq, at=head.at, hash=head.hash, sums=sums,
        proof=PROOF,
    )  # fmt: skip
