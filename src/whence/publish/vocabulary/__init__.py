"""Words shown to readers, as data."""
