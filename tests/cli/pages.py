"""Invented pages about an invented incident, and ways to run the command on them."""

from pathlib import Path

from click.testing import CliRunner, Result

from whence.cli.main import main

FIRST = """<!doctype html><html lang="en"><head><title>Barge burns at Lower Quay</title>
<meta property="og:site_name" content="Quay News">
<meta property="article:published_time" content="2031-05-06T09:00:00+00:00"></head><body><article>
<h1>Barge burns at Lower Quay</h1>
<p>A grain barge burned at Lower Quay in the town of Ostermouth on Monday night, and two deckhands
were wounded, the harbour police said on Tuesday.</p>
<p>"We found a fuel can that does not belong to the ship," said Chief Inspector Ada Marsh of the
harbour police. She said it was too early to say who had set the fire.</p>
<p>A dock official, who spoke on condition of anonymity because he was not allowed to talk to the
press, accused the Lantern Brotherhood of the attack.</p>
</article></body></html>"""

SECOND = """<!doctype html><html lang="en"><head><title>Brotherhood denies barge fire</title>
<meta property="og:site_name" content="Ostermouth Post">
<meta property="article:published_time" content="2031-05-07T18:00:00+00:00"></head><body><article>
<h1>Brotherhood denies barge fire</h1>
<p>The Lantern Brotherhood denied on Wednesday that it had set fire to a grain barge at Lower Quay.
"We had no part in it," the group said in a statement.</p>
<p>The harbour police said three deckhands were wounded, not two as it had said at first.</p>
</article></body></html>"""

GERMAN = """<!doctype html><html lang="de"><head><title>Kahn brennt am Unteren Kai</title></head>
<body><article><h1>Kahn brennt am Unteren Kai</h1>
<p>Ein mit Getreide beladener Kahn ist in der Nacht zum Dienstag am Unteren Kai ausgebrannt, wie die
Hafenpolizei mitteilte. Zwei Matrosen wurden dabei verletzt und in ein Krankenhaus gebracht.</p>
<p>Die Ursache des Feuers ist nach Angaben der Ermittler noch nicht bekannt, und niemand hat sich
bislang zu der Tat bekannt.</p></article></body></html>"""


def put(folder: Path, **pages: str | bytes) -> Path:
    """Write pages named by keyword (``first_html`` is first.html) into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages.items():
        raw = content if isinstance(content, bytes) else content.encode()
        stem, _, ending = name.rpartition("_")
        (folder / f"{stem}.{ending}").write_bytes(raw)
    return folder


def invoke(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
