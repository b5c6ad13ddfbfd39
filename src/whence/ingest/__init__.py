"""Bytes, addresses, feeds and archives to documents, cleaned to their articles."""

from whence.ingest.assemble import ingest
from whence.ingest.capture import Capture, Metadata
from whence.ingest.options import Options
from whence.ingest.sources import expand, shown
from whence.ingest.web.fetch import Fetcher, FetchLimits, PublicFetcher

__all__ = [
    "Capture",
    "FetchLimits",
    "Fetcher",
    "Metadata",
    "Options",
    "PublicFetcher",
    "expand",
    "ingest",
    "shown",
]
