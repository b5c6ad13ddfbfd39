"""Phrases that pages put around articles, and names of agencies, as data."""
