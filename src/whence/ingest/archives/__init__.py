"""Archives taken apart: WARC, WACZ, what the auto-archiver left, what gzip holds."""
