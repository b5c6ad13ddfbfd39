"""The reader that works by the trained model."""
