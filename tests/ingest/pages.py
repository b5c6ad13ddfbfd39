"""An invented news page for the tests of this stage."""

LEAD = (
    "Two boats burned in the harbour of Port Amel on Tuesday night, the coast guard said. Nobody "
    "was hurt in the fire, a spokeswoman for the harbour added."
)
QUOTE = "We will find out who did this, said the harbour master to a crowd on the pier."
OWNER = "The owner of the boats told reporters that he had been threatened twice this year."
LINKED = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Courier"},
{"@type": "NewsArticle", "headline": "Boats burn in Port Amel",
"datePublished": "2031-11-09T07:30:00+02:00", "author": [{"@type": "Person", "name": "Mara Ilves"}],
"publisher": {"@type": "Organization", "name": "Courier Media"}}]}"""


def page(head: str = "", body: str = "", lang: str = "en-GB") -> str:
    """Return an HTML page with an article; ``head`` and ``body`` are added to it."""
    return f"""<!DOCTYPE html><html lang="{lang}"><head>
<title>Boats burn in Port Amel - The Amel Courier</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Boats burn in Port Amel</h1>
<figure><img src="x.jpg"><figcaption>Smoke over the harbour on Tuesday night</figcaption></figure>
<p>{LEAD}</p><h2>What is known so far</h2><blockquote><p>{QUOTE}</p></blockquote>
<ul><li>Two boats were destroyed</li><li>One pier was damaged</li></ul><p>{OWNER}</p>{body}
</article><section class="comments" id="comments"><h3>2 Comments</h3><p>It was the mayor.</p>
</section><footer>Courier Media</footer></body></html>"""


LINKED_SCRIPT = f'<script type="application/ld+json">{LINKED}</script>'
