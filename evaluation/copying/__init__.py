"""Copies among reports: agency copy, pairs that tracing calls copies, a sample judged by hand."""
