"""The language model: words, pieces, windows, the encoder and its heads."""
