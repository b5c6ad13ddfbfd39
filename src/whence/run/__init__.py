"""The pipeline and all that stages must not know: settings, clock, processes, files."""
