"""Each corpus as examples of the one shape that the model learns from."""
