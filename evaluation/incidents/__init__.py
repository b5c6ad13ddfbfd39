"""Whole incidents: what Whence makes of the invented ones, and readings of gun violence kept."""
