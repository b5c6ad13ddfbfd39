"""The example case by hand: what is expected of its pages and of the case, and what came out."""
