"""What of a case is told by the API where the model has no type for it."""
