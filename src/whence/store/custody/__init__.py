"""Who vouches for a chain's head: signatures, and time-stamps of authorities."""
