"""A case as one portable folder or zip: written, proven whole, and taken into a library."""
