"""The article found in a page, a mail, Markdown or plain text: its blocks, its authors, its day."""
