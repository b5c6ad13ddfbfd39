"""What the deed is that somebody is suspected of, and what part of it."""
