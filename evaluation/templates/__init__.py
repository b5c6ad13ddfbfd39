"""MUC's templates: their slots, what a reader answers in them, and the published metrics."""
