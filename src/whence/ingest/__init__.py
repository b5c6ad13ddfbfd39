"""Bytes, addresses, feeds and archives to documents, cleaned to their articles."""

from whence.ingest.assemble import ingest
from whence.ingest.capture import Capture, Metadata
from whence.ingest.fetch import Fetcher, FetchLimits, PublicFetcher
from whence.ingest.options import Options
from whence.ingest.sources import expand, shown

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
