"""The incident as rows for people who code conflict data, and for maps."""
