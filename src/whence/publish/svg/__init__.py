"""Pictures as pure functions: values in, SVG text out; each has a table with the same content."""
