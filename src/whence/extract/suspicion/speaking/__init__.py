"""Who accuses, owns up or denies, and in whose name he speaks."""
