"""Places fused by where they lie, and which of those told is the incident's."""
